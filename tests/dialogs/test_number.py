"""A telephone number typed where nobody asked for it."""

from __future__ import annotations

import pytest

from dialogs.effects import WithdrawAnswer
from dialogs.library import EVERYWHERE
from tests.dialogs.stand_in import Chat

ASKED = "Is 06 12 34 56 78 het nummer waarop we je veilig kunnen bellen?"


@pytest.fixture
def chat() -> Chat:
    """At the question about her district."""
    chat = Chat()
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je")
    chat.types("Samira")
    return chat


def sent(chat: Chat) -> Chat:
    """Everything was sent, with another number."""
    chat.types("Crabbehof", "veel te vol")
    chat.taps("3 vragen", "Niets hiervan")
    chat.types("06 87 65 43 21")
    chat.taps("Maakt niet uit", "Klopt, versturen")
    return chat


def test_her_number_typed_at_another_question_is_hers_after_one_tap(chat: Chat) -> None:
    chat.types("mijn nummer is 0612345678")
    assert chat.last.text == ASKED
    chat.taps("Ja, dit nummer")
    assert chat.recorded() == {"contact": ("answered", ("+31612345678",))}
    assert WithdrawAnswer(EVERYWHERE, "note_1") in chat.effects
    assert chat.step == "district"
    chat.types("bel me")
    chat.taps("Bel mij")
    assert "We bellen op 06 12 34 56 78" in chat.last.text


def test_no_keeps_her_words_and_changes_no_number(chat: Chat) -> None:
    chat.types("mijn moeder 0612345678")
    assert chat.recorded() == {"note_1": ("answered", ("mijn moeder 0612345678",))}
    chat.taps("Nee, iets anders")
    assert chat.recorded() == {}
    assert chat.step == "district"


def test_a_new_number_after_everything_was_sent_is_read_and_used(chat: Chat) -> None:
    sent(chat).types("mijn nieuwe nummer is 0612345678")
    assert chat.deeds() == [("tell_team", {"kind": "message"})]
    chat.taps("Ja, dit nummer")
    assert chat.recorded() == {"contact": ("answered", ("+31612345678",))}
    assert chat.last.text.startswith("Dank je. Dit is nu je veilige nummer: 06 12 34 56 78.")


def test_the_number_we_have_is_not_asked_about_again(chat: Chat) -> None:
    sent(chat).types("bel me maar op 06 87 65 43 21 na vieren")
    assert "nummer waarop" not in chat.last.text
