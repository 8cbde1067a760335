"""What the tandem has to do for a family: call back, offer another time, look into something."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select, update

from storage import keys
from storage.schema import families, handoffs, tasks
from storage.sql import pack, several, unpack
from storage.tx import AnyRow, Tx
from storage.vault import Vault

CALL_BACK = "call_back"  # the kind that is done when somebody called


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task to put on a handoff. `body` holds her words; it is sealed."""

    key: str  # a repeat is void
    handoff_id: str
    family_id: str
    kind: str  # call_back, other_time, missed, unfinished …
    body: dict[str, Any] | None = None
    due_at: float | None = None
    owner: str | None = None  # who said that she would do it


@dataclass(frozen=True, slots=True)
class Task:
    """A task, opened."""

    id: int
    key: str
    handoff_id: str
    family_id: str
    kind: str
    body: dict[str, Any] | None
    due_at: float | None
    done_at: float | None
    done_by: str | None
    created_at: float
    owner: str | None = None


_t = tasks.c
_SELECT = (
    select(tasks, handoffs.c.family_id, families.c.wrapped_key)
    .select_from(tasks.join(handoffs).join(families))
    .order_by(_t.due_at.is_(None), _t.due_at, _t.id)
)
_OF_HANDOFF = _SELECT.where(_t.handoff_id == bindparam("handoff"))
_WAITING = _SELECT.where(_t.handoff_id.in_(several("handoffs")), _t.done_at.is_(None))
_DONE = (
    update(tasks)
    .where(_t.id == bindparam("task"), _t.done_at.is_(None))
    .values(done_at=bindparam("at"), done_by=bindparam("who"))
)
_MOVE = (
    update(tasks)
    .where(_t.key == bindparam("this"), _t.done_at.is_(None))
    .values(due_at=bindparam("due"))
)


async def put(tx: Tx, rows: Sequence[NewTask], at: float) -> None:
    """Add tasks; keys that are known already are ignored."""
    if rows:
        await keys.ready(tx, {row.family_id for row in rows if row.body is not None})
        await tx.add(tasks, [_entry(tx.vault, row, at) for row in rows])


async def of_handoff(tx: Tx, handoff_id: str) -> list[Task]:
    """All tasks of a handoff, also those done."""
    return await _many(tx, _OF_HANDOFF, {"handoff": handoff_id})


async def waiting(tx: Tx, handoff_ids: Collection[str]) -> list[Task]:
    """The open tasks of these handoffs, most urgent first."""
    return await _many(tx, _WAITING, {"handoffs": list(handoff_ids)})


async def done(tx: Tx, task_id: int, who: str, at: float) -> bool:
    """Tick a task off. False when somebody did so before."""
    return (await tx.execute(_DONE, {"task": task_id, "who": who, "at": at})).rowcount == 1


async def move(tx: Tx, key: str, due_at: float) -> None:
    """The day that an open task is for became another."""
    await tx.execute(_MOVE, {"this": key, "due": due_at})


def _place(key: str) -> str:
    return f"tasks.body|{key}"


def _entry(vault: Vault, row: NewTask, at: float) -> dict[str, Any]:
    sealed = None
    if row.body is not None:
        sealed = vault.seal(row.family_id, _place(row.key), pack(row.body))
    return {
        "key": row.key,
        "handoff_id": row.handoff_id,
        "kind": row.kind,
        "body_sealed": sealed,
        "due_at": row.due_at,
        "owner": row.owner,
        "created_at": at,
    }


def _opened(vault: Vault, row: AnyRow) -> Task:
    body = None
    if row.body_sealed is not None:
        vault.learn(row.family_id, row.wrapped_key)
        body = unpack(vault.open(row.family_id, _place(row.key), row.body_sealed))
    return Task(
        row.id,
        row.key,
        row.handoff_id,
        row.family_id,
        row.kind,
        body,
        row.due_at,
        row.done_at,
        row.done_by,
        row.created_at,
        row.owner,
    )


async def _many(tx: Tx, statement: Any, values: dict[str, Any]) -> list[Task]:
    return [_opened(tx.vault, row) for row in await tx.all(statement, values)]
