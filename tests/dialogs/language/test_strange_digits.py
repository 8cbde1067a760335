"""Every sign that Unicode calls a digit or a number is read or asked again; none breaks us."""

from __future__ import annotations

import sys
from datetime import datetime

import pytest

from dialogs.language.answer import READERS, read
from dialogs.language.wishes.intents import read_intent

NOW = datetime(2026, 11, 24, 10, 15)
BUTTONS = ["1 kind", "2 kinderen", "3 of meer"]
SIGNS = [c for c in map(chr, range(sys.maxunicode)) if c.isdigit() or c.isnumeric()]


@pytest.mark.parametrize("kind", sorted(READERS))
def test_a_digit_in_a_circle_breaks_no_reader(kind: str) -> None:
    assert len(SIGNS) > 1000
    for sign in SIGNS:
        read(kind, sign, BUTTONS, NOW)
        read(kind, f"om {sign} uur", BUTTONS, NOW)


def test_it_breaks_no_wish() -> None:
    for sign in SIGNS:
        read_intent(f"{sign} stop")


@pytest.mark.parametrize(("text", "meant"), [("❶", 1), ("③", 3), ("²", 2), ("٣", 3), ("➊0", 10)])
def test_such_a_digit_is_its_number(text: str, meant: int) -> None:
    assert read("number", text) == meant
    assert read("option", text, ["1", "2", "3"]) == (str(meant) if meant < 4 else None)
