"""A call that she asked for can be taken back in her own words."""

from __future__ import annotations

import pytest

from tests.dialogs.stand_in import Chat

PASSED_ON = "Goed. Ik geef door dat je niet gebeld wilt worden. Hulp houd je gewoon."


def asking(*, called: bool) -> Chat:
    """At the question about her district; with a call on its way, or without."""
    chat = Chat()
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je")
    chat.types("Samira")
    if called:
        chat.types("bel me")
        chat.taps("Bel mij")
        chat.types("06 12 34 56 78")
        chat.taps("Verder")
    assert chat.step == "district"
    return chat


@pytest.mark.parametrize(
    "words", ["bel maar niet", "jullie hoeven toch niet te bellen", "nee niet meer bellen aub"]
)
def test_bel_maar_niet_takes_the_call_back_and_the_question_stays(words: str) -> None:
    chat = asking(called=True)
    chat.types(words)
    assert chat.deeds() == [("tell_team", {"kind": "no_call", "words": words})]
    assert chat.last.text.startswith(PASSED_ON)
    assert chat.step == "district"
    chat.types(words)
    assert chat.deeds() == []


@pytest.mark.parametrize("words", ["bel maar niet", "nee bel me toch maar niet"])
def test_bel_maar_niet_at_the_offer_to_call_asks_for_no_call(words: str) -> None:
    chat = asking(called=False)
    chat.types("ik wil bellen", words)
    assert chat.deeds() == []
    assert chat.step == "district"


def test_bel_maar_niet_before_her_number_is_known_was_never_passed_on() -> None:
    chat = asking(called=False)
    chat.types("ik wil bellen")
    chat.taps("Bel mij")
    chat.types("bel maar niet")
    assert chat.deeds() == []
    assert chat.step == "district"


def test_bel_maar_niet_wants_a_message_where_that_is_asked() -> None:
    chat = asking(called=True)
    chat.start("early_arrears")
    chat.taps("Beginnen", "Ja, graag", "Niets hiervan", "Ja, dat mag", "Maakt niet uit")
    assert chat.step == "contact_how"
    chat.types("bel maar niet")
    assert chat.recorded()["contact_how"] == ("answered", ("message",))
