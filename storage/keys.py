"""Getting the families' data keys into the vault before something is sealed or opened."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from storage.schema import families
from storage.sql import several
from storage.tx import Tx

_WRAPPED = select(families.c.id, families.c.wrapped_key).where(families.c.id.in_(several("ids")))


async def ready(tx: Tx, family_ids: Iterable[str]) -> None:
    """Learn the keys that are not in memory, in one statement; none when all are known.

    Raises VaultError when one of the families was erased.
    """
    missing = [one for one in set(family_ids) if not tx.vault.knows(one)]
    if missing:
        for family_id, wrapped in await tx.all(_WRAPPED, {"ids": missing}):
            tx.vault.learn(family_id, wrapped)
