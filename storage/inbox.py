"""What arrived and waits for its turn. Committed before the sender is told that we have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, bindparam, case, func, or_, select, update

from dialogs.values import value_class
from storage import contacts, sessions
from storage.schema import alerts, conversations, families, inbox, set_aside
from storage.sessions import Conversation as Conversation
from storage.sql import several, word
from storage.tx import AnyRow, Tx
from storage.vault import Vault, VaultError


@value_class(frozen=True, slots=True)
class Received:
    """One thing a channel brought; `key` tells repeats from new ones, `at` is in seconds."""

    channel: str
    address: str
    key: str
    kind: str
    body: bytes
    at: float
    invited: str = ""  # the code of a link into the first conversation of a family


@dataclass(frozen=True, slots=True)
class Posted:
    """One thing the clock or the desk brought, for a conversation that exists."""

    conversation_id: int
    channel: str
    key: str
    kind: str
    body: bytes
    at: float


@value_class(frozen=True, slots=True)
class Waiting:
    """A row whose turn it is, opened."""

    id: int
    conversation_id: int
    family_id: str
    address_id: int | None  # None: from the clock or the desk
    channel: str
    key: str
    kind: str
    body: bytes
    tries: int
    received_at: float


_i = inbox.c
_NEW = _i.state == word("new")
_waiting_now = (
    select(
        _i.conversation_id,
        func.min(_i.id).label("first"),
        # A thousand reminders that came due at once do not stand before a parent who writes.
        func.min(case((_i.channel == word("clock"), 1), else_=0)).label("rank"),
    )
    .where(_NEW)
    .group_by(_i.conversation_id)
    .subquery("waiting_now")
)
_number = func.row_number().over(partition_by=_waiting_now.c.rank, order_by=_waiting_now.c.first)
_oldest = select(_waiting_now, _number.label("place")).subquery("oldest")
_turn_now = or_(_oldest.c.rank == 0, _oldest.c.place <= bindparam("clock"))
_order = (_oldest.c.rank, _oldest.c.first)
_limit = bindparam("limit", type_=_i.id.type)
_CHOOSE = select(_oldest.c.conversation_id).where(_turn_now).order_by(*_order).limit(_limit)
# The conversation is locked, not the message, so that no two workers share one parent. NO KEY
# UPDATE lets intake go on adding rows to it meanwhile.
_LOCK = (
    select(conversations.c.id)
    .join(_oldest, _oldest.c.conversation_id == conversations.c.id)
    .where(_turn_now)
    .order_by(*_order)
    .limit(_limit)
    .with_for_update(of=conversations, key_share=True, skip_locked=True)
)


def _rows_of(chosen: Any) -> Select[*tuple[Any, ...]]:
    """The oldest waiting rows of the chosen conversations, with these."""
    place = func.row_number().over(partition_by=_i.conversation_id, order_by=_i.id)
    numbered = (
        select(_i.id, place.label("place")).where(_NEW, _i.conversation_id.in_(chosen)).subquery()
    )
    return (
        select(
            _i.id,
            _i.address_id,
            _i.channel,
            _i.key,
            _i.kind,
            _i.body_sealed,
            _i.tries,
            _i.received_at,
            *sessions.COLUMNS,
        )
        .select_from(
            inbox.join(numbered, numbered.c.id == _i.id).join(
                sessions.TABLES, conversations.c.id == _i.conversation_id
            )
        )
        .where(numbered.c.place <= bindparam("each"))
        .order_by(_i.id)
    )


_ROWS = {"sqlite": _rows_of(_CHOOSE), "postgresql": _rows_of(several("ids"))}
_FINISH = (
    update(inbox)
    .where(_i.id.in_(several("ids")))
    .values(state="done", done_at=bindparam("at"), error=None)
)
_FAILED = (
    update(inbox)
    .where(_i.id == bindparam("row"))
    .values(
        tries=_i.tries + 1,
        error=bindparam("why"),
        state=bindparam("state_now"),
        done_at=bindparam("at"),
    )
)
_ASIDE = update(inbox).where(_i.id.in_(several("ids"))).values(state="aside", error="VaultError")
_FAMILIES = (
    select(conversations.c.id, conversations.c.family_id, families.c.wrapped_key)
    .join_from(conversations, families)
    .where(conversations.c.id.in_(several("ids")))
)
_STATE = select(_i.state).where(_i.channel == bindparam("channel"), _i.key == bindparam("key"))
_OPENED = (
    select(
        _i.id,
        _i.address_id,
        _i.channel,
        _i.key,
        _i.kind,
        _i.body_sealed,
        _i.tries,
        _i.received_at,
        *sessions.COLUMNS,
    )
    .select_from(inbox.join(sessions.TABLES, conversations.c.id == _i.conversation_id))
    .order_by(_i.received_at, _i.id)
)
_HERS = _OPENED.where(
    _i.conversation_id == bindparam("conversation"), _i.received_at > bindparam("after")
)
_DONE = _OPENED.where(
    _i.channel == bindparam("channel"), _i.key == bindparam("key"), _i.state != "new"
)


async def receive(tx: Tx, items: Sequence[Received], municipality: str) -> list[int]:
    """Store what arrived; new addresses get a family. Returns the ids of the new rows.

    Repeats (same channel and key) are ignored. Rows of one address keep their order.
    """
    if not items:
        return []
    who = dict.fromkeys((item.channel, item.address) for item in items)
    invited = {(item.channel, item.address): item.invited for item in items if item.invited}
    found = await contacts.ensure(tx, who, municipality, items[0].at, invited)
    unique: dict[tuple[str, str], Received] = {}
    for item in items:
        unique.setdefault((item.channel, item.key), item)
    # One order of families for all workers: two that get the same repeats never wait in a ring.
    ordered = sorted(
        unique.values(), key=lambda item: found[item.channel, item.address].conversation_id
    )
    rows = [_arrived(tx, item, found[item.channel, item.address]) for item in ordered]
    return [row.id for row in await tx.add_returning(inbox, rows, _i.id)]


async def post(
    tx: Tx, conversation_id: int, *, channel: str, key: str, kind: str, body: bytes, at: float
) -> bool:
    """Put something from the clock or the desk in her inbox. False when it was there already."""
    rows = [Posted(conversation_id, channel, key, kind, body, at)]
    return bool(await post_all(tx, rows))


async def post_all(tx: Tx, rows: Sequence[Posted]) -> list[int]:
    """As `post`, for a batch. Returns the ids of the new rows."""
    if not rows:
        return []
    ids = {"ids": list({row.conversation_id for row in rows})}
    family = {}
    for conversation_id, family_id, wrapped in await tx.all(_FAMILIES, ids):
        tx.vault.learn(family_id, wrapped)
        family[conversation_id] = family_id
    entries = [_posted(tx.vault, row, family[row.conversation_id]) for row in rows]
    return [row.id for row in await tx.add_returning(inbox, entries, _i.id)]


async def claim(
    tx: Tx, limit: int, each: int = 4, *, clock: int | None = None
) -> list[tuple[Conversation, list[Waiting]]]:
    """The conversations that wait longest, each with its oldest rows in order of arrival.

    People go first; of conversations where only the clock speaks at most so many (None: as many
    as there is room for).
    On PostgreSQL the conversations are locked until the transaction ends. Rows that cannot be
    opened (a family erased meanwhile) are set aside with an alert, so that they stop nobody.
    """
    values: dict[str, Any] = {"each": each}
    chosen = {"limit": limit, "clock": limit if clock is None else clock}
    if tx.dialect == "postgresql":
        values["ids"] = [row.id for row in await tx.all(_LOCK, chosen)]
        if not values["ids"]:
            return []
    else:
        values |= chosen
    claimed: dict[int, tuple[Conversation, list[Waiting]]] = {}
    unreadable = []
    for row in await tx.all(_ROWS[tx.dialect], values):
        try:
            waiting = _waiting(tx, row)
            if row.c_id not in claimed:
                claimed[row.c_id] = (sessions.read(tx.vault, row), [])
            claimed[row.c_id][1].append(waiting)
        except VaultError:
            unreadable.append(row)
    if unreadable:
        await _set_aside(tx, unreadable)
    return list(claimed.values())


async def finish(tx: Tx, done: Sequence[int], at: float) -> None:
    """These rows had their turn."""
    if done:
        await tx.execute(_FINISH, {"ids": list(done), "at": at})


async def failed(tx: Tx, inbox_id: int, error: str, *, aside: bool, at: float) -> None:
    """Count a turn that raised; `error` is the class name. `aside`: it is not tried again."""
    state = "aside" if aside else "new"
    values = {"row": inbox_id, "why": error[:80], "state_now": state, "at": at if aside else None}
    await tx.execute(_FAILED, values)


async def is_done(tx: Tx, channel: str, key: str) -> bool:
    """Whether the row with this key had its turn, or was set aside."""
    row = (await tx.execute(_STATE, {"channel": channel, "key": key})).first()
    return row is not None and row.state != "new"


async def done(tx: Tx, channel: str, key: str) -> Waiting | None:
    """The row with this key once it had its turn, or was set aside. Raises VaultError."""
    row = (await tx.execute(_DONE, {"channel": channel, "key": key})).first()
    return _waiting(tx, row) if row else None


async def keep_aside(tx: Tx, channel: str, key: str, reason: str, body: bytes, at: float) -> bool:
    """Keep an update that could not be read, under the system key. False when it was known."""
    row = {
        "channel": channel,
        "key": key,
        "reason": reason[:80],
        "body_sealed": tx.vault.seal_own(f"set_aside.body|{channel}:{key}", body),
        "received_at": at,
    }
    return await tx.add_one(set_aside, row)


async def of_conversation(tx: Tx, conversation_id: int, after: float = 0.0) -> list[Waiting]:
    """All that arrived in this conversation since `after`, oldest first, for the web chat."""
    rows = await tx.all(_HERS, {"conversation": conversation_id, "after": after})
    return [_waiting(tx, row) for row in rows]


def _place(channel: str, key: str) -> str:
    return f"inbox.body|{channel}:{key}"


def _arrived(tx: Tx, item: Received, contact: contacts.Contact) -> dict[str, Any]:
    place = _place(item.channel, item.key)
    sealed = tx.vault.seal(contact.family_id, place, item.body)
    tx.sealed[place, sealed] = item.body
    return {
        "conversation_id": contact.conversation_id,
        "address_id": contact.address_id,
        "channel": item.channel,
        "key": item.key,
        "kind": item.kind,
        "body_sealed": sealed,
        "received_at": item.at,
    }


def _posted(vault: Vault, row: Posted, family_id: str) -> dict[str, Any]:
    return {
        "conversation_id": row.conversation_id,
        "channel": row.channel,
        "key": row.key,
        "kind": row.kind,
        "body_sealed": vault.seal(family_id, _place(row.channel, row.key), row.body),
        "received_at": row.at,
    }


def _waiting(tx: Tx, row: AnyRow) -> Waiting:
    tx.vault.learn(row.c_family_id, row.wrapped_key)
    place = _place(row.channel, row.key)
    body = tx.sealed.get((place, row.body_sealed))
    if body is None:
        body = tx.vault.open(row.c_family_id, place, row.body_sealed)
    return Waiting(
        row.id,
        row.c_id,
        row.c_family_id,
        row.address_id,
        row.channel,
        row.key,
        row.kind,
        body,
        row.tries,
        row.received_at,
    )


async def _set_aside(tx: Tx, rows: Sequence[AnyRow]) -> None:
    await tx.execute(_ASIDE, {"ids": [row.id for row in rows]})
    await tx.add(
        alerts,
        [
            {
                "key": f"quarantined:{row.id}",
                "kind": "quarantined",
                "family_id": row.c_family_id,
                "ref": f"inbox:{row.id}",
                "created_at": row.received_at,
            }
            for row in rows
        ],
    )
