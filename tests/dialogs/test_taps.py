"""A tap twice, a tap too late, and what a web form carries beside the button."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs import presses
from dialogs.events import Replied
from dialogs.model import Attachment, Intent
from tests.dialogs.stand_in import Chat


@pytest.fixture
def chat() -> Chat:
    """A parent at the question about her district (3 of 14)."""
    chat = Chat()
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je")
    chat.types("ik heet samira")
    return chat


@pytest.mark.parametrize("button", ["Rustig", "Overslaan", "Pauze", "Ik wil bellen", "Meer"])
def test_a_double_tap_is_one_tap(chat: Chat, button: str) -> None:
    chat.types("Wielwijk")
    press = chat.button(button)
    chat.press(press)
    before = chat.session
    chat.later(seconds=9)
    assert chat.press(press) == []
    assert chat.session == before


def test_a_double_tap_on_ready_is_one_tap(chat: Chat) -> None:
    chat.types("Wielwijk", "rustig")
    chat.taps("Te weinig eten")
    ready, turn = chat.button("Klaar"), chat.turn
    chat.press(ready)
    assert chat.press(ready) == []
    assert chat.turn == turn + 1


def test_a_box_may_be_ticked_and_unticked_at_once(chat: Chat) -> None:
    chat.types("Wielwijk", "rustig")
    box = chat.button("Te weinig eten")
    chat.press(box)
    chat.press(box)
    assert not any(one.picked for one in chat.last.boxes)


def test_a_photo_beside_ticks_leaves_the_ticks(chat: Chat) -> None:
    chat.types("Wielwijk", "rustig")
    picked = ("food", "home", "nothing", "evil")
    chat.event(Replied(chat.at, "de brief", (Attachment("a1", "photo"),), picked))
    assert [box.id for box in chat.last.boxes if box.picked] == ["food", "home"]
    assert chat.recorded() == {"note_1": ("answered", ("de brief",))}


def test_half_an_answer_is_not_lost_when_she_pauses(chat: Chat) -> None:
    chat.types("Wielwijk", "rustig")
    pause = presses.read(chat.button("Pauze"), chat.at, ("food",), "ook de huur")
    assert pause
    chat.event(pause)
    assert chat.recorded() == {"note_1": ("answered", ("ook de huur",))}
    chat.intends(Intent.RESUME)
    assert [box.id for box in chat.last.boxes if box.picked] == ["food"]


def test_what_she_chose_not_to_answer_is_not_kept(chat: Chat) -> None:
    chat.types("Wielwijk", "rustig")
    skip = presses.read(chat.button("Overslaan"), chat.at, ("food",), "toch maar niet")
    assert skip
    chat.event(skip)
    assert chat.recorded() == {"urgent_now": ("skipped", ())}


def test_a_photo_beside_ready_is_kept_with_the_ticks(chat: Chat) -> None:
    chat.types("Wielwijk", "rustig")
    ready = presses.read(chat.button("Klaar"), chat.at, ("bailiff",), "")
    assert ready
    chat.event(replace(ready, attachments=(Attachment("a1", "photo"),)))
    assert chat.recorded() == {"note_1": ("answered", ()), "urgent_now": ("answered", ("bailiff",))}
    assert "foto" in " ".join(m.text for m in chat.said) or "bestand" in chat.last.text


@pytest.mark.parametrize("between", ["time", "another button"])
def test_a_stale_button_that_is_no_double_tap_is_answered(chat: Chat, between: str) -> None:
    chat.types("Wielwijk")
    press = chat.button("Rustig")
    chat.press(press)
    if between == "time":
        chat.later(seconds=11)
    else:
        chat.taps("Terug")
    chat.press(press)
    assert chat.last.text.startswith("Die knop hoort bij een eerdere vraag.")


def test_a_repeat_with_other_words_beside_it_keeps_the_words(chat: Chat) -> None:
    chat.types("Wielwijk")
    press = chat.button("Rustig")
    chat.press(press)
    event = presses.read(press, chat.at, text="ik kan nu niet bellen")
    assert event
    chat.event(event)
    assert chat.recorded() == {"note_1": ("answered", ("ik kan nu niet bellen",))}
