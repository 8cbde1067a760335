"""Coaching on the desk: the outcome of a talk, the small goal, how many families, for whom."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from httpx2 import AsyncClient

from bot.desk.acting.words import HANDLED
from bot.desk.coaching import words
from bot.service.programmes import copied
from bot.service.programmes.coaching import kept
from casework.coaching import PROGRAMME
from casework.requests import SMALL_GOAL, states
from storage import grants, handoffs, reads
from storage.database import Database
from storage.grants import NewGrant
from tests.bot.desk import town
from tests.bot.desk.browsing import entered, served
from tests.bot.desk.standin import OURS
from tests.bot.desk.test_desk_writing import Page
from tests.bot.desk.town import Desk


@pytest.fixture
async def desk(database: Database) -> Desk:
    return await town.two_families(database)


async def browser(desk: Desk, person: str) -> AsyncClient:
    return await entered(served(desk), person)


@pytest.fixture
async def sanne(desk: Desk) -> AsyncIterator[Page]:
    client = await browser(desk, "sanne")
    page = Page(client)
    await page.open("/coaching")
    yield page
    await client.aclose()


async def begun(desk: Desk) -> None:
    async with desk.database.writing() as tx:
        found = await handoffs.get(tx, OURS)
        assert found
        programme = desk.house.municipality.programme(PROGRAMME)
        assert await kept.start(tx, desk.house, found, "sanne", programme) is None


async def test_before_it_begins_a_person_must_choose_it(desk: Desk, sanne: Page) -> None:
    assert "Coaching begint na een gesprek" in sanne.text
    assert "0 van 120 gezinnen" in sanne.text
    assert "Nodig: 3,3 per maand (120 in 36 maanden)" in sanne.text
    await sanne.send("/coaching/stap", tekst="bellen", gezien="0")
    assert words.SAID["not_started"] in sanne.text
    await sanne.send("/coaching/stoppen", waarom="klaar")
    assert words.SAID["was-al"] in sanne.text
    assert "/coaching" in await sanne.open("")


async def test_a_goal_is_kept_shown_escaped_and_replaced(desk: Desk, sanne: Page) -> None:
    await begun(desk)
    await sanne.open("/coaching")
    assert "Er is nu geen kleine stap. Dat is ook goed." in sanne.text
    await sanne.send("/coaching/stap", tekst="de <b>huur</b> bellen", gezien="0")
    assert words.SAID["doel"] in sanne.text
    assert "de &lt;b&gt;huur&lt;/b&gt; bellen" in sanne.shown
    await sanne.send("/coaching/stap", tekst="een brief", gezien="0")
    assert words.SAID["veranderd"] in sanne.text
    seen = sanne.field("gezien")
    await sanne.send("/coaching/stap", tekst="een brief", gezien=seen)
    assert "er kwam een andere stap" in sanne.text
    assert "een brief" in await sanne.open("")
    async with desk.database.reading() as tx:
        head = await desk.book.head(OURS)
        assert head
        looked = await reads.of_family(tx, head.family_id)
    assert "coaching" in {row.what for row in looked}


async def test_what_makes_no_sense_changes_nothing(desk: Desk, sanne: Page) -> None:
    await begun(desk)
    for fields, said in (
        ({"tekst": " ", "gezien": "0"}, "empty"),
        ({"tekst": "x" * 161, "gezien": "0"}, "long"),
        ({"tekst": "bellen", "gezien": "geen"}, "fout"),
        ({"tekst": "bellen"}, "fout"),
    ):
        await sanne.send("/coaching/stap", **fields)
        assert words.SAID[said] in sanne.text, fields
    await sanne.send("/coaching/stoppen", waarom="zomaar")
    assert words.SAID["fout"] in sanne.text
    assert "Er is nu geen kleine stap" in sanne.text
    assert "1 van 120 gezinnen" in sanne.text


async def test_the_coordinator_sees_how_many_and_how_fast_and_no_family(desk: Desk) -> None:
    await begun(desk)
    async with desk.database.writing() as tx:
        found = await grants.of_programme(tx, "dordrecht", PROGRAMME)
        head = await desk.book.head(OURS)
        assert head
        for number in range(109):
            new = NewGrant(str(number), "dordrecht", head.family_id, None, found[0].what, "sanne")
            await grants.give(tx, new, desk.house.municipality.programme(PROGRAMME), 1.0)
    ineke = await browser(desk, "ineke")
    text = (await ineke.get("/werkplek/overzicht")).text
    assert "110 van 120 gezinnen" in text
    assert "Bijna vol" in text
    assert "Die 36 maanden zijn voorbij." in text
    assert OURS not in text
    await ineke.aclose()


async def test_a_full_programme_is_said_at_the_outcome(sanne: Page) -> None:
    for code in ("begin-full", "begin-off"):
        assert HANDLED[code] in await sanne.open(f"?na={code}")


def test_every_state_has_its_words() -> None:
    assert set(words.GOALS) == set(states(SMALL_GOAL))
    assert set(states(SMALL_GOAL)) | set(states(PROGRAMME)) <= set(copied.STATES)
