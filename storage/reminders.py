"""Due work: one table, local wall time and zone as agreed, UTC seconds for the tick."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import JSON, Executable, bindparam, column, func, select, update
from sqlalchemy.types import String

from dialogs.values import value_class
from storage.schema import conversations, reminders
from storage.sql import inserting, pack, several, word
from storage.tx import AnyRow, Tx

_CHUNK = 5_000  # rows per statement: keeps memory flat when a whole town is planned


@value_class(frozen=True, slots=True)
class Planned:
    """A reminder to plan. `wall` is local ISO time, `due_at` the same moment in UTC seconds."""

    conversation_id: int
    key: str
    kind: str
    topic: str
    wall: str
    zone: str
    due_at: float
    useless_after: float | None = None
    solicited: bool = False  # she asked for it: no cap
    turn: int = 0
    args: dict[str, str] | None = None  # no personal data


@dataclass(frozen=True, slots=True)
class Due:
    """A planned reminder with what is needed to decide about it."""

    id: int
    conversation_id: int
    family_id: str
    key: str
    kind: str
    topic: str
    wall: str
    zone: str
    due_at: float
    useless_after: float | None
    solicited: bool
    turn: int
    args: dict[str, str]
    preference: str  # conversations.reminders: on, off, frozen
    day_before: str
    state: str  # of the conversation


@dataclass(frozen=True, slots=True)
class Kept:
    """A reminder as she may see it in her own copy; `wall` is local ISO time."""

    kind: str
    wall: str
    state: str  # planned, fired, dropped, cancelled
    args: dict[str, str]


@value_class(frozen=True, slots=True)
class Cancel:
    """Which reminders of a conversation to forget, planned or withheld; None means any."""

    conversation_id: int
    kinds: tuple[str, ...] | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A reminder that waits for a better moment."""

    id: int
    wall: str
    due_at: float
    reason: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """A reminder that is not sent, and why."""

    id: int
    reason: str


_r = reminders.c
_PLANNED = _r.state == word("planned")
_STILL = _r.state.not_in((word("fired"), word("dropped"), word("cancelled")))
"""Planned, of rows that are named by their ids. Told "planned", PostgreSQL reads its whole index of
a million planned ones beside those ids, when it last counted before they came."""
_WITHHELD = (_r.state == word("dropped")) & _r.reason.in_((word("off"), word("frozen")))
_ROWS = (
    select(
        _r.id,
        _r.conversation_id,
        conversations.c.family_id,
        _r.key,
        _r.kind,
        _r.topic,
        _r.wall,
        _r.zone,
        _r.due_at,
        _r.useless_after,
        _r.solicited,
        _r.turn,
        _r.args,
        conversations.c.reminders.label("preference"),
        conversations.c.day_before,
        conversations.c.state,
    )
    .join_from(reminders, conversations)
    .order_by(_r.due_at)
)
_SELECT = _ROWS.where(_PLANNED)
_longest_due = (
    select(_r.conversation_id)
    .where(_PLANNED, _r.due_at <= bindparam("now"))
    .order_by(_r.due_at)
    .limit(bindparam("limit", type_=_r.id.type))
)
# SKIP LOCKED: two workers that tick at once share the work (SQLite has one writer anyway).
_DUE = _SELECT.where(
    _r.due_at <= bindparam("now"), _r.conversation_id.in_(_longest_due)
).with_for_update(of=reminders, skip_locked=True)
_AHEAD = _SELECT.where(
    _r.conversation_id.in_(several("ids")),
    _r.due_at > bindparam("after"),
    _r.due_at <= bindparam("until"),
)
_NEXT = _SELECT.where(_r.conversation_id == bindparam("conversation")).limit(1)
_ALL = (
    select(_r.kind, _r.wall, _r.state, _r.args)
    .where(_r.conversation_id == bindparam("conversation"))
    .order_by(_r.due_at, _r.id)
)
_OF_KINDS = _SELECT.where(_r.conversation_id.in_(several("ids")), _r.kind.in_(several("kinds")))
_NOT_SENT = _ROWS.where(
    _WITHHELD, _r.conversation_id == bindparam("conversation"), _r.kind.in_(several("kinds"))
)
_kind = bindparam("of_kind", type_=String())
_topic = bindparam("of_topic", type_=String())
_CANCEL = (
    update(reminders)
    .where(
        _PLANNED | _WITHHELD,
        _r.conversation_id == bindparam("conversation"),
        _kind.is_(None) | (_r.kind == _kind),
        _topic.is_(None) | (_r.topic == _topic),
    )
    .values(state="cancelled")
)
_FIRED = (
    update(reminders)
    .where(_STILL, _r.id.in_(several("ids")))
    .values(state="fired", fired_at=bindparam("at"))
)
_MOVE = (
    update(reminders)
    .where(_STILL, _r.id == bindparam("row"))
    .values(wall=bindparam("to_wall"), due_at=bindparam("to"), reason=bindparam("why"))
)
_DROP = (
    update(reminders)
    .where(_STILL, _r.id == bindparam("row"))
    .values(state="dropped", reason=bindparam("why"))
)
_PAST = select(_r.conversation_id, _r.fired_at).where(
    _r.conversation_id.in_(several("ids")),
    _r.state == word("fired"),
    ~_r.solicited,
    _r.fired_at >= bindparam("since"),
)


async def plan(tx: Tx, rows: Sequence[Planned], at: float) -> None:
    """Plan these; a key that is known is moved and planned again, unless it was fired."""
    entries = list({row.key: _entry(row, at) for row in rows}.values())
    for start in range(0, len(entries), _CHUNK):
        chunk = entries[start : start + _CHUNK]
        await tx.execute(
            _plan(tx.dialect), {"rows": chunk} if tx.dialect == "postgresql" else chunk
        )


async def cancel(
    tx: Tx,
    *,
    conversation_id: int,
    kinds: Collection[str] | None = None,
    topic: str | None = None,
) -> None:
    """Forget reminders of a conversation, of these kinds and topic only if given.

    Also those that were withheld: they do not come back when reminders are on again.
    """
    chosen = None if kinds is None else tuple(kinds)
    await cancel_all(tx, [Cancel(conversation_id, chosen, topic)])


async def cancel_all(tx: Tx, cancels: Sequence[Cancel]) -> None:
    """As `cancel`, for a batch, in one statement."""
    values = [
        {"conversation": one.conversation_id, "of_kind": kind, "of_topic": one.topic}
        for one in cancels
        for kind in ((None,) if one.kinds is None else one.kinds)
    ]
    if values:
        await tx.execute(_CANCEL, values)


async def due(tx: Tx, now: float, limit: int) -> list[Due]:
    """The reminders whose time has come, the longest due first.

    All of the conversations that so many rows belong to: what is due to one is decided together.
    """
    return [_due(row) for row in await tx.all(_DUE, {"now": now, "limit": limit})]


async def fired(tx: Tx, ids: Collection[int], at: float) -> None:
    """These went to the inbox."""
    if ids:
        await tx.execute(_FIRED, {"ids": list(ids), "at": at})


async def moved(tx: Tx, reminder_id: int, wall: str, due_at: float, reason: str) -> None:
    """Put a reminder off."""
    await move_all(tx, [Moved(reminder_id, wall, due_at, reason)])


async def move_all(tx: Tx, rows: Sequence[Moved]) -> None:
    """As `moved`, for a batch, in one statement."""
    if rows:
        values = [
            {"row": r.id, "to_wall": r.wall, "to": r.due_at, "why": r.reason[:40]} for r in rows
        ]
        await tx.execute(_MOVE, values)


async def dropped(tx: Tx, reminder_id: int, reason: str) -> None:
    """Do not send a reminder."""
    await drop_all(tx, [Dropped(reminder_id, reason)])


async def drop_all(tx: Tx, rows: Sequence[Dropped]) -> None:
    """As `dropped`, for a batch, in one statement."""
    if rows:
        await tx.execute(_DROP, [{"row": r.id, "why": r.reason[:40]} for r in rows])


async def past(tx: Tx, conversation_ids: Collection[int], since: float) -> dict[int, list[float]]:
    """When unsolicited reminders were fired since then, per conversation that had any."""
    times: dict[int, list[float]] = {}
    if conversation_ids:
        for row in await tx.all(_PAST, {"ids": list(conversation_ids), "since": since}):
            times.setdefault(row.conversation_id, []).append(row.fired_at)
    return {one: sorted(found) for one, found in times.items()}


async def ahead(
    tx: Tx, conversation_ids: Collection[int], after: float, until: float
) -> dict[int, list[Due]]:
    """What else is planned between these moments, per conversation that has any."""
    found: dict[int, list[Due]] = {}
    if conversation_ids:
        values = {"ids": list(conversation_ids), "after": after, "until": until}
        for row in await tx.all(_AHEAD, values):
            found.setdefault(row.conversation_id, []).append(_due(row))
    return found


async def next_planned(tx: Tx, conversation_id: int) -> Due | None:
    """The conversation's next reminder."""
    row = (await tx.execute(_NEXT, {"conversation": conversation_id})).first()
    return None if row is None else _due(row)


async def of_kinds(
    tx: Tx, conversation_ids: Collection[int], kinds: Collection[str]
) -> dict[int, list[Due]]:
    """What is planned of these kinds, the first due first, per conversation that has any."""
    values = {"ids": list(conversation_ids), "kinds": list(kinds)}
    found: dict[int, list[Due]] = {}
    for row in await tx.all(_OF_KINDS, values):
        found.setdefault(row.conversation_id, []).append(_due(row))
    return found


async def withheld(tx: Tx, conversation_id: int, kinds: Collection[str]) -> list[Due]:
    """What did not go out because reminders were off or frozen, the first due first."""
    values = {"conversation": conversation_id, "kinds": list(kinds)}
    return [_due(row) for row in await tx.all(_NOT_SENT, values)]


async def of_conversation(tx: Tx, conversation_id: int) -> list[Kept]:
    """All reminders of a conversation, also those that are over."""
    rows = await tx.all(_ALL, {"conversation": conversation_id})
    return [Kept(kind, wall, state, json.loads(args)) for kind, wall, state, args in rows]


_MOVABLE = (
    "conversation_id",
    "kind",
    "topic",
    "wall",
    "zone",
    "due_at",
    "useless_after",
    "solicited",
    "turn",
    "args",
)


@cache
def _plan(dialect: str) -> Executable:
    """INSERT that moves what is there; on PostgreSQL it takes all rows as one JSON parameter."""
    insert = inserting(dialect)(reminders)
    if dialect == "postgresql":
        names = ["key", "created_at", *_MOVABLE]
        given = [column(name, _r[name].type) for name in names]
        rows = func.json_to_recordset(bindparam("rows", type_=JSON())).table_valued(*given)
        insert = insert.from_select(names, select(*rows.render_derived(with_types=True).c))
    statement: Executable = insert.on_conflict_do_update(
        index_elements=[_r.key],
        set_={name: insert.excluded[name] for name in _MOVABLE}
        | {"state": "planned", "reason": None},
        where=_r.state != word("fired"),
    )
    return statement


def _entry(row: Planned, at: float) -> dict[str, Any]:
    return {
        "conversation_id": row.conversation_id,
        "key": row.key,
        "kind": row.kind,
        "topic": row.topic,
        "wall": row.wall,
        "zone": row.zone,
        "due_at": row.due_at,
        "useless_after": row.useless_after,
        "solicited": row.solicited,
        "turn": row.turn,
        "args": pack(row.args).decode() if row.args else "{}",
        "created_at": at,
    }


def _due(row: AnyRow) -> Due:
    values = row._asdict()
    return Due(**(values | {"args": json.loads(row.args)}))
