"""`stapje audit`: whether the log of reads is whole, and who looked at one family.

Where the log ends is also noted in a file beside the data, so that a database that was put back to
an earlier day, or made anew, does not seem whole.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from bot.app.starting import municipality, opened
from bot.desk.access.stored import emptied_until
from bot.desk.gate import ROLES
from bot.desk.words import Words
from bot.service.clock import SystemClock
from bot.settings import Settings
from casework.calendar import Calendar
from casework.municipality import Municipality
from storage import chain, handoffs, look_ins, reads
from storage.chain import End, Verdict
from storage.database import Database
from storage.look_ins import LookIn
from storage.reads import Read
from storage.tx import Tx

FILE = "reads_end.txt"
LOOKS: Mapping[str, str] = {
    "name": "de naam, in een lijst",
    "summary": "de antwoorden",
    "attachment": "een bestand",
    "childcare": "het plan voor opvang",
    "baby_package": "het pakket voor een baby of peuter",
    "child_package": "wat voor een kind gevraagd is",
    "signal": "het bericht over een achterstand",
    "breakthrough": "het verzoek om een doorbraak",
    "coaching": "de coaching",
    "idea": "een idee dat zij achterliet",
    "look_in": "begon mee te kijken",
}


def noted(folder: Path) -> list[End]:
    """The end that was noted last; none when nothing was, or it cannot be read."""
    try:
        seq, stamp = (folder / FILE).read_text("ascii").split()
        return [End(int(seq), stamp)]
    except (OSError, ValueError):
        return []


async def note(database: Database, folder: Path) -> None:
    """Write down where the log ends now. Raises OSError."""
    async with database.reading() as tx:
        end = await chain.end(tx)
    if end is None or noted(folder) == [end]:
        return
    fresh = folder / f"{FILE}.new"
    with fresh.open("w", encoding="ascii") as file:
        file.write(f"{end.seq} {end.hash}\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / FILE)


def verify(settings: Settings) -> Verdict:
    """Walk the whole log. Raises SettingsError when the database cannot be opened."""
    return asyncio.run(_verify(settings))


async def _verify(settings: Settings) -> Verdict:
    town = municipality(settings.municipality)
    database = await opened(settings)
    try:
        async with database.reading() as tx:
            until = emptied_until(town, SystemClock())
            return await chain.verify(tx, emptied_until=until, noted=noted(settings.data_dir))
    finally:
        await database.close()


def listed(settings: Settings, name: str) -> list[str]:
    """Who looked at this family, the newest first, a line each; by its id or that of a handoff.

    Raises SettingsError, and LookupError when there is no such family or nobody looked.
    """
    return asyncio.run(_listed(settings, name))


async def _listed(settings: Settings, name: str) -> list[str]:
    town = municipality(settings.municipality)
    database = await opened(settings)
    try:
        async with database.reading() as tx:
            found = await handoffs.get(tx, name)
            family_id = found.family_id if found else name
            looks = await reads.of_family(tx, family_id)
            why = await _reasons(tx, family_id)
    finally:
        await database.close()
    if not looks:
        raise LookupError(name)
    return [_line(town, one, why) for one in reversed(looks)]


async def _reasons(tx: Tx, family_id: str) -> dict[tuple[str, float], LookIn]:
    return {(one.actor, one.begun_at): one for one in await look_ins.of_family(tx, family_id)}


def _line(town: Municipality, one: Read, why: dict[tuple[str, float], LookIn]) -> str:
    words = Words(lambda msgid, **facts: msgid.format_map(facts), Calendar.of(town))
    person = next((p for p in town.people if p.id == one.actor), None)
    who = f"{person.name} ({ROLES[person.role]})" if person else one.actor
    reason = why.get((one.actor, one.at)) if one.what == "look_in" else None
    told = f", om deze reden: {reason.reason}" if reason else ""
    when = words.dated(datetime.fromtimestamp(one.at, UTC))
    return f"{when}  {who}: {LOOKS.get(one.what, one.what)}{told}"
