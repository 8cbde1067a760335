"""The Dutch public holidays, by their rules (Algemene termijnenwet, and Easter's full moon).

The library that knows the holidays of all countries takes 10 MiB and a tenth of a second when the
first parent answers. The tests hold these rules against it, for a century.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_SUNDAY = 6
_FROM_EASTER = {  # days
    "Goede Vrijdag": -2, "eerste paasdag": 0, "tweede paasdag": 1, "Hemelvaartsdag": 39,
    "eerste pinksterdag": 49, "tweede pinksterdag": 50,
}  # fmt: skip


@lru_cache(maxsize=16)
def public_holidays(year: int) -> frozenset[date]:
    """The public holidays of this year, from 2014 on: before that there was no Koningsdag."""
    fixed = {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26), _kings_day(year)}
    if year % 5 == 0:
        fixed.add(date(year, 5, 5))  # Bevrijdingsdag
    first = easter(year)
    return frozenset(fixed | {first + timedelta(days) for days in _FROM_EASTER.values()})


def _kings_day(year: int) -> date:
    """27 April, a day earlier when that is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(1) if day.weekday() == _SUNDAY else day


def easter(year: int) -> date:
    """The Sunday after the church's full moon of spring, by Gauss's rule for our calendar.

    https://nl.wikipedia.org/wiki/Paas-_en_pinksterdatum
    """
    century = year // 100
    shift = (15 + century - century // 4 - (13 + 8 * century) // 25) % 30
    moon = (19 * (year % 19) + shift) % 30  # days from 21 March to the full moon
    if moon == 29 or (moon == 28 and year % 19 > 10):
        moon -= 1
    full = date(year, 3, 21) + timedelta(moon)
    return full + timedelta(_SUNDAY - full.weekday() or 7)
