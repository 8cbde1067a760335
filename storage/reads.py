"""Who looked at a family's data: written in the transaction that reads it, as one chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from sqlalchemy import bindparam, select

from storage import chain
from storage.schema import reads
from storage.sql import columns_of
from storage.tx import Tx

What = Literal[
    "summary", "name", "attachment", "childcare", "baby_package", "child_package", "signal",
    "breakthrough", "coaching", "idea", "look_in",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """One look by one person."""

    family_id: str
    actor: str
    what: What
    at: float


_OF_FAMILY = (
    select(*columns_of(Read, reads))
    .where(reads.c.family_id == bindparam("family"))
    .order_by(reads.c.id)
)


async def log(tx: Tx, family_id: str, actor: str, what: What, at: float) -> None:
    """Note the look; use the same (writing) transaction as the look itself."""
    await log_all(tx, [Read(family_id, actor, what, at)])


async def log_all(tx: Tx, looks: Sequence[Read]) -> None:
    """As `log`, for several looks at once."""
    await chain.append(tx, [asdict(one) for one in looks])


async def of_family(tx: Tx, family_id: str) -> list[Read]:
    """Everyone who looked at this family's data, oldest first; not what is over its term."""
    found = [Read(*row) for row in await tx.all(_OF_FAMILY, {"family": family_id})]
    return [one for one in found if one.actor]
