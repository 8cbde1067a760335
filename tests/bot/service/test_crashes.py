"""The process dies around every commit; what she said counts once and she is answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.service.clock import SetClock
from bot.service.core import Core, house_of, wire_up
from bot.service.outbox import Pace
from bot.service.ports import Incoming
from casework.municipality import Municipality
from storage import answers, recovery, sessions
from storage.database import Database
from storage.tx import Tx
from storage.vault import Vault
from tests.bot.service.rig import MONDAY, Post, Rig


class Crash(BaseException):
    """The power went: nothing in between may catch it."""


class Doomed(Database):
    """A database whose process dies around one of its commits."""

    left: int = -1  # writing transactions until then
    after: bool = False  # just after the commit, or just before

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Tx]:
        dies = self.left == 0
        self.left -= 1
        async with super().writing() as tx:
            yield tx
            if dies and not self.after:
                raise Crash
        if dies:
            raise Crash


SCRIPT = ("start", "Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je", "Samira", "Wielwijk")
TAPS = frozenset(SCRIPT[1:5])


class Life:
    """A parent who goes on answering, and a service that is started again whenever it died."""

    def __init__(
        self, url: str, vault: Vault, town: Municipality, *, together: bool = False
    ) -> None:
        self.together = together  # arrivals and their turns in one commit
        self.url, self.vault, self.town = url, vault, town
        self.post, self.clock = Post(), SetClock(MONDAY)
        self.database: Doomed | None = None

    async def start(self, left: int = -1, *, after: bool = False) -> Rig:
        """A fresh process over the same database."""
        if self.database:
            await self.database.close()
        opened = await Doomed.open(self.url, self.vault)
        assert isinstance(opened, Doomed)
        self.database = opened
        core = wire_up(opened, house_of(self.town, self.clock, "http://stapje.test"))
        core.deliver(self.post, Pace(rate=1e9, burst=1e9, gap=0.0))
        if self.together:
            core.intake.follow = core.turns.join
        async with opened.writing() as tx:
            await recovery.recover(tx, self.clock.now().timestamp())
        opened.left, opened.after = left, after
        return Rig(core, self.post, self.clock)

    async def through(self, rig: Rig, left: int, *, after: bool) -> bool:
        """The whole script; whether the process died on the way."""
        died = False
        for number, words in enumerate(SCRIPT):
            item = self._item(rig, number, words)
            while True:
                try:
                    await rig.core.intake.accept([item])
                    await rig.settle()
                    break
                except Crash:
                    died = True
                    rig = await self.start()
                    await rig.settle()
        return died

    def _item(self, rig: Rig, number: int, words: str) -> Incoming:
        if number == 0:
            return rig.item(kind="start", key="0")
        if words not in TAPS:
            return rig.item(text=words, key=str(number))
        last = self.post.to("1")[-1]
        press = next(b.press for b in last.answers if b.label == words)
        return rig.item(kind="press", press=press, remote_message="1", key=str(number))


async def told(core: Core) -> Counter[str]:
    """How often each step was answered, whether the answer still counts or not."""
    async with core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", "1")
        assert found
        return Counter(
            row.step for row in await answers.of_family(tx, found.family_id, history=True)
        )


@pytest.mark.crash
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("together", [False, True], ids=["apart", "together"])
async def test_dying_around_any_commit(
    vault: Vault, town: Municipality, after: bool, together: bool, tmp_path: object
) -> None:
    commits = 0
    for left in range(0, 60, 2 if together else 3):
        life = Life(f"sqlite:///{tmp_path}/{left}.db", vault, town, together=together)
        rig = await life.start(left, after=after)
        died = await life.through(rig, left, after=after)
        commits += died
        assert life.database
        rig = await life.start()
        await rig.settle()
        assert await told(rig.core) == Counter(
            {"language_form": 1, "address_form": 1, "call_name": 1, "district": 1}
        ), left
        assert "Hoe vol zit je hoofd" in life.post.to("1")[-1].text, left
        twice = Counter(out.outbox_id for out in life.post.sent)
        assert max(twice.values()) <= 2, left  # a reply may repeat once
        assert sum(n - 1 for n in twice.values()) <= 1, left
        await life.database.close()
        if not died:
            break
    assert commits > 8, "too few commits were hit for this test to mean anything"
