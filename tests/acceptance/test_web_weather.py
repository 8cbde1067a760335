"""A phone in bad weather: what she wrote is kept once, or stands on her screen; no word is called
unsent that was kept."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Error, Locator, Page, Route, expect

from tests.acceptance.web_browser import MARKS, phone, tap
from tests.acceptance.whole_service import Service

pytestmark = MARKS
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
STEPS = 25
SOON = 2_000  # milliseconds for a touch; the page may be changing under her finger
AT_THE_END = """() => { const text = document.getElementById("text");
    if (text) { text.focus(); text.setSelectionRange(1e6, 1e6); } }"""


class Weather:
    """What becomes of what she sends: it arrives, it is lost on the way, or its answer is."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.bad = True
        self.lost = 0

    def meet(self, route: Route) -> None:
        fate = self._chance.random()
        if route.request.method != "POST" or not self.bad or fate < 0.5:
            return route.fallback()
        self.lost += 1
        if fate > 0.7:
            route.fetch(max_redirects=0)
        return route.abort() if fate < 0.85 else route.fulfill(status=503, body="")


class Mother:
    """She taps and types, twice at once if it takes long, and looks again."""

    def __init__(self, page: Page, chance: random.Random) -> None:
        self._page, self._chance = page, chance
        self.words: list[str] = []

    def act(self) -> None:
        acts = (self.writes, self.taps, self.waits, self._page.reload, self.goes_back)
        try:
            self._page.wait_for_load_state("domcontentloaded")  # our script is there
            self._chance.choices(acts, (5, 4, 2, 1, 1))[0]()
        except Error:
            return  # the page changed under her finger

    def writes(self) -> None:
        page, word = self._page, f"woord{len(self.words)}x"
        if not page.locator("#text").is_visible():
            page.locator("#side > summary").click(timeout=SOON)
        page.evaluate(AT_THE_END)
        for letter in " " + word:
            page.keyboard.type(letter)
        if word in page.locator("#text").input_value(timeout=SOON):
            self.words.append(word)
        self._press(page.get_by_role("button", name="Verstuur", exact=True).all())

    def taps(self) -> None:
        self._press(self._page.locator("#answer button.answer").all())

    def goes_back(self) -> None:
        self._press(self._page.get_by_role("button", name="Terug", exact=True).all())

    def waits(self) -> None:
        self._page.wait_for_timeout(self._chance.randrange(1500))

    def _press(self, buttons: list[Locator]) -> None:
        if buttons and (one := self._chance.choice(buttons)).is_enabled():
            one.click(timeout=SOON, click_count=self._chance.choice((1, 1, 2)))


def kept(page: Page) -> str:
    """All that stands in the chat as hers."""
    return "\n".join(page.locator("#log .mine").all_inner_texts())


def called_unsent(page: Page) -> list[str]:
    return [said.strip() for said in page.locator("blockquote").all_inner_texts()]


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    served = Service(tmp_path, MONDAY)
    yield served
    served.stop()


@pytest.mark.timeout(180)
@pytest.mark.parametrize("seed", [4, 16])
def test_what_she_wrote_survives_bad_weather(browser: Browser, service: Service, seed: int) -> None:
    chance = random.Random(seed)
    page, weather = phone(browser), Weather(chance)
    mother = Mother(page, chance)
    page.route("**/chat", weather.meet)
    page.goto(service.url)
    tap(page, "Naar het gesprek")
    for _ in range(STEPS):
        mother.act()
        log = kept(page)
        assert [said for said in called_unsent(page) if said in log] == []
    weather.bad = False
    until = time.monotonic() + 60
    while page.evaluate("sessionStorage.getItem('unsent')") and time.monotonic() < until:
        page.wait_for_timeout(100)
    page.reload()
    expect(page.locator("#talk")).to_be_visible()
    log, field = kept(page), page.locator("#text").input_value()
    places = {word: log.count(word) + field.count(word) for word in mother.words}
    page.context.close()
    assert places == dict.fromkeys(mother.words, 1)
    assert weather.lost
    assert mother.words
