"""The whole Dordrecht intake through the running service, in a real browser at phone size."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acceptance.looking import violations, wide
from tests.acceptance.web_browser import MARKS, phone
from tests.bot.channels.web_parent import photo

pytestmark = [*MARKS, pytest.mark.slow]
ROOT = Path(__file__).resolve().parent.parent.parent
MOST = 40  # questions; more is a conversation that goes round


class Service:
    """`stapje run` in a process of its own, on an empty SQLite database."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, 0
        self.start()

    def start(self) -> None:
        settings = {"DEMO": "1", "DATA_DIR": str(self.folder), "PORT": str(self.port)}
        env = {name: value for name, value in os.environ.items() if "STAPJE" not in name}
        env |= {f"STAPJE_{name}": value for name, value in settings.items()}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout
        found = re.search(r"http://127\.0\.0\.1:(\d+)", self.process.stdout.readline())
        assert found, "the service did not say where it is"
        self.port = int(found[1])
        self.url = f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)
        if self.process.stdout:
            self.process.stdout.close()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(tmp_path_factory.mktemp("stapje"))
    yield running
    running.kill()


def begin(page: Page, service: Service) -> None:
    page.goto(service.url)
    page.get_by_role("button", name="Naar het gesprek").click()
    expect(page.locator("#vraag")).to_contain_text("Ik ben een computer")


def asked(page: Page) -> str:
    """The question on the table."""
    return page.locator("#vraag").inner_text()


def answer(page: Page) -> None:
    """The first thing that fits, and wait for what comes next."""
    turn = page.locator("#talk").get_attribute("data-turn")
    form = page.locator("#answer")
    if form.locator("#send").count():
        kind = form.locator("#text").get_attribute("inputmode")
        words = {"tel": "06 12345678", "numeric": "2"}.get(kind or "", "Samira")
        form.locator("#text").fill(words)
        form.locator("#send").click()
    else:
        if form.locator("input[type=checkbox]").count():
            form.locator("input[type=checkbox]").first.check()
        form.locator("button.answer").first.click()
    expect(page.locator(f"#talk:not([data-turn='{turn}'])")).to_be_visible()


def walk(page: Page) -> list[str]:
    """To the end of the intake; the questions that were asked."""
    seen = []
    while "Bedankt voor je moeite" not in asked(page):
        seen.append(asked(page))
        assert len(seen) < MOST, seen
        if "meeste rust" in seen[-1]:
            too_many(page)
        answer(page)
    return seen


def too_many(page: Page) -> None:
    """Three where two are asked for: her ticks stay, and she takes them away herself."""
    turn = page.locator("#talk").get_attribute("data-turn")
    for box in page.locator("input[type=checkbox]").all()[:3]:
        box.check()
    page.locator("#answer button.answer").first.click()
    expect(page.locator(f"#talk:not([data-turn='{turn}'])")).to_be_visible()
    expect(page.locator("input:checked")).to_have_count(3)
    for box in page.locator("input:checked").all()[::-1]:
        box.uncheck()


def check(seen: list[str], page: Page) -> None:
    numbers = [int(n) for one in seen for n in re.findall(r"Vraag (\d+) van", one)]
    totals = [int(n) for one in seen for n in re.findall(r"Vraag \d+ van (\d+)", one)]
    assert len(seen) >= 17
    assert numbers == sorted(numbers)
    assert totals == sorted(totals, reverse=True), "the total grew"
    assert totals[-1] == numbers[-1]
    assert sum("Op welk nummer" in one for one in seen) == 1, "her number is asked once"
    assert any("Goed dat je dit zegt" in one for one in seen)
    assert "0612345678" in seen[-1].replace(" ", "")
    assert "Samira" in page.locator("#main").inner_text()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_whole_intake(browser: Browser, service: Service, script: bool) -> None:
    page = phone(browser, script=script)
    begin(page, service)
    check(walk(page), page)
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_question_meets_wcag_22_aa_and_fits(
    browser: Browser, service: Service, scheme: Any
) -> None:
    page = phone(browser, color_scheme=scheme)
    found: list[Any] = []
    begin(page, service)
    for _ in range(MOST):
        found.append(violations(page))
        assert not wide(page), asked(page)
        if "Bedankt voor je moeite" in asked(page):
            break
        answer(page)
    page.context.close()
    assert len(found) > 17
    assert [one for one in found if one] == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_photo_beside_unsent_ticks_and_words_loses_neither(
    browser: Browser, service: Service, script: bool
) -> None:
    page = phone(browser, script=script)
    begin(page, service)
    while not page.get_by_label("Te weinig eten").count():
        answer(page)
    turn = page.locator("#talk").get_attribute("data-turn")
    page.get_by_label("Te weinig eten").check()
    page.get_by_text("Iets typen of sturen").click()
    page.get_by_label("Typ wat je wilt zeggen").fill("dit is de brief")
    page.get_by_text("Inspreken of een foto sturen").click()
    file: Any = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    page.get_by_label("Kies een foto of een PDF").set_input_files(file)
    page.get_by_role("button", name="Verstuur bestand").click()
    expect(page.locator(f"#talk:not([data-turn='{turn}'])")).to_be_visible()
    expect(page.get_by_label("Te weinig eten")).to_be_checked()
    expect(page.locator("#log")).to_contain_text("dit is de brief")
    expect(page.locator("#log")).to_contain_text("Je foto is bewaard.")
    page.context.close()


def test_killed_half_way_she_goes_on_where_she_was(browser: Browser, service: Service) -> None:
    page = phone(browser)
    begin(page, service)
    for _ in range(6):
        answer(page)
    before = asked(page)
    service.kill()
    page.locator("#answer button.answer").first.click()
    expect(page.locator("#state")).to_contain_text("Nog niet verstuurd")
    service.start()
    expect(page.locator("#vraag")).not_to_have_text(before, timeout=20_000)
    page.reload()
    seen = walk(page)
    assert before not in seen
    page.context.close()


def test_her_link_on_another_phone_goes_on_where_she_was(
    browser: Browser, service: Service
) -> None:
    page = phone(browser)
    begin(page, service)
    for _ in range(5):
        answer(page)
    now = asked(page)
    page.get_by_role("link", name="Bewaar je link").click()
    link = page.get_by_label("Jouw link").input_value()
    other = phone(browser, script=False)
    other.goto(link)
    other.get_by_role("button", name="Verder gaan").click()
    assert asked(other) == now
    assert "Samira" not in other.locator("#main").inner_text()
    answer(other)
    expect(page.locator("h1")).to_be_visible()
    page.goto(service.url)
    assert asked(page) == asked(other)
    for one in (page, other):
        one.context.close()
