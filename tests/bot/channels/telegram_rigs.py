"""Both Telegram adapters against the local Bot API."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import psutil

from bot.channels.parents_telegram import ParentsTelegram
from bot.channels.team_telegram import TeamTelegram
from bot.service.ports import Incoming, Malformed, Outcome, Outgoing
from dialogs.render import Message
from tests.fakes.telegram import DROP, ECHO, REFUSE, FakeTelegram, World, spec
from tests.fakes.telegram.user import User

PARENTS, TEAM = "111:parents-token-canary", "222:team-token-canary"
NOOR, GROUP, SANNE = 7, -100, 31


class WallClock:
    """The real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class Shelf:
    """An intake that remembers; `broken` makes it fail."""

    items: list[Incoming | Malformed] = field(default_factory=list)
    broken: int = 0  # so many times
    batches: list[int] = field(default_factory=list)
    name: str = ""

    def named(self, name: str) -> None:
        self.name = name

    async def accept(self, items: Sequence[Incoming | Malformed]) -> None:
        if self.broken:
            self.broken -= 1
            raise ConnectionError("storage is down")
        self.items += items
        self.batches.append(len(items))

    @property
    def texts(self) -> list[str]:
        return [item.text for item in self.items if isinstance(item, Incoming)]


@dataclass
class Claims:
    """The handler of claims: who is known may."""

    taken: list[tuple[str, int]] = field(default_factory=list)

    async def __call__(self, code: str, user: int) -> str:
        if user != SANNE:
            raise PermissionError("Deze bot is voor het wijkteam.")
        self.taken.append((code, user))
        return "Dank je. Je vindt alles op de werkplek."


@dataclass
class TelegramRig:
    """One adapter, the fake, and the person it talks to. See `contract.suite.Rig`."""

    fake: FakeTelegram
    channel: ParentsTelegram | TeamTelegram
    user: User
    shelf: Shelf = field(default_factory=Shelf)
    claims: Claims = field(default_factory=Claims)

    @property
    def address(self) -> str:
        return str(self.user.chat.id)

    async def sends(self, out: Outgoing) -> Outcome:
        return await self.channel.send(out)

    def shown(self) -> list[str]:
        return [message.get("text") or message.get("caption", "") for message in self.user.sees]

    def leaves(self) -> None:
        self.user.blocks()

    def is_busy(self, seconds: int) -> None:
        self.fake.fault(REFUSE, status=429, description="Too Many Requests", retry_after=seconds)

    def takes_and_hangs_up(self) -> None:
        self.fake.fault(DROP)

    def fails(self, status: int, *, after: bool) -> None:
        self.fake.fault(ECHO if after else REFUSE, status=status, bare=after)

    async def goes_down(self) -> None:
        # An open connection makes it harder to see that nothing was sent.
        await self.channel.send(Outgoing(99, self.address, Message("Dag")))
        await self.fake.stop()
        await self._hung_up()

    async def _hung_up(self) -> None:
        """Wait for our end of the open connection to close: until then a request goes out on it,
        and nobody can tell whether it arrived."""
        port = int(self.fake.base.rpartition(":")[2])
        async with asyncio.timeout(10):
            while _connected(port):  # noqa: ASYNC110 - the socket belongs to the client's thread
                await asyncio.sleep(0.01)


def _connected(port: int) -> bool:
    ends = (one.raddr for one in psutil.Process().net_connections("tcp"))
    return any(end and end.port == port for end in ends)


@asynccontextmanager
async def parents_rig(world: World | None = None) -> AsyncIterator[TelegramRig]:
    """The parents' bot and Noor."""
    async with FakeTelegram(world or World(spec=spec.load())) as fake:
        shelf = Shelf()
        channel = ParentsTelegram(PARENTS, fake.base, WallClock(), shelf.accept, shelf.named)
        yield TelegramRig(fake, channel, fake.user(PARENTS, NOOR), shelf)
        await channel.close()
        assert fake.world.violations == []


@asynccontextmanager
async def team_rig(world: World | None = None) -> AsyncIterator[TelegramRig]:
    """The team's bot and Sanne in the team's group."""
    async with FakeTelegram(world or World(spec=spec.load())) as fake:
        shelf, claims = Shelf(), Claims()
        channel = TeamTelegram(TEAM, fake.base, claims, shelf.accept)
        yield TelegramRig(fake, channel, fake.in_group(TEAM, GROUP, SANNE), shelf, claims)
        await channel.close()
        assert fake.world.violations == []
