"""What she was told: "je hoort van ons vóór dinsdag 12:00". Each moment is a promise of its own.

Only a person keeps one: a message, a call, a talk. Times in UTC seconds.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select, update

from storage.schema import appointments, handoffs
from storage.schema_staff import promises, staff_texts
from storage.sql import several, word
from storage.staff_texts import CALL as PHONED
from storage.staff_texts import MESSAGE, SENT, SPOKE
from storage.tx import Tx

REPLY, CALL, TALK = "reply", "call", "talk"


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise and what became of it."""

    id: int
    key: str
    handoff_id: str
    made_at: float
    due_at: float
    round: int  # 1: made when one before it was broken
    warned_at: float | None
    broken_at: float | None
    kept_at: float | None
    kept_by: str | None
    kept_how: str | None
    family_id: str


_p, _h = promises.c, handoffs.c
_OWN = [field.name for field in fields(Promise) if field.name != "family_id"]
_SELECT = (
    select(*(_p[name] for name in _OWN), _h.family_id)
    .select_from(promises.join(handoffs))
    .order_by(_p.due_at, _p.id)
)
_OPEN = _p.kept_at.is_(None)
_GET = _SELECT.where(_p.id == bindparam("promise"))
_OF_HANDOFF = _SELECT.where(_p.handoff_id == bindparam("handoff"))
_WAITED = _SELECT.where(_OPEN, _p.handoff_id.in_(several("handoffs")))
_LIVE = _SELECT.where(_OPEN, _p.broken_at.is_(None), _h.state.in_([word("new"), word("claimed")]))
_BREAKING = (
    _LIVE.where(_p.due_at <= bindparam("now"))
    .limit(bindparam("limit", type_=_p.id.type))
    .with_for_update(of=promises, skip_locked=True)
)
_UNWARNED = _LIVE.where(_p.warned_at.is_(None), _p.due_at > bindparam("now"))
_KEEP = (
    update(promises)
    .where(_OPEN, _p.handoff_id.in_(select(_h.id).where(_h.family_id == bindparam("family"))))
    .where(_p.made_at <= bindparam("at"))
    .values(kept_at=bindparam("at"), kept_by=bindparam("who"), kept_how=bindparam("how"))
)
_FIRST = (
    select(func.min(_p.made_at), func.count(_p.kept_at))
    .select_from(promises.join(handoffs))
    .where(_h.family_id == bindparam("family"))
)
_t, _a = staff_texts.c, appointments.c


def _before(moment: ColumnElement[Any]) -> tuple[ColumnElement[bool], ...]:
    """It was not after the promise, and it is not what happens now."""
    return moment <= bindparam("made"), moment < bindparam("now")


_wrote = and_(_t.kind == word(MESSAGE), _t.state == word(SENT), *_before(_t.settled_at))
_called = and_(_t.kind == word(PHONED), _t.state == word(SPOKE), *_before(_t.created_at))
_REACHED = (
    select(_t.id)
    .where(_t.family_id == bindparam("family"), or_(_wrote, _called))
    .union_all(select(_a.id).where(_a.family_id == bindparam("family"), *_before(_a.created_at)))
    .limit(1)
)
_BREAK = (
    update(promises)
    .where(_p.id == bindparam("promise"), _OPEN, _p.broken_at.is_(None))
    .values(broken_at=bindparam("at"))
)
_WARN = (
    update(promises)
    .where(_p.id == bindparam("promise"), _OPEN, _p.warned_at.is_(None))
    .values(warned_at=bindparam("at"))
)


async def make(
    tx: Tx, handoff_id: str, due_at: float, at: float, *, key: str, round_: int = 0
) -> None:
    """She was told: before this moment. A repeat of `key` is void."""
    row = {
        "key": key,
        "handoff_id": handoff_id,
        "made_at": at,
        "due_at": due_at,
        "round": round_,
    }
    await tx.add(promises, [row])


async def get(tx: Tx, promise_id: int) -> Promise | None:
    """The promise with this id."""
    found = await _many(tx, _GET, {"promise": promise_id})
    return found[0] if found else None


async def of_handoff(tx: Tx, handoff_id: str) -> list[Promise]:
    """All promises of a handoff, the first due first."""
    return await _many(tx, _OF_HANDOFF, {"handoff": handoff_id})


async def waited_for(tx: Tx, handoff_ids: Collection[str]) -> list[Promise]:
    """Promises of these handoffs that nobody kept yet, broken ones too, the first due first."""
    return await _many(tx, _WAITED, {"handoffs": list(handoff_ids)})


async def breaking(tx: Tx, now: float, limit: int) -> list[Promise]:
    """Promises whose moment has passed; locked, so that no other worker breaks them too."""
    return await _many(tx, _BREAKING, {"now": now, "limit": limit})


async def unwarned(tx: Tx, now: float) -> list[Promise]:
    """Promises still to keep of which nobody was reminded."""
    return await _many(tx, _UNWARNED, {"now": now})


async def keep(tx: Tx, family_id: str, who: str, how: str, at: float) -> int:
    """A person reached her: all that was promised to her until now is done. Gives how many."""
    values = {"family": family_id, "who": who, "how": how, "at": at}
    return (await tx.execute(_KEEP, values)).rowcount


async def never_kept_since(tx: Tx, family_id: str, now: float) -> float | None:
    """When she was promised something first.

    None when no promise was made, or when a person reached her before now, since it or earlier:
    wrote, spoke to her, or agreed on a talk.
    """
    made_at, kept = (await tx.execute(_FIRST, {"family": family_id})).one()
    if kept or made_at is None:
        return None
    values = {"family": family_id, "made": made_at, "now": now}
    return None if await tx.all(_REACHED, values) else made_at


async def broken(tx: Tx, promise_id: int, at: float) -> bool:
    """Its moment passed. True for exactly one of those who try."""
    return (await tx.execute(_BREAK, {"promise": promise_id, "at": at})).rowcount == 1


async def warned(tx: Tx, promise_id: int, at: float) -> bool:
    """Her people were reminded. True for exactly one of those who try."""
    return (await tx.execute(_WARN, {"promise": promise_id, "at": at})).rowcount == 1


async def _many(tx: Tx, statement: Any, values: dict[str, Any]) -> list[Promise]:
    return [Promise(*row) for row in await tx.all(statement, values)]
