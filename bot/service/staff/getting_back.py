"""The outcome "later": a day on which her people get in touch again, so that nobody is forgotten.

It is a task of the handoff: while it waits, the family is not closed and not erased.
"""

from __future__ import annotations

from datetime import date, timedelta

from bot.service.house import House
from storage import tasks
from storage.handoffs import Handoff
from storage.tasks import NewTask, Task
from storage.tx import Tx

KIND = "later"
FARTHEST = timedelta(days=366)


def wrong(day: date | None, today: date) -> str:
    """Why nothing can be planned on this day: when, past or far; "" when it can."""
    if day is None:
        return "when"
    if day <= today:
        return "past"
    return "far" if day > today + FARTHEST else ""


async def plan(tx: Tx, house: House, found: Handoff, person: str, day: date) -> None:
    """Let a task wait until the team goes home on this day, in the place of another one."""
    due = house.calendar.closing_on(day).timestamp()
    if any(one.due_at == due for one in await waiting(tx, found.id)):
        return
    await forget(tx, house, found, person)
    before = [one for one in await tasks.of_handoff(tx, found.id) if one.kind == KIND]
    key = f"{KIND}:{found.id}:{len(before)}"
    row = NewTask(key, found.id, found.family_id, KIND, None, due)
    await tasks.put(tx, [row], house.clock.now().timestamp())


async def forget(tx: Tx, house: House, found: Handoff, person: str) -> None:
    """A talk brought something else since: nothing waits any more."""
    for one in await waiting(tx, found.id):
        await tasks.done(tx, one.id, person, house.clock.now().timestamp())


async def waiting(tx: Tx, handoff_id: str) -> list[Task]:
    """What is planned for later and not done."""
    return [one for one in await tasks.waiting(tx, [handoff_id]) if one.kind == KIND]
