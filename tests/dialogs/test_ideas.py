"""An idea that may mean danger is for her people, and never goes on as an idea (P11)."""

from __future__ import annotations

import pytest

from dialogs.authoring.shelf import load_shipped, shipped_danger
from dialogs.library import Library
from tests.dialogs.stand_in import Chat


def at_the_box() -> Chat:
    chat = Chat(library=Library(load_shipped(), shipped_danger))
    chat.start("ideas")
    assert chat.step == "ask"
    return chat


@pytest.mark.parametrize(
    "words",
    ["een plek waar moeders heen kunnen want hij slaat mij", "ik zie het niet meer zitten"],
)
def test_an_idea_that_raises_an_alarm_is_not_sent_as_an_idea(words: str) -> None:
    chat = at_the_box()
    chat.types(words)
    assert [name for name, _ in chat.deeds()] == ["raise_alarm"]
    assert chat.recorded() == {"signal_1": ("answered", (words,))}


def test_after_the_card_her_idea_is_still_welcome() -> None:
    chat = at_the_box()
    chat.types("ik zie het niet meer zitten")
    chat.taps("Geen van beide", "Verder")
    assert chat.step == "ask"
    chat.types("een ruilkast bij school")
    assert ("leave_idea", {"words": "een ruilkast bij school"}) in chat.deeds()
