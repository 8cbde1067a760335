"""The summary on paper, or as the PDF that the browser makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.acceptance.desk_served import CHROMIUM, Served
from tests.acceptance.test_desk_pages import HANDOFF, TROUBLED, enter, visit

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    desk = Served(tmp_path)
    yield desk
    desk.stop()


def test_on_paper_stands_what_was_said_and_no_button(browser: Browser, served: Served) -> None:
    page = visit(browser)
    enter(page, served)
    page.goto(served.url + TROUBLED)
    page.emulate_media(media="print")
    shown = "[...document.querySelectorAll('{}')].filter(e => e.checkVisibility()).length"
    assert page.evaluate(shown.format("button, .button:not(.call), nav, .foot")) == 0
    assert page.evaluate(shown.format("section.part")) == 13
    for words in ("Brief van een deurwaarder", "niet gevraagd", "Wat de ouder van ons hoorde"):
        expect(page.get_by_text(words).first).to_be_visible()
    page.close()


def test_a_family_fits_on_one_sheet_with_its_number_and_who_printed_it(
    browser: Browser, served: Served
) -> None:
    page = visit(browser)
    enter(page, served)
    page.goto(served.url + HANDOFF)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1
    numbered = (
        "[...document.styleSheets].flatMap(s => [...s.cssRules])"
        ".filter(r => r instanceof CSSPageRule).map(r => r.cssText).join()"
    )
    assert "counter(page)" in page.evaluate(numbered)
    by = page.get_by_text("Afgedrukt door Sanne op 24 november 2026, 10:30 uur.")
    expect(by).to_be_hidden()
    page.emulate_media(media="print")
    expect(by).to_be_visible()
    page.close()
