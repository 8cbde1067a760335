"""What still waits when the packages of a town end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from storage import handoffs, tasks
from storage.database import Database
from tests.bot.service.baby_shop import shop


@pytest.mark.parametrize("same", [True, False])
async def test_what_waits_at_the_end_of_the_run_comes_back_once(
    database: Database, *, same: bool
) -> None:
    """Also when its help was closed, with her own people or with who came for them."""
    made = shop(database)
    given, waits = await made.referred("a"), await made.referred("b")
    sheet = await made.sheet(given)
    await made.desk.grant(given.id, given.neighbourhood_worker, sheet.id, sheet.version)
    async with database.writing() as tx:
        await handoffs.close(tx, waits.id)
    made.clock.set(made.clock.now() + timedelta(days=66))  # Friday, before the last day
    assert await made.ended.tick() == 0
    made.clock.set(made.clock.now() + timedelta(days=3))
    if not same:
        town, left = made.house.municipality, waits.neighbourhood_worker
        people = [replace(one, id="tessa") if one.id == left else one for one in town.people]
        made.house = replace(made.house, municipality=replace(town, people=tuple(people)))
    assert [await made.ended.tick() for _ in range(2)] == [1, 0]
    async with database.reading() as tx:
        again = (await handoffs.of_family(tx, waits.family_id))[-1]
        kinds = [task.kind for task in await tasks.waiting(tx, [given.id, again.id])]
    assert (again.id == waits.id, again.state) == (same, "new")
    assert sorted(kinds) == ["baby_granted", "baby_over"]
