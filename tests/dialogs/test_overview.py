"""Her answers in one list: nothing stands there twice."""

from __future__ import annotations

from dialogs.authoring.shelf import load_shipped, shipped_danger
from dialogs.library import Library
from tests.dialogs.stand_in import Chat


def at_the_check() -> Chat:
    """A request for a child, told to its end; the club in her own words."""
    chat = Chat()
    chat.start("child_package")
    chat.taps("Beginnen", "Ja, die heb ik", "Ik, de ouder", "Overslaan", "4 tot en met 12")
    chat.taps("Iets anders")
    chat.types("op kamp", "vv Gorredijk", "opa")
    chat.taps("Maakt niet uit", "Bij mij thuis")
    assert chat.step == "check"
    return chat


def test_a_button_that_led_to_her_own_words_is_not_told_beside_them() -> None:
    lines = at_the_check().last.text.split("\n")
    assert "Wat het kind graag wil, in eigen woorden: op kamp" in lines
    assert "Welke club of les: vv Gorredijk" in lines
    assert not [line for line in lines if "Iets anders" in line or "dat weet ik al" in line]


def test_what_led_to_her_own_words_can_still_be_changed() -> None:
    chat = at_the_check()
    chat.taps("Iets aanpassen")
    labels = [label for label, _ in chat.buttons(chat.last)]
    while "Club of les" not in labels:
        chat.taps("Meer keuzes")
        labels = [label for label, _ in chat.buttons(chat.last)]
    chat.taps("Club of les")
    assert chat.step == "club"


def test_words_kept_as_a_sign_of_danger_are_not_kept_once_more() -> None:
    chat = Chat(library=Library(load_shipped(), shipped_danger))
    chat.timer("morning_of", appointment="7")
    chat.types("ik trek het niet meer", "kan niet komen vandaag")
    assert chat.session
    kept = [a.words for name, a in chat.session.answers.items() if name.startswith("everywhere.")]
    assert kept.count("kan niet komen vandaag") == 1
