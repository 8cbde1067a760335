"""What is counted for the council: once, on its day, put right where it was wrong, of nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casework.budget import Grant
from casework.tallies import Tally
from storage import appointments, childcare, erasure, grants, handoffs, requests, tallies
from storage.appointments import Booking
from storage.database import Database
from storage.grants import NewGrant
from storage.requests import PARENT, NewRequest
from storage.schema_tallies import tallies as table
from storage.tx import Tx
from tests.casework.test_budget import JANUARY, P03
from tests.storage.families import TOWN, handoff, meet

DAY = 24 * 3600.0
FIRST = date(1970, 1, 1)


async def counted(tx: Tx, last: date = date(2030, 1, 1)) -> dict[str, int]:
    """Everything, by code; what came to nothing is left out."""
    found: dict[str, int] = {}
    for row in await tallies.until(tx, TOWN, last):
        found[row.what] = found.get(row.what, 0) + row.number
    return {what: number for what, number in found.items() if number}


def talk(family_id: str, key: str, starts: float) -> Booking:
    return Booking(
        f"u{key}", key, family_id, "h1", "sanne", "1970-01-05T10:00", "Europe/Amsterdam", starts,
        45, "office",
    )  # fmt: skip


async def test_a_talk_is_counted_on_its_own_day_and_put_right_there(database: Database) -> None:
    async with database.writing() as tx:
        (one,) = await meet(tx, "x")
        assert await handoffs.create(tx, handoff(one))
        assert not await handoffs.create(tx, handoff(one))
        booked = await appointments.book(tx, talk(one.family_id, "a", 3 * DAY), 1.0)
        await appointments.book(tx, talk(one.family_id, "a", 3 * DAY), 1.0)
        moved = await appointments.move(tx, booked.id, talk(one.family_id, "b", 5 * DAY), 2.0)
        assert moved
        assert await appointments.held(tx, booked.id)
        assert not await appointments.held(tx, booked.id)
        assert await appointments.correct(tx, booked.id, was="held")
        assert await counted(tx) == {
            "handed_over": 1, "intake": 1, "talk_planned": 1, "talk_missed": 1
        }  # fmt: skip
        on = {row.day.day for row in await tallies.until(tx, TOWN, date(2030, 1, 1)) if row.number}
        assert on == {1, 6}  # none is left on the fourth
        assert "talk_planned" not in await counted(tx, date(1970, 1, 5))


async def test_a_family_that_is_erased_stays_counted(database: Database) -> None:
    async with database.writing() as tx:
        (one,) = await meet(tx, "x")
        await handoffs.create(tx, handoff(one))
        await appointments.book(tx, talk(one.family_id, "a", 9 * DAY), 1.0)
        await childcare.add(tx, childcare.NewPlan("c", one.family_id, "h1", "1970-01-01"), 1.0)
        before = await counted(tx)
        assert await erasure.erase(tx, one.family_id, DAY)
        after = await counted(tx)
    assert before["childcare_waiting"] == 1
    gone = {"childcare_waiting": 1}
    assert after == {k: v for k, v in before.items() if k not in gone} | {"talk_cancelled": 1}


async def test_who_waits_for_a_place_is_counted_until_she_has_one(database: Database) -> None:
    async with database.writing() as tx:
        (one,) = await meet(tx, "x")
        await handoffs.create(tx, handoff(one))
        own = one.family_id
        plan = await childcare.add(tx, childcare.NewPlan("c", own, "h1", "1970-01-01"), 1.0)
        await childcare.add(tx, childcare.NewPlan("c", own, "h1", "1970-01-01"), 1.0)
        await childcare.waits_no_more(tx, own, 2.0)
        await childcare.waits_no_more(tx, own, 2.0)
        assert "childcare_waiting" not in await counted(tx)
        await childcare.waits_again(tx, own, ["E"], 3.0)
        assert (await counted(tx))["childcare_waiting"] == 1
        new = NewGrant("g", TOWN, own, plan.id, Grant(JANUARY, 12, 120_000), "sanne")
        for _ in range(2):
            assert await grants.give(tx, new, P03, 4.0) is None
        await childcare.waits_again(tx, own, ["E"], 5.0)  # she has a place
        kept = {k: v for k, v in (await counted(tx)).items() if "/" in k or "child" in k}
        assert kept == {"childcare_asked": 1, f"given/{P03.id}": 1}
        (place,) = await grants.of_plan(tx, plan.id)
        assert await grants.shorten(tx, place.id, 6, 6.0)
        assert await grants.shorten(tx, place.id, 3, 7.0)
        assert (await counted(tx))[f"ended/{P03.id}"] == 1
        assert await grants.shorten(tx, place.id, 0, 8.0)  # a mistake: it was never given
        assert not {f"ended/{P03.id}", f"given/{P03.id}"} & set(await counted(tx))


async def test_a_request_is_counted_once_in_each_state(database: Database) -> None:
    async with database.writing() as tx:
        (one,) = await meet(tx, "x")
        new = NewRequest("q", TOWN, "child_package", one.family_id, "asked", PARENT, "sport")
        for _ in range(2):
            await requests.add(tx, new, 1.0)
        for state in ("visit", "sent", "visit", "sent"):
            seen = (await requests.of_family(tx, one.family_id))[0]
            assert await requests.save(tx, replace(seen, state=state), "s", 2.0, was=seen.state)
            assert not await requests.save(tx, replace(seen, state="x"), "s", 2.0, was=seen.state)
        assert await counted(tx) == {
            f"child_package/sport/{state}": 1 for state in ("asked", "visit", "sent")
        }


async def test_what_is_rolled_back_was_never_counted(database: Database) -> None:
    async def fails() -> None:
        async with database.writing() as tx:
            await tallies.count(tx, TOWN, "x", 1.0)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fails()
    async with database.reading() as tx:
        assert await tallies.until(tx, TOWN, FIRST) == []


async def test_a_day_that_is_over_becomes_one_row_of_each_kind(database: Database) -> None:
    async with database.writing() as tx:
        for at, number in ((1.0, 1), (2.0, 1), (3.0, -1), (DAY, 1), (DAY, 1)):
            await tallies.count(tx, TOWN, "x", at, number)
        await tallies.count(tx, "huizen", "x", 1.0)
        before = await tallies.until(tx, TOWN, date(2030, 1, 1))
        assert await tallies.fold(tx, date(1970, 1, 2)) == 2
        assert await tallies.fold(tx, date(1970, 1, 2)) == 0
        assert await tallies.until(tx, TOWN, date(2030, 1, 1)) == before
        assert before == [Tally(FIRST, "x", 1), Tally(date(1970, 1, 2), "x", 2)]
        assert len(await tx.all(table.select())) == 4
