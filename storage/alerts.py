"""What the team must see: messages nobody is sure of, updates set aside, parents out of reach."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import bindparam, exists, select, update

from storage.schema import alerts, handoffs, outbox
from storage.sql import columns_of, several, word
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class NewAlert:
    """An alert to raise; a repeat of `key` is void. `ref` names a row, never text."""

    key: str
    kind: str  # malformed, quarantined, unsure, failed, unreachable, late
    handoff_id: str | None = None
    family_id: str | None = None
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """A raised alert."""

    id: int
    key: str
    kind: str
    handoff_id: str | None
    family_id: str | None
    ref: str
    created_at: float
    seen_at: float | None
    seen_by: str | None


_a, _o = alerts.c, outbox.c
_SELECT = select(*columns_of(Alert, alerts)).where(_a.seen_at.is_(None)).order_by(_a.id)
_OF_FAMILIES = _SELECT.where(_a.family_id.in_(several("families")))
_tandem = exists().where(
    handoffs.c.family_id == _a.family_id,
    handoffs.c.state.in_([word("new"), word("claimed")]),
)
_LOOSE = _SELECT.where(~_tandem)
_GET = select(*columns_of(Alert, alerts)).where(_a.id == bindparam("alert"))
_SEEN = (
    update(alerts)
    .where(_a.id.in_(several("ids")), _a.seen_at.is_(None))
    .values(seen_at=bindparam("at"), seen_by=bindparam("who"))
)


async def put(tx: Tx, rows: Sequence[NewAlert], at: float) -> None:
    """Raise alerts; those that were raised before stay as they are."""
    await tx.add(alerts, [asdict(row) | {"created_at": at} for row in rows])


async def of_families(tx: Tx, family_ids: Collection[str]) -> list[Alert]:
    """Alerts about these families that nobody looked at yet, oldest first."""
    return [Alert(*row) for row in await tx.all(_OF_FAMILIES, {"families": list(family_ids)})]


async def loose(tx: Tx) -> list[Alert]:
    """Unseen alerts that no tandem sees: of no family, or of one without an open handoff."""
    return [Alert(*row) for row in await tx.all(_LOOSE)]


async def get(tx: Tx, alert_id: int) -> Alert | None:
    """The alert with this id, seen or not."""
    row = (await tx.execute(_GET, {"alert": alert_id})).first()
    return None if row is None else Alert(*row)


async def seen(tx: Tx, ids: Collection[int], who: str, at: float) -> None:
    """Somebody looked at these."""
    if ids:
        await tx.execute(_SEEN, {"ids": list(ids), "who": who, "at": at})
