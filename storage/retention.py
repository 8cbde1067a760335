"""What is old: the families with their ages, and the rows whose own term is over.

Nothing here reads a word of hers. Times in UTC seconds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Executable,
    Table,
    and_,
    bindparam,
    case,
    delete,
    exists,
    false,
    func,
    or_,
    select,
    update,
)

from storage import chain, lasting
from storage.erasure import ERASED
from storage.lasting import Childcare
from storage.schema import (
    addresses,
    alerts,
    appointments,
    conversations,
    families,
    handoffs,
    inbox,
    look_ins,
    outbox,
    reads,
    set_aside,
    tasks,
)
from storage.schema_requests import requests
from storage.sql import word
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Row:
    """One family that was not erased, as `casework.retention` needs it."""

    family_id: str
    conversation_id: int | None  # None: somebody else brought this family
    created_at: float
    spoke: bool
    last_in_at: float | None
    asked_for: int  # handoffs, but not those we made because she fell silent and nobody took up
    waiting: int  # of these, new ones
    taken_up_at: float | None
    last_talk_at: float | None
    open_work: int  # alarms and tasks
    warned_at: float | None
    reminders: str | None
    reachable: int
    held_at: float | None
    written_at: float | None  # a call or a message of her people
    stepped_at: float | None  # what was asked for her became something else
    reminded_at: float | None  # what she was to hear went out; not what comes of silence
    promised_at: float | None  # the last of that which is still planned
    asked_until: str | None  # the last day that what was asked names, local ISO date
    steps_until: str | None  # the last day of a childcare step, local ISO date
    paid_before: int | None  # the first month that no place is paid, counted from the year 0
    busy: int  # what runs without a last day
    childcare: Sequence[Childcare] = ()


@dataclass(frozen=True, slots=True)
class Sweep:
    """Rows of one table that go when they are older than `before`.

    `emptied`: what they are overwritten with, where the row itself must stay.
    """

    name: str
    table: Table
    where: ColumnElement[bool]
    emptied: Mapping[str, Any] | None = None


_f, _c, _h, _a = families.c, conversations.c, handoffs.c, appointments.c
_i, _o, _t, _l, _r = inbox.c, outbox.c, tasks.c, alerts.c, requests.c
_before = bindparam("before", type_=_f.created_at.type)
_ours_alone = and_(_h.reason == word("unfinished"), _h.state == word("new"))


def _of_handoffs(what: Any, *where: ColumnElement[bool]) -> Any:
    return select(what).where(_h.family_id == _f.id, *where).scalar_subquery()


def _last_talk() -> Any:
    stands = _a.state.in_([word("planned"), word("confirmed"), word("held"), word("missed")])
    return select(func.max(_a.starts_at)).where(_a.family_id == _f.id, stands).scalar_subquery()


def _open_work() -> Any:
    open_tasks = select(func.count()).where(
        _t.handoff_id == _h.id, _h.family_id == _f.id, _t.done_at.is_(None)
    )
    unseen = select(func.count()).where(_l.family_id == _f.id, _l.seen_at.is_(None))
    return open_tasks.scalar_subquery() + unseen.scalar_subquery()


def _reachable() -> Any:
    works = (addresses.c.conversation_id == _c.id, addresses.c.reachable)
    return select(func.count()).select_from(addresses).where(*works).scalar_subquery()


def _has(theirs: Any) -> Any:
    """Whether there is a row of this family in another table."""
    return exists().where(theirs.family_id == _f.id)


_ROWS = (
    select(
        _f.id.label("family_id"),
        _c.id.label("conversation_id"),
        _f.created_at,
        case((_c.session_sealed.is_(None), 0), else_=1).label("spoke"),
        _c.last_in_at,
        _of_handoffs(func.count(), ~_ours_alone).label("asked_for"),
        _of_handoffs(func.count(), _h.state == word("new"), ~_ours_alone).label("waiting"),
        _of_handoffs(func.max(_h.claimed_at)).label("taken_up_at"),
        _last_talk().label("last_talk_at"),
        _open_work().label("open_work"),
        _f.warned_at,
        _c.reminders,
        _reachable().label("reachable"),
        _f.held_at,
        *lasting.columns(),
    )
    .select_from(families.outerjoin(conversations))
    .where(_f.wrapped_key.is_not(None), _f.municipality == bindparam("town"))
    .where(or_(_c.id.is_not(None), _has(_h), ~_has(_r)))  # only others spoke of her: see `silent`
    .where(func.coalesce(_c.last_in_at, _f.created_at) <= _before)
    .order_by(_f.created_at, _f.id)
)
_ONE = _ROWS.where(_f.id == bindparam("family"))
_ended = and_(_r.state.in_([word("closed"), word("declined")]), _r.changed_at <= _before)
_over_now = or_(_ended, _r.due_on < bindparam("day"))
_SILENT = (
    select(_f.id)
    .where(_f.wrapped_key.is_not(None), _f.municipality == bindparam("town"))
    .where(_f.held_at.is_(None), _f.created_at <= _before)
    .where(~_has(_c), ~_has(_h))
    .where(~exists().where(_r.family_id == _f.id, ~func.coalesce(_over_now, false())))
    .order_by(_f.created_at, _f.id)
)
_LOCK = select(_c.id).where(_c.family_id == bindparam("family")).with_for_update()
_LOCK_ALONE = select(_f.id).where(_f.id == bindparam("family")).with_for_update()
_WARNED = update(families).where(_f.id == bindparam("family")).values(warned_at=bindparam("at"))
_old_handoff = exists().where(_h.family_id == _c.family_id, _h.created_at <= _before, ~_ours_alone)
_brought = exists().where(_c.id == _i.conversation_id, _old_handoff).correlate(inbox)
_sent = (
    exists().where(_c.id == _o.conversation_id, _c.turn != _o.turn, _old_handoff).correlate(outbox)
)
_erased = exists().where(_c.id == _i.conversation_id, _c.state == word(ERASED)).correlate(inbox)
_over = _o.state.in_([word("sent"), word("failed"), word("unsure"), word("cancelled")])
_held = select(_f.id).where(_f.held_at.is_not(None))  # what the law holds is held whole
_held_talks = select(_c.id).where(_c.family_id.in_(_held))
_held_handoffs = select(_h.id).where(_h.family_id.in_(_held))
_free_alert = or_(_l.family_id.is_(None), _l.family_id.not_in(_held))
_crisis = or_(_t.kind.startswith("danger_"), _t.kind.startswith("check_"))

SWEEPS: Mapping[str, tuple[Sweep, ...]] = {  # by the name of its term
    "chat": (
        Sweep(
            "inbox",
            inbox,
            and_(
                _i.received_at <= _before,
                _i.state != word("new"),
                _brought,
                _i.conversation_id.not_in(_held_talks),
            ),
        ),
        Sweep(
            "outbox",
            outbox,
            and_(_o.created_at <= _before, _over, _sent, _o.conversation_id.not_in(_held_talks)),
        ),
        Sweep("set_aside", set_aside, set_aside.c.received_at <= _before),
    ),
    "crisis": (
        Sweep(
            "tasks",
            tasks,
            and_(_t.done_at <= _before, _crisis, _t.handoff_id.not_in(_held_handoffs)),
        ),
        Sweep(
            "alerts", alerts, and_(_l.seen_at <= _before, _l.kind == word("danger"), _free_alert)
        ),
    ),
    "audit": (Sweep("alerts", alerts, and_(_l.seen_at <= _before, _free_alert)),),
    "access_log": (
        Sweep(
            "reads",
            reads,
            and_(
                reads.c.at <= _before,
                reads.c.actor != bindparam("nobody", "", type_=reads.c.actor.type),
                reads.c.family_id.not_in(_held),
            ),
            chain.EMPTIED,
        ),
        Sweep(
            "look_ins",
            look_ins,
            and_(look_ins.c.begun_at <= _before, look_ins.c.family_id.not_in(_held)),
        ),
    ),
    "repeats": (Sweep("inbox", inbox, and_(_i.received_at <= _before, _erased)),),
}


def _counting(sweep: Sweep) -> Executable:
    return select(func.count()).select_from(sweep.table).where(sweep.where)


def _deleting(sweep: Sweep) -> Executable:
    if sweep.emptied is None:
        return delete(sweep.table).where(sweep.where)
    return update(sweep.table).where(sweep.where).values(**sweep.emptied)


_COUNTS = {id(one): _counting(one) for rows in SWEEPS.values() for one in rows}
_DELETES: dict[int, Executable] = {
    id(one): _deleting(one) for rows in SWEEPS.values() for one in rows
}


async def silent(tx: Tx, municipality: str, before: float, day: str) -> list[str]:
    """Families whom only others spoke about, and whose signals all are over: ids, oldest first.

    Over: ended before then, or with a last day before this local ISO date.
    """
    values = {"town": municipality, "before": before, "day": day}
    return [str(row.id) for row in await tx.all(_SILENT, values)]


async def idle(tx: Tx, municipality: str, before: float) -> list[Row]:
    """The families of whom nothing came since then, oldest first."""
    found = await tx.all(_ROWS, _values(municipality, before))
    plans = await lasting.childcare(tx, municipality) if found else {}
    return [_row(row, plans) for row in found]


async def again(tx: Tx, municipality: str, family_id: str, before: float) -> Row | None:
    """This family once more, and nobody else touches it until the transaction ends."""
    for lock in (_LOCK, _LOCK_ALONE):
        await tx.execute(lock, {"family": family_id})
    values = _values(municipality, before) | {"family": family_id}
    found = await tx.all(_ONE, values)
    plans = await lasting.childcare(tx, municipality, family_id) if found else {}
    return next((_row(row, plans) for row in found), None)


def _values(municipality: str, before: float) -> dict[str, Any]:
    return {"town": municipality, "before": before, **lasting.VALUES}


async def warned(tx: Tx, family_id: str, at: float) -> None:
    """She is told that her answers go."""
    await tx.execute(_WARNED, {"family": family_id, "at": at})


async def count(tx: Tx, sweep: Sweep, before: float) -> int:
    """How many rows are over their term."""
    return int((await tx.execute(_COUNTS[id(sweep)], {"before": before})).scalar() or 0)


async def sweep_out(tx: Tx, sweep: Sweep, before: float) -> int:
    """Delete the rows that are over their term; tells how many."""
    return (await tx.execute(_DELETES[id(sweep)], {"before": before})).rowcount


def _row(row: Any, plans: Mapping[str, Sequence[Childcare]]) -> Row:
    known = {"spoke": bool(row.spoke), "childcare": plans.get(row.family_id, ())}
    return Row(**(row._asdict() | known))
