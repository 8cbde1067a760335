"""The ways out under trouble: nothing lost, nothing doubled, nobody kept waiting, people told."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.app import outgoing as commands
from bot.channels.mail import Mail
from bot.outlet_settings import Smtp
from bot.service import posts
from bot.service.clock import SetClock
from bot.service.core import Core, house_of, wire_up
from bot.service.outbox import Delivery, Pace
from bot.service.posts import Post
from bot.service.watching import Watching
from casework.municipality import Municipality
from storage import alerts, outbox, outgoing, recovery
from storage.database import Database
from storage.vault import Vault
from tests.bot.channels.mail.server import Office, office
from tests.bot.service.rig import MONDAY, Rig
from tests.bot.service.rig import Post as Chat


@dataclass
class Line:
    """The whole line, with a mail server behind it."""

    rig: Rig
    smtp: Office
    core: Core
    clock: SetClock

    @property
    def mail(self) -> Delivery:
        return self.core.deliveries[1]

    async def post(self, *keys: str) -> None:
        """News for Sanne, one mail each."""
        at = self.clock.now().timestamp()
        drafts = [posts.draft(posts.MAIL, Post(k, posts.NEWS, at, to="sanne")) for k in keys]
        async with self.core.database.writing() as tx:
            await outbox.put(tx, drafts)

    def later(self, **time: float) -> None:
        self.clock.set(self.clock.now() + timedelta(**time))

    async def killed(self, steps: int) -> None:
        """A crash with mails under way: they end where they are, and a new process begins."""
        await self.mail.step()
        for _ in range(steps):
            await asyncio.sleep(0)
        old = self.core.deliveries.pop()
        for task in old._load.tasks:
            task.cancel()
        await asyncio.gather(*old._load.tasks, return_exceptions=True)
        async with self.core.database.writing() as tx:
            await recovery.recover(tx, self.clock.now().timestamp())
        server = Smtp("127.0.0.1", self.smtp.port)
        self.core.deliver(Mail(server, "stapje@dordrecht.example", self.core.house))

    async def alerted(self) -> list[str]:
        async with self.core.database.reading() as tx:
            return [one.kind for one in await alerts.loose(tx)]


@pytest.fixture
async def line(database_url: str, vault: Vault, town: Municipality) -> AsyncIterator[Line]:
    people = [replace(p, email=f"{p.id}@dordrecht.example") for p in town.people]
    town = replace(town, people=tuple(people))
    database = await Database.open(database_url, vault)
    clock, chat = SetClock(MONDAY), Chat()
    house = house_of(town, clock, "http://stapje.test", outlets=frozenset({posts.MAIL}))
    core = wire_up(database, house)
    core.deliver(chat, Pace(rate=1e9, burst=1e9, gap=0.0))
    async with office() as smtp:
        core.deliver(Mail(Smtp("127.0.0.1", smtp.port), "stapje@dordrecht.example", house))
        yield Line(Rig(core, chat, clock), smtp, core, clock)
    await database.close()


async def test_a_mail_server_that_hangs_keeps_no_parent_waiting(line: Line) -> None:
    line.smtp.hold = asyncio.Event()
    await line.post(*(f"k{n}" for n in range(10)))
    await line.mail.step()  # claims them all and begins
    said = await line.rig.gives(line.rig.item("1", "start"))
    assert "Stapje" in said.text
    for label in ("Beginnen", "Gelezen, verder"):
        await line.rig.taps(label)
    assert line.smtp.mails == []  # all that while, no mail got away
    line.smtp.hold.set()
    await line.mail.flush()
    assert len(set(line.smtp.ids())) == len(line.smtp.ids()) == 10


async def test_the_same_news_twice_is_one_mail(line: Line) -> None:
    await line.post("k", "k")
    await line.mail.flush()
    await line.post("k")
    await line.mail.flush()
    assert len(line.smtp.mails) == 1


@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_the_server_does_each_mail_is_there_and_known_by_its_name(
    line: Line, seed: int
) -> None:
    dice = random.Random(seed)
    answers = [None, None, "421 busy", "450 later", "451 full"]
    line.smtp.says = lambda step, count: dice.choice(answers)
    keys = [f"k{n}" for n in range(12)]
    await line.post(*keys)
    for _ in range(15):
        if dice.random() < 0.3:
            await line.killed(dice.randrange(200))
        else:
            await line.mail.flush()
        line.later(minutes=6)
    line.smtp.says = lambda step, count: None
    line.later(minutes=6)
    await line.mail.flush()
    assert len(set(line.smtp.ids())) == 12
    async with line.core.database.reading() as tx:
        (way,) = await outgoing.ways(tx, posts.CHANNELS)
    assert (way.sent, way.waiting, way.failed) == (12, 0, 0)


async def test_what_waits_half_an_hour_is_told_once_a_day(line: Line) -> None:
    watching = Watching(line.core.database, line.core.house)
    line.smtp.says = lambda step, count: "421 busy"
    await line.post("k")
    await line.mail.flush()
    assert await watching.tick() == {}
    line.later(minutes=31)
    await line.mail.flush()
    assert await watching.tick() == {"mail": 1}
    assert await watching.tick() == {"mail": 1}
    assert await line.alerted() == ["mail_waits"]
    line.later(days=1)
    await watching.tick()
    assert await line.alerted() == ["mail_waits"] * 2


async def test_what_is_refused_is_told_and_can_go_once_more(line: Line) -> None:
    line.smtp.says = lambda step, count: "550 unknown" if step == "RCPT" else None
    await line.post("k")
    await line.mail.flush()
    assert await line.alerted() == ["mail_failed"]
    line.later(hours=1)
    await line.mail.flush()
    assert line.smtp.mails == []
    line.smtp.says = lambda step, count: None
    async with line.core.database.writing() as tx:
        assert await outgoing.again(tx, posts.MAIL) == 1
    await line.mail.flush()
    assert len(line.smtp.mails) == 1
    async with line.core.database.writing() as tx:
        assert await outgoing.again(tx, posts.MAIL) == 0


def test_a_way_out_that_does_not_exist_is_refused() -> None:
    with pytest.raises(LookupError):
        commands.again(None, "fax")  # type: ignore[arg-type]  # it looks at the name first
