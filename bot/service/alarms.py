"""Danger: her people are told at once, her reminders stand still, and silence is noticed.

The team hears that somebody may be in danger, never who or what; that stands on the desk only.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.service import handoffs, logs, wording
from bot.service.plans import planned
from bot.service.ports import CLOCK
from bot.service.work import Work
from casework import plans
from casework import reminders as policy
from casework.effects import AlarmTier, RaiseAlarm
from storage import alerts, sessions, tasks
from storage.handoffs import Handoff
from storage.tx import Tx

DANGER = "danger"  # kind of alert, and what the kinds of its tasks begin with
FROZEN = "frozen"
MOST_CALLS = 4  # times the team is told of one alarm that nobody has seen
log = logs.get()


async def raise_alarm(work: Work, deed: RaiseAlarm, found: Handoff) -> None:
    """Put it on the desk of `found`; what is urgent now is told to the team until it is seen."""
    now = deed.tier is AlarmTier.NOW
    log.info("danger", signal=deed.category, reason=deed.rule, kind=deed.tier.value)
    tx = await work.direct()
    key = f"alarm:{work.key()}"
    task = tasks.NewTask(
        key=key,
        handoff_id=found.id,
        family_id=found.family_id,
        kind=f"{DANGER if now else 'check'}_{deed.category}"[:24],
        body={"words": deed.words} if deed.words else None,
        due_at=None if now else work.house.calendar.closing(work.at).timestamp(),
    )
    await tasks.put(tx, [task], work.at.timestamp())
    if now:
        await _call(work, tx, found, key, deed.category)


async def _call(work: Work, tx: Tx, found: Handoff, key: str, category: str) -> None:
    told = await _unseen(tx, found.family_id)
    alert = alerts.NewAlert(key, DANGER, found.id, found.family_id, category)
    await alerts.put(tx, [alert], work.at.timestamp())
    await _freeze(work, tx)
    if not told:  # more words of hers are one alarm, until somebody has seen it
        await _tell(work, tx, found.id, key, 1)


async def _tell(work: Work, tx: Tx, handoff_id: str, key: str, count: int) -> None:
    """A line in the team's chat, and a look later whether somebody saw it."""
    text = wording.ALARM if count == 1 else wording.ALARM_AGAIN
    await handoffs.tell_team(tx, work.house, handoff_id, text, f"team:{key}:{count}", work.at)
    if count < MOST_CALLS:
        after = timedelta(minutes=work.house.municipality.alarm_minutes)
        plan = plans.plan_alarm(work.at + after, work.house.calendar, topic=f"{key}:{count}")
        facts = {"alert": key, "count": str(count + 1), "handoff": handoff_id}
        work.writes.plan(planned(work.conversation.id, plan, facts))


async def told(work: Work) -> bool:
    """Whether an alarm's time was up; the team is told again unless somebody saw it."""
    facts = work.item.facts
    if facts.get("kind") != policy.ALARM or work.row.channel != CLOCK:
        return False
    tx = await work.direct()
    if await _unseen(tx, work.conversation.family_id):  # this one, or words that came after it
        await _tell(work, tx, facts["handoff"], facts["alert"], int(facts["count"]))
    return True


async def _unseen(tx: Tx, family_id: str) -> set[str]:
    """The alarms of this family that nobody has seen, by key."""
    found = await alerts.of_families(tx, [family_id])
    return {one.key for one in found if one.kind == DANGER}


async def _freeze(work: Work, tx: Tx) -> None:
    """No cheerful reminder after this, until one of her people releases them."""
    if work.conversation.reminders in ("on", "stopped"):
        await sessions.set_reminders(tx, work.conversation.id, FROZEN)
        work.conversation = replace(work.conversation, reminders=FROZEN)
