"""What the browser tests of the web chat share: a served chat, phones, and axe."""

from __future__ import annotations

import shutil
import threading
import time
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Playwright, ViewportSize, expect
from starlette.applications import Starlette

from bot.channels.webchat_ports import Patience
from tests.bot.channels.web_stand_in import StandIn, app, deps

CHROMIUM = shutil.which("chromium")
MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
]
PATIENCE = 20_000  # milliseconds: a machine that does much else at once is no fault of ours
PHONE: ViewportSize = {"width": 360, "height": 640}
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)


class Served:
    """Pages on a free port of this machine, in a thread."""

    def __init__(self, pages: Starlette) -> None:
        config = uvicorn.Config(
            pages, port=0, log_level="error", lifespan="off", timeout_graceful_shutdown=1
        )
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        until = time.monotonic() + 10
        while not self.server.started and time.monotonic() < until:
            time.sleep(0.02)
        self.url = f"http://127.0.0.1:{self.server.servers[0].sockets[0].getsockname()[1]}"

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(5)


class Chat(Served):
    """The web chat over the stand-in line."""

    def __init__(self) -> None:
        whole = deps(patience=Patience(reply=0.3, storage=1.0, stream=0.5))
        self.line: StandIn = whole.line  # type: ignore[assignment]
        super().__init__(app(whole))

    @property
    def address(self) -> str:
        """Of the conversation that heard from her last."""
        return self.line.items[-1].address


def launch(driver: Playwright) -> Browser:
    """Debian's Chromium, without a network of its own."""
    return driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))


def phone(browser: Browser, *, script: bool = True, bare: bool = False, **more: Any) -> Page:
    """A page on an old phone. `bare`: our script never arrives, while axe can still run."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=script, locale="nl", **more)
    context.set_default_timeout(PATIENCE)
    if bare:
        context.route("**/chat.js*", lambda route: route.abort())
    return context.new_page()


def tap(page: Page, name: str) -> None:
    """Tap the button with this name, once our script (if any) is there to take it."""
    button = page.get_by_role("button", name=name, exact=True)
    button.wait_for()
    page.wait_for_load_state("domcontentloaded")
    button.click()


def to_text(page: Page) -> None:
    """Up to the question that she answers in her own words."""
    for turn, name in enumerate(("Naar het gesprek", "Beginnen", "Vol"), 1):
        tap(page, name)
        expect(page.locator(f"#talk[data-turn='{turn}']")).to_be_visible()
    page.get_by_label("Eten").check()
    tap(page, "Klaar")
    expect(page.get_by_label("Typ je antwoord")).to_be_visible()
