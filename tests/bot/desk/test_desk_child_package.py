"""Something for a child on the desk: a fund is suggested with its reason; a person chooses."""

from __future__ import annotations

import pytest

from bot.desk.child_package import words
from bot.service.clock import SetClock
from bot.service.programmes.child_package import asking, copied
from bot.service.programmes.child_package import words as hers
from bot.service.programmes.child_package.desk import NOTES, PAID
from bot.service.programmes.copied import STATES
from casework.budget import Refusal
from casework.funds import BANDS, WISHES, Why
from casework.requests import states
from storage import grants, reads, reminders, requests, sessions
from storage.database import Database
from storage.requests import Request
from tests.bot.desk import town
from tests.bot.desk.browsing import entered, served
from tests.bot.desk.standin import NOW, OURS, THEIRS
from tests.bot.desk.test_desk_writing import Page
from tests.bot.desk.town import Desk


async def made(database: Database, euros: int) -> Desk:
    desk = town.desk(database, SetClock(NOW), town.for_children(euros))
    async with database.writing() as tx:
        await town.family(tx, desk, OURS)
        await town.family(tx, desk, THEIRS, worker="yusuf", consultant="farida")
        await town.reached(tx, OURS)
    return desk


async def browser(desk: Desk, who: str) -> Page:
    return Page(await entered(served(desk), who))


@pytest.fixture
async def desk(database: Database) -> Desk:
    """A town with € 200 of its own for this year."""
    return await made(database, 200)


@pytest.fixture
async def sanne(desk: Desk) -> Page:
    page = await browser(desk, "sanne")
    await page.open("/kindpakket")
    await page.send("/kindpakket", leeftijd="b4_12", wens="sport", woorden="voetbal")
    return page


async def request_of(desk: Desk, number: int = 1) -> Request:
    async with desk.database.reading() as tx:
        found = await requests.get(tx, number)
    assert found
    return found


async def sent(page: Page, path: str, number: int = 1, **fields: str) -> None:
    """A form of this child's request, as it stands on the page now."""
    parts = page.shown.split(f"/kindpakket/{number}/")
    version = parts[1].partition('name="versie" value="')[2].partition('"')[0]
    await page.send(f"/kindpakket/{number}/{path}", versie=version, **fields)


async def test_from_asked_to_arranged(desk: Desk, sanne: Page) -> None:
    assert "Kind 1, 4 tot en met 12 jaar" in sanne.text
    assert "past misschien, want de wens is: Sport" in sanne.text
    assert sanne.text.count("past misschien") == 1
    await sent(sanne, "staat", staat="visit")
    assert "Stel ook tijden voor" in sanne.text
    await sent(
        sanne, "notitie", own="opa rijdt", items="schoenen en een jaar lid", club="FC Staart"
    )
    assert 'value="opa rijdt"' in sanne.text
    await sent(sanne, "fonds", fonds="sport")
    assert "Stuur de vraag nu zelf naar het fonds." in sanne.text
    await sent(sanne, "geregeld", hoe="club", euros="")
    assert "Direct betaald aan de club of school" in sanne.text
    assert "vanaf zondag 24 oktober 2027; dan komt er een taak" in sanne.text
    one = await request_of(desk)
    assert (one.state, one.due_on, one.facts["fund"]) == (
        "arranged",
        "2027-10-24",
        "Jeugdfonds Sport",
    )
    async with desk.database.reading() as tx:
        looked = await reads.of_family(tx, one.family_id)
        talk = await sessions.by_family(tx, one.family_id)
        assert talk
        ahead = await reminders.of_kinds(
            tx, [talk.id], ("child_package_again", "child_package_due")
        )
    assert "child_package" in {row.what for row in looked}
    # Sunday: she hears on Monday, and so do her people
    walls = sorted((row.kind, row.wall) for row in ahead[talk.id])
    assert walls == [
        ("child_package_again", "2027-10-25T10:00"),
        ("child_package_due", "2027-10-25T08:30"),
    ]
    home = await sanne.open("")
    assert "Kind 1, Sport: Geregeld" in home


async def test_a_fund_that_says_no_leaves_everything_open(desk: Desk, sanne: Page) -> None:
    await sent(sanne, "fonds", fonds="sport")
    assert "Het fonds zegt nee: zoek samen verder" in sanne.text
    await sent(sanne, "staat", staat="refused")
    assert '<span class="tag">Het fonds zei nee</span>' in sanne.text
    assert "We praten hierover" in sanne.text
    await sent(sanne, "fonds", fonds="culture")
    await sent(sanne, "staat", staat="refused")
    await sent(sanne, "staat", staat="not_found")
    assert (await request_of(desk)).state == "not_found"
    assert "Deze vraag loopt niet meer." in sanne.text


async def test_the_money_of_the_town_is_counted_and_never_too_much(desk: Desk, sanne: Page) -> None:
    await sanne.send("/kindpakket", leeftijd="b13_17", wens="music")
    for number, fund in ((1, "sport"), (2, "culture")):
        await sent(sanne, "fonds", number, fonds=fund)
    await sent(sanne, "geregeld", 1, hoe="club", euros="150,50")
    assert "2026: € 150,50 gegeven, nog € 49,50" in sanne.text
    await sent(sanne, "geregeld", 2, hoe="kind", euros="49,51")
    assert "Het budget van dit jaar is niet genoeg. Er is niets genoteerd." in sanne.text
    assert (await request_of(desk, 2)).state == "sent"
    await sent(sanne, "geregeld", 2, hoe="kind", euros="49,50")
    assert "2026: € 200 gegeven, nog € 0" in sanne.text
    async with desk.database.reading() as tx:
        (given,) = await grants.of_request(tx, 2)
    assert (given.what.cents, given.what.months, given.given_by) == (49_50, 1, "sanne")


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("", {"leeftijd": "40", "wens": "sport"}),
        ("", {"leeftijd": "b4_12", "wens": "auto"}),
        ("/1/fonds", {"versie": "0", "fonds": "loterij"}),
        ("/1/fonds", {"versie": "0"}),
        ("/1/fonds", {"fonds": "sport"}),
        ("/1/staat", {"versie": "0", "staat": "arranged"}),
        ("/1/staat", {"versie": "0", "staat": "sent"}),
        ("/1/staat", {"versie": "0", "staat": "x"}),
        ("/1/geregeld", {"versie": "0", "hoe": "club"}),
        ("/1/geregeld", {"versie": "0", "hoe": "geld", "euros": "-5"}),
        ("/1/geregeld", {"versie": "0", "hoe": "club", "euros": "veel"}),
    ],
)
async def test_what_makes_no_sense_changes_nothing(
    desk: Desk, sanne: Page, path: str, fields: dict[str, str]
) -> None:
    await sanne.send(f"/kindpakket{path}", **fields)
    assert "Dat klopte niet: kijk wat je koos, en naar het bedrag." in sanne.text
    one = await request_of(desk)
    assert (one.state, one.version) == ("asked", 0)
    async with desk.database.reading() as tx:
        assert len(await asking.of_family(tx, one.family_id)) == 1


async def test_two_colleagues_at_once_lose_nothing(desk: Desk, sanne: Page) -> None:
    ruud = await browser(desk, "ruud")
    await ruud.open("/kindpakket")
    await sent(sanne, "notitie", items="een fiets")
    await sent(ruud, "notitie", items="een helm")
    assert "Een collega veranderde net iets." in ruud.text
    assert 'value="een fiets"' in ruud.text
    await sent(ruud, "staat", staat="visit")
    await sent(sanne, "fonds", fonds="sport")
    assert "Een collega veranderde net iets." in sanne.text
    assert (await request_of(desk)).state == "visit"


async def test_the_same_form_twice_asks_once(desk: Desk, sanne: Page) -> None:
    await sanne.send("/kindpakket", eenmaal="o" * 20, leeftijd="b4_12", wens="school")
    await sanne.send("/kindpakket", eenmaal="o" * 20, leeftijd="b4_12", wens="school")
    assert "Kind 2" in sanne.text
    assert "Kind 3" not in sanne.text


async def test_a_request_of_another_family_is_not_there(desk: Desk, sanne: Page) -> None:
    yusuf = await browser(desk, "yusuf")
    deeds = desk.deps().programmes.child_package
    with pytest.raises(PermissionError):
        await deeds.send(THEIRS, "yusuf", 1, "sport", 0)
    await yusuf.open("/kindpakket")
    assert "past misschien" not in yusuf.text


async def test_her_words_are_shown_and_never_run(desk: Desk, sanne: Page) -> None:
    await sanne.send(
        "/kindpakket", leeftijd="b4_12", wens="other", woorden="<script>alert(1)</script>"
    )
    assert "<script>alert" not in sanne.shown
    assert "“<script>alert(1)</script>”" in sanne.text


async def test_where_the_town_has_it_not_there_is_no_page(database: Database) -> None:
    desk = town.desk(database, SetClock(NOW))
    async with database.writing() as tx:
        await town.family(tx, desk, OURS)
    page = await browser(desk, "sanne")
    assert "Kindpakket" not in await page.open("")
    assert "Iets voor een kind" not in await page.open("/kindpakket")


async def test_without_money_of_its_own_the_town_asks_for_no_amount(database: Database) -> None:
    page = await browser(await made(database, 0), "sanne")
    await page.open("/kindpakket")
    await page.send("/kindpakket", leeftijd="b4_12", wens="sport")
    await sent(page, "fonds", fonds="sport")
    assert "in euro" not in page.text
    await sent(page, "geregeld", hoe="club", euros="10")
    assert "Dat klopte niet" in page.text


def test_every_code_has_its_words() -> None:
    known = states("child_package")
    assert set(words.STATES) == set(hers.STANDS) == set(known) <= set(STATES)
    assert set(words.WISHES) == set(hers.WISHES) == set(copied.KINDS) == set(WISHES)
    assert set(words.BANDS) == set(copied.VALUES["band"]) == set(BANDS)
    assert set(words.PAID) == set(hers.PAID) == set(copied.VALUES["paid"]) == set(PAID)
    assert set(words.NOTES) == set(NOTES) <= set(copied.FACTS)
    assert set(words.WHY) == {why.value for why in Why}
    of_places = {Refusal.OUTSIDE, Refusal.PLACED}
    assert set(words.REFUSED) == {one.value for one in set(Refusal) - of_places}
    assert set(asking.TOLD) <= set(copied.FACTS)
