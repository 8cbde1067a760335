"""One-time links: a code in a letter, kept as a keyed hash, that works once and for a while."""

from __future__ import annotations

from sqlalchemy import bindparam, exists, select, update

from storage.schema import conversations, families
from storage.schema_links import one_time_links
from storage.schema_requests import requests
from storage.tx import Tx

_l, _r = one_time_links.c, requests.c
_FIND = select(_l.request_id).where(
    _l.hash == bindparam("this"), _l.used_at.is_(None), _l.until > bindparam("now")
)
_WAS = select(_l.request_id).where(_l.hash == bindparam("this"), _l.used_at.is_not(None))
_TAKE = (
    update(one_time_links)
    .where(_l.hash == bindparam("this"), _l.used_at.is_(None), _l.until > bindparam("now"))
    .values(used_at=bindparam("now"))
    .returning(_l.request_id)
)
_END = (
    update(one_time_links)
    .where(_l.request_id == bindparam("request"), _l.used_at.is_(None))
    .where(_l.hash != bindparam("but"))
    .values(used_at=bindparam("now"))
)


_HOME = (
    select(_r.family_id, families.c.wrapped_key)
    .join(families, families.c.id == _r.family_id)
    .where(_r.id == bindparam("request"))
    .where(~exists().where(conversations.c.family_id == _r.family_id))
)
_KNOWN = select(_l.id).where(_l.hash == bindparam("this"))


async def make(tx: Tx, request_id: int, code: str, by: str, at: float, until: float) -> None:
    """Let this code lead to the request until then (UTC seconds); earlier ones no longer do.

    The same code again is void.
    """
    row = {
        "hash": _hash(tx, code),
        "request_id": request_id,
        "made_by": by,
        "created_at": at,
        "until": until,
    }
    await tx.add_one(one_time_links, row)
    await tx.execute(_END, {"request": request_id, "but": row["hash"], "now": at})


async def find(tx: Tx, code: str, at: float) -> int | None:
    """The request that this code leads to now; None for one that was used, ended or never was."""
    row = (await tx.execute(_FIND, {"this": _hash(tx, code), "now": at})).first()
    return None if row is None else int(row.request_id)


async def take(tx: Tx, code: str, at: float) -> int | None:
    """As `find`, and nobody after this one: of those who try at once exactly one gets it."""
    found = await tx.all(_TAKE, {"this": _hash(tx, code), "now": at})
    return int(found[0].request_id) if found else None


async def home(tx: Tx, code: str, at: float) -> str | None:
    """As `take`: the family that this code is for, while it has no conversation."""
    request_id = await find(tx, code, at)
    for row in await tx.all(_HOME, {"request": request_id}) if request_id else ():
        if row.wrapped_key is not None and await take(tx, code, at) is not None:
            tx.vault.learn(row.family_id, row.wrapped_key)
            return str(row.family_id)
    return None


async def known(tx: Tx, code: str) -> bool:
    """Whether this very code was made before, whatever became of it."""
    return (await tx.execute(_KNOWN, {"this": _hash(tx, code)})).first() is not None


async def was(tx: Tx, code: str) -> int | None:
    """The request that this code led to, before it was used or ended."""
    row = (await tx.execute(_WAS, {"this": _hash(tx, code)})).first()
    return None if row is None else int(row.request_id)


async def end(tx: Tx, request_id: int, at: float) -> None:
    """No code leads to this request any more."""
    await tx.execute(_END, {"request": request_id, "but": "", "now": at})


def _hash(tx: Tx, code: str) -> str:
    return tx.vault.hash("link", code)
