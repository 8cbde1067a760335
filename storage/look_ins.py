"""Colleagues outside the tandem who opened a family, with the reason they gave.

The reason is sealed under the family's key and goes with it; that they looked stays in the log.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, func, select, update

from storage import keys
from storage.schema import look_ins
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class LookIn:
    """One colleague's look at a family of others. Times in UTC seconds."""

    family_id: str
    handoff_id: str
    actor: str
    reason: str
    begun_at: float
    until: float


_l = look_ins.c
_LASTS = select(func.count()).where(
    _l.handoff_id == bindparam("handoff"),
    _l.actor == bindparam("actor"),
    _l.begun_at <= bindparam("now"),
    _l.until > bindparam("now"),
)
_END = (
    update(look_ins)
    .where(_l.actor == bindparam("who"), _l.until > bindparam("now"))
    .values(until=bindparam("now"))
)
_OF_FAMILY = (
    select(
        _l.key, _l.family_id, _l.handoff_id, _l.actor, _l.reason_sealed, _l.begun_at, _l.until
    )
    .where(_l.family_id == bindparam("family"))
    .order_by(_l.id)
)  # fmt: skip


async def put(tx: Tx, one: LookIn) -> None:
    """This colleague may read this family until then. Raises VaultError when it was erased."""
    await keys.ready(tx, [one.family_id])
    key = f"{one.handoff_id}:{one.actor}:{one.begun_at}"
    row = {
        "key": key,
        "family_id": one.family_id,
        "handoff_id": one.handoff_id,
        "actor": one.actor,
        "reason_sealed": tx.vault.seal(one.family_id, _place(key), one.reason.encode()),
        "begun_at": one.begun_at,
        "until": one.until,
    }
    await tx.add(look_ins, [row])


async def lasts(tx: Tx, handoff_id: str, actor: str, now: float) -> bool:
    """Whether this colleague may read the family of this handoff now."""
    values = {"handoff": handoff_id, "actor": actor, "now": now}
    return bool((await tx.execute(_LASTS, values)).scalar())


async def end(tx: Tx, actor: str, now: float) -> None:
    """This colleague may read no family of others any more."""
    await tx.execute(_END, {"who": actor, "now": now})


async def of_family(tx: Tx, family_id: str) -> list[LookIn]:
    """Who looked in at this family, oldest first; none when it was erased."""
    rows = await tx.all(_OF_FAMILY, {"family": family_id})
    if rows:
        await keys.ready(tx, [family_id])
    return [
        LookIn(
            row.family_id,
            row.handoff_id,
            row.actor,
            tx.vault.open(family_id, _place(row.key), row.reason_sealed).decode(),
            row.begun_at,
            row.until,
        )
        for row in rows
    ]


def _place(key: str) -> str:
    return f"look_ins.reason|{key}"
