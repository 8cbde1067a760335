"""A creditor's file on the desk: looked at first, then kept, told row by row, once."""

from __future__ import annotations

import re
from datetime import timedelta
from random import Random
from string import ascii_letters

import pytest

from bot.service.clock import SetClock
from storage.database import Database
from tests.bot.desk import town
from tests.bot.desk.forms import forms_on
from tests.bot.desk.signals import GOOD, HEAD, Browser, browser, later
from tests.bot.desk.standin import NOW
from tests.bot.desk.town import Desk


@pytest.fixture
def desk(database: Database) -> Desk:
    return town.desk(database, SetClock(NOW))


@pytest.fixture
async def sanne(desk: Desk) -> Browser:
    return await browser(desk, "sanne")


async def test_a_file_is_taken_for_what_is_good_and_told_row_by_row(sanne: Browser) -> None:
    body = (
        HEAD
        + "A;huur;2026-10-01;Zoë;412\nB;fiets;2026-10-01;;\n;water;1-10-2026;;\nC;zorg;2026-08-20;;"
    )
    answer = await sanne.upload(body.encode("cp1252"))
    assert answer.status_code == 200
    assert "Er is nog niets bewaard" in sanne.text
    assert "2 signalen zijn nieuw" in sanne.text
    assert "2 rijen nemen we niet over" in sanne.text
    assert "lezen we niet en bewaren we niet: bedrag" in sanne.text
    assert re.search(r"3 soort Deze soort kennen we niet", sanne.text)
    assert re.search(r"4 referentie Hier staat niets", sanne.text)
    assert "412" not in sanne.text
    assert "C Trivire Zorgverzekering donderdag 20 augustus" in sanne.text  # what would be taken
    assert "Zoë" not in sanne.text  # a coordinator may bring a file in, and sees nobody
    report = sanne.shown
    await sanne.open()
    assert "Er zijn geen open signalen" in sanne.text
    sanne.shown = report
    await sanne.keep()
    assert "2 signalen zijn nieuw en bewaard" in sanne.text
    assert "2 rijen zijn niet bewaard" in sanne.text
    sanne.shown = report
    await sanne.keep()  # pressed twice
    assert "0 signalen zijn nieuw en bewaard" in sanne.text
    await sanne.open()
    assert "Open signalen (2)" in sanne.text
    assert sanne.text.index(" C ") < sanne.text.index(" A ")  # the nearest end first
    assert "nog 4 dagen, tot en met zaterdag 28 november" in sanne.text
    await sanne.upload(body.encode())
    assert "0 signalen zijn nieuw" in sanne.text
    assert "2 signalen kennen we al" in sanne.text


async def test_a_formula_and_a_reference_that_stands_there_twice_are_told(sanne: Browser) -> None:
    rows = ("=1+1;huur;2026-10-01;Kim;", "R-3;huur;2026-10-01;=cmd|x;", "R-4;huur;2026-10-01;Kim;")
    await sanne.upload((HEAD + "\n".join([*rows, "R-4;huur;2026-10-09;Kim;"])).encode())
    assert re.search(r"2 referentie Dit begint als een formule", sanne.text)
    assert re.search(r"3 naam Dit begint als een formule", sanne.text)
    assert re.search(r"5 referentie Deze referentie staat al in rij 4, .* Rij 4 telt", sanne.text)
    await sanne.keep()
    assert "1 signaal is nieuw en bewaard" in sanne.text
    await sanne.open("/1")
    assert "R-4" in sanne.text
    assert "donderdag 1 oktober" not in sanne.text
    await sanne.open()
    assert "dag 54" in sanne.text  # since the first of October, as the first row says


async def test_a_report_is_for_who_brought_the_file_and_for_an_hour(
    sanne: Browser, desk: Desk
) -> None:
    await sanne.upload(f"{HEAD}A;huur;2026-10-01;Fatima;\n".encode())
    (form,) = [one for one in forms_on(sanne.shown) if one.action.endswith("/bewaren")]
    sealed = form.fields["bestand"].value
    assert "Fatima" not in sanne.shown  # it names nobody, and what it carries is sealed
    assert b"Fatima".hex() not in sealed
    ruud = await browser(desk, "ruud")
    for who, text in ((ruud, sealed), (sanne, sealed[:-8]), (sanne, "x"), (sanne, "")):
        await who.open()
        await who.send("/bewaren", bestand=text)
        assert "Niets is bewaard" in who.text
    later(desk, timedelta(minutes=61))
    sanne = await browser(desk, "sanne")
    await sanne.send("/bewaren", bestand=sealed)
    assert "Niets is bewaard: dit overzicht is te oud" in sanne.text
    await sanne.open()
    assert "Er zijn geen open signalen" in sanne.text


async def test_a_large_file_is_looked_at_and_kept(sanne: Browser) -> None:
    letters = Random(4711)
    homes = ["".join(letters.choices(ascii_letters, k=150)) for _ in range(8_000)]
    rows = [f"R-{n};huur;2026-10-01;{home}" for n, home in enumerate(homes)]
    body = "\n".join(["referentie;soort;sinds;adres", *rows]).encode()
    await sanne.upload(body)
    assert "8000 signalen zijn nieuw" in sanne.text
    assert len(sanne.field("bestand")) > 1024 * 1024  # more than one field of another form may hold
    answer = await sanne.keep()
    assert answer.status_code == 200
    assert "8000 signalen zijn nieuw en bewaard" in sanne.text


async def test_a_creditor_that_may_be_a_known_one_is_asked_about(sanne: Browser) -> None:
    body = f"{HEAD}R-1;huur;2026-10-01;;\n".encode()
    await sanne.bring(body)
    await sanne.open()
    assert '<option value="Trivire">' in sanne.shown
    await sanne.upload(body, "Trivire BV")
    assert "Is Trivire BV dezelfde als Trivire?" in sanne.text
    report = sanne.shown
    answer = await sanne.keep()
    assert answer.status_code == 422
    assert "Kies eerst of het dezelfde schuldeiser is" in sanne.text
    sanne.shown = report
    await sanne.keep(**{"naam-0": "ja"})
    assert "1 signaal kenden we al" in sanne.text
    sanne.shown = report
    await sanne.keep(**{"naam-0": "nee"})
    assert "1 signaal is nieuw en bewaard" in sanne.text
    await sanne.open()
    assert "Trivire BV" in sanne.text


async def test_a_creditor_typed_by_hand_is_asked_about_too(sanne: Browser) -> None:
    await sanne.send(**GOOD)
    await sanne.send(**GOOD | {"creditor": " TRIVIRE"})
    assert "Deze referentie kennen we al" in sanne.text
    answer = await sanne.send(**GOOD | {"creditor": "Trivire BV"})
    assert answer.status_code == 422
    assert "We kennen al: Trivire. Is dat dezelfde?" in sanne.text
    await sanne.send(**GOOD | {"creditor": "Trivire BV", "andere": "ja"})
    assert "Het signaal is bewaard" in sanne.text


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


async def test_two_creditors_with_the_same_reference_are_two(sanne: Browser) -> None:
    body = f"{HEAD}R-1;huur;2026-10-01;;\n".encode()
    for creditor, said in (
        ("Trivire", "1 signaal is nieuw"),
        (" trivire ", "1 signaal kenden we al"),
        ("Woonbron", "1 signaal is nieuw"),
    ):
        await sanne.open()
        await sanne.bring(body, creditor)
        assert said in sanne.text, creditor
    for creditor, said in (
        ("", "schrijf bij het bestand van welke schuldeiser"),
        ("=Trivire", "de naam van de schuldeiser kan zo niet"),
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
