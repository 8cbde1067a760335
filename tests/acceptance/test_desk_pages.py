"""The desk in a real browser: two colleagues, keyboard, no script, and WCAG 2.2 AA everywhere."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.acceptance.desk_served import BUSY, CHROMIUM, Served
from tests.acceptance.looking import flawless, follow, violations, wide
from tests.bot.desk.standin import OURS, THEIRS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
]
SIZES = {"desktop": (1280, 800), "phone": (360, 640)}
HANDOFF, TROUBLED = f"/overdracht/{OURS}", f"/overdracht/{BUSY}"
PAGES = {
    "login": "/inloggen?weg=1",
    "list": "/",
    "handoff": HANDOFF,
    "opened": HANDOFF,  # with every line open
    "troubled": TROUBLED,
    "offer": HANDOFF + "/tijden",
    "wrong": HANDOFF + "/tijden",  # with its errors
    "agenda": "/agenda",
    "address": "/agenda",  # with a new address on it
    "lost": "/overdracht/nergens",
    "done": "/?toon=klaar",
    "write": HANDOFF + "/bericht",
    "childcare": HANDOFF + "/opvang",
    "children": TROUBLED + "/kindpakket",
    "breakthrough": HANDOFF + "/doorbraak",  # with its errors
    "asked": TROUBLED + "/doorbraak",
    "coaching": HANDOFF + "/coaching",
    "signals": "/signalen",
    "looking_in": f"/overdracht/{THEIRS}/meekijken",
    "absence": "/afwezig",
    "guide": "/schrijfwijzer",
}
INCLUDED = {"handoff", "offer"}  # in "opened" and in "wrong"
CHECKED = PAGES.keys() - INCLUDED
OTHERS = (  # her own page, and what she opens from there
    ("Ineke", "/overzicht", "Doorbraken"),
    ("Joost", "/opgeschaald", "Verzoek 1"),
    ("Ineke", "/raadsbrief", ""),
    ("Wim", "/beheer", ""),
)
PICTURES = os.environ.get("STAPJE_PICTURES", "")  # a folder: keep what the browser showed
Scheme = Literal["light", "dark"]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    desk = Served(tmp_path)
    yield desk
    desk.stop()


def visit(
    browser: Browser, *, size: str = "desktop", scheme: Scheme = "light", scripts: bool = True
) -> Page:
    width, height = SIZES[size]
    return browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        java_script_enabled=scripts,
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
    )


def enter(page: Page, desk: Served, who: str = "Sanne") -> None:
    page.goto(desk.url + "/inloggen")
    page.get_by_role("button", name=who).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat mij nodig heeft")


def prepare(page: Page, name: str) -> None:
    if name == "opened":
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    if name == "wrong":
        page.get_by_label("Dag").first.select_option("donderdag 26 november")
        page.get_by_role("button", name="Aanbieden").click()
        page.get_by_role("alert").wait_for()
    if name == "breakthrough":
        page.get_by_role("button", name="Zet door").click()
        page.get_by_role("alert").wait_for()
    if name == "address":
        page.locator("main form button").first.click()
        page.get_by_label("Kopieer dit adres nu").wait_for()


def keep(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/desk-{name}.png", full_page="phone" in name)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_every_page_meets_wcag_22_aa(
    browser: Browser, served: Served, size: str, scheme: Scheme
) -> None:
    page, found, sideways = visit(browser, size=size, scheme=scheme), {}, []
    enter(page, served)
    for name, path in PAGES.items():
        page.goto(served.url + path)
        prepare(page, name)
        keep(page, f"{name}-{size}-{scheme}")
        if name in CHECKED:
            found[name] = violations(page)
        if wide(page):
            sideways.append(name)
    page.close()
    assert found == {name: [] for name in CHECKED}
    assert sideways == []


@pytest.mark.parametrize(("who", "path", "onward"), OTHERS)
def test_the_pages_of_other_roles_meet_it_too(
    browser: Browser, served: Served, who: str, path: str, onward: str
) -> None:
    for size in SIZES:
        page = visit(browser, size=size, scheme="dark" if size == "phone" else "light")
        page.goto(served.url + "/inloggen")
        follow(page, page.get_by_role("button", name=who))
        page.goto(served.url + path)
        expect(page).to_have_url(served.url + path)
        keep(page, f"{path[1:]}-{size}")
        flawless(page)
        if onward:
            page.get_by_role("link", name=onward).click()
            expect(page.get_by_role("heading", level=1)).to_contain_text(onward)
            flawless(page)
        page.close()


def test_without_colours_of_ours_a_line_says_what_they_said(
    browser: Browser, served: Served
) -> None:
    page = visit(browser)
    enter(page, served)
    page.emulate_media(forced_colors="active")
    border = "getComputedStyle(document.querySelector('{}')).borderTopWidth"
    assert page.evaluate(border.format(".filters [aria-current]")) == "3px"
    page.goto(served.url + HANDOFF)
    assert page.evaluate(border.format(".tag")) == "1px"
    assert page.evaluate(border.format("button.main")) == "3px"
    page.close()


def test_a_new_family_fits_on_one_screen(browser: Browser, served: Served) -> None:
    page = visit(browser)
    enter(page, served)
    page.goto(served.url + HANDOFF)
    assert page.locator("section.part").count() == 13
    assert page.evaluate("document.querySelector('main').getBoundingClientRect().bottom") <= 800
    page.close()


def test_nothing_scrolls_sideways_at_400_percent(browser: Browser, served: Served) -> None:
    page = visit(browser)
    enter(page, served)
    page.set_viewport_size({"width": 320, "height": 256})
    for name, path in PAGES.items():
        page.goto(served.url + path)
        prepare(page, name)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
    page.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_two_colleagues_from_claim_to_offer_and_back(
    browser: Browser, served: Served, scripts: bool
) -> None:
    sanne, ruud = (visit(browser, scripts=scripts) for _ in range(2))
    enter(sanne, served)
    enter(ruud, served, "Ruud")
    for page in (sanne, ruud):
        page.get_by_role("link", name="Amira").last.click()
    sanne.get_by_role("button", name="Ik pak dit op").click()
    expect(sanne.get_by_role("status").last).to_have_text("Jij hebt deze overdracht opgepakt.")
    ruud.get_by_role("button", name="Ik pak dit op").click()
    expect(ruud.get_by_text("Sanne was net eerder")).to_be_visible()

    sanne.get_by_role("link", name="Tijden aanbieden").click()
    first, second = sanne.get_by_role("group").nth(0), sanne.get_by_role("group").nth(1)
    first.get_by_label("Dag").select_option("donderdag 26 november")
    first.get_by_label("Tijd").select_option("14:15")
    second.get_by_label("Dag").select_option("donderdag 26 november")
    second.get_by_label("Tijd").select_option("14:30")
    second.get_by_label("Waar").select_option("home")
    sanne.get_by_role("button", name="Aanbieden").click()
    expect(sanne.get_by_role("alert")).to_contain_text("valt samen met een tijd hierboven")
    expect(sanne.get_by_role("group").nth(1).get_by_label("Tijd")).to_have_value("14:30")
    sanne.get_by_role("group").nth(0).get_by_label("Dag").select_option("maandag 30 november")
    sanne.get_by_role("button", name="Aanbieden").click()
    offered = sanne.get_by_role("listitem").filter(has_text="do 26 november 14:30")
    expect(offered).to_contain_text("Thuis bij de ouder, Sanne")

    ruud.reload()
    ruud.get_by_role("button", name="Tijden intrekken").click()
    expect(ruud.get_by_text("De tijden zijn ingetrokken.")).to_be_visible()
    expect(ruud.get_by_role("heading", name="Aangeboden tijden")).to_have_count(0)
    sanne.close()
    ruud.close()


def test_held_tasks_and_alerts_go_away_when_done(browser: Browser, served: Served) -> None:
    page = visit(browser, scripts=False)
    enter(page, served)
    page.goto(served.url + TROUBLED)
    for button in ("Elkaar gemist", "Klaar", "Gezien"):
        page.get_by_role("button", name=button).first.click()
        expect(page.get_by_role("button", name=button)).to_have_count(0)
    page.get_by_role("link", name="Werkplek").click()
    page.get_by_role("button", name="Gezien").click()
    expect(page.get_by_text("Techniek")).to_have_count(0)
    page.close()


def test_the_keyboard_is_enough(browser: Browser, served: Served) -> None:
    page = visit(browser)
    enter(page, served)
    page.goto(served.url + HANDOFF)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "(() => { const e = document.activeElement; const s = getComputedStyle(e);"
            " return [e.tagName, e.innerText, s.outlineStyle !== 'none' &&"
            " parseFloat(s.outlineWidth) >= 2]; })()"
        )
        if focused[0] == "BODY":
            break
        assert focused[2], f"no visible focus on {focused[:2]}"
        seen.add(focused[0])
        if focused[0] == "SUMMARY" and "Wat niet kan wachten" in focused[1]:
            page.keyboard.press("Enter")
            expect(page.locator("details[open]")).to_contain_text("Vraag")
    assert {"A", "BUTTON", "SUMMARY"} <= seen
    expect(page.locator("details[open]")).to_have_count(1)
    page.close()


def test_a_voice_note_plays_and_a_photo_shows_only_when_opened(
    browser: Browser, served: Served
) -> None:
    page, asked = visit(browser), []
    page.on("request", lambda request: asked.append(request.url))
    enter(page, served)
    page.goto(served.url + HANDOFF)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "bijlage" in url] == []  # a look that nobody took
    page.locator("summary").filter(has_text="spraakbericht").click()
    photo = page.locator("details[open] img")
    expect(photo).to_be_visible()
    photo.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('details[open] img').naturalWidth > 0")
    with page.expect_response(lambda answer: "bijlage/h" in answer.url and "vvv" in answer.url):
        page.evaluate("document.querySelector('audio').load()")
        page.evaluate("document.querySelector('audio').play().catch(() => 0)")
    page.close()


def test_nothing_of_a_family_stays_on_a_screen_nobody_looks_at(
    browser: Browser, served: Served
) -> None:
    page = visit(browser)
    page.clock.install()
    enter(page, served)
    page.goto(served.url + HANDOFF)
    served.clock.set(served.clock.now() + timedelta(minutes=16))
    page.clock.fast_forward(21_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie ben je vandaag?")
    expect(page.get_by_role("status")).to_contain_text("15 minuten")
    page.close()


def test_the_list_draws_itself_anew_and_never_under_somebodys_hand(
    browser: Browser, served: Served
) -> None:
    page, held, other = visit(browser), visit(browser), visit(browser)
    enter(page, served)
    enter(held, served, "Ruud")
    enter(other, served, "Ruud")
    page.mouse.move(1, 1)
    held.get_by_role("link", name="Amira").last.focus()
    other.goto(served.url + HANDOFF)
    other.get_by_role("button", name="Ik pak dit op").click()
    expect(page.get_by_text("Opgepakt door")).to_be_visible()  # nobody pressed anything
    expect(page.get_by_text("Er is iets nieuws")).to_be_hidden()
    held.get_by_role("link", name="Er is iets nieuws").click()
    expect(held.get_by_text("Opgepakt door")).to_be_visible()
    for one in (page, held, other):
        one.close()


def test_a_familys_page_offers_the_news_and_keeps_where_one_reads(
    browser: Browser, served: Served
) -> None:
    page, other = visit(browser), visit(browser)
    enter(page, served)
    enter(other, served, "Ruud")
    for one in (page, other):
        one.goto(served.url + HANDOFF)
    other.get_by_role("button", name="Ik pak dit op").click()
    expect(page.get_by_role("link", name="Er is iets nieuws")).to_be_visible()
    expect(page.get_by_role("button", name="Ik pak dit op")).to_be_visible()
    page.get_by_role("link", name="Er is iets nieuws").click()
    expect(page.get_by_text("Opgepakt door Ruud")).to_be_visible()
    page.close()
    other.close()


def test_without_a_stream_a_page_asks_now_and_then(browser: Browser, served: Served) -> None:
    page, other = visit(browser), visit(browser)
    page.clock.install()
    page.route("**/leven*", lambda route: route.abort())
    enter(page, served)
    enter(other, served, "Ruud")
    other.goto(served.url + HANDOFF)
    other.get_by_role("button", name="Ik pak dit op").click()
    page.clock.fast_forward(21_000)
    expect(page.get_by_text("Opgepakt door")).to_be_visible()
    page.close()
    other.close()


def test_logging_out_in_one_tab_empties_the_others(browser: Browser, served: Served) -> None:
    context = browser.new_context()
    page, other = context.new_page(), context.new_page()
    enter(page, served)
    page.goto(served.url + HANDOFF)
    other.goto(served.url + "/")
    other.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie ben je vandaag?")
    context.close()


def test_a_link_in_a_chat_opens_the_handoff_for_who_is_logged_in(
    browser: Browser, served: Served
) -> None:
    def elsewhere(route: Route) -> None:
        link = f'<a href="{served.url}{HANDOFF}">Open de werkplek</a>'
        route.fulfill(content_type="text/html", body=link)

    page = visit(browser)
    enter(page, served)
    page.route("http://chat.test/", elsewhere)
    page.goto("http://chat.test/")
    page.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Amira")
    page.close()


def test_the_page_breaks_no_rule_of_its_own(browser: Browser, served: Served) -> None:
    page, said = visit(browser), []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    enter(page, served)
    for name, path in PAGES.items():
        if name not in ("lost", "wrong", "breakthrough"):  # noted by the browser itself: 404, 422
            page.goto(served.url + path)
            prepare(page, name)
    page.close()
    assert said == []
