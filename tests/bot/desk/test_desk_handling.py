"""Calls, the partner, tasks, outcomes, corrections, closing and absence on real pages."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from html import escape

import pytest

from bot.service.clock import SetClock
from bot.service.staff.promising import Promising
from storage import appointments, handoffs, promises, slots, staff_texts, tasks
from storage.appointments import Booking
from storage.database import Database
from tests.bot.desk import town
from tests.bot.desk.standin import NOW, OURS
from tests.bot.desk.test_desk_access import OWN_SITE
from tests.bot.desk.test_desk_writing import Page, browser
from tests.bot.desk.town import Desk


@pytest.fixture
async def desk(database: Database) -> Desk:
    made = town.desk(database, SetClock(NOW))
    async with database.writing() as tx:
        await town.family(tx, made, OURS)
        await town.reached(tx, OURS)
        due = (NOW + timedelta(hours=5)).timestamp()
        await promises.make(tx, OURS, due, (NOW - timedelta(hours=3)).timestamp(), key="p")
    return made


@pytest.fixture
async def sanne(desk: Desk) -> AsyncIterator[Page]:
    page = await browser(desk, "sanne")
    await page.open("")
    yield page
    await page._client.aclose()


async def test_the_clock_stands_on_the_page_until_somebody_spoke_with_her(
    desk: Desk, sanne: Page
) -> None:
    assert "nog 5 uur werktijd" in sanne.text
    await sanne.send("/bellen", gesproken="nee", tekst="Voicemail, niets ingesproken.")
    assert "geen gehoor. De belofte blijft staan." in sanne.text
    assert "nog 5 uur werktijd" in sanne.text
    await sanne.send("/bellen", gesproken="ja", tekst="")
    assert "je hebt de ouder gesproken" in sanne.text
    assert "werktijd" not in sanne.text
    assert "Terugbellen" not in sanne.text


async def test_the_partner_sees_what_she_must_know(desk: Desk, sanne: Page) -> None:
    await sanne.send("/overgeven", tekst="Belt liefst met jou.")
    assert "Je collega gaat hiermee verder." in sanne.text
    ruud = await browser(desk, "ruud")
    page = await ruud.open("")
    assert "Opgepakt door Ruud" in page
    assert "Belt liefst met jou." in page
    assert "gaf het aan Ruud" in page


async def test_a_task_with_who_and_when(desk: Desk, sanne: Page) -> None:
    await sanne.send("/taken", tekst="Bel de opvang", wie="ruud", dag="2026-11-26")
    assert "Bel de opvang" in sanne.text
    assert "· Ruud" in sanne.text
    assert "do 26 november 17:00" in sanne.text
    await sanne.send("/taken", tekst="Te laat", wie="ruud", dag="2026-11-01")
    assert "die dag is al geweest" in sanne.text
    await sanne.send("/taken", tekst="  ", wie="ruud", dag="")
    assert "schrijf eerst wat er moet gebeuren" in sanne.text
    await sanne.send("/taken", tekst="x", wie="ruud", dag="gisteren")
    assert "kies een dag" in sanne.text
    async with desk.database.reading() as tx:
        assert [t.kind for t in await tasks.of_handoff(tx, OURS)].count("own") == 1


async def test_a_held_talk_asks_what_it_brought(desk: Desk, sanne: Page) -> None:
    async with desk.database.writing() as tx:
        head = await desk.book.head(OURS)
        assert head
        booking = Booking(
            "u", "k", head.family_id, OURS, "sanne", "2026-11-24T09:30", "Europe/Amsterdam",
            (NOW - timedelta(hours=1)).timestamp(), 60, "office",
        )  # fmt: skip
        talk = await appointments.book(tx, booking, NOW.timestamp())
    await sanne.send(f"/gesprek/{talk.id}/gesproken")
    assert "wat bracht het?" in sanne.text
    await sanne.send(f"/gesprek/{talk.id}/uitkomst", uitkomst="plan")
    assert "De uitkomst is genoteerd." in sanne.text
    assert ": Samen een plan gemaakt" in sanne.text
    await sanne.send(f"/gesprek/{talk.id}/uitkomst", uitkomst="nergens")
    assert ": Samen een plan gemaakt" in sanne.text


async def test_a_corrected_line_keeps_her_words_in_sight(desk: Desk, sanne: Page) -> None:
    path = "/regel/intake/children_0_1"
    page = await sanne.open(path)
    assert "1 kind" in page
    assert (await sanne.send(path, tekst=" ", doe="bewaar")).status_code == 422
    await sanne.send(path, tekst="Een tweeling van 8 maanden", doe="bewaar")
    assert "De regel is verbeterd." in sanne.text
    assert "Een tweeling van 8 maanden" in sanne.text
    assert "verbeterd door Sanne" in sanne.text
    assert "<s>1 kind</s>" in sanne.shown
    await sanne.open(path)
    await sanne.send(path, doe="weg")
    assert "<s>1 kind</s>" not in sanne.shown
    assert "Verbetering weggehaald" in sanne.text
    assert "Niet gevonden" in await sanne.open("/regel/intake/nergens")


async def test_closing_says_what_she_will_read_and_reopening_takes_it_up(
    desk: Desk, sanne: Page
) -> None:
    assert "De ouder leest: We zijn klaar met wat we samen afspraken." in sanne.text
    assert "De ouder krijgt geen bericht." in sanne.text
    await sanne.send("/sluiten", reden="mistake")
    assert "de ouder wacht nog op ons" in sanne.text
    await sanne.send("/sluiten", reden="")
    assert "kies een reden" in sanne.text
    await sanne.send("/sluiten", reden="helped")
    assert "Afgesloten." in sanne.text
    assert "sloot af: Geholpen" in sanne.text
    async with desk.database.reading() as tx:
        head = await desk.book.head(OURS)
        assert head
        (told,) = await staff_texts.of_family(tx, head.family_id)
        assert told.text.startswith("We zijn klaar met wat we samen afspraken.")
        assert told.state == "waiting"
    await sanne.send("/heropenen")
    assert "Weer open, en jij hebt het opgepakt." in sanne.text


async def test_a_task_that_is_not_right_yet_keeps_what_was_typed(desk: Desk, sanne: Page) -> None:
    words = "Brief van de woningbouw opzoeken </textarea>"
    answer = await sanne.send("/taken", tekst=words, wie="ruud", dag="2020-01-01")
    assert answer.status_code == 422
    assert "De taak is niet bewaard: die dag is al geweest." in sanne.text
    form = sanne.shown.partition(f'action="/werkplek/overdracht/{OURS}/taken"')[2]
    assert f">{escape(words, quote=False)}</textarea>" in form
    assert '<option value="ruud" selected>' in form
    assert 'name="dag" value="2020-01-01"' in form
    await sanne.send("/taken", tekst=words, wie="ruud", dag="")
    assert "De taak staat erbij." in sanne.text


@pytest.mark.parametrize("path", ["/bellen", "/overgeven"])
async def test_nothing_is_cut_off_a_long_note(desk: Desk, sanne: Page, path: str) -> None:
    long = "Zij vertelde dat " * 60 + "en het laatste woord."
    answer = await sanne.send(path, tekst=long, gesproken="ja")
    assert answer.status_code == 422
    assert "korter dan 1000 tekens" in sanne.text
    assert long in sanne.text
    async with desk.database.reading() as tx:
        head = await desk.book.head(OURS)
        assert head
        assert await staff_texts.of_family(tx, head.family_id) == []
        assert head.state == "new"
    await sanne.send(path, tekst=long[:1000], gesproken="ja")
    assert "Genoteerd" in sanne.text or "Je collega" in sanne.text


async def test_no_times_are_offered_to_a_family_that_is_closed(desk: Desk, sanne: Page) -> None:
    begun = sanne.shown
    await sanne.send("/sluiten", reden="helped")
    assert "Tijden aanbieden" not in sanne.shown
    assert "Opschalen" not in sanne.shown
    away = await sanne._client.get(f"/werkplek/overdracht/{OURS}/tijden")
    assert away.headers["location"].endswith("?na=eerst-open")
    assert "Open het eerst weer" in await sanne.open("?na=eerst-open")
    sanne.shown = begun  # a page that stood open all the while
    await sanne.send("/tijden", **{"met": "sanne", "dag-1": "2026-11-26", "tijd-1": "10:00",
                                   "duur-1": "60", "soort-1": "office"})  # fmt: skip
    assert "Dit gezin is net afgesloten." in sanne.text
    async with desk.database.reading() as tx:
        assert await slots.open_slots(tx, OURS) == []
    await sanne.send("/heropenen")
    assert "Tijden aanbieden" in sanne.shown


async def test_absence_is_noted_and_taken_back(desk: Desk, sanne: Page) -> None:
    away = Page(sanne._client)
    away.shown = (await sanne._client.get("/werkplek/afwezig")).text
    sent = {
        "bewijs": away.field("bewijs"), "eenmaal": away.field("eenmaal"), "wie": "ruud",
        "vervanger": "yusuf", "van": "2026-11-24", "tot": "2026-11-26",
    }  # fmt: skip
    stranger = await sanne._client.post("/werkplek/afwezig", data=sent, headers=OWN_SITE)
    assert stranger.status_code == 404  # Ruud says himself that he is away
    bad = await sanne._client.post(
        "/werkplek/afwezig", data=sent | {"wie": "", "tot": "2026-11-20"}, headers=OWN_SITE
    )
    assert bad.status_code == 422
    assert "De laatste dag ligt voor de eerste." in bad.text
    await sanne._client.post("/werkplek/afwezig", data=sent | {"wie": ""}, headers=OWN_SITE)
    page = (await sanne._client.get("/werkplek/afwezig")).text
    assert "vervangen door Yusuf" in page
    assert "Niet gevonden" in await sanne.open("")
    yusuf = await browser(desk, "yusuf")
    assert "Amira" in await yusuf.open("")
    number = page.partition("/afwezig/")[2].partition("/terug")[0]
    await sanne._client.post(
        f"/werkplek/afwezig/{number}/terug", data={"bewijs": sent["bewijs"]}, headers=OWN_SITE
    )
    assert "Amira" in await sanne.open("")
    async with desk.database.reading() as tx:
        found = await handoffs.get(tx, OURS)
        assert found
        assert found.neighbourhood_worker == "sanne"


async def test_the_coordinator_sees_broken_promises_and_who_is_away_as_counts_only(
    desk: Desk,
) -> None:
    clock = desk.house.clock
    assert isinstance(clock, SetClock)
    clock.set(NOW + timedelta(hours=6))
    await Promising(desk.database, desk.house, asyncio.Event()).tick()
    ineke = await browser(desk, "ineke")
    page = (await ineke._client.get("/werkplek/overzicht")).text
    row = page.partition(">Sanne</th>")[2].partition("</tr>")[0]
    bare = re.sub(r"<td [^>]+>", "<td>", row)
    assert bare.startswith('<td>1</td><td>0</td><td><strong class="late">1</strong></td><td>1</td>')
    alert = page.partition('role="alert"')[2].partition("</section>")[0]
    assert "wacht op <strong>Sanne + Ruud</strong>" in alert
    assert "sinds" in alert
    assert "nieuwe belofte:" in alert
    assert "Amira" not in page
    assert OURS not in page
    await desk.tandem.claim(OURS, "ruud")
    page = (await ineke._client.get("/werkplek/overzicht")).text
    assert "wacht op <strong>Ruud</strong>" in page
    sanne = await browser(desk, "sanne")
    assert "Een belofte aan de ouder is niet gehaald." in await sanne.open("")
    listed = (await sanne._client.get("/werkplek/")).text
    assert "Te laat" in listed
    assert "de vorige belofte lukte niet" in listed
