"""Signals on the desk: by hand and from a file, the letter, what came of it, and what leaves."""

from __future__ import annotations

import asyncio
import re

import pytest

from bot.desk.arrears import words
from bot.service.clock import SetClock
from casework.arrears import Kind, Outcome, Todo
from casework.arrears_file import Wrong
from casework.requests import states
from storage import links, reads, requests
from storage.database import Database
from storage.schema_requests import requests as rows
from tests.bot.desk import town
from tests.bot.desk.signals import GOOD, HEAD, HERE, Browser, browser, later
from tests.bot.desk.square import squares
from tests.bot.desk.standin import NOW
from tests.bot.desk.town import Desk


@pytest.fixture
def desk(database: Database) -> Desk:
    return town.desk(database, SetClock(NOW))


@pytest.fixture
async def sanne(desk: Desk) -> Browser:
    return await browser(desk, "sanne")


async def test_a_signal_by_hand_with_its_clock(sanne: Browser) -> None:
    await sanne.send(**GOOD)
    assert "Het signaal is bewaard" in sanne.text
    assert "dag 45 · nog 55 dagen" in sanne.text
    assert "Fatima" not in sanne.text  # the list names nobody
    await sanne.send(**GOOD | {"name": "Een ander"})
    assert "Deze referentie kennen we al" in sanne.text
    await sanne.open("/1")
    assert "Fatima" in sanne.text


async def test_what_is_wrong_by_hand_is_told_and_kept_on_the_page(sanne: Browser) -> None:
    answer = await sanne.send(**GOOD | {"began": "2027-01-01", "phone": "12"})
    assert answer.status_code == 422
    assert "Deze dag is nog niet geweest" in sanne.text
    assert "Dit is geen telefoonnummer" in sanne.text
    assert 'value="R-1"' in sanne.shown
    assert "Er zijn geen open signalen" in sanne.text


async def test_markup_in_a_file_stays_text(sanne: Browser) -> None:
    nasty = "<script>alert(1)</script>"
    await sanne.bring(f"{HEAD}{nasty};huur;2026-10-01;{nasty};\n".encode())
    for path in ("", "/1"):
        await sanne.open(path)
        assert nasty not in sanne.shown
        assert "&lt;script&gt;" in sanne.shown
    await sanne.send("/1/brief")
    assert nasty not in sanne.shown


async def test_the_letter_names_no_creditor_and_works_once(sanne: Browser, desk: Desk) -> None:
    await sanne.send(**GOOD | {"address": "Voorbeeldstraat 2"})
    await sanne.open("/1")
    await sanne.send("/1/brief")
    code = re.search(r"http://testserver/\?code=(v-[a-z]{4}(?:-[a-z]{4}){3})<", sanne.shown)
    assert code
    assert "<svg" in sanne.shown
    assert "viewBox" in sanne.shown  # it grows and shrinks with the paper
    assert "style=" not in sanne.shown  # the page's own policy would not draw it
    letter = sanne.text.partition("Beste")[2].casefold()
    for word in ("r-1", "huur", "€", "schuld", "trivire"):
        assert word not in letter
    async with desk.database.reading() as tx:
        assert await links.find(tx, code[1], NOW.timestamp()) == 1
    await sanne.open("/1")
    assert "Er is een brief gemaakt op" in sanne.text
    assert code[1] not in sanne.shown


async def test_letters_for_all_of_one_file_on_one_page(sanne: Browser, desk: Desk) -> None:
    await sanne.bring(f"{HEAD}X;huur;2026-10-01;Els;\n".encode(), "Woonbron")
    later(desk)
    rows = [f"{name};huur;2026-10-0{day};{name};" for day, name in enumerate(("Ad", "Bo", "Cy"), 1)]
    await sanne.bring((HEAD + "\n".join(rows)).encode())
    onward = re.search(r'href="/werkplek/signalen(\?inlezing=[\d.]+)"', sanne.shown)
    assert onward
    await sanne.open(onward[1])
    ticks = dict(re.findall(r'name="(brief-\d+)" value="(\d+)"[^>]* checked', sanne.shown))
    assert len(ticks) == 3  # only those of this file
    once = sanne.field("eenmaal")
    await sanne.send("/brieven", **ticks)
    first, links_of = sanne.shown, squares(sanne.shown)
    assert [name for name in ("Ad", "Bo", "Cy", "Els") if f"Beste {name}," in sanne.text] == [
        "Ad", "Bo", "Cy",
    ]  # fmt: skip
    assert first.count('<main class="sheet">') == 3
    assert len({*links_of}) == 3
    async with desk.database.reading() as tx:
        found = [await links.find(tx, one.partition("=")[2], NOW.timestamp()) for one in links_of]
    assert found == [2, 3, 4]
    await sanne.open()
    await sanne.send("/brieven", **ticks, eenmaal=once)  # sent twice: the same letters
    assert squares(sanne.shown) == links_of
    await sanne.open()
    await sanne.send("/brieven", **ticks)  # an old page: nobody's letter is made void unseen
    assert "Geen brief gemaakt (3): een collega was net eerder" in sanne.text
    assert squares(sanne.shown) == []
    await sanne.open()
    await sanne.send("/brieven")
    assert "Kies eerst voor welke signalen" in sanne.text


EARLY = GOOD | {"reference": "R-2", "began": "2026-11-21"}  # day 3
LATE = GOOD | {"reference": "R-3", "began": "2026-08-06"}  # day 110
FIRST, LAST = "maandag 21 december", "zaterdag 14 november"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (EARLY, f"Een brief kan vanaf {FIRST}: dag 30."),
        (LATE, f"Een brief kon tot en met {LAST}: dag 100. Dat is voorbij."),
    ],
)
async def test_outside_the_days_a_letter_is_made_only_on_purpose(
    sanne: Browser, desk: Desk, given: dict[str, str], told: str
) -> None:
    await sanne.send(**given)
    await sanne.open("/1")
    assert told in sanne.text
    for toch, waarom, said in (
        ("", "", "Er is geen brief gemaakt: vandaag valt buiten de dagen"),
        ("", "De ouder vroeg er zelf om.", "Er is geen brief gemaakt: vandaag valt"),
        ("ja", "zomaar", "Schrijf in een paar woorden waarom"),
    ):
        answer = await sanne.send("/1/brief", toch=toch, waarom=waarom)
        assert answer.status_code == 422
        assert said in sanne.text
        assert waarom in sanne.shown  # what she typed is not lost
        assert squares(sanne.shown) == []
    await sanne.send("/1/brief", toch="ja", waarom="De ouder vroeg er zelf om, 111222333.")
    (link,) = squares(sanne.shown)
    async with desk.database.reading() as tx:
        assert await links.find(tx, link.partition("=")[2], NOW.timestamp()) == 1
    await sanne.open("/1")
    assert "maakte Sanne een brief buiten de dagen, omdat: De ouder vroeg er zelf om" in sanne.text
    assert "111222333" not in sanne.text


async def test_many_letters_leave_out_who_is_outside_the_days(sanne: Browser) -> None:
    for given in (GOOD, EARLY, LATE, LATE | {"reference": "R-4"}):
        await sanne.open()
        await sanne.send(**given)
    assert "Nog geen brief (1): het is nog vóór dag 30." in sanne.text
    assert "Geen brief meer (2): dag 100 is voorbij." in sanne.text
    assert re.findall(r'name="brief-(\d+)"', sanne.shown) == ["1"]
    await sanne.send("/brieven", **{f"brief-{n}": "0" for n in range(1, 5)})  # an old page
    assert "Geen brief gemaakt (1): het is nog vóór dag 30." in sanne.text
    assert "Geen brief gemaakt (2): dag 100 is voorbij." in sanne.text
    assert len(squares(sanne.shown)) == 1
    await sanne.open()
    await sanne.send("/brieven", **{"brief-2": "0"})
    assert "Er is niets om te printen" in sanne.text


async def test_a_letter_leads_to_telegram_too_once_the_bot_has_a_name(
    sanne: Browser, desk: Desk
) -> None:
    desk.house.doors.named("stapje_voorbeeld_bot")
    await sanne.send(**GOOD)
    await sanne.open("/1")
    await sanne.send("/1/brief")
    web, telegram = squares(sanne.shown)
    code = web.partition("/?code=")[2]
    assert code.startswith("v-")
    assert telegram == f"https://t.me/stapje_voorbeeld_bot?start={code}"
    assert "Heb je Telegram?" in sanne.text


async def test_a_colleague_who_was_faster_is_told(sanne: Browser, desk: Desk) -> None:
    await sanne.send(**GOOD)
    ruud = await browser(desk, "ruud")
    await asyncio.gather(sanne.open("/1"), ruud.open("/1"))
    await sanne.send("/1/brief")
    answer = await ruud.send("/1/brief")
    assert answer.status_code == 409
    assert "Een collega was net eerder" in ruud.text
    await ruud.send("/1/stap", staat="closed", uitkomst="raar")
    assert "Dat kan niet. Er is niets veranderd." in ruud.text


async def test_only_a_code_goes_back_and_no_formula(sanne: Browser) -> None:
    answer = await sanne.send(**GOOD | {"reference": "=1+2"})
    assert answer.status_code == 422
    assert "Dit begint als een formule" in sanne.text
    await sanne.send(**GOOD)
    await sanne.open("/1")
    await sanne.send("/1/stap", staat="reached")
    await sanne.send("/1/stap", staat="closed", uitkomst="contact")
    answer = await sanne.open("/uitkomsten.csv?schuldeiser=Trivire")
    assert answer.headers["content-disposition"] == 'attachment; filename="uitkomsten.csv"'
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines == ["referentie;uitkomst;datum", "R-1;contact;2026-11-24"]
    await sanne.open()
    assert "Er zijn geen open signalen" in sanne.text


async def test_a_coordinator_brings_in_but_sees_nobody(desk: Desk) -> None:
    ineke = await browser(desk, "ineke")
    await ineke.bring(f"{HEAD}A;huur;2026-10-01;Fatima;\n".encode())
    assert "1 signaal is nieuw" in ineke.text
    await ineke.open()
    assert "Een signaal invullen" not in ineke.text
    assert "Fatima" not in ineke.text
    assert f"{HERE}/1" not in ineke.shown
    answer = await ineke.open("/1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/werkplek/overzicht")


async def test_each_look_at_where_somebody_lives_is_noted(sanne: Browser, desk: Desk) -> None:
    await sanne.send(**GOOD)
    async with desk.database.reading() as tx:
        one = await requests.get(tx, 1)
        assert one
        assert await reads.of_family(tx, one.family_id) == []  # the list shows nobody
    await sanne.open("/1")
    async with desk.database.reading() as tx:
        looked = await reads.of_family(tx, one.family_id)
    assert [(row.actor, row.what) for row in looked] == [("sanne", "signal")]


async def test_what_is_known_stands_sealed(sanne: Browser, desk: Desk) -> None:
    await sanne.send(**GOOD | {"address": "Voorbeeldstraat 2"})
    async with desk.database.reading() as tx:
        (row,) = await tx.all(rows.select())
    for word in ("R-1", "Fatima", "Voorbeeldstraat"):
        assert word not in str(tuple(row))


def test_every_code_has_words() -> None:
    assert set(words.KINDS) == {one.value for one in Kind}
    assert set(words.STATES) == set(states("early_arrears"))
    assert set(words.TODO) == {one.value for one in Todo}
    assert set(words.OUTCOMES) == {one.value for one in Outcome}
    assert set(words.WRONG) == {one.value for one in Wrong}
