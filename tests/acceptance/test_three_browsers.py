"""Three browsers at once: a parent on her phone and her two people, from hello to a held talk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acceptance.test_desk_pages import visit
from tests.acceptance.web_browser import MARKS, phone, tap
from tests.acceptance.whole_service import Service

pytestmark = MARKS
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
INTAKE = (  # the short way through: what she taps, or types after a colon
    "Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je", ":Fatima", "Oud-Krispijn",
    "Veel te vol", "3 vragen", "Niets hiervan", ":0612345678", "Maakt niet uit",
    "Klopt, versturen",
)  # fmt: skip
WORDS = "Dag Fatima, wat fijn dat je schreef. Neem de brief gerust mee."


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    served = Service(tmp_path, MONDAY)
    yield served
    served.stop()


def colleague(browser: Browser, service: Service, name: str) -> Page:
    """Somebody's browser, at the desk."""
    page = visit(browser)
    page.goto(service.url + "/werkplek/inloggen")
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat mij nodig heeft")
    return page


def answers(page: Page, *steps: str) -> None:
    """She goes through these steps; each waits for the next question."""
    for step in steps:
        turn = page.locator("#talk").get_attribute("data-turn")
        if step.startswith(":"):
            page.get_by_label("Typ je").fill(step[1:])
            tap(page, "Verstuur")
        else:
            tap(page, step)
        expect(page.locator(f"#talk:not([data-turn='{turn}'])")).to_be_visible()


@pytest.mark.timeout(120)
def test_from_her_first_word_to_a_held_talk(browser: Browser, service: Service) -> None:
    sanne, ruud = (colleague(browser, service, name) for name in ("Sanne", "Ruud"))
    parent = phone(browser)
    parent.goto(service.url)
    tap(parent, "Naar het gesprek")
    answers(parent, *INTAKE)
    expect(parent.locator("#main")).to_contain_text("Sanne en Ruud lezen dit.")

    for page in (sanne, ruud):  # both see it come in, without a press
        expect(page.locator("#lijst")).to_contain_text("Fatima")
    sanne.get_by_role("link", name="Fatima").click()
    sanne.get_by_role("button", name="Ik pak dit op").click()
    expect(ruud.locator("#lijst")).to_contain_text("Sanne")
    sanne.get_by_role("link", name="Tijden aanbieden").click()
    sanne.get_by_label("Dag").first.select_option("maandag 23 november")
    sanne.get_by_label("Tijd", exact=True).first.select_option("09:45")
    sanne.get_by_role("button", name="Aanbieden aan de ouder").click()
    expect(sanne.get_by_text("De tijden gaan naar de ouder.")).to_be_visible()

    ruud.get_by_role("link", name="Fatima").click()
    answers(parent, "ma 23 november 09:45")
    expect(parent.locator("#main")).to_contain_text("Je afspraak met Sanne")
    ruud.get_by_role("link", name="Er is iets nieuws. Laat zien.").click()
    expect(ruud.locator(".acts")).to_contain_text("maandag 23 november om 09:45 uur")

    sanne.get_by_role("link", name="Schrijven").click()
    sanne.get_by_label("Je tekst").fill(WORDS)
    sanne.get_by_role("button", name="Bekijk als bericht").click()
    sanne.get_by_role("button", name="Verstuur naar de ouder").click()
    service.passes(seconds=11)
    expect(parent.locator("#main")).to_contain_text(WORDS)

    service.passes(minutes=50)  # the talk is over, and both visits to the desk too
    family = sanne.url.partition("/bericht")[0]
    expect(ruud.locator("h1")).to_have_text("Wie ben je vandaag?")  # his page left by itself
    for page, name in ((sanne, "Sanne"), (ruud, "Ruud")):
        page.goto(family)
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Fatima")
    sanne.get_by_role("button", name="Gesproken").click()
    expect(sanne.get_by_text("Genoteerd: jullie hebben elkaar gesproken.")).to_be_visible()
    ruud.get_by_role("link", name="Er is iets nieuws. Laat zien.").click()
    expect(ruud.locator(".acts")).to_contain_text("gesproken")
    for page in (sanne, ruud, parent):
        page.context.close()
