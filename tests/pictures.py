"""The screenshots of the documentation, taken from the running demo: `make pictures`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.acceptance.test_web_intake import Service, answer, asked, begin
from tests.acceptance.web_browser import launch, phone

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
TICKED = {
    "niet kan wachten": ["Te weinig eten"],
    "meeste rust": ["Hulp met geld", "Hulp met papieren"],
    "past bij jou": ["Ik zorg alleen", "Ik heb een uitkering"],
    "bij jou thuis": ["2 of 3 jaar", "4 tot en met 12"],
}
TAPPED = {
    "taal praat": "Nederlands",
    "of u zeggen": "Zeg maar je",
    "Hoe vol zit": "Gaat wel",
    "genoeg opvang": "Te weinig",
    "vraag over geld": "Het is krap",
    "Waar praat je": "Bij mij thuis",
}
TYPED = {"klein ding": "Eén brief openmaken", "helpt jou al": "Mijn zus. En 's avonds muziek."}


ENDS = ("Bedankt voor je moeite", "Misschien past dit bij jou")  # her answers are with the tandem


def respond(page: Page) -> None:
    """What this parent answers, or else the first thing that fits."""
    question, turn = asked(page), page.locator("#talk").get_attribute("data-turn")
    form = page.locator("#answer")
    boxes = form.locator("input[type=checkbox]").count()
    typing = form.locator("#text").count() and form.locator("#text").is_visible()
    ticks = next((f for part, f in TICKED.items() if boxes and part in question), [])
    words = next((f for part, f in TYPED.items() if typing and part in question), "")
    tap = next((f for part, f in TAPPED.items() if part in question), "")
    if words:
        form.locator("#text").fill(words)
        form.locator("#send").click()
    elif tap and form.get_by_role("button", name=tap, exact=True).count():
        form.get_by_role("button", name=tap, exact=True).click()
    elif ticks:
        for tick in ticks:
            form.get_by_label(tick, exact=True).check()
        form.locator("button.answer").first.click()
    else:
        return answer(page)
    return expect(page.locator(f"#talk:not([data-turn='{turn}'])")).to_be_visible()


def chat(browser: Browser, service: Service) -> None:
    """The whole intake; the picture is taken at the first question about her."""
    page = phone(browser, device_scale_factor=2)
    page.set_viewport_size({"width": 390, "height": 844})
    begin(page, service)
    while not any(words in asked(page) for words in ENDS):
        if "Hoe vol zit" in asked(page) and "Vraag" in asked(page):
            page.wait_for_timeout(1000)  # until it has scrolled
            page.screenshot(path=PICTURES / "chat-phone.png")
        respond(page)
    page.context.close()


def summary(browser: Browser, service: Service) -> None:
    """What her tandem sees."""
    page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    enter(page, service, "Yusuf")
    page.get_by_role("link", name="Samira").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Samira")
    page.screenshot(path=PICTURES / "summary.png")
    page.close()


DESK = {  # each page of the desk, below the family's own address where it begins with a dot
    "list": "/",
    "write": "./bericht",
    "times": "./tijden",
    "childcare": "./opvang",
    "breakthrough": "./doorbraak",
    "agenda": "/agenda",
    "absence": "/afwezig",
}
ROLES = {"counts": "Ineke", "escalated": "Joost", "operations": "Wim"}
SIZES = {"": (1280, 800), "-phone": (360, 640)}


def desk(browser: Browser, service: Service) -> None:
    """Every page of the desk, wide and on a phone; the summary also by night."""
    for ending, (width, height) in SIZES.items():
        page = browser.new_page(viewport={"width": width, "height": height}, locale="nl-NL")
        enter(page, service, "Yusuf")
        page.get_by_role("link", name="Samira").last.click()
        family = page.url
        page.screenshot(path=PICTURES / f"desk-summary{ending}.png", full_page=True)
        page.emulate_media(color_scheme="dark")
        page.screenshot(path=PICTURES / f"desk-summary-dark{ending}.png", full_page=True)
        page.emulate_media(color_scheme="light")
        for name, path in DESK.items():
            page.goto(family + path[1:] if path[0] == "." else f"{service.url}/werkplek{path}")
            page.screenshot(path=PICTURES / f"desk-{name}{ending}.png", full_page=True)
        page.close()
        for name, who in ROLES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, locale="nl-NL")
            enter(page, service, who, picture=PICTURES / f"desk-login{ending}.png")
            page.screenshot(path=PICTURES / f"desk-{name}{ending}.png", full_page=True)
            page.close()


def enter(page: Page, service: Service, who: str, picture: Path | None = None) -> None:
    """Choose this colleague of the demo."""
    page.goto(f"{service.url}/werkplek/inloggen")
    if picture:
        page.screenshot(path=picture, full_page=True)
    page.get_by_role("button", name=who, exact=True).click()


def main() -> None:
    """All pictures, from a demo that is thrown away."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        service, browser = Service(Path(folder)), launch(driver)
        try:
            chat(browser, service)
            summary(browser, service)
            desk(browser, service)
        finally:
            browser.close()
            service.kill()


if __name__ == "__main__":
    main()
