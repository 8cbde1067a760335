"""News for open pages: bells inside this process, and a slow look for other processes."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress

from sse_starlette import EventSourceResponse, ServerSentEvent

from bot.channels.webchat_ports import Bells, Line, Unavailable

MOST = 4  # open streams for one conversation: a few tabs and devices


class HouseBells:
    """Bells for the pages that this process serves; `Bells` for the rest of the code."""

    def __init__(self) -> None:
        self._ears: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    def ring(self, address: str) -> None:
        """There is news for this address."""
        for ear in self._ears.get(address, ()):
            ear.set()

    def crowd(self, address: str) -> int:
        """How many pages of this address listen now."""
        return len(self._ears.get(address, ()))

    @contextmanager
    def listening(self, address: str) -> Iterator[asyncio.Event]:
        """An event that is set at each ring, for as long as the context lasts."""
        ear = asyncio.Event()
        self._ears[address].add(ear)
        try:
            yield ear
        finally:
            self._ears[address].discard(ear)
            if not self._ears[address]:
                del self._ears[address]


async def news(
    line: Line, bells: Bells, address: str, stamp: str, seconds: float
) -> AsyncIterator[ServerSentEvent]:
    """An event whenever the page would look different; it carries a stamp, never text."""
    with bells.listening(address) as ear:
        while True:
            ear.clear()  # before looking, so that no ring falls in between
            now = await _stamp(line, address, stamp)
            if now != stamp:
                stamp = now
                yield ServerSentEvent(data=stamp, event="news", retry=5000)
            if not now:
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(ear.wait(), seconds)


async def _stamp(line: Line, address: str, known: str) -> str:
    """The stamp of now; what was known while storage is away; "" when the talk is gone."""
    try:
        talk = await line.talk(address)
    except Unavailable:
        return known
    return talk.stamp if talk else ""


def stream(events: AsyncIterator[ServerSentEvent], headers: dict[str, str]) -> EventSourceResponse:
    """The events as a response that stays open."""
    return EventSourceResponse(events, headers=headers, ping=25, send_timeout=30)
