"""Writing from the family's page, without JavaScript: note, preview, send, take back."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from httpx2 import Response

from bot.service.clock import SetClock
from bot.service.staff.writing import Writing
from storage import reads, staff_texts
from storage.database import Database
from storage.staff_texts import StaffText
from tests.bot.desk import town
from tests.bot.desk.browsing import Browsing, entered, served
from tests.bot.desk.standin import NOW, OURS
from tests.bot.desk.test_desk_access import OWN_SITE
from tests.bot.desk.town import Desk

HERE = f"/werkplek/overdracht/{OURS}"
WORDS = "Dag Amira, kun je morgen om tien uur bellen?"


class Page(Browsing):
    """One colleague's browser."""

    async def open(self, path: str = "/bericht") -> str:
        self.shown = (await self._client.get(HERE + path)).text
        return unescape(self.shown)

    async def send(self, path: str, **fields: str) -> Response:
        """Sends this form of the page it stands on, and follows to the page after it."""
        given = {"bewijs": self.field("bewijs"), "eenmaal": self.field("eenmaal")} | fields
        answer = await self._client.post(HERE + path, data=given, headers=OWN_SITE)
        if answer.status_code == 303:
            self.shown = (await self._client.get(answer.headers["location"])).text
        else:
            self.shown = answer.text
        return answer


@pytest.fixture
async def desk(database: Database) -> Desk:
    return await town.two_families(database)


async def browser(desk: Desk, person: str) -> Page:
    return Page(await entered(served(desk), person))


@pytest.fixture
async def sanne(desk: Desk) -> AsyncIterator[Page]:
    page = await browser(desk, "sanne")
    await page.open()
    yield page
    await page._client.aclose()


async def texts(desk: Desk) -> list[StaffText]:
    async with desk.database.reading() as tx:
        head = await desk.book.head(OURS)
        assert head
        return await staff_texts.of_family(tx, head.family_id)


def at(desk: Desk, moment: datetime) -> None:
    clock = desk.house.clock
    assert isinstance(clock, SetClock)
    clock.set(moment)


async def test_a_note_is_for_the_tandem_and_goes_nowhere(desk: Desk, sanne: Page) -> None:
    await sanne.send("/bericht", tekst="Let op: belt liever in de ochtend.", doe="notitie")
    assert "De aantekening is bewaard." in sanne.text
    assert "Let op: belt liever in de ochtend." in sanne.text
    assert [(one.kind, one.state, one.author) for one in await texts(desk)] == [
        ("note", "kept", "sanne")
    ]
    ruud = await browser(desk, "ruud")
    assert "belt liever in de ochtend" in await ruud.open("")
    yusuf = await browser(desk, "yusuf")
    assert "ochtend" not in await yusuf.open()


async def test_the_preview_is_what_she_gets_and_sends_nothing(desk: Desk, sanne: Page) -> None:
    answer = await sanne.send("/bericht", tekst=WORDS, doe="voorbeeld")
    assert answer.status_code == 200
    assert f"Sanne van het wijkteam schrijft:\n\n{WORDS}" in sanne.text
    assert "Aangesproken met je." in sanne.text
    assert "Het gaat naar de webchat" in sanne.text
    assert await texts(desk) == []


async def test_a_message_waits_ten_seconds_with_a_way_back(desk: Desk, sanne: Page) -> None:
    await sanne.send("/bericht", tekst=WORDS, doe="voorbeeld")
    await sanne.send("/bericht/versturen", tekst=WORDS, wanneer="nu")
    assert "Het bericht gaat over 10 seconden weg." in sanne.text
    assert "klaar om te gaan" in sanne.text
    (kept,) = await texts(desk)
    assert kept.not_before == (NOW + timedelta(seconds=10)).timestamp()
    await sanne.send(f"/bericht/{kept.id}/ongedaan")
    assert f">{WORDS}</textarea>" in sanne.text
    assert [one.state for one in await texts(desk)] == ["taken_back"]


async def test_after_ten_seconds_it_says_that_it_is_on_its_way(desk: Desk, sanne: Page) -> None:
    await sanne.send("/bericht/versturen", tekst=WORDS, wanneer="nu")
    (kept,) = await texts(desk)
    at(desk, NOW + timedelta(seconds=10))
    await sanne.send(f"/bericht/{kept.id}/ongedaan")
    assert "het bericht is al onderweg" in sanne.text


async def test_double_clicks_and_two_colleagues_never_double(desk: Desk, sanne: Page) -> None:
    ruud = await browser(desk, "ruud")
    await ruud.open()
    once = {"eenmaal": "e" * 24}
    await asyncio.gather(
        sanne.send("/bericht/versturen", tekst=WORDS, wanneer="nu", **once),
        sanne.send("/bericht/versturen", tekst=WORDS, wanneer="nu", **once),
        ruud.send("/bericht", tekst="Ik bel haar.", doe="notitie", **once),
        ruud.send("/bericht", tekst="Ik bel haar.", doe="notitie", **once),
    )
    assert sorted((one.kind, one.author) for one in await texts(desk)) == [
        ("message", "sanne"),
        ("note", "ruud"),
    ]


async def test_a_note_becomes_a_message_only_by_a_press_and_a_preview(
    desk: Desk, sanne: Page
) -> None:
    await sanne.send("/bericht", tekst=WORDS, doe="notitie")
    (note,) = await texts(desk)
    await sanne.send(f"/bericht/{note.id}/stuur")
    assert f"Sanne van het wijkteam schrijft:\n\n{WORDS}" in sanne.text
    assert [one.kind for one in await texts(desk)] == ["note"]
    await sanne.send("/bericht/versturen", tekst=WORDS, wanneer="nu")
    assert [one.kind for one in await texts(desk)] == ["note", "message"]


EVENING = datetime(2026, 11, 24, 21, 40, tzinfo=UTC)  # 22:40 in Dordrecht


@pytest.mark.parametrize(
    ("when", "goes", "night"),
    [
        ("nu", EVENING + timedelta(seconds=10), True),
        ("later", datetime(2026, 11, 25, 8, 0, tzinfo=UTC), False),
    ],
)
async def test_in_the_quiet_hours_both_ways_are_offered(
    desk: Desk, when: str, goes: datetime, night: bool
) -> None:
    at(desk, EVENING)
    sanne = await browser(desk, "sanne")
    await sanne.open()
    await sanne.send("/bericht", tekst=WORDS, doe="voorbeeld")
    assert "Het is nu dinsdag 24 november om 22:40 uur." in sanne.text
    assert "Verstuur woensdag 25 november om 09:00 uur" in sanne.text
    assert "Verstuur toch nu" in sanne.text
    await sanne.send("/bericht/versturen", tekst=WORDS, wanneer=when, stil="ja")
    (kept,) = await texts(desk)
    assert (kept.not_before, kept.night) == (goes.timestamp(), night)


async def test_who_was_not_warned_of_the_hour_is_asked_first(desk: Desk, sanne: Page) -> None:
    at(desk, EVENING)
    later = await browser(desk, "sanne")
    await later.open()
    await later.send("/bericht/versturen", tekst=WORDS, wanneer="nu")
    assert "Het is nu dinsdag 24 november om 22:40 uur." in later.text
    assert await texts(desk) == []


async def test_hints_advise_and_never_block(desk: Desk, sanne: Page) -> None:
    hard = "U moet het formulier betreffende de toeslag onverwijld retourneren."
    await sanne.send("/bericht", tekst=hard, doe="voorbeeld")
    assert "Kan het makkelijker?" in sanne.text
    assert "'U' hoort niet in de je-vorm" in sanne.text
    typed = await sanne.send("/bericht/hints", tekst=hard, vorm="je")
    assert typed.json()["hints"]
    await sanne.open()
    await sanne.send("/bericht/versturen", tekst=hard, wanneer="nu")
    assert [one.text for one in await texts(desk)] == [hard]


async def test_a_bsn_is_taken_out_and_that_is_said(desk: Desk, sanne: Page) -> None:
    await sanne.send("/bericht", tekst="Je BSN is 111222333.", doe="voorbeeld")
    assert "111222333" not in sanne.text
    assert "dat op een BSN of rekening lijkt" in sanne.text
    await sanne.open()
    await sanne.send("/bericht", tekst="BSN 111222333.", doe="notitie")
    assert "111222333" not in "".join(one.text for one in await texts(desk))


async def test_an_empty_or_too_long_text_stays_in_the_form(desk: Desk, sanne: Page) -> None:
    assert (await sanne.send("/bericht", tekst="", doe="notitie")).status_code == 422
    assert "Schrijf eerst iets." in sanne.text
    answer = await sanne.send("/bericht", tekst="lang " * 300, doe="voorbeeld")
    assert answer.status_code == 422
    assert "Houd het onder de 1000 tekens." in sanne.text
    assert sanne.text.count("lang lang") > 10
    assert await texts(desk) == []


async def failed(desk: Desk) -> int:
    """Sanne wrote, and the message did not arrive."""
    writing = Writing(desk.database, desk.house)
    sent = await writing.send(OURS, "sanne", WORDS, "o" * 24)
    async with desk.database.writing() as tx:
        await staff_texts.settle(tx, sent.id, staff_texts.FAILED, "Unreachable", NOW.timestamp())
    return sent.id


async def test_a_message_that_failed_goes_again_with_one_press_and_once(
    desk: Desk, sanne: Page
) -> None:
    number = await failed(desk)
    assert "Verstuur opnieuw" in await sanne.open()
    for _ in range(2):
        await sanne.send(f"/bericht/{number}/opnieuw")
        assert "Het bericht gaat over 10 seconden weg." in sanne.text
    assert "Verstuur opnieuw" not in sanne.text
    kept = [(one.text, one.state) for one in await texts(desk)]
    assert kept == [(WORDS, "failed"), (WORDS, "waiting")]
    other = (await texts(desk))[-1].id
    await sanne.send(f"/bericht/{other}/opnieuw")  # on its way: it did not fail
    assert "Dit bericht gaat niet opnieuw" in sanne.text
    assert len(await texts(desk)) == 2


async def test_at_night_a_message_goes_again_only_after_a_choice(desk: Desk, sanne: Page) -> None:
    number = await failed(desk)
    await sanne.open()
    at(desk, EVENING)
    sanne = await browser(desk, "sanne")
    await sanne.open()
    await sanne.send(f"/bericht/{number}/opnieuw")
    assert "Wij storen de ouder dan niet uit onszelf" in sanne.text
    assert len(await texts(desk)) == 1
    await sanne.send("/bericht/versturen", tekst=WORDS, stil="ja", wanneer="later")
    assert [one.state for one in await texts(desk)] == ["failed", "waiting"]
    assert "Verstuur opnieuw" not in sanne.text


PAYLOAD = "<script>alert(1)</script>{{ 7 * 7 }} {naam1} \" onmouseover='x"


@pytest.mark.parametrize("doe", ["notitie", "voorbeeld"])
async def test_words_stay_words(desk: Desk, sanne: Page, doe: str) -> None:
    await sanne.send("/bericht", tekst=PAYLOAD, doe=doe)
    for shown in (sanne.shown, (await sanne.open(""), sanne.shown)[1]):
        assert "<script>alert" not in shown
        assert "49" not in re.findall(r"{{ 7.*?}}|49 \{naam1", shown)
    await sanne.open()
    assert "onmouseover='x" not in sanne.shown.replace("&#39;", "")


async def test_each_look_at_the_words_is_noted(desk: Desk, sanne: Page) -> None:
    async with desk.database.reading() as tx:
        head = await desk.book.head(OURS)
        assert head
        looks = [(one.actor, one.what) for one in await reads.of_family(tx, head.family_id)]
    assert looks == [("sanne", "summary")]


@pytest.mark.parametrize(
    ("form", "words"), [("je", "schrijf ik je weer"), ("u", "schrijf ik u weer")]
)
async def test_a_ready_text_comes_in_her_form_and_keeps_what_was_typed(
    desk: Desk, form: str, words: str
) -> None:
    async with desk.database.writing() as tx:
        await town.reached(tx, OURS, form)
    sanne = await browser(desk, "sanne")
    await sanne.open()
    await sanne.send("/bericht", tekst="Dag Amira.", doe="kies", kant="read_it")
    typed = sanne.text.partition("aria-describedby")[2].partition("</textarea>")[0]
    assert "Dag Amira.\n\nDank" in typed
    assert words in typed
    await sanne.send("/bericht", tekst="", doe="kies", kant="own_number")
    assert "Bel dan het wijkteam: 078 000 00 00." in sanne.text
    await sanne.send("/bericht", tekst="Dag.", doe="kies", kant="nowhere")
    assert ">Dag.</textarea>" in sanne.text


async def test_what_was_being_typed_waits_for_its_writer_until_it_is_used(
    desk: Desk, sanne: Page
) -> None:
    for words in ("Dag Ami", "Dag Amira, BSN 111222333."):
        await sanne.open()
        await sanne.send("/bericht/hints", tekst=words, vorm="je")
    again = await browser(desk, "sanne")
    page = await again.open()
    assert "Dag Amira, BSN " in page.partition("aria-describedby")[2]
    assert "111222333" not in page
    ruud = await browser(desk, "ruud")
    assert "Dag Amira" not in await ruud.open()
    await again.send("/bericht", tekst="Dag Amira.", doe="notitie")
    assert "Dag Amira, BSN" not in again.text
    assert [one.kind for one in await texts(desk)] == ["note"]
    for words in ("x", ""):
        await again.open()
        await again.send("/bericht/hints", tekst=words, vorm="je")
    assert [one.kind for one in await texts(desk)] == ["note"]
