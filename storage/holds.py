"""Legal hold: while a family is held, nothing and nobody erases it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from storage.schema import families
from storage.sql import columns_of
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Hold:
    """A family that may not be erased now. `id` is the family's; `held_at` in UTC seconds."""

    id: str
    held_at: float
    held_by: str


_f = families.c
_HELD = (
    select(*columns_of(Hold, families))
    .where(_f.held_at.is_not(None), _f.municipality == bindparam("town"))
    .order_by(_f.held_at, _f.id)
)
_IS = select(_f.held_at).where(_f.id == bindparam("family"))
_PUT = (
    update(families)
    .where(_f.id == bindparam("family"), _f.held_at.is_(None), _f.erased_at.is_(None))
    .values(held_at=bindparam("at"), held_by=bindparam("who"))
)
_LIFT = (
    update(families)
    .where(_f.id == bindparam("family"), _f.held_at.is_not(None))
    .values(held_at=None, held_by=None)
)


async def put(tx: Tx, family_id: str, who: str, at: float) -> bool:
    """Hold this family. False when it is held or erased already."""
    values = {"family": family_id, "who": who, "at": at}
    return (await tx.execute(_PUT, values)).rowcount == 1


async def lift(tx: Tx, family_id: str) -> bool:
    """It may be erased again. False when it was not held."""
    return (await tx.execute(_LIFT, {"family": family_id})).rowcount == 1


async def is_held(tx: Tx, family_id: str) -> bool:
    """Whether this family may not be erased now."""
    return (await tx.execute(_IS, {"family": family_id})).scalar() is not None


async def all_held(tx: Tx, municipality: str) -> list[Hold]:
    """Every family that is held, the longest first."""
    return [Hold(*row) for row in await tx.all(_HELD, {"town": municipality})]
