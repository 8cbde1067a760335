"""Voice notes and files that a channel announced: fetched, made harmless, kept under her key."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from time import monotonic

from bot.service import logs, media
from bot.service.ports import Channel, Media
from storage import attachments
from storage.attachments import Wanted
from storage.database import Database

log = logs.get()
MOST_TRIES = 40  # with growing pauses: more than a day of outage
_FIRST, _LONGEST = 5.0, 3600.0  # seconds between tries


class Fetching:
    """Fetches what one channel still has."""

    def __init__(self, database: Database, channel: Channel) -> None:
        self._database, self._channel = database, channel
        self._not_before: dict[str, float] = {}  # attachment id → monotonic seconds

    async def tick(self) -> int:
        """Fetch what waits; tells how many came in."""
        async with self._database.reading() as tx:
            found = await attachments.wanted(tx, self._channel.name)
        now = monotonic()
        ready = [one for one in found if self._not_before.get(one.id, 0.0) <= now]
        return await self._all(ready)

    async def _all(self, ready: Sequence[Wanted]) -> int:
        kept = 0
        for one in ready:
            body = await self._bytes(one)
            if body is not None:
                async with self._database.writing() as tx:
                    mime = media.sniff(body) or one.mime
                    await attachments.keep(tx, one.id, one.family_id, body, mime)
                self._not_before.pop(one.id, None)
                kept += 1
        return kept

    async def _bytes(self, one: Wanted) -> bytes | None:
        announced = Media(one.kind, one.remote, mime=one.mime, size=one.size, seconds=one.seconds)
        try:
            raw = await self._channel.fetch(announced)
            return await asyncio.to_thread(media.clean, one.kind, one.mime, raw)
        except OSError as error:
            await self._later(one, error, MOST_TRIES)
        except media.NotAllowed as error:
            await self._later(one, error, 1)
        return None

    async def _later(self, one: Wanted, error: Exception, most: int) -> None:
        log.warning("not_fetched", attachment_id=one.id, attempts=one.attempts + 1, exc_info=error)
        pause = min(_LONGEST, _FIRST * 2.0**one.attempts)
        self._not_before[one.id] = monotonic() + pause
        async with self._database.writing() as tx:
            await attachments.failed(tx, one.id, most=most)
