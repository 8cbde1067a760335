"""Baby packages in a real browser: without JavaScript, by keyboard, and for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acceptance.desk_served import CHROMIUM, Served
from tests.acceptance.looking import flawless, follow
from tests.acceptance.test_desk_pages import SIZES, visit

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
]


@pytest.fixture
def huizen(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path, town_id="huizen")
    yield served
    served.stop()


def enter(page: Page, served: Served, who: str) -> None:
    page.goto(served.url + "/inloggen")
    follow(page, page.get_by_role("button", name=who))


def test_a_midwife_refers_by_keyboard_without_javascript(browser: Browser, huizen: Served) -> None:
    page = visit(browser, scripts=False)
    enter(page, huizen, "Lotte")
    page.get_by_role("radio", name="Ja").focus()
    page.keyboard.press("Space")
    month, sizes = "zwanger, geboorte in maart", ("Tab", "maat 62", "Tab", "neutraal", "Tab")
    for keys in ("Tab", "Tab", month, *sizes, "Voorbeeldstraat 1", "Tab"):
        if keys == "Tab":
            page.keyboard.press(keys)
        else:
            page.keyboard.type(keys)
    page.keyboard.type("oma helpt")
    for keys in ("Tab", "Tab", "Enter"):
        page.keyboard.press(keys)
    expect(page.get_by_role("status")).to_contain_text("Verstuurd. Het nummer is 1.")
    expect(page.get_by_text("Voorbeeldstraat")).to_have_count(0)
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_every_page_of_packages_meets_wcag_22_aa(
    browser: Browser, huizen: Served, size: str
) -> None:
    page = visit(browser, size=size, scheme="dark" if size == "phone" else "light")
    enter(page, huizen, "Lotte")
    flawless(page)
    page.get_by_role("button", name="Vraag dit pakket").click()
    page.get_by_role("alert").wait_for()
    flawless(page)
    page.get_by_role("radio", name="Ja").check()
    page.get_by_label("Maand van de geboorte").select_option("2027-03")
    page.get_by_label("Waar kan het pakket heen?").fill("Voorbeeldstraat 1, Huizen")
    follow(page, page.get_by_role("button", name="Vraag dit pakket"))
    flawless(page)
    follow(page, page.get_by_role("button", name="Uitloggen"))
    enter(page, huizen, "Els")
    follow(page, page.get_by_role("link", name="Ouder zonder naam").last)
    flawless(page)
    follow(page, page.get_by_role("link", name="Babypakket regelen"))
    flawless(page)
    follow(page, page.get_by_role("button", name="Ken dit pakket toe"))
    flawless(page)
    follow(page, page.get_by_role("button", name="Met de post verstuurd"))
    flawless(page)
    page.get_by_role("link", name="Babypakketten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Babypakketten")
    flawless(page)
    page.close()
