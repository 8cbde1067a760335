"""What people of the desk did for a family, in order: who, what, when. Never words."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, insert, select

from storage.schema import handoffs
from storage.schema_staff import acts
from storage.sql import columns_of
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Act:
    """One deed of one person. `ref` names a row, a person or a reason; never text."""

    handoff_id: str
    actor: str
    what: str
    ref: str
    at: float


_LOG = insert(acts)
_SELECT = select(*columns_of(Act, acts)).order_by(acts.c.id)
_OF_HANDOFF = _SELECT.where(acts.c.handoff_id == bindparam("handoff"))
_OF_FAMILY = _SELECT.join(handoffs).where(handoffs.c.family_id == bindparam("family"))


async def log(tx: Tx, handoff_id: str, actor: str, what: str, at: float, ref: str = "") -> None:
    """Note it, in the transaction that does it."""
    row = {"handoff_id": handoff_id, "actor": actor, "what": what, "ref": ref, "at": at}
    await tx.execute(_LOG, row)


async def of_handoff(tx: Tx, handoff_id: str) -> list[Act]:
    """What was done for this handoff, oldest first."""
    return [Act(*row) for row in await tx.all(_OF_HANDOFF, {"handoff": handoff_id})]


async def of_family(tx: Tx, family_id: str) -> list[Act]:
    """What was done for this family, oldest first."""
    return [Act(*row) for row in await tx.all(_OF_FAMILY, {"family": family_id})]
