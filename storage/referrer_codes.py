"""The personal codes of referrers: one each, kept as a keyed hash, with a last day.

What was done about a code stays when the code is gone: who made, renewed or withdrew it, and when.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, delete, insert, select, update

from storage.schema_referrers import referrer_code_acts, referrer_codes
from storage.sql import columns_of, inserting
from storage.tx import Tx

MADE, RENEWED, WITHDRAWN = "made", "renewed", "withdrawn"


@dataclass(frozen=True, slots=True)
class Held:
    """That somebody has a code, who made it and when. Times in UTC seconds."""

    person: str
    made_by: str
    made_at: float
    used_at: float | None  # when somebody last came in by it; None: never
    last_day: str  # local, ISO; it still opens on this day


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody made, renewed or withdrew the code of this person."""

    person: str
    what: str
    by: str
    at: float


_c, _a = referrer_codes.c, referrer_code_acts.c
_EVERY = select(*columns_of(Held, referrer_codes)).order_by(_c.person)
_FIND = select(_c.person, _c.last_day).where(_c.hash == bindparam("this"))
_USED = update(referrer_codes).where(_c.hash == bindparam("this")).values(used_at=bindparam("when"))
_RENEW = (
    update(referrer_codes).where(_c.person == bindparam("who")).values(last_day=bindparam("until"))
)
_DROP = delete(referrer_codes).where(_c.person == bindparam("who"))
_LOG = insert(referrer_code_acts)
_ACTS = select(*columns_of(Act, referrer_code_acts)).order_by(_a.id)


async def replace(tx: Tx, person: str, code: str, by: str, at: float, last_day: str) -> None:
    """From now on this code is hers, and no earlier one; of two at once the later one stays."""
    values = {"hash": _hash(tx, code), "made_by": by, "made_at": at, "used_at": None}
    values |= {"last_day": last_day}
    insert_ = inserting(tx.dialect)(referrer_codes)
    taken = {name: insert_.excluded[name] for name in values}
    await tx.execute(
        insert_.on_conflict_do_update(index_elements=[_c.person], set_=taken),
        {"person": person} | values,
    )
    await _log(tx, Act(person, MADE, by, at))


async def renew(tx: Tx, person: str, by: str, at: float, last_day: str) -> bool:
    """Her code works until this day. False when she has none."""
    values = {"who": person, "until": last_day}
    if (await tx.execute(_RENEW, values)).rowcount != 1:
        return False
    await _log(tx, Act(person, RENEWED, by, at))
    return True


async def drop(tx: Tx, person: str, by: str, at: float) -> bool:
    """No code is hers any more. False when she had none."""
    if (await tx.execute(_DROP, {"who": person})).rowcount != 1:
        return False
    await _log(tx, Act(person, WITHDRAWN, by, at))
    return True


async def _log(tx: Tx, act: Act) -> None:
    row = {"person": act.person, "what": act.what, "by": act.by, "at": act.at}
    await tx.execute(_LOG, row)


async def every(tx: Tx) -> list[Held]:
    """Everybody who has a code, by id."""
    return [Held(*row) for row in await tx.all(_EVERY)]


async def acts(tx: Tx) -> list[Act]:
    """What was done about codes, oldest first."""
    return [Act(*row) for row in await tx.all(_ACTS)]


async def find(tx: Tx, code: str) -> tuple[str, str] | None:
    """Whose code this is and its last day; None for one that is wrong, replaced or withdrawn.

    The database only ever compares keyed hashes, so its timing tells nothing about a code.
    """
    row = (await tx.execute(_FIND, {"this": _hash(tx, code)})).first()
    return (row.person, row.last_day) if row else None


async def used(tx: Tx, code: str, at: float) -> bool:
    """Somebody came in by it. False when it was replaced or withdrawn meanwhile."""
    return (await tx.execute(_USED, {"this": _hash(tx, code), "when": at})).rowcount == 1


def _hash(tx: Tx, code: str) -> str:
    return tx.vault.hash("referrer", code)
