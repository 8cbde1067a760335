"""The web chat hides, lets go, and comes back behind a link."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.bot.channels.web_parent import SITE, Parent
from tests.bot.channels.web_stand_in import app, hashed


@pytest.fixture
def parent() -> Parent:
    return Parent()


def test_clearing_hides_all_on_every_device_and_keeps_the_question(parent: Parent) -> None:
    parent.to(4).send(text="Iets van mij")
    other = TestClient(app(parent.deps), cookies=dict(parent.web.cookies))
    parent.page = parent.web.post("/leeg", headers=SITE)
    assert parent.page.url.path == "/leeg"
    for browser in (parent.web, other):
        for path in ("/chat", "/link", "/leeg"):
            page = browser.get(path)
            assert "Iets van mij" not in page.text
            assert "kinderen" not in page.text
            assert "Er staat hier nu niets." in page.text
    parent.send("/verder")
    assert "Iets van mij" not in parent.words
    assert "Hoeveel kinderen" in parent.words


def test_an_emptied_screen_gives_the_numbers_and_tells_nothing_else(parent: Parent) -> None:
    parent.to(4)
    page = parent.web.post("/leeg", headers=SITE).text
    assert 'href="tel:0787700000"' in page
    assert 'href="tel:112"' in page
    for telling in ("wijkteam", "zelfmoord", "Geweld", "Stapje", "/link"):
        assert telling not in page


def test_clearing_hides_at_once_when_storage_is_away(parent: Parent) -> None:
    parent.to(4)
    parent.line.broken = True
    assert parent.web.post("/leeg", headers=SITE).url.path == "/leeg"
    parent.line.broken = False
    assert "Er staat hier nu niets." in parent.web.get("/chat").text


def test_a_new_message_does_not_fill_an_emptied_screen(parent: Parent) -> None:
    parent.to(2)
    parent.web.post("/leeg", headers=SITE)
    parent.line.reply(parent.address, "Morgen heb je een afspraak.")
    assert "afspraak" not in parent.web.get("/chat").text


def test_an_old_form_shows_nothing_after_clearing(parent: Parent) -> None:
    parent.to(4)
    fields = parent.fields()
    parent.web.post("/leeg", headers=SITE)
    page = parent.web.post("/chat", data=fields | {"turn": "1", "text": "x"}, headers=SITE)
    assert "Wat helpt" not in page.text
    assert "Er staat hier nu niets." in page.text


def test_leaving_goes_to_a_page_that_tells_nothing(parent: Parent) -> None:
    parent.to(4)
    gone = parent.web.post("/weg", headers=SITE, follow_redirects=False)
    assert gone.headers["location"] == parent.deps.front.leave_to
    assert "Er staat hier nu niets." in parent.web.get("/chat").text


def test_another_site_cannot_make_her_browser_forget_her(parent: Parent) -> None:
    parent.begin()
    hostile = TestClient(app(parent.deps))
    for path in ("/leeg", "/weg", "/begin", "/v", "/verder", "/loslaten"):
        page = hostile.post(
            path, data={"x": "1"}, headers={"sec-fetch-site": "cross-site"}, follow_redirects=False
        )
        assert not any(c.startswith("chat=") for c in page.headers.get_list("set-cookie")), path


def link_of(parent: Parent) -> str:
    found = re.search(r'value="(http[^"]*/v/[0-9a-f]{64})"', parent.web.get("/link").text)
    assert found
    return found[1]


def test_her_link_opens_nothing_until_she_taps_and_then_shows_only_now(parent: Parent) -> None:
    parent.to(4).send(text="Iets van toen")
    link = link_of(parent)
    phone = Parent(line=parent.line, clock=parent.deps.clock, bells=parent.deps.bells)
    phone.page = phone.web.get(link)
    assert "chat" not in phone.web.cookies
    assert "kinderen" not in phone.words
    phone.send("/v")
    assert phone.page.url.path == "/chat"
    assert "Hoeveel kinderen" in phone.words
    assert "Iets van toen" not in phone.words


def test_a_wrong_link_says_so_kindly(parent: Parent) -> None:
    parent.page = parent.web.get("/v/" + "0" * 64)
    parent.send("/v")
    assert parent.page.status_code == 404
    assert "Deze link werkt niet" in parent.words
    assert "Deze link werkt niet" in parent.web.get("/v/<script>").text


def test_her_link_also_opens_where_another_conversation_was_open(parent: Parent) -> None:
    parent.to(4)
    link, other = link_of(parent), Parent(line=parent.line, clock=parent.deps.clock)
    other.send("/begin")
    other.page = other.web.get(link)
    other.send("/v")
    assert "Wat helpt jou al?" in other.words


def test_letting_go_of_a_phone_leaves_only_the_link(parent: Parent) -> None:
    parent.to(3)
    link = link_of(parent)
    stale = parent.web.get("/link")
    parent.page = stale
    parent.send("/loslaten")
    assert parent.web.get("/chat").url.path == "/"
    parent.page = parent.web.get(link)
    parent.send("/v")
    assert "Wat kan niet wachten" in parent.words


def test_the_token_is_kept_nowhere(parent: Parent) -> None:
    parent.begin()
    token = parent.web.cookies["chat"].partition(".")[0]
    assert token not in repr(parent.line)
    assert parent.address == hashed("web-token", token)


def test_the_first_form_is_worth_nothing_after_letting_go(parent: Parent) -> None:
    first = parent.fields("/begin")
    parent.begin().to(4).send(text="Iets van mij")
    parent.page = parent.web.get("/link")
    parent.send("/loslaten")
    page = parent.web.post("/begin", data=first, headers=SITE)
    assert "Iets van mij" not in page.text
    assert len(parent.line.talks) == 2


def test_a_page_that_emptied_itself_without_network_stays_empty(parent: Parent) -> None:
    parent.to(4)
    parent.web.cookies.set("dicht", "1", domain="testserver.local")
    parent.page = parent.web.get("/chat")
    assert "Er staat hier nu niets." in parent.words
    parent.send("/verder")
    assert "Wat helpt jou al?" in parent.words
    assert "dicht" not in parent.web.cookies
