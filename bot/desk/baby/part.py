"""Baby packages on the family's own page: how each one stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk.baby import words
from bot.desk.gate import Call


@dataclass(frozen=True, slots=True)
class Asked:
    """One package, ready to show."""

    phase: str
    state: str


async def of_family(call: Call) -> Sequence[Asked] | None:
    """What was asked for her; None where the town has none, and for who only looks in."""
    desk = call.desk.packages
    if desk is None or desk.programme is None or call.looks_in:
        return None
    shelf = await desk.shelf(call.handoff.id, call.me, noted=False)
    say = call.desk.pages.say
    return [
        Asked(say(words.PHASES[one.phase]), say(words.STATES[one.state])) for one in shelf.sheets
    ]
