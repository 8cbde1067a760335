"""What she does about her childcare: the wish, a step that is done, later, too hard, or silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.service import handoffs
from bot.service.arranging import whom
from bot.service.arranging.following import follow, known, offsets
from bot.service.arranging.keys import silent_key, topic
from bot.service.arranging.unanswered import again, unanswered
from bot.service.plans import planned
from bot.service.work import Work
from casework.childcare import Due, dated
from casework.childcare import Plan as Arrangement
from casework.childcare_steps import BY_ID, DUTCH, Owner
from casework.childcare_whom import MORE, told, told_first
from casework.effects import (
    AddChildcarePlan,
    ChildcareStepAsked,
    ChildcareStepDone,
    ChildcareStepHelp,
    ChildcareStepLater,
)
from dialogs.model import Status
from storage import childcare, tasks
from storage import handoffs as kept_handoffs
from storage.childcare import NewPlan, Plan
from storage.handoffs import Handoff
from storage.reminders import Cancel
from storage.tasks import Task
from storage.tx import Tx

REASON = "childcare"
WISH, HELP, SILENT = "childcare_wish", "childcare_help", "childcare_silent"  # kinds of task
NEARLY_PAST = "childcare_last_day"  # a step is open and its last day comes near
BY_HER = "parent"
CHILDREN = "intake.children"  # the answer with the ages of all who live with her


def task_kind(step: str) -> str:
    """The kind of the task for a step."""
    return f"childcare_{step}"[:24]


async def add(work: Work, deed: AddChildcarePlan) -> None:
    """She told what she needs: it is on the desk, and its steps get their days.

    For another child, or again once the first has begun, it is another arrangement. Told a second
    time before that it is the same one, with her newest wish.
    """
    calendar, tx = work.house.calendar, await work.direct()
    by = calendar.promised_by(work.at, work.house.municipality.promise)
    handoff = await _bring(work, tx, by)
    today = work.today.isoformat()
    wish = deed.first_day.isoformat() if deed.first_day else None
    known = await childcare.of_family(tx, work.conversation.family_id)
    new = NewPlan(f"childcare:{work.key()}", work.conversation.family_id, handoff.id, today, wish)
    same = known and not _anew(deed, known[-1], today)
    plan = known[-1] if same else await childcare.add(tx, new, work.at.timestamp())
    plan = await _for_whom(work, tx, deed, plan, known)
    await follow(tx, work.house, plan.id, work.at)
    words = await whom.beside(tx, work.house, plan, "")
    key = f"task:{work.key()}"
    await handoffs.add_task(tx, handoff, WISH, key, work.at, words=words, due=by)


async def _for_whom(
    work: Work, tx: Tx, deed: AddChildcarePlan, plan: Plan, known: Sequence[Plan]
) -> Plan:
    """Keep the age that she told with it, or what is known of the child; what was kept stays."""
    ages = told(deed.ages.split(", "), more=deed.whom == MORE)
    if deed.whom == "same" and known:
        ages = known[-1].whom
    elif not deed.whom:
        ages = told_first(_at_home(work))
    if not ages or ages == plan.whom:
        return plan
    await childcare.set_whom(tx, plan, ages)
    return replace(plan, whom=ages)


def _at_home(work: Work) -> tuple[str, ...]:
    found = work.session.answers.get(CHILDREN)
    return found.value if found and found.status is Status.ANSWERED else ()


def _anew(deed: AddChildcarePlan, newest: Plan, today: str) -> bool:
    """Whether what she asks for is another arrangement than the newest one she has."""
    begun = newest.first_day is not None and newest.first_day <= today
    return bool(deed.whom) and (deed.whom != "same" or begun)


async def step_done(work: Work, deed: ChildcareStepDone) -> None:
    """She did it. A step that is her people's too is for them to tick off."""
    tx = await work.direct()
    plan = await hers(work, deed.plan)
    if plan is None or deed.step not in BY_ID:
        return
    await _answered(work, tx, plan, deed.step)
    if BY_ID[deed.step].owner is not Owner.PARENT:
        await _task(work, tx, plan, task_kind(deed.step), deed.step)
        return
    today = work.today.isoformat()
    if await childcare.done(tx, plan.id, deed.step, today, BY_HER):
        await follow(tx, work.house, plan.id, work.at)


async def step_later(work: Work, deed: ChildcareStepLater) -> None:
    """Not yet: she is asked once more in a week, or before the last day."""
    tx = await work.direct()
    plan = await hers(work, deed.plan)
    if plan is not None and deed.step in BY_ID:
        await _answered(work, tx, plan, deed.step)
        _, due = await _its(work, plan, deed.step)
        if due is not None and (row := again(work.house, plan.id, due, work.at)) is not None:
            work.writes.plan(planned(work.conversation.id, row))


async def step_help(work: Work, deed: ChildcareStepHelp) -> None:
    """It does not succeed alone: a person helps."""
    tx = await work.direct()
    plan = await hers(work, deed.plan)
    if plan is not None and deed.step in BY_ID:
        await _answered(work, tx, plan, deed.step)
        await _task(work, tx, plan, HELP, deed.step, promised=True)


async def step_asked(work: Work, deed: ChildcareStepAsked) -> None:
    """She was asked about a step: what follows if nothing comes back."""
    plan = await hers(work, deed.plan)
    if plan is None:
        return
    its, due = await _its(work, plan, deed.step)
    _forget(work, plan, deed.step)
    if due is not None and due.open:
        for row in unanswered(work.house, plan.id, its, due, deed.times, work.at):
            work.writes.plan(planned(work.conversation.id, row))


async def _its(work: Work, plan: Plan, step: str) -> tuple[Arrangement, Due | None]:
    """The arrangement as the rules know it, and this step of it."""
    its = await known(work.tx, work.house, plan)
    dues = dated(its, offsets(work.house), work.house.calendar)
    return its, next((one for one in dues if one.step.id == step), None)


def _forget(work: Work, plan: Plan, step: str) -> None:
    work.writes.cancel(Cancel(work.conversation.id, topic=f"{topic(plan.id)}:{step}"))


async def _answered(work: Work, tx: Tx, plan: Plan, step: str) -> None:
    """She is not asked again, and nobody wonders any more why she said nothing."""
    _forget(work, plan, step)
    for task in await silences(tx, plan, step):
        await tasks.done(tx, task.id, BY_HER, work.at.timestamp())


async def silences(tx: Tx, plan: Plan, step: str) -> list[Task]:
    """What waits on the desk because she did not answer about this step."""
    mine = silent_key(plan.id, step, "")
    brought = [one.id for one in await kept_handoffs.of_family(tx, plan.family_id)]
    waiting = [task for task in await tasks.waiting(tx, brought) if task.kind == SILENT]
    return [task for task in waiting if task.key.startswith(mine)]


async def _task(
    work: Work, tx: Tx, plan: Plan, kind: str, step: str, *, promised: bool = False
) -> None:
    words = await whom.beside(tx, work.house, plan, DUTCH[step])
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
