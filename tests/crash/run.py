"""One configuration under fire: parents answer, reminders come due, the process is killed."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from sqlalchemy import func, select

from dialogs.authoring.shelf import load_shipped
from storage import sessions
from storage.database import Database
from storage.schema import inbox, outbox, reminders
from storage.vault import Vault
from tests.crash import desk
from tests.crash.book import Book
from tests.crash.habits import USUAL, Habits
from tests.crash.parent import Parent
from tests.crash.planner import OWNER, Planner, seconds_ahead
from tests.crash.process import MASTER, TOKEN, Service
from tests.crash.updates import key_of
from tests.crash.watch import Watch
from tests.crash.web_parent import WebParent
from tests.fakes.telegram import DROP, FakeTelegram, World
from tests.fakes.telegram.spec import load as published

LONGEST = 5.0  # seconds between a start and a kill on a busy machine
LAST = 200.0  # seconds that all parents together may need to the end
PROMISED = 60.0  # seconds after the last restart in which everybody must have an answer


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do to one configuration."""

    mode: str  # polling, webhook
    database_url: str
    kills: int
    seed: int
    parents: int = 24  # at once, in Telegram
    browsers: int = 0  # at once, in the web chat
    habits: Habits = USUAL
    reminders: int = 6  # planned per kill
    drop: float = 0.01  # share of sends that arrive while the answer is cut off
    starting: float = 0.15  # share of kills during a start
    work: int = 240  # calls to Telegram, at most, before a kill
    linger: int = 0  # calls to Telegram without a kill, at the end
    ends: bool = False  # wait until all parents are done, and let nobody take their place
    districts: tuple[str, ...] = ("",)  # labels; parents live there in turn

    @property
    def name(self) -> str:
        """`webhook/sqlite`."""
        return f"{self.mode}/{self.database_url.partition(':')[0].partition('+')[0]}"


@dataclass(slots=True)
class Events:
    """What happened, for the audit."""

    parents: list[Parent] = field(default_factory=list)
    browsers: list[WebParent] = field(default_factory=list)
    stuck: list[set[int]] = field(default_factory=list)  # outbox ids `sending`, per kill
    killed_starting: int = 0
    calm_after: float = 0.0  # seconds from the last start until all was answered
    hung: list[str] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)  # handoffs with a reminder nobody is sure of
    shown: set[str] = field(default_factory=set)  # … and the tandem sees it
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
        self._lives: dict[asyncio.Task[None], Parent | WebParent] = {}
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
        self.watch = Watch(self.database)
        self.planner = Planner(self.database, self.ahead)
        self.fake.world.faults.dice.seed(self.plan.seed)
        if self.plan.drop:
            self.fake.fault(DROP, method="sendMessage", times=0, chance=self.plan.drop)
        for _ in range(self.plan.parents):
            self._join()
        for _ in range(self.plan.browsers):
            self._browse()
        for _ in range(self.plan.kills):
            await self._load()
            await self._kill()
            await self._start()
        await self.service.wakes()
        if self.plan.ends:
            await asyncio.wait(list(self._lives), timeout=LAST)
        elif self.plan.linger:
            await self._linger(self.plan.linger)
        await self._settle()
        await self._open_desk()

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
        return await self._works(self.dice.randrange(self.plan.work), LONGEST)

    async def _linger(self, calls: int) -> None:
        """Let it work unharmed; reminders come due in the middle."""
        await self._works(calls // 2, 4 * LONGEST)
        await self._remind()
        await self._works(calls - calls // 2, 4 * LONGEST)
        ends = time.monotonic() + 4 * LONGEST
        while time.monotonic() < ends and await self._unreminded():  # noqa: ASYNC110
            await asyncio.sleep(0.1)

    async def _unreminded(self) -> int:
        """How many of our reminders are still to go out; unsure ones did, one way or the other."""
        gone = outbox.c.state.in_(["sent", "unsure"]) & (outbox.c.kind == "reminder")
        async with self.database.reading() as tx:
            count: int = (await tx.execute(select(func.count()).where(gone))).scalar_one()
        return max(0, self.planner.planned - count)

    async def _works(self, calls: int, seconds: float) -> None:
        """Let it make so many calls; no longer than this on a busy machine."""
        ends, journal = time.monotonic() + seconds, self.fake.world.journal
        until = len(journal) + calls
        while len(journal) < until and time.monotonic() < ends:  # noqa: ASYNC110
            await asyncio.sleep(self.dice.random() * 0.02)

    async def _remind(self) -> None:
        lives = [one for one in self._lives.values() if isinstance(one, Parent)]
        chosen = self.dice.sample(lives, min(self.plan.reminders, len(lives)))
        await self.planner.plan(
            [(one.address, self.dice.random()) for one in chosen if one.eyes.top]
        )

    async def _kill(self) -> None:
        await self.service.kill()
        await asyncio.sleep(0.05)  # PostgreSQL ends what the dead one had begun
        async with self.database.reading() as tx:
            found = await tx.all(select(outbox.c.id).where(outbox.c.state == "sending"))
        self.events.stuck.append({row.id for row in found})

    def forgotten(self) -> Counter[str]:
        """The presses that Telegram dropped because we were not there for 150 s."""
        return Counter(key_of(update) for update in self.fake.world.bot(TOKEN).forgotten)

    def _join(self) -> None:
        """A new parent; when she is done another takes her place."""
        number = 7_000 + len(self.events.parents)
        user = self.fake.user(TOKEN, number)
        dice = Random(self.plan.seed * 100_003 + number)
        district = self.plan.districts[len(self.events.parents) % len(self.plan.districts)]
        parent = Parent(
            self.fake, user, self.book, dice, self.calm, self._quiet, self.plan.habits, district
        )
        self.events.parents.append(parent)
        self._lets_live(parent)

    def _browse(self) -> None:
        """A new parent in the web chat."""
        number = len(self.events.browsers) + 1
        dice = Random(self.plan.seed * 100_019 + number)
        hashed = Vault(MASTER).hash
        parent = WebParent(self.service.address, self.book, dice, self.calm, hashed, number)
        self.events.browsers.append(parent)
        self._lets_live(parent)

    def _lets_live(self, parent: Parent | WebParent) -> None:
        task = asyncio.create_task(parent.live())
        self._lives[task] = parent
        task.add_done_callback(self._leaves)

    async def _quiet(self, parent: Parent) -> None:
        """Wait until nothing of hers is under way, or until it is calm."""
        updates = self.fake.world.bot(TOKEN).updates
        while not self.calm.is_set():
            waits = any(key_of(one.update) in parent.ledger.keys for one in updates)
            if not waits and not await self.watch.busy(str(parent.user.id)):
                return
            await asyncio.sleep(0.05)

    def _leaves(self, task: asyncio.Task[None]) -> None:
        if task.cancelled():
            return
        parent = self._lives.pop(task)
        if error := task.exception():
            self.events.hung.append(f"parent {parent.name} fell over: {error!r}")
        if not (self.calm.is_set() or self.plan.ends):
            self._join() if isinstance(parent, Parent) else self._browse()

    async def _settle(self) -> None:
        """No more kills: everybody gets her answer, and nothing is left to do."""
        began = time.monotonic()
        self.fake.world.faults.active.clear()
        self.calm.set()
        if self._lives:
            await asyncio.wait(list(self._lives), timeout=PROMISED)
        gone = self.forgotten()
        for parent in self._lives.values():
            if parent.ledger.keys & gone:
                continue  # Telegram forgot her press: she would tap again
            self.events.hung.append(f"parent {parent.name} waits at turn {parent.top}")
        while time.monotonic() - began < PROMISED and await self._left():  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        self.events.calm_after = time.monotonic() - began
        for parent in self.events.parents:
            parent.eyes.look()

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

    async def _open_desk(self) -> None:
        """Look at the pages of the families with a reminder that may not have arrived."""
        chosen = select(outbox.c.conversation_id).where(
            outbox.c.kind == "reminder", outbox.c.state == "unsure"
        )
        async with self.database.reading() as tx:
            unsure = {row.conversation_id for row in await tx.all(chosen)}
            for chat, handoff in self.planner.handoffs.items():
                found = await sessions.by_address(tx, "telegram", chat)
                if found is not None and found.id in unsure:
                    self.events.unsure.add(handoff.id)
        self.events.shown = await desk.shows_unsure(self.service.address, OWNER, self.events.unsure)
