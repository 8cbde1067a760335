"""The web chat trusts nobody: other sites, floods, hostile words and forms."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.bot.channels.web_parent import SITE, XSS, Parent
from tests.bot.channels.web_stand_in import deps


@pytest.fixture
def parent() -> Parent:
    return Parent()


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
