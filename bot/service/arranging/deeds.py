"""What she does about her childcare: the wish, a step that is done, asked again, or too hard."""

from __future__ import annotations

from datetime import datetime

from bot.service import handoffs
from bot.service.arranging.following import again, follow, topic
from bot.service.plans import planned
from bot.service.work import Work
from casework.childcare_steps import BY_ID, DUTCH, Owner
from casework.effects import (
    AddChildcarePlan,
    ChildcareStepDone,
    ChildcareStepHelp,
    ChildcareStepLater,
)
from storage import childcare, tasks
from storage.childcare import NewPlan, Plan
from storage.handoffs import Handoff
from storage.reminders import Cancel
from storage.tx import Tx

REASON = "childcare"
WISH, HELP = "childcare_wish", "childcare_help"  # kinds of task
BY_HER = "parent"


def task_kind(step: str) -> str:
    """The kind of the task for a step."""
    return f"childcare_{step}"[:24]


async def add(work: Work, deed: AddChildcarePlan) -> None:
    """She told what she needs: it is on the desk, and its steps get their days.

    Told a second time it is the same arrangement, with her newest wish.
    """
    calendar, tx = work.house.calendar, await work.direct()
    by = calendar.promised_by(work.at, work.house.municipality.promise)
    handoff = await _bring(work, tx, by)
    today = calendar.wall(work.at).date().isoformat()
    wish = deed.first_day.isoformat() if deed.first_day else None
    known = await childcare.of_family(tx, work.conversation.family_id)
    new = NewPlan(f"childcare:{work.key()}", work.conversation.family_id, handoff.id, today, wish)
    plan = known[-1] if known else await childcare.add(tx, new, work.at.timestamp())
    key = f"task:{work.key()}"
    await handoffs.add_task(tx, handoff, WISH, key, work.at, due=by)
    await follow(tx, work.house, plan.id, work.at)


async def step_done(work: Work, deed: ChildcareStepDone) -> None:
    """She did it. A step that is her people's too is for them to tick off."""
    tx = await work.direct()
    plan = await hers(work, deed.plan)
    if plan is None or deed.step not in BY_ID:
        return
    _forget(work, plan, deed.step)
    if BY_ID[deed.step].owner is not Owner.PARENT:
        await _task(work, tx, task_kind(deed.step), DUTCH[deed.step])
        return
    today = work.house.calendar.wall(work.at).date().isoformat()
    if await childcare.done(tx, plan.id, deed.step, today, BY_HER):
        await follow(tx, work.house, plan.id, work.at)


async def step_later(work: Work, deed: ChildcareStepLater) -> None:
    """Not yet: she is asked once more in a week."""
    plan = await hers(work, deed.plan)
    if plan is not None and deed.step in BY_ID:
        row = again(work.house, plan.id, deed.step, work.at)
        work.writes.plan(planned(work.conversation.id, row))


async def step_help(work: Work, deed: ChildcareStepHelp) -> None:
    """It does not succeed alone: a person helps."""
    tx = await work.direct()
    plan = await hers(work, deed.plan)
    if plan is not None and deed.step in BY_ID:
        _forget(work, plan, deed.step)
        await _task(work, tx, HELP, DUTCH[deed.step], promised=True)


def _forget(work: Work, plan: Plan, step: str) -> None:
    work.writes.cancel(Cancel(work.conversation.id, topic=f"{topic(plan.id)}:{step}"))


async def _task(work: Work, tx: Tx, kind: str, words: str, *, promised: bool = False) -> None:
    due = work.house.calendar.promised_by(work.at, work.house.municipality.promise)
    handoff = await _bring(work, tx, due if promised else None)
    await handoffs.add_task(tx, handoff, kind, f"task:{work.key()}", work.at, words=words, due=due)


async def _bring(work: Work, tx: Tx, by: datetime | None = None) -> Handoff:
    """Her handoff; `by`: what she is promised with it."""
    family = work.conversation.family_id
    why = handoffs.Reason(family, REASON, work.key(), promised_by=by)
    return await handoffs.bring(tx, work.house, why, work.at)


async def hers(work: Work, plan_id: int) -> Plan | None:
    """The arrangement with this id, if it is of this family."""
    found = await childcare.get(work.tx, plan_id)
    return found if found and found.family_id == work.conversation.family_id else None


async def settle(tx: Tx, plan: Plan, step: str, who: str, at: float) -> None:
    """The step is done: so is the task that asked for it."""
    for task in await tasks.waiting(tx, [plan.handoff_id]):
        if task.kind == task_kind(step):
            await tasks.done(tx, task.id, who, at)
