"""Text that stays text, in parts that fit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_text import LONGEST, closed, keyboard, split, to_html, width
from dialogs.render import Box, Button, Message
from tests.fakes.telegram import html


def test_bold_is_the_only_mark_up() -> None:
    assert to_html("Dag **Noor & co** <b>x</b>") == "Dag <b>Noor &amp; co</b> &lt;b&gt;x&lt;/b&gt;"


def test_a_lonely_star_pair_is_shown_as_it_is() -> None:
    assert to_html("2 ** 3") == "2 ** 3"


def test_a_text_that_fits_is_one_part() -> None:
    assert split("a" * LONGEST) == ["a" * LONGEST]
    assert split("  ") == []


def test_a_long_text_is_cut_after_a_paragraph() -> None:
    first, second = "Een zin. " * 300, "Nog een. " * 200
    assert split(f"{first.strip()}\n\n{second.strip()}") == [first.strip(), second.strip()]


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    parts = split("Dit is een zin. " * 400)
    assert len(parts) == 2
    assert all(part.endswith("zin.") for part in parts)


def test_emoji_count_double() -> None:
    assert width("🌱") == 2
    assert [width(part) for part in split("🌱" * 3000)] == [4094, 1906]


def test_bold_goes_on_in_the_next_part() -> None:
    parts = split("**" + "woord " * 1000 + "**")
    assert [html.plain(to_html(part)).count("*") for part in parts] == [0] * len(parts)


@given(st.text(alphabet=st.sampled_from("ab 🌱.\n*<&é"), max_size=300), st.integers(20, 60))
def test_every_part_fits_and_no_word_is_lost(text: str, longest: int) -> None:
    parts = split(text, longest)
    assert all(0 < width(html.plain(to_html(part))) <= longest for part in parts)
    kept = "".join("".join(parts).split()).replace("*", "")
    assert kept == "".join(text.split()).replace("*", "")


def test_buttons_stand_as_boxes_then_answers_then_the_fixed_rows() -> None:
    message = Message(
        "Wat past?",
        boxes=(Box("Eten", "food", "3:x.food", True), Box("Huur", "rent", "3:x.rent", False)),
        answers=(Button("Klaar", "3:ok"),),
        menu=((Button("Terug", "3:i.back"), Button("Meer", "3:i.menu")), ()),
    )
    rows = [[(b["text"], b["callback_data"]) for b in row] for row in _rows(message)]
    assert rows == [
        [("✓ Eten", "3:x.food")],
        [("☐ Huur", "3:x.rent")],
        [("Klaar", "3:ok")],
        [("Terug", "3:i.back"), ("Meer", "3:i.menu")],
    ]


def _rows(message: Message) -> list[list[dict[str, str]]]:
    found = keyboard(message)
    assert found is not None
    rows: list[list[dict[str, str]]] = found["inline_keyboard"]
    return rows


def test_no_buttons_is_no_keyboard() -> None:
    assert keyboard(Message("Dag")) is None


def test_a_closed_question_keeps_one_button_with_her_answer() -> None:
    assert closed("Ja, graag", "0:i.resume") == {
        "inline_keyboard": [[{"text": "✓ Ja, graag", "callback_data": "0:i.resume"}]]
    }
    assert closed("", "0:i.resume") == {"inline_keyboard": []}
    assert len(closed("x" * 500, "0:i.resume")["inline_keyboard"][0][0]["text"]) <= 62
