"""The whole line over a database of its own, with a list as channel and a clock that is set."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

from bot.channels.terminal import Terminal
from bot.service.arranging.desk import Childcare
from bot.service.clock import SetClock
from bot.service.core import Core, house_of, wire_up
from bot.service.outbox import Pace
from bot.service.ports import Incoming, Outgoing
from bot.service.retaining import Retaining
from casework.municipality import Municipality
from storage.database import Database
from storage.vault import Vault

_KEY = b"a year of nobody has no secrets!"
_SHARED = Path("/dev/shm")  # noqa: S108  nothing of a year is kept: it needs wait for no disk
_MEMORY = _SHARED if _SHARED.is_dir() else None
_AT_ONCE = Pace(rate=1e9, burst=1e9, gap=0.0)


@dataclass(slots=True)
class World:
    """Where families and their people meet."""

    core: Core
    clock: SetClock
    terminal: Terminal
    childcare: Childcare
    retaining: Retaining
    screens: dict[str, Outgoing] = field(default_factory=dict)  # address → the last question
    count: int = 0

    @property
    def now(self) -> datetime:
        """Now, aware."""
        return self.clock.now()

    @property
    def at(self) -> float:
        """Now, in UTC seconds."""
        return self.clock.now().timestamp()

    @property
    def today(self) -> date:
        """The local day."""
        return self.core.house.calendar.wall(self.now).date()

    def turn(self, day: date, hour: int) -> None:
        """Set the clock to this local hour."""
        self.clock.set(self.core.house.calendar.utc(datetime.combine(day, time(hour))))

    async def hear(self, items: Sequence[tuple[str, dict[str, str]]]) -> list[Outgoing]:
        """These families send something, all at once; what they got."""
        incoming = []
        for address, what in items:
            self.count += 1
            key = f"{address}:{self.count}"
            incoming.append(Incoming(self.terminal.name, address, key, self.now, **what))  # type: ignore[arg-type]  # by name
        await self.core.intake.accept(incoming)
        return await self.settle()

    async def due(self, *, people: bool) -> tuple[list[Outgoing], bool]:
        """What came due by now; `people`: also their messages and promises.

        Gives what families got, and whether anything at all moved.
        """
        moved = await self.core.reminders.tick()
        if people:
            moved += await self.core.relay.tick() + await self.core.promising.tick()
        return (await self.settle() if moved else []), bool(moved)

    async def settle(self) -> list[Outgoing]:
        """Take turns and deliver until nothing is left to do."""
        while await self.core.turns.run_batch():
            await self.core.deliveries[0].flush()
        await self.core.deliveries[0].flush()
        sent = [out for out in self.terminal.take() if not out.close]
        for out in sent:
            if out.message.turn or out.message.answers:
                self.screens[out.address] = out
        return sent


@asynccontextmanager
async def world(town: Municipality, now: datetime) -> AsyncIterator[World]:
    """A fresh one; everything is gone afterwards."""
    clock, terminal = SetClock(now), Terminal()
    with tempfile.TemporaryDirectory(prefix="stapje-year-", dir=_MEMORY) as folder:
        url = f"sqlite:///{Path(folder) / 'year.sqlite3'}"
        database = await Database.open(url, Vault(_KEY))
        try:
            house = house_of(town, clock, "https://stapje.example")
            core = wire_up(database, house)
            core.intake.follow = core.turns.join  # as in service: one commit for both
            core.deliver(terminal, _AT_ONCE)
            childcare = Childcare(database, house)
            retaining = Retaining(database, house, asyncio.Event())
            yield World(core, clock, terminal, childcare, retaining)
        finally:
            await database.close()
