"""The web chat in a real browser: hiding, news, bad networks, two tabs, voice and photos."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.acceptance.looking import violations
from tests.acceptance.web_browser import MARKS, PATIENCE, Chat, tap, to_text
from tests.bot.channels.web_parent import XSS, photo

pytestmark = MARKS


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_hiding_takes_less_than_a_second_and_back_shows_nothing(
    opened: Callable[..., Page], script: bool
) -> None:
    for _ in range(3):  # on a machine that does much else at once, one of these is undisturbed
        page = opened(script=script)
        to_text(page)
        began = time.monotonic()
        tap(page, "Scherm leegmaken")
        expect(page.get_by_text("Er staat hier nu niets.")).to_be_visible()
        took = time.monotonic() - began
        if took < 1:
            break
    assert took < 1
    assert page.title() == "Berichten"
    for _ in range(4):
        page.go_back(wait_until="load")
        if page.url == "about:blank":
            break
        assert "Wat helpt jou al" not in page.inner_text("body")
        assert "Eten" not in page.inner_text("body")


def test_hiding_works_at_once_when_the_network_is_gone(
    opened: Callable[..., Page], chat: Chat
) -> None:
    page = opened()
    to_text(page)
    page.get_by_label("Typ je antwoord").fill("Geheim")
    page.context.set_offline(True)
    tap(page, "Scherm leegmaken")
    assert page.evaluate("document.body.innerText.trim()") == ""
    assert page.evaluate("Object.values({...sessionStorage}).join()") == ""
    page.context.set_offline(False)
    page.goto(chat.url + "/chat")
    expect(page.get_by_text("Er staat hier nu niets.")).to_be_visible()
    tap(page, "Verder gaan")
    expect(page.get_by_label("Typ je antwoord")).to_have_value("")


def test_leaving_goes_away_at_once(opened: Callable[..., Page], chat: Chat) -> None:
    page = opened()
    to_text(page)
    outside = re.compile("^https://")
    page.context.route(
        outside, lambda route: route.fulfill(content_type="text/html", body="<p>Zon")
    )
    tap(page, "Stoppen en weggaan")
    expect(page.get_by_text("Zon")).to_be_visible()
    until = time.monotonic() + PATIENCE / 1000
    while not chat.line.talks[chat.address].cleared_at and time.monotonic() < until:
        time.sleep(0.05)
    page.goto(chat.url + "/chat")
    expect(page.get_by_text("Er staat hier nu niets.")).to_be_visible()


def test_news_arrives_by_itself_and_what_she_types_stays(
    opened: Callable[..., Page], chat: Chat
) -> None:
    page = opened()
    to_text(page)
    page.get_by_label("Typ je antwoord").fill("Ik was bezig")
    chat.line.reply(chat.address, "Morgen heb je een afspraak.")
    expect(page.locator("#log")).to_contain_text("Morgen heb je een afspraak.")
    expect(page.get_by_label("Typ je antwoord")).to_have_value("Ik was bezig")
    chat.line.reply(chat.address)  # another question comes in between
    expect(page.locator("#vraag")).to_contain_text("Hoeveel kinderen")
    expect(page.locator("#main")).to_contain_text("Dit schreef je al")
    assert violations(page) == []


def test_clearing_on_one_phone_empties_the_other(opened: Callable[..., Page], chat: Chat) -> None:
    page = opened()
    to_text(page)
    other = page.context.new_page()
    other.goto(chat.url + "/chat")
    other.get_by_label("Typ je antwoord").fill("Geheim")
    tap(page, "Scherm leegmaken")
    expect(other.get_by_text("Er staat hier nu niets.")).to_be_visible()
    tap(other, "Verder gaan")
    expect(other.get_by_label("Typ je antwoord")).to_have_value("")


def test_an_answer_without_network_waits_and_is_sent_once(
    opened: Callable[..., Page], chat: Chat
) -> None:
    page = opened()
    to_text(page)
    page.context.set_offline(True)
    page.get_by_label("Typ je antwoord").fill("Zonder internet")
    tap(page, "Verstuur")
    expect(page.locator("#state")).to_contain_text("Nog niet verstuurd")
    assert violations(page) == []
    page.context.set_offline(False)
    expect(page.locator("#vraag")).to_contain_text("Hoeveel kinderen")
    expect(page.locator("#log .mine").last).to_contain_text("Verstuurd")
    expect(page.locator("#state")).to_be_hidden()
    page.reload()
    assert [one.text for one in chat.line.items].count("Zonder internet") == 1


def test_what_she_adds_while_an_answer_waits_is_not_lost(
    opened: Callable[..., Page], chat: Chat
) -> None:
    page = opened()
    to_text(page)
    page.context.set_offline(True)
    page.get_by_label("Typ je antwoord").fill("Mijn zus")
    tap(page, "Verstuur")
    expect(page.locator("#state")).to_contain_text("Nog niet verstuurd")
    page.get_by_label("Typ je antwoord").press_sequentially(" en mijn moeder")
    page.context.set_offline(False)
    expect(page.locator("#vraag")).to_contain_text("Hoeveel kinderen")
    expect(page.locator("#main")).to_contain_text("Dit schreef je al")
    expect(page.get_by_label("Typ een getal")).to_have_value("en mijn moeder")
    page.reload()
    expect(page.get_by_label("Typ een getal")).to_have_value("en mijn moeder")
    assert chat.line.items[-1].text == "Mijn zus"


def test_an_answer_that_was_kept_but_not_confirmed_does_not_swallow_the_next_tap(
    opened: Callable[..., Page], chat: Chat
) -> None:
    """The answer came through, the page did not: news brings the next question."""
    page = opened()
    tap(page, "Naar het gesprek")
    met: list[int] = []
    back = threading.Event()

    def lose(route: Route) -> None:
        if route.request.method != "POST" or back.is_set():
            return route.fallback()
        met.append(0 if met else route.fetch(max_redirects=0).status)
        return route.fulfill(status=503, body="")

    page.route("**/chat", lose)
    tap(page, "Beginnen")
    expect(page.locator("#state")).to_contain_text("Nog niet verstuurd")
    until = time.monotonic() + 5
    while len(met) < 2 and time.monotonic() < until:
        page.wait_for_timeout(20)
    back.set()
    chat.line.reply(chat.address, "Morgen heb je een afspraak.")
    expect(page.locator("#vraag")).to_contain_text("Vraag 1 van 5")
    tap(page, "Vol")
    expect(page.locator("#vraag")).to_contain_text("Wat kan niet wachten?")
    assert met[:2] == [303, 0]
    assert not any(met[1:])  # each piece of news makes the page try again
    assert [one.press for one in chat.line.items[1:]] == ["1:c.begin", "2:c.2"]


def below(page: Page, upper: str, lower: str) -> bool:
    """Whether the whole of `lower` is under `upper` on the screen."""
    over, under = page.locator(upper).bounding_box(), page.locator(lower).first.bounding_box()
    assert over
    assert under
    return over["y"] + over["height"] <= under["y"] + 1


def test_what_waits_is_named_and_covers_no_button(opened: Callable[..., Page], chat: Chat) -> None:
    page = opened()
    for turn, name in enumerate(("Naar het gesprek", "Beginnen"), 1):
        tap(page, name)
        expect(page.locator(f"#talk[data-turn='{turn}']")).to_be_visible()
    page.context.set_offline(True)
    tap(page, "Veel te vol")
    state = page.locator("#state")
    expect(state).to_contain_text("Dit wacht nog: “Veel te vol”")
    expect(state).to_contain_text("Laat dit scherm open.")
    expect(state.get_by_role("button", name="Nu proberen")).to_be_in_viewport()
    assert below(page, "header", "#state")
    for place in ("#vraag", "button.answer", ".menu"):
        assert below(page, "#state", place)
    page.evaluate("window.scrollTo({ top: 4000, behavior: 'instant' })")
    button = page.get_by_role("button", name="Ik wil bellen").bounding_box()
    assert button
    middle = [button["x"] + button["width"] / 2, button["y"] + button["height"] / 2]
    assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).innerText", middle) == (
        "Ik wil bellen"
    )
    page.context.set_offline(False)
    expect(page.get_by_label("Eten")).to_be_visible()
    expect(state).to_be_hidden()


def test_a_photo_in_between_leaves_her_ticks(opened: Callable[..., Page], chat: Chat) -> None:
    page = opened()
    for turn, name in enumerate(("Naar het gesprek", "Beginnen", "Vol"), 1):
        tap(page, name)
        expect(page.locator(f"#talk[data-turn='{turn}']")).to_be_visible()
    page.get_by_label("Eten").check()
    chat.line.slow = True  # the same question stays on the page
    page.get_by_text("Iets typen of sturen").click()
    page.get_by_text("Inspreken of een foto sturen").click()
    file: Any = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo(place=False)}
    page.get_by_label("Kies een foto of een PDF").set_input_files(file)
    tap(page, "Verstuur bestand")
    expect(page.get_by_text("Je foto is bewaard.")).to_be_visible()
    expect(page.get_by_label("Eten")).to_be_checked()
    expect(page.get_by_label("Mijn huis")).not_to_be_checked()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("path", ["/", "/chat"])
def test_coming_back_lands_at_the_question(
    opened: Callable[..., Page], chat: Chat, path: str, script: bool
) -> None:
    page = opened(script=script)
    to_text(page)
    for _ in range(8):
        chat.line.reply(chat.address, "Een bericht van eerder. " * 8)
    page.goto("about:blank")
    page.goto(chat.url + path)
    expect(page.locator("#vraag")).to_be_in_viewport(ratio=1)
    assert below(page, "header", "#vraag")
    assert page.locator("#log").bounding_box()["y"] < 0  # type: ignore[index]


def test_an_answer_that_waits_survives_a_reload(opened: Callable[..., Page], chat: Chat) -> None:
    page = opened()
    to_text(page)
    chat.line.broken = True
    page.get_by_label("Typ je antwoord").fill("Niet kwijt")
    tap(page, "Verstuur")
    expect(page.locator("#state")).to_contain_text("Nog niet verstuurd")
    chat.line.broken = False
    page.reload()
    expect(page.locator("#vraag")).to_contain_text("Hoeveel kinderen")
    assert [one.text for one in chat.line.items].count("Niet kwijt") == 1


def test_what_she_typed_is_back_after_a_reload(opened: Callable[..., Page]) -> None:
    page = opened()
    to_text(page)
    page.get_by_label("Typ je antwoord").fill("Halverwege")
    page.reload()
    expect(page.get_by_label("Typ je antwoord")).to_have_value("Halverwege")


def test_two_tabs_one_answer_and_the_other_words_stay(
    opened: Callable[..., Page], chat: Chat
) -> None:
    page = opened(bare=True)
    to_text(page)
    other = page.context.new_page()
    other.goto(chat.url + "/chat")
    page.get_by_label("Typ je antwoord").fill("Hier")
    tap(page, "Verstuur")
    expect(page.get_by_label("Typ een getal")).to_be_visible()
    other.get_by_label("Typ je antwoord").fill("Daar")
    tap(other, "Verstuur")
    expect(other.get_by_text("Dat hoorde bij een vorige vraag.")).to_be_visible()
    expect(other.locator("blockquote")).to_have_text("Daar")
    expect(other.get_by_label("Typ een getal")).to_be_visible()
    assert violations(other) == []


def test_she_speaks_listens_and_sends(opened: Callable[..., Page], chat: Chat) -> None:
    page = opened(permissions=["microphone"])
    to_text(page)
    tap(page, "Spreek in")
    tap(page, "Stop met inspreken")
    expect(page.locator("audio")).to_be_visible()
    assert violations(page) == []
    tap(page, "Verstuur je stem")
    expect(page.get_by_text("Je spraakbericht is bewaard.")).to_be_visible()
    [(kind, _, body)] = chat.line.files.values()
    assert kind == "voice"
    assert len(body) > 100


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_photo_goes_along_with_her_words(
    opened: Callable[..., Page], chat: Chat, script: bool
) -> None:
    page = opened(script=script)
    to_text(page)
    page.get_by_label("Typ je antwoord").fill("Een brief")
    page.get_by_text("Inspreken of een foto sturen").click()
    file: Any = {"name": "brief.jpg", "mimeType": "image/jpeg", "buffer": photo(place=True)}
    page.get_by_label("Kies een foto of een PDF").set_input_files(file)
    tap(page, "Verstuur bestand")
    expect(page.get_by_text("Je foto is bewaard.")).to_be_visible()
    assert chat.line.items[-1].text == "Een brief"


def test_payloads_never_run(opened: Callable[..., Page], chat: Chat) -> None:
    """A dialog or a script error fails the test by itself."""
    for payload in XSS:
        page = opened()
        to_text(page)
        page.get_by_label("Typ je antwoord").fill(payload)
        tap(page, "Verstuur")
        expect(page.locator("#log .mine").last).to_have_text(re.compile(re.escape(payload)))
        chat.line.reply(chat.address, payload)
        expect(page.locator("#log .bot").last).to_be_visible()
        assert page.locator("main script, main img, main svg, main b, main i").count() == 0


def test_reading_aloud_is_offered_only_with_a_dutch_voice(opened: Callable[..., Page]) -> None:
    voices = "[{name: 'x', lang: '%s', localService: %s}]"
    for lang, local, offered in (("nl-NL", "true", 1), ("nl-NL", "false", 0), ("en", "true", 0)):
        page = opened()
        page.add_init_script(f"speechSynthesis.getVoices = () => {voices % (lang, local)}")
        tap(page, "Naar het gesprek")
        page.wait_for_url("**/chat*")
        page.wait_for_load_state("networkidle") if not offered else None
        expect(page.get_by_role("button", name="Lees voor")).to_have_count(offered)
