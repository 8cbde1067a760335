"""What happens to a reminder when its moment has come: it goes out, moves, or is dropped.

Planning (`casework.plans`) knows only wishes and decent hours. Whether a message may really
go out is decided when it is due, because only then is it known what else she got. What
always holds:

- nothing in the quiet hours, on Sundays or on public holidays, not even what she asked for;
- at most `daily_cap` unsolicited messages a local day and `weekly_cap` in any seven days,
  over all flows; nothing may exceed the caps;
- what ranks lower gives way: a nudge does not use up the place of an appointment's reminder
  that is already planned (`ahead`);
- "stop" and a crisis stop everything that goes to her; what the team must hear goes on;
- a reminder that cannot go out any more is dropped with a reason, and if it `matters` the
  tandem sees it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from casework.calendar import Calendar
from dialogs.values import value_class

THREE_DAYS = "three_days"
DAY_BEFORE = "day_before"
MORNING_OF = "morning_of"
UNFINISHED = ("unfinished_1", "unfinished_2", "unfinished_3")
TELL_TEAM = "unfinished_tell_team"
ALARM = "alarm_unseen"
PAUSE = "pause"
SILENCE = "silence"
EXPIRING = "expiring"  # her answers go in a few days
CHILDCARE_STEP = "childcare_step"  # a step of hers towards childcare
CHILDCARE_DUE = "childcare_due"  # one of her people
CHILD_PACKAGE_AGAIN = "child_package_again"  # ask for her child again, after almost a year
CHILD_PACKAGE_DUE = "child_package_due"  # her people's part of that

APPOINTMENT = frozenset({THREE_DAYS, DAY_BEFORE, MORNING_OF})
CARD = "card"  # something useful to know, as she asked
BABY_TODDLER = "baby_toddler"  # the second package, on the day that was chosen
GOAL = "small_goal"  # how her small goal went
FOLLOW_UP = "follow_up"  # some months of coaching
ARRANGED = frozenset({CHILDCARE_STEP, CARD, BABY_TODDLER, CHILD_PACKAGE_AGAIN, GOAL, FOLLOW_UP})
# Not to her: no caps, no quiet hours.
TO_TEAM = frozenset({TELL_TEAM, ALARM, CHILDCARE_DUE, CHILD_PACKAGE_DUE})
# About what she does not do, or for people at once: none of these keeps or promises her anything.
FOR_SILENCE = frozenset({*UNFINISHED, TELL_TEAM, SILENCE, EXPIRING, ALARM})
NOW_OR_NEVER = frozenset({SILENCE})  # never moved
RANKS: Mapping[str, int] = {
    DAY_BEFORE: 40,  # it still leaves time to arrange things
    MORNING_OF: 30,
    THREE_DAYS: 20,
    **dict.fromkeys(UNFINISHED, 10),
    EXPIRING: 50,  # it can be said only now
    SILENCE: 12,  # in the middle of a talk: it may cost a nudge of next week
}
OTHER_RANK = 15  # flows to come: after appointments, before nudges
WEEK = timedelta(days=7)
_TRIES = 30


class Mode(StrEnum):
    """Whether reminders may go to her at all."""

    ON = "on"
    OFF = "off"  # she said stop
    FROZEN = "frozen"  # after a crisis, until a human releases


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder as `decide` sees it; also one that is still ahead. Moments are aware."""

    kind: str
    due_at: datetime
    useless_after: datetime | None = None
    solicited: bool = False

    @property
    def rank(self) -> int:
        """Higher goes first."""
        return RANKS.get(self.kind, OTHER_RANK)

    @property
    def matters(self) -> bool:
        """Whether the tandem must see that it did not go out."""
        return self.kind in APPOINTMENT or self.solicited


@value_class(frozen=True, slots=True)
class Planned:
    """A row to be: `wall` is what was agreed, `due_at` (UTC) is what the clock looks for."""

    key: str  # unique, e.g. "appointment:7:0:day_before"
    kind: str
    topic: str
    wall: datetime  # local, naive
    zone: str
    due_at: datetime
    useless_after: datetime | None = None
    solicited: bool = False
    turn: int = 0
    args: Mapping[str, str] = field(default_factory=dict)

    @property
    def due(self) -> Due:
        """What `decide` needs of it."""
        return Due(self.kind, self.due_at, self.useless_after, self.solicited)


@dataclass(frozen=True, slots=True)
class Fire:
    """Send it now."""


@dataclass(frozen=True, slots=True)
class Move:
    """Not now: look again at `to` (UTC)."""

    to: datetime
    reason: str  # quiet, daily_cap, weekly_cap, gives_way


@dataclass(frozen=True, slots=True)
class Drop:
    """It will not go out. `matters`: the tandem must see that."""

    reason: str  # off, frozen, late, quiet, daily_cap, weekly_cap, gives_way
    matters: bool = False


Decision = Fire | Move | Drop


def decide(
    due: Due,
    now: datetime,
    past: Sequence[datetime],
    mode: Mode,
    calendar: Calendar,
    ahead: Sequence[Due] = (),
) -> Decision:
    """What to do with a reminder whose moment has come.

    `past`: when unsolicited messages went to her, of the last seven days at least. `ahead`:
    what else is planned for her in the next eight days.
    """
    if due.kind in TO_TEAM:
        return Fire()
    if mode is not Mode.ON:
        return Drop(mode.value, due.matters)
    if due.useless_after is not None and now > due.useless_after:
        return Drop("late", due.matters)
    week = _week(due, past, calendar, ahead)
    reason = _hindrance(now, week, calendar)
    if not reason:
        return Fire()
    to = None if due.kind in NOW_OR_NEVER else _room(due, now, week, calendar)
    if to is None or (due.useless_after is not None and to > due.useless_after):
        return Drop(reason, due.matters)
    return Move(to, reason)


def decide_all(
    dues: Sequence[Due],
    now: datetime,
    past: Sequence[datetime],
    mode: Mode,
    calendar: Calendar,
    ahead: Sequence[Due] = (),
) -> list[Decision]:
    """Decisions for all that came due for one family at once, in the order given.

    The highest rank is decided first, and what fires counts for the others.
    """
    decisions: dict[int, Decision] = {}
    sent = list(past)
    for place in sorted(range(len(dues)), key=lambda i: (-dues[i].rank, dues[i].due_at)):
        decision = decide(dues[place], now, sent, mode, calendar, ahead)
        if isinstance(decision, Fire) and counts(dues[place]):
            sent.append(now)
        decisions[place] = decision
    return [decisions[place] for place in range(len(dues))]


def counts(due: Due) -> bool:
    """Whether it is an unsolicited message to her, and so uses up a place under the caps."""
    return not due.solicited and due.kind not in TO_TEAM


class _At(NamedTuple):
    """A moment and what the clock on the wall says then: each is worked out once."""

    moment: datetime
    wall: datetime

    def same_day(self, other: _At) -> bool:
        """On the same local day."""
        return self.wall.date() == other.wall.date()

    def same_week(self, later: _At) -> bool:
        """Less than seven days apart, on the wall or by the clock that never jumps."""
        return min(later.wall - self.wall, later.moment - self.moment) < WEEK


@dataclass(frozen=True, slots=True)
class _Week:
    """What fills the places under the caps: sent already, and kept for what ranks higher."""

    calendar: Calendar
    sent: tuple[_At, ...]
    kept: tuple[_At, ...]

    def hindrance(self, moment: datetime) -> str:
        """Why a message may not go out at this moment; "" when it may."""
        at, rules = _At(moment, self.calendar.wall(moment)), self.calendar.rules
        sent = self._around(at)
        if sum(one.same_day(at) for one in sent) >= rules.daily_cap:
            return "daily_cap"
        if len(sent) >= rules.weekly_cap:
            return "weekly_cap"
        kept = [one for one in self.kept if one > at and at.same_week(one)]
        return "gives_way" if any(self._needs_place(one, at) for one in kept) else ""

    def released(self, moment: datetime) -> datetime:
        """When the oldest message that fills the week is a week ago, by both clocks."""
        sent = self._around(_At(moment, self.calendar.wall(moment)))
        oldest = sent[len(sent) - self.calendar.rules.weekly_cap]
        return max(oldest.moment + WEEK, self.calendar.utc(oldest.wall + WEEK))

    def _around(self, at: _At) -> list[_At]:
        """What was sent in the seven days up to this moment, or will have been."""
        kept = (one for one in self.kept if one <= at)
        return sorted(one for one in (*self.sent, *kept) if one.same_week(at))

    def _needs_place(self, kept: _At, at: _At) -> bool:
        """Whether a message at `at` takes the place of the one kept for later."""
        rules, before = self.calendar.rules, [*self._around(kept), at]  # `kept` is in it
        today = sum(one.same_day(kept) for one in before)
        full = at.same_day(kept) and today > rules.daily_cap
        return full or len(before) > rules.weekly_cap


def _week(
    due: Due, past: Iterable[datetime], calendar: Calendar, ahead: Iterable[Due]
) -> _Week | None:
    if not counts(due):
        return None
    kept = (other.due_at for other in ahead if counts(other) and other.rank > due.rank)
    sent, saved = (tuple(_At(m, calendar.wall(m)) for m in some) for some in (past, kept))
    return _Week(calendar, sent, saved)


def _hindrance(at: datetime, week: _Week | None, calendar: Calendar) -> str:
    if calendar.quiet(at):
        return "quiet"
    return week.hindrance(at) if week else ""


def _room(due: Due, now: datetime, week: _Week | None, calendar: Calendar) -> datetime | None:
    """The first decent moment with room under the caps; None when there is none in sight."""
    at, hour = now, calendar.decent(calendar.wall(due.due_at).time())
    for _ in range(_TRIES):
        at = calendar.next_allowed(at)
        reason = _hindrance(at, week, calendar)
        if not reason:
            return at
        full = reason == "weekly_cap"
        at = week.released(at) if week and full else _next_day(at, hour, calendar)
    return None


def _next_day(at: datetime, hour: time, calendar: Calendar) -> datetime:
    day = calendar.wall(at).date() + timedelta(days=1)
    return calendar.utc(datetime.combine(calendar.next_day_on(day), hour))
