"""Requests that a chat cannot take, and statements that only use the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogs.language.wishes.formal import Formal, FormalKind, read_formal

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    """The lines of a table that are no remark."""
    found = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in found if line.strip() and not line.startswith("#")]


def asked() -> list[tuple[str, str]]:
    """(kind or none, what she types)."""
    parted = [line.partition(":") for line in lines("formal.txt")]
    return [(kind, text.strip()) for kind, _, texts in parted for text in texts.split("|")]


@pytest.mark.parametrize(("kind", "text"), asked())
def test_a_request_is_known_from_a_statement(kind: str, text: str) -> None:
    assert read_formal(text) == (None if kind == "none" else Formal(FormalKind(kind)))


@pytest.mark.parametrize("text", lines("answers.txt"))
def test_an_ordinary_answer_asks_for_nothing_formal(text: str) -> None:
    assert read_formal(text) is None


def test_every_kind_has_examples() -> None:
    kinds = {kind for kind, _ in asked()}
    assert kinds == {*FormalKind, "none"}
    assert len(asked()) > 100


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("wil bijstand", FormalKind.BENEFIT),
        ("ik vraag hierbij bijstand aan", FormalKind.BENEFIT),
        ("ik wil een klacht doen over de consulent", FormalKind.COMPLAINT),
        ("ik wil mijn beklag doen", FormalKind.COMPLAINT),
        ("ik wil bezwaar maaken", FormalKind.OBJECTION),
    ],
)
def test_a_short_or_solemn_request_is_one_too(text: str, kind: FormalKind) -> None:
    assert read_formal(text) == Formal(kind)
