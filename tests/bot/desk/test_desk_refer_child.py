"""The teacher's short form at the desk: one child, nothing of money, nothing read back."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from starlette.applications import Starlette

from bot.desk.child_package import words
from bot.service.clock import SetClock
from casework.programmes import Programme
from storage import handoffs, requests
from storage.database import Database
from storage.requests import Request
from tests.bot.desk import town
from tests.bot.desk.browsing import served
from tests.bot.desk.payloads import PAYLOADS, Shape
from tests.bot.desk.standin import NOW
from tests.bot.desk.test_desk_baby import Browser, browser
from tests.bot.desk.town import Desk

REFER = "/werkplek/verwijzen/kind"
GOOD = {
    "toestemming": "ja",
    "leeftijd": "b4_12",
    "wens": "sport",
    "woorden": "voetbal",
    "helpt": "opa rijdt",
    "plek": "home",
    "bereik": "Amira, 06 12 34 56 78",
    "notitie": "",
    "code": "",
}


@pytest.fixture
def desk(database: Database) -> Desk:
    return town.desk(database, SetClock(NOW), town.named("opsterland"))


@pytest.fixture
async def app(desk: Desk) -> Starlette:
    return served(desk)


@pytest.fixture
async def nynke(app: Starlette) -> AsyncIterator[Browser]:
    made = await browser(app, "nynke", REFER)
    yield made
    await made._client.aclose()


async def kept(desk: Desk) -> list[Request]:
    async with desk.database.reading() as tx:
        return await requests.of_programme(tx, "opsterland", "child_package")


async def test_her_home_is_the_form_and_one_form_is_one_child(desk: Desk, nynke: Browser) -> None:
    answer = await nynke.open("/werkplek/verwijzen")
    assert answer.headers["location"] == REFER
    await nynke.open(REFER)
    assert "Je verwijst als: school." in nynke.text
    assert len(re.findall(r"<(?:select|textarea|fieldset|input id)", nynke.shown)) == 9
    assert not re.search(r"inkomen(?! hoeven)|salaris|verdien|€", nynke.text)
    await nynke.send(REFER, **GOOD)
    (one,) = await kept(desk)
    assert f"Verstuurd. Het nummer is {one.id}." in nynke.text
    assert "06 12 34" not in nynke.text
    await nynke.open(f"{REFER}?naast={one.id}")
    assert f"hetzelfde gezin als nummer {one.id}" in nynke.text
    await nynke.send(REFER, **GOOD | {"wens": "music", "bereik": "", "naast": str(one.id)})
    first, second = await kept(desk)
    assert first.family_id == second.family_id


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"toestemming": "nee"}, "no_consent"),
        ({"toestemming": ""}, "consent"),
        ({"leeftijd": ""}, "band"),
        ({"leeftijd": "b99"}, "band"),
        ({"wens": ""}, "wish"),
        ({"wens": "paard"}, "wish"),
        ({"wens": "other", "woorden": ""}, "words"),
        ({"plek": "maan"}, "place"),
        ({"bereik": ""}, "contact"),
        ({"bereik": "x" * 201}, "long"),
        ({"helpt": "x" * 201}, "long"),
        ({"code": "ABCD2345"}, "code"),
        ({"eenmaal": "kort"}, "form"),
    ],
)
async def test_what_is_not_right_is_said_and_nothing_typed_is_lost(
    desk: Desk, nynke: Browser, changed: dict[str, str], wrong: str
) -> None:
    typed = GOOD | {"notitie": "een lief kind"} | changed
    answer = await nynke.send(REFER, **typed)
    assert answer.status_code == 422
    assert words.WRONG[wrong] in nynke.text
    for name in ("woorden", "helpt", "bereik", "notitie", "code"):
        assert typed[name] in nynke.text or typed[name] in nynke.shown
    assert await kept(desk) == []
    async with desk.database.reading() as tx:
        assert await handoffs.load(tx, "opsterland") == {}


async def test_she_reads_nothing_back(app: Starlette, desk: Desk, nynke: Browser) -> None:
    await nynke.send(REFER, **GOOD | {"bereik": "Geheimstraat 9"})
    (one,) = await kept(desk)
    for path in (f"/overdracht/{one.handoff_id}", f"/overdracht/{one.handoff_id}/kindpakket", "/"):
        answer = await nynke.open("/werkplek" + path)
        assert answer.status_code in (303, 404)
        assert "Geheimstraat" not in nynke.shown


async def test_her_people_read_it_with_how_to_reach_her(
    app: Starlette, desk: Desk, nynke: Browser
) -> None:
    await nynke.send(REFER, **GOOD | {"notitie": "na schooltijd"})
    (one,) = await kept(desk)
    async with desk.database.reading() as tx:
        (handoff,) = await handoffs.of_family(tx, one.family_id)
    here = f"/werkplek/overdracht/{handoff.id}"
    page = await browser(app, handoff.neighbourhood_worker, here + "/kindpakket")
    for said in (GOOD["bereik"], "opa rijdt", "na schooltijd", "Nynke, school", "geen chat"):
        assert said in page.text, said
    await page.open(here)
    assert "Kind 1, Sport: Gevraagd" in page.text


async def test_a_code_of_her_people_joins_what_was_asked(
    app: Starlette, desk: Desk, nynke: Browser
) -> None:
    await nynke.send(REFER, **GOOD)
    (one,) = await kept(desk)
    async with desk.database.reading() as tx:
        (handoff,) = await handoffs.of_family(tx, one.family_id)
    here = f"/werkplek/overdracht/{handoff.id}/kindpakket"
    page = await browser(app, handoff.neighbourhood_worker, here)
    await page.send(here, leeftijd="b13_17", wens="music")
    second = (await kept(desk))[1]
    await page.send(f"{here}/{second.id}/code", versie=str(second.version))
    assert words.SAID["code"] in page.text
    code = str((await kept(desk))[1].facts["code"])
    assert f"{code[:4]}-{code[4:]}" in page.text
    await nynke.open(REFER)
    await nynke.send(REFER, **GOOD | {"wens": "music", "bereik": "", "code": code})
    assert f"Het nummer is {second.id}." in nynke.text
    await nynke.open(REFER)
    await nynke.send(REFER, **GOOD | {"bereik": "", "code": code})
    assert words.WRONG["code"] in nynke.text
    assert len(await kept(desk)) == 2


async def test_when_the_programme_is_off_she_hears_so(desk: Desk, nynke: Browser) -> None:
    def off(one: Programme) -> Programme:
        return replace(one, on=False)

    here = desk.house.municipality
    closed = replace(here, programmes=tuple(map(off, here.programmes)))
    object.__setattr__(desk.house, "municipality", closed)
    answer = await nynke.send(REFER, **GOOD)
    assert answer.status_code == 403
    assert "Hier is nu niets dat je kunt aanvragen." in nynke.text
    assert await kept(desk) == []


async def test_a_payload_stays_text_for_her_and_for_her_people(
    app: Starlette, desk: Desk, nynke: Browser
) -> None:
    await nynke.send(REFER, **GOOD | {"toestemming": ""})
    plain = Shape(nynke.shown)
    for payload in PAYLOADS[::25]:
        typed = dict.fromkeys(("woorden", "helpt", "bereik", "notitie"), payload)
        await nynke.open(REFER)
        await nynke.send(REFER, **GOOD | typed | {"code": payload[:12], "toestemming": ""})
        assert Shape(nynke.shown).tags == plain.tags, payload
