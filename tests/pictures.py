"""The screenshots of the documentation, made by `make pictures`."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.acceptance.desk_served import EVERYTHING, Served
from tests.acceptance.looking import follow
from tests.acceptance.test_web_intake import Service, answer, asked, begin
from tests.acceptance.test_web_rights import write
from tests.acceptance.web_browser import launch, phone, tap
from tests.bot.desk.lived_in import NEW
from tests.bot.desk.standin import OURS

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
ALBUM = PICTURES.parent / "howto" / "werkplek-in-beeld.md"
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


def chat(browser: Browser, service: Service) -> Page:
    """The whole intake; the picture is taken at the first question about her."""
    page = phone(browser, device_scale_factor=2)
    page.set_viewport_size({"width": 390, "height": 844})
    begin(page, service)
    while not any(words in asked(page) for words in ENDS):
        if "Hoe vol zit" in asked(page) and "Vraag" in asked(page):
            page.wait_for_timeout(1000)  # until it has scrolled
            keep(page, PICTURES / "chat-phone.png", whole=False)
        respond(page)
    return page


def summary(browser: Browser, service: Service) -> None:
    """What her tandem sees."""
    page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    page.goto(f"{service.url}/werkplek/inloggen")
    page.get_by_role("button", name="Yusuf", exact=True).click()
    page.get_by_role("link", name="Samira").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Samira")
    keep(page, PICTURES / "summary.png", whole=False)
    page.close()


@dataclass(frozen=True, slots=True)
class Shot:
    """Who looks at which page: by these links, with this typed, after a press on this button."""

    who: str
    path: str
    follow: tuple[str, ...] = ()
    press: str = ""
    typed: str = ""


_OURS, _NEW = f"/overdracht/{OURS}", f"/overdracht/{NEW}"
SHOTS = {  # by the name of the route: each page of the desk, over a desk that was lived in
    "login": Shot("", "/inloggen"),
    "list": Shot("Sanne", "/"),
    "handoff": Shot("Sanne", _NEW),
    "offer_form": Shot("Sanne", _NEW + "/tijden"),
    "write_form": Shot("Sanne", _OURS + "/bericht"),
    "write": Shot(
        "Sanne", _OURS + "/bericht", (), "Bekijk als bericht", "Ik bel je vandaag om 16 uur."
    ),
    "correct_form": Shot("Sanne", _OURS + "/regel/intake/small_goal"),
    "look_in_form": Shot("Marloes", _OURS + "/meekijken"),
    "childcare": Shot("Sanne", _OURS + "/opvang"),
    "child_package": Shot("Sanne", _OURS + "/kindpakket"),
    "baby": Shot("Sanne", _OURS + "/babypakket"),
    "packages": Shot("Ineke", "/pakketten"),
    "refer_form": Shot("Lotte", "/verwijzen"),
    "refer_child_form": Shot("Nynke", "/verwijzen/kind"),
    "coaching": Shot("Sanne", _OURS + "/coaching"),
    "breakthrough": Shot("Sanne", _OURS + "/doorbraak"),
    "escalated": Shot("Joost", "/opgeschaald"),
    "escalated_one": Shot("Joost", f"/opgeschaald/{OURS}"),
    "ledger": Shot("Ineke", "/doorbraken"),
    "signals": Shot("Sanne", "/signalen"),
    "signal": Shot("Sanne", "/signalen", ("R-1",)),
    "signal_letter": Shot("Sanne", "/signalen", ("R-1",), "Maak een brief"),
    "ideas": Shot("Ineke", "/ideeen"),
    "council": Shot("Ineke", "/raadsbrief"),
    "referrers": Shot("Ineke", "/verwijzers"),
    "referrer_code": Shot("Ineke", "/verwijzers", (), "Maak een nieuwe code voor Lotte"),
    "counts": Shot("Ineke", "/overzicht"),
    "absence": Shot("Ineke", "/afwezig"),
    "agenda": Shot("Sanne", "/agenda"),
    "guide": Shot("Sanne", "/schrijfwijzer"),
    "operations": Shot("Wim", "/beheer"),
    "nowhere": Shot("Sanne", "/elders"),
}
EXCUSED = {  # routes that show no page of their own, and what they are
    "return": "goes on at once, to the page that was asked for",
    "list_part": "the cards of the list",
    "list_live": "a stream",
    "family_live": "a stream",
    "stamp": "a few letters for the page's own script",
    "attachment": "a file of the parent",
    "council_csv": "a file",
    "council_text": "a file",
    "outcomes": "a file",
}
SIZES = {"": (1280, 800), "-phone": (360, 640)}
COLOURS = 64  # of a picture: letters stay sharp, and it is a quarter of its size
TALLEST = 2000  # pixels; what comes below is more of the same


def picture_of(route: str, ending: str = "") -> Path:
    """Where the picture of this page is kept."""
    return PICTURES / f"desk-{route}{ending}.png"


def desk(browser: Browser, served: Served) -> dict[str, str]:
    """Every page of the desk, wide and on a phone, one family's also by night: their headings."""
    headings = {}
    for ending, (width, height) in SIZES.items():
        colleagues: dict[str, Page] = {}
        for route, shot in SHOTS.items():
            if shot.who not in colleagues:
                page = browser.new_page(viewport={"width": width, "height": height}, locale="nl-NL")
                colleagues[shot.who] = entered(page, served, shot.who)
            look(colleagues[shot.who], served, shot)
            keep(colleagues[shot.who], picture_of(route, ending))
            headings[route] = colleagues[shot.who].locator("h1, h2").first.inner_text()
        page = colleagues["Sanne"]
        page.emulate_media(color_scheme="dark")
        look(page, served, SHOTS["handoff"])
        keep(page, picture_of("handoff-dark", ending))
        for page in colleagues.values():
            page.close()
    return headings


def album(headings: Mapping[str, str]) -> str:
    """The page of the documentation with all of them."""
    lines = [
        "# De werkplek in beeld",
        "",
        "Gemaakt met `make pictures`; alle gezinnen zijn verzonnen.",
    ]
    for route, shot in SHOTS.items():
        who = f", zoals {shot.who} het ziet" if shot.who else ""
        names = [picture_of(route, ending).name for ending in SIZES]
        wide, phone = (f"../pictures/{name}" for name in names)
        path = shot.path.replace(OURS, "…").replace(NEW, "…")
        lines += ["", f"## {headings[route]}", f"`/werkplek{path}`{who}.", ""]
        lines += [f'<img src="{wide}" width="640" alt="{headings[route]}, op een laptop">']
        lines += [f'<img src="{phone}" width="200" alt="{headings[route]}, op een telefoon">']
    return "\n".join(lines) + "\n"


def entered(page: Page, served: Served, who: str) -> Page:
    """This colleague's browser; "" is somebody who is not logged in."""
    page.goto(served.url + "/inloggen")
    if who:
        follow(page, page.get_by_role("button", name=who, exact=True))
    return page


def look(page: Page, served: Served, shot: Shot) -> None:
    """Go where this picture is taken."""
    page.goto(served.url + shot.path)
    for link in shot.follow:
        follow(page, page.get_by_role("link", name=link, exact=True))
    if shot.typed:
        page.locator("textarea").fill(shot.typed)
    if shot.press:
        follow(page, page.get_by_role("button", name=shot.press))


def keep(page: Page, where: Path, *, whole: bool = True) -> None:
    """What the browser shows now, in few colours."""
    shown = Image.open(BytesIO(page.screenshot(full_page=whole))).convert("RGB")
    shown = shown.crop((0, 0, shown.width, min(shown.height, TALLEST)))
    shown.quantize(COLOURS, dither=Image.Dither.NONE).save(where, optimize=True)


def copy(page: Page) -> None:
    """What we keep of her, and who looked, as she reads it herself."""
    write(page, "mijn gegevens")
    tap(page, "Kopie van alles")
    with page.context.expect_page() as opened:
        page.locator("#vraag a", has_text="/mijn/chat").click()
    browser = page.context.browser
    assert browser
    for ending, (width, height) in SIZES.items():
        context = browser.new_context(
            viewport={"width": width, "height": height}, storage_state=page.context.storage_state()
        )
        shown = context.new_page()
        shown.goto(opened.value.url)
        keep(shown, PICTURES / f"copy{ending}.png", whole=False)
        context.close()
    opened.value.close()
    write(page, "alles wissen")
    keep(page, PICTURES / "erase-phone.png", whole=False)


def main() -> None:
    """All pictures, from a demo and a desk that are thrown away."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        (Path(folder) / "desk").mkdir()
        service, browser = Service(Path(folder)), launch(driver)
        served = Served(Path(folder) / "desk", town_id=EVERYTHING)
        try:
            parent = chat(browser, service)
            summary(browser, service)
            copy(parent)
            ALBUM.write_text(album(desk(browser, served)), "utf-8")
        finally:
            browser.close()
            service.kill()
            served.stop()


if __name__ == "__main__":
    main()
