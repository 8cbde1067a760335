"""The web chat in a real browser at phone size: how it looks, and who can use it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.acceptance.looking import violations, wide
from tests.acceptance.web_browser import MARKS, Chat, tap, to_text

pytestmark = MARKS


def walk(page: Page, seen: Callable[[str], None]) -> None:
    """Every kind of question, to the end."""
    seen("landing")
    tap(page, "Naar het gesprek")
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
    page.get_by_label("Typ een getal").press("Enter")  # a page that just came moves the focus
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
    with page.expect_navigation():
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
    with other.expect_navigation():
        tap(other, "Verder gaan")
    found["no link"] = violations(other)
    tap(page, "Opnieuw versturen")
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

    reach("Naar het gesprek")
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
