"""Baby packages at the desk: a referrer's short form, the tandem's page, the counter."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from html import unescape

import pytest
from httpx2 import Response
from starlette.applications import Starlette

from bot.desk.baby import words
from bot.desk.referring.words import NO_CHAT
from bot.service.clock import SetClock
from casework.requests import states
from storage import handoffs, reads, requests
from storage.database import Database
from storage.handoffs import Handoff
from storage.requests import Request
from tests.bot.desk import town
from tests.bot.desk.browsing import Browsing, entered, served
from tests.bot.desk.payloads import PAYLOADS, Shape
from tests.bot.desk.standin import NOW
from tests.bot.desk.test_desk_access import OWN_SITE
from tests.bot.desk.town import Desk

REFER = "/werkplek/verwijzen"
GOOD = {
    "toestemming": "ja",
    "fase": "baby",
    "kind": "2027-03",
    "bezorgen": "Voorbeeldstraat 1, Huizen",
    "notitie": "",
    "code": "",
}


class Browser(Browsing):
    """One person's browser."""

    async def open(self, path: str) -> Response:
        answer = await self._client.get(path)
        self.shown = answer.text
        return answer

    async def send(self, path: str, **fields: str) -> Response:
        """This form, and the page after it."""
        hidden = {name: self.field(name) for name in ("bewijs", "eenmaal", "versie")}
        answer = await self._client.post(path, data=hidden | fields, headers=OWN_SITE)
        if answer.status_code == 303:
            await self.open(answer.headers["location"])
        else:
            self.shown = answer.text
        return answer


@pytest.fixture
def desk(database: Database) -> Desk:
    return town.desk(database, SetClock(NOW), town.named("huizen"))


@pytest.fixture
async def app(desk: Desk) -> Starlette:
    return served(desk)


async def browser(app: Starlette, person: str, page: str) -> Browser:
    made = Browser(await entered(app, person))
    await made.open(page)
    return made


@pytest.fixture
async def lotte(app: Starlette) -> AsyncIterator[Browser]:
    made = await browser(app, "lotte", REFER)
    yield made
    await made._client.aclose()


async def kept(desk: Desk) -> list[Request]:
    async with desk.database.reading() as tx:
        return await requests.of_programme(tx, "huizen", "baby_package")


async def tandem(app: Starlette, desk: Desk) -> tuple[Browser, Handoff, str]:
    """A worker at the page of the first family."""
    (request, *_) = await kept(desk)
    async with desk.database.reading() as tx:
        (handoff,) = await handoffs.of_family(tx, request.family_id)
    here = f"/werkplek/overdracht/{handoff.id}"
    return await browser(app, handoff.neighbourhood_worker, here + "/babypakket"), handoff, here


# --- the referrer ----------------------------------------------------------------------


async def test_a_referral_is_one_form_and_a_receipt(desk: Desk, lotte: Browser) -> None:
    assert "nog ongeveer 120 pakketten" in lotte.text
    assert "Je verwijst als: verloskundige." in lotte.text
    answer = await lotte.send(REFER, **GOOD)
    assert answer.status_code == 303
    (request,) = await kept(desk)
    assert f"Verstuurd. Het nummer is {request.id}." in lotte.text
    assert request.facts["deliver"] == GOOD["bezorgen"]
    assert (request.state, request.kind, request.brought_by) == ("referred", "baby", "lotte")
    assert len(re.findall(r"<(?:select|textarea|fieldset|input id)", lotte.shown)) == 8
    assert (
        len(re.findall(r"aria-required", lotte.shown)) == 3
    )  # the rest has a default, or may be empty


async def test_the_same_form_twice_is_one_package(desk: Desk, lotte: Browser) -> None:
    once = lotte.field("eenmaal")
    for _ in range(2):
        await lotte.send(REFER, **GOOD, eenmaal=once)
    assert len(await kept(desk)) == 1


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"toestemming": "nee"}, "no_consent"),
        ({"toestemming": ""}, "consent"),
        ({"fase": "puber"}, "phase"),
        ({"fase": "toddler"}, "unborn"),
        ({"kind": ""}, "child"),
        ({"kind": "2031-01"}, "child"),
        ({"kind": "'; DROP TABLE"}, "child"),
        ({"maat": "reus"}, "size"),
        ({"kleur": "paars"}, "colour"),
        ({"bezorgen": "   "}, "deliver"),
        ({"bezorgen": "x" * 201}, "long"),
        ({"notitie": "x" * 301}, "long"),
        ({"code": "ABCD2345"}, "code"),
        ({"code": "x" * 13}, "long"),
        ({"eenmaal": "kort"}, "form"),
    ],
)
async def test_what_is_not_right_is_said_and_nothing_typed_is_lost(
    desk: Desk, lotte: Browser, changed: dict[str, str], wrong: str
) -> None:
    typed = GOOD | {"notitie": "een lieve buurvrouw"} | changed
    answer = await lotte.send(REFER, **typed)
    assert answer.status_code == 422
    assert words.WRONG[wrong] in lotte.text
    for name in ("bezorgen", "notitie", "code"):
        assert typed[name].strip() in lotte.text
    if typed["kind"] in ("2027-03", "b0_1"):
        assert f'value="{typed["kind"]}" selected' in lotte.shown
    assert await kept(desk) == []
    async with desk.database.reading() as tx:
        assert await handoffs.load(tx, "huizen") == {}


async def test_a_bsn_in_the_note_is_not_kept_and_she_hears_it(desk: Desk, lotte: Browser) -> None:
    await lotte.send(REFER, **GOOD | {"notitie": "bsn van de moeder: 111222333"})
    (request,) = await kept(desk)
    assert "111222333" not in str(request.facts)
    assert "Dat is niet bewaard." in lotte.text


async def test_she_reads_nothing_back(app: Starlette, desk: Desk, lotte: Browser) -> None:
    secret = "Geheimstraat 9"
    await lotte.send(REFER, **GOOD | {"bezorgen": secret})
    (request,) = await kept(desk)
    assert secret not in lotte.text
    saida = await browser(app, "saida", f"{REFER}?nummer={request.id}")
    assert "Het nummer is" not in saida.text
    for who in (lotte, saida):
        for path in (
            f"/overdracht/{request.handoff_id}", f"/overdracht/{request.handoff_id}/babypakket",
            "/", "/lijst", "/leven", "/stand", "/agenda", "/pakketten", "/overzicht", "/beheer",
        ):  # fmt: skip
            answer = await who.open("/werkplek" + path)
            assert answer.status_code in (303, 404), path
            assert answer.headers.get("location", "").endswith(("", "/verwijzen"))
            assert secret not in who.shown
        await who.open(REFER)
        sent = await who.send(
            f"/werkplek/overdracht/{request.handoff_id}/babypakket/{request.id}/toekennen",
            versie="1",
        )
        assert sent.status_code == 404
    assert [one.state for one in await kept(desk)] == ["referred"]


async def test_who_may_not_refer_hears_so_and_nothing_changes(
    app: Starlette, desk: Desk, lotte: Browser
) -> None:
    for person in ("anouk", "bram"):
        other = await browser(app, person, REFER)
        assert REFER not in str(other.shown)
        await other.open("/werkplek/afwezig")
        assert (await other.send(REFER, **GOOD)).status_code == 404
    closed = replace(desk.house.municipality, programmes=())
    object.__setattr__(desk.house, "municipality", closed)
    answer = await lotte.send(REFER, **GOOD)
    assert answer.status_code == 403
    assert "Hier is nu niets dat je kunt aanvragen." in lotte.text
    assert await kept(desk) == []


async def test_a_payload_stays_text_for_her_and_for_the_tandem(
    app: Starlette, desk: Desk, lotte: Browser
) -> None:
    await lotte.send(REFER, **GOOD | {"notitie": "gewoon", "toestemming": ""})
    plain = Shape(lotte.shown)
    await lotte.send(REFER, **GOOD | {"notitie": "gewoon"})
    page, _, here = await tandem(app, desk)
    quiet = Shape(page.shown)
    (request,) = await kept(desk)
    for payload in PAYLOADS[::25]:
        await lotte.open(REFER)
        typed = GOOD | {"notitie": payload, "bezorgen": payload, "code": payload[:12]}
        await lotte.send(REFER, **typed | {"toestemming": ""})
        assert Shape(lotte.shown).tags == plain.tags, payload
        assert Shape(lotte.shown).leads == plain.leads, payload
        async with desk.database.writing() as tx:
            now = await requests.get(tx, request.id)
            assert now
            dirty = replace(now, facts=dict(now.facts) | {"note": payload, "deliver": payload})
            assert await requests.save(tx, dirty, "lotte", NOW.timestamp(), was=now.state)
        await page.open(here + "/babypakket")
        assert Shape(page.shown).tags == quiet.tags, payload


# --- the tandem ------------------------------------------------------------------------


async def test_from_referral_to_the_post(app: Starlette, desk: Desk, lotte: Browser) -> None:
    await lotte.send(REFER, **GOOD | {"notitie": "een lieve buurvrouw"})
    page, handoff, here = await tandem(app, desk)
    for said in ("0 van 125", "maart 2027", "verloskundige", GOOD["bezorgen"], "buurvrouw", "€ 80"):
        assert said in page.text
    one = f"{here}/babypakket/1"
    await page.send(one + "/toekennen")
    assert words.SAID["toegekend"] in page.text
    assert "1 van 125" in page.text
    await page.send(one + "/tweede", dag="2028-09-04")
    assert 'value="2028-09-04"' in page.shown
    await page.send(one + "/stap/posted")
    assert "verstuurd met de post" in page.text
    assert (await kept(desk))[0].due_on == "2028-09-04"
    await page.open(here)
    assert "baby · verstuurd met de post" in page.text
    assert "Ouder zonder naam" in page.text
    assert NO_CHAT in page.text
    async with desk.database.reading() as tx:
        looked = await reads.of_family(tx, handoff.family_id)
    assert "baby_package" in {row.what for row in looked}


async def test_a_day_after_the_last_one_is_said_at_once(
    app: Starlette, desk: Desk, lotte: Browser
) -> None:
    """It is kept: her people decide. Without a chat nobody else tells the parent."""
    await lotte.send(REFER, **GOOD)
    page, _, here = await tandem(app, desk)
    one = f"{here}/babypakket/1"
    await page.send(one + "/toekennen")
    await page.send(one + "/tweede", dag="2027-01-31")
    assert "Let op:" not in page.text
    await page.send(one + "/tweede", dag="2027-06-01")
    assert "loopt tot en met zondag 31 januari 2027. Op dinsdag 1 juni 2027 kan er" in page.text
    assert "De ouder gebruikt de chat niet. Vertel het zelf." in page.text
    assert (await kept(desk))[0].due_on == "2027-06-01"


async def test_bad_forms_and_old_pages_change_nothing(
    app: Starlette, desk: Desk, lotte: Browser
) -> None:
    await lotte.send(REFER, **GOOD)
    page, _, here = await tandem(app, desk)
    one = f"{here}/babypakket/1"
    for path, fields, said in (
        (one + "/stap/posted", {}, "veranderd"),  # not granted yet
        (one + "/stap/dansen", {}, "fout"),
        (one + "/toekennen", {"versie": "99"}, "veranderd"),
        (one + "/toekennen", {"versie": "x"}, "fout"),
        (one + "/tweede", {"dag": "2027-03-01"}, "fout"),
        (one + "/verwijzen", {"fase": "puber"}, "fout"),
        (f"{here}/babypakket", {"fase": "puber"}, "fout"),
    ):
        await page.send(path, **fields)
        assert words.SAID[said] in page.text, path
    (request,) = await kept(desk)
    assert (request.state, request.due_on) == ("referred", None)
    await page.send(one + "/toekennen")
    await page.send(one + "/tweede", dag="31-02-2027")
    assert words.SAID["fout"] in page.text
    await page.send(one + "/stap/withdrawn", waarom="zomaar")
    assert words.SAID["fout"] in page.text
    await page.send(one + "/stap/withdrawn", waarom="full")
    assert "0 van 125" in page.text
    assert "gestopt</strong> (Er zijn geen pakketten meer)" in page.text


async def test_the_tandem_asks_itself_where_the_municipality_refers(
    app: Starlette, desk: Desk, lotte: Browser
) -> None:
    await lotte.send(REFER, **GOOD)
    page, _, here = await tandem(app, desk)
    once = page.field("eenmaal")
    for _ in range(2):
        await page.send(f"{here}/babypakket", fase="toddler", eenmaal=once)
    assert words.SAID["gevraagd"] in page.text
    requests_ = await kept(desk)
    assert [(one.kind, one.state) for one in requests_] == [
        ("baby", "referred"),
        ("toddler", "referred"),
    ]
    assert requests_[1].facts["referrer"] == "municipality"


# --- the counter -----------------------------------------------------------------------


@pytest.mark.parametrize("person", ["bram", "anouk", "els"])
async def test_counts_and_money_and_no_name(
    app: Starlette, desk: Desk, lotte: Browser, person: str
) -> None:
    for number in range(6):
        await lotte.open(REFER)
        await lotte.send(REFER, **GOOD | {"notitie": f"geheim {number}"})
    saida = await browser(app, "saida", REFER)
    await saida.send(REFER, **GOOD | {"kind": "b2_3", "fase": "toddler"})
    page, _, here = await tandem(app, desk)
    await page.send(f"{here}/babypakket/1/toekennen")
    counter = await browser(app, person, "/werkplek/pakketten")
    told = " ".join(unescape(re.sub(r"<[^>]+>", " ", counter.shown)).split())
    for said in (
        "1 van 125", "baby: 1", "peuter: 0", "Geld: 1 × € 80 = € 80", "10,4 per maand",
        "november 2026 consultatiebureau <5", "november 2026 verloskundige 6",
    ):  # fmt: skip
        assert said in told, said
    assert "geheim" not in told
    assert GOOD["bezorgen"] not in told


async def test_a_town_without_packages_has_no_such_page(database: Database) -> None:
    elsewhere = town.desk(database, SetClock(NOW))
    app = served(elsewhere)
    sanne = await browser(app, "sanne", "/werkplek/pakketten")
    assert "Niet gevonden" in sanne.text


def test_every_state_has_its_dutch() -> None:
    assert set(words.STATES) == set(states("baby_package"))
