"""Her own copy and erasing everything, through the running service, in a real browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acceptance.looking import violations, wide
from tests.acceptance.test_web_intake import Service, begin
from tests.acceptance.web_browser import MARKS, phone, tap

pytestmark = [*MARKS, pytest.mark.slow]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(tmp_path_factory.mktemp("stapje"))
    yield running
    running.kill()


def write(page: Page, words: str) -> None:
    """Type beside the buttons, and wait for the answer."""
    turn = page.locator("#talk").get_attribute("data-turn")
    if not page.locator("#text").is_visible():
        page.locator("#side > summary").click()
    page.locator("#text").fill(words)
    page.get_by_role("button", name="Verstuur", exact=True).click()
    expect(page.locator(f"#talk:not([data-turn='{turn}'])")).to_be_visible()


def to_menu(page: Page, service: Service) -> None:
    """She answered one question and looks at what she told."""
    begin(page, service)
    tap(page, "Beginnen")
    tap(page, "Gelezen, verder")
    tap(page, "Nederlands")
    expect(page.locator("#vraag")).to_contain_text("je of u")
    write(page, "mijn gegevens")
    expect(page.locator("#vraag")).to_contain_text("Taal: Nederlands")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_her_copy(browser: Browser, service: Service, script: bool, tmp_path: Path) -> None:
    page = phone(browser, script=script)
    to_menu(page, service)
    tap(page, "Kopie van alles")
    with page.context.expect_page() as opened:
        page.locator("#vraag a", has_text="/mijn/chat").click()
    copy = opened.value
    expect(copy.get_by_role("heading", level=1)).to_have_text("Wat we van je bewaren")
    expect(copy.locator("main")).to_contain_text("Nederlands")
    if script:
        assert violations(copy) == []
        assert not wide(copy)
    with copy.expect_download() as download:
        copy.get_by_role("link", name="Bewaar dit als bestand").click()
    download.value.save_as(tmp_path / "copy.json")
    found = json.loads((tmp_path / "copy.json").read_text("utf-8"))
    assert found["antwoorden"][0]["antwoord"] == "Nederlands"
    tap(page, "Verder")
    page.get_by_role("button", name="Scherm leegmaken").click()
    copy.reload()
    expect(copy.locator("main")).to_contain_text("Deze pagina is dicht")
    page.context.close()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_erasing(browser: Browser, service: Service, script: bool) -> None:
    page = phone(browser, script=script)
    to_menu(page, service)
    tap(page, "Alles wissen")
    expect(page.locator("#vraag")).to_contain_text("Terughalen kan niet")
    tap(page, "Nee, bewaar het")
    expect(page.locator("#vraag")).to_contain_text("je of u")
    write(page, "alles wissen")
    tap(page, "Ja, wis alles")
    expect(page.locator("#vraag")).to_contain_text("Het is gewist.")
    expect(page.locator("#main")).not_to_contain_text("Nederlands")
    if script:
        assert violations(page) == []
    page.reload()
    expect(page.locator("#vraag")).to_contain_text("Het is gewist.")
    tap(page, "Opnieuw beginnen")
    expect(page.locator("#vraag")).to_contain_text("Ik ben een computer")
    page.context.close()
