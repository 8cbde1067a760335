"""getUpdates: long polling, where an offset confirms and a second poller ends the first."""

from __future__ import annotations

import asyncio

from tests.fakes.telegram.errors import ApiError
from tests.fakes.telegram.state import Bot, Json, World

_SECOND = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is "
    "running"
)
_HOOKED = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete "
    "the webhook first"
)


async def get_updates(world: World, bot: Bot, params: Json) -> list[Json]:
    """Updates from `offset` on, waiting up to `timeout` seconds. Raises ApiError 409."""
    if bot.webhook is not None:
        raise ApiError(409, _HOOKED)
    if bot.poll is not None and not bot.poll.done():
        bot.poll.set_result(_SECOND)
    mine = bot.poll = asyncio.get_running_loop().create_future()
    _confirm(bot, int(params.get("offset", 0)))
    limit = min(max(int(params.get("limit", 100)), 1), 100)
    ends = asyncio.get_running_loop().time() + min(int(params.get("timeout", 0)), 50)
    try:
        return await _wait(world, bot, mine, limit, ends)
    finally:
        if bot.poll is mine:
            bot.poll = None


async def _wait(
    world: World, bot: Bot, mine: asyncio.Future[str], limit: int, ends: float
) -> list[Json]:
    while True:
        if mine.done():
            raise ApiError(409, mine.result())
        world.forget_old(bot)
        left = ends - asyncio.get_running_loop().time()
        if bot.updates or left <= 0:
            return [pending.update for pending in list(bot.updates)[:limit]]
        bot.arrived.clear()
        await _either(bot.arrived, mine, left)


async def _either(arrived: asyncio.Event, mine: asyncio.Future[str], seconds: float) -> None:
    """Until something arrives, the poll is ended, or the time is over."""

    async def ended() -> None:
        await asyncio.shield(mine)

    tasks = [asyncio.create_task(arrived.wait()), asyncio.create_task(ended())]
    try:
        await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _confirm(bot: Bot, offset: int) -> None:
    if offset < 0:
        while len(bot.updates) > -offset:
            bot.updates.popleft()
    while bot.updates and offset > 0 and bot.updates[0].id < offset:
        bot.updates.popleft()
