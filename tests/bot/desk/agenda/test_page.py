"""*Mijn agenda*: one's own address, shown once."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.desk.agenda import feed
from bot.desk.agenda.stored import StoredAgenda
from bot.desk.app import routes
from storage.database import Database
from tests.bot.desk import town
from tests.bot.desk.test_desk_access import OWN_SITE, PREFIX, enter, proof


@pytest.fixture
def who(database: Database) -> TestClient:
    desk = town.desk(database)
    agenda = StoredAgenda(database, desk.house)
    app = Starlette(
        routes=[*feed.routes(agenda.opened_by), *routes(replace(desk.deps(), agenda=agenda))]
    )
    found = TestClient(app, base_url="http://testserver", follow_redirects=False)
    enter(found, "sanne")
    return found


def press(who: TestClient, more: str = "") -> str:
    answer = who.post(f"{PREFIX}/agenda{more}", data={"bewijs": proof(who)}, headers=OWN_SITE)
    assert answer.status_code == (303 if more else 200)
    assert answer.headers["cache-control"] == "no-store"
    return answer.text


def address_in(page: str) -> str:
    found = re.search(r'value="http://testserver(/agenda/[A-Za-z0-9_-]{43}\.ics)"', page)
    return found[1] if found else ""


async def test_the_address_is_shown_once_works_and_can_be_replaced(who: TestClient) -> None:
    assert "Maak een adres" in who.get(f"{PREFIX}/agenda").text
    first = address_in(press(who))
    assert who.get(first).status_code == 200
    page = who.get(f"{PREFIX}/agenda").text
    assert first[8:51] not in page
    assert "Maak een nieuw adres" in page
    assert "Laatst opgehaald" in page
    second = address_in(press(who))
    assert (who.get(first).status_code, who.get(second).status_code) == (404, 200)
    press(who, "/weghalen")
    assert who.get(second).status_code == 404


async def test_the_address_needs_no_cookie_and_the_page_does(who: TestClient) -> None:
    address = address_in(press(who))
    who.cookies.clear()
    assert who.get(address).status_code == 200
    assert who.get(f"{PREFIX}/agenda").status_code == 303


async def test_a_form_from_elsewhere_changes_nothing(who: TestClient) -> None:
    address = address_in(press(who))
    elsewhere = {"sec-fetch-site": "cross-site"}
    for more in ("", "/weghalen"):
        answer = who.post(f"{PREFIX}/agenda{more}", data={"bewijs": proof(who)}, headers=elsewhere)
        assert answer.status_code == 403
    assert who.get(address).status_code == 200
