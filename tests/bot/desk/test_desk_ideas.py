"""The ideas box at the desk: for the coordinator, without a family, with a line that goes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.applications import Starlette

from bot.desk.ideas.page import SAID, STATES
from bot.service.clock import SetClock
from bot.service.programmes.ideas.box import LONGEST
from casework import requests as rules
from storage import requests
from storage.database import Database
from storage.requests import NewRequest
from tests.bot.desk import town
from tests.bot.desk.browsing import served
from tests.bot.desk.payloads import PAYLOADS, Shape
from tests.bot.desk.standin import NOW, OURS
from tests.bot.desk.test_desk_baby import browser
from tests.bot.desk.town import Desk

BOX = "/werkplek/ideeen"


@pytest.fixture
async def desk(database: Database) -> Desk:
    """Two ideas of one family, the second with a name."""
    made = town.desk(database, SetClock(NOW))
    async with database.writing() as tx:
        handoff = await town.family(tx, made, OURS)
        for text, name in (("een ruilkast", ""), ("samen koken", "Amira")):
            facts = {"idea": text} | ({"name": name} if name else {})
            new = NewRequest(
                text, "dordrecht", "child_participation", handoff.family_id, "new", "parent",
                facts=facts,
            )  # fmt: skip
            await requests.add(tx, new, NOW.timestamp())
    return made


@pytest.fixture
def app(desk: Desk) -> Starlette:
    return served(desk)


async def test_the_coordinator_reads_and_answers(app: Starlette, desk: Desk) -> None:
    ineke = await browser(app, "ineke", "/werkplek/overzicht")
    assert "Ideeënbus: 2 nieuw" in ineke.text
    await ineke.open(BOX)
    for said in ("een ruilkast", "zonder naam", "samen koken", "van Amira", "nieuw"):
        assert said in ineke.text
    assert OURS not in ineke.shown
    await ineke.send(f"{BOX}/1/gelezen", versie="0")
    assert SAID["gelezen"] in ineke.text
    answer = await ineke.send(f"{BOX}/1/antwoord", versie="1", antwoord="x" * (LONGEST + 1))
    assert answer.status_code == 422
    assert f"onder de {LONGEST} tekens" in ineke.text
    assert "x" * (LONGEST + 1) in ineke.shown
    await ineke.send(f"{BOX}/1/antwoord", versie="1", antwoord="Die komt er.")
    assert SAID["antwoord"] in ineke.text
    assert ineke.text.index("samen koken") < ineke.text.index("een ruilkast")  # answered: last
    assert "Ons antwoord:" in ineke.text
    await ineke.send(f"{BOX}/1/antwoord", versie="2", antwoord="Toch niet.")
    assert SAID["veranderd"] in ineke.text
    await ineke.send(f"{BOX}/2/gelezen", versie="9")
    assert SAID["veranderd"] in ineke.text
    async with desk.database.reading() as tx:
        first, second = await requests.of_programme(tx, "dordrecht", "child_participation")
    assert (first.state, first.facts["answer"], second.state) == ("answered", "Die komt er.", "new")


async def test_a_town_without_ideas_has_no_such_page(app: Starlette, desk: Desk) -> None:
    here = desk.house.municipality
    none = tuple(one for one in here.programmes if one.id != "child_participation")
    object.__setattr__(desk.house, "municipality", replace(here, programmes=none))
    ineke = await browser(app, "ineke", "/werkplek/overzicht")
    assert "Ideeënbus" not in ineke.text
    await ineke.open(BOX)
    assert "Niet gevonden" in ineke.text


async def test_a_payload_stays_text(app: Starlette, desk: Desk) -> None:
    ineke = await browser(app, "ineke", BOX)
    plain = Shape(ineke.shown)
    for payload in PAYLOADS[::25]:
        async with desk.database.writing() as tx:
            one = await requests.get(tx, 2)
            assert one
            dirty = replace(one, facts={"idea": payload, "name": payload})
            assert await requests.save(tx, dirty, "parent", NOW.timestamp(), was=one.state)
        await ineke.open(BOX)
        assert Shape(ineke.shown).tags == plain.tags, payload


def test_every_state_has_its_dutch() -> None:
    assert set(STATES) == set(rules.states("child_participation"))
