"""Which reminders there will be: around an appointment, after a pause, for an unfinished intake.

The moments are wishes in decent hours; `casework.reminders` decides when they are due. The
confirmation of an appointment is a reply and not planned here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from casework.calendar import Calendar
from casework.effects import DayPart
from casework.reminders import (
    ALARM,
    BABY_TODDLER,
    CARD,
    CHILD_PACKAGE_AGAIN,
    CHILD_PACKAGE_DUE,
    CHILDCARE_DUE,
    CHILDCARE_STEP,
    DAY_BEFORE,
    EXPIRING,
    FOLLOW_UP,
    GOAL,
    MORNING_OF,
    PAUSE,
    SILENCE,
    TELL_TEAM,
    THREE_DAYS,
    UNFINISHED,
    Planned,
)

LONG_LEAD = timedelta(days=7)
JUST_TOLD = timedelta(hours=1)  # after booking no reminder for so long
NOT_LATER = timedelta(hours=1)  # before the start: a reminder is planned no later than this …
TOO_LATE = timedelta(minutes=30)  # … and sent no later than this
AFTER_DAYS = (1, 3, 7)  # an unfinished intake
TEAM_AFTER = 8
MIDDAY = time(10, 0)
SILENCE_HOLDS = timedelta(minutes=30)
CARD_HOLDS = timedelta(days=6)
YEARLY_HOLDS = timedelta(days=60)
COACHING_HOLDS = timedelta(days=14)
PAUSE_HOLDS = timedelta(days=14)
TODDLER_HOLDS = timedelta(days=14)
AGAIN_HOLDS = timedelta(days=14)
# What comes after all once her reminders are on again, and for how long that is of use.
COMES_BACK: Mapping[str, timedelta] = {
    CARD: CARD_HOLDS,
    GOAL: COACHING_HOLDS,
    FOLLOW_UP: COACHING_HOLDS,
    BABY_TODDLER: TODDLER_HOLDS,
    CHILD_PACKAGE_AGAIN: AGAIN_HOLDS,
}
# Of these the words are about their own day, and her people have a task for it anyhow.
OF_THAT_DAY = frozenset({BABY_TODDLER, CHILD_PACKAGE_AGAIN})


def plan_appointment(
    start: datetime,
    booked_at: datetime,
    part: DayPart,
    calendar: Calendar,
    *,
    topic: str,
    sequence: int = 0,
) -> list[Planned]:
    """The reminders of an appointment (moments aware), in the order they will come.

    Three days before when the lead is longer than a week; the day before, in the part of the
    day she likes; in the morning itself. Days off move a reminder to the day on before it.
    """
    day = calendar.wall(start).date()
    eve = calendar.last_day_on(day - timedelta(days=1))
    hour = calendar.rules.evening if part is DayPart.EVENING else calendar.rules.morning
    morning = _morning(start, calendar)
    rows = [(DAY_BEFORE, datetime.combine(eve, hour), _midnight(day) if morning else None)]
    if start - booked_at > LONG_LEAD:
        early = calendar.last_day_on(min(day - timedelta(days=3), eve - timedelta(days=1)))
        rows.insert(0, (THREE_DAYS, datetime.combine(early, MIDDAY), _midnight(eve)))
    if morning:
        rows.append((MORNING_OF, morning, None))
    latest = calendar.wall(start) - TOO_LATE
    planned = (
        _planned(kind, wall, calendar, topic, sequence, until=until or latest)
        for kind, wall, until in rows
    )
    return [row for row in planned if row.due_at >= booked_at + JUST_TOLD]


def plan_unfinished(last: datetime, calendar: Calendar, *, topic: str) -> list[Planned]:
    """Three nudges after her last answer, around the same hour, and then the team is told.

    A nudge is useless once the next one is there; each falls on a later day than the one
    before it.
    """
    wall = calendar.wall(last)
    hour = calendar.decent(wall.time().replace(second=0, microsecond=0))
    days = _later_days(wall.date(), calendar)
    walls = [datetime.combine(day, hour) for day in days]
    after_last = calendar.utc(walls[-1] + timedelta(days=1))
    told = calendar.next_open(max(last + timedelta(days=TEAM_AFTER), after_last))
    ends = [*walls[1:], calendar.wall(told)]
    rows = [
        _planned(kind, at, calendar, topic, until=end)
        for kind, at, end in zip(UNFINISHED, walls, ends, strict=True)
    ]
    return [*rows, _planned(TELL_TEAM, calendar.wall(told), calendar, topic)]


def plan_pause(wall: datetime, calendar: Calendar, *, topic: str) -> Planned:
    """The message at the moment she picked (local wall time)."""
    until = wall + PAUSE_HOLDS
    return _planned(PAUSE, wall, calendar, topic, until=until, solicited=True)


def plan_alarm(at: datetime, calendar: Calendar, *, topic: str) -> Planned:
    """The look whether somebody saw an alarm, at any hour of any day."""
    return _planned(ALARM, calendar.wall(at), calendar, topic)


def plan_expiring(now: datetime, calendar: Calendar, *, topic: str) -> Planned:
    """The word that an unfinished intake will be erased, at the first decent moment."""
    return _planned(EXPIRING, calendar.wall(calendar.next_allowed(now)), calendar, topic)


def plan_silence(
    now: datetime, after: timedelta, turn: int, calendar: Calendar, *, topic: str
) -> Planned:
    """The offer when she falls silent in the middle; stale once the turn moved on."""
    wall = calendar.wall(now + after)
    return _planned(SILENCE, wall, calendar, topic, until=wall + SILENCE_HOLDS, turn=turn)


def plan_step(
    wall: datetime,
    calendar: Calendar,
    *,
    key: str,
    topic: str,
    lasting: timedelta,
    args: Mapping[str, str],
    solicited: bool = False,
) -> Planned:
    """A message about a step of hers; of no use any more after `lasting`."""
    row = _planned(CHILDCARE_STEP, wall, calendar, topic, until=wall + lasting, solicited=solicited)
    return replace(row, key=key, args=args)


def plan_card(
    day: date,
    calendar: Calendar,
    *,
    key: str,
    topic: str,
    args: Mapping[str, str],
    lasting: timedelta = CARD_HOLDS,
    solicited: bool = False,
) -> Planned:
    """A card on this day, mid-morning; of no use any more after `lasting`, when the next comes."""
    wall = datetime.combine(day, MIDDAY)
    row = _planned(CARD, wall, calendar, topic, until=wall + lasting, solicited=solicited)
    return replace(row, key=key, args=args)


def plan_toddler(
    at: datetime, calendar: Calendar, *, key: str, topic: str, args: Mapping[str, str]
) -> Planned:
    """The word that there is a second package, at the first decent moment."""
    wall = calendar.wall(calendar.next_allowed(at))
    row = _planned(BABY_TODDLER, wall, calendar, topic, until=wall + TODDLER_HOLDS)
    return replace(row, key=key, args=args)


def plan_again(
    day: date, calendar: Calendar, *, topic: str, args: Mapping[str, str]
) -> list[Planned]:
    """Ask a fund again from this day on: a message to her, and a task for her people."""
    wall = datetime.combine(calendar.next_day_on(day), MIDDAY)
    opens = calendar.wall(calendar.next_open(calendar.utc(datetime.combine(day, MIDDAY))))
    rows = [
        _planned(CHILD_PACKAGE_AGAIN, wall, calendar, topic, until=wall + AGAIN_HOLDS),
        _planned(CHILD_PACKAGE_DUE, opens, calendar, topic),
    ]
    return [replace(row, args=args) for row in rows]


def plan_goal(day: date, calendar: Calendar, *, topic: str, args: Mapping[str, str]) -> Planned:
    """How her small goal went, mid-morning on this day or the first day on after it."""
    return _coaching(GOAL, day, calendar, topic, args)


def plan_follow_up(
    day: date, calendar: Calendar, *, topic: str, args: Mapping[str, str]
) -> Planned:
    """How it goes after some months of coaching."""
    return _coaching(FOLLOW_UP, day, calendar, topic, args)


def _coaching(
    kind: str, day: date, calendar: Calendar, topic: str, args: Mapping[str, str]
) -> Planned:
    wall = datetime.combine(calendar.next_day_on(day), MIDDAY)
    row = _planned(kind, wall, calendar, topic, until=wall + COACHING_HOLDS)
    return replace(row, key=f"{topic}:{day}", args=args)


def plan_after_all(
    kind: str, today: date, calendar: Calendar, *, key: str, topic: str, args: Mapping[str, str],
    solicited: bool,
) -> Planned:  # fmt: skip
    """Something of `COMES_BACK` that was withheld until today: on the first day on after it."""
    wall = datetime.combine(calendar.next_day_on(today + timedelta(days=1)), MIDDAY)
    until = wall + COMES_BACK[kind]
    row = _planned(kind, wall, calendar, topic, until=until, solicited=solicited)
    return replace(row, key=key, args=args)


def plan_due(
    at: datetime, calendar: Calendar, *, key: str, topic: str, args: Mapping[str, str]
) -> Planned:
    """The task for a step of her people, at this moment."""
    row = _planned(CHILDCARE_DUE, calendar.wall(at), calendar, topic)
    return replace(row, key=key, args=args)


def _morning(start: datetime, calendar: Calendar) -> datetime | None:
    """The wall time of the reminder on the day itself; None for an early appointment.

    The reminder is at least an hour before the start, so one for 9 o'clock would have to come
    at 8, in the quiet hours: then the day before is the last.
    """
    wall = calendar.wall(start)
    at = min(datetime.combine(wall.date(), calendar.rules.morning), wall - NOT_LATER)
    quiet = at.date() != wall.date() or calendar.quiet(calendar.utc(at))
    return None if quiet else at


def _later_days(first: date, calendar: Calendar) -> list[date]:
    days: list[date] = []
    for apart in AFTER_DAYS:
        wish = first + timedelta(days=apart)
        earliest = days[-1] + timedelta(days=1) if days else wish
        days.append(calendar.next_day_on(max(wish, earliest)))
    return days


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _planned(
    kind: str,
    wall: datetime,
    calendar: Calendar,
    topic: str,
    sequence: int = 0,
    *,
    until: datetime | None = None,
    solicited: bool = False,
    turn: int = 0,
) -> Planned:
    name = f"{topic}:{kind}" + (f":{sequence}" if sequence else "")
    return Planned(
        key=name,
        kind=kind,
        topic=topic,
        wall=wall,
        zone=calendar.zone.key,
        due_at=calendar.utc(wall),
        useless_after=calendar.utc(until) if until else None,
        solicited=solicited,
        turn=turn,
    )
