"""*Schrijfwijzer*: told from the checker's own data; what is tried is answered and kept nowhere."""

from __future__ import annotations

import logging

import pytest
from starlette.testclient import TestClient

from bot.desk.acting import hints
from bot.desk.guide import rules
from dialogs.authoring.lint import said, tone
from dialogs.language.reading import jargon
from tests.bot.desk import standin
from tests.bot.desk.test_desk_access import OWN_SITE, PREFIX, client, enter
from tests.bot.desk.test_desk_matrix import token_of

PAGE = f"{PREFIX}/schrijfwijzer"


def sees(person: str = "sanne") -> TestClient:
    who = client(standin.busy())
    enter(who, person)
    return who


def tries(who: TestClient, text: str) -> str:
    sent = {"bewijs": token_of(who), "zin": text}
    answer = who.post(PAGE, data=sent, headers=OWN_SITE)
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("person", ["sanne", "karim", "mo", "joost", "wim"])
def test_all_who_work_here_read_the_rules(person: str) -> None:
    page = sees(person).get(PAGE).text
    assert f"<strong>{said.MOST_WORDS}</strong> woorden in een bericht" in page
    for one in tone.BLAME:
        assert one.words in page
    assert f"Woorden van kantoor: {len(jargon.terms())}" in page
    assert "schrijf liever" not in page.partition("<details")[2]


def test_a_word_that_the_checker_learns_stands_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    known = (*tone.BLAME, tone.Blame("sukkel", tone.BLAME[0].pattern, "laat dit weg"))
    monkeypatch.setattr(tone, "BLAME", known)
    assert "sukkel" in sees().get(PAGE).text


def test_every_example_is_hard_before_and_plain_after() -> None:
    for one in rules.examples():
        assert one.why, one.before
        form = "u" if " u " in f" {one.after} " else "je"
        assert hints.of(one.after, form) == [], one.after


def test_a_tried_sentence_is_answered_without_javascript() -> None:
    who = sees()
    page = tries(who, "Je moet het formulier indienen <b>")
    assert "&#39;moet&#39; kan als een verwijt voelen" in page
    assert "woord van kantoor" in page
    assert "indienen &lt;b&gt;</textarea>" in page
    assert "Zo leest het prettig" in tries(who, "Zal ik je bellen?")
    assert 'role="status"' not in tries(who, "   ")


def test_a_tried_sentence_is_kept_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    who = sees()
    with caplog.at_level(logging.DEBUG):
        tries(who, "Je moet kanarie bellen")
    assert "kanarie" not in caplog.text
    assert "kanarie" not in who.get(PAGE).text
    assert said.sentences.cache_info().currsize == 0
