"""Places out of a budget: how many are left, what was given to a family, and what is wrong with it.

A person gives, moves and ends a place; nothing of it happens by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.service.arranging import admission
from bot.service.house import House
from bot.service.programmes import counted
from casework import budget, childcare_place
from casework.budget import Grant, Refusal, Room, Standing
from casework.childcare import Caution, Plan
from casework.programmes import Programme
from storage import grants
from storage.childcare import Plan as Row
from storage.grants import Given, NewGrant
from storage.tx import Tx

ALERTS = ("nearly_full", "programme_full")  # nearly full, full


@dataclass(frozen=True, slots=True)
class Counter:
    """How a programme stands in the month that this place would begin."""

    programme: Programme
    standing: Standing
    sum: str  # "15 × € 1.200 × 12 = € 216.000"
    like: Grant | None  # a place as this family would need one; None without a known price
    room: Room | None  # how many of those still fit


def of_way(house: House, way_id: str) -> Programme | None:
    """The programme whose places this way to pay takes; None where it takes none."""
    way = next((one for one in house.municipality.funding if one.id == way_id), None)
    return house.municipality.offers(way.programme) if way else None


async def counter(tx: Tx, house: House, row: Row, plan: Plan, cents: int) -> Counter | None:
    """How the places of her way to pay stand; `cents`: a month of her provider, 0 not known."""
    programme = of_way(house, row.way)
    if programme is None:
        return None
    day = plan.first_day or house.today()
    first = (day.year, day.month)
    stand = await counted.standing(tx, house, programme, first)
    price = cents or (programme.amount.cents if programme.amount else 0)
    like = Grant(first, programme.months or 1, price) if price else None
    room = await _room(tx, house, programme, like) if like else None
    return Counter(programme, stand, budget.whole(programme), like, room)


async def _room(tx: Tx, house: House, programme: Programme, like: Grant) -> Room:
    known = await grants.of_programme(tx, house.municipality.id, programme.id)
    return budget.room(programme, [one.what for one in known], like)


async def give(
    tx: Tx, house: House, row: Row, programme: Programme, what: Grant, person: str, once: str
) -> Refusal | None:
    """Give this place; why not, if it does not fit. Who gives the last ones warns everybody."""
    if (wrong := await admission.refused(tx, programme, row.family_id)) is not None:
        return wrong
    town, at = house.municipality.id, house.clock.now().timestamp()
    new = NewGrant(f"grant:{once}"[:120], town, row.family_id, row.id, what, person)
    if (wrong := await grants.give(tx, new, programme, at)) is None:
        await _warn(tx, house, programme, what)
    return wrong


async def move(tx: Tx, house: House, plan: Plan, place: Given) -> Refusal | None:
    """The place begins in the month of the first day; why not, if it does not fit there."""
    first, programme = (
        childcare_place.moves_to(place.what, plan),
        house.municipality.offers(place.programme),
    )
    if first is None or programme is None:
        return None
    wrong = await grants.move(tx, place.id, first, programme, house.municipality.id)
    if wrong is None:
        await _warn(tx, house, programme, Grant(first, place.what.months, place.what.cents))
    return wrong


async def _warn(tx: Tx, house: House, programme: Programme, what: Grant) -> None:
    """Everybody on the desk sees once that places like this, or the money for them, run out."""
    room = await _room(tx, house, programme, what)
    about = f"{room.month[0]}-{room.month[1]:02}" if room.month else f"{room.year}"
    await counted.warn(tx, house, programme, room, ALERTS, f"{programme.id}:{about}")


async def cautions(
    tx: Tx, house: House, row: Row, plan: Plan, given: Sequence[Given]
) -> list[Caution]:
    """What must not be overlooked about the places of this arrangement."""
    chosen, found = of_way(house, row.way), list[Caution]()
    for one in given:
        programme = house.municipality.offers(one.programme)
        hers = await admission.refused(tx, programme, row.family_id) is None
        same = chosen is not None and chosen.id == one.programme
        found += childcare_place.cautions(one.what, plan, house.today(), chosen=same, hers=hers)
    return found


def labels(house: House) -> Mapping[str, str]:
    """What each programme is called here."""
    return {one.id: one.label for one in house.municipality.programmes}
