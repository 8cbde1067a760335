"""Her reminders are on again: what was withheld meanwhile and is still of use comes after all."""

from __future__ import annotations

from datetime import datetime

from bot.service.arranging.following import resume_all
from bot.service.house import House
from bot.service.plans import planned
from casework import plans
from storage import reminders
from storage.reminders import Due, Planned
from storage.tx import Tx


async def come_back(
    tx: Tx, house: House, family_id: str, conversation_id: int, at: datetime
) -> None:
    """Plan it from tomorrow on, with the steps of her childcare worked out anew.

    One of a kind and topic: the newest, and none where another is planned already. Whether it is
    still about something is looked at when it is due, as ever.
    """
    await resume_all(tx, house, family_id, at)
    kinds = [*plans.COMES_BACK]
    waiting = await reminders.of_kinds(tx, [conversation_id], kinds)
    there = {(row.kind, row.topic) for row in waiting.get(conversation_id, ()) if _once(row)}
    found = {
        (row.kind, row.topic): row
        for row in await reminders.withheld(tx, conversation_id, kinds)
        if _once(row) and _holds(row, at)
    }
    rows = [_after_all(house, row, at) for what, row in found.items() if what not in there]
    await reminders.plan(tx, rows, at.timestamp())


def _once(row: Due) -> bool:
    """Not what comes each year anyhow."""
    return not row.args.get("yearly")


def _holds(row: Due, at: datetime) -> bool:
    """Whether its words are still true."""
    late = row.useless_after is not None and row.useless_after < at.timestamp()
    return not late or row.kind not in plans.OF_THAT_DAY


def _after_all(house: House, row: Due, at: datetime) -> Planned:
    calendar = house.calendar
    plan = plans.plan_after_all(
        row.kind, calendar.wall(at).date(), calendar, key=row.key, topic=row.topic, args=row.args,
        solicited=row.solicited,
    )  # fmt: skip
    return planned(row.conversation_id, plan)
