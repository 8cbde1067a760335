"""Signals on the family's own page: the clock, how far it is, and what to do now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.desk.arrears import words
from bot.desk.gate import Call
from bot.service.programmes.arrears.desk import Signal
from dialogs.language import dates


@dataclass(frozen=True, slots=True)
class Bill:
    """One signal, ready to show."""

    signal: Signal
    todo: str
    first: str  # reach out from this day …
    last: str  # … to this one


async def of_family(call: Call) -> list[Bill]:
    """The signals of this family; none for a colleague who only looks in."""
    if call.looks_in:
        return []
    found = await call.desk.programmes.arrears.of_handoff(call.handoff.id)
    return [bill(call, one) for one in found]


def bill(call: Call, signal: Signal) -> Bill:
    """This signal with its days in words."""
    clock = signal.clock
    first, last = day(call, clock.first), day(call, clock.last)
    todo = call.desk.pages.say(words.TODO[signal.todo.value], first=first, last=last)
    return Bill(signal, todo, first, last)


def day(call: Call, on: date) -> str:
    """`maandag 1 maart`."""
    return dates.day(on, call.today)
