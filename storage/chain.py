"""The log of reads as a chain: each record carries the hash of the one before and its own.

All hashes are keyed from the vault: whoever steals or edits the database cannot make them.
A record holds no word of a family and is not sealed under its key: erasing a family leaves the
chain as it is. After the term actor and what are emptied; the record stays, so that it holds.
(Why so: docs/adr/0011-a-chain-of-reads.md)
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from storage.schema import reads, reads_end
from storage.tx import AnyRow, Tx
from storage.vault import Vault

START = "0" * 64  # what the first record stands on
BROKEN = "f" * 64  # what stands behind an end that is not ours: no record has this hash
EMPTIED = {"actor": "", "what": "", "salt": ""}
_PAGE = 1_000  # records that are looked at in one go


@dataclass(frozen=True, slots=True)
class End:
    """Where the chain ends: the number and the hash of its last record."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many records are whole, counted from the first; `broken` is "" when all are.

    `end` is what to note outside the database: a later look must still find that record.
    """

    count: int
    end: End
    broken: str = ""


_r, _e = reads.c, reads_end.c
_END = select(_e.seq, _e.hash, _e.seal).where(_e.id == 1)
_LOCK = _END.with_for_update()  # PostgreSQL: the next one who looks waits for us
_MOVE = (
    update(reads_end)
    .where(_e.id == 1)
    .values(seq=bindparam("to"), hash=bindparam("stamp"), seal=bindparam("seals"))
)
_LAST = select(func.max(_r.seq))
_LOOSE = select(_r.id, _r.family_id, _r.actor, _r.what, _r.at).where(_r.seq.is_(None))
_IN_ORDER = _LOOSE.order_by(_r.id)
_ADOPT = (
    update(reads)
    .where(_r.id == bindparam("row"))
    .values({name: bindparam(f"new_{name}") for name in ("seq", "salt", "digest", "prior", "hash")})
)
_ADD = insert(reads)
_AFTER = (
    select(_r.seq, _r.family_id, _r.actor, _r.what, _r.at, _r.salt, _r.digest, _r.prior, _r.hash)
    .where(_r.seq > bindparam("after"))
    .order_by(_r.seq)
    .limit(_PAGE)
)
_AT = select(_r.hash).where(_r.seq == bindparam("seq"))


async def end(tx: Tx) -> End | None:
    """Where the chain ends now, to be noted elsewhere; None when nobody looked yet."""
    row = (await tx.execute(_END)).first()
    return None if row is None else End(row.seq, row.hash)


async def append(tx: Tx, looks: Sequence[dict[str, Any]]) -> None:
    """Add these records (family_id, actor, what, at) at the end, in the caller's transaction."""
    if not looks:
        return
    last = await _locked(tx)
    rows = []
    for look in looks:
        link = _link(tx.vault, last, look)
        rows.append(look | link)
        last = End(link["seq"], link["hash"])
    await tx.execute(_ADD, rows)
    await _move(tx, last)


async def _locked(tx: Tx) -> End:
    """The end of the chain; nobody else moves it until the transaction is over."""
    row = (await tx.execute(_LOCK)).first()
    if row is None:
        await tx.add(reads_end, [{"id": 1, "seq": 0, "hash": START, "seal": ""}])
        row = (await tx.execute(_LOCK)).one()
    if row.seal == "" and row.seq == 0:
        return await _begun(tx)
    found = End(row.seq, row.hash)
    return found if row.seal == _seal(tx.vault, found) else End(row.seq, BROKEN)


async def _begun(tx: Tx) -> End:
    """The first look since there is a chain: records that were there before it join."""
    last = (await tx.execute(_LAST)).scalar()
    if last is not None:  # a chain whose end was taken away: it may not seem whole again
        return End(int(last), BROKEN)
    whole, rows = End(0, START), []
    for row in await tx.all(_IN_ORDER):
        link = _link(tx.vault, whole, row._asdict())
        rows.append({"row": row.id} | {f"new_{name}": value for name, value in link.items()})
        whole = End(link["seq"], link["hash"])
    if rows:
        await tx.execute(_ADOPT, rows)
    return whole


async def _move(tx: Tx, to: End) -> None:
    await tx.execute(_MOVE, {"to": to.seq, "stamp": to.hash, "seals": _seal(tx.vault, to)})


def _link(vault: Vault, last: End, look: dict[str, Any]) -> dict[str, Any]:
    """What binds this record to the one at the end."""
    salt = secrets.token_hex(16)
    digest = _digest(vault, salt, look["actor"], look["what"])
    seq = last.seq + 1
    own = _hash(vault, seq, last.hash, digest, look["family_id"], look["at"])
    return {"seq": seq, "salt": salt, "digest": digest, "prior": last.hash, "hash": own}


def _digest(vault: Vault, salt: str, actor: str, what: str) -> str:
    return vault.stamp("look", salt, actor, what)


def _hash(vault: Vault, seq: int, prior: str, digest: str, family: str, at: float) -> str:
    return vault.stamp("record", str(seq), prior, digest, family, repr(float(at)))


def _seal(vault: Vault, at: End) -> str:
    return vault.stamp("end", str(at.seq), at.hash)


async def verify(tx: Tx, *, emptied_until: float, noted: Sequence[End] = ()) -> Verdict:
    """Walk the whole chain. Records older than `emptied_until` (UTC seconds) may be empty.

    `noted` are ends that were written down outside the database; each must still be there.
    """
    whole = End(0, START)
    row = (await tx.execute(_END)).first()
    if row is not None and (await tx.execute(_LOOSE)).first() is not None:
        return Verdict(0, whole, "er staat een regel tussen die niet door Stapje is geschreven")
    async for record in _records(tx):
        wrong = _wrong(tx.vault, whole, record, emptied_until)
        if wrong:
            return Verdict(whole.seq, whole, wrong)
        whole = End(record.seq, record.hash)
    wrong = _wrong_end(tx.vault, whole, row) or await _not_as_noted(tx, whole, noted)
    return Verdict(whole.seq, whole, wrong)


async def _records(tx: Tx) -> AsyncIterator[AnyRow]:
    after = -(2**31)  # a forged number may be below 1
    while page := await tx.all(_AFTER, {"after": after}):
        for row in page:
            yield row
        after = page[-1].seq
        await asyncio.sleep(0)  # a long log takes seconds: others have their turn in between


def _wrong(vault: Vault, whole: End, row: AnyRow, emptied_until: float) -> str:
    """What is wrong with this record behind a whole chain; "" for nothing."""
    number = whole.seq + 1
    if row.seq != number:
        return f"record {number} ontbreekt"
    if row.prior != whole.hash:
        return f"record {number} sluit niet aan op het record ervoor"
    if (row.actor, row.what, row.salt) == ("", "", ""):
        if row.at > emptied_until:
            return f"record {number} is leeg, terwijl het nog bewaard moet zijn"
    elif row.digest != _digest(vault, row.salt or "", row.actor, row.what):
        return f"record {number} is veranderd: wie er keek, of waarnaar"
    if row.hash != _hash(vault, row.seq, row.prior, row.digest, row.family_id, row.at):
        return f"record {number} is veranderd"
    return ""


def _wrong_end(vault: Vault, whole: End, row: AnyRow | None) -> str:
    if row is None:
        return "het einde van het logboek is weg" if whole.seq else ""
    last = End(row.seq, row.hash)
    if row.seal != _seal(vault, last):
        return "het einde van het logboek is veranderd"
    if last == whole:
        return ""
    if last.seq > whole.seq:
        return f"record {whole.seq + 1} ontbreekt: het logboek ging door tot {last.seq}"
    return f"record {last.seq + 1} hoort niet achter het einde"


async def _not_as_noted(tx: Tx, whole: End, noted: Sequence[End]) -> str:
    for one in noted:
        if one.seq > whole.seq:
            return (
                f"record {whole.seq + 1} ontbreekt: buiten de database staat dat er {one.seq} waren"
            )
        found = (await tx.execute(_AT, {"seq": one.seq})).scalar()
        if found != one.hash:
            return f"record {one.seq} is niet meer het record dat buiten de database is genoteerd"
    return ""
