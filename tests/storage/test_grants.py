"""Places given by several people at once, on both databases: never one too many."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.budget import Grant, Refusal, refusal
from storage import childcare, grants, handoffs
from storage.childcare import NewPlan
from storage.database import Database
from storage.grants import NewGrant
from tests.casework.test_budget import JANUARY, P03
from tests.storage.families import TOWN, handoff, meet


async def family(database: Database, arrangements: int = 1) -> str:
    async with database.writing() as tx:
        (one,) = await meet(tx, "x")
        await handoffs.create(tx, handoff(one))
        for number in range(arrangements):
            new = NewPlan(f"c{number}", one.family_id, "h1", "2020-01-01")
            await childcare.add(tx, new, 1.0)
    return one.family_id


def place(
    family_id: str, key: object, cents: int = 1_200_00, months: int = 12, plan: int = 1
) -> NewGrant:
    return NewGrant(str(key), TOWN, family_id, plan, Grant(JANUARY, months, cents), "sanne")


async def test_two_workers_at_once_never_give_one_too_many(database: Database) -> None:
    hers = await family(database, arrangements=8)
    few = replace(P03, quota=3)

    async def worker(number: int) -> Refusal | None:
        async with database.writing() as tx:
            found = await grants.give(tx, place(hers, number, plan=number + 1), few, 1.0)
            await asyncio.sleep(0)
            return found

    came = await asyncio.gather(*map(worker, range(8)))
    assert sorted(map(str, came)) == ["None"] * 3 + ["full"] * 5
    async with database.reading() as tx:
        assert len(await grants.of_programme(tx, TOWN, P03.id)) == 3


async def test_two_workers_at_once_give_one_place_for_one_arrangement(database: Database) -> None:
    hers = await family(database)

    async def second() -> Refusal | None:
        async with database.writing() as tx:
            other = replace(P03, id="other_places")
            return await grants.give(tx, place(hers, "b"), other, 1.0)

    async with database.writing() as tx:
        assert await grants.give(tx, place(hers, "a"), P03, 1.0) is None
        late = asyncio.create_task(second())
        await asyncio.wait({late}, timeout=0.2)  # it comes as far as it can
    assert await late is Refusal.PLACED
    async with database.writing() as tx:
        (kept,) = await grants.of_plan(tx, 1)
        assert await grants.shorten(tx, kept.id, 0, 2.0)  # it was never given: there is room again
        assert await grants.give(tx, place(hers, "after"), P03, 2.0) is None


async def test_a_place_that_moves_is_counted_where_it_goes(database: Database) -> None:
    hers = await family(database, arrangements=2)
    two = replace(P03, quota=1)
    async with database.writing() as tx:
        for plan in (1, 2):
            new = place(hers, plan, months=2, plan=plan)
            await grants.give(
                tx, replace(new, what=replace(new.what, first=(2020, plan * 2))), two, 1.0
            )
        first, second = await grants.of_programme(tx, TOWN, P03.id)
        assert await grants.move(tx, second.id, (2020, 3), two, TOWN) is Refusal.FULL
        assert await grants.move(tx, second.id, (2020, 5), two, TOWN) is None  # beside itself
        assert await grants.move(tx, second.id, (2021, 12), two, TOWN) is Refusal.NO_BUDGET
        assert await grants.move(tx, first.id, (2020, 3), two, TOWN) is None
        kept = [one.what.first for one in await grants.of_programme(tx, TOWN, P03.id)]
        assert kept == [(2020, 3), (2020, 5)]
        await grants.shorten(tx, first.id, 0, 2.0)
        with pytest.raises(grants.Unspendable):
            await grants.move(tx, first.id, (2020, 8), two, TOWN)


async def test_the_same_form_twice_gives_one_place(database: Database) -> None:
    hers = await family(database)
    async with database.writing() as tx:
        assert await grants.give(tx, place(hers, "a"), P03, 1.0) is None
        assert await grants.give(tx, place(hers, "a"), P03, 1.0) is None
        given_ = await grants.of_plan(tx, 1)
        assert [one.what.total for one in given_] == [14_400_00]
        assert await grants.shorten(tx, given_[0].id, 3, 2.0)
        assert not await grants.shorten(tx, given_[0].id, 3, 2.0)
        assert (await grants.of_plan(tx, 1))[0].what.total == 3_600_00


@pytest.mark.parametrize("kind", ["sqlite_url", "postgres_url"])
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    wanted=st.lists(
        st.tuples(st.integers(1, 40_000_00), st.integers(1, 12), st.integers(1, 12)),
        min_size=2,
        max_size=6,
    ),
    quota=st.integers(1, 4),
)
def test_whatever_order_workers_come_in_the_count_is_kept(
    kind: str, request: pytest.FixtureRequest, wanted: list[tuple[int, int, int]], quota: int
) -> None:
    """What was given, and moved since, fits when it is counted anew, one after the other."""
    url = request.getfixturevalue(kind)
    asyncio.run(_race(url, request.getfixturevalue("vault"), wanted, replace(P03, quota=quota)))


async def _race(url, vault, wanted, programme) -> None:  # type: ignore[no-untyped-def]
    database = await Database.open(url, vault)
    try:
        async with database.writing() as tx:
            town = f"town-{hash((tuple(wanted), programme.quota)) & 0xFFFFFF:x}"
            (one,) = await meet(tx, f"x-{town}")
            await handoffs.create(tx, handoff(one, town))
            plans = [
                await childcare.add(
                    tx, NewPlan(f"{town}:{n}", one.family_id, town, "2020-01-01"), 1.0
                )
                for n in range(len(wanted))
            ]

        async def worker(number: int, cents: int, months: int, to: int) -> Refusal | None:
            plan = plans[number].id
            async with database.writing() as tx:
                new = place(one.family_id, f"{town}:{number}", cents, months, plan)
                found = await grants.give(tx, replace(new, municipality=town), programme, 1.0)
            async with database.writing() as tx:
                for mine in await grants.of_plan(tx, plan):
                    await grants.move(tx, mine.id, (2020, to), programme, town)
            return found

        came = await asyncio.gather(*(worker(n, *row) for n, row in enumerate(wanted)))
        async with database.reading() as tx:
            kept = [g.what for g in await grants.of_programme(tx, town, programme.id)]
    finally:
        await database.close()
    assert len(kept) == sum(found is None for found in came)
    assert all(refusal(programme, kept[:n], new) is None for n, new in enumerate(kept))
