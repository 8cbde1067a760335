"""A parent comes by the code in a letter: once, known here or not, and kindly when it is over."""

from __future__ import annotations

import pytest

from tests.bot.channels.web_parent import SITE, Parent

CODE = "v-bcdf-ghjk-lmnp-qrst"


@pytest.fixture
def parent() -> Parent:
    made = Parent()
    made.line.codes.add(CODE)
    return made


def test_looking_at_the_page_uses_nothing_up(parent: Parent) -> None:
    parent.page = parent.web.get(f"/?code={CODE}")  # as a link preview does
    assert parent.page.status_code == 200
    assert parent.line.items == []
    parent.begin()
    assert [(one.kind, one.code) for one in parent.line.items] == [("start", CODE)]


def test_a_worn_out_code_begins_nothing_and_stays_kind(parent: Parent) -> None:
    parent.page = parent.web.get("/?code=v-wrong")
    parent.send("/begin")
    assert parent.page.status_code == 410
    assert "Dat geeft niet" in parent.words
    assert "078 - 770 00 00" in parent.words
    assert parent.line.items == []
    parent.begin()  # the page's own button: without the code
    assert [one.code for one in parent.line.items] == [""]


def test_who_wants_to_call_is_never_held_up_by_a_code(parent: Parent) -> None:
    parent.page = parent.web.get("/?code=v-wrong")
    parent.send("/begin", command="bellen")
    assert [one.command for one in parent.line.items] == ["bellen"]


def test_the_same_tap_twice_is_not_a_worn_out_code(parent: Parent) -> None:
    parent.page = parent.web.get(f"/?code={CODE}")
    fields, before = parent.fields("/begin"), dict(parent.web.cookies)
    parent.web.post("/begin", data=fields, headers=SITE)
    parent.line.codes.clear()  # used up by now
    parent.web.cookies = before  # the first answer had not come yet
    again = parent.web.post("/begin", data=fields, headers=SITE, follow_redirects=False)
    assert again.status_code == 303
    assert len(parent.line.items) == 1


def test_who_has_a_conversation_here_goes_on_in_it(parent: Parent) -> None:
    parent.begin()
    parent.page = parent.web.get(f"/?code={CODE}")
    assert parent.page.status_code == 200
    parent.send("/begin")
    assert [one.code for one in parent.line.items] == ["", CODE]
    assert len({one.address for one in parent.line.items}) == 1
    assert parent.page.url.path == "/chat"


def test_a_form_of_another_site_brings_no_code_in(parent: Parent) -> None:
    parent.begin()
    parent.page = parent.web.get(f"/?code={CODE}")
    fields = parent.fields("/begin") | {"token": "x"}
    answer = parent.web.post("/begin", data=fields, headers=SITE)
    assert answer.status_code == 403
    assert len(parent.line.items) == 1


def test_other_codes_are_as_before(parent: Parent) -> None:
    parent.begin()
    answer = parent.web.get("/?code=poster", follow_redirects=False)
    assert answer.headers["location"] == "/chat?nu#vraag"
