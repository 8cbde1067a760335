"""Baby packages on the family's own page: how each one stands."""

from __future__ import annotations

from dataclasses import dataclass

from bot.desk.baby import words
from bot.desk.gate import Call


@dataclass(frozen=True, slots=True)
class Line:
    """One package, ready to show."""

    phase: str
    state: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for her. `chat`: she talks with us herself."""

    lines: tuple[Line, ...]
    chat: bool


async def of_family(call: Call) -> Asked | None:
    """Her packages; None where the town has none, and for who only looks in."""
    desk = call.desk.programmes.packages
    if desk.programme is None or call.looks_in:
        return None
    shelf = await desk.shelf(call.handoff.id, call.me, noted=False)
    say = call.desk.pages.say
    lines = (Line(say(words.PHASES[s.phase]), say(words.STATES[s.state])) for s in shelf.sheets)
    return Asked(tuple(lines), shelf.chat)
