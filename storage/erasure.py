"""Erasing a family: its key is destroyed, and what stood in clear is emptied, in one transaction.

What stays is a shell without content: a random family id with two moments, who helped (not whom)
and when they looked, and for two days the keyed names of her messages, so that a repeat of an old
one is still known as old. (Why this and no more: docs/adr/0009-erasing.md)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, select, update

from casework import tallies as codes
from storage import childcare, contacts, holds, outbox, tallies
from storage.contacts import Contact
from storage.handoffs import Handoff
from storage.outbox import Draft
from storage.schema import (
    addresses,
    alerts,
    answers,
    appointments,
    attachments,
    conversations,
    families,
    handoffs,
    inbox,
    look_ins,
    reminders,
    slots,
    tasks,
)
from storage.schema import outbox as outbox_rows
from storage.schema_childcare import childcare_plans, childcare_steps, grants
from storage.schema_links import one_time_links
from storage.schema_requests import request_steps, requests
from storage.schema_staff import acts, covers, promises, staff_texts
from storage.sql import word
from storage.tx import Tx
from storage.vault import VaultError

ERASED = "erased"  # reason of a handoff whose family is gone, and of the task that says so
EXPIRED = "expired"  # the task, when not she but a term ended it


@dataclass(frozen=True, slots=True)
class Parting:
    """She erases everything. `last` is the one sentence after it, for where she wrote from."""

    family_id: str
    conversation_id: int
    municipality: str
    address_id: int | None = None
    last: Draft | None = None


_family = bindparam("family", type_=families.c.id.type)
_hers = select(conversations.c.id).where(conversations.c.family_id == _family)
_helped = select(handoffs.c.id).where(handoffs.c.family_id == _family)
_SPOKE = _hers.where(conversations.c.session_sealed.is_not(None))
_LOCK = _hers.with_for_update()  # PostgreSQL: her turns and her mail wait
_KEY = (
    update(families)
    .where(families.c.id == _family, families.c.wrapped_key.is_not(None))
    .where(families.c.held_at.is_(None))
    .values(
        wrapped_key=None,
        erased_at=bindparam("at"),
        warned_at=None,
        copy_hash=None,
        copy_until=None,
    )
)
_CONVERSATION = (
    update(conversations)
    .where(conversations.c.family_id == _family)
    .values(
        session_sealed=None,
        turn=0,
        state=word("erased"),
        script="",
        step="",
        last_in_at=None,
        reply_address_id=None,
        reminders=word("off"),
        day_before=word("evening"),
        cleared_at=None,
    )
)
_INBOX = (
    update(inbox)
    .where(inbox.c.conversation_id.in_(_hers))
    .values(body_sealed=b"", address_id=None, kind="", state=word("done"), error=None)
)
_TALKS = (
    update(appointments)
    .where(
        appointments.c.family_id == _family,
        appointments.c.state.in_([word("planned"), word("confirmed")]),
        appointments.c.starts_at > bindparam("at"),
    )
    .values(state=word("cancelled"), sequence=appointments.c.sequence + 1)
    .returning(appointments.c.starts_at)
)
_ALONE = (  # nobody took up the handoff that we made because she fell silent
    update(handoffs)
    .where(
        handoffs.c.family_id == _family,
        handoffs.c.state == word("new"),
        handoffs.c.reason == word("unfinished"),
    )
    .values(state=word("closed"))
)
_HANDOFFS = (
    update(handoffs)
    .where(handoffs.c.family_id == _family)
    .values(reason=word(ERASED), district="", promised_by=None)
)
_plans = select(childcare_plans.c.id).where(childcare_plans.c.family_id == _family)
_asked = select(requests.c.id).where(requests.c.family_id == _family)
_GIVEN = update(grants).where(grants.c.family_id == _family).values(plan_id=None, request_id=None)
_GONE = [
    delete(one_time_links).where(one_time_links.c.request_id.in_(_asked)),
    delete(request_steps).where(request_steps.c.request_id.in_(_asked)),
    delete(requests).where(requests.c.family_id == _family),
    delete(childcare_steps).where(childcare_steps.c.plan_id.in_(_plans)),
    delete(childcare_plans).where(childcare_plans.c.family_id == _family),
    delete(answers).where(answers.c.family_id == _family),
    delete(attachments).where(attachments.c.family_id == _family),
    delete(alerts).where(alerts.c.family_id == _family),  # they name the kind of danger
    delete(outbox_rows).where(outbox_rows.c.conversation_id.in_(_hers)),
    delete(reminders).where(reminders.c.conversation_id.in_(_hers)),
    delete(addresses).where(addresses.c.conversation_id.in_(_hers)),
    delete(tasks).where(tasks.c.handoff_id.in_(_helped)),
    delete(slots).where(slots.c.handoff_id.in_(_helped)),
    delete(look_ins).where(look_ins.c.family_id == _family),  # that they looked in stays in reads
]
_GONE += [delete(one).where(one.c.handoff_id.in_(_helped)) for one in (acts, covers, promises)]
_GONE += [delete(staff_texts).where(staff_texts.c.family_id == _family)]
_EMPTIED = [_CONVERSATION, _INBOX, _ALONE, _HANDOFFS, _GIVEN]
_OPEN = select(handoffs.c.id).where(
    handoffs.c.family_id == _family, handoffs.c.state != word("closed")
)
_ADDRESS: Select[*tuple[Any, ...]] = (
    select(
        addresses.c.channel,
        addresses.c.hash,
        addresses.c.value_sealed,
        conversations.c.family_id,
        families.c.wrapped_key,
    )
    .select_from(addresses.join(conversations).join(families))
    .where(addresses.c.id == bindparam("address"))
)
_SEEN = (
    update(handoffs)
    .where(handoffs.c.id == bindparam("handoff"), handoffs.c.reason == word(ERASED))
    .values(state=word("closed"))
)
_NEWEST = select(func.max(families.c.erased_at))
_ALL_GONE = (
    select(families.c.id)
    .where(families.c.erased_at.is_not(None))
    .order_by(families.c.erased_at, families.c.id)
)
_IS_GONE = select(families.c.erased_at).where(families.c.id == _family)


def alone(handoff: Handoff) -> bool:
    """Whether only we wanted this handoff, because she fell silent, and nobody took it up."""
    return handoff.state == "new" and handoff.reason == "unfinished"


async def erase(tx: Tx, family_id: str, at: float, *, task: str = ERASED) -> bool:
    """Erase this family. False when it was erased before, or is held by law.

    Afterwards nothing of it can be opened. Open handoffs stay, empty but for one task of this
    kind, until their people saw it.
    """
    values = {"family": family_id}
    await tx.execute(_LOCK, values)
    if not (await tx.execute(_KEY, values | {"at": at})).rowcount:
        return False
    await _count(tx, family_id, at, task)
    await _overwriting(tx, "ON")  # pages that come free too: in every turn that would be dear
    for statement in (*_EMPTIED, *_GONE):
        await tx.execute(statement, values)
    for talk in await tx.all(_TALKS, values | {"at": at}):
        await tallies.count_for(tx, family_id, codes.TALK_CANCELLED, talk.starts_at)
    await tx.add(tasks, [_task(row.id, task, at) for row in await tx.all(_OPEN, values)])
    await _overwriting(tx, "FAST")
    tx.vault.forget(family_id)
    return True


async def _count(tx: Tx, family_id: str, at: float, task: str) -> None:
    """For the council: somebody who told us something is gone, and waits for nothing any more."""
    if await tx.all(_SPOKE, {"family": family_id}):
        what = codes.ERASED if task == ERASED else codes.EXPIRED
        await tallies.count_for(tx, family_id, what, at)
    await childcare.waits_no_more(tx, family_id, at)


def _task(handoff_id: str, kind: str, at: float) -> dict[str, Any]:
    return {"key": f"{kind}:{handoff_id}", "handoff_id": handoff_id, "kind": kind, "created_at": at}


async def _overwriting(tx: Tx, how: str) -> None:
    """How SQLite treats what is deleted: FAST is how `storage.direct` opens it."""
    if tx.dialect == "sqlite":
        await tx.conn.exec_driver_sql(f"PRAGMA secure_delete={how}")


async def seen(tx: Tx, handoff_id: str) -> None:
    """Her people know that she is gone: the empty handoff is closed."""
    await tx.execute(_SEEN, {"handoff": handoff_id})


async def is_gone(tx: Tx, family_id: str) -> bool:
    """Whether this family was erased."""
    row = (await tx.execute(_IS_GONE, {"family": family_id})).first()
    return row is not None and row.erased_at is not None


async def newest(tx: Tx) -> float:
    """When a family was erased last, in UTC seconds; 0 for never."""
    return float((await tx.execute(_NEWEST)).scalar() or 0.0)


async def all_gone(tx: Tx) -> list[str]:
    """Every family that was erased, the first first."""
    return [str(row.id) for row in await tx.all(_ALL_GONE)]


async def once_more(tx: Tx, family_id: str, at: float) -> bool:
    """After a restore: who was erased is erased again, also if the old copy still held it."""
    await holds.lift(tx, family_id)
    return await erase(tx, family_id, at, task=EXPIRED)


async def part(tx: Tx, partings: Sequence[Parting], at: float) -> None:
    """Erase these families and put the last sentence to each in the outbox.

    That sentence needs an address, and so belongs to a family of its own that knows nothing else;
    if she writes again she is that newcomer, and if not it is erased within a day.
    """
    for one in partings:
        address = await _address(tx, one.address_id)
        if not await erase(tx, one.family_id, at) or one.last is None or address is None:
            continue
        fresh = await _newcomer(tx, address, one.municipality, at)
        draft = replace(
            one.last,
            conversation_id=fresh.conversation_id,
            family_id=fresh.family_id,
            address_id=fresh.address_id,
        )
        await outbox.put(tx, [draft])


async def _address(tx: Tx, address_id: int | None) -> tuple[str, str] | None:
    """The channel and the address itself, while it can still be read."""
    row = (await tx.execute(_ADDRESS, {"address": address_id})).first() if address_id else None
    if row is None:
        return None
    try:
        tx.vault.learn(row.family_id, row.wrapped_key)
    except VaultError:
        return None
    value = tx.vault.open(row.family_id, contacts.place(row.hash), row.value_sealed)
    return row.channel, value.decode()


async def _newcomer(tx: Tx, who: tuple[str, str], municipality: str, at: float) -> Contact:
    found = await contacts.ensure(tx, [who], municipality, at)
    return found[who]
