"""What her people must do soon: a task on the desk, also for a family that no message can reach.

Where she has a chat its reminders bring the task. Without one nothing would come due: then this
looks for itself, while the team is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from bot.service import handoffs
from bot.service.arranging import whom
from bot.service.arranging.deeds import NEARLY_PAST, PAST, REASON, task_kind
from bot.service.arranging.following import AHEAD, known, of_team, offsets
from bot.service.arranging.keys import LAST_DAY, LIMITS, LOST, limit_key, task_key
from bot.service.house import House
from bot.service.looking import each
from casework.childcare import BENEFIT, dated
from casework.childcare_steps import DUTCH, STEPS, Owner
from casework.reminders import Planned
from storage import childcare, tasks
from storage import handoffs as kept
from storage.database import Database
from storage.handoffs import Handoff
from storage.tx import Tx

_LIMITED = {BENEFIT, *(step.id for step in STEPS if step.has_last_day)}
_OF_TEAM = [step.id for step in STEPS if step.owner is not Owner.PARENT or step.id in _LIMITED]


async def put(
    tx: Tx, house: House, handoff: Handoff, facts: Mapping[str, str], at: datetime
) -> None:
    """The task for what came due, once: a step of theirs, or one of hers with its last day near.

    Or past: then there is no day to be in time for, and they look today.
    """
    step, limit = facts["step"], _limit(facts)
    due = house.calendar.closing(at)
    if limit != LOST:
        due = house.calendar.closing_on(date.fromisoformat(facts[limit or "on"]))
    kind = {LAST_DAY: NEARLY_PAST, LOST: PAST}.get(limit, task_kind(step))
    words = DUTCH[step] if limit else ""
    if (plan := await childcare.get(tx, int(facts["plan"]))) is not None:
        words = await whom.beside(tx, house, plan, words)
    await handoffs.add_task(tx, handoff, kind, _key(facts), at, words=words, due=due)


def _key(facts: Mapping[str, str]) -> str:
    plan_id, step = int(facts["plan"]), facts["step"]
    limit = _limit(facts)
    return limit_key(plan_id, step, limit, facts[limit]) if limit else task_key(plan_id, step)


def _limit(facts: Mapping[str, str]) -> str:
    return next((one for one in LIMITS if one in facts), "")


class WithoutChat:
    """Looks what is near for families that have no chat with us."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    async def tick(self) -> int:
        """Put what is near and not on the desk yet; tells how many tasks."""
        if not self._house.calendar.open_now(self._house.clock.now()):
            return 0
        return await each(self._database, self._near, self._put)

    async def _put(self, tx: Tx, found: tuple[childcare.Plan, Planned]) -> None:
        (plan, row), now = found, self._house.clock.now()
        why = handoffs.Reason(plan.family_id, REASON, row.key)
        handoff = await handoffs.bring(tx, self._house, why, now)
        await put(tx, self._house, handoff, row.args, now)

    async def _near(self, tx: Tx) -> list[tuple[childcare.Plan, Planned]]:
        now = self._house.clock.now()
        town, until = self._house.municipality.id, self._house.today() + AHEAD
        near = await childcare.without_chat(tx, town, _OF_TEAM, until.isoformat())
        return [one for plan_id in near for one in await self._of_plan(tx, plan_id, now)]

    async def _of_plan(
        self, tx: Tx, plan_id: int, now: datetime
    ) -> list[tuple[childcare.Plan, Planned]]:
        """What of this arrangement is due by now and was never on the desk."""
        plan = await childcare.get(tx, plan_id)
        if plan is None:
            return []
        its = await known(tx, self._house, plan)
        dues = dated(its, offsets(self._house), self._house.calendar)
        there = {
            task.key
            for handoff in await kept.of_family(tx, plan.family_id)
            for task in await tasks.of_handoff(tx, handoff.id)
        }
        rows = of_team(self._house, plan_id, dues, now)
        return [(plan, row) for row in rows if row.due_at <= now and _key(row.args) not in there]
