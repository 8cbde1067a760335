"""Danger in what she writes, in whatever state: numbers first, one question, nothing lost."""

from __future__ import annotations

import pytest

from dialogs.authoring.shelf import load_shipped
from dialogs.events import Edited, Pressed
from dialogs.model import Intent
from tests.dialogs.stand_in import Chat

DEATH = "ik wil dood"


def alarms(chat: Chat) -> list[tuple[str, str]]:
    return [(a["tier"], a["category"]) for name, a in chat.deeds() if name == "raise_alarm"]


def test_the_number_comes_first_then_one_question() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.types(DEATH)
    assert alarms(chat) == [("now", "suicide")]
    assert chat.last.text.startswith("Bel **113**")
    assert chat.last.text.endswith("Is er nu gevaar?")
    assert chat.last.text.replace("Direct gevaar?", "").count("?") == 1
    assert [b.label for b in chat.last.answers] == ["Ja", "Nee", "Weet ik niet"]
    assert len(chat.last.text.split()) <= 50


def test_her_words_are_kept_where_her_people_read_first() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.types(DEATH)
    assert chat.recorded() == {"signal_1": ("answered", (DEATH,))}


def at_every_state(chat: Chat) -> dict[str, object]:
    return {
        "asked": lambda: chat.taps("Beginnen", "Gelezen, verder"),
        "paused": lambda: (
            chat.taps("Beginnen"), chat.intends(Intent.PAUSE), chat.taps("Nee, ik kom zelf"),
        ),
        "stopped": lambda: (chat.taps("Beginnen"), chat.intends(Intent.STOP)),
        "menu": lambda: (chat.taps("Beginnen"), chat.intends(Intent.MENU)),
        "call": lambda: (chat.taps("Beginnen"), chat.intends(Intent.CALL)),
        "help": lambda: chat.intends(Intent.NOW),
        "language": lambda: chat.intends(Intent.LANGUAGE),
    }  # fmt: skip


@pytest.mark.parametrize("state", list(at_every_state(Chat(library=load_shipped()))))
def test_in_every_state_she_is_heard_and_comes_back_where_she_was(state: str) -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    at_every_state(chat)[state]()  # type: ignore[operator]
    was = chat.session.frames if chat.session else ()
    chat.types(DEATH)
    assert set(alarms(chat)) == {("now", "suicide")}
    chat.taps("Nee", "Verder")
    assert chat.session
    assert chat.session.frames == was or state in ("menu", "call", "help", "language")
    assert all(frame.script != "danger" for frame in chat.session.frames)


def test_words_beside_a_tap_are_heard_and_the_tap_counts() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder")
    assert chat.session
    chat.event(Pressed(chat.at, chat.session.turn, ("dutch",), text=DEATH))
    assert alarms(chat) == [("now", "suicide")]
    assert chat.recorded()["language_form"] == ("answered", ("dutch",))
    assert chat.step == "suicide"


def test_an_edited_message_is_heard_too() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.event(Edited(chat.at, DEATH))
    assert alarms(chat) == [("now", "suicide")]


def test_a_yes_is_a_second_alarm_and_names_the_number_again() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.types(DEATH, "ja")
    assert alarms(chat) == [("now", "suicide")]
    assert chat.recorded() == {"suicide": ("answered", ("yes",))}
    assert "112" in chat.last.text


def test_a_typed_answer_that_holds_danger_is_an_answer() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.types(DEATH, "ja ik wil dood")
    assert chat.recorded()["suicide"] == ("answered", ("yes",))
    assert chat.step == "danger_now_113"


def test_more_words_in_danger_keep_the_numbers_on_the_screen() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.types(DEATH, "ik weet gewoon niet hoe het nu allemaal verder moet met alles")
    assert chat.step == "suicide"
    assert "113" in chat.last.text


def test_only_her_tap_brings_the_script_back() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.taps("Beginnen")
    chat.types(DEATH)
    chat.timer("unfinished")
    chat.timer("silence")
    assert chat.session
    assert any(frame.script == "danger" for frame in chat.session.frames)


def test_help_now_is_on_every_question() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.taps("Ik heb nu hulp nodig")
    assert chat.step == "help_now"
    assert chat.last.text.startswith("Direct gevaar? Bel ")
    chat.taps("Iemand doet mij pijn")
    assert alarms(chat) == [("now", "violence_now")]
    assert chat.step == "violence_now"


def test_a_negated_sentence_asks_gently() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.types("ik denk niet aan zelfmoord")
    assert [tier for tier, _ in alarms(chat)] == ["check"]
    assert [b.label for b in chat.last.answers] == [
        "Het is gevaarlijk", "Het is heel zwaar", "Geen van beide",
    ]  # fmt: skip
    chat.taps("Het is heel zwaar")
    assert chat.step == "heavy"


def test_the_urgent_question_deals_with_hunger_itself() -> None:
    chat = Chat(library=load_shipped())
    chat.start(entry="")
    chat.taps("Beginnen", "Gelezen, verder")
    while chat.step != "urgent_now":
        chat.intends(Intent.SKIP)
    chat.types("geen eten in huis")
    assert chat.recorded()["urgent_now"] == ("answered", ("food",))
    assert chat.step == "urgent_told"


@pytest.fixture
def chat() -> Chat:
    """A parent at the question about her district."""
    chat = Chat(library=load_shipped())
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je")
    chat.types("ik heet samira")
    return chat


def test_danger_shown_while_changing_an_answer_leads_back(chat: Chat) -> None:
    chat.types("Crabbehof", "rustig", "niets")
    chat.types("aanpassen")
    chat.taps("Meer keuzes", "Wat niet kan wachten")
    chat.press(chat.button("Klaar"), ("unsafe",))
    assert chat.step == "violence_now"
    chat.taps("Ik ben veilig", "Verder")
    assert chat.step == "relief_wish"


def test_danger_is_shown_whatever_else_is_ticked(chat: Chat) -> None:
    chat.types("Crabbehof", "rustig")
    for others in (("food",), ("home", "bailiff"), ("cut_off",), ()):
        chat.press(chat.button("Klaar"), (*others, "unsafe"))
        assert chat.step == "violence_now", others
        chat.taps("Ik ben veilig", "Verder")
        assert chat.step == "urgent_told"
        chat.taps("Terug")
        assert chat.step == "urgent_now"
        assert "Het is niet veilig" in [b.label for b in chat.last.boxes if b.picked]


def test_none_of_these_never_hides_a_danger(chat: Chat) -> None:
    chat.types("Crabbehof", "rustig")
    chat.press(chat.button("Klaar"), ("unsafe", "nothing"))
    assert chat.recorded() == {"urgent_now": ("answered", ("unsafe",))}
    assert ("tell_team", {"kind": "urgent"}) in chat.deeds()
    assert "112" in chat.last.text
    assert chat.step == "violence_now"


def in_danger(words: str) -> Chat:
    """A chat in which she was just asked whether there is danger."""
    chat = Chat(library=load_shipped())
    chat.start()
    chat.taps("Beginnen")
    chat.types(words)
    return chat


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("mijn zoontje reageert niet", "nee hij ademt niet"),
        (DEATH, "nee ik wil nog steeds dood"),
        ("mijn zoontje reageert niet", "nee hij is nog steeds buiten bewustzijn"),
        (DEATH, "nee want ik heb het al gedaan eigenlijk"),
    ],
)
def test_a_no_with_more_words_calms_nobody(first: str, then: str) -> None:
    chat = in_danger(first)
    chat.types(then)
    assert chat.step not in ("no_danger", "heard")
    assert "112" in chat.last.text


def test_a_second_danger_of_another_kind_gets_its_own_number() -> None:
    chat = in_danger(DEATH)
    chat.taps("Nee")
    chat.types("mijn man heeft me geslagen")
    assert chat.step in ("violence_now", "heavy_or_danger")


def test_where_she_is_in_danger_nothing_is_explained_and_no_example_is_given() -> None:
    chat = in_danger(DEATH)
    chat.types("heb geen beltegoed")
    assert "begrijp" not in chat.last.text
    assert "Bijvoorbeeld" not in chat.last.text


def test_yes_wins_from_later_and_stop() -> None:
    for words in ("ja maar niet nu", "ja maar stop"):
        chat = in_danger(DEATH)
        chat.types(words)
        assert chat.recorded()["suicide"] == ("answered", ("yes",)), words


@pytest.mark.parametrize("words", ["112", "ambulance nodig", "bel de politie"])
def test_a_cry_for_112_is_no_answer_to_a_question(words: str) -> None:
    chat = in_danger("hoi")
    chat.types(words)
    assert "112" in chat.last.text


def test_an_ordinary_answer_that_only_the_net_doubts_is_an_answer() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder")
    while chat.step != "mood_today":
        chat.intends(Intent.SKIP)
    chat.types("vol")
    assert chat.recorded()["mood_today"] == ("answered", ("full",))


def test_she_called_already() -> None:
    chat = in_danger(DEATH)
    chat.taps("Ja")
    chat.types("112 gebeld")
    assert chat.step == "called"
    assert "Goed dat je belde." in chat.last.text


@pytest.mark.parametrize("way", [[], ["Nee"], ["Ja"]])
def test_who_wants_to_call_after_words_of_death_sees_the_line_for_that_again(
    way: list[str],
) -> None:
    chat = in_danger(DEATH)
    chat.taps(*way)
    chat.types("ik wil bellen")
    assert "**113**" in chat.last.text
    chat.taps("Terug naar de chat")
    chat.types("ik wil bellen")
    assert "**113**" in chat.last.text


def test_who_asked_for_help_herself_sees_it_too() -> None:
    chat = in_danger("ik heb nu hulp nodig")
    chat.taps("Ik wil niet meer")
    chat.types("ik wil bellen")
    assert "**113**" in chat.last.text


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("ben kapot", "de kleine slaat zn zus steeds"),
        ("mn vriend slaat me", "nee hij is nu weg"),
        ("mn vriend slaat me", "hij slaapt nu"),
        ("we moeten morgen het huis uit", "kan wel janken"),
    ],
)
def test_an_ordinary_sentence_is_no_yes_where_her_safety_is_asked_for(
    first: str, then: str
) -> None:
    chat = in_danger(first)
    step = chat.step
    chat.types(then)
    assert chat.step == step
    assert "**" in chat.last.text  # the number stays in view


def test_a_cry_is_not_her_name() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je")
    assert chat.step == "call_name"
    chat.types("ik ben op")
    assert not any(step == "call_name" for step in chat.recorded())
    assert "signal_1" in chat.recorded()
    chat.taps("Nee", "Verder")
    assert chat.step == "call_name"


def test_a_whole_sentence_at_a_pause_is_kept() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.taps("Beginnen")
    chat.types("pauze", "ik heb elke maand te weinig geld")
    assert chat.recorded()["note_1"] == ("answered", ("ik heb elke maand te weinig geld",))


def test_more_of_the_same_brings_the_number_back_in_fewer_words() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.types(DEATH)
    whole = chat.last.text
    chat.types("ik wil echt niet meer leven")
    assert alarms(chat) == [("now", "suicide")]
    assert len(chat.last.text.split()) < len(whole.split()) * 2 / 3
    assert "113" in chat.last.text
    assert "112" in chat.last.text
    assert chat.last.text.endswith("Is er nu gevaar?")


def test_after_a_no_the_same_danger_is_asked_about_in_full_again() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.types(DEATH)
    whole = chat.last.text
    chat.taps("Nee")
    chat.types(DEATH)
    assert chat.last.text == whole
    assert [b.label for b in chat.last.answers] == ["Ja", "Nee", "Weet ik niet"]


def test_whoever_tells_of_a_loss_is_thanked_and_not_corrected() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder")
    chat.types("mijn moeder is dood ik mis haar zo")
    assert chat.recorded()["note_1"] == ("answered", ("mijn moeder is dood ik mis haar zo",))
    assert "Dank je dat je dit vertelt" in chat.last.text
    assert "begrijp ik nog niet" not in chat.last.text


@pytest.mark.parametrize("words", ["wat kan er nog meer", "wanneer komt er iemand"])
def test_a_plain_question_that_only_the_net_doubts_is_answered(words: str) -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder")
    chat.types(words)
    assert alarms(chat) == []
    assert "Direct gevaar" not in chat.last.text


@pytest.mark.parametrize("words", ["ja", "nee", "ja ik kom", "nee ik kan niet komen"])
def test_a_yes_or_no_about_something_else_is_no_answer_to_danger_or_heavy(words: str) -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.types("ik denk niet aan zelfmoord")
    chat.types(words)
    assert chat.step == "heavy_or_danger"
    assert "heavy_or_danger" not in chat.recorded()


def test_neither_leads_on_and_the_task_for_her_people_stays() -> None:
    chat = Chat(library=load_shipped())
    chat.start()
    chat.types("ik denk niet aan zelfmoord")
    chat.taps("Geen van beide")
    assert "bewaard" in chat.last.text
    chat.taps("Verder")
    assert chat.session
    assert all(frame.script != "danger" for frame in chat.session.frames)
