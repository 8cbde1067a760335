"""The whole line in one process with a clock that can be moved: for the simulator and transcripts.

Real storage (SQLite in memory of this process), real turns, reminders and delivery; only the
channel is a list and the clock stands still until it is moved.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from bot.channels.terminal import Terminal
from bot.service import invitations
from bot.service.arranging.near import WithoutChat
from bot.service.clock import SetClock
from bot.service.house import House
from bot.service.intake import Intake
from bot.service.outbox import Delivery, Pace
from bot.service.ports import TERMINAL, Incoming, Media, Outgoing
from bot.service.programmes.baby.due import SecondPackages
from bot.service.programmes.baby.over import Ended
from bot.service.programmes.breakthroughs.deadlines import Deadlines
from bot.service.reminders import Reminders
from bot.service.turns import Turns
from bot.service.wording import Wording
from casework.appointments import STANDING
from casework.calendar import Calendar
from casework.municipality import Municipality
from dialogs import codec
from dialogs.authoring.shelf import load_shipped
from dialogs.effects import Effect
from dialogs.language.wishes.intents import COMMANDS
from dialogs.model import Session
from dialogs.render import Message
from storage import appointments, handoffs, reminders, sessions, tasks
from storage.database import Database
from storage.handoffs import Handoff
from storage.reminders import Due
from storage.tasks import Task
from storage.vault import Vault

HER = "terminal"  # the address of the one parent
_KEY = b"a simulator has nothing to hide!"
_AT_ONCE = Pace(rate=1e9, burst=1e9, gap=0.0)


class NoButton(LookupError):
    """There is no button with that label on her screen."""


@dataclass(slots=True)
class Simulation:
    """One parent, her tandem and the clock."""

    house: House
    clock: SetClock
    database: Database
    terminal: Terminal
    intake: Intake
    turns: Turns
    delivery: Delivery
    reminders: Reminders
    effects: list[Effect]
    screen: Message = field(default_factory=lambda: Message(""))
    count: int = 0
    desk: list[str] = field(default_factory=list)
    letter: str = ""  # the code in the last letter that somebody printed for her

    # -- what she does ------------------------------------------------------------------

    async def types(self, text: str) -> list[Outgoing]:
        """She types; a slash makes it a command."""
        command = text[1:].split()[0] if text.startswith("/") and len(text) > 1 else ""
        if command == "start":
            return await self._arrives(kind="start")
        if command in COMMANDS:
            return await self._arrives(kind="command", command=command)
        return await self._arrives(kind="text", text=text)

    async def taps(self, label: str) -> list[Outgoing]:
        """She taps the button or box with this label. Raises NoButton."""
        return await self._arrives(kind="press", press=self.button(label))

    async def scans(self) -> list[Outgoing]:
        """She opens the link of the last letter."""
        return await self._arrives(kind="start", code=self.letter)

    async def speaks(self, seconds: int = 4) -> list[Outgoing]:
        """She sends a voice note."""
        media = Media("voice", remote=f"voice-{self.count}", mime="audio/ogg", seconds=seconds)
        return await self._arrives(kind="media", media=media)

    def button(self, label: str) -> str:
        """The press behind a label on her screen. Raises NoButton."""
        message = self.screen
        found = [(b.label, b.press) for b in message.answers]
        found += [(b.label, b.press) for b in message.boxes]
        found += [(b.label, b.press) for row in message.menu for b in row]
        for shown, press in found:
            if shown.casefold() == label.casefold():
                return press
        raise NoButton(f"geen knop '{label}'; wel: {', '.join(shown for shown, _ in found)}")

    async def _arrives(self, **what: object) -> list[Outgoing]:
        self.count += 1
        blank = Incoming(TERMINAL, HER, f"t:{self.count}", self.clock.now(), "text")
        await self.intake.accept([replace(blank, **what)])  # type: ignore[arg-type]  # by name
        return await self.settle()

    # -- time ---------------------------------------------------------------------------

    async def moves(self, to: datetime) -> AsyncIterator[tuple[datetime, list[Outgoing]]]:
        """Move the clock to `to`, stopping at each moment that something goes out."""
        while (due := await self.next_planned()) and due.due_at <= to.timestamp():
            moment = datetime.fromtimestamp(due.due_at, to.tzinfo)
            self.clock.set(max(moment, self.clock.now()))
            yield self.clock.now(), await self._tick()
        self.clock.set(max(to, self.clock.now()))
        yield self.clock.now(), await self._tick()

    async def _tick(self) -> list[Outgoing]:
        await SecondPackages(self.database, self.house).tick()
        await Ended(self.database, self.house).tick()
        await Deadlines(self.database, self.house).tick()
        await WithoutChat(self.database, self.house).tick()
        await self.reminders.tick()
        return await self.settle()

    async def settle(self) -> list[Outgoing]:
        """Run until nothing is left to do; what was sent, in order."""
        quiet = 0
        while quiet < 3:
            moved = await self.turns.run_batch() + await self.delivery.step()
            await asyncio.sleep(0)
            quiet = 0 if moved else quiet + 1
        sent = self.terminal.take()
        for out in sent:
            if out.message.turn and not out.close:
                self.screen = out.message
        return sent

    # -- what can be seen ---------------------------------------------------------------

    async def session(self) -> Session:
        """What the engine remembers of her."""
        async with self.database.reading() as tx:
            found = await sessions.by_address(tx, TERMINAL, HER)
        return codec.load(found.session) if found and found.session else Session()

    async def next_planned(self) -> Due | None:
        """The next reminder, if she is known and one is planned."""
        async with self.database.reading() as tx:
            found = await sessions.by_address(tx, TERMINAL, HER)
            return await reminders.next_planned(tx, found.id) if found else None

    async def handoff(self) -> Handoff | None:
        """Her newest open handoff."""
        async with self.database.reading() as tx:
            found = await sessions.by_address(tx, TERMINAL, HER)
            of_her = await handoffs.of_family(tx, found.family_id) if found else []
        return next((h for h in reversed(of_her) if h.state != "closed"), None)

    async def talk(self, handoff_id: str) -> int | None:
        """Her latest talk that still stands."""
        async with self.database.reading() as tx:
            talks = await appointments.of_handoff(tx, handoff_id)
        return next((t.id for t in reversed(talks) if t.state in STANDING), None)

    async def desk_news(self) -> list[str]:
        """What is new on the tandem's desk since the last time, a line each."""
        lines = []
        async with self.database.reading() as tx:
            found = await sessions.by_address(tx, TERMINAL, HER)
            for one in await handoffs.of_family(tx, found.family_id) if found else []:
                owners = f"{one.neighbourhood_worker}, {one.consultant}"
                lines.append(f"== overdracht ({owners}): {one.reason}, {one.state}")
                lines += [_task(task) for task in await tasks.of_handoff(tx, one.id)]
        new = lines[:]
        for line in self.desk:
            if line in new:
                new.remove(line)
        self.desk = lines
        return new

    def taken_effects(self) -> list[Effect]:
        """The engine's effects since the last time."""
        taken = list(self.effects)
        self.effects.clear()
        return taken


@asynccontextmanager
async def simulation(town: Municipality, now: datetime) -> AsyncIterator[Simulation]:
    """A fresh line for one parent; everything is gone afterwards."""
    effects: list[Effect] = []
    clock = SetClock(now)
    with tempfile.TemporaryDirectory(prefix="stapje-") as folder:
        url = f"sqlite:///{Path(folder) / 'simulation.sqlite3'}"
        database = await Database.open(url, Vault(_KEY))
        try:
            yield _line(town, clock, database, effects)
        finally:
            await database.close()


def _line(
    town: Municipality, clock: SetClock, database: Database, effects: list[Effect]
) -> Simulation:
    house = House(
        library=load_shipped(),
        municipality=town,
        calendar=Calendar.of(town),
        wording=Wording(("je", "u"), town.facts()),
        clock=clock,
        address="https://stapje.example",
        watch=effects.append,
    )
    terminal = Terminal()
    wake = asyncio.Event()
    turns = Turns(database, house, wake)
    return Simulation(
        house=house,
        clock=clock,
        database=database,
        terminal=terminal,
        intake=Intake(database, clock, town.id, wake),
        turns=turns,
        delivery=Delivery(database, terminal, house, invitations.Finder(house), _AT_ONCE),
        reminders=Reminders(database, house, wake),
        effects=effects,
    )


def _task(task: Task) -> str:
    return f"== taak: {task.kind}" + (", klaar" if task.done_at else "")


def soon(text: str, now: datetime) -> datetime:
    """`+1d`, `+2u`, `+30m`, or a local moment `2026-11-26 09:00`. Raises ValueError."""
    if text.startswith("+") and text[1:-1].isdecimal() and text[-1] in _UNITS:
        return now + int(text[1:-1]) * _UNITS[text[-1]]
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)


_UNITS = {"d": timedelta(days=1), "u": timedelta(hours=1), "m": timedelta(minutes=1)}
