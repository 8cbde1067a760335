"""A step of hers that she does not answer: asked again, gently and not for ever, then told.

What was asked plans what comes next. It lies under the step's own topic, so that an answer, a tick
of her people or another day for the step forgets it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from bot.service.arranging.keys import topic
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
)
from casework.childcare_limits import asked_again_on as asked_before_last_day_on
from casework.reminders import Planned
from storage import reminders
from storage.tx import Tx

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
                datetime.combine(again, plans.MIDDAY), calendar, args=args, lasting=ASK_AGAIN,
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


def again(house: House, plan_id: int, due: Due, at: datetime) -> Planned | None:
    """She asked to be asked once more; None when its last day is too near for that."""
    calendar, step, args = house.calendar, due.step.id, {"plan": str(plan_id), "step": due.step.id}
    today = calendar.wall(at).date()
    day, lasting = calendar.next_day_on(today + ASK_AGAIN), timedelta(days=14)
    if due.step.has_last_day and due.on is not None:
        before = asked_before_last_day_on(due, today, calendar)
        if before is None:
            return None
        ends = datetime.combine(due.on, time())
        day, args[DAY] = before, _iso(due.on)
        lasting = ends - datetime.combine(day, plans.MIDDAY)
    return plans.plan_step(
        datetime.combine(day, plans.MIDDAY),
        calendar,
        key=f"{topic(plan_id)}:{step}:again:{day}",
        topic=f"{topic(plan_id)}:{step}",
        lasting=lasting,
        args=args,
        solicited=True,
    )


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
        last = due.on if due.step.has_last_day else None
        on = said_on(due.step.id, today, plan, today, house.calendar, last)
        if on is not None and row.args.get(DAY, _iso(due.on)) == _iso(due.on):
            found[row.topic] = _asked(house, row, on, last)
    return [*found.values()]


def _asks(row: reminders.Due) -> bool:
    return row.kind == policy.CHILDCARE_STEP


def _asked(house: House, row: reminders.Due, on: date, last: date | None) -> Planned:
    wall = datetime.combine(on, plans.MIDDAY)
    lasting = datetime.combine(last, time()) - wall if last else ASK_AGAIN
    return plans.plan_step(
        wall, house.calendar, key=row.key, topic=row.topic, lasting=lasting, args=row.args,
        solicited=row.solicited,
    )  # fmt: skip


async def kept(
    tx: Tx, conversation_id: int, plan_id: int, dues: Sequence[Due]
) -> tuple[set[str], set[str]]:
    """(steps she asked to be asked about, steps she is asked about because nothing came back).

    What is about a step that is closed, or that got another day since, is forgotten first.
    """
    days = {due.step.id: _iso(due.on) for due in dues if due.open}
    hers: set[str] = set()
    open_: set[str] = set()
    for row in await _waiting(tx, conversation_id, plan_id):
        step, day = row.args["step"], row.args.get(DAY)
        if step not in days or (day is not None and day != days[step]):
            await reminders.cancel(tx, conversation_id=conversation_id, topic=row.topic)
        else:
            (hers if day is None else open_).add(step)
    return hers, open_


async def _waiting(tx: Tx, conversation_id: int, plan_id: int) -> list[reminders.Due]:
    kinds = (policy.CHILDCARE_STEP, policy.CHILDCARE_DUE)
    found = await reminders.of_kinds(tx, [conversation_id], kinds)
    mine = f"{topic(plan_id)}:"
    return [row for row in found.get(conversation_id, []) if row.topic.startswith(mine)]


def times_of(facts: Mapping[str, str]) -> int:
    """How often she was asked by now, this time included."""
    given = facts.get(TIMES, "1")
    return int(given) if given.isdigit() else 1


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
