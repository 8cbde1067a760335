"""Which reminders are planned, and at what hour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.calendar import Calendar
from casework.effects import DayPart
from casework.plans import plan_appointment, plan_pause, plan_silence, plan_unfinished
from casework.reminders import Planned

moments = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
EVENING, MORNING = DayPart.EVENING, DayPart.MORNING


def at(calendar: Calendar, text: str) -> datetime:
    return calendar.utc(datetime.fromisoformat(text))


def shown(rows: list[Planned]) -> list[str]:
    return [f"{row.kind} {row.wall:%a %Y-%m-%dT%H:%M}" for row in rows]


@pytest.mark.parametrize(
    ("booked", "start", "part", "planned"),
    [
        (  # a long lead: all three
            "2026-06-01T12:00",
            "2026-06-18T14:00",
            EVENING,
            [
                "three_days Mon 2026-06-15T10:00",
                "day_before Wed 2026-06-17T18:30",
                "morning_of Thu 2026-06-18T09:00",
            ],
        ),
        (  # exactly a week is not long
            "2026-06-11T14:00",
            "2026-06-18T14:00",
            MORNING,
            ["day_before Wed 2026-06-17T09:00", "morning_of Thu 2026-06-18T09:00"],
        ),
        (  # at 9:00 a reminder an hour before would be at 8:00: too early
            "2026-06-15T12:00",
            "2026-06-18T09:00",
            EVENING,
            ["day_before Wed 2026-06-17T18:30"],
        ),
        (  # at 9:45 it comes an hour before
            "2026-06-15T12:00",
            "2026-06-18T09:45",
            EVENING,
            ["day_before Wed 2026-06-17T18:30", "morning_of Thu 2026-06-18T08:45"],
        ),
        (  # on Monday: the day before is a Sunday
            "2026-06-11T12:00",
            "2026-06-15T14:00",
            EVENING,
            ["day_before Sat 2026-06-13T18:30", "morning_of Mon 2026-06-15T09:00"],
        ),
        (  # Tuesday after Easter: three reminders before four days off
            "2026-03-20T12:00",
            "2026-04-07T14:00",
            EVENING,
            [
                "three_days Thu 2026-04-02T10:00",
                "day_before Sat 2026-04-04T18:30",
                "morning_of Tue 2026-04-07T09:00",
            ],
        ),
        (  # booked in the evening for tomorrow: the confirmation was just now
            "2026-06-17T18:00",
            "2026-06-18T14:00",
            EVENING,
            ["morning_of Thu 2026-06-18T09:00"],
        ),
        ("2026-06-18T08:45", "2026-06-18T11:00", EVENING, []),  # today
    ],
)
def test_an_appointment(
    calendar: Calendar, booked: str, start: str, part: DayPart, planned: list[str]
) -> None:
    rows = plan_appointment(
        at(calendar, start), at(calendar, booked), part, calendar, topic="appointment:7"
    )
    assert shown(rows) == planned


def test_keys_tell_one_booking_from_the_next(calendar: Calendar) -> None:
    start, booked = at(calendar, "2026-06-18T14:00"), at(calendar, "2026-06-15T12:00")
    first = plan_appointment(start, booked, EVENING, calendar, topic="appointment:7")
    again = plan_appointment(start, booked, EVENING, calendar, topic="appointment:7", sequence=1)
    assert [row.key for row in first] == ["appointment:7:day_before", "appointment:7:morning_of"]
    assert [row.key for row in again] == [
        "appointment:7:day_before:1",
        "appointment:7:morning_of:1",
    ]
    assert first[0].zone == "Europe/Amsterdam"
    assert first[0].due_at == datetime(2026, 6, 17, 16, 30, tzinfo=UTC)
    assert first[0].useless_after == at(calendar, "2026-06-18T00:00")
    assert first[1].useless_after == at(calendar, "2026-06-18T13:30")


@given(booked=moments, lead=st.timedeltas(timedelta(hours=1), timedelta(days=40)))
def test_appointment_reminders_are_decent_and_in_time(
    calendar: Calendar, booked: datetime, lead: timedelta
) -> None:
    start = calendar.next_open(booked + lead)
    for part in DayPart:
        rows = plan_appointment(start, booked, part, calendar, topic="a")
        days = [calendar.wall(row.due_at).date() for row in rows]
        assert days == sorted(set(days))  # at most one a day
        for row in rows:
            assert row.useless_after is not None
            assert booked < row.due_at <= row.useless_after < start
            assert start - row.due_at >= timedelta(hours=1)
            assert not calendar.quiet(row.due_at)
            assert calendar.wall(row.due_at) == row.wall
        if start - booked > timedelta(days=8):
            assert any(row.kind == "day_before" for row in rows)


@pytest.mark.parametrize(
    ("last", "planned"),
    [
        (
            "2026-06-09T14:20",
            [
                "unfinished_1 Wed 2026-06-10T14:20",
                "unfinished_2 Fri 2026-06-12T14:20",
                "unfinished_3 Tue 2026-06-16T14:20",
                "unfinished_tell_team Wed 2026-06-17T14:20",
            ],
        ),
        (  # late at night: around the same hour, but decent
            "2026-06-08T23:40",
            [
                "unfinished_1 Tue 2026-06-09T19:30",
                "unfinished_2 Thu 2026-06-11T19:30",
                "unfinished_3 Mon 2026-06-15T19:30",
                "unfinished_tell_team Wed 2026-06-17T08:30",
            ],
        ),
        (  # before Easter: each on a later day than the one before
            "2026-04-04T06:00",
            [
                "unfinished_1 Tue 2026-04-07T09:00",
                "unfinished_2 Wed 2026-04-08T09:00",
                "unfinished_3 Sat 2026-04-11T09:00",
                "unfinished_tell_team Mon 2026-04-13T08:30",
            ],
        ),
    ],
)
def test_an_unfinished_intake(calendar: Calendar, last: str, planned: list[str]) -> None:
    assert shown(plan_unfinished(at(calendar, last), calendar, topic="c1")) == planned


@given(last=moments)
def test_nudges_are_decent_and_end_with_the_team(calendar: Calendar, last: datetime) -> None:
    *nudges, told = plan_unfinished(last, calendar, topic="c1")
    assert [row.kind[-1] for row in nudges] == ["1", "2", "3"]
    for row, after in zip(nudges, [*nudges[1:], told], strict=True):
        assert not calendar.quiet(row.due_at)
        assert row.useless_after == after.due_at
        assert row.due_at - last > timedelta(hours=19)
    assert calendar.open_now(told.due_at)
    assert told.due_at - last >= timedelta(days=8)


def test_pauses_are_solicited_and_silence_is_not(calendar: Calendar) -> None:
    pause = plan_pause(datetime(2026, 6, 9, 19, 0), calendar, topic="c1")
    assert (pause.solicited, pause.due_at) == (True, at(calendar, "2026-06-09T19:00"))
    now = at(calendar, "2026-06-09T14:00")
    silence = plan_silence(now, timedelta(minutes=20), 5, calendar, topic="c1")
    assert (silence.solicited, silence.turn) == (False, 5)
    assert silence.due_at == now + timedelta(minutes=20)
