"""What she types at each kind of question: kept, and read back where a mistake would cost."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dialogs.authoring.build import build_script
from dialogs.authoring.shelf import load_shipped, shipped_danger
from dialogs.effects import Do
from dialogs.events import Started
from dialogs.library import Library
from dialogs.model import Intent, Script
from tests.dialogs.stand_in import Chat

ASKED = """
id: typed
version: 1
title: Elke soort
steps:
"""
STEP = """
  - {{id: {kind}, kind: {kind}, label: Dit, text: "Vertel het.", example: "{example}"{more}}}
"""


def asking(kind: str, example: str = "x", more: str = "") -> Chat:
    """A chat at one question of this kind."""
    script = build_script(ASKED + STEP.format(kind=kind, example=example, more=more), "typed.yaml")
    assert isinstance(script, Script), script
    chat = Chat(library=Library([*load_shipped(), script], shipped_danger))
    chat.event(Started(chat.at, "typed"))
    return chat


@pytest.mark.parametrize(
    ("kind", "typed", "read_back", "kept"),
    [
        ("date", "volgende week di", "dinsdag 1 december", ("2026-12-01",)),
        ("date", "overmorgen", "woensdag 25 november", ("2026-11-25",)),
        ("time", "half 3", "14:30 uur", ("14:30",)),
        ("moment", "do kwart voor vijf", "donderdag 26 november om 16:45 uur",
         ("2026-11-26T16:45",)),
        ("birthdate", "3 mei 91", "vrijdag 3 mei 1991", ("1991-05-03",)),
        ("phone", "bel maar op 0612345678", "06 12 34 56 78", ("+31612345678",)),
    ],
)  # fmt: skip
def test_what_was_interpreted_is_read_back_first(
    kind: str, typed: str, read_back: str, kept: tuple[str, ...]
) -> None:
    chat = asking(kind)
    chat.types(typed)
    assert chat.last.text == f"Ik lees: {read_back}. Klopt dat?"
    assert chat.recorded() == {}
    chat.types("ja")
    assert chat.recorded() == {kind: ("answered", kept)}
    answer = chat.session and chat.session.answers[f"typed.{kind}"]
    assert answer
    assert answer.words == typed
    assert [label.msgid for label in answer.labels] == [read_back]


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("phone", "06 12345678", ("+31612345678",)),
        ("date", "24-11-2026", ("2026-11-24",)),
        ("time", "14:30", ("14:30",)),
        ("amount", "1.850", ("1850",)),
        ("amount", "12,50 euro", ("12.50",)),
        ("number", "twee kinderen", ("2",)),
        ("ages", "3 en 8 mnd", ("3 year", "8 month")),
        ("ages", "ik heb geen kinderen", ("none",)),
        ("postcode", "3311ab", ("3311 AB",)),
        ("text", "iets rustigs", ("iets rustigs",)),
    ],
)
def test_what_is_plain_costs_no_extra_tap(kind: str, typed: str, kept: tuple[str, ...]) -> None:
    chat = asking(kind)
    chat.types(typed)
    assert chat.recorded() == {kind: ("answered", kept)}


def test_no_to_the_echo_asks_anew_and_loses_nothing() -> None:
    chat = asking("date")
    chat.types("dinsdag")
    chat.taps("Nee, anders")
    assert "Vertel het." in chat.last.text
    chat.types("donderdag")
    chat.taps("Ja, klopt")
    assert chat.recorded() == {"date": ("answered", ("2026-11-26",))}


def test_a_new_day_at_the_echo_is_read_at_once() -> None:
    chat = asking("date")
    chat.types("dinsdag", "nee wacht toch donderdag")
    assert chat.last.text == "Ik lees: donderdag 26 november. Klopt dat?"


def test_a_number_typed_while_a_reminder_came_between_answers_her_question() -> None:
    chat = asking("phone")
    chat.timer("day_before", appointment="7")
    assert "Lukt het?" in chat.last.text
    chat.types("06 17196095")
    assert chat.recorded() == {"phone": ("answered", ("+31617196095",))}
    answer = chat.session and chat.session.answers["typed.phone"]
    assert answer
    assert answer.question.msgid == "Vertel het."
    assert "Lukt het?" in chat.last.text
    chat.types("ja")
    assert chat.step != "day_before"


def test_back_at_the_echo_is_the_question_again() -> None:
    chat = asking("date")
    chat.types("dinsdag")
    chat.intends(Intent.BACK)
    assert chat.last.text.endswith("Vertel het.")
    assert chat.recorded() == {}


def test_days_of_the_week_are_read_back_where_the_script_asks_for_it() -> None:
    days = "{id: di, label: Dinsdag}, {id: woe, label: Woensdag}, {id: don, label: Donderdag}"
    chat = asking("multi", more=f", choices: [{days}], echo: true")
    chat.types("di en do")
    assert chat.last.text == "Ik lees: Dinsdag en Donderdag. Klopt dat?"
    chat.taps("Ja, klopt")
    assert chat.recorded() == {"multi": ("answered", ("di", "don"))}


@pytest.mark.parametrize("kind", ["date", "time", "moment", "amount", "ages", "postcode", "phone"])
def test_unclear_twice_keeps_her_words_and_goes_on(kind: str) -> None:
    chat = asking(kind, example="zo iets")
    chat.types("dat weet mijn zus beter denk ik")
    assert "Je kunt bijvoorbeeld typen: zo iets" in chat.last.text
    chat.types("vraag het haar maar een keer")
    assert chat.recorded() == {kind: ("unclear", ())}
    answer = chat.session and chat.session.answers[f"typed.{kind}"]
    assert answer
    assert answer.words == "vraag het haar maar een keer"


def test_what_cannot_be_asked_here_gets_the_official_way_and_a_task() -> None:
    chat = Chat()
    chat.lookups["official"] = ({
        "datum": "maandag 23 november", "tijd": "09:00", "wat": "Bijstand vragen",
        "link": "https://b.example", "nr": "078 000 00 08",
    }, ())  # fmt: skip
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder")
    chat.types("ik wil bijstand aanvragen")
    assert "jij vroeg dit op maandag 23 november, 09:00 uur" in chat.last.text
    deeds = [e for e in chat.effects if isinstance(e, Do)]
    assert [(d.name, d.args["kind"]) for d in deeds] == [("tell_team", "formal_request")]
    chat.taps("Verder")
    assert chat.step == "language_form"


def test_the_year_is_told_by_the_local_day_in_the_echo_and_in_the_answer() -> None:
    chat = asking("date")
    chat.at = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # half past midnight, 2027
    chat.types("3 januari")
    assert chat.last.text == "Ik lees: zondag 3 januari. Klopt dat?"
    chat.types("ja")
    answer = chat.session and chat.session.answers["typed.date"]
    assert answer
    assert [label.msgid for label in answer.labels] == ["zondag 3 januari"]


def test_words_that_are_no_number_do_not_stand_as_her_safe_number() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder")
    chat.intends(Intent.CALL)
    chat.taps("Bel mij")
    chat.types("weet niet uit mijn hoofd ofzo joh", "ergens in mijn la ligt het")
    chat.intends(Intent.ANSWERS)
    assert "Veilig nummer: nog geen nummer" in chat.last.text


def test_why_we_ask_is_told_and_is_no_answer() -> None:
    """Where she could write what she liked, her question was kept as her answer."""
    chat = asking("text")
    chat.types("waarom vraag je dit")
    assert "Elke vraag mag je overslaan" in chat.last.text
    assert chat.recorded() == {}
    chat.taps("Verder")
    assert chat.last.text == "Vertel het."


@pytest.mark.parametrize(
    "typed", ["wat bedoel je", "ik snap de vraag niet", "wat moet ik hier invullen", "leg uit", "?"]
)
def test_who_does_not_know_what_is_asked_is_given_an_example(typed: str) -> None:
    """Where she could write what she liked, this was kept as her answer."""
    chat = asking("text")
    chat.types(typed)
    assert "text" not in chat.recorded()
    assert "Je kunt bijvoorbeeld typen:" in chat.last.text


@pytest.mark.parametrize(
    "typed", ["ik snap de brief niet", "mijn zus", "ik begrijp mijn zoon niet"]
)
def test_not_to_understand_something_else_is_an_answer(typed: str) -> None:
    chat = asking("text")
    chat.types(typed)
    assert chat.recorded() == {"text": ("answered", (typed,))}
