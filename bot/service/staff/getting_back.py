"""The outcome "later": a day on which her people get in touch again, so that nobody is forgotten.

It is a task of the handoff: while it waits, the family is not closed and not erased. She hears
which day it is, and says whether that suits her.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from bot.service import hearing
from bot.service.beginning import begin
from bot.service.house import House
from bot.service.plans import LATER_DAY
from bot.service.work import Work
from dialogs.language import dates
from storage import handoffs, tasks
from storage.handoffs import Handoff
from storage.tasks import NewTask, Task
from storage.tx import Tx

KIND, SCRIPT = "later", "later"
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
    facts = {"script": SCRIPT, "entry": LATER_DAY, "topic": f"{KIND}:{found.id}"}
    await begin(tx, house, found.family_id, key, facts)


async def forget(tx: Tx, house: House, found: Handoff, person: str) -> None:
    """A talk brought something else since: nothing waits any more."""
    for one in await waiting(tx, found.id):
        await tasks.done(tx, one.id, person, house.clock.now().timestamp())


async def waiting(tx: Tx, handoff_id: str) -> list[Task]:
    """What is planned for later and not done."""
    return [one for one in await tasks.waiting(tx, [handoff_id]) if one.kind == KIND]


async def told(work: Work) -> dict[str, str]:
    """The day as it stands now, and who gets in touch; `loopt` is nee when nothing waits."""
    calendar = work.house.calendar
    for one in reversed(await handoffs.of_family(work.tx, work.conversation.family_id)):
        for task in await waiting(work.tx, one.id):
            if task.due_at is not None:
                day = calendar.wall(datetime.fromtimestamp(task.due_at, UTC)).date()
                said = dates.day(day, work.today)
                return {"loopt": "ja", "dag": said, "naam1": await hearing.first(work)}
    return {"loopt": "nee"}
