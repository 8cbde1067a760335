"""Looks into the tables that only tests need; the service reads them in its own ways."""

from __future__ import annotations

from sqlalchemy import select, update

from storage.alerts import Alert
from storage.handoffs import Handoff
from storage.schema import addresses, alerts, attachments, handoffs
from storage.sql import columns_of
from storage.tx import Tx


async def unseen(tx: Tx) -> list[Alert]:
    """Alerts that nobody looked at yet, oldest first."""
    chosen = select(*columns_of(Alert, alerts)).where(alerts.c.seen_at.is_(None))
    return [Alert(*row) for row in await tx.all(chosen.order_by(alerts.c.id))]


async def reach(tx: Tx, conversation_id: int) -> list[tuple[int, bool]]:
    """The addresses of a conversation by id, and whether messages arrive there."""
    chosen = select(addresses.c.id, addresses.c.reachable).order_by(addresses.c.id)
    rows = await tx.all(chosen.where(addresses.c.conversation_id == conversation_id))
    return [(row.id, row.reachable) for row in rows]


async def kept(tx: Tx, family_id: str) -> list[str]:
    """The ids of a family's attachments, oldest first."""
    chosen = select(attachments.c.id).where(attachments.c.family_id == family_id)
    order = (attachments.c.created_at, attachments.c.id)
    return [row.id for row in await tx.all(chosen.order_by(*order))]


async def brought(tx: Tx, municipality: str) -> list[Handoff]:
    """All handoffs of a municipality."""
    chosen = select(*columns_of(Handoff, handoffs))
    rows = await tx.all(chosen.where(handoffs.c.municipality == municipality))
    return [Handoff(*row) for row in rows]


async def close(tx: Tx, handoff_id: str) -> None:
    """End a handoff; no page does that yet."""
    await tx.execute(update(handoffs).where(handoffs.c.id == handoff_id).values(state="closed"))
