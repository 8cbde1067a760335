"""Something for a child: asked once for each child, never anew, and remembered after 11 months."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.acted import act
from bot.service import copies
from bot.service.not_done import Changed, NoSuch
from bot.service.programmes.child_package import asking
from bot.service.programmes.child_package.asking import Asked, Wanted
from bot.service.programmes.child_package.desk import ChildPackages
from bot.service.retaining import Retaining
from bot.simulation import Simulation, simulation
from bot.simulator import town_named
from bot.transcript import play, zone
from casework.municipality import Municipality
from dialogs.authoring.shelf import load_shipped
from storage import handoffs, reminders, requests, sessions, tasks
from storage.requests import NewRequest, Request
from tests.bot.desk.town import for_children
from tests.bot.service.test_arranging import TOLD

MORE = ("mij: [Wat kan er nog]", "mij: [Iets voor mijn kind]", "mij: [Beginnen]")
CHILD = ("mij: [Ik, de ouder]", "mij: [4 tot en met 12]", "mij: [Klaar]")
REST = ("mij: [Nee, nog niet]", "mij: overslaan", "mij: [Ja, dat klopt]", "mij: [Bij mij thuis]")
WHOLE = (
    *TOLD[:6], "mij: gorredijk", "mij: [Rustig]", "mij: niets", "mij: overslaan",
    "mij: [Ik heb werk]",
    "mij: [Klaar]", "mij: [4 tot en met 12]", "mij: [Klaar]", "mij: 1", "mij: niet nodig",
    "mij: [Het gaat]", "mij: mijn zus", "mij: overslaan", "mij: 0612345678", "mij: ochtend",
    "mij: [Bel mij]", "mij: [Ja, dat mag]", "mij: [Bij mij thuis]", "mij: [Klopt, versturen]",
)  # fmt: skip
SPORT = (*MORE, *CHILD, "mij: sport", *REST, "mij: [Klopt, versturen]", "mij: [Nee, dat was het]")


def of(town: Municipality | None = None):  # type: ignore[no-untyped-def]  # a context manager
    town = town or town_named("opsterland")
    assert town
    return simulation(town, datetime(2026, 11, 23, 9, tzinfo=zone(town)))


@pytest.fixture
async def sim() -> AsyncIterator[Simulation]:
    """A parent of Opsterland who told the short intake."""
    async with of() as one:
        await lines(one, *(line.replace("wielwijk", "gorredijk") for line in TOLD))
        yield one


async def lines(sim: Simulation, *texts: str) -> list[str]:
    return [shown for text in texts async for shown in play(sim, text)]


async def asked(sim: Simulation) -> list[Request]:
    family = await family_of(sim)
    async with sim.database.reading() as tx:
        return await asking.of_family(tx, family)


async def family_of(sim: Simulation) -> str:
    handoff = await sim.handoff()
    assert handoff
    return handoff.family_id


async def open_tasks(sim: Simulation) -> list[str]:
    handoff = await sim.handoff()
    assert handoff
    async with sim.database.reading() as tx:
        return [task.kind for task in await tasks.waiting(tx, [handoff.id])]


async def arranged(sim: Simulation) -> None:
    """A worker sent it to the fund, and it came."""
    await act(sim, "kind 1 fonds sport")
    await act(sim, "kind 1 geregeld club")


async def test_a_fund_that_says_no_is_told_as_that(sim: Simulation) -> None:
    await lines(sim, *SPORT)
    await act(sim, "kind 1 fonds sport")
    shown = "\n".join(await act(sim, "kind 1 nee"))
    assert "sport: het fonds zei nee. Dat ligt niet aan jou. We zoeken verder." in shown
    assert "niet meer nodig" not in shown
    await act(sim, "kind 1 fonds leergeld")
    await act(sim, "kind 1 nee")
    shown = "\n".join(await act(sim, "kind 1 lukt niet"))
    assert "sport: dat lukt nu niet. Weer vragen mag altijd." in shown
    assert [one.state for one in await asked(sim)] == ["not_found"]


async def test_one_request_for_each_child_with_all_that_is_known(sim: Simulation) -> None:
    await lines(sim, *SPORT)
    await lines(sim, "mij: [Wat kan er nog]", "mij: [Hoe staat het?]", "mij: [Voor een ander kind]")
    shown = await lines(sim, "mij: [Iets anders]", "mij: een laptop", "mij: [Nee, nog niet]")
    assert not any("Waar praat je" in line or "Wie of wat" in line for line in shown[:-12])
    await lines(sim, "mij: [Klopt, versturen]")
    first, second = await asked(sim)
    assert (first.kind, second.kind) == ("sport", "other")
    assert first.facts == {
        "child": "1", "band": "b4_12", "asker": "parent", "times": "morning", "place": "home",
    }  # fmt: skip
    assert second.facts == {**first.facts, "child": "2", "words": "een laptop"}
    assert first.brought_by == second.brought_by == "parent"
    assert await open_tasks(sim) == ["child_package", "child_package"]


async def test_only_one_age_is_not_asked_again_nor_an_only_child_for_another() -> None:
    async with of() as sim:
        await lines(sim, *WHOLE)
        shown = await lines(sim, *MORE, "mij: [Ik, de ouder]")
        assert any("4 tot en met 12 (1 kind). Klopt dat nog?" in line for line in shown)
        shown = await lines(sim, "mij: [Ja, dat klopt]")
        assert any("Wat zou dit kind het liefst willen?" in line for line in shown)
        known = ("mij: [Nee, dit is genoeg]", "mij: [Ja, dat klopt]", "mij: [Ja, dat klopt]")
        await lines(sim, "mij: gitaarles", "mij: [Nee, nog niet]", *known)
        shown = await lines(sim, "mij: [Klopt, versturen]")
        assert not any("ander kind" in line for line in shown)
        (one,) = await asked(sim)
        assert (one.kind, one.facts["band"], one.facts["helps"]) == ("music", "b4_12", "mijn zus")


async def test_the_pass_of_the_town_comes_first() -> None:
    async with of(for_children()) as sim:
        await lines(sim, *TOLD)
        shown = await lines(sim, *MORE)
        assert any("Hier kijken we eerst naar de Dordtpas." in line for line in shown)
        shown = await lines(sim, "mij: [Weet ik niet]")
        assert any("is de Dordtpas gratis" in line for line in shown)
        there = (
            "Vragen kan hier: https://stapje.example/dordrecht/dordtpas. Of bel **078 000 00 08**."
        )
        assert any(there in line for line in shown)
        shown = await lines(sim, "mij: [Hulp graag]")
        assert "== taak: pass_help" in shown
        assert any("Wie vraagt dit voor het kind?" in line for line in shown)


async def test_where_the_file_does_not_say_it_the_team_knows_where_the_pass_is() -> None:
    town = for_children()
    links = tuple(link for link in town.links if link.id != "stadspas")
    async with of(replace(town, links=links)) as sim:
        shown = await lines(sim, *TOLD, *MORE, "mij: [Weet ik niet]")
        assert any("Waar je hem krijgt, weet het wijkteam" in line for line in shown)


async def test_who_has_the_pass_goes_on_at_once() -> None:
    async with of(for_children()) as sim:
        await lines(sim, *TOLD)
        shown = await lines(sim, *MORE, "mij: [Ja, die heb ik]")
        assert any("Wie vraagt dit" in line for line in shown)
        assert not any("gratis" in line for line in shown)


async def test_a_town_without_it_does_not_offer_it() -> None:
    town = town_named("dordrecht")
    assert town
    async with of(town) as sim:
        await lines(sim, *TOLD)
        shown = await lines(sim, "mij: [Wat kan er nog]")
        assert not any("mijn kind" in line for line in shown)


async def test_who_refers_her_asks_with_the_same_function(sim: Simulation) -> None:
    """For the page of intermediaries: `brought_by` is a person, a repeat is void."""
    family, at = await family_of(sim), sim.clock.now()
    wish = Asked(family, Wanted(wish="music", band="b4_12", club="De Fanfare"), "nynke", "form-1")
    for _ in range(2):
        async with sim.database.writing() as tx:
            await asking.ask(tx, sim.house, wish, at)
    (one,) = await asked(sim)
    assert (one.brought_by, one.kind, one.state) == ("nynke", "music", "asked")
    assert await open_tasks(sim) == ["child_package"]
    shown = await lines(sim, "mij: [Wat kan er nog]", "mij: [Hoe staat het?]")
    assert any("Je vraag over muziek, dans of kunst: gevraagd." in line for line in shown)


async def test_she_hears_by_herself_that_it_is_a_step_further(sim: Simulation) -> None:
    await lines(sim, *SPORT)
    shown = await act(sim, "kind 1 gesprek")
    said = "een mens praat er met je over. Is er nog geen tijd? Die hoor je van Femke."
    assert any(f"Je vraag over sport: {said}" in line for line in shown)
    shown = await act(sim, "kind 1 fonds sport")
    assert any("gestuurd naar een fonds. We wachten op antwoord." in line for line in shown)
    shown = await act(sim, "kind 1 geregeld club")
    assert any("geregeld. Het geld gaat direct naar de club of school." in x for x in shown)


async def test_in_the_evening_she_hears_only_the_last_of_it_in_the_morning(
    sim: Simulation,
) -> None:
    await lines(sim, *SPORT, "mij: geen herinneringen meer", "tijd: 2026-11-23 21:00")
    shown = await act(sim, "kind 1 gesprek") + await act(sim, "kind 1 fonds sport")
    assert not any(line.startswith("bot:") for line in shown)
    shown = await lines(sim, "tijd: 2026-11-24 12:00")
    told = [line for line in shown if "Er is nieuws." in line]
    assert len(told) == 1
    assert "gestuurd naar een fonds" in told[0]
    assert "-- 2026-11-24 08:30" in shown


async def test_a_note_of_her_people_is_no_news(sim: Simulation) -> None:
    await lines(sim, *SPORT)
    shown = await act(sim, "kind 1 zelf opa rijdt")
    assert not any(line.startswith("bot:") for line in shown)


async def test_after_eleven_months_she_and_her_people_hear_of_it(sim: Simulation) -> None:
    await lines(sim, *SPORT)
    await arranged(sim)
    shown = await lines(sim, "tijd: 2027-10-22 23:00")
    assert not any(line.startswith("bot:") for line in shown)
    shown = await lines(sim, "tijd: 2027-10-26 12:00")
    assert any("Bijna een jaar geleden regelden we iets voor je kind: sport." in x for x in shown)
    assert "== taak: child_package_again" in shown
    await lines(sim, "mij: [Ja, weer vragen]")
    old, new = await asked(sim)
    assert (old.state, new.state, new.kind) == ("arranged", "asked", "sport")
    kept = {name: old.facts[name] for name in ("child", "band", "asker", "times", "place")}
    assert new.facts == kept
    assert await open_tasks(sim) == ["child_package"]  # the other one is done with it


async def test_a_town_may_ask_again_a_month_or_two_sooner() -> None:
    town = town_named("opsterland")
    assert town
    programmes = tuple(
        replace(one, again_after_months=9) if one.id == "child_package" else one
        for one in town.programmes
    )
    async with of(replace(town, programmes=programmes)) as sim:
        await lines(sim, *(line.replace("wielwijk", "gorredijk") for line in TOLD), *SPORT)
        await arranged(sim)
        (one,) = await asked(sim)
    assert one.due_on == "2027-08-23"


async def test_the_team_hears_of_it_also_when_she_wants_no_messages(sim: Simulation) -> None:
    await lines(sim, *SPORT, "mij: geen herinneringen meer")
    await arranged(sim)
    shown = await lines(sim, "tijd: 2027-11-10 12:00")
    assert not any("Bijna een jaar" in line for line in shown)
    assert "== taak: child_package_again" in shown


async def test_what_she_asked_anew_herself_is_not_asked_again(sim: Simulation) -> None:
    await lines(sim, *SPORT)
    await arranged(sim)
    (old,) = await asked(sim)
    values = {name: getattr(old, name) for name in ("municipality", "programme", "family_id")}
    new = NewRequest("again", **values, state="asked", brought_by="parent", facts=old.facts)
    async with sim.database.writing() as tx:
        await requests.add(tx, new, 1.0)
    shown = await lines(sim, "tijd: 2027-11-10 12:00")
    assert not any("zullen we" in line.lower() or "child_package_again" in line for line in shown)


async def test_own_strength_ends_it_without_a_fund(sim: Simulation) -> None:
    await lines(sim, *SPORT)
    handoff = await sim.handoff()
    assert handoff
    desk, me = ChildPackages(sim.database, sim.house), handoff.neighbourhood_worker
    await desk.move(handoff.id, me, 1, "visit", 0)
    with pytest.raises(NoSuch):
        await desk.arrange(handoff.id, me, 1, "club", 0, 1)  # nothing was sent to a fund
    await desk.arrange(handoff.id, me, 1, "own", 0, 1)
    (one,) = await asked(sim)
    assert (one.state, one.due_on) == ("arranged", None)
    async with sim.database.reading() as tx:
        talk = await sessions.by_family(tx, one.family_id)
        assert talk
        planned = await reminders.of_kinds(tx, [talk.id], ("child_package_again",))
    assert not planned.get(talk.id)


async def test_two_workers_at_once_change_it_once(sim: Simulation) -> None:
    await lines(sim, *SPORT)
    handoff = await sim.handoff()
    assert handoff
    desk = ChildPackages(sim.database, sim.house)
    both = (handoff.neighbourhood_worker, handoff.consultant)
    await desk.send(handoff.id, both[0], 1, "sport", 0)
    with pytest.raises(Changed):
        await desk.send(handoff.id, both[1], 1, "culture", 0)
    (one,) = await asked(sim)
    assert (one.state, one.facts["fund"], one.version) == ("sent", "Jeugdfonds Sport", 1)
    with pytest.raises(PermissionError):
        await desk.move(handoff.id, "sjoerd", 1, "withdrawn", 1)


async def test_she_is_kept_until_it_may_be_asked_again_and_no_longer(sim: Simulation) -> None:
    """While people are busy with it no term erases her; the yearly question is ahead of her too."""
    await lines(sim, *SPORT)
    await act(sim, "pakt op")
    await act(sim, "kind 1 fonds sport")
    family, keeping = await family_of(sim), Retaining(sim.database, sim.house, sim.turns.wake)
    await _goes_by(sim, keeping, days=120)
    assert await _is_there(sim, family)
    await act(sim, "kind 1 geregeld natura")
    await _goes_by(sim, keeping, days=320)
    assert await _is_there(sim, family)
    await lines(sim, "tijd: 2028-04-01 12:00")
    async with sim.database.writing() as tx:
        for task in await tasks.waiting(tx, [(await handoffs.of_family(tx, family))[-1].id]):
            await tasks.done(tx, task.id, "femke", sim.clock.now().timestamp())
    await _goes_by(sim, keeping, days=120)
    assert not await _is_there(sim, family)


async def _goes_by(sim: Simulation, keeping: Retaining, days: int) -> None:
    sim.clock.set(sim.clock.now() + timedelta(days=days))
    await keeping.tick()


async def _is_there(sim: Simulation, family: str) -> bool:
    async with sim.database.reading() as tx:
        return await sessions.by_family(tx, family) is not None


async def test_her_own_copy_has_it_in_words(sim: Simulation) -> None:
    await lines(sim, *SPORT)
    await arranged(sim)
    async with sim.database.reading() as tx:
        copy = await copies.of_family(tx, sim.house, await family_of(sim), sim.clock.now())
    assert copy
    said = {row["wat"]: row["tekst"] for row in copy["gevraagd"] if "tekst" in row}
    assert said["leeftijd"] == "4 tot en met 12 jaar"
    assert said["waar we praten"] == "thuis"
    assert said["het fonds"] == "Jeugdfonds Sport"
    assert said["hoe het geregeld is"] == "direct betaald aan de club of school"
    states = [row["staat"] for row in copy["gevraagd"] if "staat" in row]
    assert states == ["gevraagd", "gestuurd naar het fonds", "geregeld"]


async def test_her_copy_names_the_helper_and_no_code_of_ours(sim: Simulation) -> None:
    await lines(sim, *SPORT, "verwijzer: vraagt nynke met code")
    async with sim.database.reading() as tx:
        copy = await copies.of_family(tx, sim.house, await family_of(sim), sim.clock.now())
    assert copy
    said = {row["wat"]: row["tekst"] for row in copy["gevraagd"] if "tekst" in row}
    assert said["de helper die het vroeg"] == "Nynke"
    assert not [text for text in said.values() if "nynke" in text]


def test_no_text_asks_or_judges_what_she_earns() -> None:
    money = re.compile(r"inkomen|verdien|loon|salaris|te veel|recht op|krijg je zeker", re.I)
    texts = [
        text
        for name in ("child_package", "child_status")
        for step in load_shipped().script(name).steps
        for text in (step.text, *(choice.label for choice in step.choices))
    ]
    assert len(texts) > 80
    assert [text for text in texts if money.search(text)] == []
