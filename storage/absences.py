"""Who is away, who stands in, and whose families moved meanwhile. Days are local, as ISO."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import bindparam, select, update

from storage.handoffs import OPEN
from storage.schema import handoffs, tasks
from storage.schema_staff import absences, covers
from storage.sql import columns_of, several, word
from storage.tx import Tx

PLACES = ("neighbourhood_worker", "consultant")


@dataclass(frozen=True, slots=True)
class NewAbsence:
    """To note: from `first` up to and including `last`; the same `key` again is void."""

    key: str
    person: str
    cover: str
    first: str
    last: str
    made_by: str


@dataclass(frozen=True, slots=True)
class Absence:
    """A noted absence. Moments in UTC seconds."""

    id: int
    key: str
    person: str
    cover: str
    first: str
    last: str
    made_by: str
    created_at: float
    begun_at: float | None
    ended_at: float | None


_a, _c, _h, _t = absences.c, covers.c, handoffs.c, tasks.c
_SELECT = select(*columns_of(Absence, absences)).order_by(_a.first, _a.id)
_UNENDED = _SELECT.where(_a.ended_at.is_(None))
_GET = _SELECT.where(_a.id == bindparam("absence"))
_NOW = _UNENDED.where(_a.first <= bindparam("day"), _a.last >= bindparam("day"))
_TO_BEGIN = _NOW.where(_a.begun_at.is_(None)).with_for_update(skip_locked=True)
_TO_END = _UNENDED.where(_a.last < bindparam("day")).with_for_update(skip_locked=True)
_BEGUN = (
    update(absences)
    .where(_a.id == bindparam("absence"), _a.begun_at.is_(None), _a.ended_at.is_(None))
    .values(begun_at=bindparam("at"))
)
_ENDED = (
    update(absences)
    .where(_a.id == bindparam("absence"), _a.ended_at.is_(None))
    .values(ended_at=bindparam("at"))
)
_open = _h.state.in_([word(one) for one in OPEN])
_OURS = {place: select(_h.id).where(_open, _h[place] == bindparam("who")) for place in PLACES}
_MOVE = {
    place: update(handoffs)
    .where(_h.id.in_(several("ids")), _h[place] == bindparam("from_who"))
    .values(**{place: bindparam("to_who")})
    for place in PLACES
}
_CLAIMS = (
    update(handoffs)
    .where(_h.id.in_(several("ids")), _h.claimed_by == bindparam("from_who"))
    .values(claimed_by=bindparam("to_who"))
)
_TASKS = (
    update(tasks)
    .where(_t.handoff_id.in_(several("ids")), _t.owner == bindparam("from_who"))
    .where(_t.done_at.is_(None))
    .values(owner=bindparam("to_who"))
)
_GIVEN = (
    select(_c.handoff_id, _c.place)
    .where(_c.absence_id == bindparam("absence"), _c.back_at.is_(None))
    .order_by(_c.id)
)
_BACK = (
    update(covers)
    .where(_c.absence_id == bindparam("absence"), _c.back_at.is_(None))
    .values(back_at=bindparam("at"))
)


async def put(tx: Tx, new: NewAbsence, at: float) -> bool:
    """Note it. False when this key came before."""
    row = {field.name: getattr(new, field.name) for field in fields(new)}
    return await tx.add_one(absences, row | {"created_at": at})


async def ahead(tx: Tx) -> list[Absence]:
    """Absences that are not over, the first first."""
    return await _many(tx, _UNENDED, {})


async def get(tx: Tx, absence_id: int) -> Absence | None:
    """The absence with this id."""
    found = await _many(tx, _GET, {"absence": absence_id})
    return found[0] if found else None


async def standing_in(tx: Tx, day: str) -> dict[str, str]:
    """Who is away on this day → who stands in; over chains, and never in a circle."""
    away = {one.person: one.cover for one in await _many(tx, _NOW, {"day": day})}
    return {person: _at_last(person, away) for person in away}


def _at_last(person: str, away: dict[str, str]) -> str:
    seen, at = {person}, away[person]
    while at in away and at not in seen:
        seen.add(at)
        at = away[at]
    return at


async def to_begin(tx: Tx, day: str) -> list[Absence]:
    """Absences that begin and were not dealt with yet; locked."""
    return await _many(tx, _TO_BEGIN, {"day": day})


async def to_end(tx: Tx, day: str) -> list[Absence]:
    """Absences that are over and were not dealt with yet; locked."""
    return await _many(tx, _TO_END, {"day": day})


async def begun(tx: Tx, absence_id: int, at: float) -> bool:
    """True for exactly one of those who try."""
    return (await tx.execute(_BEGUN, {"absence": absence_id, "at": at})).rowcount == 1


async def ended(tx: Tx, absence_id: int, at: float) -> bool:
    """True for exactly one of those who try."""
    return (await tx.execute(_ENDED, {"absence": absence_id, "at": at})).rowcount == 1


async def hand_over(
    tx: Tx, one: Absence, to: str, at: float, *, only: str | None = None
) -> list[str]:
    """The open families of who is away (`only`: this handoff) go to `to`, with claims and tasks.

    Gives the handoffs that moved.
    """
    moved: list[str] = []
    for place in PLACES:
        ids = [str(row.id) for row in await tx.all(_OURS[place], {"who": one.person})]
        ids = [each for each in ids if only in (None, each)]
        if not ids:
            continue
        await _move(tx, place, ids, one.person, to)
        await tx.add(covers, [
            {"absence_id": one.id, "handoff_id": each, "place": place, "given_at": at}
            for each in ids
        ])  # fmt: skip
        moved += ids
    return moved


async def cover(tx: Tx, handoff_id: str, day: str, at: float) -> None:
    """A handoff that opens again while one of its owners is away goes to who stands in."""
    stand_in = await standing_in(tx, day)
    for one in await _many(tx, _NOW, {"day": day}):
        await hand_over(tx, one, stand_in[one.person], at, only=handoff_id)


async def hand_back(tx: Tx, one: Absence, holders: Collection[str], at: float) -> list[str]:
    """What was handed over comes back from whoever of `holders` has it. Gives the handoffs."""
    rows = await tx.all(_GIVEN, {"absence": one.id})
    for place in PLACES:
        ids = [str(row.handoff_id) for row in rows if row.place == place]
        for holder in holders if ids else ():
            await _move(tx, place, ids, holder, one.person)
    await tx.execute(_BACK, {"absence": one.id, "at": at})
    return [str(row.handoff_id) for row in rows]


async def _move(tx: Tx, place: str, ids: Sequence[str], who: str, to: str) -> None:
    values = {"ids": list(ids), "from_who": who, "to_who": to}
    for statement in (_MOVE[place], _CLAIMS, _TASKS):
        await tx.execute(statement, values)


async def _many(tx: Tx, statement: Any, values: dict[str, Any]) -> list[Absence]:
    return [Absence(*row) for row in await tx.all(statement, values)]
