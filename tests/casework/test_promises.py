"""The promise clock counts working hours: over nights, weekends, holidays and clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from casework import promises
from casework.calendar import Calendar
from casework.municipality import Hours, OfficeHours, Promise, ReminderRules
from casework.promises import Stand

ZONE = ZoneInfo("Europe/Amsterdam")
HOURS = OfficeHours({day: Hours(time(9), time(17)) for day in range(5)}, frozenset())
CALENDAR = Calendar(ZONE, HOURS, ReminderRules())


def at(text: str) -> datetime:
    """A local wall time as a moment."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-11-24T10:00", "2026-11-24T12:30", 2.5),
        ("2026-11-24T10:00", "2026-11-24T10:00", 0),
        ("2026-11-24T12:00", "2026-11-24T10:00", 0),
        ("2026-11-24T16:00", "2026-11-25T10:00", 2),  # a night
        ("2026-11-27T16:00", "2026-11-30T10:00", 2),  # a weekend
        ("2026-11-28T12:00", "2026-11-29T12:00", 0),  # Saturday to Sunday
        ("2026-12-24T16:00", "2026-12-28T10:00", 2),  # both Christmas days and a weekend
        ("2026-03-27T16:00", "2026-03-30T10:00", 2),  # the clock goes forward in between
        ("2026-10-23T16:00", "2026-10-26T10:00", 2),  # and back
        ("2026-11-24T20:00", "2026-11-25T08:00", 0),
    ],
)
def test_only_the_teams_own_hours_count(start: str, end: str, hours: float) -> None:
    assert promises.working_time(at(start), at(end), CALENDAR) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("made", "due", "warned"),
    [
        ("2026-11-23T09:00", "2026-11-24T17:00", "2026-11-24T13:00"),  # 16 hours: a quarter
        ("2026-11-24T09:00", "2026-11-24T13:00", "2026-11-24T11:00"),  # 4 hours: two hours
        ("2026-11-24T09:00", "2026-11-24T11:00", "2026-11-24T10:00"),  # 2 hours: half
        ("2026-11-27T15:00", "2026-11-30T11:00", "2026-11-30T09:00"),  # over a weekend
        ("2026-11-28T12:00", "2026-11-30T13:00", "2026-11-30T11:00"),  # made on a Saturday
    ],
)
def test_the_tandem_is_reminded_in_time(made: str, due: str, warned: str) -> None:
    assert promises.warned_from(at(made), at(due), CALENDAR) == at(warned)


def test_a_promise_stands_calm_then_soon_then_broken() -> None:
    made, due = at("2026-11-23T09:00"), at("2026-11-24T17:00")

    def stand(now: str) -> Stand:
        return promises.count(made, due, at(now), CALENDAR).stand

    assert stand("2026-11-24T12:59") is Stand.CALM
    assert stand("2026-11-24T13:00") is Stand.SOON
    assert stand("2026-11-24T16:59") is Stand.SOON
    assert stand("2026-11-24T17:00") is Stand.BROKEN
    left = promises.count(made, due, at("2026-11-24T14:30"), CALENDAR).left
    assert left == timedelta(hours=2, minutes=30)


def test_after_a_broken_promise_comes_one_more_and_then_none() -> None:
    now, rule = at("2026-11-27T17:00"), Promise(hours=4, days=2)
    assert promises.following(now, 0, rule, CALENDAR) == at("2026-11-30T13:00")
    assert promises.following(now, 1, rule, CALENDAR) is None


def test_a_closed_day_of_the_municipality_does_not_count() -> None:
    shut = OfficeHours(HOURS.days, frozenset({date(2026, 11, 25)}))
    calendar = Calendar(ZONE, shut, ReminderRules())
    got = promises.working_time(at("2026-11-24T16:00"), at("2026-11-26T10:00"), calendar)
    assert got == timedelta(hours=2)
