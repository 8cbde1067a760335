"""Money of the town for children, given by several people at once: never more than there is."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.service.clock import SetClock
from bot.service.not_done import Changed, NoSuch
from bot.service.programmes.child_package.asking import Wanted
from bot.service.programmes.child_package.desk import ChildPackages
from casework.budget import Refusal
from storage import grants
from storage.database import Database
from storage.vault import Vault
from tests.bot.desk import town
from tests.bot.desk.standin import NOW, OURS

EUROS = 100
TAKEN = "taken"  # a colleague was faster


async def deeds_of(database: Database, name: str, count: int) -> ChildPackages:
    """A family with so many requests that wait for the answer of a fund."""
    here = replace(town.for_children(EUROS), id=name)
    desk = town.desk(database, SetClock(NOW), here)
    family = f"{name:z<32}"[:32]
    async with database.writing() as tx:
        await town.family(tx, desk, family)
    found = ChildPackages(database, desk.house)
    for number in range(count):
        one = await found.begin(family, "sanne", Wanted("sport", "b4_12"), f"{name}{number}")
        await found.send(family, "sanne", one, "sport", 0)
    return found


@pytest.mark.parametrize("kind", ["sqlite_url", "postgres_url"])
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    wanted=st.lists(st.tuples(st.integers(0, 2), st.integers(1, 7_000)), min_size=2, max_size=6),
    name=st.uuids().map(lambda one: f"t{one.hex[:20]}"),
)
def test_whoever_comes_first_the_sum_fits(
    kind: str, request: pytest.FixtureRequest, wanted: list[tuple[int, int]], name: str
) -> None:
    """Each request gets money once at most, and all together no more than the budget."""
    url = request.getfixturevalue(kind)
    asyncio.run(_race(url, request.getfixturevalue("vault"), wanted, name))


async def _race(url: str, vault: Vault, wanted: list[tuple[int, int]], name: str) -> None:
    database = await Database.open(url, vault)
    try:
        deeds = await deeds_of(database, name, 3)
        family = f"{name:z<32}"[:32]
        ids = [sheet.request.id for sheet in await deeds.sheets(family, "sanne")]

        async def worker(which: int, cents: int) -> Refusal | str | None:
            try:
                return await deeds.arrange(family, "sanne", ids[which], "club", cents, 1)
            except (Changed, NoSuch):
                return TAKEN

        came = await asyncio.gather(*(worker(*row) for row in wanted))
        sheets = await deeds.sheets(family, "sanne")
        async with database.reading() as tx:
            given_ = await grants.of_programme(tx, name, "child_package")
    finally:
        await database.close()
    took = [row for row, found in zip(wanted, came, strict=True) if found is None]
    assert sorted(one.what.cents for one in given_) == sorted(cents for _, cents in took)
    assert sum(one.what.cents for one in given_) <= EUROS * 100
    assert len({which for which, _ in took}) == len(took)
    states = {sheet.request.id: sheet.request.state for sheet in sheets}
    done = {ids[which] for which, _ in took}
    assert all((states[one] == "arranged") is (one in done) for one in ids)
    left = EUROS * 100 - sum(cents for _, cents in took)
    refused = [row for row, found in zip(wanted, came, strict=True) if found is Refusal.MONEY]
    assert all(cents > left for which, cents in refused if ids[which] not in done)


async def test_children_begun_at_once_each_get_a_number(database: Database) -> None:
    desk = town.desk(database, SetClock(NOW), town.for_children())
    async with database.writing() as tx:
        await town.family(tx, desk, OURS)
    deeds = ChildPackages(database, desk.house)
    many = (deeds.begin(OURS, "sanne", Wanted("sport", "b4_12"), f"{n}") for n in range(6))
    await asyncio.gather(*many)
    sheets = await deeds.sheets(OURS, "sanne")
    assert [sheet.child for sheet in sheets] == [1, 2, 3, 4, 5, 6]
