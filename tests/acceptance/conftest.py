"""Fixtures of the browser tests of the web chat."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.acceptance.web_browser import PATIENCE, Chat, launch, phone

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        opened = launch(driver)
        yield opened
        opened.close()


@pytest.fixture
def chat() -> Iterator[Chat]:
    served = Chat()
    yield served
    served.stop()


@pytest.fixture
def opened(browser: Browser, chat: Chat) -> Iterator[Callable[..., Page]]:
    """Opens the landing page on a phone; whatever the page's script raises fails the test."""
    pages: list[Page] = []
    errors: list[str] = []

    def make(**more: Any) -> Page:
        page = phone(browser, **more)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("dialog", lambda _: errors.append("a dialog"))
        page.goto(chat.url)
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.context.close()
    assert errors == []
