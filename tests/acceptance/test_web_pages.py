"""The web chat in a real browser at phone size: with and without JavaScript, and WCAG 2.2 AA."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.acceptance.web_browser import MARKS, Chat, launch, phone, violations, wide

pytestmark = MARKS
NEUTRAL = re.compile(r"/leeg$")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        opened = launch(driver)
        yield opened
        opened.close()


@pytest.fixture
def chat() -> Iterator[Chat]:
    served = Chat()
    yield served
    served.stop()


@pytest.fixture
def opened(browser: Browser, chat: Chat) -> Iterator[Callable[..., Page]]:
    """Opens the landing page on a phone; whatever the page's script raises fails the test."""
    pages: list[Page] = []
    errors: list[str] = []

    def make(**more: Any) -> Page:
        page = phone(browser, **more)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("dialog", lambda _: errors.append("a dialog"))
        page.goto(chat.url)
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.context.close()
    assert errors == []


def tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def to_text(page: Page) -> None:
    """Up to the question that she answers in her own words."""
    for turn, name in enumerate(("Beginnen", "Beginnen", "Vol"), 1):
        tap(page, name)
        expect(page.locator(f"#talk[data-turn='{turn}']")).to_be_visible()
    page.get_by_label("Eten").check()
    tap(page, "Klaar")
    expect(page.get_by_label("Typ je antwoord")).to_be_visible()


def walk(page: Page, seen: Callable[[str], None]) -> None:
    """Every kind of question, to the end."""
    seen("landing")
    tap(page, "Beginnen")
    expect(page.get_by_role("button", name="Uitleg")).to_be_visible()
    seen("info")
    tap(page, "Beginnen")
    expect(page.get_by_text("Hoe vol zit je hoofd")).to_be_visible()
    seen("choice")
    tap(page, "Veel te vol")
    page.get_by_label("Eten").check()
    page.get_by_label("Mijn huis").check()
    seen("boxes")
    tap(page, "Klaar")
    page.get_by_text("Inspreken of een foto sturen").click()
    seen("text")
    page.get_by_label("Typ je antwoord").fill("Mijn zus en <b>wandelen</b>")
    tap(page, "Verstuur")
    page.get_by_label("Typ een getal").fill("2")
    seen("number")
    page.keyboard.press("Enter")
    page.get_by_label("Typ je nummer").fill("06 12345678")
    seen("phone")
    tap(page, "Verstuur")
    expect(page.get_by_role("link", name="Zet in je agenda")).to_be_visible()
    seen("end")
    page.get_by_role("link", name="Bewaar je link").click()
    expect(page.get_by_label("Jouw link")).to_be_visible()
    seen("link")
    tap(page, "Scherm leegmaken")
    expect(page.get_by_text("Er staat hier nu niets.")).to_be_visible()
    seen("empty")


@pytest.mark.parametrize("bare", [False, True], ids=["script", "no script"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_meets_wcag_22_aa(opened: Callable[..., Page], scheme: str, bare: bool) -> None:
    found: dict[str, Any] = {}
    page = opened(bare=bare, color_scheme=scheme)

    def seen(name: str) -> None:
        found[name] = violations(page)
        assert not wide(page), f"{name} scrolls sideways"

    walk(page, seen)
    assert len(found) == 10
    assert found == {name: [] for name in found}


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_whole_conversation(opened: Callable[..., Page], chat: Chat, script: bool) -> None:
    walk(opened(script=script), lambda _: None)
    said = [(one.kind, one.press, one.picked, one.text) for one in chat.line.items]
    assert said == [
        ("start", "", (), ""),
        ("press", "1:c.begin", (), ""),
        ("press", "2:c.3", (), ""),
        ("press", "3:ok", ("food", "home"), ""),
        ("text", "", (), "Mijn zus en <b>wandelen</b>"),
        ("text", "", (), "2"),
        ("text", "", (), "06 12345678"),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_trouble_meet_wcag_22_aa_too(
    opened: Callable[..., Page], chat: Chat, scheme: str
) -> None:
    page = opened(bare=True, color_scheme=scheme)
    to_text(page)
    found: dict[str, Any] = {}
    tap(page, "Verstuur")  # nothing typed
    found["nothing"] = violations(page)
    page.get_by_label("Typ je antwoord").fill("Mijn zus")
    chat.line.broken = True
    tap(page, "Verstuur")
    expect(page.get_by_role("heading", name="Nog niet verstuurd")).to_be_visible()
    found["again"] = violations(page)
    other = page.context.new_page()
    other.goto(chat.url + "/chat")
    found["away"] = violations(other)
    chat.line.broken = False
    other.goto(chat.url + "/v/" + "0" * 64)
    found["resume"] = violations(other)
    tap(other, "Verder gaan")
    found["no link"] = violations(other)
    tap(page, "Nog een keer versturen")
    expect(page.get_by_text("Hoeveel kinderen")).to_be_visible()
    chat.line.slow = True
    page.get_by_label("Typ een getal").fill("2")
    tap(page, "Verstuur")
    expect(page.get_by_text("Je antwoord is bewaard.")).to_be_visible()
    found["waiting"] = violations(page)
    assert found == {name: [] for name in found}
    assert len(found) == 6


def test_the_page_fits_at_320_pixels_and_at_400_percent(
    opened: Callable[..., Page], chat: Chat
) -> None:
    """400 % of a screen of 1280 by 1024 leaves 320 by 256."""
    for width, height in ((320, 568), (320, 256)):
        page = opened()
        page.set_viewport_size({"width": width, "height": height})

        def seen(name: str, page: Page = page) -> None:
            assert not wide(page), name

        walk(page, seen)
        chat.line.talks.clear()
        chat.line.items.clear()


def test_targets_are_large_enough_for_a_thumb(opened: Callable[..., Page]) -> None:
    page = opened()
    small: list[Any] = []

    def seen(name: str) -> None:
        boxes = page.locator("button:visible, label.box:visible, summary:visible, input:visible")
        for one in boxes.all():
            box = one.bounding_box()
            if box and box["height"] < 44 and one.get_attribute("type") != "checkbox":
                small.append((name, one.inner_text(), box["height"]))

    walk(page, seen)
    assert small == []


def test_she_can_do_everything_with_a_keyboard(opened: Callable[..., Page], chat: Chat) -> None:
    page = opened()

    def reach(name: str) -> None:
        for _ in range(40):
            page.keyboard.press("Tab")
            focused = page.evaluate(
                "(document.activeElement.labels?.[0] || document.activeElement).innerText"
            )
            if (focused or "").strip() == name:
                outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert outline != "none", name
                return
        raise AssertionError(f"no Tab leads to {name}")

    reach("Beginnen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/chat*")
    reach("Uitleg")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Hoe vol")).to_be_visible()
    expect(page.locator("#vraag")).to_be_focused()
    reach("Vol")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Eten")).to_be_visible()
    reach("Eten")
    page.keyboard.press("Space")
    reach("Klaar")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Typ je antwoord")).to_be_visible()
    assert chat.line.items[-1].picked == ("food",)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_hiding_takes_less_than_a_second_and_back_shows_nothing(
    opened: Callable[..., Page], script: bool
) -> None:
    page = opened(script=script)
    to_text(page)
    began = time.monotonic()
    tap(page, "Scherm leegmaken")
    expect(page.get_by_text("Er staat hier nu niets.")).to_be_visible()
    assert time.monotonic() - began < 1
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
    until = time.monotonic() + 3
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
    expect(other.get_by_label("Typ je antwoord")).to_be_visible()
    tap(page, "Scherm leegmaken")
    expect(other.get_by_text("Er staat hier nu niets.")).to_be_visible()


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
    expect(page.locator("#state")).to_contain_text("Verstuurd")
    page.reload()
    assert [one.text for one in chat.line.items].count("Zonder internet") == 1


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
    from tests.bot.channels.test_webchat import photo

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
    from tests.bot.channels.test_webchat import XSS

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
        tap(page, "Beginnen")
        page.wait_for_url("**/chat*")
        page.wait_for_load_state("networkidle") if not offered else None
        expect(page.get_by_role("button", name="Lees voor")).to_have_count(offered)
