"""Appointments: booked once per person and moment, moved, cancelled, missed or held."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import bindparam, select, text, update

from casework.appointments import CORRECTED, STANDING
from casework.tallies import TALK_CANCELLED, TALK_HELD, TALK_MISSED, TALK_PLANNED, TALKS
from storage import tallies
from storage.schema import appointments
from storage.sql import columns_of, word
from storage.tx import Tx


class Taken(Exception):
    """The person has another appointment at that time."""


@dataclass(frozen=True, slots=True)
class Booking:
    """What is agreed. `key` makes a repeat void; `uid` names it in calendars."""

    uid: str
    key: str
    family_id: str
    handoff_id: str
    person: str
    wall: str  # local ISO time as agreed
    zone: str
    starts_at: float  # the same moment in UTC seconds
    minutes: int
    place_kind: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booked talk."""

    id: int
    uid: str
    key: str
    family_id: str
    handoff_id: str
    person: str
    wall: str
    zone: str
    starts_at: float
    minutes: int
    place_kind: str
    state: str  # planned, confirmed, cancelled, missed, held
    sequence: int  # of the .ics: counts moves and cancelling
    created_at: float


_p = appointments.c
_ACTIVE = _p.state.in_([word(state) for state in STANDING])
_SELECT = select(*columns_of(Appointment, appointments)).order_by(_p.starts_at, _p.id)
_GET = _SELECT.where(_p.id == bindparam("appointment"))
_BY_KEY = _SELECT.where(_p.key == bindparam("this"))
_OF_FAMILY = _SELECT.where(_p.family_id == bindparam("family"))
_OF_HANDOFF = _SELECT.where(_p.handoff_id == bindparam("handoff"))
_OF_PERSON = _SELECT.where(
    _p.person == bindparam("person"), _ACTIVE, _p.starts_at >= bindparam("since")
)
_CLASH = select(_p.id).where(
    _p.person == bindparam("person"),
    _p.id != bindparam("but", type_=_p.id.type),
    _ACTIVE,
    _p.starts_at < bindparam("ends", type_=_p.starts_at.type),
    _p.starts_at + _p.minutes * 60 > bindparam("starts", type_=_p.starts_at.type),
)
# One person's calendar is changed by one transaction at a time (SQLite has one writer anyway).
_ALONE = text("SELECT pg_advisory_xact_lock(7302, hashtext(:person))")
_NEW = ("key", "person", "wall", "zone", "starts_at", "minutes", "place_kind", "created_at")
_SET = update(appointments).where(_p.id == bindparam("appointment"), _ACTIVE)
_whose = (_p.family_id, _p.starts_at)
_CONFIRM = _SET.values(state="confirmed")
_CANCEL = _SET.values(state="cancelled", sequence=_p.sequence + 1).returning(*_whose)
_MOVE = _SET.values(
    state="planned", sequence=_p.sequence + 1, **{name: bindparam(f"new_{name}") for name in _NEW}
).returning(*columns_of(Appointment, appointments))
_MISSED = _SET.values(state="missed").returning(*_whose)
_HELD = _SET.values(state="held").returning(*_whose)
_CORRECT = (
    update(appointments)
    .where(_p.id == bindparam("appointment"), _p.state == bindparam("was"))
    .values(state=bindparam("is"))
    .returning(*_whose)
)


async def book(tx: Tx, booking: Booking, at: float) -> Appointment:
    """Book it; a repeat of the same key returns what was booked. Raises Taken."""
    await alone(tx, booking.person)
    known = (await tx.execute(_BY_KEY, {"this": booking.key})).first()
    if known is not None:
        return Appointment(*known)
    await _refuse_clash(tx, booking)
    row = asdict(booking) | {"state": "planned", "created_at": at}
    added = await tx.add_returning(appointments, [row], *columns_of(Appointment, appointments))
    if not added:
        raise Taken
    await tallies.count_for(tx, booking.family_id, TALK_PLANNED, booking.starts_at)
    return Appointment(*added[0])


async def move(tx: Tx, appointment_id: int, booking: Booking, at: float) -> Appointment | None:
    """Another time, place or colleague for the same talk: it keeps its id and its name (`uid`)
    and gets a higher `sequence`. None when it does not stand any more. Raises Taken."""
    await alone(tx, booking.person)
    await _refuse_clash(tx, booking, but=appointment_id)
    before = await get(tx, appointment_id)
    fresh = asdict(booking) | {"created_at": at}
    values = {f"new_{name}": fresh[name] for name in _NEW} | {"appointment": appointment_id}
    row = (await tx.execute(_MOVE, values)).first()
    if row is None or before is None:
        return None
    await tallies.count_for(tx, before.family_id, TALK_PLANNED, before.starts_at, -1)
    await tallies.count_for(tx, before.family_id, TALK_PLANNED, booking.starts_at)
    return Appointment(*row)


async def confirm(tx: Tx, appointment_id: int) -> bool:
    """She comes. False when it is not planned any more."""
    return (await tx.execute(_CONFIRM, {"appointment": appointment_id})).rowcount == 1


async def cancel(tx: Tx, appointment_id: int) -> bool:
    """It does not take place. False when it was over or cancelled already."""
    return await _end(tx, _CANCEL, appointment_id, TALK_CANCELLED)


async def missed(tx: Tx, appointment_id: int) -> bool:
    """She was not there."""
    return await _end(tx, _MISSED, appointment_id, TALK_MISSED)


async def held(tx: Tx, appointment_id: int) -> bool:
    """It took place."""
    return await _end(tx, _HELD, appointment_id, TALK_HELD)


async def correct(tx: Tx, appointment_id: int, *, was: str) -> bool:
    """It was noted wrongly: held becomes missed, or the other way round. False when it is not
    (any more) as it `was`."""
    values = {"appointment": appointment_id, "was": was, "is": CORRECTED[was]}
    row = (await tx.execute(_CORRECT, values)).first()
    if row is not None:
        await tallies.count_for(tx, row.family_id, TALKS[was], row.starts_at, -1)
        await tallies.count_for(tx, row.family_id, TALKS[CORRECTED[was]], row.starts_at)
    return row is not None


async def get(tx: Tx, appointment_id: int) -> Appointment | None:
    """The appointment with this id."""
    row = (await tx.execute(_GET, {"appointment": appointment_id})).first()
    return None if row is None else Appointment(*row)


async def of_family(tx: Tx, family_id: str) -> list[Appointment]:
    """The family's appointments in every state, by time."""
    return await _many(tx, _OF_FAMILY, {"family": family_id})


async def of_handoff(tx: Tx, handoff_id: str) -> list[Appointment]:
    """The appointments of one handoff in every state, by time."""
    return await _many(tx, _OF_HANDOFF, {"handoff": handoff_id})


async def of_person(tx: Tx, person: str, since: float = 0.0) -> list[Appointment]:
    """What this person has planned from `since` on, by time."""
    return await _many(tx, _OF_PERSON, {"person": person, "since": since})


async def alone(tx: Tx, person: str) -> None:
    """Let nobody else change this person's calendar until the transaction ends."""
    if tx.dialect == "postgresql":
        await tx.execute(_ALONE, {"person": person})


async def _refuse_clash(tx: Tx, booking: Booking, but: int = 0) -> None:
    values: dict[str, Any] = {"person": booking.person, "but": but}
    values |= {"starts": booking.starts_at, "ends": booking.starts_at + booking.minutes * 60}
    if (await tx.execute(_CLASH, values)).first() is not None:
        raise Taken


async def _end(tx: Tx, statement: Any, appointment_id: int, what: str) -> bool:
    """It ends like this, and is counted on its own day."""
    row = (await tx.execute(statement, {"appointment": appointment_id})).first()
    if row is not None:
        await tallies.count_for(tx, row.family_id, what, row.starts_at)
    return row is not None


async def _many(tx: Tx, statement: Any, values: dict[str, Any]) -> list[Appointment]:
    return [Appointment(*row) for row in await tx.all(statement, values)]
