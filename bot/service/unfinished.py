"""An intake that stands still: she hears from us on day 1, 3 and 7, and then her team is told."""

from __future__ import annotations

from bot.service import handoffs
from bot.service.plans import PAUSED, UNFINISHED_KINDS, planned
from bot.service.ports import CLOCK
from bot.service.work import Work
from casework import plans
from casework import reminders as policy
from dialogs.model import Session
from storage.reminders import Cancel

LEFT = (
    "paused",  # the step of everywhere after "Nee, ik kom zelf"
    "privacy_refused",  # she would rather not share anything
)


async def told(work: Work) -> bool:
    """Tell the team when that is what came due; True when there is nothing else to do."""
    if work.item.facts.get("kind") != policy.TELL_TEAM or work.row.channel != CLOCK:
        return False
    if _open(work, work.session):
        why = handoffs.Reason(work.conversation.family_id, "unfinished", work.key())
        tx = await work.direct()
        handoff = await handoffs.bring(tx, work.house, why, work.at)
        await handoffs.add_task(tx, handoff, "unfinished", f"task:{work.key()}", work.at)
    return True


def replan(work: Work, before: Session) -> None:
    """After a turn of hers: plan anew from now, or forget it all when nothing stands open."""
    woken = work.item.facts.get("kind") == PAUSED
    if not (work.from_her or woken):
        return
    mine = Cancel(work.conversation.id, UNFINISHED_KINDS)
    if not _open(work, work.session) or _left_alone(work.session):
        if _open(work, before):
            work.writes.cancel(mine)
        return
    pausing = any(plan.kind == PAUSED for plan in work.writes.plans.values())
    if pausing or (not woken and _planned_today(work, before)):
        return
    work.writes.cancel(mine)
    calendar = work.house.calendar
    topic = f"unfinished:{work.conversation.id}:{calendar.wall(work.at):%Y-%m-%dT%H:%M}"
    for plan in plans.plan_unfinished(work.at, calendar, topic=topic):
        work.writes.plan(planned(work.conversation.id, plan))


def _left_alone(session: Session) -> bool:
    """Whether she stopped, shares nothing, or paused and wants no message: "ik kom zelf"."""
    return session.state == "stopped" or any(f.step in LEFT for f in session.frames[-1:])


def _open(work: Work, session: Session) -> bool:
    """Whether a resumable script is under way."""
    library = work.house.library
    return any(library.script(f.script, f.version).resumable for f in session.frames)


def _planned_today(work: Work, before: Session) -> bool:
    """Whether an earlier turn of today planned this already: the days would be the same."""
    if not _open(work, before) or before.state != "active" or not before.answers:
        return False
    calendar = work.house.calendar
    today = work.today
    # Most turns answer a new question, so that the newest answer is nearly always the last.
    return any(calendar.wall(a.at).date() == today for a in reversed([*before.answers.values()]))
