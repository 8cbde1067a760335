"""Voice notes, photos and files: bytes under the family's key, or a note of what to fetch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import bindparam, case, select, update

from storage import keys
from storage.schema import attachments, families
from storage.sql import word
from storage.tx import AnyRow, Tx
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class NewAttachment:
    """Something she sent: `body` when the bytes are here, otherwise `remote` to fetch them by."""

    id: str  # random
    family_id: str
    channel: str
    kind: str  # voice, photo, file
    mime: str
    size: int  # bytes
    seconds: int = 0
    remote: str | None = None
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """An attachment whose bytes are still at the channel."""

    id: str
    family_id: str
    channel: str
    kind: str
    mime: str
    size: int
    seconds: int
    remote: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Kept:
    """An attachment; `body` is None while it is wanted, when it failed, and in lists."""

    id: str
    family_id: str
    channel: str
    kind: str
    mime: str
    size: int
    seconds: int
    state: str  # wanted, kept, failed
    created_at: float
    body: bytes | None = None


_t = attachments.c
_ABOUT = (_t.id, _t.family_id, _t.channel, _t.kind, _t.mime, _t.size, _t.seconds)
_WANTED = (
    select(*_ABOUT, _t.remote_sealed, _t.attempts, families.c.wrapped_key)
    .join_from(attachments, families)
    .where(_t.state == word("wanted"), _t.channel == bindparam("channel"))
    .order_by(_t.attempts, _t.created_at)
    .limit(bindparam("limit", type_=_t.size.type))
)
_GET = (
    select(*_ABOUT, _t.state, _t.created_at, _t.body_sealed, families.c.wrapped_key)
    .join_from(attachments, families)
    .where(_t.id == bindparam("attachment"))
)
_OF_FAMILY = (
    select(*_ABOUT, _t.state, _t.created_at)
    .where(_t.family_id == bindparam("family"))
    .order_by(_t.created_at, _t.id)
)
_KEEP = (
    update(attachments)
    .where(_t.id == bindparam("attachment"))
    .values(
        body_sealed=bindparam("sealed"),
        mime=bindparam("of_mime"),
        size=bindparam("of_size"),
        state="kept",
        remote_sealed=None,
    )
)
_FAILED = (
    update(attachments)
    .where(_t.id == bindparam("attachment"), _t.state == word("wanted"))
    .values(
        attempts=_t.attempts + 1,
        state=case((_t.attempts + 1 >= bindparam("most"), word("failed")), else_=_t.state),
    )
)


async def put(tx: Tx, rows: Sequence[NewAttachment], at: float) -> None:
    """Keep or note attachments; ids that are known already are ignored."""
    if rows:
        await keys.ready(tx, {row.family_id for row in rows})
        await tx.add(attachments, [_entry(tx.vault, row, at) for row in rows])


async def wanted(tx: Tx, channel: str, limit: int = 20) -> list[Wanted]:
    """What to fetch from this channel; what failed least often comes first."""
    rows = await tx.all(_WANTED, {"channel": channel, "limit": limit})
    return [_to_fetch(tx.vault, row) for row in rows]


async def keep(tx: Tx, attachment_id: str, family_id: str, body: bytes, mime: str) -> None:
    """The bytes came; how to fetch them is forgotten."""
    await keys.ready(tx, [family_id])
    sealed = tx.vault.seal(family_id, _place("body", attachment_id), body)
    values = {"sealed": sealed, "of_mime": mime, "of_size": len(body)}
    await tx.execute(_KEEP, values | {"attachment": attachment_id})


async def failed(tx: Tx, attachment_id: str, *, most: int = 5) -> None:
    """Fetching did not work; after `most` attempts it is not tried again."""
    await tx.execute(_FAILED, {"attachment": attachment_id, "most": most})


async def get(tx: Tx, attachment_id: str) -> Kept | None:
    """One attachment with its bytes. Log the read in the same transaction."""
    row = (await tx.execute(_GET, {"attachment": attachment_id})).first()
    if row is None:
        return None
    body = None
    if row.body_sealed is not None:
        tx.vault.learn(row.family_id, row.wrapped_key)
        body = tx.vault.open(row.family_id, _place("body", row.id), row.body_sealed)
    return replace(_kept(row), body=body)


async def of_family(tx: Tx, family_id: str) -> list[Kept]:
    """The family's attachments without their bytes, oldest first."""
    return [_kept(row) for row in await tx.all(_OF_FAMILY, {"family": family_id})]


def _place(column: str, attachment_id: str) -> str:
    return f"attachments.{column}|{attachment_id}"


def _entry(vault: Vault, row: NewAttachment, at: float) -> dict[str, Any]:
    def sealed(column: str, data: bytes | None) -> bytes | None:
        if data is None:
            return None
        return vault.seal(row.family_id, _place(column, row.id), data)

    return {
        "id": row.id,
        "family_id": row.family_id,
        "channel": row.channel,
        "kind": row.kind,
        "mime": row.mime,
        "size": row.size,
        "seconds": row.seconds,
        "state": "wanted" if row.body is None else "kept",
        "remote_sealed": sealed("remote", None if row.remote is None else row.remote.encode()),
        "body_sealed": sealed("body", row.body),
        "created_at": at,
    }


def _to_fetch(vault: Vault, row: AnyRow) -> Wanted:
    remote = b""
    if row.remote_sealed is not None:
        vault.learn(row.family_id, row.wrapped_key)
        remote = vault.open(row.family_id, _place("remote", row.id), row.remote_sealed)
    return Wanted(
        row.id,
        row.family_id,
        row.channel,
        row.kind,
        row.mime,
        row.size,
        row.seconds,
        remote.decode(),
        row.attempts,
    )


def _kept(row: AnyRow) -> Kept:
    return Kept(
        row.id,
        row.family_id,
        row.channel,
        row.kind,
        row.mime,
        row.size,
        row.seconds,
        row.state,
        row.created_at,
    )
