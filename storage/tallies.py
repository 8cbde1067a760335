"""Counting what happens, in the transaction that makes it happen: a replay counts nothing twice.

Call `count` only where a change was met (a new row, a state that moved); a turn that is rolled
back takes its counts along. What the codes mean is `casework.tallies`.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import bindparam, delete, func, insert, select

from casework.tallies import Tally, day_of
from storage.schema import families
from storage.schema_tallies import tallies
from storage.tx import Tx

_t = tallies.c
_ADD = insert(tallies)
_TOWN = select(families.c.municipality).where(families.c.id == bindparam("family"))
_UNTIL = (
    select(_t.day, _t.what, func.sum(_t.number).label("number"))
    .where(_t.municipality == bindparam("town"), _t.day <= bindparam("last"))
    .group_by(_t.day, _t.what)
    .order_by(_t.day, _t.what)
)
_several = (
    select(_t.municipality + "|" + _t.day + "|" + _t.what)
    .where(_t.day < bindparam("before"))
    .group_by(_t.municipality, _t.day, _t.what)
    .having(func.count() > 1)
)
_FOLD = (
    delete(tallies)
    .where((_t.municipality + "|" + _t.day + "|" + _t.what).in_(_several))
    .returning(_t.municipality, _t.day, _t.what, _t.number)
)


async def count(tx: Tx, town: str, what: str, at: float, number: int = 1) -> None:
    """Count it on the local day of `at` (UTC seconds). 0 counts nothing."""
    if number:
        day = day_of(at).isoformat()
        row = {"municipality": town, "day": day, "what": what, "number": number}
        await tx.execute(_ADD, row)


async def count_for(tx: Tx, family_id: str, what: str, at: float, number: int = 1) -> None:
    """As `count`, in the municipality of this family; of the family itself nothing is kept."""
    if number:
        town = (await tx.execute(_TOWN, {"family": family_id})).scalar_one()
        await count(tx, str(town), what, at, number)


async def until(tx: Tx, town: str, last: date) -> list[Tally]:
    """Everything counted in this municipality up to and including this day, by day."""
    rows = await tx.all(_UNTIL, {"town": town, "last": last.isoformat()})
    return [Tally(date.fromisoformat(row.day), row.what, int(row.number)) for row in rows]


async def fold(tx: Tx, before: date) -> int:
    """Make one row of each day's rows of a kind; gives how many rows that took away."""
    old = await tx.all(_FOLD, {"before": before.isoformat()})
    sums: dict[tuple[str, str, str], int] = {}
    for town, day, what, number in old:
        sums[town, day, what] = sums.get((town, day, what), 0) + number
    await tx.add(tallies, [_row(*key, number) for key, number in sorted(sums.items())])
    return len(old) - len(sums)


def _row(town: str, day: str, what: str, number: int) -> dict[str, object]:
    return {"municipality": town, "day": day, "what": what, "number": number}
