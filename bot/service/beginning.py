"""What her people begin with her: a row in her inbox, which her turn says at a decent hour."""

from __future__ import annotations

from collections.abc import Mapping

from bot.service import wire
from bot.service.house import House
from bot.service.plans import BEGUN
from bot.service.ports import DESK, Incoming
from storage import inbox, reminders, sessions
from storage.tx import Tx


async def begin(tx: Tx, house: House, family_id: str, key: str, facts: Mapping[str, str]) -> bool:
    """Let her hear it; False when this very thing was begun before, or she has no chat.

    `facts`: the script, its entry, the topic, and what the script needs besides.
    """
    talk = await sessions.by_family(tx, family_id)
    if talk is None:
        return False
    await reminders.cancel(tx, conversation_id=talk.id, kinds=BEGUN, topic=facts["topic"])
    at = house.clock.now()
    item = Incoming(DESK, "", key[:120], at, "began", facts=dict(facts))
    return await inbox.post(
        tx, talk.id, channel=DESK, key=item.key, kind=item.kind,
        body=wire.dump(item), at=at.timestamp(),
    )  # fmt: skip
