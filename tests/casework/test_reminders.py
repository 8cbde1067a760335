"""What happens to a reminder that came due: single cases by name."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from casework.calendar import Calendar
from casework.reminders import Drop, Due, Fire, Mode, Move, decide, decide_all

NUDGE, PAUSE, DAY_BEFORE = "unfinished_1", "pause", "day_before"


def at(calendar: Calendar, text: str) -> datetime:
    return calendar.utc(datetime.fromisoformat(text))


def due(calendar: Calendar, kind: str, when: str, until: str = "", **more: bool) -> Due:
    end = at(calendar, until) if until else None
    return Due(kind, at(calendar, when), end, **more)


def test_it_goes_out(calendar: Calendar) -> None:
    nudge = due(calendar, NUDGE, "2026-06-09T14:00")
    assert decide(nudge, nudge.due_at, [], Mode.ON, calendar) == Fire()


def test_what_she_asked_for_waits_for_the_morning(calendar: Calendar) -> None:
    pause = due(calendar, PAUSE, "2026-06-06T20:45", solicited=True)
    moved = Move(at(calendar, "2026-06-08T08:30"), "quiet")
    assert decide(pause, pause.due_at, [], Mode.ON, calendar) == moved


def test_what_she_asked_for_has_no_cap(calendar: Calendar) -> None:
    now = at(calendar, "2026-06-09T19:00")
    past = [now - timedelta(hours=hours) for hours in (1, 30, 60)]
    pause = due(calendar, PAUSE, "2026-06-09T19:00", solicited=True)
    assert decide(pause, now, past, Mode.ON, calendar) == Fire()


def test_one_a_day(calendar: Calendar) -> None:
    nudge, past = due(calendar, NUDGE, "2026-06-09T19:00"), at(calendar, "2026-06-09T09:00")
    moved = Move(at(calendar, "2026-06-10T19:00"), "daily_cap")
    assert decide(nudge, nudge.due_at, [past], Mode.ON, calendar) == moved


def test_three_in_any_seven_days(calendar: Calendar) -> None:
    nudge = due(calendar, NUDGE, "2026-06-12T14:00")
    past = [at(calendar, f"2026-06-{day}T10:00") for day in ("08", "09", "11")]
    moved = Move(at(calendar, "2026-06-15T10:00"), "weekly_cap")
    assert decide(nudge, nudge.due_at, past, Mode.ON, calendar) == moved


def test_seven_days_over_a_clock_change(calendar: Calendar) -> None:
    nudge = due(calendar, NUDGE, "2026-03-30T10:00")
    past = [at(calendar, f"2026-03-{day}T10:00") for day in ("24", "25", "26")]
    moved = Move(at(calendar, "2026-03-31T11:00"), "weekly_cap")  # 168 hours, not 167
    assert decide(nudge, nudge.due_at, past, Mode.ON, calendar) == moved


def test_a_nudge_leaves_room_for_the_evening(calendar: Calendar) -> None:
    nudge = due(calendar, NUDGE, "2026-06-09T10:00")
    ahead = [due(calendar, DAY_BEFORE, "2026-06-09T18:30")]
    assert decide(nudge, nudge.due_at, [], Mode.ON, calendar, ahead) == Move(
        at(calendar, "2026-06-10T10:00"), "gives_way"
    )


def test_a_nudge_leaves_room_in_the_week(calendar: Calendar) -> None:
    nudge = due(calendar, NUDGE, "2026-06-08T10:00")
    ahead = [
        due(calendar, "three_days", "2026-06-09T10:00"),
        due(calendar, DAY_BEFORE, "2026-06-11T18:30"),
        due(calendar, "morning_of", "2026-06-12T09:00"),
    ]
    to = decide(nudge, nudge.due_at, [], Mode.ON, calendar, ahead)
    assert to == Move(at(calendar, "2026-06-16T10:00"), "gives_way")


def test_an_appointment_does_not_give_way_to_a_nudge(calendar: Calendar) -> None:
    eve = due(calendar, DAY_BEFORE, "2026-06-09T18:30")
    ahead = [due(calendar, NUDGE, "2026-06-09T19:00")]
    assert decide(eve, eve.due_at, [], Mode.ON, calendar, ahead) == Fire()


def test_an_appointment_over_the_cap_is_shown_to_the_tandem(calendar: Calendar) -> None:
    eve = due(calendar, DAY_BEFORE, "2026-06-09T18:30", "2026-06-10T00:00")
    past = [at(calendar, "2026-06-09T10:00")]
    dropped = Drop("daily_cap", matters=True)
    assert decide(eve, eve.due_at, past, Mode.ON, calendar) == dropped


@pytest.mark.parametrize("mode", [Mode.OFF, Mode.FROZEN])
def test_stop_and_crisis_stop_everything_but_the_team(calendar: Calendar, mode: Mode) -> None:
    now = at(calendar, "2026-06-09T14:00")

    def fate(kind: str, *, solicited: bool = False) -> object:
        return decide(Due(kind, now, None, solicited), now, [], mode, calendar)

    assert fate(NUDGE) == Drop(mode.value, matters=False)
    assert fate(DAY_BEFORE) == Drop(mode.value, matters=True)
    assert fate(PAUSE, solicited=True) == Drop(mode.value, matters=True)
    assert fate("unfinished_tell_team") == Fire()


def test_after_an_outage(calendar: Calendar) -> None:
    now = at(calendar, "2026-06-10T09:30")
    early = due(calendar, "three_days", "2026-06-07T10:00", "2026-06-09T00:00")
    eve = due(calendar, DAY_BEFORE, "2026-06-09T18:30", "2026-06-10T00:00")
    morning = due(calendar, "morning_of", "2026-06-10T09:00", "2026-06-10T13:30")
    assert decide_all([early, eve, morning], now, [], Mode.ON, calendar) == [
        Drop("late", matters=True),
        Drop("late", matters=True),
        Fire(),
    ]


def test_what_ranks_higher_goes_first_when_many_are_due(calendar: Calendar) -> None:
    now = at(calendar, "2026-06-09T18:30")
    dues = [Due(NUDGE, now), Due(PAUSE, now, None, solicited=True), Due(DAY_BEFORE, now)]
    assert decide_all(dues, now, [], Mode.ON, calendar) == [
        Move(at(calendar, "2026-06-10T18:30"), "daily_cap"),
        Fire(),
        Fire(),
    ]


def test_the_offer_after_silence_is_now_or_never(calendar: Calendar) -> None:
    night = due(calendar, "silence", "2026-06-09T21:00", "2026-06-09T21:30")
    assert decide(night, night.due_at, [], Mode.ON, calendar) == Drop("quiet")
    evening = due(calendar, "silence", "2026-06-09T15:00", "2026-06-09T15:30")
    assert decide(evening, evening.due_at, [], Mode.ON, calendar) == Fire()
    past = [at(calendar, "2026-06-09T09:00")]
    assert decide(evening, evening.due_at, past, Mode.ON, calendar) == Drop("daily_cap")


def test_the_team_hears_it_at_night_too(calendar: Calendar) -> None:
    night = due(calendar, "unfinished_tell_team", "2026-06-07T03:00")
    assert decide(night, night.due_at, [], Mode.ON, calendar) == Fire()


def test_seven_days_when_the_clock_goes_back(calendar: Calendar) -> None:
    nudge = due(calendar, NUDGE, "2026-10-27T09:30")  # 168.5 hours later, but not a week
    past = [at(calendar, f"2026-10-{day}T10:00") for day in ("20", "21", "22")]
    moved = Move(at(calendar, "2026-10-27T10:00"), "weekly_cap")
    assert decide(nudge, nudge.due_at, past, Mode.ON, calendar) == moved
