"""Handoffs, offered times and appointments: one claims, one books, nobody is counted twice."""

from __future__ import annotations

import asyncio

import pytest

from storage import appointments, handoffs, slots
from storage.appointments import Booking, Taken
from storage.database import Database
from storage.slots import Offer
from tests.storage.families import TOWN, handoff, meet
from tests.storage.peek import close

HOUR = 3_600.0


def _offer(start: float, person: str = "sanne", minutes: int = 45) -> Offer:
    return Offer(person, "2026-06-09T10:00", "Europe/Amsterdam", start, minutes, "office")


def _booking(family: str, key: str, start: float, **more: object) -> Booking:
    values: dict[str, object] = {"handoff_id": "h1", "person": "sanne", "minutes": 45}
    values |= {"wall": "2026-06-09T10:00", "zone": "Europe/Amsterdam", "place_kind": "office"}
    return Booking(
        uid=f"{key}@stapje",
        key=key,
        family_id=family,
        starts_at=start,
        **(values | more),  # type: ignore[arg-type]  # the tests name real fields
    )


async def _family(database: Database) -> str:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await handoffs.create(tx, handoff(parent))
    return parent.family_id


async def test_a_handoff_comes_back_whole_and_is_made_once(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        wanted = handoff(parent, promised_by=9.0)
        assert await handoffs.create(tx, wanted)
        assert not await handoffs.create(tx, handoff(parent, reason="call"))
        assert await handoffs.get(tx, "h1") == wanted
        assert await handoffs.get(tx, "h2") is None
        assert await handoffs.of_family(tx, parent.family_id) == [wanted]


async def test_one_of_two_claims_a_handoff(database: Database) -> None:
    await _family(database)

    async def claim(person: str) -> bool:
        async with database.writing() as tx:
            won = await handoffs.claim(tx, "h1", person, 5.0)
            await asyncio.sleep(0)
            return won

    won = await asyncio.gather(claim("sanne"), claim("mo"), claim("sanne"))
    assert sum(won) == 1
    async with database.reading() as tx:
        claimed = await handoffs.get(tx, "h1")
    assert claimed is not None
    assert (claimed.state, claimed.claimed_at) == ("claimed", 5.0)
    assert claimed.claimed_by == ("sanne", "mo", "sanne")[won.index(True)]


async def test_lists_and_load(database: Database) -> None:
    async with database.writing() as tx:
        one, two, three = await meet(tx, "a", "b", "c")
        await handoffs.create(tx, handoff(one, "h1"))
        await handoffs.create(tx, handoff(two, "h2", consultant="ilse", created_at=2.0))
        await handoffs.create(tx, handoff(three, "h3", municipality="elders"))
        await handoffs.claim(tx, "h1", "mo", 3.0)
        assert await handoffs.load(tx, TOWN) == {"sanne": 2, "mo": 1, "ilse": 1}
        await close(tx, "h1")
        assert not await handoffs.claim(tx, "h1", "mo", 4.0)
        assert await handoffs.load(tx, TOWN) == {"sanne": 1, "ilse": 1}


async def test_promises_and_checks_are_noted(database: Database) -> None:
    family = await _family(database)
    async with database.writing() as tx:
        await handoffs.promise(tx, "h1", 99.0)
        await handoffs.checked(tx, family)
        found = await handoffs.get(tx, "h1")
    assert found is not None
    assert (found.promised_by, found.checked_by_parent) == (99.0, True)


async def test_she_chooses_one_of_three_times(database: Database) -> None:
    await _family(database)
    async with database.writing() as tx:
        offered = await slots.add(tx, "h1", [_offer(2 * HOUR), _offer(HOUR), _offer(3 * HOUR)], 1.0)
        assert [slot.starts_at for slot in offered] == [HOUR, 2 * HOUR, 3 * HOUR]
        assert await slots.open_slots(tx, "h1") == offered
        assert await slots.open_slots(tx, "h1", after=HOUR) == offered[1:]
        chosen = await slots.choose(tx, offered[1].id)
        assert chosen is not None
        assert (chosen.id, chosen.state) == (offered[1].id, "chosen")
        assert await slots.choose(tx, offered[1].id) is None
        assert await slots.open_slots(tx, "h1") == [s for s in offered if s != offered[1]]


async def test_a_new_offer_replaces_the_open_one(database: Database) -> None:
    await _family(database)
    async with database.writing() as tx:
        (old,) = await slots.add(tx, "h1", [_offer(HOUR)], 1.0)
        (new,) = await slots.add(tx, "h1", [_offer(5 * HOUR)], 2.0)
        assert (old.round, new.round) == (1, 2)
        assert await slots.open_slots(tx, "h1") == [new]
        assert not await slots.is_free(tx, old.id)
        withdrawn = await slots.get(tx, old.id)
        assert withdrawn is not None
        assert withdrawn.state == "withdrawn"


async def test_a_slot_is_free_until_somebody_books_into_it(database: Database) -> None:
    family = await _family(database)
    async with database.writing() as tx:
        (slot,) = await slots.add(tx, "h1", [_offer(HOUR)], 1.0)
        await appointments.book(tx, _booking(family, "mo", HOUR, person="mo"), 1.0)
        assert await slots.is_free(tx, slot.id)
        booked = await appointments.book(tx, _booking(family, "x", HOUR + 44 * 60), 1.0)
        assert not await slots.is_free(tx, slot.id)
        assert await slots.open_slots(tx, "h1") == []
        await appointments.cancel(tx, booked.id)
        assert await slots.is_free(tx, slot.id)


async def test_a_moment_is_booked_once(database: Database) -> None:
    family = await _family(database)

    async def book(key: str, start: float) -> bool:
        try:
            async with database.writing() as tx:
                await appointments.book(tx, _booking(family, key, start), 1.0)
                await asyncio.sleep(0)
        except Taken:
            return False
        return True

    # the same moment, and one that overlaps
    won = await asyncio.gather(book("1", HOUR), book("2", HOUR), book("3", HOUR + 60))
    assert sum(won) == 1
    assert await book("4", HOUR + 46 * 60)
    async with database.reading() as tx:
        assert len(await appointments.of_person(tx, "sanne")) == 2
        assert len(await appointments.of_person(tx, "sanne", since=HOUR + 120)) == 1


async def test_booking_again_with_the_same_key_is_void(database: Database) -> None:
    family = await _family(database)
    async with database.writing() as tx:
        first = await appointments.book(tx, _booking(family, "k", HOUR), 1.0)
        assert await appointments.book(tx, _booking(family, "k", HOUR), 2.0) == first
    assert (first.state, first.sequence, first.created_at) == ("planned", 0, 1.0)


async def test_the_life_of_an_appointment(database: Database) -> None:
    family = await _family(database)
    async with database.writing() as tx:
        first = await appointments.book(tx, _booking(family, "1", HOUR), 1.0)
        other = await appointments.book(tx, _booking(family, "2", 9 * HOUR), 1.0)
        assert await appointments.confirm(tx, first.id)
        assert await appointments.missed(tx, first.id)
        assert not await appointments.held(tx, first.id)  # it is over …
        assert not await appointments.correct(tx, first.id, was="held")
        assert await appointments.correct(tx, first.id, was="missed")  # … or noted wrongly
        assert not await appointments.correct(tx, first.id, was="missed")
        assert await appointments.cancel(tx, other.id)
        assert not await appointments.confirm(tx, other.id)
        states = [(a.id, a.state) for a in await appointments.of_family(tx, family)]
        assert sorted(states) == [(first.id, "held"), (other.id, "cancelled")]
        assert len(await appointments.of_handoff(tx, "h1")) == 2


async def test_a_talk_that_moves_keeps_its_name_and_gets_a_newer_version(
    database: Database,
) -> None:
    family = await _family(database)
    async with database.writing() as tx:
        first = await appointments.book(tx, _booking(family, "1", HOUR), 1.0)
        await appointments.confirm(tx, first.id)
        half = _booking(family, "2", HOUR + 60)  # overlaps only itself
        moved = await appointments.move(tx, first.id, half, 2.0)
        assert moved is not None
        assert (moved.id, moved.uid, moved.sequence) == (first.id, first.uid, 1)
        assert (moved.state, moved.starts_at, moved.key) == ("planned", HOUR + 60, half.key)
        other = await appointments.book(tx, _booking(family, "3", 9 * HOUR), 2.0)
        with pytest.raises(Taken):
            await appointments.move(tx, other.id, _booking(family, "4", HOUR), 3.0)
        await appointments.cancel(tx, first.id)
        assert await appointments.move(tx, first.id, half, 4.0) is None
