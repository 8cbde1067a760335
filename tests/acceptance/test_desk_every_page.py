"""Every page of the desk, by the list of pictures that is held against the routes, for everyone.

Over a desk that was lived in, so that no part of a page is empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.acceptance.desk_served import CHROMIUM, EVERYTHING, Served
from tests.acceptance.looking import violations, wide
from tests.acceptance.test_desk_pages import Scheme, visit
from tests.pictures import SHOTS, entered, look

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
]
UNTRANSLATED = ("**", "{{", "{n}", "None", "_", "&lt;", "&amp;", "undefined", "T00:00")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    desk = Served(tmp_path, town_id=EVERYTHING)
    yield desk
    desk.stop()


def pages(browser: Browser, served: Served, **how: str) -> Iterator[tuple[str, Page]]:
    """Each page of the desk, as whoever sees it."""
    colleagues: dict[str, Page] = {}
    for route, shot in SHOTS.items():
        if shot.who not in colleagues:
            page = visit(browser, **how)  # type: ignore[arg-type]  # its own names
            colleagues[shot.who] = entered(page, served, shot.who)
        look(colleagues[shot.who], served, shot)
        yield route, colleagues[shot.who]
    for page in colleagues.values():
        page.close()


@pytest.mark.parametrize(("size", "scheme"), [("desktop", "light"), ("phone", "dark")])
def test_every_page_meets_wcag_22_aa_with_all_its_parts_open(
    browser: Browser, served: Served, size: str, scheme: Scheme
) -> None:
    found: dict[str, list[object]] = {}
    sideways, odd = [], []
    for route, page in pages(browser, served, size=size, scheme=scheme):
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        found[route] = violations(page)
        sideways += [route] if wide(page) else []
        text = page.locator("body").inner_text()
        odd += [(route, one) for one in UNTRANSLATED if one in text and route != "guide"]
        empty = (
            "[...document.querySelectorAll('h1, h2, h3')].filter(e => !e.innerText.trim()).length"
        )
        assert page.evaluate(empty) == 0, route
        assert page.locator("h1, body.letter h2").count() >= 1, route
    assert found == {route: [] for route in SHOTS}
    assert sideways == []
    assert odd == []


def test_every_page_at_400_percent_and_in_high_contrast(browser: Browser, served: Served) -> None:
    sideways, unseen = [], []
    for route, page in pages(browser, served):
        page.set_viewport_size({"width": 320, "height": 256})
        sideways += [route] if wide(page) else []
        page.set_viewport_size({"width": 1280, "height": 800})
        page.emulate_media(forced_colors="active")
        plain = (  # a button or field whose edge only a colour of ours would show
            "[...document.querySelectorAll('button, .button, input:not([type=hidden]), select,"
            " textarea')].filter(e => e.checkVisibility() && e.type !== 'file'"
            " && e.type !== 'radio' && e.type !== 'checkbox'"
            " && parseFloat(getComputedStyle(e).borderTopWidth) < 1).length"
        )
        unseen += [route] if page.evaluate(plain) else []
        page.emulate_media(forced_colors="none")
    assert sideways == []
    assert unseen == []


def test_every_page_can_be_walked_with_the_keyboard(browser: Browser, served: Served) -> None:
    """Everything to press or fill in gets a visible focus, and Tab always goes on."""
    for route, page in pages(browser, served):
        page.keyboard.press("Tab")
        seen = set()
        for _ in range(page.locator("a, button, input, select, textarea, summary").count() + 2):
            focused = page.evaluate(
                "(() => { const e = document.activeElement; const s = getComputedStyle(e);"
                " return [e.tagName, e.outerHTML, s.outlineStyle !== 'none' &&"
                " parseFloat(s.outlineWidth) >= 2]; })()"
            )
            if focused[0] == "BODY":
                break
            assert focused[2], (route, focused[1])
            seen.add(focused[1])
            page.keyboard.press("Tab")
        pressable = page.locator("button:visible, main a:visible").count()
        assert len(seen) >= min(pressable, 3), route
