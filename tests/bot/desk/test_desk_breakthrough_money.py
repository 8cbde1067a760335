"""What a breakthrough really cost, and the day that a decision about it is needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.desk.breakthrough import words
from bot.service import letters, posts
from bot.service.programmes.breakthroughs.deadlines import Deadlines
from storage import erasure, handoffs, outbox
from storage.database import Database
from tests.bot.desk import town
from tests.bot.desk.standin import NOW, OURS
from tests.bot.desk.test_desk_breakthrough import (
    ASKED,
    HERE,
    HERS,
    SECRETS,
    Browser,
    enter,
    state,
    todo,
)
from tests.bot.desk.town import Desk


@pytest.fixture
async def desk(database: Database) -> Desk:
    return await town.two_families(database)


@pytest.fixture
async def sanne(desk: Desk) -> Browser:
    browser = await enter(desk, "sanne")
    await browser.open(HERE)
    return browser


@pytest.fixture
async def joost(desk: Desk) -> Browser:
    return await enter(desk, "joost")


async def given(sanne: Browser, joost: Browser, euro: str = "1850") -> None:
    """A breakthrough that was decided."""
    await sanne.send(HERE, **ASKED)
    await joost.open(HERS)
    await joost.send(HERS + "/1/ja", besluit="Zes weken een huisje.", euro=euro)


async def test_what_was_really_spent_is_entered_and_the_rest_is_free_again(
    desk: Desk, sanne: Browser, joost: Browser
) -> None:
    await given(sanne, joost)
    assert "Dit is nummer 2026-1 in het overzicht." in await joost.open(HERS)
    answer = await joost.send(HERS + "/1/klaar", gelukt="ja", echt="1850,01")
    assert answer.status_code == 422
    assert words.WRONG["spent.more"] in joost.text
    assert 'value="1850,01"' in joost.shown
    assert await state(desk) == "granted"
    await joost.send(HERS + "/1/klaar", gelukt="ja", echt="1.700,25")
    page = await joost.open("/werkplek/doorbraken")
    assert "Gevraagd € 1.850 · gegeven € 1.850 · echt uitgegeven € 1.700,25" in page
    assert "uitgegeven € 1.700,25 − nog uit te geven € 0 = over € 598.299,75" in page
    assert "<dd>€ 1.700,25</dd>" in await sanne.open(HERE)


async def test_it_can_be_entered_and_put_right_when_it_is_long_over(
    desk: Desk, sanne: Browser, joost: Browser
) -> None:
    await given(sanne, joost)
    await joost.send(HERS + "/1/klaar", gelukt="ja", echt="")
    spent = "/werkplek/doorbraken/1/uitgegeven"
    await joost.open("/werkplek/doorbraken")
    for typed, said in (("", "spent.empty"), ("veel", "spent.empty"), ("2000", "spent.more")):
        answer = await joost.send(spent, euro=typed)
        assert answer.status_code == 422
        assert words.WRONG[said] in joost.text
        assert "echt uitgegeven € 0" in joost.text
    for typed in ("1900", "1800", "1750,50"):
        await joost.send(spent, euro=typed)
    assert words.SAID["uitgegeven"] in joost.text
    assert "= over € 598.249,50 · de som klopt" in joost.text
    async with desk.database.writing() as tx:
        found = await handoffs.get(tx, OURS)
        assert found
        assert await erasure.erase(tx, found.family_id, NOW.timestamp())
    await joost.send(spent, euro="0")
    assert "echt uitgegeven € 0</p>" in joost.text
    assert "= over € 600.000 · de som klopt" in joost.text


async def test_only_an_officer_enters_it_and_only_for_what_was_given(
    desk: Desk, sanne: Browser, joost: Browser
) -> None:
    await given(sanne, joost)
    ineke = await enter(desk, "ineke")
    assert "uitgegeven" in await ineke.open("/werkplek/doorbraken")
    assert "Bewaar" not in ineke.text
    spent = "/werkplek/doorbraken/1/uitgegeven"
    for who in (ineke, sanne):
        assert (await who.send(spent, euro="10")).status_code in (303, 404)
    await joost.open(HERS)
    await joost.send(HERS + "/1/klaar", gelukt="nee")
    await joost.open("/werkplek/doorbraken")
    for number in (1, 99):
        answer = await joost.send(f"/werkplek/doorbraken/{number}/uitgegeven", euro="0")
        assert answer.status_code == 422
    assert "echt uitgegeven € 0" in await ineke.open("/werkplek/doorbraken")


async def test_both_sides_hear_once_that_the_decision_is_needed(
    desk: Desk, sanne: Browser, joost: Browser
) -> None:
    late = {"voor": "2026-12-04"}  # a Friday
    await sanne.send(HERE, **ASKED | late)
    deadlines = Deadlines(desk.database, desk.house)
    clock = desk.house.clock
    for moment, warned in (
        (NOW, 0),
        (NOW + timedelta(days=6), 0),  # four days before
        (NOW + timedelta(days=6, hours=15), 0),  # three, but nobody is there
        (NOW + timedelta(days=7), 1),
        (NOW + timedelta(days=7, hours=1), 0),
    ):
        clock.set(moment)  # type: ignore[attr-defined]  # a set clock
        assert await deadlines.tick() == warned, moment
    assert "breakthrough_deadline" in await todo(desk)
    joost, sanne = await enter(desk, "joost"), await enter(desk, "sanne")
    assert "Bij 1 is het besluit nu nodig." in await joost.open("/werkplek/opgeschaald")
    assert "Het besluit is nu nodig." in await joost.open(HERS)
    assert "Het besluit is nu nodig." in await sanne.open(HERE)
    await joost.send(HERS + "/1/nee", reden="Het kan gewoon.")
    assert "breakthrough_deadline" not in await todo(desk)
    clock.set(NOW + timedelta(days=14))  # type: ignore[attr-defined]  # a set clock
    assert await deadlines.tick() == 0


async def test_what_was_decided_or_is_no_more_warns_nobody(
    desk: Desk, sanne: Browser, joost: Browser
) -> None:
    await given(sanne, joost)
    assert await Deadlines(desk.database, desk.house).tick() == 0
    assert "breakthrough_deadline" not in await todo(desk)


async def test_each_of_them_gets_one_mail_without_a_word_of_it(database: Database) -> None:
    made = await town.two_families(database)
    desk = replace(made, house=replace(made.house, outlets=frozenset({posts.MAIL})))
    deadlines = Deadlines(desk.database, desk.house)
    sanne = await enter(made, "sanne")
    await sanne.open(HERE)
    await sanne.send(HERE, **ASKED)
    for _ in range(2):
        await deadlines.tick()
    async with desk.database.reading() as tx:
        found = await outbox.claim(tx, posts.MAIL, NOW.timestamp() + 10_000, 50, ())
    mails = [posts.load(letters.load(one.body).message) for one in found]
    assert sorted(one.to for one in mails) == ["joost", "ruud", "sanne"]
    assert {one.what for one in mails} == {posts.NEWS}
    assert not [one for one in (*SECRETS, "huisje") if one in str(mails)]
