"""A breakthrough on the desk: asked with what was tried, decided by a person, counted, told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from httpx2 import AsyncClient, Response

from bot.desk.breakthrough import words
from bot.service.house import House
from bot.service.programmes import copied
from casework import requests as rules
from dialogs.model import Text
from storage import erasure, grants, handoffs, reads, requests, staff_texts, tasks
from storage.database import Database
from tests.bot.desk import town
from tests.bot.desk.browsing import Browsing, entered, served
from tests.bot.desk.standin import NOW, OURS, THEIRS
from tests.bot.desk.test_desk_access import OWN_SITE
from tests.bot.desk.town import Desk

FAMILY = f"/werkplek/overdracht/{OURS}"
HERE = f"{FAMILY}/doorbraak"
HERS = f"/werkplek/opgeschaald/{OURS}"
ASKED = {
    "vast": "Het gezin moet vrijdag het huis uit en de opvang is vol.",
    "weg-1": "Maatschappelijke opvang",
    "dag-1": "2026-11-20",
    "kwam-1": "wachtlijst van zes weken",
    "helpt": "Zes weken een vakantiehuisje",
    "euro": "1.850",
    "voor": "2026-11-27",
    "deel-urgent": "ja",
    "deel-children": "ja",
}
SECRETS = ("na half 10", "mijn buurvrouw", "06 ", "Amira")  # a task, other parts, how to reach her


class Browser(Browsing):
    """One colleague's browser, anywhere on the desk."""

    def __init__(self, client: AsyncClient) -> None:
        super().__init__(client)
        self.status = 0

    async def open(self, path: str) -> str:
        answer = await self._client.get(path)
        self.shown, self.status = answer.text, answer.status_code
        return self.text

    async def send(self, path: str, **fields: str) -> Response:
        given = {name: self.field(name) for name in ("bewijs", "versie", "eenmaal")} | fields
        answer = await self._client.post(path, data=given, headers=OWN_SITE)
        if answer.status_code == 303:
            await self.open(answer.headers["location"])
        else:
            self.shown = answer.text
        return answer


@dataclass
class Plain:
    """Says codes as they stand in the table."""

    house: House

    def say(self, table: Mapping[str, Text], code: str) -> str:
        return table[code].msgid if code in table else code

    def at(self, seconds: float | None) -> str:
        return f"{datetime.fromtimestamp(seconds or 0, UTC):%Y-%m-%d %H:%M}"

    def name(self, person: str) -> str:
        return person


@pytest.fixture
async def desk(database: Database) -> Desk:
    return await town.two_families(database)


async def enter(desk: Desk, person: str) -> Browser:
    return Browser(await entered(served(desk), person))


@pytest.fixture
async def sanne(desk: Desk) -> Browser:
    browser = await enter(desk, "sanne")
    await browser.open(HERE)
    return browser


@pytest.fixture
async def joost(desk: Desk) -> Browser:
    return await enter(desk, "joost")


async def state(desk: Desk) -> str:
    async with desk.database.reading() as tx:
        (one,) = await requests.of_handoff(tx, OURS)
    return one.state


async def todo(desk: Desk) -> set[str]:
    async with desk.database.reading() as tx:
        return {task.kind for task in await tasks.waiting(tx, [OURS])}


async def test_from_the_family_s_page_to_a_decision_and_a_message(
    desk: Desk, sanne: Browser, joost: Browser
) -> None:
    assert "Opschalen" in await sanne.open(FAMILY)
    await sanne.open(HERE)
    await sanne.send(HERE, **ASKED)
    assert "Doorgezet naar Joost" in sanne.text
    hers = await joost.open("/werkplek/opgeschaald")
    assert "nog 3 dagen" in hers
    assert "€ 1.850" in hers
    assert "van Sanne" in hers
    page = await joost.open(HERS)
    assert "wachtlijst van zes weken" in page
    assert "Brief van een deurwaarder" in page
    assert not [one for one in SECRETS if one in page]
    await joost.send(HERS + "/1/vraag", vraag="Is de opvang in Breda ook vol?")
    assert "breakthrough_question" in await todo(desk)
    assert "wacht op jullie antwoord" in await sanne.open(FAMILY)
    await sanne.open(HERE)
    await sanne.send(HERE + "/1/antwoord", tekst="Ja, ook daar zes weken.")
    assert "breakthrough_question" not in await todo(desk)
    assert "Ja, ook daar zes weken." in await joost.open(HERS)
    order = "Jullie mogen zes weken in een huisje wonen."
    await joost.send(HERS + "/1/ja", besluit=order, euro="1850")
    assert await state(desk) == "granted"
    assert "breakthrough_granted" in await todo(desk)
    page = await sanne.open(HERE)
    assert f"Het antwoord is ja. Dit gaat er gebeuren: {order}" in page
    async with desk.database.reading() as tx:
        found = await handoffs.get(tx, OURS)
        assert found
        assert not await staff_texts.of_family(tx, found.family_id)  # nothing went by itself
    await sanne.send(FAMILY + "/bericht", tekst=f"Hoi Amira. {order}", doe="voorbeeld")
    assert "Verstuur naar de ouder" in sanne.text
    await sanne.open(HERE)
    await sanne.send(HERE + "/1/klaar")
    assert await state(desk) == "done"
    await joost.open(HERS)
    assert joost.status == 404  # it is over: she reads it no more


async def test_every_look_is_noted_and_stands_in_her_copy(
    desk: Desk, sanne: Browser, joost: Browser
) -> None:
    await sanne.send(HERE, **ASKED)
    await joost.open(HERS)
    await joost.send(HERS + "/1/vraag", vraag="Hoe lang nog?")
    async with desk.database.reading() as tx:
        found = await handoffs.get(tx, OURS)
        assert found
        looks = {(one.actor, one.what) for one in await reads.of_family(tx, found.family_id)}
        rows = await copied.of_family(tx, Plain(desk.house), found.family_id)
    assert looks >= {("sanne", "breakthrough"), ("joost", "breakthrough"), ("joost", "summary")}
    told = {row["wat"]: row["tekst"] for row in rows if "tekst" in row}
    assert told["wat al geprobeerd is"] == (
        "Maatschappelijke opvang, 2026-11-20, wachtlijst van zes weken"
    )
    assert told["wat het kost"] == "€ 1.850"
    assert told["wat meegelezen is van je antwoorden"] == "Nu eerst, Kinderen en opvang"
    assert told["wat ze elkaar vroegen"] == "joost, 2026-11-24 09:30: Hoe lang nog?"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"vast": " "}, "stuck.empty"),
        ({"weg-1": "", "dag-1": "", "kwam-1": ""}, "routes.untried"),
        ({"dag-1": "", "kwam-1": ""}, "routes.half"),
        ({"weg-1": ""}, "routes.half"),
        ({"dag-1": "2026-11-25"}, "routes.future"),
        ({"dag-1": "31 februari"}, "routes.day"),
        ({"helpt": ""}, "helps.empty"),
        ({"helpt": "x" * 601}, "long"),
        ({"euro": ""}, "cents.empty"),
        ({"euro": "-5"}, "cents.empty"),
        ({"euro": "99999999"}, "cents.much"),
        ({"voor": ""}, "due_on.empty"),
        ({"voor": "2026-11-23"}, "due_on.past"),
        ({"voor": "2028-01-01"}, "due_on.far"),
    ],
)
async def test_what_is_not_right_is_said_and_nothing_typed_is_lost(
    desk: Desk, sanne: Browser, changed: dict[str, str], said: str
) -> None:
    typed = {name: text for name, text in (ASKED | changed).items() if text}
    answer = await sanne.send(HERE, **typed)
    assert answer.status_code == 422
    assert words.WRONG[said].format(most=600) in sanne.text
    for text in typed.values():
        assert text.strip() in sanne.text
    assert 'name="deel-children" value="ja" checked' in sanne.text
    assert 'name="deel-money" value="ja">' in sanne.text
    async with desk.database.reading() as tx:
        assert await requests.of_handoff(tx, OURS) == []


async def test_it_may_cost_nothing_and_then_no_budget_is_needed(
    desk: Desk, sanne: Browser, joost: Browser
) -> None:
    await sanne.send(HERE, **ASKED | {"euro": "0"})
    desk.house.clock.set(NOW + timedelta(days=2000))  # type: ignore[attr-defined]  # a set clock
    joost = await enter(desk, "joost")
    assert "dagen te laat" in await joost.open("/werkplek/opgeschaald")
    await joost.open(HERS)
    await joost.send(HERS + "/1/ja", besluit="De woningbouw wacht met het huis.", euro="0")
    assert await state(desk) == "granted"
    page = await joost.open("/werkplek/doorbraken")
    assert "2032-1" in page
    assert "€ 0" in page


async def test_the_ledger_adds_up_and_names_nobody(
    desk: Desk, sanne: Browser, joost: Browser
) -> None:
    await sanne.send(HERE, **ASKED)
    await joost.open(HERS)
    await joost.send(HERS + "/1/ja", besluit="Zes weken een huisje.", euro="600.000,01")
    assert words.WRONG["money"] in joost.text
    assert "Zes weken een huisje." in joost.text  # what she typed is still there
    await joost.send(HERS + "/1/ja", besluit="Zes weken een huisje.", euro="1.850,50")
    for person in ("joost", "ineke"):
        page = await (await enter(desk, person)).open("/werkplek/doorbraken")
        assert "Gevraagd € 1.850 · gegeven € 1.850,50 · echt uitgegeven € 0" in page
        assert "nog uit te geven € 1.850,50 = over € 598.149,50 · de som klopt" in page
        assert "2026-1" in page
        assert not [one for one in (*SECRETS, "huisje", OURS) if one in page]
    await joost.open(HERS)
    await joost.send(HERS + "/1/klaar", gelukt="nee")
    page = await joost.open("/werkplek/doorbraken")
    assert "Gevraagd € 1.850 · gegeven € 0 · echt uitgegeven € 0" in page
    assert "= over € 600.000 · de som klopt" in page
    assert "ging niet door" in page


async def test_money_stays_counted_when_the_family_is_erased(
    desk: Desk, sanne: Browser, joost: Browser
) -> None:
    await sanne.send(HERE, **ASKED)
    await joost.open(HERS)
    await joost.send(HERS + "/1/ja", besluit="Zes weken een huisje.", euro="1850")
    async with desk.database.writing() as tx:
        found = await handoffs.get(tx, OURS)
        assert found
        assert await erasure.erase(tx, found.family_id, NOW.timestamp())
    page = await joost.open("/werkplek/doorbraken")
    assert "Gevraagd € 1.850 · gegeven € 1.850" in page
    assert "de som klopt" in page
    assert "Verzoek 1" not in await joost.open("/werkplek/opgeschaald")
    await joost.open(HERS)
    assert joost.status == 404


async def test_a_decision_is_taken_once_on_what_stood_on_the_page(
    desk: Desk, sanne: Browser, joost: Browser
) -> None:
    await sanne.send(HERE, **ASKED)
    await joost.open(HERS)
    old = joost.field("versie")
    await sanne.open(HERE)
    await sanne.send(HERE + "/1/antwoord", tekst="Het mag ook in Breda.")
    await joost.send(HERS + "/1/nee", reden="Eerst de opvang in Breda.", versie=old)
    assert words.SAID["veranderd"] in joost.text
    assert await state(desk) == "asked"
    await joost.send(HERS + "/1/ja", besluit="", euro="10")
    assert words.WRONG["order.empty"] in joost.text
    await joost.send(HERS + "/1/nee", reden="Eerst de opvang in Breda.")
    assert await state(desk) == "declined"
    assert (await joost.send(HERS + "/1/ja", besluit="Toch wel", euro="10")).status_code == 404
    async with desk.database.reading() as tx:
        assert await grants.of_programme(tx, "dordrecht", "breakthrough") == []
    page = await sanne.open(HERE)
    assert "Het antwoord is nee. Dat ligt niet aan jou. De reden: Eerst de opvang in Breda." in page


async def test_one_request_at_a_time_and_a_repeat_is_one(desk: Desk, sanne: Browser) -> None:
    for _ in range(2):
        assert (await sanne.send(HERE, **ASKED)).status_code == 303
    again = await sanne.send(HERE, **ASKED | {"helpt": "Een ander huisje"})
    assert again.status_code == 422
    assert words.WRONG["busy"] in sanne.text
    assert "Een ander huisje" in sanne.text
    await sanne.open(HERE)
    await sanne.send(HERE + "/1/intrekken")
    assert await state(desk) == rules.WITHDRAWN
    await sanne.send(HERE, **ASKED)
    async with desk.database.reading() as tx:
        assert [one.state for one in await requests.of_handoff(tx, OURS)] == ["withdrawn", "asked"]


async def test_a_family_is_not_closed_while_an_officer_has_something(
    desk: Desk, sanne: Browser
) -> None:
    await sanne.send(HERE, **ASKED)
    await sanne.open(FAMILY)
    await sanne.send(FAMILY + "/sluiten", reden="passed_on")
    assert "er loopt nog een doorbraak" in sanne.text
    await sanne.open(HERE)
    await sanne.send(HERE + "/1/intrekken")
    await sanne.open(FAMILY)
    await sanne.send(FAMILY + "/sluiten", reden="passed_on")
    assert "Afgesloten." in sanne.text


async def test_another_family_and_another_request_are_not_hers(
    desk: Desk, sanne: Browser, joost: Browser
) -> None:
    yusuf = await enter(desk, "yusuf")
    theirs = f"/werkplek/overdracht/{THEIRS}/doorbraak"
    await yusuf.open(theirs)
    await yusuf.send(theirs, **ASKED)
    await sanne.open(HERE)
    assert (await sanne.send(HERE + "/1/intrekken")).status_code == 404
    await joost.open(f"/werkplek/opgeschaald/{THEIRS}")
    answer = await joost.send(f"/werkplek/opgeschaald/{OURS}/1/nee", reden="Niet van hier.")
    assert answer.status_code == 404
    for who, path in ((sanne, HERS), (yusuf, HERE), (joost, HERE), (joost, HERS)):
        await who.open(path)
        assert who.status == 404, path


async def test_what_is_typed_is_shown_as_text_only(
    desk: Desk, sanne: Browser, joost: Browser
) -> None:
    evil = "<script>alert(1)</script>"
    typed = dict.fromkeys(("vast", "weg-1", "kwam-1", "helpt"), evil)
    await sanne.send(HERE, **ASKED | typed)
    for who, path in ((sanne, HERE), (joost, HERS), (sanne, FAMILY)):
        await who.open(path)
        assert evil not in who.shown, path
    await joost.open(HERS)
    assert joost.shown.count("&lt;script&gt;alert(1)") == 4
    await joost.send(HERS + "/1/ja", besluit=evil, euro="1")
    assert evil not in joost.shown
    await sanne.open(HERE)
    assert evil not in sanne.shown


async def test_a_bsn_is_not_kept(desk: Desk, sanne: Browser) -> None:
    await sanne.send(HERE, **ASKED | {"vast": "De moeder met BSN 111222333 moet eruit."})
    async with desk.database.reading() as tx:
        (one,) = await requests.of_handoff(tx, OURS)
    assert "111222333" not in str(one.facts)


def test_the_chat_offers_no_breakthrough() -> None:
    programme = town.dordrecht().programme("breakthrough")
    assert (programme.flow, programme.fits, programme.card) == ("", None, "")


def test_every_state_has_its_dutch() -> None:
    assert set(words.STATES) == set(rules.states("breakthrough"))
