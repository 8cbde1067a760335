"""The one address that opens a parent's own copy: only a keyed hash of it is kept, and not long."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from storage import contacts
from storage.schema import addresses, alerts, conversations, families
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Address:
    """Where she writes from, opened."""

    channel: str
    value: str
    reachable: bool
    created_at: float


_f = families.c
_PUT = (
    update(families)
    .where(_f.id == bindparam("family"))
    .values(copy_hash=bindparam("digest"), copy_until=bindparam("until"))
)
_FIND = select(_f.id).where(
    _f.copy_hash == bindparam("digest"),
    _f.copy_until > bindparam("now"),
    _f.wrapped_key.is_not(None),
)
_ALERTS = (
    select(alerts.c.kind, alerts.c.created_at)
    .where(alerts.c.family_id == bindparam("family"))
    .order_by(alerts.c.id)
)
_ADDRESSES = (
    select(
        addresses.c.channel,
        addresses.c.hash,
        addresses.c.value_sealed,
        addresses.c.reachable,
        addresses.c.created_at,
        _f.wrapped_key,
    )
    .select_from(addresses.join(conversations).join(families))
    .where(_f.id == bindparam("family"))
    .order_by(addresses.c.id)
)


async def put(tx: Tx, family_id: str, digest: str | None, until: float) -> None:
    """From now on this opens her copy, and nothing before it; None shuts it."""
    await tx.execute(_PUT, {"family": family_id, "digest": digest, "until": until})


async def find(tx: Tx, digest: str, now: float) -> str | None:
    """The family that this opens; None when it is not, or no longer, an address of a copy."""
    row = (await tx.execute(_FIND, {"digest": digest, "now": now})).first()
    return None if row is None else str(row.id)


async def alerts_of(tx: Tx, family_id: str) -> list[tuple[str, float]]:
    """What went wrong for this family and when, also what somebody looked at."""
    found = await tx.all(_ALERTS, {"family": family_id})
    return [(str(row.kind), float(row.created_at)) for row in found]


async def addresses_of(tx: Tx, family_id: str) -> list[Address]:
    """Where this family writes from, oldest first."""
    return [
        Address(
            row.channel,
            _value(tx, family_id, row.hash, row.value_sealed, row.wrapped_key),
            bool(row.reachable),
            row.created_at,
        )
        for row in await tx.all(_ADDRESSES, {"family": family_id})
    ]


def _value(tx: Tx, family_id: str, digest: str, sealed: bytes, wrapped: bytes | None) -> str:
    tx.vault.learn(family_id, wrapped)
    return tx.vault.open(family_id, contacts.place(digest), sealed).decode()
