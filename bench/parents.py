"""Simulated parents: the same for every bot, they answer as soon as they are asked."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from itertools import count
from random import Random
from time import perf_counter
from typing import Any

from bench.bots import Bot
from tests.fakes.telegram import FakeTelegram, User, buttons

PICKED = "✓ "
LATEST = 60.0  # seconds for an answer; longer means that the bot is broken
_NUMBERS = count(100_001)


@dataclass(slots=True)
class Parent:
    """One chat. `waits` are the seconds from each of her turns to the answer."""

    user: User
    echoed: bool
    dice: Random
    waits: list[float] = field(default_factory=list)
    _last: dict[str, Any] = field(default_factory=dict)  # the message on the table

    async def turn(self) -> None:
        """Say or tap something and wait until it is answered. Raises TimeoutError."""
        began = perf_counter()
        if self.echoed:
            self.user.says("hoi")
            wanted = None
        else:
            wanted = self._act()
        async with asyncio.timeout(LATEST):
            await self._answered(wanted)
        self.waits.append(perf_counter() - began)

    def _act(self) -> Any:
        """Tap the first answer, tick a box, or write; tells which keyboard must change."""
        if not self._last:
            self.user.starts()
            return None
        found = [(b["text"], b.get("callback_data", "")) for b in buttons(self._last)]
        if choices := [data for _, data in found if ":c." in data]:
            return self._tap(choices[0])
        boxes = [(label, data) for label, data in found if ":x." in data]
        if boxes and not any(label.startswith(PICKED) for label, _ in boxes):
            self._tap(boxes[0][1])
            return self._last["reply_markup"]
        if ready := [data for _, data in found if data.endswith(":ok")]:
            return self._tap(ready[0])
        digits = "nummer" in self._last["text"]
        self.user.says("06 12345678" if digits else "mijn zus helpt soms")
        return None

    def _tap(self, data: str) -> None:
        self.user.presses(data=data, message_id=self._last["message_id"])

    async def _answered(self, keyboard: Any) -> None:
        """Until a newer message with buttons is there, or this keyboard changed."""
        before = self._last.get("message_id", 0)
        while True:
            last = self._newest()
            if last.get("message_id", 0) > before:
                break
            if keyboard is not None and last.get("reply_markup") is not keyboard:
                break
            self.user.chat.arrived.clear()
            await self.user.chat.arrived.wait()
        self._last = last

    def _newest(self) -> dict[str, Any]:
        """Her newest message that counts as an answer."""
        for message in reversed(self.user.chat.messages.values()):
            if message["from"]["is_bot"] and (self.echoed or buttons(message)):
                return message
        return {}

    @property
    def ended(self) -> bool:
        """Whether her intake is sent: nothing is left to choose."""
        return "Bedankt voor je moeite" in self._last.get("text", "")


@dataclass(slots=True)
class Crowd:
    """So many parents of one bot at once; who is done makes room for a new one."""

    fake: FakeTelegram
    bot: Bot
    size: int
    think: float = 0.0  # seconds between an answer and her next turn, at most …
    pause: float = 0.0  # … beside so many that she always waits
    dice: Random = field(default_factory=lambda: Random(7))
    finished: int = 0

    async def live(self, seconds: float) -> list[float]:
        """All act for so long; returns how long each turn waited."""
        ends = perf_counter() + seconds
        waits = await asyncio.gather(*(self._chair(ends) for _ in range(self.size)))
        return [wait for some in waits for wait in some]

    async def _chair(self, ends: float) -> list[float]:
        parent, waits = self.newcomer(), []
        while perf_counter() < ends:
            if self.think or self.pause:
                await asyncio.sleep(self.pause + self.dice.random() * self.think)
            await parent.turn()
            if parent.ended or (self.bot.answers_all and len(parent.waits) == 30):
                waits += parent.waits
                self.finished += 1
                parent = self.newcomer()
        return waits + parent.waits

    def newcomer(self) -> Parent:
        """A parent who never wrote before."""
        user = self.fake.user(self.bot.token, next(_NUMBERS))
        return Parent(user, self.bot.answers_all, self.dice)


async def first_answer(fake: FakeTelegram, bot: Bot) -> float:
    """A /start waits while the bot starts; seconds until it is answered."""
    user = fake.user(bot.token, next(_NUMBERS))
    user.starts()
    began = perf_counter()
    await bot.start()
    await user.waits(1, LATEST)
    return perf_counter() - began
