"""Times that the tandem offers for a talk: an offer is up to three slots at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import bindparam, exists, func, insert, select, update

from storage.schema import appointments, slots
from storage.sql import columns_of, word
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Offer:
    """A time to offer. `wall` is local ISO time, `starts_at` the same in UTC seconds."""

    person: str
    wall: str
    zone: str
    starts_at: float
    minutes: int
    place_kind: str  # office, home, phone, video


@dataclass(frozen=True, slots=True)
class Slot:
    """An offered time."""

    id: int
    handoff_id: str
    round: int  # which offer it was part of, from 1
    person: str
    wall: str
    zone: str
    starts_at: float
    minutes: int
    place_kind: str
    state: str  # open, chosen, withdrawn


_s, _p = slots.c, appointments.c
_COLUMNS = columns_of(Slot, slots)
_GET = select(*_COLUMNS).where(_s.id == bindparam("slot"))
_ROUND = select(func.max(_s.round)).where(_s.handoff_id == bindparam("handoff"))
_taken = exists().where(
    _p.person == _s.person,
    _p.state.in_([word("planned"), word("confirmed")]),
    _p.starts_at < _s.starts_at + _s.minutes * 60,
    _s.starts_at < _p.starts_at + _p.minutes * 60,
)
_FREE = (
    select(*_COLUMNS)
    .where(
        _s.handoff_id == bindparam("handoff"),
        _s.state == word("open"),
        _s.starts_at > bindparam("after"),
        ~_taken,
    )
    .order_by(_s.starts_at, _s.id)
)
_OF_PERSON = (
    select(*_COLUMNS)
    .where(
        _s.person == bindparam("person"),
        _s.handoff_id != bindparam("but"),
        _s.state == word("open"),
        _s.starts_at > bindparam("after"),
    )
    .order_by(_s.starts_at, _s.id)
)
_IS_FREE = select(_s.id).where(_s.id == bindparam("slot"), _s.state == word("open"), ~_taken)
_ADD = insert(slots).returning(*_COLUMNS)
_CHOOSE = (
    update(slots)
    .where(_s.id == bindparam("slot"), _s.state == word("open"))
    .values(state="chosen")
    .returning(*_COLUMNS)
)
_WITHDRAW = (
    update(slots)
    .where(_s.handoff_id == bindparam("handoff"), _s.state == word("open"))
    .values(state="withdrawn")
)


async def add(tx: Tx, handoff_id: str, offers: Sequence[Offer], at: float) -> list[Slot]:
    """Offer these times; what was still open of an earlier offer is withdrawn."""
    if not offers:
        return []
    await withdraw(tx, handoff_id)
    last = (await tx.execute(_ROUND, {"handoff": handoff_id})).scalar() or 0
    common: dict[str, Any] = {"handoff_id": handoff_id, "round": last + 1, "created_at": at}
    rows = await tx.all(_ADD, [asdict(offer) | common for offer in offers])
    return sorted((Slot(*row) for row in rows), key=lambda slot: (slot.starts_at, slot.id))


async def get(tx: Tx, slot_id: int) -> Slot | None:
    """The slot with this id, in whatever state."""
    row = (await tx.execute(_GET, {"slot": slot_id})).first()
    return None if row is None else Slot(*row)


async def open_slots(tx: Tx, handoff_id: str, after: float = 0.0) -> list[Slot]:
    """What she can choose from: open, later than `after`, the person not booked meanwhile."""
    return [Slot(*row) for row in await tx.all(_FREE, {"handoff": handoff_id, "after": after})]


async def of_person(tx: Tx, person: str, after: float, *, but: str) -> list[Slot]:
    """What this person offers to other families: open times of every handoff but this one."""
    values = {"person": person, "after": after, "but": but}
    return [Slot(*row) for row in await tx.all(_OF_PERSON, values)]


async def is_free(tx: Tx, slot_id: int) -> bool:
    """Whether this slot can still be chosen."""
    return (await tx.execute(_IS_FREE, {"slot": slot_id})).first() is not None


async def choose(tx: Tx, slot_id: int) -> Slot | None:
    """She takes this time. None: it was not open.

    The other times stay open in reserve: after "andere dag" or a missed talk she can pick one of
    them in two taps.
    """
    row = (await tx.execute(_CHOOSE, {"slot": slot_id})).first()
    return None if row is None else Slot(*row)


async def withdraw(tx: Tx, handoff_id: str) -> None:
    """Take back what is still open of this handoff's offers."""
    await tx.execute(_WITHDRAW, {"handoff": handoff_id})
