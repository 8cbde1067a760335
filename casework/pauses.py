"""When to write again after a pause: three honest moments she can pick from."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from casework.calendar import Calendar
from dialogs.language import dates

EVENING = time(19, 0)
DAYTIME = time(10, 0)
NIGHT_ENDS = time(6, 0)  # before this, "morgen" could mean today
NOT_SOONER = timedelta(minutes=30)
MOST = 3


def pause_moments(now: datetime, calendar: Calendar) -> list[tuple[str, str]]:
    """Three moments as (local wall time in ISO, button text of at most 20 characters).

    Vanavond, Morgen and Over 3 dagen where those are decent; a moment that falls on a Sunday
    or holiday moves on and is called by its real day.
    """
    wall = calendar.wall(now)
    found: dict[datetime, str] = {}
    for nominal, words in _wishes(wall, calendar):
        moment = datetime.combine(calendar.next_day_on(nominal.date()), nominal.time())
        if moment - wall >= NOT_SOONER and moment not in found and len(found) < MOST:
            label = words if moment == nominal else _named(moment, wall)
            found[moment] = label
    return [(when.isoformat(timespec="minutes"), label) for when, label in sorted(found.items())]


def _wishes(wall: datetime, calendar: Calendar) -> list[tuple[datetime, str]]:
    today, tonight = wall.date(), []
    if not calendar.day_off(today):  # otherwise "tonight" would move to another evening
        at = calendar.decent(EVENING)
        tonight = [(datetime.combine(today, at), f"Vanavond om {at:%H:%M}")]
    at = calendar.decent(DAYTIME)
    days = [(3, "Over 3 dagen"), (7, "Over een week"), (14, "Over 2 weken")]
    first = (
        (0, f"Vandaag om {at:%H:%M}") if wall.time() < NIGHT_ENDS else (1, f"Morgen om {at:%H:%M}")
    )
    return tonight + [(_on(today, n, at), words) for n, words in [first, *days]]


def _on(today: date, days: int, at: time) -> datetime:
    return datetime.combine(today + timedelta(days=days), at)


def _named(moment: datetime, wall: datetime) -> str:
    if (moment.date() - wall.date()).days < 7:
        return f"{dates.WEEKDAYS[moment.weekday()].capitalize()} om {dates.clock(moment)}"
    return dates.short(moment)
