"""Whether something of a parent is under way, seen in the database: for order, never for counts."""

from __future__ import annotations

import asyncio
import time

from sqlalchemy import select, union

from storage import sessions
from storage.database import Database
from storage.schema import inbox, outbox

_BUSY = union(
    select(inbox.c.conversation_id).where(inbox.c.state == "new"),
    select(outbox.c.conversation_id).where(outbox.c.state.in_(["new", "sending"])),
)


class Watch:
    """Many may ask at once; they share one look."""

    def __init__(self, database: Database) -> None:
        self._database, self._one = database, asyncio.Lock()
        self._looked, self._busy = 0.0, frozenset[int]()
        self._conversations: dict[str, int] = {}  # by chat

    async def busy(self, chat: str) -> bool:
        """Whether a message of hers waits for its turn, or an answer for its way out."""
        asked = time.monotonic()
        async with self._one:
            if chat not in self._conversations:
                async with self._database.reading() as tx:
                    if (found := await sessions.by_address(tx, "telegram", chat)) is None:
                        return True
                    self._conversations[chat] = found.id
            if self._looked < asked:
                self._looked = time.monotonic()
                async with self._database.reading() as tx:
                    self._busy = frozenset(row[0] for row in await tx.all(_BUSY))
        return self._conversations[chat] in self._busy
