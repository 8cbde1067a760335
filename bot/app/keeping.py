"""`stapje retention` and `stapje hold`: the terms and the legal hold, from the command line.

They work on the same database as the running service, also while it runs.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import TypeVar

from bot.app.starting import municipality, opened
from bot.service.clock import SystemClock
from bot.service.core import house_of
from bot.service.holding import Holding
from bot.service.house import House
from bot.service.retaining import Found, Retaining
from bot.settings import Settings
from casework.retention import Act, Stage
from dialogs.language.dates import day
from storage.database import Database

T = TypeVar("T")
_STAGES = {
    Stage.SILENT: "zei nog niets",
    Stage.UNFINISHED: "niet afgemaakt",
    Stage.WAITING: "wacht op een mens",
    Stage.HELPED: "wordt geholpen",
    Stage.HELD: "bewaarplicht",
}
_ACTS = {Act.KEEP: "bewaren", Act.WARN: "waarschuwen", Act.ERASE: "wissen"}
_TERMS = {
    "chat": "gesprek",
    "crisis": "melding van gevaar",
    "audit": "technische meldingen",
    "access_log": "wie keek",
    "repeats": "herhaalde berichten",
}


def retain(settings: Settings, *, dry_run: bool) -> list[str]:
    """What is over its term, as lines; without `dry_run` it is done too."""

    async def look(database: Database, house: House) -> Found:
        keeping = Retaining(database, house, asyncio.Event())
        if dry_run:
            return await keeping.look()
        found = await keeping.tick()
        await keeping.scrub()
        return found

    return list(_report(settings, asyncio.run(_with(settings, look)), dry_run=dry_run))


def hold(settings: Settings, handoff_id: str, who: str, *, on: bool) -> bool:
    """Hold the family of this handoff, or lift it. Raises PermissionError and LookupError."""

    async def decide(database: Database, house: House) -> bool:
        deeds = Holding(database, house)
        return await (deeds.put(handoff_id, who) if on else deeds.lift(handoff_id, who))

    return asyncio.run(_with(settings, decide))


def held(settings: Settings) -> list[str]:
    """The families that are held, a line each."""

    async def look(database: Database, house: House) -> list[str]:
        found = await Holding(database, house).held()
        zone = house.calendar.zone
        return [
            f"{one.id}  sinds {day(datetime.fromtimestamp(one.held_at, zone).date(), _MIN)}"
            f"  door {one.held_by}"
            for one in found
        ]

    return asyncio.run(_with(settings, look))


_MIN = date.min  # no year is this one, so that the year is always said


async def _with(settings: Settings, work: Callable[[Database, House], Awaitable[T]]) -> T:
    async with _open(settings) as (database, house):
        return await work(database, house)


@asynccontextmanager
async def _open(settings: Settings) -> AsyncIterator[tuple[Database, House]]:
    """The database beside a service that may be running: nothing of its work is touched."""
    town, team = municipality(settings.municipality), settings.team_bot_token is not None
    house = house_of(town, SystemClock(), settings.address, team_bot=team, outlets=settings.outlets)
    database = await opened(settings)
    try:
        yield database, house
    finally:
        await database.close()


def _report(settings: Settings, found: Found, *, dry_run: bool) -> Iterator[str]:
    town, today = municipality(settings.municipality), datetime.now(UTC).date()
    done = "zou nu gebeuren" if dry_run else "is nu gebeurd"
    yield f"Bewaartermijnen van {town.name}, {day(today, _MIN)}. Dit {done}:"
    for (stage, act), ids in sorted(found.families.items()):
        yield f"  {_STAGES[stage]}: {_ACTS[act]} {len(ids)}"
        if act is not Act.KEEP or stage is Stage.HELD:
            yield from (f"    {one}" for one in ids)
    for (term, table), count in sorted(found.swept.items()):
        yield f"  {_TERMS[term]} ({table}): {count} oude rijen wissen"
