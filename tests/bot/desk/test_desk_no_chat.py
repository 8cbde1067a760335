"""A family that others brought and that has no chat: the page says so, and offers what works."""

from __future__ import annotations

import re
from html import unescape

import pytest

from bot.service import handoffs as bringing
from bot.service.clock import SetClock
from storage import contacts, links, requests
from storage.database import Database
from storage.handoffs import Handoff
from storage.requests import NewRequest
from tests.bot.desk import town
from tests.bot.desk.browsing import Browsing, entered, served
from tests.bot.desk.square import squares
from tests.bot.desk.standin import NOW
from tests.bot.desk.test_desk_access import OWN_SITE
from tests.bot.desk.town import Desk


class Page(Browsing):
    """Her worker's browser, on the page of this family."""

    here: str

    async def open(self, path: str = "") -> str:
        answer = await self._client.get(self.here + path)
        onward = answer.headers.get("location")
        self.shown = (await self._client.get(onward)).text if onward else answer.text
        return self.text

    async def send(self, path: str, **fields: str) -> str:
        given = {name: self.field(name) for name in ("bewijs", "eenmaal")} | fields
        answer = await self._client.post(self.here + path, data=given, headers=OWN_SITE)
        onward = answer.headers.get("location")
        self.shown = (await self._client.get(onward)).text if onward else answer.text
        return self.text

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", self.shown)))


@pytest.fixture
def desk(database: Database) -> Desk:
    return town.desk(database, SetClock(NOW))


async def brought(desk: Desk) -> Handoff:
    async with desk.database.writing() as tx:
        (family_id,) = await contacts.without_address(tx, 1, "dordrecht", NOW.timestamp())
        why = bringing.Reason(family_id, "baby", "k")
        found = await bringing.bring(tx, desk.house, why, NOW)
        new = NewRequest(
            "k", "dordrecht", "baby_package", family_id, "referred", "lotte", handoff_id=found.id
        )
        await requests.add(tx, new, NOW.timestamp())
    return found


async def page_of(desk: Desk, found: Handoff) -> Page:
    page = Page(await entered(served(desk), found.neighbourhood_worker))
    page.here = f"/werkplek/overdracht/{found.id}"
    await page.open()
    return page


async def test_the_page_says_that_there_is_no_chat_and_what_works(desk: Desk) -> None:
    page = await page_of(desk, await brought(desk))
    assert "Dit gezin heeft nog geen chat" in page.text
    assert "Tijden aanbieden" not in page.text
    assert "Nog geen bericht verstuurd" not in page.text
    assert "Aantekening schrijven" in page.text
    assert "dit gezin heeft nog geen chat" in await page.open("/tijden")


async def test_two_clicks_make_a_link_that_leads_to_this_family(desk: Desk) -> None:
    found = await brought(desk)
    page = await page_of(desk, found)
    once = page.field("eenmaal")
    first = await page.send("/uitnodigen")
    assert "Iemand vroeg hulp voor" in first
    assert "babypakket" not in first.casefold()  # on paper nobody sees what it is about
    (link,) = squares(page.shown)
    code = link.partition("/?code=")[2]
    async with desk.database.writing() as tx:
        assert await links.home(tx, code, NOW.timestamp()) == found.family_id
    await page.open()
    assert "maakte een link naar de chat" in page.text
    await page.send("/uitnodigen", eenmaal=once)
    assert squares(page.shown) == [link]


async def test_once_there_is_a_chat_the_page_is_as_always(desk: Desk) -> None:
    async with desk.database.writing() as tx:
        found = await town.family(tx, desk, "1" * 32)
    page = await page_of(desk, found)
    assert "Tijden aanbieden" in page.text
    assert "nog geen chat" not in page.text
    assert "heeft al een chat" in await page.send("/uitnodigen")
