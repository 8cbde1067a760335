"""Who looked at a family's data: written in the transaction that reads it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, insert, select

from storage.schema import reads
from storage.sql import columns_of
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Read:
    """One look by one person."""

    family_id: str
    actor: str
    what: str  # summary, answer, attachment
    at: float


_LOG = insert(reads)
_OF_FAMILY = (
    select(*columns_of(Read, reads))
    .where(reads.c.family_id == bindparam("family"))
    .order_by(reads.c.id)
)


async def log(tx: Tx, family_id: str, actor: str, what: str, at: float) -> None:
    """Note the look; use the same (writing) transaction as the look itself."""
    await tx.execute(_LOG, {"family_id": family_id, "actor": actor, "what": what, "at": at})


async def of_family(tx: Tx, family_id: str) -> list[Read]:
    """Everyone who looked at this family's data, oldest first."""
    return [Read(*row) for row in await tx.all(_OF_FAMILY, {"family": family_id})]
