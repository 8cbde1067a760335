"""What every browser test looks with: axe, the width of the page, and a way to the next page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

AA = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
}


def follow(page: Page, way: Locator) -> None:
    """Press what leads to another page and wait for it, else a look is at the page before."""
    with page.expect_navigation():
        way.click()


def violations(page: Page) -> list[Any]:
    """What axe finds wrong, as (rule, where), once the page stands in its colours."""
    page.wait_for_load_state("load")
    found = Axe().run(page, options=AA).response["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]


def wide(page: Page) -> bool:
    """Whether the page scrolls sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def flawless(page: Page) -> None:
    """Axe has nothing to say, and nothing is wider than the screen."""
    assert violations(page) == []
    assert not wide(page)
