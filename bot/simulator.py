"""`stapje simulate`: talk with Stapje in the terminal, move the clock, record a transcript."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.acted.shown import BadLine
from bot.service import logs
from bot.settings import MUNICIPALITIES, SettingsError, municipality
from bot.simulation import NoButton, Simulation, simulation
from bot.transcript import CLOCK, ME, TANDEM, Opening, play, zone
from casework.municipality import Municipality
from casework.municipality_schema import load as read_municipality
from dialogs import overview
from dialogs.render import Message

HELP = """\
Typ wat een ouder zou typen, of het nummer van een knop.
  /tijd +1d          de klok verder: +1d, +2u, +30m of 2026-11-26 09:00
  /volgende          de klok naar het volgende geplande bericht
  /stand             wat is bewaard, hoe laat het is, en wat er gepland staat
  /tandem WAT        de andere kant: pakt op · biedt 2026-11-26 10:00 thuis · trekt in ·
                     gemist · geweest · zegt af
  /spraak            stuur een spraakbericht
  /effecten          laat zien of verberg wat er bewaard en gedaan wordt (!!)
  /opname BESTAND    schrijf dit gesprek weg als transcript, om als test te bewaren
  /einde             stop de simulator
Alles wat een ouder kan typen werkt ook: /pauze, /terug, /overslaan, /bellen, /stop …"""
START = f"{ME}/start"
_OWN = {"tijd", "volgende", "stand", "tandem", "spraak", "effecten", "opname", "einde", "help"}


@dataclass(slots=True)
class Console:
    """One sitting at the terminal."""

    sim: Simulation
    record: list[str] = field(default_factory=list)
    effects: bool = True
    over: bool = False

    async def enter(self, line: str) -> None:
        """Do what was typed and print what came of it."""
        name, _, rest = line.removeprefix("/").partition(" ")
        if line.startswith("/") and name in _OWN:
            await self._own(name, rest.strip())
        elif line.isdecimal() and (label := self._numbered(int(line))):
            await self.play(f"{ME}[{label}]")
        else:
            await self.play(ME + line)

    async def play(self, line: str) -> None:
        """Play one transcript line, print it and keep it for the recording."""
        self.record += ["", line]
        try:
            async for shown in play(self.sim, line):
                self.record.append(shown)
                if self.effects or not shown.startswith("!!"):
                    _print(shown)
        except (BadLine, NoButton, PermissionError) as wrong:
            self.record = self.record[:-2]
            _print(f"   {str(wrong) or 'dat kan nu niet'}")
        self._choices()

    async def _own(self, name: str, rest: str) -> None:
        match name:
            case "help":
                _print(HELP)
            case "einde":
                self.over = True
            case "tijd" | "tandem":
                await self.play((CLOCK if name == "tijd" else TANDEM) + rest)
            case "spraak":
                await self.play(f"{ME}(spraak)")
            case "volgende":
                await self._next()
            case "effecten":
                self.effects = not self.effects
                _print(f"   effecten {'aan' if self.effects else 'uit'}")
            case "opname":
                self._write(rest)
            case _:
                await self._state()

    async def _next(self) -> None:
        due = await self.sim.next_planned()
        if due is None:
            return _print("   er staat niets gepland")
        wall = self.sim.house.calendar.wall(datetime.fromtimestamp(due.due_at, UTC))
        return await self.play(f"{CLOCK}{wall:%Y-%m-%d %H:%M}")

    async def _state(self) -> None:
        calendar, session = self.sim.house.calendar, await self.sim.session()
        _print(f"   het is {calendar.wall(self.sim.clock.now()):%Y-%m-%d %H:%M}")
        if session.frames:
            said = partial(self.sim.house.wording.plain, form=session.form)
            for line in overview.lines(self.sim.house.library, session):
                shown = ", ".join(t if isinstance(t, str) else said(t) for t in line.shown)
                _print(f"   {said(line.label)}: {shown}")
        due = await self.sim.next_planned()
        if due is None:
            return _print("   gepland: niets")
        wall = calendar.wall(datetime.fromtimestamp(due.due_at, UTC))
        return _print(f"   gepland: {due.kind} op {wall:%Y-%m-%d %H:%M}")

    def _write(self, name: str) -> None:
        if not name:
            return _print("   schrijf erbij waar: /opname tests/transcripts/mijn_gesprek.txt")
        path = Path(name)
        if path.exists():
            return _print(f"   {path} bestaat al; kies een andere naam")
        path.write_text("\n".join([f"# {path.stem}", *self.record]) + "\n", "utf-8")
        return _print(f"   geschreven: {path}")

    def _labels(self) -> list[str]:
        screen: Message = self.sim.screen
        labels = [box.label for box in screen.boxes] + [tap.label for tap in screen.answers]
        return labels + [b.label for row in screen.menu for b in row]

    def _numbered(self, number: int) -> str:
        """The label behind a number, unless the question asks for a number or words."""
        labels = self._labels()
        if self.sim.screen.entry != "none" or not 0 < number <= len(labels):
            return ""
        return labels[number - 1]

    def _choices(self) -> None:
        if labels := self._labels():
            _print("   " + "  ".join(f"{i} {label}" for i, label in enumerate(labels, 1)))


def main(args: Sequence[str]) -> int:
    """Run the simulator with these arguments; the exit code."""
    options = _options().parse_args(list(args))
    try:
        name = options.gemeente or municipality()
    except SettingsError as error:
        return _refused(str(error))
    town = town_named(name)
    if town is None:
        return _refused(_why_not(name))
    try:
        now = _moment(options.nu, town)
    except ValueError:
        return _refused("--nu: schrijf 2026-11-23T09:00")
    logs.configure(logging.CRITICAL)  # the screen is for the conversation
    asyncio.run(_talk(town, now))
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="stapje simulate",
        description="Praat met Stapje in dit venster. Er gaat niets naar buiten.",
        epilog=HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--gemeente",
        default="",
        help="welke gemeente; anders STAPJE_MUNICIPALITY, anders dordrecht",
    )
    parser.add_argument("--nu", default="", help="hoe laat het is, zoals 2026-11-23T09:00")
    return parser


def town_named(name: str) -> Municipality | None:
    """The shipped municipality with this name; None when there is none or its file is wrong."""
    if (path := _file(name)) is None:
        return None
    found = read_municipality(path.read_text("utf-8"), path.name)
    return found if isinstance(found, Municipality) and found.id == name else None


def _file(name: str) -> Path | None:
    path = MUNICIPALITIES / f"{name}.yaml"
    return path if name.isidentifier() and path.exists() else None


def _why_not(name: str) -> str:
    """Why there is no talking as this municipality, and what to do about it."""
    if path := _file(name):
        return f"het bestand van '{name}' heeft fouten; kijk met: stapje municipality check {path}"
    known = ", ".join(sorted(one.stem for one in MUNICIPALITIES.glob("*.yaml")))
    return f"gemeente '{name}' is onbekend; kies uit: {known}"


def _moment(text: str, town: Municipality) -> datetime:
    here = zone(town)
    if text:
        return datetime.fromisoformat(text).replace(tzinfo=here)
    return datetime.now(here).replace(second=0, microsecond=0)


async def _talk(town: Municipality, now: datetime) -> None:
    async with simulation(town, now) as sim:
        console = Console(sim, [str(Opening(now, town.id))])
        _print("Typ /help voor hulp, /einde om te stoppen.\n")
        await console.play(START)
        async for line in _typed():
            await console.enter(line)
            if console.over:
                return


async def _typed() -> AsyncIterator[str]:
    """Lines from the keyboard, without holding up the line itself."""
    while True:
        try:
            line = await asyncio.to_thread(input, "mij: ")
        except (EOFError, KeyboardInterrupt):
            return
        if line.strip():
            yield line.strip()


def _print(text: str) -> None:
    print(text)  # noqa: T201  a terminal program


def _refused(why: str) -> int:
    """One line for whoever typed it; the exit code."""
    print(f"stapje: {why}", file=sys.stderr)  # noqa: T201  a terminal program
    return 2
