"""The web chat by its addresses: start, answer, and what goes wrong."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from bot.channels.webchat import WebChat
from bot.service.ports import Outgoing, Sent
from dialogs.authoring.shelf import load_shipped
from dialogs.render import Message
from tests.bot.channels.web_parent import SITE, Parent
from tests.bot.channels.web_stand_in import app


@pytest.fixture
def parent() -> Parent:
    return Parent()


def test_a_visitor_leaves_nothing_and_sees_a_person(parent: Parent) -> None:
    assert parent.page.status_code == 200
    assert parent.line.items == []
    assert "078 - 770 00 00" in parent.words
    assert 'href="tel:112"' in parent.page.text


def test_the_first_page_and_the_first_message_say_nothing_twice(parent: Parent) -> None:
    landing = re.search(r"<main.*?</main>", parent.page.text, re.S)
    assert landing
    told = load_shipped().script("intake").steps[0]
    first = " ".join([told.text, *(choice.label for choice in told.choices)])
    heavy = set(re.findall(r"[a-z]{6,}", first.lower())) - {"bellen"}  # a person: on both
    assert len(heavy) > 8
    assert heavy & set(re.findall(r"[a-z]{6,}", landing[0].lower())) == set()


def test_beginning_twice_is_one_conversation(parent: Parent) -> None:
    fields = parent.fields("/begin")
    first = parent.web.post("/begin", data=fields, headers=SITE, follow_redirects=False)
    assert first.status_code == 303
    parent.web.get("/")
    again = parent.web.post("/begin", data=fields, headers=SITE, follow_redirects=False)
    assert again.headers["location"] == "/chat?nu#vraag"
    assert len({one.address for one in parent.line.items}) == 1


def test_two_taps_on_begin_that_race_are_one_conversation(parent: Parent) -> None:
    """Both were sent before the first answer came, so both carry the cookie of a visitor."""
    fields, before = parent.fields("/begin"), {"begin": str(parent.web.cookies["begin"])}
    for _ in range(2):
        racing = TestClient(app(parent.deps), cookies=before)
        assert racing.post("/begin", data=fields, headers=SITE).status_code == 200
    assert len(parent.line.items) == 1


def test_she_may_ask_for_a_person_before_anything_starts(parent: Parent) -> None:
    parent.send("/begin", command="bellen")
    assert (parent.line.items[0].kind, parent.line.items[0].command) == ("command", "bellen")


def test_a_code_of_a_letter_travels_with_the_start(parent: Parent) -> None:
    parent.page = parent.web.get("/?code=brief-7")
    parent.send("/begin")
    assert parent.line.items[0].code == "brief-7"
    assert "evil" not in parent.web.get('/?code="evil').text


def test_every_kind_of_answer_is_committed_and_redirected(parent: Parent) -> None:
    parent.begin()
    parent.send(press="1:c.begin")
    assert parent.page.url.path == "/chat"
    assert [r.status_code for r in parent.page.history] == [303]
    parent.send(press="2:c.3")
    parent.send(press="3:ok", picked=["food", "letter"])
    parent.send(text="Mijn zus.\r\nEn wandelen.")
    parent.send(text="3")
    parent.send(text="06 12345678")
    said = [(i.kind, i.press, i.picked, i.text) for i in parent.line.items[1:]]
    assert said == [
        ("press", "1:c.begin", (), ""),
        ("press", "2:c.3", (), ""),
        ("press", "3:ok", ("food", "letter"), ""),
        ("text", "", (), "Mijn zus.\nEn wandelen."),
        ("text", "", (), "3"),
        ("text", "", (), "06 12345678"),
    ]
    for shown in ("Veel te vol", "Eten, Brief van een deurwaarder", "Mijn zus."):
        assert shown in parent.words
    assert 'href="/afspraak/7.ics"' in parent.page.text


def test_she_may_type_where_buttons_are_asked_for_and_when_nothing_is_asked(
    parent: Parent,
) -> None:
    parent.to(2).send(text="Mijn kind heeft honger")
    parent.to(6).send(text="06 12345678")
    parent.send(text="En nog iets")
    said = [item.text for item in parent.line.items if item.kind == "text"]
    assert said == ["Mijn kind heeft honger", "06 12345678", "En nog iets"]


def test_a_refresh_repeats_nothing(parent: Parent) -> None:
    parent.begin().send(press="1:c.begin")
    parent.web.get("/chat")
    assert len(parent.line.items) == 2


@pytest.mark.parametrize("path", ["/", "/chat"])
def test_coming_back_lands_at_the_question_without_a_script(parent: Parent, path: str) -> None:
    parent.to(4)
    page = parent.web.get(path, follow_redirects=False)
    assert (page.status_code, page.headers["location"]) == (303, "/chat?nu#vraag")
    assert parent.web.get("/chat?nu", follow_redirects=False).status_code == 200


def test_boxes_that_were_picked_are_shown_ticked(parent: Parent) -> None:
    parent.to(3)
    talk = parent.line.talks[parent.address]
    boxes = tuple(replace(box, picked=box.id != "home") for box in talk.said[-1].message.boxes)
    asked = replace(talk.said[-1], message=replace(talk.said[-1].message, boxes=boxes))
    parent.line.talks[parent.address] = replace(talk, said=(*talk.said[:-1], asked))
    ticked = re.findall(r'value="(\w+)" checked', parent.web.get("/chat").text)
    assert ticked == ["food", "letter"]


def test_tapping_twice_counts_once(parent: Parent) -> None:
    parent.begin()
    fields = parent.fields() | {"press": "1:c.begin"}
    pages = [parent.web.post("/chat", data=fields, headers=SITE) for _ in range(3)]
    assert {page.status_code for page in pages} == {200}
    assert len(parent.line.items) == 2
    assert "Vraag 1 van 5" in pages[-1].text


@pytest.mark.parametrize("same_key", [False, True], ids=["another tab", "the back button"])
def test_a_stale_form_shows_the_question_of_now_and_keeps_her_words(
    parent: Parent, same_key: bool
) -> None:
    parent.to(4)
    stale = parent.fields() | ({} if same_key else {"key": "k" * 30})
    parent.send(text="Uit het andere tabblad")
    page = parent.web.post("/chat", data=stale | {"text": "Niet kwijt <raken>"}, headers=SITE)
    assert page.status_code == 409
    assert "Dat hoorde bij een vorige vraag" in page.text
    assert "Hoeveel kinderen" in page.text
    assert "Niet kwijt &lt;raken&gt;" in page.text
    assert "Niet kwijt <raken>" not in [item.text for item in parent.line.items]


def test_asking_for_a_person_works_from_a_stale_form_too(parent: Parent) -> None:
    parent.to(3)
    stale = parent.fields() | {"key": "k" * 30}
    parent.send(press="3:ok", picked=["food"])
    parent.page = parent.web.post("/chat", data=stale | {"press": "3:i.call"}, headers=SITE)
    assert parent.line.items[-1].press == "4:i.call"


def test_skip_from_a_stale_form_does_not_skip_the_question_of_now(parent: Parent) -> None:
    parent.to(3)
    stale, count = parent.fields() | {"key": "k" * 30}, len(parent.line.items)
    parent.send(press="3:ok")
    page = parent.web.post("/chat", data=stale | {"press": "3:i.skip"}, headers=SITE)
    assert page.status_code == 409
    assert len(parent.line.items) == count + 1


def test_sending_nothing_costs_nothing(parent: Parent) -> None:
    parent.to(4).send(text="   ")
    assert parent.page.status_code == 422
    assert "Overslaan mag ook" in parent.words
    assert parent.line.items[-1].kind == "press"


@pytest.mark.parametrize("broken", [True, False], ids=["down", "slow"])
def test_when_storage_is_away_her_words_stay_and_can_be_sent_again(broken: bool) -> None:
    parent = Parent().to(4)
    fields = parent.fields()
    if broken:
        parent.line.broken = True
    else:
        parent.line.stuck = True
    parent.send(text="Mijn <b>buurvrouw</b>", key=fields["key"])
    assert parent.page.status_code == 503
    assert "Nog niet verstuurd" in parent.words
    assert "Mijn &lt;b&gt;buurvrouw" in parent.page.text
    assert "078 - 770 00 00" in parent.words
    parent.line.broken = parent.line.stuck = False
    assert parent.fields()["key"] == fields["key"]
    parent.send(text="Mijn buurvrouw")
    assert parent.line.items[-1].text == "Mijn buurvrouw"
    assert "Hoeveel kinderen" in parent.words


def test_a_tap_that_met_trouble_is_sent_again_as_it_was(parent: Parent) -> None:
    parent.to(3)
    parent.line.broken = True
    parent.send(press="3:ok", picked=["food", "home"])
    parent.line.broken = False
    inside = re.findall(r'name="picked" value="(\w+)"', parent.page.text)
    parent.send(press=parent.fields()["press"], picked=inside)
    assert parent.line.items[-1].picked == ("food", "home")


def test_reading_while_storage_is_away_is_an_honest_page(parent: Parent) -> None:
    parent.begin()
    parent.line.broken = True
    page = parent.web.get("/chat")
    assert page.status_code == 503
    assert "Wat al bewaard was, blijft bewaard" in page.text
    assert "078 - 770 00 00" in page.text


def test_a_slow_reply_says_that_her_answer_is_kept(parent: Parent) -> None:
    parent.begin()
    parent.line.slow = True
    parent.send(press="1:c.begin")
    assert "Je antwoord is bewaard." in parent.words
    parent.line.reply(parent.address)
    parent.page = parent.web.get("/chat")
    assert "Je antwoord is bewaard." not in parent.words
    assert "Vraag 1 van 5" in parent.words


def test_only_she_gets_her_invitation(parent: Parent) -> None:
    assert parent.web.get("/afspraak/7.ics").status_code == 404
    parent.begin()
    mine = parent.web.get("/afspraak/7.ics")
    assert mine.headers["content-type"].startswith("text/calendar")
    assert mine.headers["cache-control"] == "no-store"
    assert parent.web.get("/afspraak/8.ics").status_code == 404


def test_the_first_page_is_light(parent: Parent) -> None:
    files = re.findall(r'(?:href|src)="(/web/[^"]+)"', parent.page.text)
    assert len(files) == 3
    parts = [parent.web.get(file) for file in files]
    assert all("immutable" in part.headers["cache-control"] for part in parts)
    assert len(parent.page.content) + sum(len(part.content) for part in parts) <= 40_000


async def test_the_channel_is_done_at_once_and_rings_for_open_pages() -> None:
    channel = WebChat()
    with channel.bells.listening("a") as ear:
        assert await channel.send(Outgoing(1, "a", Message("Hoi"))) == Sent()
        assert ear.is_set()
    assert channel.bells.crowd("a") == 0
