"""Worries about bills go to whoever can help with them: one handoff, a task for each row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.service.house import House
from bot.service.work import Work
from casework.debts import routed
from casework.municipality import Promise
from dialogs.model import Status
from storage import tasks
from storage.handoffs import Handoff
from storage.tasks import NewTask
from storage.tx import Tx

TOLD = "intake.arrears_kind"


async def route(
    tx: Tx, house: House, handoff: Handoff, said: Mapping[str, str], key: str, at: datetime
) -> bool:
    """Put the tasks for these arrears (kind → her word for it, or "") on her handoff.

    What is on it already is not put there twice. False when the town's table names none of them.
    """
    open_now = {task.kind for task in await tasks.waiting(tx, [handoff.id])}
    table, new = house.municipality.debts, list[NewTask]()
    found = list(routed(table, said))
    for one, kinds in found:
        words = ", ".join(filter(None, (said[kind] for kind in kinds)))
        due = house.calendar.promised_by(at, Promise(days=one.days))
        row = NewTask(
            key=f"{one.kind}:{key}",
            handoff_id=handoff.id,
            family_id=handoff.family_id,
            kind=one.kind,
            body={"words": words} if words else None,
            due_at=due.timestamp(),
            owner=str(getattr(handoff, one.to.value)),
        )
        new += [] if one.kind in open_now else [row]
    await tasks.put(tx, new, at.timestamp())
    return bool(found)


async def told(work: Work, handoff: Handoff) -> None:
    """What she told in the intake about bills goes the way of the town's table."""
    answer = work.session.answers.get(TOLD)
    if answer is None or answer.status is not Status.ANSWERED:
        return
    say, form = work.house.wording.plain, work.session.form
    labels = [say(label, form) for label in answer.labels]
    said = dict(zip(answer.value, labels or [""] * len(answer.value), strict=False))
    await route(await work.direct(), work.house, handoff, said, work.key(), work.at)
