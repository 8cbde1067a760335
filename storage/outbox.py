"""What leaves: new → sending (committed before the call) → sent, unsure or failed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, bindparam, case, func, literal, select, update

from dialogs.values import value_class
from storage import contacts, keys
from storage.recovery import Recovered as Recovered
from storage.recovery import recover as recover
from storage.schema import addresses, conversations, families, outbox
from storage.sql import pack, several, unpack, word
from storage.tx import AnyRow, Tx
from storage.vault import Vault, VaultError


@value_class(frozen=True, slots=True)
class Draft:
    """A message to put in the outbox; the same `key` again is void.

    Without a conversation (kind `team`) the body lies under the system key. Times in seconds.
    """

    key: str
    conversation_id: int | None
    family_id: str | None
    address_id: int | None
    channel: str
    kind: str  # reply, reminder, close, team
    body: dict[str, Any]
    turn: int = 0
    reminder_id: int | None = None
    not_before: float = 0.0
    at: float = field(kw_only=True)


@value_class(frozen=True, slots=True)
class Ready:
    """A message to send now; it is marked `sending`."""

    id: int
    key: str
    conversation_id: int | None
    address_id: int | None
    address: str  # "" for the team
    channel: str
    kind: str
    body: dict[str, Any]
    turn: int
    attempts: int  # that ended in "new" again
    reminder_id: int | None
    created_at: float
    family_id: str | None = None


class Claimed(list[Ready]):
    """Messages to send now; `waiting` more could not go yet, for want of room or of rest.

    Without any room for reminders nobody looks how many wait.
    """

    waiting: int = 0


@value_class(frozen=True, slots=True)
class Settled:
    """How sending went. State `new` with `not_before`: try again then."""

    id: int
    state: str  # sent, unsure, failed, new
    remote_id: str | None = None
    error: str | None = None
    not_before: float = 0.0
    at: float = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as the web chat shows it."""

    id: int
    key: str
    channel: str
    kind: str
    body: dict[str, Any]
    turn: int
    state: str
    created_at: float


_o = outbox.c
_REMINDER = word("reminder")
_UNSENT = _o.state.in_([word("new"), word("sending")])
# One lane per conversation and channel; a message to the team is a lane of its own.
_lane = func.coalesce(_o.conversation_id, -_o.id)
# A reminder with a reply waiting behind it goes with the replies: order is kept and nobody waits
# for an answer behind other people's reminders.
_rank = func.min(case((_o.kind == _REMINDER, 1), else_=0))
_heads = (
    select(func.min(_o.id).label("id"), _rank.label("rank"))
    .where(
        _o.channel == bindparam("channel"),
        _UNSENT,
        _lane.not_in(several("busy")),
    )
    .group_by(_lane)
    .having(
        func.max(case((_o.state == word("sending"), 1), else_=0)) == 0,
        _rank <= bindparam("rank"),  # 0: a thousand reminders that may not go are not even read
    )
    .subquery("heads")
)
_OPENED = (
    _o.id,
    _o.key,
    _o.conversation_id,
    _o.address_id,
    _o.channel,
    _o.kind,
    _o.body_sealed,
    _o.turn,
    _o.attempts,
    _o.reminder_id,
    _o.created_at,
    _o.state,
    conversations.c.family_id,
    families.c.wrapped_key,
)
_TABLES = outbox.outerjoin(conversations, conversations.c.id == _o.conversation_id).outerjoin(
    families
)
_CLAIM: Select[*tuple[Any, ...]] = (
    select(*_OPENED, addresses.c.hash, addresses.c.value_sealed, _heads.c.rank)
    .select_from(
        _TABLES.outerjoin(addresses, addresses.c.id == _o.address_id).join(
            _heads, _heads.c.id == _o.id
        )
    )
    .where(_o.state == word("new"), _o.not_before <= bindparam("now"))
    .order_by(_heads.c.rank, _o.id)
    .limit(bindparam("limit", type_=_o.id.type))
    .with_for_update(of=outbox, skip_locked=True)
)
_SENDING = (
    update(outbox)
    .where(_o.id.in_(several("ids")))
    .values(state="sending", sending_at=bindparam("at"))
)
_BROKEN = update(outbox).where(_o.id.in_(several("ids"))).values(state="failed", error="VaultError")
_SETTLE = (
    update(outbox)
    .where(_o.id == bindparam("row"), _o.state != word("sent"))
    .values(
        state=bindparam("state_now"),
        remote_id=func.coalesce(bindparam("remote", type_=_o.remote_id.type), _o.remote_id),
        error=bindparam("why"),
        not_before=bindparam("earliest"),
        attempts=_o.attempts + bindparam("again"),
        sent_at=bindparam("sent"),
    )
)
_SHOWN = (
    select(*_OPENED)
    .select_from(_TABLES)
    .where(
        _o.conversation_id == bindparam("conversation"),
        _o.created_at > bindparam("after"),
        _o.state != word("cancelled"),
        _o.kind != word("close"),
    )
    .order_by(_o.id)
)
_SHOWN_ON = _SHOWN.where(_o.channel == bindparam("channel"))
_REMOTE = (
    select(_o.remote_id)
    .where(
        _o.conversation_id == bindparam("conversation"),
        _o.turn == bindparam("of_turn"),
        _o.remote_id.is_not(None),
        _o.kind != word("close"),
    )
    .order_by(_o.id.desc())
    .limit(literal(1))
)
_REMOTE_ON = _REMOTE.where(_o.channel == bindparam("channel"))


async def put(tx: Tx, drafts: Sequence[Draft]) -> None:
    """Add messages, in this order; keys that are known already are ignored. One statement."""
    if drafts:
        await keys.ready(tx, {d.family_id for d in drafts if d.family_id is not None})
        await tx.add(outbox, [_entry(tx, draft) for draft in drafts])
        tx.posted.update(draft.channel for draft in drafts)


async def claim(
    tx: Tx,
    channel: str,
    now: float,
    limit: int,
    busy: Collection[int] = (),
    *,
    reminders: int | None = None,
    resting: Collection[int] = (),
) -> Claimed:
    """Mark messages of this channel `sending` and return them opened; commit before sending.

    At most one per conversation: its oldest that is unsent, none while another of it is being
    sent, none of the conversations in `busy`, none before its `not_before`. Replies come first;
    at most so many `reminders` (None: no limit of their own), not counting those that have a
    reply of the same conversation waiting behind them; none to the conversations in `resting`.
    A message that cannot be opened (a family erased meanwhile) is failed.
    """
    allowed = limit if reminders is None else reminders
    values = {"channel": channel, "now": now, "limit": limit, "busy": list(busy)}
    values["rank"] = 1 if allowed > 0 else 0
    ready, broken = Claimed(), []
    for row in await tx.all(_CLAIM, values):
        rests = row.kind == "reminder" and row.conversation_id in resting
        if rests or (row.rank and allowed <= 0):
            ready.waiting += 1
            continue
        allowed -= 1 if row.rank else 0
        try:
            ready.append(_ready(tx, row))
        except VaultError:
            broken.append(row.id)
    if broken:
        await tx.execute(_BROKEN, {"ids": broken})
    if ready:
        await tx.execute(_SENDING, {"ids": [one.id for one in ready], "at": now})
    return ready


async def settle(tx: Tx, results: Sequence[Settled]) -> None:
    """Write down how a batch of sends went, in one statement. `new` counts an attempt."""
    if results:
        await tx.execute(_SETTLE, [_outcome(result) for result in results])


async def of_conversation(
    tx: Tx, conversation_id: int, after: float = 0.0, *, channel: str | None = None
) -> list[Shown]:
    """The messages of a conversation made since `after`, oldest first, on one channel or all."""
    values = {"conversation": conversation_id, "after": after}
    if channel is None:
        rows = await tx.all(_SHOWN, values)
    else:
        rows = await tx.all(_SHOWN_ON, values | {"channel": channel})
    return [_shown(tx, row) for row in rows]


async def last_remote(
    tx: Tx, conversation_id: int, turn: int, *, channel: str | None = None
) -> str:
    """The channel's id of the newest message of this turn, to edit it; "" when there is none."""
    values: dict[str, Any] = {"conversation": conversation_id, "of_turn": turn}
    if channel is None:
        row = (await tx.execute(_REMOTE, values)).first()
    else:
        row = (await tx.execute(_REMOTE_ON, values | {"channel": channel})).first()
    return "" if row is None else str(row.remote_id)


def _place(key: str) -> str:
    return f"outbox.body|{key}"


def _entry(tx: Tx, draft: Draft) -> dict[str, Any]:
    vault, body, place = tx.vault, pack(draft.body), _place(draft.key)
    if draft.conversation_id is None:
        sealed = vault.seal_own(place, body)
    elif draft.family_id is None:
        raise ValueError("a message of a conversation needs its family")
    else:
        sealed = vault.seal(draft.family_id, place, body)
    tx.sealed[place, sealed] = draft.body
    return {
        "key": draft.key,
        "conversation_id": draft.conversation_id,
        "address_id": draft.address_id,
        "channel": draft.channel,
        "kind": draft.kind,
        "body_sealed": sealed,
        "reminder_id": draft.reminder_id,
        "turn": draft.turn,
        "not_before": draft.not_before,
        "created_at": draft.at,
    }


def _body(tx: Tx, row: AnyRow) -> dict[str, Any]:
    vault, place, sealed = tx.vault, _place(row.key), row.body_sealed
    if row.conversation_id is None:
        return unpack(vault.open_own(place, sealed))
    vault.learn(row.family_id, row.wrapped_key)
    known: dict[str, Any] | None = tx.sealed.get((place, sealed))
    return unpack(vault.open(row.family_id, place, sealed)) if known is None else known


def _address(vault: Vault, row: AnyRow) -> str:
    if row.value_sealed is None:
        return ""
    return vault.open(row.family_id, contacts.place(row.hash), row.value_sealed).decode()


def _ready(tx: Tx, row: AnyRow) -> Ready:
    body = _body(tx, row)  # first: it learns the key
    return Ready(
        row.id,
        row.key,
        row.conversation_id,
        row.address_id,
        _address(tx.vault, row),
        row.channel,
        row.kind,
        body,
        row.turn,
        row.attempts,
        row.reminder_id,
        row.created_at,
        row.family_id,
    )


def _shown(tx: Tx, row: AnyRow) -> Shown:
    body = _body(tx, row)
    return Shown(row.id, row.key, row.channel, row.kind, body, row.turn, row.state, row.created_at)


def _outcome(result: Settled) -> dict[str, Any]:
    return {
        "row": result.id,
        "state_now": result.state,
        "remote": result.remote_id,
        "why": None if result.error is None else result.error[:80],
        "earliest": result.not_before,
        "again": 1 if result.state == "new" else 0,
        "sent": result.at if result.state == "sent" else None,
    }
