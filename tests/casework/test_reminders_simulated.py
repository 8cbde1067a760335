"""Weeks of a family's life, at random: the promises about reminders hold whatever happens.

Appointments, unfinished intakes, pauses, silences, outages, "stop" and crises come in any
order, over clock changes and holidays. The service is simulated by its contract: rows that
are due are decided together; a Move gives a row a new moment; the rest ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.calendar import Calendar
from casework.effects import DayPart
from casework.plans import plan_appointment, plan_pause, plan_silence, plan_unfinished
from casework.reminders import (
    APPOINTMENT,
    WEEK,
    Drop,
    Due,
    Fire,
    Mode,
    Move,
    Planned,
    counts,
    decide_all,
)

DAY = timedelta(days=1)
# around both clock changes, Easter and Christmas: where rules meet
STARTS = [datetime(2026, *day, 9, tzinfo=UTC) for day in ((3, 20), (4, 1), (10, 19), (12, 18))]


@dataclass
class Row:
    plan: Planned
    made: datetime
    due_at: datetime
    fate: str = ""  # fired, or why it was dropped
    at: datetime | None = None
    matters: bool = False
    moves: int = 0

    @property
    def due(self) -> Due:
        plan = self.plan.due
        return Due(plan.kind, self.due_at, plan.useless_after, plan.solicited)


@dataclass
class Life:
    """The simulated service for one family."""

    calendar: Calendar
    outages: Sequence[tuple[datetime, datetime]] = ()
    mode: Mode = Mode.ON
    rows: list[Row] = field(default_factory=list)

    def plan(self, now: datetime, *plans: Planned) -> None:
        self.rows += [Row(plan, now, plan.due_at) for plan in plans]

    def open(self) -> list[Row]:
        return [row for row in self.rows if not row.fate]

    def run(self, until: datetime) -> None:
        """Let the clock tick up to this moment."""
        while rows := [row for row in self.open() if row.due_at <= until]:
            now = self.up(min(row.due_at for row in rows))
            if now > until:
                return
            self.tick(now)

    def up(self, moment: datetime) -> datetime:
        for start, end in self.outages:
            if start <= moment < end:
                return end
        return moment

    def tick(self, now: datetime) -> None:
        due = [row for row in self.open() if row.due_at <= now]
        ahead = [row.due for row in self.open() if row.due_at > now]
        past = [row.at for row in self.rows if row.fate == "fired" and counts(row.due) and row.at]
        dues = [row.due for row in due]
        for row, decision in zip(
            due, decide_all(dues, now, past, self.mode, self.calendar, ahead), strict=True
        ):
            self.settle(row, decision, now)

    def settle(self, row: Row, decision: Fire | Move | Drop, now: datetime) -> None:
        if isinstance(decision, Move):
            assert decision.to > now
            assert not self.calendar.quiet(decision.to)
            row.due_at, row.moves = decision.to, row.moves + 1
            assert row.moves < 20
        else:
            fired = isinstance(decision, Fire)
            row.fate = "fired" if fired else decision.reason  # type: ignore[union-attr]
            row.matters = not fired and decision.matters  # type: ignore[union-attr]
            row.at = now


def wish(calendar: Calendar, what: int, hours: int, now: datetime, serial: int) -> list[Planned]:
    """Something that happens in her life, and the reminders it asks for."""
    topic = f"t{serial}"
    if what <= 2:
        start = calendar.next_open(now + timedelta(hours=hours))
        return plan_appointment(start, now, list(DayPart)[what % 2], calendar, topic=topic)
    if what <= 4:
        return plan_unfinished(now, calendar, topic=topic)
    if what == 5:
        wall = calendar.wall(now + timedelta(hours=hours % 90 + 1))
        return [plan_pause(wall, calendar, topic=topic)]
    return [plan_silence(now, timedelta(minutes=20), serial, calendar, topic=topic)]


happenings = st.lists(
    st.tuples(st.integers(0, 6), st.integers(1, 500), st.integers(0, 60)), min_size=1, max_size=14
)
outages = st.lists(st.tuples(st.integers(0, 900), st.integers(1, 72)), max_size=3)
modes = st.lists(st.tuples(st.integers(0, 13), st.sampled_from(list(Mode))), max_size=3)


def live(
    calendar: Calendar,
    start: datetime,
    events: Sequence[tuple[int, int, int]],
    down: Sequence[tuple[int, int]] = (),
    turns: Sequence[tuple[int, Mode]] = (),
) -> Life:
    hour = timedelta(hours=1)
    life = Life(calendar, sorted((start + a * hour, start + (a + n) * hour) for a, n in down))
    now = start
    for serial, (what, hours, gap) in enumerate(events):
        now = life.up(now + gap * hour)
        life.run(now)
        life.mode = dict(turns).get(serial, life.mode)
        life.plan(now, *wish(calendar, what, hours, now, serial))
    life.run(now + 120 * DAY)
    return life


def unsolicited(life: Life) -> list[datetime]:
    return sorted(row.at for row in life.rows if row.fate == "fired" and row.at and counts(row.due))


def check(life: Life) -> None:
    calendar, sent = life.calendar, unsolicited(life)
    days = [calendar.wall(moment).date() for moment in sent]
    assert len(days) == len(set(days)), "more than one a day"
    for first, fourth in zip(sent, sent[3:], strict=False):
        assert fourth - first >= WEEK, "more than three in seven days"
        assert calendar.wall(fourth) - calendar.wall(first) >= WEEK
    for row in life.rows:
        assert row.fate, "silently missed"
        assert row.at is not None
        if row.fate == "fired":
            assert row.at >= row.plan.due_at
            assert not row.plan.useless_after or row.at <= row.plan.useless_after
            assert row.plan.kind == "unfinished_tell_team" or not calendar.quiet(row.at)
        else:
            assert row.matters == (row.plan.kind in APPOINTMENT or row.plan.solicited)


@settings(max_examples=150, deadline=None)
@given(start=st.sampled_from(STARTS), events=happenings, down=outages, turns=modes)
def test_whatever_happens(
    calendar: Calendar,
    start: datetime,
    events: list[tuple[int, int, int]],
    down: list[tuple[int, int]],
    turns: list[tuple[int, Mode]],
) -> None:
    check(live(calendar, start, events, down, turns))


@settings(max_examples=150, deadline=None)
@given(start=st.sampled_from(STARTS), events=happenings)
def test_nothing_that_ranks_lower_takes_a_planned_place(
    calendar: Calendar, start: datetime, events: list[tuple[int, int, int]]
) -> None:
    life = live(calendar, start, events)
    check(life)
    assert not any(row.fate == "late" for row in life.rows), "late without an outage"
    fired = [row for row in life.rows if row.fate == "fired" and counts(row.due)]
    stopped = [row for row in life.rows if row.plan.kind in APPOINTMENT and row.fate != "fired"]
    for row in stopped:
        lower = [o for o in fired if o.due.rank < row.due.rank and o.at and o.at > row.made]
        if row.fate == "daily_cap" and not row.moves:
            days = [calendar.wall(o.at).date() for o in lower if o.at]
            assert row.plan.wall.date() not in days
        if row.fate == "weekly_cap":  # a later booking may have filled the week, a nudge not
            assert row.at is not None
            week = [o for o in fired if o.at and timedelta() <= row.at - o.at < WEEK]
            assert any(o not in lower for o in week)


@settings(max_examples=100, deadline=None)
@given(start=st.sampled_from(STARTS), gap=st.integers(0, 24 * 30))
def test_one_unfinished_intake_gets_all_its_nudges(
    calendar: Calendar, start: datetime, gap: int
) -> None:
    life = live(calendar, start, [(3, 1, gap)])
    assert [row.fate for row in life.rows] == ["fired"] * 4


@settings(max_examples=100, deadline=None)
@given(start=st.sampled_from(STARTS), hours=st.integers(1, 24 * 40))
def test_one_appointment_gets_all_its_reminders(
    calendar: Calendar, start: datetime, hours: int
) -> None:
    life = live(calendar, start, [(0, hours, 0)])
    assert {row.fate for row in life.rows} <= {"fired"}
    assert all(row.at == row.plan.due_at for row in life.rows)
