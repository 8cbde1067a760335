"""Writing and acting in a real browser: hints while typing, undo, without a script, and WCAG."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from storage.database import Database
from storage.vault import Vault
from tests.acceptance.desk_served import CHROMIUM, Served
from tests.acceptance.looking import violations, wide
from tests.acceptance.test_desk_pages import TROUBLED, enter, visit
from tests.bot.desk.standin import OURS
from tests.bot.desk.town import reached

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
]
HERE = f"/overdracht/{OURS}"
WORDS = "Dag Amira, kun je morgen bellen?"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    desk = Served(tmp_path)
    thread = threading.Thread(target=lambda: asyncio.run(_reach(tmp_path)))  # not the browser's
    thread.start()
    thread.join(30)
    yield desk
    desk.stop()


async def _reach(folder: Path) -> None:
    """Her browser is where she wrote from last."""
    database = await Database.open(f"sqlite:///{folder}/desk.db", Vault(bytes(range(32))))
    async with database.writing() as tx:
        await reached(tx, OURS)
    await database.close()


def test_hints_while_typing_then_preview_send_and_undo(browser: Browser, served: Served) -> None:
    page = visit(browser)
    broken: list[str] = []
    page.on("console", lambda line: broken.append(line.text) if line.type == "error" else None)
    enter(page, served)
    page.goto(served.url + HERE + "/bericht")
    assert violations(page) == []
    page.get_by_label("Je tekst").fill("U moet dit onverwijld retourneren.")
    expect(page.locator("#tips")).to_contain_text("'U' hoort niet in de je-vorm", timeout=20_000)
    page.get_by_label("Je tekst").fill(WORDS)
    page.get_by_role("button", name="Bekijk als bericht").click()
    expect(page.locator("blockquote")).to_contain_text("Sanne van het wijkteam schrijft:")
    assert violations(page) == []
    page.get_by_role("button", name="Verstuur naar de ouder").click()
    expect(page.get_by_text("klaar om te gaan")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_label("Je tekst")).to_have_value(WORDS)
    assert broken == []


def test_without_a_script_a_note_becomes_a_message(browser: Browser, served: Served) -> None:
    page = visit(browser, size="phone", scripts=False)
    enter(page, served)
    page.goto(served.url + HERE)
    page.get_by_role("link", name="Schrijven").click()
    page.get_by_label("Begin met een tekst").select_option(label="Brief meenemen")
    page.get_by_role("button", name="Zet in het vak").click()
    expect(page.get_by_label("Je tekst")).to_have_value(
        "Neem de brief gerust mee naar ons gesprek. Dan kijken we er samen naar."
    )
    page.get_by_role("button", name="Bewaar als aantekening").click()
    page.get_by_role("button", name="Stuur naar ouder").click()
    expect(page.locator("blockquote")).to_contain_text("Neem de brief gerust mee")
    page.get_by_role("button", name="Verstuur naar de ouder").click()
    expect(page.get_by_text("klaar om te gaan")).to_be_visible()
    served.clock.set(served.clock.now() + timedelta(seconds=11))
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_text("het bericht is al onderweg")).to_be_visible()


def test_without_a_script_a_text_outlives_the_visit(browser: Browser, served: Served) -> None:
    page = visit(browser, size="phone", scripts=False)
    enter(page, served)
    page.goto(served.url + HERE + "/bericht")
    page.get_by_label("Je tekst").fill("Amira belt liever in de ochtend.")
    served.clock.set(served.clock.now() + timedelta(minutes=20))
    page.get_by_role("button", name="Bewaar als aantekening").click()
    expect(page.get_by_text("Wat je invulde, is er nog.")).to_be_visible()
    expect(page.locator("body")).not_to_contain_text("ochtend")
    page.get_by_role("button", name="Sanne").click()
    expect(page.get_by_text("Er is nog niets verstuurd.")).to_be_visible()
    expect(page.locator("blockquote")).to_have_text("Amira belt liever in de ochtend.")
    page.get_by_role("button", name="Verder met mijn formulier").click()
    expect(page.get_by_text("De aantekening is bewaard.")).to_be_visible()


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_every_form_on_the_familys_page_is_for_everyone(
    browser: Browser, served: Served, size: str
) -> None:
    page = visit(browser, size=size)
    enter(page, served)
    page.goto(served.url + HERE)
    for summary in page.locator("details > summary").all():
        summary.click()
    assert violations(page) == []
    assert not wide(page)
    page.get_by_label("Wat moet er gebeuren?").fill("Bel de opvang")
    page.get_by_label("Uiterlijk").fill("2026-11-26")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_text("De taak staat erbij.")).to_be_visible()
    page.goto(served.url + HERE + "/regel/intake/call_name")
    assert violations(page) == []
    page.goto(served.url + "/afwezig")
    assert violations(page) == []


def test_a_long_form_leaves_no_hole_beside_it(browser: Browser, served: Served) -> None:
    page = visit(browser)
    page.set_viewport_size({"width": 1000, "height": 800})
    enter(page, served)
    page.goto(served.url + TROUBLED)
    page.locator("summary", has_text="Afsluiten").click()
    parts = page.locator(".acts > .act:not(.deeds)").all()
    boxes = [box for part in parts if (box := part.bounding_box())]
    first = min(box["y"] for box in boxes)
    ends = max(box["y"] + box["height"] for box in boxes if box["y"] == first)
    below = [box["y"] for box in boxes if box["y"] > first]
    assert below
    assert min(below) - ends < 60
    page.close()
