"""Who writes to us: an address of a channel belongs to one family's conversation."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, text, update

from dialogs.values import value_class
from storage import links
from storage.schema import addresses, conversations, families
from storage.sql import several
from storage.tx import Tx
from storage.vault import Vault

Who = tuple[str, str]  # channel, address


@value_class(frozen=True, slots=True)
class Contact:
    """Where an address leads to."""

    family_id: str
    conversation_id: int
    address_id: int
    reachable: bool = True


_FIND = (
    select(
        addresses.c.hash,
        conversations.c.family_id,
        addresses.c.conversation_id,
        addresses.c.id,
        addresses.c.reachable,
        families.c.wrapped_key,
    )
    .select_from(addresses.join(conversations).join(families))
    .where(addresses.c.channel.in_(several("channels")), addresses.c.hash.in_(several("hashes")))
)
_NEW_FAMILY = insert(families)  # made once: a statement made anew is written out anew
_NEW_CONVERSATION = insert(conversations).returning(conversations.c.family_id, conversations.c.id)
_NEW_ADDRESS = insert(addresses).returning(addresses.c.hash, addresses.c.id)
_MARK = (
    update(addresses)
    .where(addresses.c.id.in_(several("ids")))
    .values(reachable=bindparam("reachable"))
)
_FORGET = delete(addresses).where(addresses.c.id.in_(several("ids")))
# Two workers may meet the same new address at once. New contacts are rare and the transaction is
# short, so one lock for all of them is simpler than undoing half a family.
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7301)")


async def ensure(
    tx: Tx, who: Iterable[Who], municipality: str, at: float,
    invited: Mapping[Who, str] = MappingProxyType({}),
) -> dict[Who, Contact]:  # fmt: skip
    """The contact of each address; unknown ones get a new family, conversation and address.

    `invited`: codes of links into the first conversation of a family that others brought; an
    unknown address that comes with one is that family, once. An address that was marked
    unreachable is reachable again: she wrote.
    """
    hashes = {tx.vault.hash(*one): one for one in who}
    found = await _find(tx, hashes)
    if len(found) < len(hashes) and tx.dialect == "postgresql":
        await tx.execute(_ONE_AT_A_TIME)
        found |= await _find(tx, {h: w for h, w in hashes.items() if w not in found})
    missing = {h: w for h, w in hashes.items() if w not in found}
    if missing:
        codes = {digest: invited[one] for digest, one in missing.items() if one in invited}
        homes = {digest: await links.home(tx, code, at) for digest, code in codes.items()}
        known = {digest: home for digest, home in homes.items() if home is not None}
        found |= await _create(tx, missing, municipality, at, known)
    silent = [contact.address_id for contact in found.values() if not contact.reachable]
    if silent:
        await mark(tx, silent, reachable=True)
    return found


async def without_address(tx: Tx, count: int, municipality: str, at: float) -> list[str]:
    """So many new families that others brought, who said nothing yet: a key each; their ids."""
    ids = [secrets.token_hex(16) for _ in range(count)]
    if ids:
        await tx.execute(_NEW_FAMILY, _families(tx.vault, ids, municipality, at))
    return ids


async def mark(tx: Tx, address_ids: Collection[int], *, reachable: bool) -> None:
    """Note that messages to these addresses arrive, or no longer do (403)."""
    await tx.execute(_MARK, {"ids": list(address_ids), "reachable": reachable})


async def _find(tx: Tx, hashes: Mapping[str, Who]) -> dict[Who, Contact]:
    channels = sorted({channel for channel, _ in hashes.values()})
    rows = await tx.all(_FIND, {"channels": channels, "hashes": list(hashes)})
    erased = [row.id for row in rows if row.wrapped_key is None]
    if erased:  # she was erased and writes again: a new family, that knows nothing of the old
        await tx.execute(_FORGET, {"ids": erased})
    found = {}
    for row in rows:
        if row.wrapped_key is not None:
            tx.vault.learn(row.family_id, row.wrapped_key)
            found[hashes[row.hash]] = Contact(
                row.family_id, row.conversation_id, row.id, row.reachable
            )
    return found


async def _create(
    tx: Tx, new: Mapping[str, Who], municipality: str, at: float, homes: Mapping[str, str]
) -> dict[Who, Contact]:
    """Families, conversations and addresses for all of them, in three statements.

    `homes`: families that are there already.
    """
    family = {digest: homes.get(digest) or secrets.token_hex(16) for digest in new}
    fresh = [one for digest, one in family.items() if digest not in homes]
    if fresh:
        await tx.execute(_NEW_FAMILY, _families(tx.vault, fresh, municipality, at))
    rows = [{"family_id": one, "created_at": at} for one in family.values()]
    conversation = {row.family_id: row.id for row in await tx.all(_NEW_CONVERSATION, rows)}
    entries = [
        _address(tx.vault, digest, who, family[digest], conversation[family[digest]], at)
        for digest, who in new.items()
    ]
    ids = {row.hash: row.id for row in await tx.all(_NEW_ADDRESS, entries)}
    return {
        who: Contact(family[digest], conversation[family[digest]], ids[digest])
        for digest, who in new.items()
    }


def _families(
    vault: Vault, ids: Iterable[str], municipality: str, at: float
) -> Sequence[dict[str, Any]]:
    return [
        {
            "id": one,
            "municipality": municipality,
            "wrapped_key": vault.new_key(one),
            "created_at": at,
        }
        for one in ids
    ]


def _address(
    vault: Vault, digest: str, who: Who, family_id: str, conversation_id: int, at: float
) -> dict[str, Any]:
    return {
        "conversation_id": conversation_id,
        "channel": who[0],
        "hash": digest,
        "value_sealed": vault.seal(family_id, place(digest), who[1].encode()),
        "created_at": at,
    }


def place(digest: str) -> str:
    """Where an address lies, for the vault."""
    return f"addresses.value|{digest}"
