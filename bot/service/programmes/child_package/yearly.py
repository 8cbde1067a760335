"""Funds are asked anew each year: her people get a task in time, and she a kind message."""

from __future__ import annotations

from datetime import date, datetime

from bot.service import handoffs
from bot.service.house import House
from bot.service.plans import planned
from bot.service.ports import CLOCK
from bot.service.programmes.child_package import asking
from bot.service.work import Work
from casework import plans
from casework import reminders as policy
from storage import reminders, sessions
from storage.requests import Request
from storage.tx import Tx

ARRANGED = "arranged"


async def remember(tx: Tx, house: House, request: Request, at: datetime) -> None:
    """Plan both for the day that stands in `due_on`. Without a talk with us there is no message."""
    talk = await sessions.by_family(tx, request.family_id)
    if talk is None or request.due_on is None:
        return
    day = date.fromisoformat(request.due_on)
    topic, args = f"child_package:{request.id}", {"request": str(request.id)}
    rows = plans.plan_again(day, house.calendar, topic=topic, args=args)
    await reminders.plan(tx, [planned(talk.id, row) for row in rows], at.timestamp())


async def told(work: Work) -> bool:
    """The day came: a task for her people. True when that is what came due."""
    if work.item.facts.get("kind") != policy.CHILD_PACKAGE_DUE or work.row.channel != CLOCK:
        return False
    tx = await work.direct()
    found = await asking.hers(tx, work, int(work.item.facts["request"]))
    if found is not None and found.state == ARRANGED and not await asking.under_way(tx, found):
        why = handoffs.Reason(found.family_id, asking.REASON, work.key())
        handoff = await handoffs.bring(tx, work.house, why, work.at)
        calendar, key = work.house.calendar, asking.year_key(found)
        day = work.today + plans.AGAIN_HOLDS  # the fund needs its time
        due = calendar.closing_on(day)
        await handoffs.add_task(tx, handoff, asking.AGAIN, key, work.at, due=due)
    return True
