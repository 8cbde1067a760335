"""Whole transcripts under the terms: looked at every day, with all work on the desk ticked off.

What she reads is what is written; and when nothing comes any more she is erased, whatever ran.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.service.retaining import Retaining
from bot.simulation import HER, Simulation, simulation, soon
from bot.simulator import town_named
from bot.transcript import AT, CLOCK, INPUT, Opening, play, zone
from storage import erasure, handoffs, sessions, tasks

FOLDER = Path(__file__).parents[2] / "transcripts"
DAY = timedelta(days=1)
HERS = ("bot: ", "-- ", "     ")


def shown_to_her(lines: list[str]) -> list[str]:
    """What she sees, and when."""
    return [line for line in lines if line.startswith(HERS)]


async def all_done(sim: Simulation, family_id: str) -> None:
    """Her people took up what waited, and ticked off everything that was open."""
    now = sim.clock.now().timestamp()
    async with sim.database.writing() as tx:
        hers = [one.id for one in await handoffs.of_family(tx, family_id)]
        for one in hers:
            await handoffs.claim(tx, one, "sanne", now)
        for task in await tasks.waiting(tx, hers):
            await tasks.done(tx, task.id, "sanne", now)


async def family_of(sim: Simulation) -> str:
    """The id of her family."""
    async with sim.database.reading() as tx:
        talk = await sessions.by_address(tx, "terminal", HER)
    assert talk
    return talk.family_id


async def day_by_day(sim: Simulation, to: datetime) -> AsyncIterator[str]:
    """Let the days go by; each of them the terms are looked at."""
    family, keeping = await family_of(sim), Retaining(sim.database, sim.house, sim.turns.wake)
    while sim.clock.now() < to:
        moment = min(to, sim.clock.now() + DAY).astimezone(sim.house.calendar.zone)
        async for line in play(sim, f"{CLOCK}{moment.isoformat()}"):
            yield line
        await all_done(sim, family)
        await keeping.tick()


async def under_the_terms(sim: Simulation, text: str) -> list[str]:
    """The input of this transcript; what came of it."""
    played: list[str] = []
    for line in text.splitlines():
        if line.startswith(CLOCK):
            now = sim.clock.now().astimezone(sim.house.calendar.zone)
            to = soon(line.removeprefix(CLOCK).strip(), now)
            played += [shown async for shown in day_by_day(sim, to)]
        elif line.startswith(INPUT):
            played += [shown async for shown in play(sim, line)]
    return played


async def erased_after(sim: Simulation, family_id: str) -> timedelta:
    """How long it takes until she is erased, when nobody does anything any more."""
    since, keeping = sim.clock.now(), Retaining(sim.database, sim.house, sim.turns.wake)
    while sim.clock.now() < since + 1000 * DAY:
        [_ async for _ in sim.moves(sim.clock.now() + 20 * DAY)]
        await all_done(sim, family_id)
        await keeping.tick()
        async with sim.database.reading() as tx:
            if await erasure.is_gone(tx, family_id):
                break
    return sim.clock.now() - since


@pytest.mark.parametrize(
    "name", ["p03_opvang_plek_uit_het_budget", "p03_opvang_vanaf_dag_1", "p08_tandarts"]
)
async def test_she_reads_every_word_and_is_erased_when_all_is_over(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    text = text.removesuffix("\n\ntijd: 2028-12-11 12:00\n")  # a year of silence is long enough
    start = Opening.read(next(line for line in text.splitlines() if line.startswith(AT)))
    town = town_named(start.town)
    assert town
    async with simulation(town, start.wall.replace(tzinfo=zone(town))) as sim:
        played = await under_the_terms(sim, text)
        assert shown_to_her(played) == shown_to_her(text.splitlines())
        family = await family_of(sim)
        assert 90 * DAY <= await erased_after(sim, family) <= 500 * DAY
