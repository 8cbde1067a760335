"""Tips: the first on the day that was told, one a week, and each year what she wants each year."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from bot.simulation import Simulation, simulation
from bot.simulator import town_named
from bot.transcript import zone
from storage import reminders
from storage.reminders import Planned
from tests.bot.service.test_arranging import TOLD
from tests.bot.service.test_child_package import lines

ASK = ("mij: [Wat kan er nog]", "mij: [Tips krijgen]", "mij: [Ja, graag]")
TEETH = "tandarts gratis"


@pytest.fixture
async def sim() -> AsyncIterator[Simulation]:
    """A parent of Dordrecht who told the short intake, on a Monday."""
    dordrecht = town_named("dordrecht")
    assert dordrecht
    async with simulation(dordrecht, datetime(2026, 11, 23, 9, tzinfo=zone(dordrecht))) as one:
        await lines(one, *TOLD)
        yield one


def came(shown: Sequence[str]) -> list[tuple[date, str]]:
    """The tips among these lines, each with its day."""
    found, day = [], date.min
    for line in shown:
        if at := re.match(r"-- (\d{4}-\d\d-\d\d) ", line):
            day = date.fromisoformat(at[1])
        elif ". Een tip" in line:
            found.append((day, line))
    return found


@pytest.mark.parametrize(
    ("now", "told", "day"),
    [
        ("2026-11-24 10:00", "woensdag 25 november", date(2026, 11, 25)),
        ("2026-11-28 10:00", "maandag 30 november", date(2026, 11, 30)),
    ],
)
async def test_the_first_comes_on_the_day_she_is_told(
    sim: Simulation, now: str, told: str, day: date
) -> None:
    shown = await lines(sim, f"tijd: {now}", *ASK)
    assert f"Op {told} stuur ik je een tip." in "".join(shown)
    assert came(shown) == []
    first, *_ = came(await lines(sim, "tijd: 2026-12-03 12:00"))
    assert first[0] == day


async def test_one_a_week_each_with_its_day_and_none_twice(sim: Simulation) -> None:
    found = came(await lines(sim, *ASK, "tijd: 2027-06-01 12:00"))
    days, said = [day for day, _ in found], [line for _, line in found]
    assert len(said) == len(set(said)) == 10
    assert all((after - before).days >= 7 for before, after in pairwise(days))
    assert all(re.search(r"Dit was zo op 22 november( 2026)?\.", line) for line in said)
    assert sum("https://" in line for line in said) == 6
    assert sum("(voorbeeld)" in line for line in said) == 4


async def test_each_year_until_she_has_had_enough_also_after_a_year_of_silence(
    sim: Simulation,
) -> None:
    await lines(sim, *ASK, "tijd: 2026-12-08 12:00", "mij: [Elk jaar graag]")
    found = came(await lines(sim, "tijd: 2027-12-09 12:00"))
    assert [day for day, line in found if TEETH in line] == [date(2027, 12, 8)]
    assert found[-1][1].endswith("Deze tip komt elk jaar.")
    await lines(sim, "mij: geen herinneringen meer")
    assert came(await lines(sim, "tijd: 2028-12-12 12:00")) == []
    await lines(sim, "mij: herinneringen aan")
    (third,) = came(await lines(sim, "tijd: 2029-12-12 12:00"))
    assert third[0] == date(2029, 12, 8)
    await lines(sim, "mij: [Geen tips meer]")
    assert came(await lines(sim, "tijd: 2031-12-31 12:00")) == []


async def test_after_geen_tips_meer_she_can_ask_again_and_gets_none_twice(
    sim: Simulation,
) -> None:
    first = came(await lines(sim, *ASK, "tijd: 2026-12-02 12:00"))
    assert len(first) == 2
    stopped = await lines(sim, "mij: [Geen tips meer]")
    assert "Toch weer tips? Tik op: Wat kan er nog." in "".join(stopped)
    assert came(await lines(sim, "tijd: 2027-01-12 12:00")) == []
    again = came(await lines(sim, *ASK, "tijd: 2027-06-30 12:00"))
    said = [line.partition(". Een tip")[2] for _, line in (*first, *again)]
    assert again[0][0] == date(2027, 1, 13)
    assert len(said) == len(set(said)) == 10  # all of them, once


async def test_while_tips_come_or_after_the_last_the_menu_has_none(sim: Simulation) -> None:
    await lines(sim, *ASK, "mij: [Wat kan er nog]")
    assert "Tips krijgen" not in [b.label for b in sim.screen.answers]
    await lines(sim, "mij: [Nu niet]", "tijd: 2027-06-30 12:00", "mij: [Dank je]")
    await lines(sim, "mij: [Wat kan er nog]")
    assert "Tips krijgen" not in [b.label for b in sim.screen.answers]


async def test_who_did_not_ask_gets_it_once(sim: Simulation) -> None:
    found = came(await lines(sim, *ASK, "tijd: 2028-12-31 12:00"))
    assert sum(TEETH in line for _, line in found) == 1


async def test_the_day_she_was_told_holds_whatever_else_she_gets(sim: Simulation) -> None:
    await lines(sim, *ASK)
    await _planned(sim, "other", "dental_care", datetime(2026, 11, 24, 8, tzinfo=UTC))
    found = came(await lines(sim, "tijd: 2026-11-24 12:00"))
    assert [TEETH in line for _, line in found] == [True, False]


async def test_a_card_planned_by_an_older_version_brings_the_next(sim: Simulation) -> None:
    """Its row does not say whether it comes each year."""
    await _planned(sim, "old", "money_site", datetime(2026, 11, 24, 9, tzinfo=UTC))
    found = came(await lines(sim, "tijd: 2026-12-02 12:00"))
    assert [line.partition(". Een tip. ")[2][:7] for _, line in found] == ["Op Geld", "Voor wi"]


async def _planned(sim: Simulation, key: str, card: str, at: datetime) -> None:
    wall = sim.house.calendar.wall(at).isoformat()
    row = Planned(
        1, key, "card", "card:1", wall, "Europe/Amsterdam", at.timestamp(), args={"card": card}
    )
    async with sim.database.writing() as tx:
        await reminders.plan(tx, [row], 1.0)
