"""A conversation as text that people read and tests replay.

    # what it is about
    @ 2026-11-23 09:00               and the municipality, where it is not Dordrecht: … 09:00 huizen
    mij: /start                      she types
    bot: Hoi! Ik ben Stapje. …       what she sees, with [buttons] and ( ) boxes beneath
    mij: [Beginnen]                  she taps
    mij: (spraak)                    she sends a voice note
    mij: (scant de code)             she opens the link of the last letter
    tijd: +1d                        the clock moves; `--` says when something went out
    tandem: biedt 2026-11-26 10:00, 2026-11-27 14:00 thuis
    !! district = crabbehof          what is kept and done
    tandem: opvang route E           or: eerste dag 2027-03-01, klaar besluit, plek, lijst …
    tandem: pakket toekennen         or: verwijst baby, op de post, vervalt, tweede 2027-01-11 …
    verwijzer: verwijst lotte        also `met code`: for the parent who asked herself
    verwijzer: vraagt nynke          the same for a child
    tandem: uitkomst start           or: coaching doel één brief openmaken, lijst, klaar, vergissing
    tandem: brief 2026-07-01 2026-12-31      or: brief anderen signed_up=11, schrijfwijzer <zin>
    == taak: urgent                  what is new on the tandem's desk

Lines of hers, of the clock and of other people (`tandem:`, `verwijzer:`, `marinier:`) are the
input; all else is what came of it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.acted import act
from bot.acted.shown import BadLine, told
from bot.service.ports import Outgoing
from bot.simulation import Simulation, soon
from casework.municipality import Municipality

ME, CLOCK, TANDEM, REFERRER, AT = "mij: ", "tijd: ", "tandem: ", "verwijzer: ", "@ "
OFFICER = "marinier: "
INPUT = (ME, CLOCK, TANDEM, REFERRER, OFFICER)


DORDRECHT = "dordrecht"


@dataclass(frozen=True, slots=True)
class Opening:
    """When a conversation begins, local, and where."""

    wall: datetime
    town: str = DORDRECHT

    @classmethod
    def read(cls, line: str) -> Opening:
        """`@ 2026-11-23 09:00`, or `@ 2026-11-23 09:00 huizen`. Raises ValueError."""
        day, clock, *town = line.removeprefix(AT).split()
        return cls(datetime.fromisoformat(f"{day} {clock}"), *town)

    def __str__(self) -> str:
        """The line that it was read from."""
        town = "" if self.town == DORDRECHT else f" {self.town}"
        return f"{AT}{self.wall:%Y-%m-%d %H:%M}{town}"


def zone(town: Municipality) -> ZoneInfo:
    """The municipality's time zone."""
    return ZoneInfo(town.zone)


async def play(sim: Simulation, line: str) -> AsyncIterator[str]:
    """What comes of one input line."""
    if line.startswith(CLOCK):
        async for shown in _time(sim, line.removeprefix(CLOCK).strip()):
            yield shown
    else:
        for shown in await _acted(sim, line):
            yield shown
    for shown in await sim.desk_news():
        yield shown


async def _acted(sim: Simulation, line: str) -> list[str]:
    """She or somebody else did something."""
    if line.startswith(ME):
        return told(sim, await _she(sim, line.removeprefix(ME).strip()))
    return await act(sim, line.partition(":")[2].strip())


async def _she(sim: Simulation, what: str) -> list[Outgoing]:
    if what.startswith("[") and what.endswith("]"):
        return await sim.taps(what[1:-1])
    if what == "(spraak)":
        return await sim.speaks()
    if what == "(scant de code)":
        return await sim.scans()
    return await sim.types(what)


async def _time(sim: Simulation, text: str) -> AsyncIterator[str]:
    try:
        to = soon(text, sim.clock.now().astimezone(sim.house.calendar.zone))
    except ValueError as wrong:
        raise BadLine(f"{CLOCK}{text}: schrijf +1d, +2u, +30m of 2026-11-26 09:00") from wrong
    async for moment, sent in sim.moves(to):
        if sent:
            wall = sim.house.calendar.wall(moment)
            yield f"-- {wall:%Y-%m-%d %H:%M}"
        for line in told(sim, sent):
            yield line
