"""Rows of the database as the desk's own nouns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from bot.desk.book import Alert, Delivery, Head, Slot, Talk, Task
from bot.desk.urgency import DANGER
from storage import alerts, appointments, deliveries, slots, tasks
from storage.handoffs import Handoff


def sure(seconds: float) -> datetime:
    """UTC seconds as a moment."""
    return datetime.fromtimestamp(seconds, UTC)


def moment(seconds: float | None) -> datetime | None:
    """UTC seconds as a moment, if there are any."""
    return None if seconds is None else sure(seconds)


def head(row: Handoff) -> Head:
    """A handoff without what she said."""
    return Head(
        id=row.id,
        family_id=row.family_id,
        reason=row.reason,
        district=row.district,
        neighbourhood_worker=row.neighbourhood_worker,
        consultant=row.consultant,
        state=row.state,
        claimed_by=row.claimed_by,
        promised_by=moment(row.promised_by),
        created_at=sure(row.created_at),
    )


def task(row: tasks.Task) -> Task:
    """A task with her words."""
    words = str((row.body or {}).get("words", ""))
    return Task(row.id, row.kind, words, moment(row.due_at), sure(row.created_at), row.owner)


def alert(row: alerts.Alert) -> Alert:
    """An alert."""
    return Alert(row.id, row.kind, row.handoff_id, sure(row.created_at))


def alerts_of(found: Handoff, rows: Iterable[alerts.Alert]) -> tuple[Alert, ...]:
    """Those about this handoff, or about its family without naming one; danger first."""
    own = (row for row in rows if row.family_id == found.family_id)
    kept = [alert(row) for row in own if row.handoff_id in (None, found.id)]
    return tuple(sorted(kept, key=lambda one: one.kind != DANGER))


def slot(row: slots.Slot) -> Slot:
    """An offered time."""
    return Slot(row.person, sure(row.starts_at), row.minutes, row.place_kind)


def talk(row: appointments.Appointment) -> Talk:
    """An appointment."""
    return Talk(
        row.id,
        row.person,
        sure(row.starts_at),
        row.minutes,
        row.place_kind,
        row.state,
        sure(row.created_at),
    )


def delivery(row: deliveries.Troubled) -> Delivery:
    """A message that did not surely arrive."""
    return Delivery(row.kind, row.state, sure(row.created_at))
