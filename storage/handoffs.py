"""Handoffs: a family's way to the two people who help her."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import bindparam, false, func, select, true, update

from casework import tallies as codes
from storage import tallies
from storage.schema import handoffs
from storage.sql import columns_of, word
from storage.tx import Tx

OPEN = ("new", "claimed")
INTAKE = "intake"  # she finished; the other reasons are in `Handoff`


@dataclass(frozen=True, slots=True)
class Handoff:
    """One handoff with its two owners. `id` is random: it travels in links and buttons."""

    id: str
    family_id: str
    municipality: str
    reason: str  # intake, call, unfinished, stuck, unreachable
    district: str
    neighbourhood_worker: str
    consultant: str
    state: str  # new, claimed, closed
    claimed_by: str | None
    claimed_at: float | None
    promised_by: float | None  # she was told: you hear from us before
    checked_by_parent: bool
    created_at: float


_h = handoffs.c
_SELECT = select(*columns_of(Handoff, handoffs)).order_by(_h.created_at, _h.id)
_GET = _SELECT.where(_h.id == bindparam("handoff"))
_OF_FAMILY = _SELECT.where(_h.family_id == bindparam("family"))
_open = _h.state.in_([word("new"), word("claimed")])
_CLAIM = (
    update(handoffs)
    .where(_h.id == bindparam("handoff"), _h.state == word("new"))
    .values(state="claimed", claimed_by=bindparam("who"), claimed_at=bindparam("at"))
)
_PROMISE = (
    update(handoffs).where(_h.id == bindparam("handoff")).values(promised_by=bindparam("before"))
)
_FINISHED = (
    update(handoffs)
    .where(_h.id == bindparam("handoff"))
    .values(reason=word("intake"), district=bindparam("where"))
)
_HAND = (
    update(handoffs)
    .where(_h.id == bindparam("handoff"), _open)
    .where(_h.claimed_by.is_(None) | (_h.claimed_by != bindparam("who")))
    .values(state="claimed", claimed_by=bindparam("who"), claimed_at=bindparam("at"))
)
_CLOSE = update(handoffs).where(_h.id == bindparam("handoff"), _open).values(state=word("closed"))
_REOPEN = (
    update(handoffs)
    .where(_h.id == bindparam("handoff"), _h.state == word("closed"), _h.reason != word("erased"))
    .values(state="claimed", claimed_by=bindparam("who"), claimed_at=bindparam("at"))
)
_AGAIN = (
    update(handoffs)
    .where(_h.id == bindparam("handoff"), _h.state == word("closed"), _h.reason != word("erased"))
    .values(state="new", claimed_by=None, claimed_at=None, reason=bindparam("why"))
)
_CHECKED = (
    update(handoffs)
    .where(_h.family_id == bindparam("family"), _open, _h.checked_by_parent == false())
    .values(checked_by_parent=true())
)
_LOADS = [
    select(column, func.count())
    .where(_h.municipality == bindparam("municipality"), _open)
    .group_by(column)
    for column in (_h.neighbourhood_worker, _h.consultant)
]
_LOAD = _LOADS[0].union_all(_LOADS[1])


async def create(tx: Tx, handoff: Handoff) -> bool:
    """Open a handoff. False when this id was there already."""
    fresh = await tx.add_one(handoffs, asdict(handoff))
    if fresh:
        at, town = handoff.created_at, handoff.municipality
        await tallies.count(tx, town, codes.HANDED_OVER, at)
        if handoff.reason == INTAKE:
            await tallies.count(tx, town, codes.INTAKE, at)
    return fresh


async def get(tx: Tx, handoff_id: str) -> Handoff | None:
    """The handoff with this id."""
    row = (await tx.execute(_GET, {"handoff": handoff_id})).first()
    return None if row is None else Handoff(*row)


async def of_family(tx: Tx, family_id: str) -> list[Handoff]:
    """The family's handoffs, oldest first."""
    return await _many(tx, _OF_FAMILY, {"family": family_id})


async def claim(tx: Tx, handoff_id: str, person: str, at: float) -> bool:
    """Take a handoff on. True for exactly one of those who try at once."""
    values = {"handoff": handoff_id, "who": person, "at": at}
    return (await tx.execute(_CLAIM, values)).rowcount == 1


async def hand(tx: Tx, handoff_id: str, to: str, at: float) -> bool:
    """Give it to this owner. False when she has it already, or it is closed."""
    return (await tx.execute(_HAND, {"handoff": handoff_id, "who": to, "at": at})).rowcount == 1


async def close(tx: Tx, handoff_id: str) -> bool:
    """Nothing more to do. False when it was closed before."""
    return (await tx.execute(_CLOSE, {"handoff": handoff_id})).rowcount == 1


async def reopen(tx: Tx, handoff_id: str, who: str, at: float) -> bool:
    """Go on with it. False when it is open, or its family erased everything."""
    values = {"handoff": handoff_id, "who": who, "at": at}
    return (await tx.execute(_REOPEN, values)).rowcount == 1


async def again(tx: Tx, handoff_id: str, reason: str) -> bool:
    """She came back herself: it is new again, for the same two people. False as `reopen`."""
    return (await tx.execute(_AGAIN, {"handoff": handoff_id, "why": reason})).rowcount == 1


async def promise(tx: Tx, handoff_id: str, before: float) -> None:
    """Note that she was told to hear from us before this moment (UTC seconds)."""
    await tx.execute(_PROMISE, {"handoff": handoff_id, "before": before})


async def finished(tx: Tx, handoff_id: str, district: str) -> None:
    """She finished her intake after all: what began as a call or an urgent word is whole now."""
    await tx.execute(_FINISHED, {"handoff": handoff_id, "where": district})


async def checked(tx: Tx, family_id: str) -> None:
    """She checked her own summary: note it on the family's open handoffs."""
    await tx.execute(_CHECKED, {"family": family_id})


async def load(tx: Tx, municipality: str) -> dict[str, int]:
    """How many open handoffs each person has, for choosing a tandem; absent means none."""
    counts: dict[str, int] = {}
    for person, count in await tx.all(_LOAD, {"municipality": municipality}):
        counts[person] = counts.get(person, 0) + count
    return counts


async def _many(tx: Tx, statement: Any, values: dict[str, Any]) -> list[Handoff]:
    return [Handoff(*row) for row in await tx.all(statement, values)]
