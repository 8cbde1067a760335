"""The secret address of a colleague's calendar: only a keyed hash of it is kept."""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select, update

from storage.schema_agenda import feeds
from storage.sql import columns_of
from storage.tx import Tx

READ_EVERY = 3600.0  # seconds; how precisely we know when it was last fetched


@dataclass(frozen=True, slots=True)
class Feed:
    """That somebody has an address, and since when. Times in UTC seconds."""

    person: str
    hash: str
    made_at: float
    read_at: float | None  # about when it was last fetched; None: never


_f = feeds.c
_SELECT = select(*columns_of(Feed, feeds))
_OF_PERSON = _SELECT.where(_f.person == bindparam("who"))
_BY_HASH = _SELECT.where(_f.hash == bindparam("digest"))
_DROP = delete(feeds).where(_f.person == bindparam("who"))
_READ = update(feeds).where(_f.person == bindparam("who")).values(read_at=bindparam("at"))


async def replace(tx: Tx, person: str, token: str, at: float) -> None:
    """From now on this token opens her calendar, and no other one does."""
    await drop(tx, person)
    row = {"person": person, "hash": _digest(tx, token), "made_at": at, "read_at": None}
    await tx.add(feeds, [row])


async def drop(tx: Tx, person: str) -> None:
    """No token opens it any more."""
    await tx.execute(_DROP, {"who": person})


async def of_person(tx: Tx, person: str) -> Feed | None:
    """What is known of her address."""
    row = (await tx.execute(_OF_PERSON, {"who": person})).first()
    return None if row is None else Feed(*row)


async def opened_by(tx: Tx, token: str) -> Feed | None:
    """Whose calendar this token opens; None for a token that is wrong or was replaced.

    The database only ever compares keyed hashes, so its timing tells nothing about a token.
    """
    digest = _digest(tx, token)
    row = (await tx.execute(_BY_HASH, {"digest": digest})).first()
    if row is None or not hmac.compare_digest(row.hash, digest):
        return None
    return Feed(*row)


async def was_read(tx: Tx, person: str, at: float) -> None:
    """Somebody fetched it."""
    await tx.execute(_READ, {"who": person, "at": at})


def _digest(tx: Tx, token: str) -> str:
    return tx.vault.hash("feed", token)
