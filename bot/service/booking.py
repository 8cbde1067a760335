"""A talk: taken, confirmed or cancelled by her, with the reminders that go with it."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from bot.service import handoffs, wording
from bot.service.lookups import slot_key
from bot.service.plans import planned
from bot.service.staff.keeping import keep
from bot.service.work import Work
from casework import plans
from casework.appointments import STANDING
from casework.effects import DayPart
from storage import appointments, promises, slots, tasks
from storage.appointments import Appointment, Booking
from storage.reminders import Cancel
from storage.tx import Tx


async def book(work: Work, slot_id: int) -> None:
    """She takes this time; a talk of the same handoff that is still to come moves to it.

    Then calendars move it too, hers and her people's: it keeps its name and its version rises.
    Nothing happens when the time is gone: the script looks first. Raises appointments.Taken
    when another worker was faster; the turn is then taken again.
    """
    tx = await work.direct()
    if (slot := await slots.choose(tx, slot_id)) is None:
        return
    standing = [
        other
        for other in await appointments.of_handoff(tx, slot.handoff_id)
        if other.state in STANDING and other.key != slot_key(slot_id)
    ]
    for other in standing[:-1]:
        await _drop(work, other)
    booking = Booking(
        uid=f"{secrets.token_hex(12)}@stapje",
        key=slot_key(slot_id),
        family_id=work.conversation.family_id,
        handoff_id=slot.handoff_id,
        person=slot.person,
        wall=slot.wall,
        zone=slot.zone,
        starts_at=slot.starts_at,
        minutes=slot.minutes,
        place_kind=slot.place_kind,
    )
    plan(work, await _moved_or_booked(work, tx, standing, booking))
    await _settle_tasks(work, tx, slot.handoff_id)
    family, at = work.conversation.family_id, work.at.timestamp()
    await keep(tx, work.house, family, slot.person, promises.TALK, at)
    await handoffs.tell_team(
        tx, work.house, slot.handoff_id, wording.NEWS, f"team:news:{work.key()}", work.at
    )


async def _moved_or_booked(
    work: Work, tx: Tx, standing: list[Appointment], booking: Booking
) -> Appointment:
    at = work.at.timestamp()
    last = standing[-1] if standing else None
    if last is not None and last.starts_at > at:
        work.writes.cancel(Cancel(work.conversation.id, topic=topic(last.id)))
        moved = await appointments.move(tx, last.id, booking, at)
        if moved is not None:
            return moved
    elif last is not None:
        await _drop(work, last)
    return await appointments.book(tx, booking, at)


TIME_WANTED = frozenset({"missed", "cancelled", "other_time"})  # tasks that a new time settles


async def _settle_tasks(work: Work, tx: Tx, handoff_id: str) -> None:
    """She has a time now: what asked the tandem for one is done."""
    for task in await tasks.waiting(tx, [handoff_id]):
        if task.kind in TIME_WANTED:
            await tasks.done(tx, task.id, BY_HER, work.at.timestamp())


BY_HER = "parent"


async def confirm(work: Work, appointment_id: int) -> None:
    """She comes."""
    if await _hers(work, appointment_id):
        await appointments.confirm(await work.direct(), appointment_id)


async def cancel(work: Work, appointment_id: int) -> bool:
    """She cannot come. False when there was nothing left to cancel."""
    found = await _hers(work, appointment_id)
    if found is None or found.state not in STANDING:
        return False
    await _drop(work, found)
    return True


async def replan(work: Work) -> None:
    """She hears at another time of the day: move what is planned."""
    for found in await appointments.of_family(work.tx, work.conversation.family_id):
        if found.state in STANDING and found.starts_at > work.at.timestamp():
            plan(work, found)


def plan(work: Work, talk: Appointment) -> None:
    """The reminders of this talk, in the part of the day she likes."""
    rows = plans.plan_appointment(
        datetime.fromtimestamp(talk.starts_at, UTC),
        datetime.fromtimestamp(talk.created_at, UTC),
        DayPart(work.conversation.day_before),
        work.house.calendar,
        topic=topic(talk.id),
        sequence=talk.sequence,
    )
    for row in rows:
        work.writes.plan(planned(work.conversation.id, row, {"appointment": str(talk.id)}))


def topic(appointment_id: int) -> str:
    """What reminders and frames of one talk have in common."""
    return f"appointment:{appointment_id}"


async def _drop(work: Work, talk: Appointment) -> None:
    await appointments.cancel(await work.direct(), talk.id)
    work.writes.cancel(Cancel(work.conversation.id, topic=topic(talk.id)))


async def _hers(work: Work, appointment_id: int) -> Appointment | None:
    found = await appointments.get(work.tx, appointment_id)
    return found if found and found.family_id == work.conversation.family_id else None
