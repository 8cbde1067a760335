"""Moments in the Dutch a parent reads. All take local wall time; nothing here knows zones.

    full      dinsdag 9 juni om 10:00 uur
    relative  morgen, woensdag 10 juni
    short     di 9 juni 10:00          (never longer than a button's 20 characters)

The year is said only when it is another one than now.
"""

from __future__ import annotations

from datetime import date, datetime

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_NEAR = ("vandaag", "morgen", "overmorgen")


def day(when: date, today: date) -> str:
    """`dinsdag 9 juni`, or with the year when that differs."""
    return f"{WEEKDAYS[when.weekday()]} {past(when, today)}"


def past(when: date, today: date) -> str:
    """`9 juni`, or with the year when that differs: for a day that nobody has to plan for."""
    year = "" if when.year == today.year else f" {when.year}"
    return f"{when.day} {MONTHS[when.month - 1]}{year}"


def clock(wall: datetime) -> str:
    """`10:00`."""
    return f"{wall:%H:%M}"


def full(wall: datetime, now: datetime) -> str:
    """`dinsdag 9 juni om 10:00 uur`."""
    return f"{day(wall.date(), now.date())} om {clock(wall)} uur"


def relative(when: date, today: date) -> str:
    """`morgen, woensdag 10 juni`: the day is always named."""
    apart = (when - today).days
    named = day(when, today)
    return f"{_NEAR[apart]}, {named}" if 0 <= apart < len(_NEAR) else named


def short(wall: datetime) -> str:
    """`di 9 juni 10:00`, at most 20 characters."""
    month = MONTHS[wall.month - 1].replace("september", "sept")
    return f"{WEEKDAYS[wall.weekday()][:2]} {wall.day} {month} {clock(wall)}"
