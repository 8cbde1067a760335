"""Webhooks: each queue in its own order, several queues at once, again until it is taken."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable

import aiohttp

from tests.fakes.telegram.state import Bot, Json, Pending, Webhook, World

Answered = Callable[[Bot, str, Json], Awaitable[object]]  # a call in a webhook's answer


class Deliverer:
    """POSTs waiting updates to each bot's webhook. `pause` is the first wait after a failure.

    `answered` does the call that a webhook's answer may hold; how it went is told to nobody.
    """

    def __init__(
        self, world: World, answered: Answered, pause: float = 0.05, longest: float = 2.0
    ) -> None:
        self._world, self._answered = world, answered
        self._pause, self._longest = pause, longest
        self._queues: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._http: aiohttp.ClientSession | None = None

    def start(self) -> None:
        """Begin to look at updates."""
        self._http = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30))
        self._world.on_update = self.look

    async def stop(self) -> None:
        """End every delivery."""
        for task in list(self._queues.values()):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        if self._http:
            await self._http.close()

    def look(self, bot: Bot) -> None:
        """Something waits, or the webhook changed: one task per queue."""
        if bot.webhook is None:
            return
        for queue in {pending.queue for pending in bot.updates}:
            task = self._queues.get((bot.token, queue))
            if task is None or task.done():
                again = asyncio.create_task(self._drain(bot, queue))
                self._queues[bot.token, queue] = again

    async def _drain(self, bot: Bot, queue: str) -> None:
        pause = self._pause
        while (hook := bot.webhook) and (pending := self._first(bot, queue)):
            if hook.allowed and not set(hook.allowed) & pending.update.keys():
                bot.updates.remove(pending)
            elif await self._post(bot, hook, pending):
                with contextlib.suppress(ValueError):  # dropped meanwhile
                    bot.updates.remove(pending)
                pause = self._pause
            else:
                await asyncio.sleep(pause)
                pause = min(pause * 2, self._longest)

    def _first(self, bot: Bot, queue: str) -> Pending | None:
        self._world.forget_old(bot)
        return next((p for p in bot.updates if p.queue == queue), None)

    async def _post(self, bot: Bot, hook: Webhook, pending: Pending) -> bool:
        assert self._http is not None
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        post = self._http.post(hook.url, json=pending.update, headers=headers)
        try:
            async with hook.gate, post as got:
                taken = 200 <= got.status < 300
                hook.last_error = "" if taken else f"Wrong response from the webhook: {got.status}"
                if taken and got.content_type == "application/json":
                    wish = json.loads(await got.read())
                    await self._answered(bot, wish.pop("method"), wish)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            hook.last_error = type(error).__name__
            return False
        return taken
