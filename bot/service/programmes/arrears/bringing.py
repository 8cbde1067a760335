"""How signals come in: what is new of a creditor's list, and which creditors are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.service.house import House
from bot.service.programmes.arrears import keeping
from casework.arrears import PROGRAMME
from casework.arrears_file import Row
from storage import contacts, requests
from storage.database import Database
from storage.requests import Request
from storage.tx import Tx

AT_ONCE = 1_000  # signals in one transaction: parents who write meanwhile hardly wait


@dataclass(frozen=True, slots=True)
class Taken:
    """The signals that are new, and the references that were known already."""

    new: Sequence[Row]
    known: Sequence[str]
    at: float = 0.0  # when all that are new were brought


async def take(database: Database, house: House, person: str, rows: Sequence[Row]) -> Taken:
    """Keep these signals; a reference that is known changes nothing, unless it is owed anew."""
    new, known, at = list[Row](), list[str](), house.clock.now().timestamp()
    for part in _parts(rows):
        async with database.writing() as tx:
            await requests.one_at_a_time(tx, PROGRAMME)
            fresh, old, over = await _apart(tx, house, part)
            for one in over:
                await requests.rekey(tx, one, f"{one.key}:{one.id}")  # its key is the next one's
            homes = await contacts.without_address(tx, len(fresh), house.municipality.id, at)
            pairs = zip(fresh, homes, strict=True)
            adding = [keeping.new(tx, house.municipality, r, home, person) for r, home in pairs]
            await requests.add_all(tx, adding, at)
        new += fresh
        known += [row.reference for row in old]
    return Taken(new, known, at)


async def foreseen(database: Database, house: House, rows: Sequence[Row]) -> Taken:
    """What `take` would do with these now; nothing is kept."""
    new, known = list[Row](), list[str]()
    for part in _parts(rows):
        async with database.reading() as tx:
            fresh, old, _ = await _apart(tx, house, part)
        new += fresh
        known += [row.reference for row in old]
    return Taken(new, known)


async def creditors(database: Database, house: House) -> list[str]:
    """Every creditor of whom a signal is kept, by name."""
    async with database.reading() as tx:
        found = await requests.of_programme(tx, house.municipality.id, PROGRAMME)
    return sorted({keeping.creditor(one) for one in found} - {""}, key=str.casefold)


def _parts(rows: Sequence[Row]) -> list[Sequence[Row]]:
    return [rows[begins : begins + AT_ONCE] for begins in range(0, len(rows), AT_ONCE)]


async def _apart(
    tx: Tx, house: House, rows: Sequence[Row]
) -> tuple[list[Row], list[Row], list[Request]]:
    """Those that are new, those that are known, and the closed signals that new ones follow."""
    keyed = {keeping.keys(tx, house.municipality.id, row): row for row in rows}
    there = await requests.known(tx, [key for keys in keyed for key in keys])
    fresh, old, over = list[Row](), list[Row](), dict[int, Request]()
    for keys, row in keyed.items():
        before = [there[key] for key in keys if key in there]
        if all(keeping.anew(house.calendar, one, row) for one in before):
            fresh.append(row)
            over |= {one.id: one for one in before}
        else:
            old.append(row)
    return fresh, old, list(over.values())
