"""The personal codes of referrers: one each, kept as a keyed hash."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select, update

from storage.schema_referrers import referrer_codes
from storage.sql import columns_of, inserting
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Held:
    """That somebody has a code, who made it and when. Times in UTC seconds."""

    person: str
    made_by: str
    made_at: float
    used_at: float | None  # when somebody last came in by it; None: never


_c = referrer_codes.c
_EVERY = select(*columns_of(Held, referrer_codes)).order_by(_c.person)
_FIND = select(_c.person).where(_c.hash == bindparam("this"))
_USED = update(referrer_codes).where(_c.hash == bindparam("this")).values(used_at=bindparam("at"))
_DROP = delete(referrer_codes).where(_c.person == bindparam("who"))


async def replace(tx: Tx, person: str, code: str, by: str, at: float) -> None:
    """From now on this code is hers, and no earlier one; of two at once the later one stays."""
    values = {"hash": _hash(tx, code), "made_by": by, "made_at": at, "used_at": None}
    insert = inserting(tx.dialect)(referrer_codes)
    taken = {name: insert.excluded[name] for name in values}
    await tx.execute(
        insert.on_conflict_do_update(index_elements=[_c.person], set_=taken),
        {"person": person} | values,
    )


async def drop(tx: Tx, person: str) -> bool:
    """No code is hers any more. False when she had none."""
    return (await tx.execute(_DROP, {"who": person})).rowcount == 1


async def every(tx: Tx) -> list[Held]:
    """Everybody who has a code, by id."""
    return [Held(*row) for row in await tx.all(_EVERY)]


async def find(tx: Tx, code: str) -> str | None:
    """Whose code this is; None for one that is wrong, was replaced or was withdrawn.

    The database only ever compares keyed hashes, so its timing tells nothing about a code.
    """
    found: str | None = (await tx.execute(_FIND, {"this": _hash(tx, code)})).scalar()
    return found


async def used(tx: Tx, code: str, at: float) -> bool:
    """Somebody came in by it. False when it was replaced or withdrawn meanwhile."""
    return (await tx.execute(_USED, {"this": _hash(tx, code), "at": at})).rowcount == 1


def _hash(tx: Tx, code: str) -> str:
    return tx.vault.hash("referrer", code)
