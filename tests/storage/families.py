"""Short words for what the storage tests need again and again."""

from __future__ import annotations

from storage import inbox
from storage.handoffs import Handoff
from storage.inbox import Conversation, Received, Waiting
from storage.outbox import Draft
from storage.reminders import Planned
from storage.tx import Tx

TOWN = "dordrecht"
Claimed = list[tuple[Conversation, list[Waiting]]]


def message(address: str, key: str, body: bytes = b"hoi", at: float = 1.0) -> Received:
    """Something a parent wrote on Telegram."""
    return Received("telegram", address, key, "text", body, at)


async def meet(tx: Tx, *addresses: str) -> list[Conversation]:
    """New parents, in this order; what they wrote is done."""
    await inbox.receive(tx, [message(one, f"first:{one}") for one in addresses], TOWN)
    claimed = await inbox.claim(tx, 10_000)
    await inbox.finish(tx, [row.id for _, rows in claimed for row in rows], 1.0)
    return [conversation for conversation, _ in claimed]


def draft(parent: Conversation, key: str, kind: str = "reply", **more: object) -> Draft:
    """A message to this parent."""
    values: dict[str, object] = {
        "key": key,
        "conversation_id": parent.id,
        "family_id": parent.family_id,
        "address_id": parent.id,  # every parent of `meet` has one address, made in the same order
        "channel": "telegram",
        "kind": kind,
        "body": {"text": key},
        "at": 1.0,
    }
    return Draft(**(values | more))  # type: ignore[arg-type]  # the tests name real fields


def reminder(parent: Conversation, key: str, due_at: float = 100.0, **more: object) -> Planned:
    """A reminder for this parent."""
    values: dict[str, object] = {
        "conversation_id": parent.id,
        "key": key,
        "kind": "day_before",
        "topic": "appointment:7",
        "wall": "2026-06-08T18:30",
        "zone": "Europe/Amsterdam",
        "due_at": due_at,
    }
    return Planned(**(values | more))  # type: ignore[arg-type]  # the tests name real fields


def handoff(parent: Conversation, handoff_id: str = "h1", **more: object) -> Handoff:
    """A new handoff of this parent to Sanne and Mo."""
    values: dict[str, object] = {
        "id": handoff_id,
        "family_id": parent.family_id,
        "municipality": TOWN,
        "reason": "intake",
        "district": "centrum",
        "neighbourhood_worker": "sanne",
        "consultant": "mo",
        "state": "new",
        "claimed_by": None,
        "claimed_at": None,
        "promised_by": None,
        "checked_by_parent": False,
        "created_at": 1.0,
    }
    return Handoff(**(values | more))  # type: ignore[arg-type]  # the tests name real fields
