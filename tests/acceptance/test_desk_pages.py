"""The desk in a real browser: looks, keyboard, no script, and WCAG 2.2 AA on every page."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from bot.service.clock import SetClock
from tests.bot.desk import standin
from tests.bot.desk.standin import OURS, Shelf

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
]
SIZES = {"desktop": (1280, 800), "phone": (360, 640)}
AA = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
}
HANDOFF = f"/overdracht/{OURS}"
PAGES = {
    "login": "/inloggen?weg=1",
    "list": "/",
    "handoff": HANDOFF,
    "offer": HANDOFF + "/tijden",
    "lost": "/overdracht/nergens",
}


class Served:
    """The desk on a free port of this machine, in a thread."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        deps = replace(standin.deps(shelf), clock=SetClock(standin.NOW))
        config = uvicorn.Config(standin.app(deps), port=0, log_level="error", lifespan="off")
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        until = time.monotonic() + 10
        while not self.server.started and time.monotonic() < until:
            time.sleep(0.02)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/werkplek"

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(5)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        found = driver.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield found
        found.close()


@pytest.fixture
def served() -> Iterator[Served]:
    desk = Served(standin.busy())
    yield desk
    desk.stop()


def enter(page: Page, desk: Served, who: str = "Sanne") -> None:
    page.goto(desk.url + "/inloggen")
    page.get_by_role("button", name=who).click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_every_page_meets_wcag_22_aa(
    browser: Browser, served: Served, size: str, scheme: str
) -> None:
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, locale="nl-NL")  # type: ignore[arg-type]
    found, seen = {}, 0
    enter(page, served)
    for name, path in PAGES.items():
        page.goto(served.url + path)
        if name == "handoff":
            page.locator("details summary").nth(7).click()
        if name == "offer":
            page.get_by_role("button", name="Aanbieden").click()  # with its errors
        seen += 1
        results = Axe().run(page, options=AA)
        found[name] = [
            (v["id"], [n["target"] for n in v["nodes"]]) for v in results.response["violations"]
        ]
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide, f"{name} scrolls sideways"
        page.screenshot(path=f"/tmp/desk-{name}-{size}-{scheme}.png", full_page=size == "phone")
    page.close()
    assert seen == len(PAGES)
    assert found == {name: [] for name in PAGES}
