"""The parents' web chat by its addresses: start, answer, hide, come back, and what goes wrong."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image
from starlette.testclient import TestClient

from bot.channels.webchat import WebChat
from bot.service.ports import Outgoing, Sent
from dialogs.render import Message
from tests.bot.channels.web_stand_in import StandIn, app, deps, hashed

SITE = {"sec-fetch-site": "same-origin"}
XSS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "javascript:alert(1)",
    "{{7*7}}${7*7}<svg/onload=alert(1)>",
    "</textarea><script>alert(1)</script>",
    "**<b onmouseover=alert(1)>**",
    'https://x.nl/"onclick=alert(1)',
    "<!--<script>",
    "\u202e<i>",
)


class Parent:
    """Somebody with a browser, who fills in the form that is on the page."""

    def __init__(self, **changes: Any) -> None:
        self.deps = deps(**changes)
        self.line: StandIn = self.deps.line  # type: ignore[assignment]
        base = self.deps.public_url or "http://testserver"
        self.web = TestClient(app(self.deps), base_url=base)
        self.page = self.web.get("/")

    def fields(self, form: str = "") -> dict[str, str]:
        """The hidden fields of the first form with this action, or of the first with a key."""
        parts = re.findall(r'<form[^>]*action="([^"]*)"[^>]*>(.*?)</form>', self.page.text, re.S)
        for action, inside in parts:
            found = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', inside))
            if (not form and "key" in found) or (form and action == form):
                return found
        raise AssertionError(f"no form {form}")

    def send(self, to: str = "/chat", files: Any = None, **fields: Any) -> None:
        whole = self.fields(to) | fields
        self.page = self.web.post(to, data=whole, files=files, headers=SITE)

    def begin(self) -> Parent:
        self.send("/begin")
        assert self.page.status_code == 200
        return self

    def to(self, turn: int) -> Parent:
        """Answer up to this question."""
        if not self.line.items:
            self.begin()
        while self.turn < turn:
            self.send(press=f"{self.turn}:i.skip")
        return self

    @property
    def turn(self) -> int:
        return int(re.search(r'data-turn="(\d+)"', self.page.text)[1])  # type: ignore[index]

    @property
    def address(self) -> str:
        return self.line.items[0].address

    @property
    def words(self) -> str:
        """The page without its tags."""
        return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", self.page.text))


@pytest.fixture
def parent() -> Parent:
    return Parent()


def test_a_visitor_leaves_nothing_and_sees_a_person(parent: Parent) -> None:
    assert parent.page.status_code == 200
    assert parent.line.items == []
    assert "078 - 770 00 00" in parent.words
    assert 'href="tel:112"' in parent.page.text
    assert "Ik ben een computer, geen mens." in parent.words


def test_beginning_twice_is_one_conversation(parent: Parent) -> None:
    fields = parent.fields("/begin")
    first = parent.web.post("/begin", data=fields, headers=SITE, follow_redirects=False)
    assert first.status_code == 303
    parent.web.get("/")
    again = parent.web.post("/begin", data=fields, headers=SITE, follow_redirects=False)
    assert again.headers["location"] == "/chat#vraag"
    assert len({one.address for one in parent.line.items}) == 1


def test_two_taps_on_begin_that_race_are_one_conversation(parent: Parent) -> None:
    """Both were sent before the first answer came, so both carry the cookie of a visitor."""
    fields, before = parent.fields("/begin"), {"begin": str(parent.web.cookies["begin"])}
    for _ in range(2):
        racing = TestClient(app(parent.deps), cookies=before)
        assert racing.post("/begin", data=fields, headers=SITE).status_code == 200
    assert len(parent.line.items) == 1


def test_she_may_ask_for_a_person_before_anything_starts(parent: Parent) -> None:
    parent.send("/begin", command="bellen")
    assert (parent.line.items[0].kind, parent.line.items[0].command) == ("command", "bellen")


def test_a_code_of_a_letter_travels_with_the_start(parent: Parent) -> None:
    parent.page = parent.web.get("/?code=brief-7")
    parent.send("/begin")
    assert parent.line.items[0].code == "brief-7"
    assert "evil" not in parent.web.get('/?code="evil').text


def test_every_kind_of_answer_is_committed_and_redirected(parent: Parent) -> None:
    parent.begin()
    parent.send(press="1:c.begin")
    assert parent.page.url.path == "/chat"
    assert [r.status_code for r in parent.page.history] == [303]
    parent.send(press="2:c.3")
    parent.send(press="3:ok", picked=["food", "letter"])
    parent.send(text="Mijn zus.\r\nEn wandelen.")
    parent.send(text="3")
    parent.send(text="06 12345678")
    said = [(i.kind, i.press, i.picked, i.text) for i in parent.line.items[1:]]
    assert said == [
        ("press", "1:c.begin", (), ""),
        ("press", "2:c.3", (), ""),
        ("press", "3:ok", ("food", "letter"), ""),
        ("text", "", (), "Mijn zus.\nEn wandelen."),
        ("text", "", (), "3"),
        ("text", "", (), "06 12345678"),
    ]
    for shown in ("Veel te vol", "Eten, Brief van een deurwaarder", "Mijn zus."):
        assert shown in parent.words
    assert 'href="/afspraak/7.ics"' in parent.page.text


def test_she_may_type_where_buttons_are_asked_for_and_when_nothing_is_asked(
    parent: Parent,
) -> None:
    parent.to(2).send(text="Mijn kind heeft honger")
    parent.to(6).send(text="06 12345678")
    parent.send(text="En nog iets")
    said = [item.text for item in parent.line.items if item.kind == "text"]
    assert said == ["Mijn kind heeft honger", "06 12345678", "En nog iets"]


def test_a_refresh_repeats_nothing(parent: Parent) -> None:
    parent.begin().send(press="1:c.begin")
    parent.web.get("/chat")
    assert len(parent.line.items) == 2


def test_tapping_twice_counts_once(parent: Parent) -> None:
    parent.begin()
    fields = parent.fields() | {"press": "1:c.begin"}
    pages = [parent.web.post("/chat", data=fields, headers=SITE) for _ in range(3)]
    assert {page.status_code for page in pages} == {200}
    assert len(parent.line.items) == 2
    assert "Vraag 1 van 5" in pages[-1].text


@pytest.mark.parametrize("same_key", [False, True], ids=["another tab", "the back button"])
def test_a_stale_form_shows_the_question_of_now_and_keeps_her_words(
    parent: Parent, same_key: bool
) -> None:
    parent.to(4)
    stale = parent.fields() | ({} if same_key else {"key": "k" * 30})
    parent.send(text="Uit het andere tabblad")
    page = parent.web.post("/chat", data=stale | {"text": "Niet kwijt <raken>"}, headers=SITE)
    assert page.status_code == 409
    assert "Dat hoorde bij een vorige vraag" in page.text
    assert "Hoeveel kinderen" in page.text
    assert "Niet kwijt &lt;raken&gt;" in page.text
    assert "Niet kwijt <raken>" not in [item.text for item in parent.line.items]


def test_asking_for_a_person_works_from_a_stale_form_too(parent: Parent) -> None:
    parent.to(3)
    stale = parent.fields() | {"key": "k" * 30}
    parent.send(press="3:ok", picked=["food"])
    parent.page = parent.web.post("/chat", data=stale | {"press": "3:i.call"}, headers=SITE)
    assert parent.line.items[-1].press == "4:i.call"


def test_skip_from_a_stale_form_does_not_skip_the_question_of_now(parent: Parent) -> None:
    parent.to(3)
    stale, count = parent.fields() | {"key": "k" * 30}, len(parent.line.items)
    parent.send(press="3:ok")
    page = parent.web.post("/chat", data=stale | {"press": "3:i.skip"}, headers=SITE)
    assert page.status_code == 409
    assert len(parent.line.items) == count + 1


def test_sending_nothing_costs_nothing(parent: Parent) -> None:
    parent.to(4).send(text="   ")
    assert parent.page.status_code == 422
    assert "Overslaan mag ook" in parent.words
    assert parent.line.items[-1].kind == "press"


@pytest.mark.parametrize("broken", [True, False], ids=["down", "slow"])
def test_when_storage_is_away_her_words_stay_and_can_be_sent_again(broken: bool) -> None:
    parent = Parent().to(4)
    fields = parent.fields()
    if broken:
        parent.line.broken = True
    else:
        parent.line.stuck = True
    parent.send(text="Mijn <b>buurvrouw</b>", key=fields["key"])
    assert parent.page.status_code == 503
    assert "Nog niet verstuurd" in parent.words
    assert "Mijn &lt;b&gt;buurvrouw" in parent.page.text
    assert "078 - 770 00 00" in parent.words
    parent.line.broken = parent.line.stuck = False
    assert parent.fields()["key"] == fields["key"]
    parent.send(text="Mijn buurvrouw")
    assert parent.line.items[-1].text == "Mijn buurvrouw"
    assert "Hoeveel kinderen" in parent.words


def test_a_tap_that_met_trouble_is_sent_again_as_it_was(parent: Parent) -> None:
    parent.to(3)
    parent.line.broken = True
    parent.send(press="3:ok", picked=["food", "home"])
    parent.line.broken = False
    inside = re.findall(r'name="picked" value="(\w+)"', parent.page.text)
    parent.send(press=parent.fields()["press"], picked=inside)
    assert parent.line.items[-1].picked == ("food", "home")


def test_reading_while_storage_is_away_is_an_honest_page(parent: Parent) -> None:
    parent.begin()
    parent.line.broken = True
    page = parent.web.get("/chat")
    assert page.status_code == 503
    assert "Wat al bewaard was, blijft bewaard" in page.text
    assert "078 - 770 00 00" in page.text


def test_a_slow_reply_says_that_her_answer_is_kept(parent: Parent) -> None:
    parent.begin()
    parent.line.slow = True
    parent.send(press="1:c.begin")
    assert "Je antwoord is bewaard." in parent.words
    parent.line.reply(parent.address)
    parent.page = parent.web.get("/chat")
    assert "Je antwoord is bewaard." not in parent.words
    assert "Vraag 1 van 5" in parent.words


# Hiding and coming back


def test_clearing_hides_all_on_every_device_and_keeps_the_question(parent: Parent) -> None:
    parent.to(4).send(text="Iets van mij")
    other = TestClient(app(parent.deps), cookies=dict(parent.web.cookies))
    parent.page = parent.web.post("/leeg", headers=SITE)
    assert parent.page.url.path == "/leeg"
    for browser in (parent.web, other):
        for path in ("/chat", "/link", "/leeg"):
            page = browser.get(path)
            assert "Iets van mij" not in page.text
            assert "kinderen" not in page.text
            assert "Er staat hier nu niets." in page.text
    parent.send("/verder")
    assert "Iets van mij" not in parent.words
    assert "Hoeveel kinderen" in parent.words


def test_clearing_hides_at_once_when_storage_is_away(parent: Parent) -> None:
    parent.to(4)
    parent.line.broken = True
    assert parent.web.post("/leeg", headers=SITE).url.path == "/leeg"
    parent.line.broken = False
    assert "Er staat hier nu niets." in parent.web.get("/chat").text


def test_a_new_message_does_not_fill_an_emptied_screen(parent: Parent) -> None:
    parent.to(2)
    parent.web.post("/leeg", headers=SITE)
    parent.line.reply(parent.address, "Morgen heb je een afspraak.")
    assert "afspraak" not in parent.web.get("/chat").text


def test_an_old_form_shows_nothing_after_clearing(parent: Parent) -> None:
    parent.to(4)
    fields = parent.fields()
    parent.web.post("/leeg", headers=SITE)
    page = parent.web.post("/chat", data=fields | {"turn": "1", "text": "x"}, headers=SITE)
    assert "Wat helpt" not in page.text
    assert "Er staat hier nu niets." in page.text


def test_leaving_goes_to_a_page_that_tells_nothing(parent: Parent) -> None:
    parent.to(4)
    gone = parent.web.post("/weg", headers=SITE, follow_redirects=False)
    assert gone.headers["location"] == parent.deps.front.leave_to
    assert "Er staat hier nu niets." in parent.web.get("/chat").text


def test_another_site_cannot_make_her_browser_forget_her(parent: Parent) -> None:
    parent.begin()
    hostile = TestClient(app(parent.deps))
    for path in ("/leeg", "/weg", "/begin", "/v", "/verder", "/loslaten"):
        page = hostile.post(
            path, data={"x": "1"}, headers={"sec-fetch-site": "cross-site"}, follow_redirects=False
        )
        assert not any(c.startswith("chat=") for c in page.headers.get_list("set-cookie")), path


def link_of(parent: Parent) -> str:
    found = re.search(r'value="(http[^"]*/v/[0-9a-f]{64})"', parent.web.get("/link").text)
    assert found
    return found[1]


def test_her_link_opens_nothing_until_she_taps_and_then_shows_only_now(parent: Parent) -> None:
    parent.to(4).send(text="Iets van toen")
    link = link_of(parent)
    phone = Parent(line=parent.line, clock=parent.deps.clock, bells=parent.deps.bells)
    phone.page = phone.web.get(link)
    assert "chat" not in phone.web.cookies
    assert "kinderen" not in phone.words
    phone.send("/v")
    assert phone.page.url.path == "/chat"
    assert "Hoeveel kinderen" in phone.words
    assert "Iets van toen" not in phone.words


def test_a_wrong_link_says_so_kindly(parent: Parent) -> None:
    parent.page = parent.web.get("/v/" + "0" * 64)
    parent.send("/v")
    assert parent.page.status_code == 404
    assert "Deze link werkt niet" in parent.words
    assert "Deze link werkt niet" in parent.web.get("/v/<script>").text


def test_her_link_also_opens_where_another_conversation_was_open(parent: Parent) -> None:
    parent.to(4)
    link, other = link_of(parent), Parent(line=parent.line, clock=parent.deps.clock)
    other.send("/begin")
    other.page = other.web.get(link)
    other.send("/v")
    assert "Wat helpt jou al?" in other.words


def test_letting_go_of_a_phone_leaves_only_the_link(parent: Parent) -> None:
    parent.to(3)
    link = link_of(parent)
    stale = parent.web.get("/link")
    parent.page = stale
    parent.send("/loslaten")
    assert parent.web.get("/chat").url.path == "/"
    parent.page = parent.web.get(link)
    parent.send("/v")
    assert "Wat kan niet wachten" in parent.words


def test_the_token_is_kept_nowhere(parent: Parent) -> None:
    parent.begin()
    token = parent.web.cookies["chat"].partition(".")[0]
    assert token not in repr(parent.line)
    assert parent.address == hashed("web-token", token)


def test_the_first_form_is_worth_nothing_after_letting_go(parent: Parent) -> None:
    first = parent.fields("/begin")
    parent.begin().to(4).send(text="Iets van mij")
    parent.page = parent.web.get("/link")
    parent.send("/loslaten")
    page = parent.web.post("/begin", data=first, headers=SITE)
    assert "Iets van mij" not in page.text
    assert len(parent.line.talks) == 2


def test_a_page_that_emptied_itself_without_network_stays_empty(parent: Parent) -> None:
    parent.to(4)
    parent.web.cookies.set("dicht", "1", domain="testserver.local")
    parent.page = parent.web.get("/chat")
    assert "Er staat hier nu niets." in parent.words
    parent.send("/verder")
    assert "Wat helpt jou al?" in parent.words
    assert "dicht" not in parent.web.cookies


# Guards


def test_every_page_tells_the_browser_to_keep_nothing_and_run_nothing(parent: Parent) -> None:
    pages = [parent.page, parent.begin().page, parent.web.get("/link"), parent.web.get("/leeg")]
    pages += [parent.web.get("/v/" + "0" * 64)]
    for page in pages:
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["referrer-policy"] == "no-referrer"
        assert page.headers["x-content-type-options"] == "nosniff"
        assert 'content="noindex' in page.text
        assert "<title>Berichten</title>" in page.text
        assert not re.search(r"<[^>]+\s(on\w+|style)=", page.text)
        assert not re.search(r"<script(?![^>]*src=)", page.text)
        assert "http://" not in re.sub(r"http://testserver", "", page.text)


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://x.nl"}],
)
def test_a_form_of_another_site_counts_nothing(parent: Parent, headers: dict[str, str]) -> None:
    parent.begin()
    fields = parent.fields() | {"press": "1:c.begin"}
    assert parent.web.post("/chat", data=fields, headers=headers).status_code == 403
    assert len(parent.line.items) == 1


@pytest.mark.parametrize("headers", [{}, {"origin": "null"}, {"origin": "http://testserver"}])
def test_an_old_browser_that_says_little_still_works(headers: dict[str, str]) -> None:
    parent = Parent().begin()
    fields = parent.fields() | {"press": "1:c.begin"}
    assert parent.web.post("/chat", data=fields, headers=headers).status_code == 200
    assert len(parent.line.items) == 2


def test_a_form_without_its_token_counts_nothing_and_keeps_her_words(parent: Parent) -> None:
    parent.to(4)
    count = len(parent.line.items)
    parent.send(token="0" * 32, text="Bewaar dit")
    assert parent.page.status_code == 403
    assert "Bewaar dit" in parent.page.text
    assert len(parent.line.items) == count


def test_behind_https_the_cookie_is_guarded_by_the_browser() -> None:
    parent = Parent(public_url="https://chat.example.nl")
    fields = parent.fields("/begin")
    answer = parent.web.post("/begin", data=fields, headers=SITE, follow_redirects=False)
    chat = next(c for c in answer.headers.get_list("set-cookie") if c.startswith("__Host-chat="))
    for guard in ("HttpOnly", "Secure", "SameSite=lax", "Path=/"):
        assert guard in chat
    assert "Domain" not in chat


def test_somebody_elses_key_does_not_swallow_her_answer(parent: Parent) -> None:
    parent.begin()
    fields = parent.fields()
    other = Parent(line=parent.line, clock=parent.deps.clock)
    other.send("/begin")
    other.send(key=fields["key"], press="1:c.begin")
    parent.send(key=fields["key"], press="1:c.begin")
    assert len([one for one in parent.line.items if one.press == "1:c.begin"]) == 2


def test_a_flood_is_slowed_and_keeps_her_words() -> None:
    whole = deps()
    parent = Parent(patience=replace(whole.patience, posts=3)).begin()
    for _ in range(4):
        parent.send(press=f"{parent.turn}:i.skip") if parent.turn < 4 else parent.send(text="Stop")
    assert parent.page.status_code == 429
    assert "Stop" in parent.page.text


@pytest.mark.parametrize("payload", XSS)
def test_what_she_sends_stays_text_everywhere(payload: str) -> None:
    parent = Parent().to(4)
    parent.send(text=payload)
    pages = [parent.page]
    stale = parent.fields() | {"turn": "2", "text": payload}
    pages.append(parent.web.post("/chat", data=stale, headers=SITE))
    parent.line.broken = True
    again = {"press": f"5:c.{payload}"[:60], "text": payload, "picked": payload}
    pages.append(parent.web.post("/chat", data=parent.fields() | again, headers=SITE))
    parent.line.broken = False
    for path in ("/?code=", "/v/", "/afspraak/", "/chat?notice="):
        pages.append(parent.web.get(path + payload))
    parent.line.reply(parent.address, f"Hoi {payload} **{payload}** https://x.nl/{payload}")
    pages.append(parent.web.get("/chat"))
    for page in pages:
        bare = re.sub(r'"[^"]*"', '""', page.text)  # without the values of attributes
        assert "<script>alert" not in page.text
        assert not re.search(r"<(img|svg|b|i)\b", page.text)
        assert not re.search(r"<[a-z][^<>]*\son\w+=", bare)
        assert 'href="javascript' not in page.text


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/x-www-form-urlencoded"),
        (b"\xff\xfe", "text/plain"),
        (b"nonsense", "multipart/form-data; boundary=x"),
        (b"a=1", "multipart/form-data"),
        (b"&".join(b"a=1" for _ in range(200)), "application/x-www-form-urlencoded"),
        (b"key=%00&turn=-1&press=999999999999:c.x&token=%ff", "application/x-www-form-urlencoded"),
    ],
)
def test_a_strange_form_is_a_kind_page(parent: Parent, body: bytes, kind: str) -> None:
    parent.begin()
    page = parent.web.post("/chat", content=body, headers=SITE | {"content-type": kind})
    assert page.status_code in (400, 403, 413)
    assert "<h1" in page.text
    assert len(parent.line.items) == 1


# Files


def photo(place: bool = False) -> bytes:
    picture, out = Image.new("RGB", (40, 30), "red"), io.BytesIO()
    exif = Image.Exif()
    if place:
        exif[0x010F] = "GEHEIM-TOESTEL"
        exif.get_ifd(0x8825)[1] = "N"
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_a_photo_is_kept_without_its_place_and_she_is_told(parent: Parent) -> None:
    parent.to(4)
    assert b"GEHEIM" in photo(place=True)
    parent.send(text="Een brief", files={"file": ("a.jpg", photo(place=True), "image/jpeg")})
    assert "Je foto is bewaard." in parent.words
    item = parent.line.items[-1]
    assert (item.kind, item.text, item.media.kind) == ("media", "Een brief", "photo")  # type: ignore[union-attr]
    [(name, (kind, mime, body))] = parent.line.files.items()
    assert (kind, mime, name) == ("photo", "image/jpeg", item.media.attachment)  # type: ignore[union-attr]
    assert b"GEHEIM" not in body


def test_a_voice_note_is_kept(parent: Parent) -> None:
    parent.to(4)
    parent.send(
        seconds="12", files={"file": ("stem", b"\x1a\x45\xdf\xa3" + b"0" * 99, "video/webm")}
    )
    assert "Je spraakbericht is bewaard." in parent.words
    assert parent.line.items[-1].media.seconds == 12  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "body", "mime", "says"),
    [
        (
            "a.exe",
            b"MZ" + b"0" * 100,
            "application/octet-stream",
            "Dit soort bestand lukt hier niet",
        ),
        ("a.jpg", b"\xff\xd8\xff" + b"0" * 100, "image/jpeg", "Deze foto kan ik niet openen"),
        ("a.pdf", b"%PDF-" + b"0" * (10 * 1024 * 1024 + 1), "application/pdf", "groter dan 10 MB"),
        ("a.pdf", b"%PDF-" + b"0" * (12 * 1024 * 1024), "application/pdf", "groter dan 10 MB"),
    ],
)
def test_a_file_we_do_not_take_is_refused_kindly_and_her_words_stay(
    parent: Parent, name: str, body: bytes, mime: str, says: str
) -> None:
    parent.to(4)
    count = len(parent.line.items)
    parent.send(text="Mijn woorden", files={"file": (name, body, mime)})
    assert parent.page.status_code == 422
    assert says in parent.words
    assert "meenemen naar je gesprek" in parent.words
    assert "Mijn woorden" in parent.page.text
    assert (len(parent.line.items), parent.line.files) == (count, {})


def test_a_file_never_touches_the_disk(parent: Parent, monkeypatch: pytest.MonkeyPatch) -> None:
    parent.to(4)
    monkeypatch.setattr("tempfile.TemporaryFile", lambda *_, **__: pytest.fail("on disk"))
    body = b"%PDF-" + b"0" * (5 * 1024 * 1024)
    parent.send(files={"file": ("a.pdf", body, "application/pdf")})
    assert "Je bestand is bewaard." in parent.words


def test_the_same_file_sent_again_is_one_file(parent: Parent) -> None:
    parent.to(4)
    fields = parent.fields()
    file = {"file": ("a.jpg", photo(), "image/jpeg")}
    for _ in range(2):
        parent.web.post("/chat", data=fields, files=file, headers=SITE)
    assert len(parent.line.files) == 1


# The rest


def test_only_she_gets_her_invitation(parent: Parent) -> None:
    assert parent.web.get("/afspraak/7.ics").status_code == 404
    parent.begin()
    mine = parent.web.get("/afspraak/7.ics")
    assert mine.headers["content-type"].startswith("text/calendar")
    assert mine.headers["cache-control"] == "no-store"
    assert parent.web.get("/afspraak/8.ics").status_code == 404


def test_the_first_page_is_light(parent: Parent) -> None:
    files = re.findall(r'(?:href|src)="(/web/[^"]+)"', parent.page.text)
    assert len(files) == 3
    parts = [parent.web.get(file) for file in files]
    assert all("immutable" in part.headers["cache-control"] for part in parts)
    assert len(parent.page.content) + sum(len(part.content) for part in parts) <= 40_000


async def test_the_channel_is_done_at_once_and_rings_for_open_pages() -> None:
    channel = WebChat()
    with channel.bells.listening("a") as ear:
        assert await channel.send(Outgoing(1, "a", Message("Hoi"))) == Sent()
        assert ear.is_set()
    assert channel.bells.crowd("a") == 0
