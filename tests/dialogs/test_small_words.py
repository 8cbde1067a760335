"""Small words that fresh eyes stumbled on; each stays fixed."""

from __future__ import annotations

import pytest

from dialogs.asking import page_of
from dialogs.model import Text
from tests.dialogs.stand_in import FACTS, Chat

OFFERED = ("childcare", "child_package", "working_poor", "tips", "town_pass", "idea")


def sent() -> Chat:
    """The intake was sent, and this town has much to offer."""
    chat = Chat()
    chat.lookups["offers"] = ({"aanbod": "ja", "aanbod_zin": ""} | dict.fromkeys(OFFERED, "ja"), ())
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je")
    chat.types("Samira", "Crabbehof", "veel te vol")
    chat.taps("3 vragen", "Niets hiervan", "Overslaan", "Overslaan", "Klopt, versturen")
    return chat


def buttons(chat: Chat) -> list[str]:
    return [one.label for one in chat.last.answers]


@pytest.mark.parametrize(
    "words", ["wat kunnen jullie nog voor mij doen", "ik wil nog iets regelen"]
)
def test_what_else_there_is_costs_one_message_and_no_second_tap(words: str) -> None:
    chat = sent()
    chat.types(words)
    assert "Wil je iets regelen?" in chat.last.text
    assert "Zal ik laten zien" not in chat.last.text


def test_a_long_menu_keeps_its_way_out_on_every_page() -> None:
    chat = sent()
    chat.taps("Wat kan er nog")
    assert buttons(chat)[-2:] == ["Nu niet", "Meer keuzes"]
    chat.taps("Meer keuzes")
    assert buttons(chat)[-2:] == ["Nu niet", "Meer keuzes"]


def test_the_pass_has_the_name_of_the_town_on_its_button() -> None:
    chat = sent()
    chat.taps("Wat kan er nog", "Meer keuzes")
    assert f"De {FACTS['pas']}" in buttons(chat)


def test_every_choice_is_on_one_of_the_pages() -> None:
    choices = [(str(n), Text(str(n))) for n in range(9)]
    pages, page = [], 0
    while True:
        shown, more = page_of(choices, page, {"8"})
        pages.append([name for name, _ in shown])
        if not more:
            break
        page = more
    assert {name for page in pages for name in page} == {name for name, _ in choices}
    assert all(page[-1] == "8" and len(page) <= 4 for page in pages)


@pytest.mark.parametrize(
    ("words", "kept"),
    [("ik verdien te veel", None), ("te veel geld", None), ("het is te veel", "too_full"),
     ("ik heb te veel aan mijn hoofd", "too_full")],
)  # fmt: skip
def test_earning_too_much_is_no_full_head(words: str, kept: str | None) -> None:
    chat = Chat()
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je")
    chat.types("Samira", "Crabbehof", words)
    assert ("mood_today" in chat.recorded()) is (kept is not None)


@pytest.mark.parametrize(
    "words", ["nee", "nee dat wil ik niet", "liever niet", "ik ga niet akkoord"]
)
def test_who_would_rather_not_share_is_heard_the_first_time(words: str) -> None:
    chat = Chat()
    chat.start()
    chat.taps("Beginnen")
    chat.types(words)
    assert chat.step == "privacy_refused"
    assert chat.recorded() == {}
    chat.types("nee")
    assert chat.step == "stopped"


@pytest.mark.parametrize("words", ["na 5en", "in het weekend", "s avonds"])
def test_an_evening_that_has_no_button_is_kept_and_honestly_answered(words: str) -> None:
    chat = Chat()
    chat.start("early_arrears")
    chat.taps("Beginnen", "Ja, graag", "Niets hiervan", "Overslaan")
    assert "Avond of weekend" not in [label for label, _ in chat.buttons(chat.last)]
    chat.types(words)
    assert chat.recorded() == {"contact_times": ("answered", ("evening",))}
    assert "zijn wij vaak dicht" in chat.said[-2].text
    assert chat.step == "contact_how"


@pytest.mark.parametrize("words", ["oma past op", "mijn zus past op ze"])
def test_oma_past_op_is_an_answer_where_care_is_asked(words: str) -> None:
    chat = Chat()
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je")
    chat.types("Samira", "Crabbehof", "rustig", "niets", "geld", "ik zorg alleen", "8 jaar", "1")
    assert chat.step == "care_now"
    chat.types(words)
    assert chat.recorded() == {"care_now": ("answered", ("family",))}
