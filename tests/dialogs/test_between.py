"""A reminder or a colleague's message comes while a question stands open, and she answers that."""

from __future__ import annotations

import pytest

from dialogs.authoring.shelf import load_shipped, shipped_danger
from dialogs.effects import WithdrawAnswer
from dialogs.events import Started, TimerFired
from dialogs.library import EVERYWHERE, Library
from tests.dialogs.stand_in import Chat
from tests.dialogs.test_typed import asking


def colleague(chat: Chat) -> Chat:
    """A message of Sanne comes in between."""
    chat.event(Started(chat.at, "colleague", topic="message:1"))
    assert "schrijft:" in chat.last.text
    return chat


def reminder(chat: Chat) -> Chat:
    """The reminder of tomorrow's talk comes in between."""
    chat.timer("day_before", appointment="7")
    assert "Lukt het?" in chat.last.text
    return chat


PLAIN = ', choices: [{id: "yes", label: Ja}, {id: "no", label: Nee}]'
DISTRICTS = ", choices: [{id: w, label: Wielwijk}, {id: s, label: Staart}]"


@pytest.mark.parametrize(
    ("kind", "more", "typed", "kept"),
    [
        ("phone", "", "06 17196095", ("+31617196095",)),
        ("postcode", "", "3311ab", ("3311 AB",)),
        ("choice", DISTRICTS, "in wielwijk", ("w",)),
    ],
)
def test_an_answer_typed_as_a_colleague_writes_reaches_the_question(
    kind: str, more: str, typed: str, kept: tuple[str, ...]
) -> None:
    chat = colleague(asking(kind, more=more))
    chat.types(typed)
    assert chat.recorded() == {kind: ("answered", kept)}
    assert chat.deeds() == []
    assert "schrijft:" in chat.last.text


@pytest.mark.parametrize(
    ("kind", "more", "typed", "kept"),
    [
        ("text", "", "mijn zus", "mijn zus"),
        ("name", "", "Noor", "Noor"),
        ("choice", PLAIN, "ja", "yes"),
    ],
)
def test_what_may_be_for_either_goes_to_the_colleague_and_is_asked_once(
    kind: str, more: str, typed: str, kept: str
) -> None:
    chat = colleague(asking(kind, more=more))
    chat.types(typed)
    assert chat.deeds() == [("tell_team", {"kind": "message", "words": typed})]
    assert chat.last.text.endswith("Is wat je net schreef je antwoord op mijn vraag over: Dit?")
    chat.taps("Ja, mijn antwoord")
    assert chat.recorded() == {kind: ("answered", (kept,))}


def test_a_day_that_may_be_for_either_is_read_back_first() -> None:
    chat = colleague(asking("date"))
    chat.types("dinsdag")
    chat.taps("Ja, mijn antwoord")
    assert chat.last.text == "Ik lees: dinsdag 24 november. Klopt dat?"


def test_no_it_was_for_the_colleague_only_and_the_question_comes_back() -> None:
    chat = colleague(asking("text"))
    chat.types("mijn zus")
    chat.taps("Nee, iets anders")
    assert chat.recorded() == {}
    assert chat.last.text == "Vertel het."


def test_what_she_writes_later_is_for_the_colleague() -> None:
    chat = colleague(asking("phone"))
    chat.later(minutes=3)
    chat.types("06 17196095")
    assert chat.deeds()[0][0] == "tell_team"
    assert chat.last.text.endswith("Vertel het.")


@pytest.mark.parametrize(("kind", "typed"), [("text", "mijn zus"), ("name", "Noor")])
def test_words_that_a_reminder_cannot_read_are_kept_and_asked_about_once(
    kind: str, typed: str
) -> None:
    chat = reminder(asking(kind))
    chat.types(typed)
    assert chat.recorded() == {"note_1": ("answered", (typed,))}
    assert "je antwoord op mijn vraag over: Dit?" in chat.last.text
    chat.taps("Ja, mijn antwoord")
    assert chat.recorded() == {kind: ("answered", (typed,))}
    assert WithdrawAnswer(EVERYWHERE, "note_1") in chat.effects
    assert "Lukt het?" in chat.last.text
    chat.taps("Ja, ik kom")
    assert ("confirm_appointment", {"appointment": "7"}) in chat.deeds()


def test_words_that_were_about_the_reminder_stay_kept_and_are_not_asked_about_again() -> None:
    chat = reminder(asking("text"))
    chat.types("mijn zus")
    chat.taps("Nee, iets anders")
    assert "Lukt het?" in chat.last.text
    chat.types("iets met mijn zus")
    assert "je antwoord op" not in chat.last.text
    assert chat.session
    assert [k for k in chat.session.answers if "note_" in k] == [
        "everywhere.note_1", "everywhere.note_2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tap", "confirmed"), [("Nee, iets anders", True), ("Ja, mijn antwoord", False)]
)
def test_a_bare_yes_right_after_a_reminder_is_asked_about(tap: str, confirmed: bool) -> None:
    chat = reminder(asking("choice", more=PLAIN))
    chat.types("ja")
    chat.taps(tap)
    assert (("confirm_appointment", {"appointment": "7"}) in chat.deeds()) is confirmed
    assert ("choice" in chat.recorded()) is not confirmed


def test_a_bare_yes_an_hour_after_the_reminder_is_about_the_reminder() -> None:
    chat = reminder(asking("choice", more=PLAIN))
    chat.later(hours=1)
    chat.types("ja")
    assert ("confirm_appointment", {"appointment": "7"}) in chat.deeds()


def test_an_answer_beneath_the_first_nudge_reaches_the_question() -> None:
    chat = Chat()
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je")
    chat.types("Samira")
    chat.later(days=1)
    chat.timer("unfinished")
    assert "Wil je verder?" in chat.last.text
    chat.types("Wielwijk")
    assert chat.recorded() == {"district": ("answered", ("wielwijk",))}
    assert chat.step == "mood_today"


def test_absence_told_while_a_danger_card_is_up_is_done_after_the_card() -> None:
    chat = Chat(library=Library(load_shipped(), shipped_danger))
    chat.timer("morning_of", appointment="7")
    chat.types("ik trek het niet meer")
    assert chat.step == "mind"
    chat.types("ben er niet, kind ziek")
    assert chat.step == "mind"
    assert chat.recorded()["morning"] == ("answered", ("other_day",))
    chat.taps("Nee", "Verder")
    assert ("cancel_appointment", {"appointment": "7"}) in chat.deeds()
    assert "De afspraak van dinsdag gaat niet door." in chat.last.text


def test_words_about_the_danger_are_no_answer_to_the_reminder_beneath() -> None:
    chat = Chat(library=Library(load_shipped(), shipped_danger))
    chat.timer("morning_of", appointment="7")
    chat.types("ik trek het niet meer")
    chat.types("bellen lukt niet")
    assert "morning" not in chat.recorded()


def test_a_question_without_a_short_name_is_the_one_before_and_shows_no_placeholder() -> None:
    chat = Chat()
    chat.start("appointment")
    chat.taps("Andere dag")
    facts = {"plan": "1", "step": "request"}
    chat.event(TimerFired(chat.at, "childcare_step", 0, facts, "childcare:1"))
    chat.types("ja")
    assert chat.last.text.endswith("Is wat je net schreef je antwoord op mijn vraag hiervoor?")
