"""Messages that did not (surely) arrive: an alert on the desk, and a task where she is cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.service import handoffs, logs, posts
from bot.service.house import House
from storage import alerts, contacts, erasure
from storage.outbox import Ready
from storage.tx import Tx

log = logs.get()


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong with a message: `unsure`, `failed` or `unreachable`."""

    kind: str
    row: Ready


async def report(tx: Tx, house: House, troubles: Sequence[Trouble], at: datetime) -> None:
    """Make these visible to people, in the transaction that settles the rows."""
    for one in troubles:
        if one.row.family_id and await erasure.is_gone(tx, one.row.family_id):
            continue  # she erased everything while it was on its way
        handoff_id = None
        if one.kind == "unreachable" and one.row.family_id is not None:
            handoff_id = await _cut_off(tx, house, one, at)
        alert = alerts.NewAlert(
            _key(one, at), _kind(one), handoff_id, one.row.family_id, f"outbox:{one.row.id}"
        )
        await alerts.put(tx, [alert], at.timestamp())
        log.warning("undelivered", outbox_id=one.row.id, alert=one.kind, channel=one.row.channel)


def _kind(one: Trouble) -> str:
    """What goes to colleagues and to the town's systems has alerts of its own: nobody need call."""
    return f"{one.row.channel}_failed" if one.row.channel in posts.CHANNELS else one.kind


def _key(one: Trouble, at: datetime) -> str:
    """One alert a day for an address that is cut off; one for each other message."""
    if one.kind == "unreachable" and one.row.address_id is not None:
        return f"unreachable:{one.row.address_id}:{at:%Y-%m-%d}"
    return f"{one.kind}:{one.row.id}"


async def _cut_off(tx: Tx, house: House, one: Trouble, at: datetime) -> str:
    """She blocked the bot or left: the address is marked and her tandem gets a task."""
    row = one.row
    assert row.family_id is not None
    if row.address_id is not None:
        await contacts.mark(tx, [row.address_id], reachable=False)
    key = _key(one, at)
    why = handoffs.Reason(row.family_id, "unreachable", key)
    handoff = await handoffs.bring(tx, house, why, at)
    await handoffs.add_task(tx, handoff, "unreachable", key, at)
    return handoff.id
