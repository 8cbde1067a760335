"""The outcome "later": she hears which day it is, once, and says whether it suits her."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.simulation import Simulation
from storage import tasks
from tests.bot.service.test_arranging import dordrecht
from tests.bot.service.test_child_package import lines

P02 = Path(__file__).parents[2] / "transcripts" / "p02_verkennend_gesprek.txt"
LATER = "tandem: uitkomst later"
DOES = ("mij: ", "tandem: ", "tijd: ")


@pytest.fixture
async def sim() -> AsyncIterator[Simulation]:
    """A parent of Dordrecht right after her first talk, on a Friday at three."""
    told = P02.read_text("utf-8").partition(LATER)[0]
    async with dordrecht() as one:
        await lines(one, *(line for line in told.splitlines() if line.startswith(DOES)))
        yield one


def asked(shown: list[str]) -> list[str]:
    return [line for line in shown if "weer contact met je" in line]


async def test_she_hears_each_day_once_and_another_day_anew(sim: Simulation) -> None:
    (first,) = asked(await lines(sim, f"{LATER} 2027-01-12"))
    assert "rond dinsdag 12 januari 2027 weer contact" in first
    assert asked(await lines(sim, f"{LATER} 2027-01-12")) == []
    (other,) = asked(await lines(sim, f"{LATER} 2027-02-02"))
    assert "rond dinsdag 2 februari 2027" in other


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Ja, dat past", None),
        ("Liever eerder", "liever eerder"),
        ("Liever later", "liever later"),
        ("Hoeft niet meer", "hoeft niet meer"),
    ],
)
async def test_what_she_says_of_the_day_is_on_the_desk(
    sim: Simulation, label: str, words: str | None
) -> None:
    await lines(sim, f"{LATER} 2027-01-12", f"mij: [{label}]")
    found = await sim.handoff()
    assert found
    async with sim.database.reading() as tx:
        waiting = await tasks.waiting(tx, [found.id])
    said = [one.body and one.body["words"] for one in waiting if one.kind == "later_day"]
    assert said == ([words] if words else [])
    assert sum(one.kind == "later" for one in waiting) == 1  # a person decides about the day


async def test_at_night_it_waits_and_what_no_longer_holds_is_not_told(sim: Simulation) -> None:
    await lines(sim, "tijd: 2026-11-27 21:30")
    assert asked(await lines(sim, f"{LATER} 2027-01-12")) == []
    await lines(sim, "tandem: uitkomst plan")  # put right before she heard it
    assert asked(await lines(sim, "tijd: 2026-11-28 12:00")) == []


async def test_in_the_morning_she_hears_what_was_chosen_at_night(sim: Simulation) -> None:
    await lines(sim, "tijd: 2026-11-27 21:30", f"{LATER} 2027-01-12", f"{LATER} 2027-01-19")
    (one,) = asked(await lines(sim, "tijd: 2026-11-28 12:00"))
    assert "rond dinsdag 19 januari 2027" in one
