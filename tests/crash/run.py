"""One configuration under fire: parents answer, reminders come due, the process is killed."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from sqlalchemy import func, select

from dialogs.authoring.shelf import load_shipped
from storage.database import Database
from storage.schema import inbox, outbox, reminders
from storage.vault import Vault
from tests.crash.book import Book
from tests.crash.parent import USUAL, Habits, Parent
from tests.crash.planner import Planner, seconds_ahead
from tests.crash.process import MASTER, TOKEN, Service
from tests.fakes.telegram import DROP, FakeTelegram, World
from tests.fakes.telegram.spec import load as published

LONGEST = 5.0  # seconds between a start and a kill on a busy machine
PROMISED = 60.0  # seconds after the last restart in which everybody must have an answer


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do to one configuration."""

    mode: str  # polling, webhook
    database_url: str
    kills: int
    seed: int
    parents: int = 24  # at once
    habits: Habits = USUAL
    reminders: int = 6  # planned per kill
    drop: float = 0.01  # share of sends that arrive while the answer is cut off
    starting: float = 0.15  # share of kills during a start
    work: int = 240  # calls to Telegram, at most, before a kill

    @property
    def name(self) -> str:
        """`webhook/sqlite`."""
        return f"{self.mode}/{self.database_url.partition(':')[0].partition('+')[0]}"


@dataclass(slots=True)
class Events:
    """What happened, for the audit."""

    parents: list[Parent] = field(default_factory=list)
    stuck: list[set[int]] = field(default_factory=list)  # outbox ids `sending`, per kill
    killed_starting: int = 0
    calm_after: float = 0.0  # seconds from the last start until all was answered
    hung: list[str] = field(default_factory=list)
    seconds: float = 0.0


class Fire:
    """Runs a plan. `fake`, `database`, `events` and `planner` are for the audit afterwards."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan, self.folder = plan, folder
        self.dice, self.events = Random(plan.seed), Events()
        self.ahead = seconds_ahead(datetime.now(UTC))
        self.fake = FakeTelegram(World(now=lambda: time.time() + self.ahead, spec=published()))
        self.book = Book(load_shipped())
        self.calm = asyncio.Event()
        self._lives: dict[asyncio.Task[None], Parent] = {}
        self._mark = 0  # how long the fake's journal was at the last start

    async def run(self) -> None:
        """All kills, and then quiet."""
        began = time.monotonic()
        async with self.fake:
            self.service = Service(
                self.folder, self.plan.database_url, self.plan.mode, self.fake.base, self.ahead,
                self._awake,
            )  # fmt: skip
            try:
                await self._burn()
            finally:
                for task in self._lives:
                    task.cancel()
                await self.service.close()
        self.events.seconds = time.monotonic() - began

    async def _burn(self) -> None:
        await self._start()
        await self.service.wakes()
        vault = Vault(MASTER)
        self.database = await Database.open(self.plan.database_url, vault, migrate=False)
        self.planner = Planner(self.database, self.ahead)
        self.fake.world.faults.dice.seed(self.plan.seed)
        if self.plan.drop:
            self.fake.fault(DROP, method="sendMessage", times=0, chance=self.plan.drop)
        for _ in range(self.plan.parents):
            self._join()
        for _ in range(self.plan.kills):
            await self._load()
            await self._kill()
            await self._start()
        await self.service.wakes()
        await self._settle()

    async def _start(self) -> None:
        self._mark = len(self.fake.world.journal)
        await self.service.begin()

    def _awake(self) -> bool:
        """It has told Telegram its commands: the next thing it does is listen."""
        calls = self.fake.world.journal[self._mark :]
        return any(call.method == "setMyCommands" for call in calls)

    async def _load(self) -> None:
        """Let it work until it made so many calls, or hit it while it starts."""
        if self.dice.random() < self.plan.starting:
            self.events.killed_starting += 1
            return await asyncio.sleep(self.dice.random() * 0.3)
        await self.service.wakes()
        await self._remind()
        calls = self.dice.randrange(self.plan.work)
        ends = time.monotonic() + LONGEST
        journal = self.fake.world.journal
        while len(journal) < self._mark + calls and time.monotonic() < ends:  # noqa: ASYNC110
            await asyncio.sleep(self.dice.random() * 0.02)
        return None

    async def _remind(self) -> None:
        chosen = self.dice.sample(list(self._lives.values()), self.plan.reminders)
        await self.planner.plan(
            [(str(one.user.id), self.dice.random()) for one in chosen if one.top]
        )

    async def _kill(self) -> None:
        await self.service.kill()
        await asyncio.sleep(0.05)  # PostgreSQL ends what the dead one had begun
        async with self.database.reading() as tx:
            found = await tx.all(select(outbox.c.id).where(outbox.c.state == "sending"))
        self.events.stuck.append({row.id for row in found})

    def _join(self) -> None:
        """A new parent; when she is done another takes her place."""
        number = 7_000 + len(self.events.parents)
        user = self.fake.user(TOKEN, number)
        dice = Random(self.plan.seed * 100_003 + number)
        parent = Parent(self.fake, user, self.book, dice, self.plan.habits)
        self.events.parents.append(parent)
        task = asyncio.create_task(parent.live(self.calm))
        self._lives[task] = parent
        task.add_done_callback(self._leaves)

    def _leaves(self, task: asyncio.Task[None]) -> None:
        if task.cancelled():
            return
        parent = self._lives.pop(task)
        if error := task.exception():
            self.events.hung.append(f"parent {parent.user.id} fell over: {error!r}")
        if not self.calm.is_set():
            self._join()

    async def _settle(self) -> None:
        """No more kills: everybody gets her answer, and nothing is left to do."""
        began = time.monotonic()
        self.fake.world.faults.active.clear()
        self.calm.set()
        if self._lives:
            await asyncio.wait(list(self._lives), timeout=PROMISED)
        for parent in self._lives.values():
            self.events.hung.append(f"parent {parent.user.id} waits at turn {parent.top}")
        while time.monotonic() - began < PROMISED and await self._left():  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        self.events.calm_after = time.monotonic() - began
        for parent in self.events.parents:
            parent.look()

    async def _left(self) -> int:
        """How much is still to be done: updates, turns, messages, reminders."""
        now = self.planner.now().timestamp() + 2.0
        due = (reminders.c.state == "planned") & (reminders.c.due_at <= now)
        async with self.database.reading() as tx:
            counts: list[int] = [
                (await tx.execute(select(func.count()).where(waiting))).scalar_one()
                for waiting in (
                    inbox.c.state == "new", outbox.c.state.in_(["new", "sending"]), due
                )
            ]  # fmt: skip
        return sum(counts) + len(self.fake.world.bot(TOKEN).updates)
