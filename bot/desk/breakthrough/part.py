"""A breakthrough on the family's own page: how the last one stands; and its clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.desk.gate import Call
from bot.desk.words import N_
from bot.service.programmes.breakthroughs.kept import Sheet


@dataclass(frozen=True, slots=True)
class Stuck:
    """`last` is the newest request; None: nothing was asked yet."""

    last: Sheet | None


async def of_family(call: Call) -> Stuck | None:
    """None where nobody can be asked, and for a colleague who only looks in."""
    asking = call.desk.programmes.breakthroughs.asking
    if call.looks_in:
        return None
    sheets = await asking.sheets(call.handoff.id, call.me, noted=False)
    if not sheets and not asking.open:
        return None
    return Stuck(sheets[-1] if sheets else None)


def clock(call: Call, due_on: date) -> str:
    """How long until that day: `nog 2 dagen`, `vandaag`, `1 dag te laat`."""
    say, days = call.desk.pages.say, (due_on - call.today).days
    if days == 0:
        return say(N_("vandaag"))
    if days > 0:
        return say(N_("nog {n} dag") if days == 1 else N_("nog {n} dagen"), n=days)
    return say(N_("{n} dag te laat") if days == -1 else N_("{n} dagen te laat"), n=-days)
