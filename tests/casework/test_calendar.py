"""Dordrecht's time: quiet hours, holidays, office hours, both clock changes, Dutch dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from casework.calendar import Calendar, NeverOpen
from casework.municipality import OfficeHours, Promise
from casework.pauses import pause_moments
from casework.public_holidays import public_holidays
from dialogs.language import dates

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)  # the clock changes at 02:00 and 03:00
moments = st.datetimes(datetime(2025, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC))


def at(calendar: Calendar, text: str) -> datetime:
    return calendar.utc(datetime.fromisoformat(text))


@pytest.mark.parametrize(
    ("wall", "quiet", "then"),
    [
        ("2026-06-09T08:29", True, "2026-06-09T08:30"),
        ("2026-06-09T08:30", False, "2026-06-09T08:30"),
        ("2026-06-09T20:29", False, "2026-06-09T20:29"),
        ("2026-06-09T20:30", True, "2026-06-10T08:30"),
        ("2026-06-06T20:30", True, "2026-06-08T08:30"),  # Saturday night → Monday
        ("2026-06-07T12:00", True, "2026-06-08T08:30"),  # Sunday
        ("2026-04-04T21:00", True, "2026-04-07T08:30"),  # over Easter
        ("2026-12-24T21:00", True, "2026-12-28T08:30"),  # Christmas, then Sunday
        ("2026-03-29T02:30", True, "2026-03-30T08:30"),  # does not exist, and Sunday
        ("2026-10-25T02:30", True, "2026-10-26T08:30"),  # exists twice
        ("2028-02-29T21:00", True, "2028-03-01T08:30"),
    ],
)
def test_quiet_and_next_allowed(calendar: Calendar, wall: str, quiet: bool, then: str) -> None:
    moment = at(calendar, wall)
    assert calendar.quiet(moment) is quiet
    assert calendar.next_allowed(moment) == at(calendar, then)


@given(moment=moments)
def test_the_next_allowed_moment_is_never_quiet_and_never_before(
    calendar: Calendar, moment: datetime
) -> None:
    then = calendar.next_allowed(moment)
    assert then >= moment
    assert not calendar.quiet(then)
    assert then - moment < timedelta(days=5)
    assert calendar.next_allowed(then) == then
    if then > moment:  # nothing decent was passed over
        assert all(calendar.quiet(moment + (then - moment) * part / 8) for part in range(8))


def test_walls_around_both_clock_changes(calendar: Calendar) -> None:
    gap, doubled = datetime(2026, 3, 29, 2, 30), datetime(2026, 10, 25, 2, 30)
    assert calendar.utc(gap) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # RFC 5545: 03:30
    assert calendar.wall(calendar.utc(gap)) == datetime(2026, 3, 29, 3, 30)
    assert calendar.utc(doubled) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # the first one
    for day in (SPRING, AUTUMN):
        noon = datetime.combine(day, time(12))
        assert calendar.wall(calendar.utc(noon)) == noon


@given(wall=st.datetimes(datetime(2025, 1, 1), datetime(2032, 1, 1)))
def test_a_wall_time_comes_back_unless_the_clock_skipped_it(
    calendar: Calendar, wall: datetime
) -> None:
    back = calendar.wall(calendar.utc(wall))
    assert back in (wall, wall + timedelta(hours=1))


@pytest.mark.parametrize("year", range(2014, 2101))
def test_public_holidays_are_those_of_the_library(year: int) -> None:
    assert public_holidays(year) == set(country_holidays("NL", years=year))


def test_public_holidays() -> None:
    assert date(2026, 4, 27) in public_holidays(2026)  # Koningsdag
    assert date(2025, 4, 26) in public_holidays(2025)  # a day earlier when that is a Sunday
    assert date(2026, 5, 14) in public_holidays(2026)  # Hemelvaart
    assert date(2026, 5, 5) not in public_holidays(2026)  # Bevrijdingsdag: every fifth year
    assert date(2030, 5, 5) in public_holidays(2030)


@pytest.mark.parametrize(
    ("wall", "open_now", "then"),
    [
        ("2026-06-09T08:29", False, "2026-06-09T08:30"),
        ("2026-06-09T12:00", True, "2026-06-09T12:00"),
        ("2026-06-12T17:00", False, "2026-06-15T08:30"),
        ("2026-12-23T17:00", False, "2026-12-28T08:30"),  # 24 is closed by the file
        ("2026-04-27T10:00", False, "2026-04-28T08:30"),
    ],
)
def test_office_hours(calendar: Calendar, wall: str, open_now: bool, then: str) -> None:
    moment = at(calendar, wall)
    assert calendar.open_now(moment) is open_now
    assert calendar.next_open(moment) == at(calendar, then)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-06-12T10:00", "2026-06-12T17:00"),
        ("2026-06-12T18:00", "2026-06-15T17:00"),
        ("2026-06-15T06:00", "2026-06-15T17:00"),
    ],
)
def test_the_same_day_is_until_the_team_goes_home(calendar: Calendar, now: str, then: str) -> None:
    assert calendar.closing(at(calendar, now)) == at(calendar, then)


@pytest.mark.parametrize(
    ("wall", "hours", "then"),
    [
        ("2026-06-09T10:00", 4, "2026-06-09T14:00"),
        ("2026-06-09T15:00", 4, "2026-06-10T10:30"),
        ("2026-06-12T16:00", 10, "2026-06-16T09:00"),
        ("2026-06-13T23:00", 1, "2026-06-15T09:30"),
        ("2026-06-09T13:00", 4, "2026-06-09T17:00"),
        ("2026-10-23T16:00", 2, "2026-10-26T09:30"),  # over the clock change
    ],
)
def test_working_hours(calendar: Calendar, wall: str, hours: int, then: str) -> None:
    assert calendar.after_working_hours(at(calendar, wall), hours) == at(calendar, then)


def test_the_promise(calendar: Calendar) -> None:
    promise, friday = Promise(hours=4, days=2), at(calendar, "2026-06-12T10:00")
    assert calendar.promised_by(friday, promise) == at(calendar, "2026-06-16T17:00")
    assert calendar.promised_by(friday, promise, call=True) == at(calendar, "2026-06-12T14:00")
    assert calendar.promised_by(friday, Promise(1, 0)) == at(calendar, "2026-06-12T11:00")
    with pytest.raises(ValueError, match="at least one"):
        calendar.after_working_days(friday, 0)


def test_a_team_that_is_never_there(calendar: Calendar) -> None:
    with pytest.raises(NeverOpen):
        replace(calendar, hours=OfficeHours({})).next_open(at(calendar, "2026-06-12T10:00"))


def test_dutch_dates(calendar: Calendar) -> None:
    now, then = at(calendar, "2026-06-09T09:00"), at(calendar, "2026-06-10T10:00")
    assert calendar.full(then, now) == "woensdag 10 juni om 10:00 uur"
    assert calendar.relative(then, now) == "morgen, woensdag 10 juni"
    assert calendar.relative(now, now) == "vandaag, dinsdag 9 juni"
    assert calendar.relative(then + timedelta(days=1), now) == "overmorgen, donderdag 11 juni"
    assert calendar.relative(then + timedelta(days=5), now) == "maandag 15 juni"
    assert calendar.day(at(calendar, "2027-01-04T10:00"), now) == "maandag 4 januari 2027"
    assert calendar.short(now) == "di 9 juni 09:00"
    assert calendar.clock(now) == "09:00"


@given(wall=st.datetimes(datetime(2026, 1, 1), datetime(2032, 1, 1)))
def test_short_dates_fit_a_button(wall: datetime) -> None:
    assert len(dates.short(wall)) <= 20


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        (  # Tuesday afternoon
            "2026-06-09T14:00",
            [
                ("2026-06-09T19:00", "Vanavond om 19:00"),
                ("2026-06-10T10:00", "Morgen om 10:00"),
                ("2026-06-12T10:00", "Over 3 dagen"),
            ],
        ),
        (  # late in the evening
            "2026-06-09T22:00",
            [
                ("2026-06-10T10:00", "Morgen om 10:00"),
                ("2026-06-12T10:00", "Over 3 dagen"),
                ("2026-06-16T10:00", "Over een week"),
            ],
        ),
        (  # in the middle of the night "morgen" is unclear
            "2026-06-09T02:00",
            [
                ("2026-06-09T10:00", "Vandaag om 10:00"),
                ("2026-06-09T19:00", "Vanavond om 19:00"),
                ("2026-06-12T10:00", "Over 3 dagen"),
            ],
        ),
        (  # Saturday: no Sunday
            "2026-06-13T14:00",
            [
                ("2026-06-13T19:00", "Vanavond om 19:00"),
                ("2026-06-15T10:00", "Maandag om 10:00"),
                ("2026-06-16T10:00", "Over 3 dagen"),
            ],
        ),
        (  # Saturday before Easter, late: Sunday and Monday are off
            "2026-04-04T21:00",
            [
                ("2026-04-07T10:00", "Dinsdag om 10:00"),
                ("2026-04-11T10:00", "Over een week"),
                ("2026-04-18T10:00", "Over 2 weken"),
            ],
        ),
        (  # Sunday
            "2026-06-14T14:00",
            [
                ("2026-06-15T10:00", "Morgen om 10:00"),
                ("2026-06-17T10:00", "Over 3 dagen"),
                ("2026-06-22T10:00", "ma 22 juni 10:00"),
            ],
        ),
    ],
)
def test_pause_moments(calendar: Calendar, now: str, offered: list[tuple[str, str]]) -> None:
    assert pause_moments(at(calendar, now), calendar) == offered


@given(now=moments)
def test_pause_moments_are_decent_and_fit_a_button(calendar: Calendar, now: datetime) -> None:
    found = pause_moments(now, calendar)
    assert len(found) == 3
    walls = [wall for wall, _ in found]
    assert walls == sorted(set(walls))
    for wall, label in found:
        moment = at(calendar, wall)
        assert not calendar.quiet(moment)
        assert moment - now >= timedelta(minutes=30)
        assert len(label) <= 20
        today = calendar.wall(now).date()
        apart = (datetime.fromisoformat(wall).date() - today).days
        if label.startswith("Morgen"):
            assert apart == 1
        if label == "Over 3 dagen":
            assert apart == 3
