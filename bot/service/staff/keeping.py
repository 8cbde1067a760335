"""A person reached her: what she was promised is kept, and nobody says any more that it was not."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.service.house import House
from bot.service.plans import PROMISE_BROKEN
from casework.tallies import contact
from storage import promises, reminders, sessions, tallies
from storage.tx import Tx


async def keep(tx: Tx, house: House, family_id: str, who: str, how: str, at: float) -> None:
    """Stop the clock: `how` is reply, call or talk. The first time, how long it took is counted."""
    since = await promises.never_kept_since(tx, family_id, at)
    if not await promises.keep(tx, family_id, who, how, at):
        return
    if since is not None:
        hours = house.calendar.working_hours(_moment(since), _moment(at))
        await tallies.count_for(tx, family_id, contact(hours), at)
    if talk := await sessions.by_family(tx, family_id):
        await reminders.cancel(tx, conversation_id=talk.id, kinds=(PROMISE_BROKEN,))


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
