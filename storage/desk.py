"""The desk's list in few statements: each handoff with what waits on it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, select

from storage.handoffs import OPEN, Handoff
from storage.schema import alerts, appointments, conversations, handoffs, outbox, tasks
from storage.sql import columns_of, several, word
from storage.tx import AnyRow, Tx


@dataclass(frozen=True, slots=True)
class Line:
    """One handoff as the list shows it; no text of hers is in it."""

    handoff: Handoff
    open_tasks: int
    task_due_at: float | None  # the most urgent one, UTC seconds
    starts_at: float | None  # her next appointment, planned or confirmed
    undelivered: int  # messages to her that failed or are unsure
    alerts: int  # unseen ones about this family


_h = handoffs.c


def _of_tasks(what: Any) -> Any:
    return (
        select(what).where(tasks.c.handoff_id == _h.id, tasks.c.done_at.is_(None)).scalar_subquery()
    )


_next = (
    select(func.min(appointments.c.starts_at))
    .where(
        appointments.c.handoff_id == _h.id,
        appointments.c.state.in_([word("planned"), word("confirmed")]),
    )
    .scalar_subquery()
)
_undelivered = (
    select(func.count())
    .select_from(outbox.join(conversations, conversations.c.id == outbox.c.conversation_id))
    .where(
        conversations.c.family_id == _h.family_id,
        outbox.c.state.in_([word("unsure"), word("failed")]),
    )
    .scalar_subquery()
)
_alerts = (
    select(func.count())
    .select_from(alerts)
    .where(alerts.c.family_id == _h.family_id, alerts.c.seen_at.is_(None))
    .scalar_subquery()
)
_SELECT = (
    select(
        *columns_of(Handoff, handoffs),
        _of_tasks(func.count()),
        _of_tasks(func.min(tasks.c.due_at)),
        _next,
        _undelivered,
        _alerts,
    )
    .where(_h.state.in_(several("states")))
    .order_by(_h.created_at, _h.id)
)
_OF_ONE = _SELECT.where(_h.id == bindparam("handoff"))
_OF_MUNICIPALITY = _SELECT.where(_h.municipality == bindparam("municipality"))
_person = bindparam("person", type_=_h.consultant.type)
_OF_PERSON = _OF_MUNICIPALITY.where(
    (_h.neighbourhood_worker == _person) | (_h.consultant == _person)
)


async def lines(
    tx: Tx, municipality: str, person: str | None = None, states: Collection[str] = OPEN
) -> list[Line]:
    """The handoffs of a municipality, or of one person in it, oldest first, in one statement."""
    values: dict[str, Any] = {"municipality": municipality, "states": list(states)}
    if person is None:
        rows = await tx.all(_OF_MUNICIPALITY, values)
    else:
        rows = await tx.all(_OF_PERSON, values | {"person": person})
    return [_line(row) for row in rows]


async def line(tx: Tx, handoff_id: str) -> Line | None:
    """This handoff as `lines` has it; None when it is not open."""
    rows = await tx.all(_OF_ONE, {"handoff": handoff_id, "states": list(OPEN)})
    return _line(rows[0]) if rows else None


def _line(row: AnyRow) -> Line:
    width = len(columns_of(Handoff, handoffs))
    return Line(Handoff(*row[:width]), *row[width:])
