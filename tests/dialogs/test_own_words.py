"""Kindpakket: a club typed at "Weet je al een club?" is yes, and the name is kept."""

from __future__ import annotations

import pytest

from tests.dialogs.stand_in import Chat


def at_the_club() -> Chat:
    chat = Chat()
    chat.start("child_package")
    chat.taps("Beginnen", "Ja, die heb ik", "Ik, de ouder", "Overslaan", "4 tot en met 12", "Sport")
    assert chat.step == "club"
    return chat


@pytest.mark.parametrize(
    ("typed", "name"),
    [("vv Gorredijk", "vv Gorredijk"), ("ja judo bij Kodokan", "judo bij Kodokan")],
)
def test_a_club_typed_at_weet_je_al_een_club_is_yes_and_the_name(typed: str, name: str) -> None:
    chat = at_the_club()
    chat.types(typed)
    assert chat.recorded() == {
        "club": ("answered", ("known",)), "club_name": ("answered", (name,)),
    }  # fmt: skip
    assert "Hoe heet" not in chat.last.text


@pytest.mark.parametrize("typed", ["ja", "ja hoor"])
def test_a_bare_yes_is_asked_for_the_name(typed: str) -> None:
    chat = at_the_club()
    chat.types(typed)
    assert "Hoe heet die club of les?" in chat.last.text


def test_what_names_nothing_is_asked_again() -> None:
    chat = at_the_club()
    chat.types("duurt lang")
    assert chat.step == "club"
