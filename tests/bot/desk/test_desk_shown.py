"""What the pages show: blanks and traces, troubles, attachments, and text that stays text."""

from __future__ import annotations

import html
import re

import pytest

from bot.desk.book import Media, Task
from bot.desk.words import ALERTS, DELIVERIES
from storage.trouble import TROUBLE
from tests.bot.desk import standin
from tests.bot.desk.standin import FILE, NOW, OURS, PHOTO, SCRIPT_LINES, VOICE
from tests.bot.desk.test_desk_access import OWN_SITE, PREFIX, client, enter, proof

PAGE = f"{PREFIX}/overdracht/{OURS}"
PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "</title></textarea></style><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% include 'login.html' %}",
    "<!--<b>-->",
    "\u202egnp.exe\u0000\x1b[31m",
    "&lt;script&gt;",
)


def text_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def opened(shelf: standin.Shelf, path: str = PAGE) -> str:
    sanne = client(shelf)
    enter(sanne, "sanne")
    answer = sanne.get(path)
    assert answer.status_code == 200
    return answer.text


def test_sections_come_in_reading_order_and_blanks_are_told_apart() -> None:
    page = opened(standin.shelf())
    titles = re.findall(r"<h2>([^<]+)</h2>", page)
    assert titles == [
        "Nu eerst", "Dit geeft mij rust", "Kinderen en opvang", "Geld", "Wonen", "Hoe het gaat",
        "Werk en leren", "Wie en wat al helpt", "Een kleine stap", "Voor het gesprek",
        "Nog open", "Wat de ouder van ons hoorde", "Herkomst",
    ]  # fmt: skip
    shown = text_of(page)
    for blank in ("liever niet Waarmee", "overgeslagen Wat helpt al, Kleine stap", "niet gevraagd"):
        assert blank in shown


def test_every_line_opens_its_question_answer_time_and_script() -> None:
    page = opened(standin.shelf())
    lines = re.findall(r"<details.*?</details>", page, re.DOTALL)
    assert len(lines) > 12
    for _, label, _, question in SCRIPT_LINES:
        own = [line for line in lines if html.escape(label) in line and question in line]
        assert own, label
        assert "versie 3" in own[0]
    wish = text_of(next(line for line in lines if ">Rust<" in line))
    assert "Gekozen Opvang, Geld" in wish
    assert "een vaste dag per week" in wish
    assert "24 november 2026, 09:57 uur" in wish


@pytest.mark.parametrize("payload", PAYLOADS)
def test_stored_markup_stays_text_in_every_field(payload: str) -> None:
    shelf = standin.busy()
    shelf.said = {step: (payload,) for step, *_ in SCRIPT_LINES}
    shelf.words = {step: payload for step, *_ in SCRIPT_LINES}
    shelf.tasks = (Task(1, payload, payload, None, NOW),)
    calm = standin.busy()
    for path in (PREFIX + "/", PAGE, PAGE + "/tijden"):
        page = opened(shelf, path)
        names = re.compile(r"<\s*(/?\w+)")
        extra = set(names.findall(page)) - set(names.findall(opened(calm, path)))
        assert extra == set()
        assert not re.search(r"<[^>]*\son\w+\s*=", page)
        assert page.count("<script") == 1
        assert "49{" not in page  # the template language does not run twice


def test_the_address_bar_cannot_write_on_the_page() -> None:
    sanne = client(standin.shelf())
    enter(sanne, "sanne")
    page = sanne.get(PAGE, params={"na": "<b>gehackt</b>"}).text
    assert "gehackt" not in page
    login = sanne.get(f"{PREFIX}/inloggen", params={"naar": '"><script>x</script>'}).text
    assert login.count("<script") == 1


def test_each_trouble_says_what_to_do() -> None:
    page = text_of(opened(standin.busy()))
    what, todo = ALERTS["unsure"]
    assert f"{what} {todo}" in page
    assert f"Herinnering {DELIVERIES['unsure'][0]}." in page
    assert f"Antwoord {DELIVERIES['failed'][0]}." in page


def test_trouble_comes_first_on_the_list_and_then_new_and_then_claimed() -> None:
    shelf = standin.shelf()
    for n, state in enumerate(("claimed", "new", "new")):
        reason = "urgent" if n == 2 else "intake"
        found = standin.head(str(n) * 32, state=state, reason=reason, claimed_by=None)
        shelf.heads[found.id] = found
    del shelf.heads[OURS]
    order = re.findall(r'href="/werkplek/overdracht/(\d)', opened(shelf, PREFIX + "/"))
    assert order == ["2", "1", "0"]
    shelf.alerts = standin.busy().alerts
    assert "Er ging iets mis" in opened(shelf, PREFIX + "/")


def test_a_message_that_did_not_arrive_stays_on_the_list_after_its_alert() -> None:
    shelf = standin.shelf()
    shelf.undelivered = 2
    assert "niet zeker aangekomen berichten: 2" in opened(shelf, PREFIX + "/")
    shelf.undelivered = 0
    assert "aangekomen" not in opened(shelf, PREFIX + "/")


def test_an_empty_list_teaches() -> None:
    shelf = standin.shelf()
    shelf.heads.clear()
    page = opened(shelf, PREFIX + "/").split("panel empty")[1]
    assert "Nu wacht er niemand op jullie" in page
    assert page.count("<li>") == 3


def test_the_second_to_claim_sees_who_was_first() -> None:
    shelf = standin.shelf()
    pages = []
    for person in ("sanne", "karim", "sanne"):
        one = client(shelf)
        enter(one, person)
        answer = one.post(PAGE + "/oppakken", data={"bewijs": proof(one)}, headers=OWN_SITE)
        pages.append(text_of(one.get(answer.headers["location"]).text))
    assert "Jij hebt deze overdracht opgepakt." in pages[0]
    assert "Sanne was net eerder" in pages[1]
    assert "Jij hebt deze overdracht opgepakt." in pages[2]
    assert [deed[0] for deed in shelf.deeds] == ["claim"]


@pytest.mark.parametrize("trouble", TROUBLE)
def test_a_database_that_is_away_is_a_kind_page(
    monkeypatch: pytest.MonkeyPatch, trouble: type[Exception]
) -> None:
    async def away(*_: object) -> None:
        raise trouble

    sanne = client(standin.shelf())
    enter(sanne, "sanne")
    monkeypatch.setattr(standin.Shelf, "file", away)
    answer = sanne.get(PAGE)
    assert answer.status_code == 503
    assert "Even geen verbinding" in answer.text
    assert answer.headers["cache-control"] == "no-store"


# --- attachments -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kept", "mime", "way", "name"),
    [
        (VOICE, "audio/ogg", "inline", "voice-vvvvvvvv.ogg"),
        (PHOTO, "image/png", "inline", "photo-pppppppp.png"),
        (FILE, "application/octet-stream", "attachment", "file-ffffffff.bin"),
    ],
)
def test_a_file_can_do_nothing(kept: str, mime: str, way: str, name: str) -> None:
    sanne = client(standin.shelf())
    enter(sanne, "sanne")
    answer = sanne.get(f"{PAGE}/bijlage/{kept}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == mime
    assert answer.headers["content-disposition"] == f'{way}; filename="{name}"'
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("mime", ["image/svg+xml", "text/html", "application/xhtml+xml", "x/y"])
def test_what_a_browser_would_run_is_only_saved(mime: str) -> None:
    shelf = standin.shelf()
    shelf.media_kept[PHOTO] = Media("photo", mime, b"<svg onload=alert(1)>")
    sanne = client(shelf)
    enter(sanne, "sanne")
    answer = sanne.get(f"{PAGE}/bijlage/{PHOTO}")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")


def test_what_is_not_here_yet_is_a_kind_page() -> None:
    shelf = standin.shelf()
    shelf.media_kept[VOICE] = Media("voice", "audio/ogg", None)
    sanne = client(shelf)
    enter(sanne, "sanne")
    assert sanne.get(f"{PAGE}/bijlage/{VOICE}").status_code == 404
    assert sanne.get(f"{PAGE}/bijlage/nergens").status_code == 404
