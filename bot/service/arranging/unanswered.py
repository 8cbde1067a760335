"""A step of hers that she does not answer: asked again, gently and not for ever, then told.

What was asked plans what comes next. It lies under the step's own topic, so that an answer, a tick
of her people or another day for the step forgets it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from bot.service.arranging.keys import message_key, topic
from bot.service.house import House
from casework import plans
from casework import reminders as policy
from casework.childcare import (
    ASK_AGAIN,
    Due,
    Plan,
    asked_again_on,
    said_on,
    told_unanswered_on,
    warning_near,
)
from casework.childcare_limits import asked_again_on as asked_later_on
from casework.reminders import Planned
from storage import reminders
from storage.tx import Tx

FRESH = timedelta(days=14)  # a message that could not go out is still of use for so long
SILENT = "silent"  # in the facts of what her people hear: nothing came back
DAY, TIMES = "day", "times"  # the step's day when she was asked; how often she was by now


def unanswered(
    house: House, plan_id: int, plan: Plan, due: Due, times: int, at: datetime
) -> list[Planned]:
    """What follows if nothing comes back, now that she was asked about this step so many times."""
    if due.step.has_last_day:  # her people hear of its day anyhow
        return []
    calendar, step = house.calendar, due.step.id
    today = calendar.wall(at).date()
    args = {"plan": str(plan_id), "step": step, DAY: _iso(due.on), TIMES: str(times + 1)}
    rows = []
    if again := asked_again_on(step, times, plan, today, calendar):
        rows.append(
            plans.plan_step(
                wall := datetime.combine(again, plans.MIDDAY), calendar, args=args,
                lasting=_lasting(wall, due.last, ASK_AGAIN),
                key=f"{topic(plan_id)}:{step}:open:{today}", topic=f"{topic(plan_id)}:{step}",
            )
        )  # fmt: skip
    if told := told_unanswered_on(step, times, plan, today, calendar):
        moment = calendar.next_open(calendar.utc(datetime.combine(told, time(9, 0))))
        key = f"{topic(plan_id)}:{step}:silent:{today}"
        args = {"plan": str(plan_id), "step": step, DAY: _iso(due.on), SILENT: "ja"}
        row = plans.plan_due(moment, calendar, key=key, topic=f"{topic(plan_id)}:{step}", args=args)
        rows.append(row)
    return rows


def again(house: House, plan_id: int, plan: Plan, due: Due, at: datetime) -> Planned | None:
    """She asked to be asked once more; None when its last day is too near for that.

    In the place of a warning of the hard stop that comes around the same day.
    """
    calendar, step = house.calendar, due.step.id
    today = calendar.wall(at).date()
    day = asked_later_on(due, today, calendar)
    if day is None:
        return None
    args = {"plan": str(plan_id), "step": step}
    if due.step.has_last_day:
        args[DAY] = _iso(due.on)
    near = warning_near(step, plan, day, today)
    key = message_key(plan_id, *near) if near else f"{topic(plan_id)}:{step}:again:{day}"
    wall = datetime.combine(day, plans.MIDDAY)
    return plans.plan_step(
        wall, calendar, key=key, topic=f"{topic(plan_id)}:{step}", args=args, solicited=True,
        lasting=_lasting(wall, due.last, FRESH),
    )  # fmt: skip


def _lasting(wall: datetime, last: date | None, wish: timedelta) -> timedelta:
    """Of use for so long, and never on the last day itself."""
    return min(wish, datetime.combine(last, time()) - wall) if last else wish


async def withheld(
    tx: Tx, house: House, conversation_id: int, plan_id: int, plan: Plan, dues: Sequence[Due],
    at: datetime,
) -> list[Planned]:  # fmt: skip
    """What she would have been asked once more while her reminders were off, from tomorrow on.

    Not about a step that is closed, got another day, or is too late by now.
    """
    today, mine = house.calendar.wall(at).date(), f"{topic(plan_id)}:"
    there = {row.topic for row in await _waiting(tx, conversation_id, plan_id) if _asks(row)}
    open_ = {due.step.id: due for due in dues if due.open}
    found: dict[str, Planned] = {}
    for row in await reminders.withheld(tx, conversation_id, (policy.CHILDCARE_STEP,)):
        due = open_.get(row.args["step"])
        if due is None or row.topic in there or not row.topic.startswith(mine):
            continue
        on = said_on(due.step.id, today, plan, today, house.calendar, due.last)
        if on is not None and row.args.get(DAY, _iso(due.on)) == _iso(due.on):
            found[row.topic] = _asked(house, row, on, due.last)
    return [*found.values()]


def _asks(row: reminders.Due) -> bool:
    return row.kind == policy.CHILDCARE_STEP


def _asked(house: House, row: reminders.Due, on: date, last: date | None) -> Planned:
    wall = datetime.combine(on, plans.MIDDAY)
    return plans.plan_step(
        wall, house.calendar, key=row.key, topic=row.topic, args=row.args,
        lasting=_lasting(wall, last, ASK_AGAIN), solicited=row.solicited,
    )  # fmt: skip


async def kept(
    tx: Tx, conversation_id: int, plan_id: int, dues: Sequence[Due]
) -> tuple[dict[str, date], set[str]]:
    """(steps she asked to be asked about, with the day; steps that nothing came back about).

    What is about a step that is closed, or that got another day since, is forgotten first.
    """
    days = {due.step.id: _iso(due.on) for due in dues if due.open}
    hers: dict[str, date] = {}
    open_: set[str] = set()
    for row in await _waiting(tx, conversation_id, plan_id):
        step, day = row.args["step"], row.args.get(DAY)
        if step not in days or (day is not None and day != days[step]):
            await reminders.cancel(tx, conversation_id=conversation_id, topic=row.topic)
        elif day is None:
            hers[step] = date.fromisoformat(row.wall[:10])
        else:
            open_.add(step)
    return hers, open_


async def _waiting(tx: Tx, conversation_id: int, plan_id: int) -> list[reminders.Due]:
    kinds = (policy.CHILDCARE_STEP, policy.CHILDCARE_DUE)
    found = await reminders.of_kinds(tx, [conversation_id], kinds)
    mine = f"{topic(plan_id)}:"
    return [row for row in found.get(conversation_id, []) if row.topic.startswith(mine)]


def times_of(facts: Mapping[str, str]) -> int:
    """How often she was asked by now, this time included."""
    given = facts.get(TIMES, "1")
    return int(given) if given.isdecimal() else 1


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
