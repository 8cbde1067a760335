"""Which talks colleagues were mailed, beside what is agreed now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import bindparam, delete, select

from casework.invites import Invited
from storage.appointments import Appointment
from storage.schema import appointments
from storage.schema_agenda import invitations
from storage.sql import columns_of
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Ahead:
    """A talk that is still to begin, and what was mailed about it."""

    talk: Appointment
    before: tuple[Invited, ...]


_p, _i = appointments.c, invitations.c
_TALK = columns_of(Appointment, appointments)
_AHEAD = (
    select(*_TALK, _i.person.label("told"), _i.sequence.label("version"), _i.cancelled)
    .select_from(appointments.outerjoin(invitations))
    .where(_p.starts_at > bindparam("now"))
    .order_by(_p.id)
)
_OF_PERSON = (
    select(*_TALK)
    .where(_p.person == bindparam("person"), _p.starts_at >= bindparam("since"))
    .order_by(_p.starts_at, _p.id)
)
_FORGET = delete(invitations).where(
    _i.appointment_id == bindparam("talk"), _i.person == bindparam("who")
)


async def ahead(tx: Tx, now: float) -> list[Ahead]:
    """Every talk that begins later, in every state, by id."""
    found: dict[int, Ahead] = {}
    for row in await tx.all(_AHEAD, {"now": now}):
        talk = Appointment(*row[: len(_TALK)])
        before = found[talk.id].before if talk.id in found else ()
        if row.told is not None:
            before += (Invited(row.told, row.version, cancelled=bool(row.cancelled)),)
        found[talk.id] = Ahead(talk, before)
    return list(found.values())


async def told(tx: Tx, appointment_id: int, mails: Sequence[Invited], at: float) -> None:
    """These are on their way; each takes the place of what that colleague was mailed before."""
    for one in mails:
        await tx.execute(_FORGET, {"talk": appointment_id, "who": one.person})
        await tx.add(invitations, [asdict(one) | {"appointment_id": appointment_id, "at": at}])


async def calendar(tx: Tx, person: str, since: float) -> list[Appointment]:
    """This person's talks from `since` on, cancelled ones too, by time."""
    return [
        Appointment(*row) for row in await tx.all(_OF_PERSON, {"person": person, "since": since})
    ]
