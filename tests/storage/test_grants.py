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


async def family(database: Database) -> str:
    async with database.writing() as tx:
        (one,) = await meet(tx, "x")
        await handoffs.create(tx, handoff(one))
        await childcare.add(tx, NewPlan("c", one.family_id, "h1", "2020-01-01"), 1.0)
    return one.family_id


def place(family_id: str, key: object, cents: int = 1_200_00, months: int = 12) -> NewGrant:
    return NewGrant(str(key), TOWN, family_id, 1, Grant(JANUARY, months, cents), "sanne")


async def test_two_workers_at_once_never_give_one_too_many(database: Database) -> None:
    hers = await family(database)
    few = replace(P03, quota=3)

    async def worker(number: int) -> Refusal | None:
        async with database.writing() as tx:
            found = await grants.give(tx, place(hers, number), few, 1.0)
            await asyncio.sleep(0)
            return found

    came = await asyncio.gather(*map(worker, range(8)))
    assert sorted(map(str, came)) == ["None"] * 3 + ["full"] * 5
    async with database.reading() as tx:
        assert len(await grants.of_programme(tx, TOWN, P03.id)) == 3


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
        st.tuples(st.integers(1, 40_000_00), st.integers(1, 12)), min_size=2, max_size=6
    ),
    quota=st.integers(1, 4),
)
def test_whatever_order_workers_come_in_the_count_is_kept(
    kind: str, request: pytest.FixtureRequest, wanted: list[tuple[int, int]], quota: int
) -> None:
    """What was given fits when it is counted anew, one after the other."""
    url = request.getfixturevalue(kind)
    asyncio.run(_race(url, request.getfixturevalue("vault"), wanted, replace(P03, quota=quota)))


async def _race(url, vault, wanted, programme) -> None:  # type: ignore[no-untyped-def]
    database = await Database.open(url, vault)
    try:
        async with database.writing() as tx:
            town = f"town-{hash((tuple(wanted), programme.quota)) & 0xFFFFFF:x}"
            (one,) = await meet(tx, f"x-{town}")

        async def worker(number: int, cents: int, months: int) -> Refusal | None:
            async with database.writing() as tx:
                new = place(one.family_id, f"{town}:{number}", cents, months)
                return await grants.give(tx, replace(new, municipality=town), programme, 1.0)

        came = await asyncio.gather(*(worker(n, *row) for n, row in enumerate(wanted)))
        async with database.reading() as tx:
            kept = [g.what for g in await grants.of_programme(tx, town, programme.id)]
    finally:
        await database.close()
    assert len(kept) == sum(found is None for found in came)
    assert all(refusal(programme, kept[:n], new) is None for n, new in enumerate(kept))
