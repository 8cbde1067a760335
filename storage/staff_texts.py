"""What the tandem writes about a family: notes for themselves, and messages to her.

A message waits in its own row until it goes: in the outbox it would hold back the answers that the
bot gives her meanwhile. Times in UTC seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from storage import keys
from storage.schema import conversations, families, inbox, outbox
from storage.schema_staff import staff_texts
from storage.sql import several, word
from storage.tx import AnyRow, Tx

NOTE, MESSAGE, CALL, CORRECTION = "note", "message", "call", "correction"
DRAFT = "draft"  # what somebody is typing: one for each person and handoff, gone once it is used
WAITING, POSTED, TAKEN_BACK = "waiting", "posted", "taken_back"
SENT, UNSURE, FAILED = "sent", "unsure", "failed"
SPOKE, NO_ANSWER = "spoke", "no_answer"  # states of a call


@dataclass(frozen=True, slots=True)
class NewText:
    """Something to keep; the same `key` again is void."""

    key: str
    handoff_id: str
    family_id: str
    author: str
    kind: str
    text: str
    state: str = "kept"
    about: str = ""
    not_before: float = 0.0
    night: bool = False


@dataclass(frozen=True, slots=True)
class StaffText:
    """A kept text, opened."""

    id: int
    key: str
    handoff_id: str
    family_id: str
    author: str
    kind: str
    about: str
    text: str
    state: str
    not_before: float
    night: bool
    inbox_id: int | None
    reason: str
    created_at: float
    settled_at: float | None


_t = staff_texts.c
_SELECT = (
    select(staff_texts, families.c.wrapped_key)
    .select_from(staff_texts.join(families, families.c.id == _t.family_id))
    .order_by(_t.id)
)
_OF_FAMILY = _SELECT.where(_t.family_id == bindparam("family"))
_GET = _SELECT.where(_t.id == bindparam("text"))
_BY_KEY = _SELECT.where(_t.key == bindparam("key"))
_waiting = _t.state == word(WAITING)
_DUE = (
    select(_t.id, _t.handoff_id, _t.family_id, _t.author, _t.night, _t.created_at)
    .where(_waiting, _t.not_before <= bindparam("now"))
    .order_by(_t.not_before, _t.id)
    .limit(bindparam("limit", type_=_t.id.type))
    .with_for_update(skip_locked=True)
)
_MOVE = (
    update(staff_texts)
    .where(_t.id == bindparam("text"), _waiting)
    .values(not_before=bindparam("to"))
)
_POST = (
    update(staff_texts)
    .where(_t.id == bindparam("text"), _waiting)
    .values(state=word(POSTED), inbox_id=bindparam("row"))
)
_TAKE_BACK = (
    update(staff_texts)
    .where(_t.id == bindparam("text"), _waiting, _t.not_before > bindparam("at"))
    .values(state=word(TAKEN_BACK), settled_at=bindparam("at"))
)
_SETTLE = (
    update(staff_texts)
    .where(_t.id == bindparam("text"), _t.state.in_([word(WAITING), word(POSTED)]))
    .values(state=bindparam("state_now"), reason=bindparam("why"), settled_at=bindparam("at"))
)
_BUSY = (
    select(_t.family_id)
    .where(
        _t.family_id.in_(several("families")),
        _t.state.in_([word(WAITING), word(POSTED)]),
        _t.not_before.between(bindparam("since"), bindparam("until")),
    )
    .distinct()
)
_UNDERWAY = (
    select(_t.id, _t.family_id, _t.handoff_id, _t.author, _t.inbox_id,
           inbox.c.state.label("taken"), conversations.c.id.label("conversation"))
    .select_from(
        staff_texts.outerjoin(inbox, inbox.c.id == _t.inbox_id)
        .outerjoin(conversations, conversations.c.family_id == _t.family_id)
    )
    .where(_t.state == word(POSTED))
    .order_by(_t.id)
    .limit(bindparam("limit", type_=_t.id.type))
)  # fmt: skip
_AGAIN = (
    update(staff_texts)
    .where(_t.key == bindparam("this"), _t.kind == word(DRAFT))
    .values(body_sealed=bindparam("sealed"), created_at=bindparam("at"))
)
_DROP = delete(staff_texts).where(_t.key == bindparam("this"), _t.kind == word(DRAFT))
_o = outbox.c
_MAIL = (
    select(_o.state, _o.error, func.coalesce(_o.sent_at, 0.0).label("sent_at"))
    .where(
        _o.conversation_id == bindparam("conversation"),
        _o.key.startswith(bindparam("row", type_=_o.key.type)),
        _o.kind != word("close"),
    )
    .order_by(_o.id)
)
_LINES = select(_o.id).where(_o.key.startswith(bindparam("row", type_=_o.key.type)))


async def put(tx: Tx, new: NewText, at: float) -> StaffText | None:
    """Keep it. None when this key came before: see `by_key`."""
    await keys.ready(tx, [new.family_id])
    row = {
        "key": new.key,
        "handoff_id": new.handoff_id,
        "family_id": new.family_id,
        "author": new.author,
        "kind": new.kind,
        "about": new.about,
        "body_sealed": tx.vault.seal(new.family_id, _place(new.key), new.text.encode()),
        "state": new.state,
        "not_before": new.not_before,
        "night": int(new.night),
        "created_at": at,
    }
    fresh = await tx.add_returning(staff_texts, [row], _t.id)
    return await get(tx, fresh[0].id) if fresh else None


async def draft(tx: Tx, new: NewText, at: float) -> None:
    """Keep what is being typed in place of what was; "" drops it."""
    if not new.text:
        await tx.execute(_DROP, {"this": new.key})
        return
    await keys.ready(tx, [new.family_id])
    sealed = tx.vault.seal(new.family_id, _place(new.key), new.text.encode())
    values = {"this": new.key, "sealed": sealed, "at": at}
    if not (await tx.execute(_AGAIN, values)).rowcount:
        await put(tx, new, at)


async def get(tx: Tx, text_id: int) -> StaffText | None:
    """The text with this id."""
    return await _one(tx, _GET, {"text": text_id})


async def by_key(tx: Tx, key: str) -> StaffText | None:
    """The text that was kept under this key."""
    return await _one(tx, _BY_KEY, {"key": key})


async def of_family(tx: Tx, family_id: str) -> list[StaffText]:
    """All that was written about this family, oldest first."""
    return [_opened(tx, row) for row in await tx.all(_OF_FAMILY, {"family": family_id})]


@dataclass(frozen=True, slots=True)
class Due:
    """A message whose moment has come, without its words."""

    id: int
    handoff_id: str
    family_id: str
    author: str
    night: bool
    created_at: float


async def due(tx: Tx, now: float, limit: int) -> list[Due]:
    """Messages that may go now; locked, so that no other worker takes them too."""
    rows = await tx.all(_DUE, {"now": now, "limit": limit})
    return [
        Due(row.id, row.handoff_id, row.family_id, row.author, bool(row.night), row.created_at)
        for row in rows
    ]


async def move(tx: Tx, text_id: int, to: float) -> None:
    """Wait longer."""
    await tx.execute(_MOVE, {"text": text_id, "to": to})


async def posted(tx: Tx, text_id: int, inbox_id: int) -> bool:
    """It is on its way in this inbox row. False when it was taken back or posted before."""
    return (await tx.execute(_POST, {"text": text_id, "row": inbox_id})).rowcount == 1


async def take_back(tx: Tx, text_id: int, at: float) -> bool:
    """She will not get it. False when it is on its way already."""
    return (await tx.execute(_TAKE_BACK, {"text": text_id, "at": at})).rowcount == 1


async def settle(tx: Tx, text_id: int, state: str, reason: str, at: float) -> bool:
    """How it ended: sent, unsure or failed. False when that was known."""
    values = {"text": text_id, "state_now": state, "why": reason[:80] or None, "at": at}
    return (await tx.execute(_SETTLE, values)).rowcount == 1


@dataclass(frozen=True, slots=True)
class Underway:
    """A message that was handed to the line, and what became of it so far."""

    id: int
    family_id: str
    handoff_id: str
    author: str
    taken: str  # state of its inbox row; "" when that row is gone
    mail: tuple[tuple[str, str, float], ...]  # outbox rows: state, error, sent at


async def underway(tx: Tx, limit: int) -> list[Underway]:
    """Messages of which nobody wrote down how they ended, with the outbox rows they became."""
    found = []
    for row in await tx.all(_UNDERWAY, {"limit": limit}):
        values = {"conversation": row.conversation, "row": f"{row.inbox_id}:"}
        mail = [(m.state, m.error or "", m.sent_at) for m in await tx.all(_MAIL, values)]
        found.append(
            Underway(row.id, row.family_id, row.handoff_id, row.author, row.taken or "",
                     tuple(mail))
        )  # fmt: skip
    return found


async def alerted(tx: Tx, one: StaffText) -> set[str]:
    """The `ref` of each alert that there can be about this message."""
    if one.inbox_id is None:
        return {f"staff:{one.id}"}
    lines = await tx.all(_LINES, {"row": f"{one.inbox_id}:"})
    return {f"staff:{one.id}", *(f"outbox:{line.id}" for line in lines)}


async def busy(tx: Tx, family_ids: list[str], since: float, until: float) -> set[str]:
    """Those of these families that a message is going to which begins between these moments."""
    if not family_ids:
        return set()
    rows = await tx.all(_BUSY, {"families": family_ids, "since": since, "until": until})
    return {str(row.family_id) for row in rows}


def _place(key: str) -> str:
    return f"staff_texts.body|{key}"


async def _one(tx: Tx, statement: Any, values: dict[str, Any]) -> StaffText | None:
    row = (await tx.execute(statement, values)).first()
    return None if row is None else _opened(tx, row)


def _opened(tx: Tx, row: AnyRow) -> StaffText:
    tx.vault.learn(row.family_id, row.wrapped_key)
    text = tx.vault.open(row.family_id, _place(row.key), row.body_sealed).decode()
    return StaffText(
        row.id, row.key, row.handoff_id, row.family_id, row.author, row.kind, row.about, text,
        row.state, row.not_before, bool(row.night), row.inbox_id, row.reason or "",
        row.created_at, row.settled_at,
    )  # fmt: skip
