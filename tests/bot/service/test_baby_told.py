"""What a parent hears of a package by herself: each step, how it stops, and the end of a run."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from bot.acted import act
from bot.service.programmes.baby.told import WHYS
from bot.simulation import Simulation, simulation
from bot.simulator import town_named
from storage import requests, tasks
from storage.database import Database
from storage.schema import inbox
from tests.bot.service.baby_shop import MORNING, shop
from tests.bot.service.test_baby_packages import ASKS, TOLD
from tests.bot.service.test_child_package import lines

LOOK = ("mij: [Wat kan er nog]", "mij: [Hoe staat het?]")
GIVEN = ("tandem: pakket verwijst baby", "tandem: pakket toekennen", "tandem: pakket op de post")


@pytest.fixture
async def sim() -> AsyncIterator[Simulation]:
    """A parent of Huizen who asked for a package."""
    huizen = town_named("huizen")
    assert huizen
    async with simulation(huizen, MORNING) as one:
        await lines(one, *TOLD, *ASKS)
        yield one


def news(shown: list[str]) -> list[str]:
    """What of these lines began with her, without buttons."""
    return [line for line in shown if line.startswith("bot: Hoi Samira")]


async def test_she_hears_each_step_once_and_no_day(sim: Simulation) -> None:
    shown = news(await lines(sim, *GIVEN))
    assert [re.sub(r".*baby: (.*?)\..*", r"\1", one) for one in shown] == [
        "aangevraagd", "je krijgt het", "het is op de post",
    ]  # fmt: skip
    assert not re.search("maandag|dinsdag|morgen|deze week", " ".join(shown))


async def test_at_night_it_waits_and_tells_how_it_stands_then(sim: Simulation) -> None:
    await lines(sim, "tijd: 2026-11-24 21:30")
    assert news(await lines(sim, *GIVEN)) == []
    (one,) = news(await lines(sim, "tijd: 2026-11-25 09:00"))
    assert "het is op de post" in one


async def test_what_stops_names_no_baby_and_who_can_say_why(sim: Simulation) -> None:
    (one,) = news(await lines(sim, "tandem: pakket vervalt"))
    more = "Wil je er meer over weten? Tarik vertelt het je."
    assert one.endswith(f"daar zijn we mee gestopt. {more}")
    assert "baby" not in one


@pytest.mark.parametrize("why", WHYS)
async def test_she_hears_why_it_stopped_as_a_person_chose_it(sim: Simulation, why: str) -> None:
    said = WHYS[why].msgid
    (one,) = news(await lines(sim, f"tandem: pakket vervalt: {why}"))
    assert f"Je vraag om een pakket: daar zijn we mee gestopt. {said} Wil je er meer" in one
    shown = await lines(sim, "mij: hoe staat het met mijn vraag?")  # and later, when she asks
    assert any(said in line for line in shown)


async def test_how_it_stands_is_in_her_menu_and_she_may_stop_it(sim: Simulation) -> None:
    shown = await lines(sim, *LOOK)
    assert any("We zoeken een helper die het aanvraagt." in line for line in shown)
    shown = await lines(sim, "mij: [Stop deze vraag]")
    assert "== taak: baby_package_stop" in shown
    typed = await lines(sim, "mij: hoe staat het met mijn vraag?")
    assert any("Het pakket voor je baby: gevraagd." in line for line in typed)


async def test_after_one_package_the_menu_has_the_next(sim: Simulation) -> None:
    assert not any("Spullen voor de baby" in line for line in await lines(sim, *LOOK[:1]))
    await lines(sim, "mij: [Nu niet]", *GIVEN)
    second = (ASKS[1], ASKS[2], "mij: [Ja, dat klopt]", *ASKS[4:])
    await lines(sim, LOOK[0], *second)
    async with sim.database.reading() as tx:
        kept = await requests.of_programme(tx, "huizen", "baby_package")
    assert [(one.kind, one.state) for one in kept] == [("baby", "posted"), ("baby", "asked")]


async def test_without_a_chat_nothing_is_sent(database: Database) -> None:
    made = shop(database)
    handoff = await made.referred("a")
    sheet = await made.sheet(handoff)
    await made.desk.grant(handoff.id, handoff.neighbourhood_worker, sheet.id, sheet.version)
    async with database.reading() as tx:
        assert await tx.all(select(inbox.c.id)) == []


async def test_a_day_after_the_last_one_is_told_honestly(sim: Simulation) -> None:
    await lines(sim, *GIVEN)
    (told,) = [s for s in await act(sim, "pakket tweede 2027-06-01") if "let op" in s]
    assert told.endswith("2027-01-31")
    shown = await lines(sim, "tijd: 2027-06-01 12:00")
    (one,) = news(shown)
    assert "Een pakket voor peuters is er nu niet." in one
    shown = await lines(sim, "mij: [Ja, graag]")
    assert any("Je hoort van ons vóór" in line for line in shown)
    handoff = await sim.handoff()
    assert handoff
    async with sim.database.reading() as tx:
        kinds = {task.kind for task in await tasks.waiting(tx, [handoff.id])}
        kept = await requests.of_programme(tx, "huizen", "baby_package")
    assert {"baby_toddler", "baby_toddler_over"} <= kinds
    assert len(kept) == 1  # nothing was asked that nobody can give
    menu = await lines(sim, LOOK[0])
    assert not any("Spullen voor de baby" in line for line in menu)
