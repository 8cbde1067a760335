"""Which days make sense for childcare, so that a slip in a year is noticed before it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from casework.days import Span

_YEAR = timedelta(days=366)
_AROUND: Mapping[str, tuple[int, int]] = {  # years back and ahead of today
    "first_day": (1, 2),
    "offer_on": (1, 1),
    "changed_on": (1, 1),
    "four_on": (1, 5),  # of a child that is not born yet, too
    "step": (0, 3),  # a day for one step, set by hand
}


def span(name: str, today: date) -> Span:
    """The days that make sense for this one; `step` is the day of one step."""
    back, ahead = _AROUND[name]
    return Span(today - back * _YEAR, today + ahead * _YEAR)


def unlikely(name: str, day: date, today: date) -> bool:
    """Whether it makes no sense to keep this day."""
    return day not in span(name, today)
