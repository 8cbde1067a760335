"""Choices, messages and long stories: open rows by one more hand that stay read as they are."""

from __future__ import annotations

import pytest

from bench import alarms, plain, typed
from bench.sets import Row, rows


@pytest.fixture(scope="module")
def choices() -> list[Row]:
    """Typed answers to questions with buttons."""
    return rows("choices")


def test_the_rows_are_many_and_want_what_is_offered(choices: list[Row]) -> None:
    assert len(choices) > 500
    wanted = [(row, row["want"]) for row in choices if row["want"] is not None]
    said = ((row, [want] if isinstance(want, str) else want) for row, want in wanted)
    assert [row for row, want in said if set(want) - set(row["options"])] == []
    assert {type(row["want"]) for row in choices if row["kind"] == "option"} == {str, type(None)}


@pytest.mark.parametrize("kind", ["option", "options_multi"])
def test_most_are_read_and_few_are_misread(choices: list[Row], kind: str) -> None:
    score = typed.score(kind, [row for row in choices if row["kind"] == kind], typed.stapje())
    assert score.right >= 90
    assert score.wrong <= 3


def test_plain_messages_are_seldom_flagged_and_those_of_an_office_are() -> None:
    found = rows("messages")
    assert len(found) >= 120
    got = plain.stapje(found)
    assert got.flagged_simple <= 8
    assert got.flagged_hard >= 90


def test_in_a_long_story_danger_is_heard_and_what_looks_like_it_seldom_asks() -> None:
    found = rows("stories")  # of 55 to 100 words; two in three of the harmless look like danger
    assert len(found) >= 120
    got = alarms.measured(found, alarms.stapje())
    assert got.recall >= 95
    assert got.false_now <= 5
    assert got.false_asked <= 25  # 43 when a long message was weighed as a whole
