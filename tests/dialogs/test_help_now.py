"""She opened "Ik heb nu hulp nodig" by mistake, or does not say: a way out that costs nothing."""

from __future__ import annotations

import pytest

from dialogs.authoring.shelf import load_shipped
from dialogs.model import Intent
from tests.dialogs.stand_in import Chat
from tests.dialogs.test_danger import alarms

NONE = "Geen van deze"


@pytest.fixture
def chat() -> Chat:
    """A parent at the question about how she likes to be spoken to."""
    chat = Chat(library=load_shipped())
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder", "Nederlands")
    return chat


def test_help_now_by_mistake_costs_nothing(chat: Chat) -> None:
    was = chat.session.frames if chat.session else ()
    chat.intends(Intent.NOW)
    assert NONE in [b.label for b in chat.last.answers]
    chat.taps(NONE)
    assert chat.session
    assert chat.session.frames == was
    assert alarms(chat) == []
    assert "112" in chat.last.text
    assert chat.recorded()["help_now"] == ("answered", ("none",))  # her people read that


@pytest.mark.parametrize(
    "words",
    ["nee", "vergissing", "terug", "verder", "verkeerd gedrukt", "per ongeluk", "overslaan",
     "Geen van deze", "foutje", "ik heb me vergist", "laat maar", "ga terug", "sla maar over",
     "sorry verkeerde knop"],
)  # fmt: skip
def test_who_types_that_it_was_a_mistake_goes_on_where_she_was(chat: Chat, words: str) -> None:
    was = chat.session.frames if chat.session else ()
    chat.types("ik heb nu hulp nodig", words)
    assert chat.session
    assert chat.session.frames == was
    assert alarms(chat) == []


@pytest.mark.parametrize(
    "words",
    ["nee hij is er nog", "nee het gaat niet goed", "nee help", "nee hij komt eraan", "geen geld"],
)
def test_a_no_with_more_words_does_not_close_help_now(chat: Chat, words: str) -> None:
    chat.types("ik heb nu hulp nodig", words)
    assert chat.session
    assert chat.session.frames[-1].script == "danger"
    assert "112" in chat.last.text


def test_who_would_call_and_comes_back_finds_the_way_out(chat: Chat) -> None:
    was = chat.session.frames if chat.session else ()
    chat.types("ik heb nu hulp nodig", "ik wil bellen")
    chat.taps("Terug naar de chat", NONE)
    assert chat.session
    assert chat.session.frames == was


def test_help_now_after_none_is_asked_about_in_full_and_alarms(chat: Chat) -> None:
    chat.intends(Intent.NOW)
    chat.taps(NONE)
    chat.intends(Intent.NOW)
    chat.taps("Iemand doet mij pijn")
    assert alarms(chat) == [("now", "violence_now")]
