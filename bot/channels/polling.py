"""Ask Telegram for updates, commit them, and only then confirm them by the next question.

The offset lives in memory alone: Telegram restarts its numbers after a quiet week, and what was
not confirmed simply comes again.
"""

from __future__ import annotations

import asyncio
from typing import Any

from bot.channels.telegram_source import Source
from bot.service import logs

WAIT = 25  # seconds Telegram holds a question open
_FIRST, _LONGEST = 0.5, 30.0  # seconds between tries after a failure
log = logs.get()


class Polling:
    """The poll loop of one bot."""

    def __init__(
        self, source: Source, *, wait: int = WAIT, first: float = _FIRST, longest: float = _LONGEST
    ) -> None:
        self._source, self._wait = source, wait
        self._first, self._longest = first, longest
        self._offset, self._asked = 0, False

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until told to stop. A failure of storage or network confirms nothing."""
        polling = asyncio.create_task(self._until(stop))
        try:
            await stop.wait()
        finally:
            polling.cancel()
            await asyncio.gather(polling, return_exceptions=True)

    async def _until(self, stop: asyncio.Event) -> None:
        pause = self._first
        while not stop.is_set():
            try:
                await self.step()
                pause = self._first
            except Exception as error:  # the poll loop: nothing may end it
                log.warning(_reason(error), channel=self._source.name, exc_info=error)
                await asyncio.sleep(pause)
                pause = min(pause * 2, self._longest)

    async def step(self) -> int:
        """One question and what it brought; tells how many updates were kept."""
        if not self._asked:
            await self._source.ask()
            self._asked = True
        raws = await self._source.updates(self._offset, self._wait)
        if raws:
            await self._source.take(raws)
            before, self._offset = self._offset, max([self._offset, *map(_after, raws)])
            if before == self._offset:  # without numbers they cannot be confirmed: do not spin
                await asyncio.sleep(self._first)
        return len(raws)


def _after(raw: Any) -> int:
    """The offset that confirms this update; 0 when it has no number."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number + 1 if isinstance(number, int) else 0


def _reason(error: Exception) -> str:
    """409 deserves a name of its own: two processes ask for the same bot."""
    return "second_poller" if getattr(error, "status", 0) == 409 else "poll_failed"
