"""Danger: her people are told at once, her reminders stand still, and silence is noticed.

The team hears that somebody may be in danger, never who or what; that stands on the desk only. It
is told again until somebody presses *Gezien* or takes the family.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.service import handoffs, logs, wording
from bot.service.plans import planned
from bot.service.ports import CLOCK
from bot.service.work import Work
from casework import plans
from casework import reminders as policy
from casework.effects import AlarmTier, RaiseAlarm
from storage import alerts, reminders, sessions, tasks
from storage import handoffs as rows
from storage.handoffs import Handoff
from storage.tx import Tx

DANGER = "danger"  # kind of alert, and what the kinds of its tasks begin with
FROZEN = "frozen"
MOST_CALLS = 4  # times the team is told of one alarm while nobody is there
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
    told = await _unanswered(tx, found.family_id)
    alert = alerts.NewAlert(key, DANGER, found.id, found.family_id, category)
    await alerts.put(tx, [alert], work.at.timestamp())
    await _freeze(work, tx)
    if not told:  # more words of hers are one alarm, until somebody took it up
        await reminders.cancel(tx, conversation_id=work.conversation.id, kinds=(policy.ALARM,))
        await _tell(work, tx, found.id, key, 1)


async def _tell(work: Work, tx: Tx, handoff_id: str, key: str, count: int) -> None:
    """A line in the team's chat, and a look later whether somebody took it up."""
    text = wording.ALARM if count == 1 else wording.ALARM_AGAIN
    await handoffs.tell_team(tx, work.house, handoff_id, text, f"team:{key}:{count}", work.at)
    plan = plans.plan_alarm(_next(work, count), work.house.calendar, topic=f"{key}:{count}")
    facts = {"alert": key, "count": str(count + 1), "handoff": handoff_id}
    work.writes.plan(planned(work.conversation.id, plan, facts))


def _next(work: Work, count: int) -> datetime:
    """When to tell the team again: every `alarm_minutes` while somebody is there.

    When nobody is, only the first times, and then at the opening: the moment at which she was
    told that her people read it. Raises casework.calendar.NeverOpen.
    """
    calendar = work.house.calendar
    soon = work.at + timedelta(minutes=work.house.municipality.alarm_minutes)
    since = soon if calendar.open_now(work.at) else work.at
    opens = calendar.next_open(since)
    return min(soon, opens) if count < MOST_CALLS else opens


async def told(work: Work) -> bool:
    """Whether an alarm's time was up; the team is told again unless somebody took it up."""
    facts = work.item.facts
    if facts.get("kind") != policy.ALARM or work.row.channel != CLOCK:
        return False
    tx = await work.direct()
    if await _unanswered(tx, work.conversation.family_id):  # this one, or words that came after it
        await _tell(work, tx, facts["handoff"], facts["alert"], int(facts["count"]))
    return True


async def _unanswered(tx: Tx, family_id: str) -> bool:
    """Whether the family has an alarm that nobody saw, and nobody took the family since."""
    taken = [one.claimed_at or 0 for one in await rows.of_family(tx, family_id)]
    found = await alerts.of_families(tx, [family_id])
    return any(one.kind == DANGER and one.created_at >= max(taken, default=0) for one in found)


async def _freeze(work: Work, tx: Tx) -> None:
    """No cheerful reminder after this, until one of her people releases them."""
    if work.conversation.reminders in ("on", "stopped"):
        await sessions.set_reminders(tx, work.conversation.id, FROZEN)
        work.conversation = replace(work.conversation, reminders=FROZEN)
