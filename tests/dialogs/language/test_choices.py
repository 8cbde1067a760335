"""What is typed at a question with buttons, and which button it is. The rows: choices*.txt."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest

from dialogs.language.choices import Known, read_choice, read_choices

HERE = Path(__file__).parent
Row = tuple[str, tuple[str, ...], str, str]  # = or +, the options, what she types, what it means


def rows(kind: str) -> Iterator[Row]:
    """The rows of one kind: "=" one choice, "+" several."""
    options: tuple[str, ...] = ()
    held = ""
    files = sorted(HERE.glob("choices*.txt"))
    for line in (line for file in files for line in file.read_text("utf-8").splitlines()):
        if line[:2] in ("= ", "+ "):
            held, options = line[0], tuple(line[2:].split(" / "))
        elif " -> " in line and held == kind:
            text, _, meant = line.rpartition(" -> ")
            yield kind, options, text.replace("\\n", "\n"), meant


def known(options: tuple[str, ...]) -> list[Known]:
    """Options as bare button texts; the id says nothing."""
    return [Known(f"#{place}", label) for place, label in enumerate(options)]


@pytest.mark.parametrize(("kind", "options", "text", "meant"), list(rows("=")))
def test_one_choice(kind: str, options: tuple[str, ...], text: str, meant: str) -> None:
    found = read_choice(text, known(options))
    assert (options[int(found[1:])] if found else "?") == meant


@pytest.mark.parametrize(("kind", "options", "text", "meant"), list(rows("+")))
def test_several_choices(kind: str, options: tuple[str, ...], text: str, meant: str) -> None:
    found = read_choices(text, known(options))
    assert " + ".join(options[int(one[1:])] for one in found or ()) == meant.replace("?", "")


def test_there_are_many_rows() -> None:
    assert len(list(rows("="))) > 300
    assert len(list(rows("+"))) > 80


def test_other_ways_to_say_it_count_as_much_as_the_label() -> None:
    options = [
        Known("food", "Te weinig eten", ("eten", "geen eten", "niks te eten", "honger")),
        Known("cut_off", "Geen stroom of water", ("afgesloten", "geen gas")),
        Known("nothing", "Niets hiervan", ("niets", "valt mee")),
    ]
    assert read_choices("we hebben niks te eten", options) == ("food",)
    assert read_choices("geen eten en geen gas", options) == ("food", "cut_off")
    assert read_choices("niks", options) == ("nothing",)
    assert read_choice("ik heb honger", options) == "food"


def test_ages_are_no_counts() -> None:
    ages = ("0 of 1 jaar", "2 of 3 jaar", "4 tot en met 12", "13 tot en met 17")
    options = [Known(label, label, ("baby",) if label[0] == "0" else ()) for label in ages]
    assert read_choices("een baby en een kind van 8", options) == (ages[0], ages[2])
    assert read_choices("2 kinderen van 5 en 7", options) == (ages[2],)
    assert read_choices("twee kinderen", options) is None


def test_an_unknown_shape_of_question_is_no_error() -> None:
    assert read_choice("ja", []) is None
    assert read_choices("ja", []) is None
    for text in ("", "   ", "|", "😀", "1️⃣", "....", "-", "+", "la " * 2000):
        assert read_choices(text, known(("Ja", "Nee"))) is None or text == "1️⃣"


def test_a_call_takes_half_a_millisecond_at_most() -> None:
    options = known(
        ("Geld", "Opvang", "Wonen", "Gezondheid", "Werk of leren", "School", "Papieren", "Anders")
    )
    texts = [text for kind in "=+" for _, _, text, _ in rows(kind)]
    for reader in (read_choice, read_choices):
        rounds = (median(_spent(reader, text, options) for text in texts) for _ in range(6))
        assert any(one < 0.0005 for one in rounds)  # a calm one: other tests run beside this one


def _spent(reader: Callable[..., object], text: str, options: list[Known]) -> float:
    """Seconds of this thread's own work."""
    begun = time.thread_time()
    reader(text, options)
    return time.thread_time() - begun
