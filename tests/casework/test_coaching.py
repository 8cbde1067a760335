"""The pace of coaching, and when she is asked how it goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casework import budget, coaching
from casework.budget import Grant, Refusal
from casework.municipality import Municipality
from casework.programmes import Programme


@pytest.fixture
def p01(dordrecht: Municipality) -> Programme:
    return dordrecht.programme(coaching.PROGRAMME)


def test_twenty_families_in_half_a_year_are_exactly_on_pace(p01: Programme) -> None:
    found = coaching.pace(p01, 20, date(2020, 3, 1))
    assert found
    assert (found.needed, found.so_far, found.expected) == (120 / 36, 20 / 6, 20)
    assert not found.over


@pytest.mark.parametrize(
    ("on", "passed", "expected", "over"),
    [
        (date(2019, 9, 1), 0, 0, False),
        (date(2019, 10, 31), 1, 3, False),
        (date(2020, 2, 29), 5, 16, False),
        (date(2022, 8, 31), 35, 116, False),
        (date(2022, 9, 1), 36, 120, True),
        (date(2026, 11, 23), 86, 120, True),  # never more than there are places
    ],
)
def test_what_the_time_asks(
    p01: Programme, on: date, passed: int, expected: int, over: bool
) -> None:
    found = coaching.pace(p01, 0, on)
    assert found
    assert (found.passed, found.expected, found.over) == (passed, expected, over)
    assert found.so_far == 0


def test_without_a_number_a_length_or_a_first_day_there_is_no_pace(p01: Programme) -> None:
    for less in (replace(p01, quota=None), replace(p01, months=None), replace(p01, since=None)):
        assert coaching.pace(less, 3, date(2020, 1, 1)) is None


@pytest.mark.parametrize(
    ("start", "asked"),
    [
        (date(2026, 11, 26), date(2027, 2, 26)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 5, 31), date(2026, 8, 31)),
    ],
)
def test_three_months_later_is_a_day_that_exists(p01: Programme, start: date, asked: date) -> None:
    assert coaching.follow_up(start, p01) == asked


def test_a_town_may_ask_after_another_number_of_months(p01: Programme) -> None:
    sooner = replace(p01, follow_up_months=1)
    assert coaching.follow_up(date(2027, 1, 31), sooner) == date(2027, 2, 28)
    assert coaching.follow_up_months([sooner]) == 1
    assert coaching.follow_up_months([]) == coaching.follow_up_months([p01]) == 3


@pytest.mark.parametrize(
    ("words", "goal"),
    [
        ("Geen ruzie maken met mijn zoon", True),
        ("geen schulden erbij", True),
        ("Niets kopen op afbetaling", True),
        ("nee, ik wil elke avond wandelen", True),
        ("Nee zeggen tegen mijn zus", True),
        ("één brief openmaken", True),
        ("Nee.", False),
        ("niks", False),
        ("nee, liever niet", False),
        ("Geen idee", False),
        ("niets bijzonders", False),
        ("nee hoor, dank je", False),
        ("nee, ik weet het nu even niet", False),
        ("geen zin in", False),
        ("...", False),
    ],
)
def test_a_no_alone_is_no_goal_and_a_goal_may_begin_with_one(words: str, goal: bool) -> None:
    assert coaching.is_goal(words) is goal


def test_families_are_counted_without_a_budget_and_never_more_than_there_are_places(
    p01: Programme,
) -> None:
    few = replace(p01, quota=2, warn_at=1)
    family = Grant((2026, 11), 1, 0)
    assert budget.refusal(few, [family], family) is None
    assert budget.refusal(few, [family] * 2, family) is Refusal.FULL
    assert budget.refusal(few, [], replace(family, cents=1)) is Refusal.NO_BUDGET
    assert budget.standing(few, [family], (2027, 3)).near  # a family counts for the whole run
    assert budget.standing(few, [replace(family, months=0)], (2027, 3)).taken == 0


@pytest.mark.parametrize(
    "words",
    [
        "Geen ruzie maken met mijn zoon",
        "geen alcohol",
        "Nee zeggen tegen mijn ex",
        "Niets kopen op Marktplaats",
        "nee, toch wel: één brief openmaken",
        "één brief openmaken",
    ],
)
def test_a_goal_may_begin_with_a_no(words: str) -> None:
    assert coaching.is_goal(words)


@pytest.mark.parametrize(
    "words",
    [
        *("", "  ", "nee", "Neeee!", "niks", "Niets.", "nvt", "nee, liever niet", "geen idee"),
        *("nee hoor, dank je", "Niets bijzonders", "geen zin", "nee ik weet het niet", "geen doel"),
    ],
)
def test_a_no_and_nothing_else_is_no_goal(words: str) -> None:
    assert not coaching.is_goal(words)
