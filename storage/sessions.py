"""Conversations and the session that the engine remembers of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, bindparam, func, select, update

from dialogs.values import value_class
from storage.schema import addresses, conversations, families
from storage.tx import AnyRow, Tx
from storage.vault import Vault

_PLACE = "conversations.session"


@value_class(frozen=True, slots=True)
class Conversation:
    """One family's conversation as the service loads it."""

    id: int
    family_id: str
    session: bytes | None  # None: nothing said yet
    turn: int
    state: str
    reminders: str  # on, off, frozen
    day_before: str  # evening, morning
    reply_address_id: int | None  # where she last wrote from
    reply_channel: str | None
    municipality: str = ""
    script: str = ""
    step: str = ""
    last_in_at: float | None = None
    cleared_at: float | None = None
    created_at: float = 0.0


@value_class(frozen=True, slots=True)
class SessionRow:
    """What one turn changes; None leaves `last_in_at` and `reply_address_id` as they are."""

    conversation_id: int
    family_id: str
    session: bytes
    turn: int
    state: str
    script: str
    step: str
    last_in_at: float | None = None
    reply_address_id: int | None = None


_c = conversations.c
COLUMNS = (
    _c.id.label("c_id"),
    _c.family_id.label("c_family_id"),
    _c.session_sealed,
    _c.turn,
    _c.state.label("c_state"),
    _c.reminders,
    _c.day_before,
    _c.reply_address_id,
    addresses.c.channel.label("reply_channel"),
    families.c.municipality,
    _c.script,
    _c.step,
    _c.last_in_at,
    _c.cleared_at,
    _c.created_at.label("c_created_at"),
    families.c.wrapped_key,
)
TABLES = conversations.join(families).outerjoin(
    addresses, addresses.c.id == conversations.c.reply_address_id
)
_SELECT: Select[*tuple[Any, ...]] = select(*COLUMNS).select_from(TABLES)
_BY_ID = _SELECT.where(_c.id == bindparam("id"))
_BY_FAMILY = _SELECT.where(_c.family_id == bindparam("family_id"))
_named = addresses.alias("named")
_BY_ADDRESS = _SELECT.join_from(TABLES, _named, _named.c.conversation_id == _c.id).where(
    _named.c.channel == bindparam("channel"), _named.c.hash == bindparam("hash")
)
_SAVE = (
    update(conversations)
    .where(_c.id == bindparam("conversation"))
    .values(
        session_sealed=bindparam("sealed"),
        turn=bindparam("turn_now"),
        state=bindparam("state_now"),
        script=bindparam("script_now"),
        step=bindparam("step_now"),
        last_in_at=func.coalesce(bindparam("last_in", type_=_c.last_in_at.type), _c.last_in_at),
        reply_address_id=func.coalesce(
            bindparam("reply_to", type_=_c.reply_address_id.type), _c.reply_address_id
        ),
    )
)
_SET = {
    name: update(conversations)
    .where(_c.id == bindparam("conversation"))
    .values({name: bindparam("value")})
    for name in ("reminders", "day_before", "cleared_at")
}


def read(vault: Vault, row: AnyRow) -> Conversation:
    """The conversation in a row that holds `COLUMNS`. Raises VaultError."""
    vault.learn(row.c_family_id, row.wrapped_key)
    sealed = row.session_sealed
    return Conversation(
        row.c_id,
        row.c_family_id,
        None if sealed is None else vault.open(row.c_family_id, _place(row.c_family_id), sealed),
        row.turn,
        row.c_state,
        row.reminders,
        row.day_before,
        row.reply_address_id,
        row.reply_channel,
        row.municipality,
        row.script,
        row.step,
        row.last_in_at,
        row.cleared_at,
        row.c_created_at,
    )


async def save(tx: Tx, rows: Sequence[SessionRow]) -> None:
    """Write the sessions of a batch of turns, in one statement."""
    if rows:
        await tx.execute(_SAVE, [_changes(tx.vault, row) for row in rows])


async def conversation(tx: Tx, conversation_id: int) -> Conversation | None:
    """The conversation with this id."""
    return await _one(tx, _BY_ID, {"id": conversation_id})


async def by_family(tx: Tx, family_id: str) -> Conversation | None:
    """The conversation of this family."""
    return await _one(tx, _BY_FAMILY, {"family_id": family_id})


async def by_address(tx: Tx, channel: str, address: str) -> Conversation | None:
    """The conversation in which this address takes part."""
    return await _one(
        tx, _BY_ADDRESS, {"channel": channel, "hash": tx.vault.hash(channel, address)}
    )


async def set_reminders(tx: Tx, conversation_id: int, value: str) -> None:
    """Reminders on, off (she said stop) or frozen (after a crisis, until a person releases)."""
    await tx.execute(_SET["reminders"], {"conversation": conversation_id, "value": value})


async def set_day_before(tx: Tx, conversation_id: int, value: str) -> None:
    """When she wants the reminder of the day before: evening or morning."""
    await tx.execute(_SET["day_before"], {"conversation": conversation_id, "value": value})


async def clear(tx: Tx, conversation_id: int, at: float) -> None:
    """Empty the screen: the web chat shows nothing older than `at` again."""
    await tx.execute(_SET["cleared_at"], {"conversation": conversation_id, "value": at})


async def _one(
    tx: Tx, statement: Select[*tuple[Any, ...]], values: dict[str, Any]
) -> Conversation | None:
    row = (await tx.execute(statement, values)).first()
    if row is None or row.wrapped_key is None:  # erased: there is nothing to read
        return None
    return read(tx.vault, row)


def _changes(vault: Vault, row: SessionRow) -> dict[str, Any]:
    return {
        "conversation": row.conversation_id,
        "sealed": vault.seal(row.family_id, _place(row.family_id), row.session),
        "turn_now": row.turn,
        "state_now": row.state,
        "script_now": row.script,
        "step_now": row.step,
        "last_in": row.last_in_at,
        "reply_to": row.reply_address_id,
    }


def _place(family_id: str) -> str:
    return f"{_PLACE}|{family_id}"
