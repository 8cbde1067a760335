"""A person reached her: what she was promised is kept, and nobody says any more that it was not."""

from __future__ import annotations

from bot.service.plans import PROMISE_BROKEN
from storage import promises, reminders, sessions
from storage.tx import Tx


async def keep(tx: Tx, family_id: str, who: str, how: str, at: float) -> None:
    """Stop the clock: `how` is reply, call or talk."""
    if not await promises.keep(tx, family_id, who, how, at):
        return
    if talk := await sessions.by_family(tx, family_id):
        await reminders.cancel(tx, conversation_id=talk.id, kinds=(PROMISE_BROKEN,))
