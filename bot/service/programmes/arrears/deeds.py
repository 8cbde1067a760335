"""What she says to the offer: yes, later or no. Her "nee" ends it, and nobody gets a task of it."""

from __future__ import annotations

from bot.service import handoffs
from bot.service.programmes.arrears import debts, keeping
from bot.service.work import Work
from casework.arrears import PROGRAMME, TOLD_AS, Outcome, Reply
from casework.effects import AnswerArrears
from casework.requests import following
from storage.requests import PARENT, Request
from storage.tx import Tx

REASON = "arrears"
TASK = "early_arrears"  # where the town's table names no way for it


async def answer(work: Work, deed: AnswerArrears) -> None:
    """Note it with every signal about her that waits for an answer."""
    tx, at = await work.direct(), work.at.timestamp()
    found = await keeping.of_family(tx, work.conversation.family_id)
    waits = [one for one in found if deed.answer in following(PROGRAMME, one.state)]
    handoff_id = await _brought(work, tx, waits) if deed.answer is Reply.WANTS else None
    outcome = Outcome.DECLINED if deed.answer is Reply.DECLINED else None
    for one in waits:
        state = deed.answer.value
        await keeping.become(tx, one, state, PARENT, at, outcome=outcome, handoff_id=handoff_id)


async def _brought(work: Work, tx: Tx, signals: list[Request]) -> str:
    """She wants it: her two people hear of it, with a task for whoever can help."""
    house, at = work.house, work.at
    by = house.calendar.promised_by(at, house.municipality.promise)
    why = handoffs.Reason(work.conversation.family_id, REASON, work.key(), promised_by=by)
    handoff = await handoffs.bring(tx, house, why, at)
    said = {TOLD_AS[keeping.kind(one)]: "" for one in signals}
    key = work.key()
    if not await debts.route(tx, house, handoff, said, key, at):
        await handoffs.add_task(tx, handoff, TASK, f"task:{key}", at, due=by)
    return handoff.id
