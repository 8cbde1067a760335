"""Childcare on the family's own page: how it stands, what comes next, and what to watch out for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.desk.childcare import words
from bot.desk.gate import Call
from bot.service.arranging.desk import Sheet
from dialogs.language import dates


@dataclass(frozen=True, slots=True)
class Care:
    """Ready to show; empty words where something is not known yet."""

    first_day: str
    way: str
    next_step: str
    next_day: str
    cautions: tuple[str, ...]
    whom: str = ""  # of several arrangements: for which child this one is


async def of_family(call: Call) -> Care | None:
    """Her newest arrangement, with the warnings of all; None without one.

    None too for a colleague who only looks in.
    """
    if call.looks_in:
        return None
    sheets = await call.desk.programmes.childcare.sheets(call.handoff.id, call.me, noted=False)
    return _care(call, sheets) if sheets else None


def _care(call: Call, sheets: Sequence[Sheet]) -> Care:
    say, sheet = call.desk.pages.say, sheets[-1]
    ahead = next((due for due in sheet.steps if due.open and due.on and not due.waits_for), None)
    return Care(
        first_day=day(call, sheet.plan.first_day),
        way=sheet.plan.way.label if sheet.plan.way else "",
        next_step=say(words.STEPS[ahead.step.id]) if ahead else "",
        next_day=day(call, ahead.on) if ahead else "",
        cautions=tuple(_cautions(call, sheets)),
        whom=sheet.child if len(sheets) > 1 else "",
    )


def _cautions(call: Call, sheets: Sequence[Sheet]) -> Iterator[str]:
    """The warnings of all; of several arrangements each says which it is about."""
    for sheet in sheets:
        whom = sheet.child if len(sheets) > 1 else ""
        for one in sheet.cautions:
            said = caution(call, one.kind.value, one.on)
            yield f"{whom[:1].upper()}{whom[1:]}: {said}" if whom else said


def day(call: Call, on: date | None) -> str:
    """`maandag 1 maart`; "" for a day that is not known."""
    return dates.day(on, call.today) if on else ""


def caution(call: Call, kind: str, on: date | None) -> str:
    """A warning in a sentence."""
    return call.desk.pages.say(words.CAUTIONS[kind], day=day(call, on))
