"""The promise clock: "je hoort van ons vóór dinsdag 12:00", counted in the team's working hours.

A promise is warned of when a quarter of its working time is left, or two working hours if that is
longer (a promise shorter than four hours: at half). Broken, it is followed once by a next one, as
soon as the team can be held to; after that only a number to call is honest.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from casework.calendar import Calendar
from casework.municipality import Promise

LEAD = timedelta(hours=2)  # of working time
MOST_ROUNDS = 2  # promises in a row: the first, and one after it was broken
_NONE = timedelta(0)


class Stand(StrEnum):
    """How a promise stands."""

    CALM = "calm"
    SOON = "soon"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Count:
    """What the desk shows: how it stands and how much working time is left."""

    stand: Stand
    left: timedelta


def working_time(start: datetime, end: datetime, calendar: Calendar) -> timedelta:
    """How long the team is there between two moments. Nothing when `end` is first."""
    total, at = _NONE, calendar.next_open(start)
    while at < end:
        closing = calendar.closing(at)
        total += min(closing, end) - at
        at = calendar.next_open(closing)
    return total


def warned_from(made: datetime, due: datetime, calendar: Calendar) -> datetime:
    """From this moment (UTC) the tandem is reminded of a promise made then."""
    whole = working_time(made, due, calendar)
    lead = max(whole / 4, min(LEAD, whole / 2))
    # At closing time nobody would see it.
    return calendar.next_open(calendar.after_working(made, whole - lead))


def count(made: datetime, due: datetime, now: datetime, calendar: Calendar) -> Count:
    """How this promise stands now."""
    if now >= due:
        return Count(Stand.BROKEN, _NONE)
    left = working_time(now, due, calendar)
    soon = now >= warned_from(made, due, calendar)
    return Count(Stand.SOON if soon else Stand.CALM, left)


def following(now: datetime, round_: int, promise: Promise, calendar: Calendar) -> datetime | None:
    """Before when she hears from a person after all; None: nothing more can be promised."""
    if round_ + 1 >= MOST_ROUNDS:
        return None
    return calendar.promised_by(now, promise, call=True)
