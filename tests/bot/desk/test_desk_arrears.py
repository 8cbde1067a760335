"""Signals on the desk: by hand and from a file, the letter, what came of it, and what leaves."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from html import unescape

import pytest
from httpx2 import Response

from bot.desk.arrears import words
from bot.service.clock import SetClock
from casework.arrears import Kind, Outcome, Todo
from casework.arrears_file import Wrong
from casework.requests import states
from storage import links, reads, requests
from storage.database import Database
from storage.schema_requests import requests as rows
from tests.bot.desk import town
from tests.bot.desk.browsing import Browsing, entered, served
from tests.bot.desk.square import squares
from tests.bot.desk.standin import NOW
from tests.bot.desk.test_desk_access import OWN_SITE
from tests.bot.desk.town import Desk

HERE = "/werkplek/signalen"
GOOD = {
    "creditor": "Trivire",
    "reference": "R-1",
    "kind": "rent",
    "began": "2026-10-10",
    "name": "Fatima",
}
HEAD = "referentie;soort;sinds;naam;bedrag\n"


class Browser(Browsing):
    """One colleague's browser."""

    async def open(self, path: str = "") -> Response:
        answer = await self._client.get(HERE + path)
        self.shown = answer.text
        return answer

    async def upload(self, body: bytes, creditor: str = "Trivire") -> Response:
        """Sends a file with the form of the list."""
        files = {"bestand": ("lijst.csv", body, "text/csv")}
        proof = {"bewijs": self.field("bewijs"), "schuldeiser": creditor}
        answer = await self._client.post(
            f"{HERE}/inlezen", data=proof, files=files, headers=OWN_SITE
        )
        onward = answer.headers.get("location")
        self.shown = (await self._client.get(onward)).text if onward else answer.text
        return answer

    async def send(self, path: str = "", **fields: str) -> Response:
        """Sends a form of the page it stands on, and follows to the page after it."""
        hidden = {name: self.field(name) for name in ("bewijs", "versie", "eenmaal")}
        answer = await self._client.post(HERE + path, data=hidden | fields, headers=OWN_SITE)
        onward = answer.headers.get("location")
        self.shown = (await self._client.get(onward)).text if onward else answer.text
        return answer

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", self.shown)))


@pytest.fixture
def desk(database: Database) -> Desk:
    return town.desk(database, SetClock(NOW))


async def browser(desk: Desk, person: str) -> Browser:
    made = Browser(await entered(served(desk), person))
    await made.open()
    return made


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


async def test_a_file_is_taken_for_what_is_good_and_told_row_by_row(sanne: Browser) -> None:
    body = (
        HEAD
        + "A;huur;2026-10-01;Zoë;412\nB;fiets;2026-10-01;;\n;water;1-10-2026;;\nC;zorg;2026-08-20;;"
    )
    answer = await sanne.upload(body.encode("cp1252"))
    assert answer.status_code == 200
    assert "2 signalen zijn nieuw en bewaard" in sanne.text
    assert "2 rijen zijn niet ingelezen" in sanne.text
    assert "niet gelezen en niet bewaard: bedrag" in sanne.text
    assert re.search(r"3 soort Deze soort kennen we niet", sanne.text)
    assert re.search(r"4 referentie Hier staat niets", sanne.text)
    assert "412" not in sanne.text
    await sanne.open()
    assert sanne.text.index(" C ") < sanne.text.index(" A ")  # the nearest end first
    assert "nog 4 dagen, tot en met zaterdag 28 november" in sanne.text
    await sanne.upload(body.encode())
    assert "0 signalen zijn nieuw" in sanne.text
    assert "2 signalen kenden we al" in sanne.text


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", "Er kwam geen bestand"),
        (b"PK\x03\x04", "Dit is een werkblad"),
        (b"naam\nA", "Deze kolom ontbreekt"),
    ],
)
async def test_a_file_that_is_no_list_changes_nothing(
    sanne: Browser, body: bytes, told: str
) -> None:
    answer = await sanne.upload(body)
    assert answer.status_code == 422
    assert told in sanne.text
    await sanne.open()
    assert "Er zijn geen open signalen" in sanne.text


async def test_a_file_that_is_too_large_is_not_read(sanne: Browser) -> None:
    answer = await sanne.upload(b"x" * 6 * 1024 * 1024)
    assert answer.status_code == 413


async def test_markup_in_a_file_stays_text(sanne: Browser) -> None:
    nasty = "<script>alert(1)</script>"
    await sanne.upload(f"{HEAD}{nasty};huur;2026-10-01;{nasty};\n".encode())
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


def later(desk: Desk) -> None:
    clock = desk.house.clock
    assert isinstance(clock, SetClock)
    clock.set(clock.now() + timedelta(minutes=5))


async def test_letters_for_all_of_one_file_on_one_page(sanne: Browser, desk: Desk) -> None:
    await sanne.upload(f"{HEAD}X;huur;2026-10-01;Els;\n".encode(), "Woonbron")
    later(desk)
    rows = [f"{name};huur;2026-10-0{day};{name};" for day, name in enumerate(("Ad", "Bo", "Cy"), 1)]
    await sanne.upload((HEAD + "\n".join(rows)).encode())
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
    assert "Voor 3 signalen is geen brief gemaakt" in sanne.text
    assert squares(sanne.shown) == []
    await sanne.open()
    await sanne.send("/brieven")
    assert "Kies eerst voor welke signalen" in sanne.text


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


async def test_two_creditors_with_the_same_reference_are_two(sanne: Browser) -> None:
    body = f"{HEAD}R-1;huur;2026-10-01;;\n".encode()
    for creditor, said in (
        ("Trivire", "1 signaal is nieuw"),
        (" trivire ", "1 signaal kenden we al"),
        ("Woonbron", "1 signaal is nieuw"),
        ("", "schrijf bij het bestand van welke schuldeiser"),
    ):
        await sanne.open()
        await sanne.upload(body, creditor)
        assert said in sanne.text, creditor
    for number in (1, 2):
        await sanne.open(f"/{number}")
        await sanne.send(f"/{number}/stap", staat="closed", uitkomst="geen_contact")
    for creditor in ("Trivire", "Woonbron"):
        answer = await sanne.open(f"/uitkomsten.csv?schuldeiser={creditor}")
        lines = answer.content.decode("utf-8-sig").splitlines()
        assert lines[1:] == ["R-1;geen_contact;2026-11-24"]


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
    await sanne.send(**GOOD | {"reference": "=1+2"})
    await sanne.open("/1")
    await sanne.send("/1/stap", staat="reached")
    await sanne.send("/1/stap", staat="closed", uitkomst="contact")
    answer = await sanne.open("/uitkomsten.csv?schuldeiser=Trivire")
    assert answer.headers["content-disposition"] == 'attachment; filename="uitkomsten.csv"'
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines == ["referentie;uitkomst;datum", "'=1+2;contact;2026-11-24"]
    await sanne.open()
    assert "Er zijn geen open signalen" in sanne.text


async def test_a_coordinator_brings_in_but_sees_nobody(desk: Desk) -> None:
    ineke = await browser(desk, "ineke")
    await ineke.upload(f"{HEAD}A;huur;2026-10-01;Fatima;\n".encode())
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
