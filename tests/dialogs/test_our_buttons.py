"""What is typed at the buttons of our own scripts. The rows: our_buttons.txt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogs.authoring.shelf import load_shipped
from dialogs.language.choices import Known, read_choice, read_choices
from dialogs.model import Kind, Step

ROWS = Path(__file__).parent / "language" / "our_buttons.txt"


def rows() -> Iterator[tuple[str, str, str]]:
    """Which question, as script.step; what she types; the ids of the buttons, or "?"."""
    asked = ""
    for line in ROWS.read_text("utf-8").splitlines():
        if line.startswith("= "):
            asked = line.removeprefix("= ")
        elif " -> " in line and asked:
            text, _, meant = line.rpartition(" -> ")
            yield asked, text, meant


@pytest.mark.parametrize(("asked", "text", "meant"), list(rows()))
def test_the_button_she_means(asked: str, text: str, meant: str) -> None:
    step = _step(asked)
    known = [Known(one.id, one.label, one.says) for one in step.choices]
    found: tuple[str | None, ...] | None
    found = read_choices(text, known) if step.kind is Kind.MULTI else (read_choice(text, known),)
    assert " + ".join(one or "" for one in found or ()) == meant.replace("?", "")


def _step(asked: str) -> Step:
    script, _, name = asked.partition(".")
    return next(step for step in load_shipped().script(script).steps if step.id == name)


def test_there_are_many_rows() -> None:
    assert len(list(rows())) > 500
