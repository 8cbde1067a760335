"""Which day is meant: the next one, the last one, in which year; pure arithmetic on dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

_OLDEST = 1900
_FURTHEST = 10  # years ahead that somebody plans


def exact(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar has no such day or the year is not of this life."""
    try:
        return date(year, month, day) if _OLDEST <= year < 2100 else None
    except ValueError:
        return None


def full_year(figures: str, today: date, *, past: bool) -> int:
    """ "26" → 2026, "91" → 1991: the year of two figures, never ahead when it must lie behind."""
    if len(figures) > 2:
        return int(figures)
    year = today.year // 100 * 100 + int(figures)
    latest = today.year if past else today.year + _FURTHEST
    return year - 100 if year > latest else year


def yearless(of_year: Callable[[int], date | None], today: date, *, past: bool) -> date | None:
    """A day of the year: the first that comes, today included, or for the past the last one."""
    years = range(today.year, today.year - 9, -1) if past else range(today.year, today.year + 9)
    for year in years:
        day = of_year(year)
        if day and (day <= today if past else day >= today):
            return day
    return None


def monthly(number: int, today: date, *, past: bool) -> date | None:
    """The next day of the month with this number, today included; for the past the last one."""
    step = -1 if past else 1
    for ahead in range(0, 9 * step, step):
        day = in_month(number, today, ahead)
        if day and (day <= today if past else day >= today):
            return day
    return None


def in_month(number: int, today: date, ahead: int) -> date | None:
    """Day `number` of the month that comes `ahead` months after this one."""
    year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
    return exact(year, month + 1, number)


def upcoming(weekday: int, today: date) -> date:
    """The next such weekday (0 is Monday) strictly after today."""
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def previous(weekday: int, today: date) -> date:
    """The last such weekday strictly before today."""
    return today - timedelta((today.weekday() - weekday - 1) % 7 + 1)


def in_week(weekday: int, today: date, ahead: int) -> date:
    """This weekday of the ISO week `ahead` weeks after the one of today."""
    return today + timedelta(weekday - today.weekday() + 7 * ahead)


def agreed(*days: date) -> date | None:
    """The day when all ways to read a phrase give the same one, else None."""
    return days[0] if len(set(days)) == 1 else None
