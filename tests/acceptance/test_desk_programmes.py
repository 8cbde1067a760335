"""The teacher's form, the ideas box and the money of breakthroughs in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acceptance.desk_served import CHROMIUM, Served
from tests.acceptance.looking import flawless, follow
from tests.acceptance.test_desk_baby import enter
from tests.acceptance.test_desk_pages import SIZES, keep, visit

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
]


@pytest.fixture
def opsterland(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path, town_id="opsterland")
    yield served
    served.stop()


@pytest.fixture
def dordrecht(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path)
    yield served
    served.stop()


def asks(page: Page) -> None:
    """A teacher fills in the form."""
    page.get_by_role("radio", name="Ja").check()
    page.get_by_label("Leeftijd van het kind").select_option("b4_12")
    page.get_by_role("radio", name="Sport").check()
    page.get_by_label("Hoe bereiken we de ouder?").fill("Amira, 06 12 34 56 78")
    page.get_by_role("button", name="Vraag dit voor dit kind").click()


@pytest.mark.parametrize("size", SIZES)
def test_a_teacher_asks_for_two_children_of_one_family(
    browser: Browser, opsterland: Served, size: str
) -> None:
    page = visit(
        browser, size=size, scheme="dark" if size == "phone" else "light", scripts=size == "phone"
    )
    enter(page, opsterland, "Nynke")
    expect(page.get_by_role("heading", level=1)).to_have_text("Iets vragen voor een kind")
    page.get_by_role("button", name="Vraag dit voor dit kind").click()
    page.get_by_role("alert").wait_for()
    keep(page, f"teacher-{size}")
    if size == "phone":  # axe needs scripts
        flawless(page)
    asks(page)
    expect(page.get_by_role("status")).to_contain_text("Verstuurd. Het nummer is 1.")
    page.get_by_role("link", name="Nog een kind van dit gezin").click()
    expect(page.get_by_label("Hoe bereiken we de ouder?")).to_have_count(0)
    page.get_by_role("radio", name="Ja").check()
    page.get_by_label("Leeftijd van het kind").select_option("b13_17")
    page.get_by_role("radio", name="Muziek").check()
    page.get_by_role("button", name="Vraag dit voor dit kind").click()
    expect(page.get_by_role("status")).to_contain_text("Het nummer is 2.")
    follow(page, page.get_by_role("button", name="Uitloggen"))
    enter(page, opsterland, "Hilda")
    page.get_by_role("link", name="Ouder zonder naam").last.click()
    page.get_by_role("link", name="Kindpakket regelen").click()
    expect(page.get_by_text("Kind 2, 13 tot en met 17 jaar")).to_be_visible()
    keep(page, f"referred-{size}")
    if size == "phone":
        flawless(page)
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_the_ideas_box_meets_wcag_22_aa(browser: Browser, dordrecht: Served, size: str) -> None:
    page = visit(browser, size=size, scheme="dark" if size == "phone" else "light")
    enter(page, dordrecht, "Ineke")
    follow(page, page.get_by_role("link", name="Ideeënbus: 1 nieuw"))
    flawless(page)
    page.get_by_role("button", name="Stuur dit antwoord").click()
    page.get_by_role("alert").wait_for()
    flawless(page)
    keep(page, f"ideas-{size}")
    page.get_by_label("Wat doen we ermee?").fill("Die komt er.")
    page.get_by_role("button", name="Stuur dit antwoord").click()
    expect(page.get_by_text("Ons antwoord:")).to_be_visible()
    flawless(page)
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_the_money_of_breakthroughs_meets_it_too(
    browser: Browser, dordrecht: Served, size: str
) -> None:
    page = visit(browser, size=size, scheme="dark" if size == "phone" else "light")
    enter(page, dordrecht, "Joost")
    expect(page.get_by_text("Bij 1 is het besluit nu nodig.")).to_be_visible()
    flawless(page)
    page.get_by_role("link", name="Verzoek 1").click()
    page.get_by_label("Wat er gebeurt").fill("Een huisje.")
    page.get_by_label("Uit het budget").fill("1850")
    page.get_by_role("button", name="Ja, geef de opdracht").click()
    page.get_by_label("Wat het echt kostte").fill("veel")
    page.get_by_role("button", name="Het is gebeurd").click()
    page.get_by_role("alert").wait_for()
    keep(page, f"decided-{size}")
    flawless(page)
    follow(page, page.get_by_role("link", name="Doorbraken"))
    flawless(page)
    page.get_by_label("Echt uitgegeven in euro, nummer 2026-1").fill("9999")
    page.get_by_role("button", name="Bewaar 2026-1").click()
    page.get_by_role("alert").wait_for()
    flawless(page)
    page.get_by_label("Echt uitgegeven in euro, nummer 2026-1").fill("1700")
    page.get_by_role("button", name="Bewaar 2026-1").click()
    expect(page.get_by_text("Budget € 600.000 − uitgegeven € 1.700")).to_be_visible()
    keep(page, f"ledger-{size}")
    page.close()
