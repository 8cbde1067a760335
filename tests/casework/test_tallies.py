"""Days and buckets of what is counted; hours that the team was there."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from casework.calendar import Calendar
from casework.tallies import contact, day_of


def test_a_moment_after_midnight_here_counts_for_the_new_day() -> None:
    assert day_of(datetime(2026, 7, 1, 22, 30, tzinfo=UTC).timestamp()) == date(2026, 7, 2)


@pytest.mark.parametrize(
    ("hours", "code"), [(0, "contact/0"), (3.9, "contact/0"), (4, "contact/1"), (40, "contact/3")]
)
def test_hours_fall_in_one_bucket(hours: float, code: str) -> None:
    assert contact(hours) == code


def test_only_hours_that_the_team_was_there_count(calendar: Calendar) -> None:
    friday = datetime(2026, 6, 5, 14, tzinfo=UTC)  # 16:00 here; open from 8:30 to 17:00
    monday = datetime(2026, 6, 8, 7, 30, tzinfo=UTC)  # 9:30
    assert calendar.working_hours(friday, monday) == 2.0
    assert calendar.working_hours(monday, friday) == 0.0
    assert calendar.working_hours(friday, friday) == 0.0
