""" "Ben ik nu klaar?" is answered, and no button is pressed for her."""

from __future__ import annotations

import pytest

from tests.dialogs.stand_in import Chat


def test_half_way_she_hears_at_which_question_she_is() -> None:
    chat = Chat()
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder")
    chat.types("Ben ik nu klaar?")
    assert chat.last.text.startswith(
        "We zijn bij vraag 1 van 14. Het duurt nog ongeveer 8 minuten."
    )
    assert chat.step == "language_form"


def test_on_a_screen_with_verder_it_is_not_read_as_verder() -> None:
    chat = Chat()
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je")
    chat.types("Samira", "Crabbehof", "rustig")
    chat.taps("Te weinig eten", "Klaar")
    assert chat.step == "urgent_told"
    chat.types("ben ik nu klaar?")
    assert chat.step == "urgent_told"
    assert "We zijn bij vraag 6 van" in chat.last.text


def test_after_it_was_sent_she_is_done() -> None:
    chat = Chat()
    chat.start("early_arrears")
    chat.taps("Beginnen", "Nee, dank je")
    chat.types("ben ik nu klaar")
    assert chat.last.text == "Ja, je bent klaar. Je hoeft nu niets te doen."
    assert chat.deeds() == []


def test_a_short_question_that_stands_open_is_shown_again() -> None:
    chat = Chat()
    chat.start("ideas")
    chat.types("was dat alles?")
    assert chat.last.text.startswith("Bijna. Dit staat nog open:")


@pytest.mark.parametrize("words", ["ben ik klaar", "hoe lang nog"])
def test_a_danger_card_is_shown_again_with_nothing_before_it(words: str) -> None:
    chat = Chat()
    chat.start()
    chat.taps("Ik heb nu hulp nodig")
    chat.types(words)
    assert chat.last.text.startswith("Direct gevaar?")
