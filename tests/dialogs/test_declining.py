"""Vroeg Eropaf: whoever takes her yes back is not asked again, and is not misheard."""

from __future__ import annotations

import pytest

from dialogs.language.wishes.refusing import refuses_help
from tests.dialogs.stand_in import Chat

NO = [
    "laat maar, ik wil toch geen hulp", "nee laat maar zitten", "toch maar niet",
    "ik heb me bedacht", "ik red het zelf wel", "ik hoef geen hulp meer",
    "nee bedankt ik regel het zelf", "hoeft niet meer", "ik bedenk me, geen hulp",
    "ik heb geen hulp meer nodig", "wil niet meer meedoen",
]  # fmt: skip
ELSE = [
    "ik heb geen hulp", "geen hulp thuis", "mijn ex wil geen hulp", "ik kan geen hulp vinden",
    "later", "hoeft niet", "stop", "laat maar weten", "laat maar horen wanneer", "nee", "niets",
]  # fmt: skip


@pytest.mark.parametrize("words", NO)
def test_words_that_want_no_help_after_all(words: str) -> None:
    assert refuses_help(words)


@pytest.mark.parametrize("words", ELSE)
def test_words_that_say_something_else(words: str) -> None:
    assert not refuses_help(words)


def sent() -> Chat:
    """She said yes, and it was sent."""
    chat = Chat()
    chat.start("early_arrears")
    chat.taps("Beginnen", "Ja, graag", "Niets hiervan", "Overslaan", "Maakt niet uit")
    chat.taps("Allebei is goed")
    return chat


@pytest.mark.parametrize("say", [Chat.taps, Chat.types])
def test_after_it_was_sent_no_help_is_one_button_away(say: object) -> None:
    chat = sent()
    if say is Chat.taps:
        chat.taps("Toch geen hulp")
    else:
        chat.types("laat maar ik wil toch geen hulp")
    assert chat.deeds() == []
    chat.taps("Geen hulp, dank je")
    assert chat.deeds() == [
        ("answer_arrears", {"answer": "declined"}), ("tell_team", {"kind": "no_help"}),
    ]  # fmt: skip
    assert [b.label for b in chat.last.answers] == ["Mijn antwoorden", "Ik wil bellen"]


def test_she_can_still_say_yes_there() -> None:
    chat = sent()
    chat.taps("Toch geen hulp", "Ik wil wel hulp")
    assert chat.deeds() == []
    assert "Toch geen hulp" in [b.label for b in chat.last.answers]


@pytest.mark.parametrize("taps", [(), ("Beginnen",)])
def test_before_her_yes_the_same_words_are_her_no(taps: tuple[str, ...]) -> None:
    chat = Chat()
    chat.start("early_arrears")
    chat.taps(*taps)
    chat.types("laat maar ik wil geen hulp")
    assert ("answer_arrears", {"answer": "declined"}) in chat.deeds()


def test_elsewhere_the_words_are_an_answer() -> None:
    chat = Chat()
    chat.start("child_package")
    chat.taps("Beginnen")
    chat.types("ik red het zelf wel")
    assert chat.deeds() == []
