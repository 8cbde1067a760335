"""`stapje outgoing`: how mail and the town's systems do, and once more what did not arrive."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from typing import TypeVar

from bot.app.starting import municipality, opened
from bot.service import posts
from bot.settings import Settings
from casework.calendar import Calendar
from storage import outgoing
from storage.outgoing import Way
from storage.tx import Tx

T = TypeVar("T")


def ways(settings: Settings) -> list[str]:
    """One line for each way out: set up or not, sent, waiting, not arrived."""
    found = asyncio.run(_with(settings, lambda tx: outgoing.ways(tx, posts.CHANNELS)))
    return list(_lines(settings, {one.channel: one for one in found}))


def again(settings: Settings, channel: str) -> int:
    """Let what did not arrive go once more, by the running service; tells how many.

    Raises LookupError for a way out that does not exist.
    """
    if channel not in posts.CHANNELS:
        raise LookupError(channel)
    return asyncio.run(_with(settings, lambda tx: outgoing.again(tx, channel)))


def _lines(settings: Settings, found: dict[str, Way]) -> Iterator[str]:
    calendar = Calendar.of(municipality(settings.municipality))
    now = datetime.now(UTC)
    for channel in sorted(posts.CHANNELS):
        state = "ingesteld" if channel in settings.outlets else "niet ingesteld"
        way = found.get(channel, Way(channel, 0, 0, 0, None))
        line = f"{channel:<10} {state}: {way.sent} verstuurd, {way.waiting} wacht"
        if way.oldest is not None:
            moment = datetime.fromtimestamp(way.oldest, UTC)
            line += f" (de oudste sinds {calendar.full(moment, now)})"
        yield f"{line}, {way.failed} niet aangekomen"


async def _with(settings: Settings, work: Callable[[Tx], Awaitable[T]]) -> T:
    database = await opened(settings)
    try:
        async with database.writing() as tx:
            return await work(tx)
    finally:
        await database.close()
