"""The ideas box: an idea without a name unless she wants it, and one line that goes back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from bot.acted.shown import told
from bot.service import copies
from bot.service.not_done import Changed
from bot.service.programmes.ideas.box import LONGEST, BadAnswer, Idea, Ideas
from bot.simulation import Simulation, simulation
from bot.simulator import town_named
from bot.transcript import play, zone
from storage import erasure, reads, requests
from tests.bot.service.test_arranging import TOLD

LEFT = ("mij: [Wat kan er nog]", "mij: ik heb een idee")
WORDS = "een ruilkast bij school"


@pytest.fixture
async def sim() -> AsyncIterator[Simulation]:
    """A parent of Dordrecht who told the short intake."""
    town = town_named("dordrecht")
    assert town
    async with simulation(town, datetime(2026, 11, 23, 9, tzinfo=zone(town))) as one:
        await lines(one, *TOLD)
        yield one


async def lines(sim: Simulation, *texts: str) -> list[str]:
    return [shown for text in texts async for shown in play(sim, text)]


def box(sim: Simulation) -> Ideas:
    return Ideas(sim.database, sim.house)


async def only(sim: Simulation) -> Idea:
    (idea,) = await box(sim).ideas("ineke")
    return idea


async def test_an_idea_reaches_the_coordinator_without_a_name(sim: Simulation) -> None:
    shown = await lines(sim, *LEFT, f"mij: {WORDS}")
    assert any("Wil je dat je naam erbij staat?" in line for line in shown)
    assert not any("taak: idea" in line for line in shown)
    idea = await only(sim)
    assert (idea.text, idea.name, idea.state) == (WORDS, "", "new")
    shown = await lines(sim, "mij: [Zonder mijn naam]")
    assert any("Ik heb je idee doorgegeven." in line for line in shown)
    assert (await only(sim)).name == ""
    assert await box(sim).waiting() == 1


async def test_with_her_name_only_when_she_says_so(sim: Simulation) -> None:
    await lines(sim, *LEFT, f"mij: {WORDS}", "mij: [Met mijn naam]")
    assert (await only(sim)).name == "Samira"


async def test_what_she_only_spoke_is_for_who_can_listen_to_it(sim: Simulation) -> None:
    shown = await lines(sim, *LEFT, "mij: (spraak)")
    assert "== taak: idea" in shown
    assert await box(sim).ideas("ineke") == []


async def test_a_skipped_idea_is_none(sim: Simulation) -> None:
    await lines(sim, *LEFT, "mij: overslaan")
    assert await box(sim).ideas("ineke") == []


async def answered(sim: Simulation, text: str) -> list[str]:
    idea = await only(sim)
    await box(sim).answer("ineke", idea.id, text, idea.version)
    return told(sim, await sim.settle())


async def test_one_line_goes_back_to_her(sim: Simulation) -> None:
    await lines(sim, *LEFT, f"mij: {WORDS}", "mij: [Zonder mijn naam]")
    shown = await answered(sim, "Er komt een ruilkast bij\n de Wilgenschool.")
    want = "Er komt een ruilkast bij de Wilgenschool."
    assert any(f"Jij had een idee: “{WORDS}”. Dordrecht antwoordt: “{want}”" in x for x in shown)
    assert (await only(sim)).state == "answered"
    with pytest.raises(Changed):
        await answered(sim, "Nog iets.")


async def test_it_waits_for_the_morning_and_is_said_once(sim: Simulation) -> None:
    await lines(sim, *LEFT, f"mij: {WORDS}", "mij: [Zonder mijn naam]", "tijd: 2026-11-23 21:00")
    assert not [line for line in await answered(sim, "Dat gaan we doen.") if "bot:" in line]
    shown = await lines(sim, "tijd: 2026-11-26 12:00")
    assert sum("Dat gaan we doen." in line for line in shown) == 1
    assert "-- 2026-11-24 08:30" in shown


async def test_a_long_idea_is_not_told_back_whole(sim: Simulation) -> None:
    await lines(sim, *LEFT, "mij: " + "een kast vol spullen " * 15, "mij: [Zonder mijn naam]")
    shown = await answered(sim, "Mooi.")
    said = next(line for line in shown if "Jij had een idee" in line)
    assert len(said) < 220
    assert "…" in said


async def test_what_is_no_line_is_not_sent_and_a_bsn_is_not_kept(sim: Simulation) -> None:
    await lines(sim, *LEFT, f"mij: {WORDS}", "mij: [Zonder mijn naam]")
    for text, code in ((" \n ", "empty"), ("x" * (LONGEST + 1), "long")):
        with pytest.raises(BadAnswer, match=code):
            await answered(sim, text)
    assert (await only(sim)).state == "new"
    await answered(sim, "Bel over 111222333.")
    assert "111222333" not in (await only(sim)).answer


async def test_only_a_coordinator_reads_and_each_look_is_noted(sim: Simulation) -> None:
    await lines(sim, *LEFT, f"mij: {WORDS}", "mij: [Met mijn naam]")
    idea = await only(sim)
    for person in ("sanne", "ruud", "joost", "wim", "noor", "nobody"):
        with pytest.raises(PermissionError):
            await box(sim).ideas(person)
        with pytest.raises(PermissionError):
            await box(sim).answer(person, idea.id, "Ja.", idea.version)
        with pytest.raises(PermissionError):
            await box(sim).read(person, idea.id, idea.version)
    handoff = await sim.handoff()
    assert handoff
    async with sim.database.reading() as tx:
        looked = await reads.of_family(tx, handoff.family_id)
        copy = await copies.of_family(tx, sim.house, handoff.family_id, sim.clock.now())
    assert ("ineke", "idea") in {(one.actor, one.what) for one in looked}
    assert copy
    said = {row["wat"]: row["tekst"] for row in copy["gevraagd"] if "tekst" in row}
    assert said == {"je idee": WORDS, "je naam erbij": "Samira"}


async def test_another_programme_of_hers_is_no_idea(sim: Simulation) -> None:
    await lines(sim, *LEFT, f"mij: {WORDS}", "mij: [Zonder mijn naam]")
    idea = await only(sim)
    async with sim.database.writing() as tx:
        one = await requests.get(tx, idea.id)
        assert one
        other = requests.NewRequest(
            "other", one.municipality, "child_package", one.family_id, "asked", "parent"
        )
        other_id = (await requests.add(tx, other, 1.0)).id
    with pytest.raises(PermissionError):
        await box(sim).answer("ineke", other_id, "Ja.", 0)


async def test_when_she_erases_everything_her_idea_goes_too(sim: Simulation) -> None:
    await lines(sim, *LEFT, f"mij: {WORDS}", "mij: [Zonder mijn naam]")
    handoff = await sim.handoff()
    assert handoff
    async with sim.database.writing() as tx:
        assert await erasure.erase(tx, handoff.family_id, sim.clock.now().timestamp())
    assert await box(sim).ideas("ineke") == []
