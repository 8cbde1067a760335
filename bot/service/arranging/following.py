"""Keeping an arrangement in step: each step its day, her messages and her people's tasks with it.

Whatever changes (the first day, the way it is paid, a step that is done), `follow` is called; it
works everything out anew, so that what is open moves along and what was said is not said again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.service.arranging import unanswered
from bot.service.arranging.keys import LAST_DAY, LIMITS, LOST, message_key, task_key, topic
from bot.service.house import House
from bot.service.plans import planned
from casework import plans
from casework.childcare import (
    ASK_AGAIN,
    MOST_ASKED,
    ON_THE_DAY,
    Due,
    Plan,
    dated,
    reminded,
    said_on,
)
from casework.childcare_limits import lost_on, warned_on
from casework.childcare_steps import OPENED_BY, Owner
from casework.reminders import Planned
from storage import childcare, grants, handoffs, reminders, sessions, tasks
from storage.tx import Tx

PROGRAMME = "bridging_childcare"
AHEAD = timedelta(days=7)  # her people hear of a step of theirs so long before its day
PLAN = "plan"  # who ended a task that the plan does not need any more


def offsets(house: House) -> Mapping[str, int]:
    """The municipality's own days for steps, where it has any."""
    found = house.municipality.offers(PROGRAMME)
    return found.offsets if found else {}


async def known(tx: Tx, house: House, row: childcare.Plan) -> Plan:
    """The kept rows as the pure rules know them, with the place that pays for it."""
    ways = {way.id: way for way in house.municipality.funding}
    way, steps = ways.get(row.way), await childcare.steps(tx, row.id)
    given = [one for one in await grants.of_plan(tx, row.id) if one.what.months]
    places = [one.what for one in given if way and one.programme == way.programme]
    return Plan(
        begun=date.fromisoformat(row.begun_on),
        first_day=_day(row.first_day),
        way=way,
        offer_on=_day(row.offer_on),
        changed_on=_day(row.changed_on),
        four_on=_day(row.four_on),
        done={one.step: date.fromisoformat(one.done_on) for one in steps if one.done_on},
        by_hand={step: date.fromisoformat(on) for step, on in row.by_hand.items()},
        months=row.months,
        place=max(places, key=lambda one: one.ends_on, default=None),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


async def follow(tx: Tx, house: House, plan_id: int, at: datetime) -> None:
    """Give every step its day now, and plan her messages and her people's tasks anew."""
    row = await childcare.get(tx, plan_id)
    if row is None:
        return
    plan = await known(tx, house, row)
    dues = dated(plan, offsets(house), house.calendar)
    days = {due.step.id: due.on.isoformat() if due.on else None for due in dues}
    await childcare.put_steps(tx, plan_id, days)
    await _move_tasks(tx, house, plan_id, dues)
    await _end_tasks(tx, row, dues, at)
    talk = await sessions.by_family(tx, row.family_id)
    if talk is None:  # what is near is put on the desk by `near.WithoutChat`
        return
    await reminders.cancel(tx, conversation_id=talk.id, topic=topic(plan_id))
    asked, silent = await unanswered.kept(tx, talk.id, plan_id, dues)
    hers = _hers(house, plan_id, plan, dues, at, silent)
    theirs = of_team(house, plan_id, dues, at)
    rows = [*hers, *theirs]
    rows = [row for row in rows if not _asked_anyhow(row, asked)]
    await reminders.plan(tx, [planned(talk.id, one) for one in rows], at.timestamp())


def _asked_anyhow(row: Planned, asked: Mapping[str, date]) -> bool:
    """Whether she asked to be asked about this step, so that this row says nothing new.

    Its last day is told all the same, and so is a warning that comes a week later or more.
    """
    day = asked.get(row.args["step"])
    if day is None or any(limit in row.args for limit in LIMITS):
        return False
    return unanswered.TIMES not in row.args or row.wall.date() < day + ASK_AGAIN


async def open_anew(tx: Tx, row: childcare.Plan, values: Mapping[str, str | None]) -> None:
    """A second offer or another change is to be answered too, whatever became of the first.

    `values`: the new days by name; what stays as it was in `row` opens nothing.
    """
    for name, step in OPENED_BY.items():
        if values.get(name) and values[name] != getattr(row, name):
            await childcare.open_again(tx, row.id, step)
            await childcare.set_day(tx, row, step, None)
            row = replace(row, by_hand={k: v for k, v in row.by_hand.items() if k != step})


async def follow_all(tx: Tx, house: House, family_id: str, at: datetime) -> None:
    """As `follow`, for each arrangement of a family that can be reached from now on."""
    for row in await childcare.of_family(tx, family_id):
        await follow(tx, house, row.id, at)


async def resume_all(tx: Tx, house: House, family_id: str, at: datetime) -> None:
    """As `follow_all`, when her reminders are on again: what was withheld is asked after all."""
    if (talk := await sessions.by_family(tx, family_id)) is None:
        return
    for row in await childcare.of_family(tx, family_id):
        plan = await known(tx, house, row)
        dues = dated(plan, offsets(house), house.calendar)
        rows = await unanswered.withheld(tx, house, talk.id, row.id, plan, dues, at)
        await reminders.plan(tx, [planned(talk.id, one) for one in rows], at.timestamp())
        await follow(tx, house, row.id, at)


async def _move_tasks(tx: Tx, house: House, plan_id: int, dues: Sequence[Due]) -> None:
    for due in dues:
        if due.step.owner is not Owner.PARENT and due.on is not None and due.open:
            moment = house.calendar.closing_on(due.on).timestamp()
            await tasks.move(tx, task_key(plan_id, due.step.id), moment)


async def _end_tasks(tx: Tx, row: childcare.Plan, dues: Sequence[Due], at: datetime) -> None:
    """What is done, not needed for this way to pay, or about another day waits for nobody."""
    mine = task_key(row.id, "")
    wanted = {due.step.id: str(due.last) for due in dues if due.open}
    brought = [one.id for one in await handoffs.of_family(tx, row.family_id)]
    for task in await tasks.waiting(tx, brought):
        step, _, about = task.key.removeprefix(mine).partition(":")
        limit, _, on = about.partition(":")
        other = limit in LIMITS and on != wanted.get(step)
        if task.key.startswith(mine) and (step not in wanted or other):
            await tasks.done(tx, task.id, PLAN, at.timestamp())


def _hers(
    house: House, plan_id: int, plan: Plan, dues: Sequence[Due], at: datetime,
    silent: Collection[str],
) -> list[Planned]:  # fmt: skip
    """Her messages; of two about one step on one day the later word is enough.

    `silent`: steps that she was asked about and will be asked about again anyway.
    """
    today, programme = house.calendar.wall(at).date(), house.municipality.offers(PROGRAMME)
    heard = programme.heard_before if programme else {}
    lasts = {due.step.id: due.last for due in dues}
    found: dict[tuple[str, date], Planned] = {}
    for name, day in reminded(plan, dues, heard):
        last = lasts.get(step_of(name))
        on = said_on(name, day, plan, today, house.calendar, last)
        if on is not None and name not in silent:
            wall = _wall(house, name, on)
            found[step_of(name), on] = _message(house, plan_id, name, day, wall, last)
    return [*found.values()]


def _wall(house: House, name: str, day: date) -> datetime:
    """Mid-morning; on the first day itself as early as is decent."""
    early = name == "first_day"
    return datetime.combine(day, house.calendar.rules.quiet_to if early else plans.MIDDAY)


def _message(
    house: House, plan_id: int, name: str, day: date, wall: datetime, last: date | None
) -> Planned:
    """A warning of the hard stop is not asked again each week: the next warning is."""
    lasting = timedelta(hours=10) if name in ON_THE_DAY else unanswered.FRESH
    if last is not None:
        lasting = min(lasting, datetime.combine(last, time()) - wall)
    args = {"plan": str(plan_id), "step": step_of(name)}
    if step_of(name) != name:
        args[unanswered.TIMES] = str(MOST_ASKED)
    return plans.plan_step(
        wall,
        house.calendar,
        key=message_key(plan_id, name, day),
        topic=topic(plan_id),
        lasting=lasting,
        args=args,
    )


def step_of(name: str) -> str:
    """The step that a message is about: the second word on childcare benefit is about benefit."""
    return "benefit" if name.startswith("benefit") else name


def of_team(house: House, plan_id: int, dues: Sequence[Due], at: datetime) -> list[Planned]:
    """What her people hear, when the team is there.

    A task on the desk a week before each step of theirs; and hers that are open when the last
    day is near, or the hard stop past.
    """
    found, today = [], house.calendar.wall(at).date()
    for due in dues:
        if due.step.owner is not Owner.PARENT and due.open and due.on and not due.waits_for:
            found.append(_to_team(house, plan_id, due, due.on - AHEAD, "on", at))
        lost, near = lost_on(due), warned_on(due, house.calendar)
        if lost is not None:
            found.append(_to_team(house, plan_id, due, lost, LOST, at))
        if near is not None and (lost is None or today < lost):
            found.append(_to_team(house, plan_id, due, near, LAST_DAY, at))
    return found


def _to_team(
    house: House, plan_id: int, due: Due, day: date, about: str, at: datetime
) -> Planned:  # fmt: skip
    """`about`: what the day of the step is to them: its own (`on`), or one of `LIMITS`."""
    moment = house.calendar.next_open(max(house.calendar.utc(datetime.combine(day, time(9))), at))
    on = due.last if about in LIMITS else due.on
    key = f"{topic(plan_id)}:{'team' if about == 'on' else about}:{due.step.id}:{on}"
    args = {"plan": str(plan_id), "step": due.step.id, about: str(on)}
    return plans.plan_due(moment, house.calendar, key=key, topic=topic(plan_id), args=args)
