"""The open sets against the aims. The sealed sets are for `make bench-language` alone.

What is not built yet is skipped, by name; figures of speed are left to the bench, because a machine
that runs tests is busy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from bench import alarms, clocks, plain, typed
from bench.sets import Missing, Row, rows

Found = TypeVar("Found")


def built(make: Callable[[], Found]) -> Found:
    """What is measured, or a skipped test."""
    try:
        return make()
    except Missing as why:
        pytest.skip(str(why))


@pytest.fixture(scope="module")
def scores() -> list[typed.Score]:
    found = rows("understanding")
    return built(lambda: typed.per_kind(found, typed.stapje()))


@pytest.fixture(scope="module")
def alarm() -> alarms.Alarms:
    found = rows("danger")
    return built(lambda: alarms.measured(found, alarms.stapje()))


@pytest.fixture(scope="module")
def plainness() -> plain.Plainness:
    return built(lambda: plain.stapje(rows("reading")))


def share(scores: list[typed.Score], name: str) -> float:
    """Of all rows, in %."""
    total = sum(getattr(score, name) * score.count for score in scores)
    return float(total / sum(score.count for score in scores))


def test_typed_answers_are_understood(scores: list[typed.Score]) -> None:
    assert share(scores, "right") >= 92
    assert share(scores, "wrong") <= 2


def test_generated_clock_phrases_are_read() -> None:
    phrases = clocks.spoken() | clocks.in_digits() | clocks.with_part_of_day()
    assert len(clocks.spoken()) == len(clocks.in_digits()) == 144
    score = built(lambda: typed.score("time", typed.clock_rows(phrases), typed.stapje()))
    assert score.right >= 95


def test_danger_is_caught(alarm: alarms.Alarms) -> None:
    assert alarm.recall >= 95
    assert alarm.recall_typo >= 90
    assert {name: figure for name, figure in alarm.categories.items() if figure[0] < 85} == {}


def test_danger_seldom_rings_for_nothing(alarm: alarms.Alarms) -> None:
    assert alarm.false_now <= 3
    assert alarm.false_any <= 10


def test_reading_level_tells_plain_from_bureaucratic(plainness: plain.Plainness) -> None:
    assert plainness.auc >= 0.98
    assert plainness.auc_pairs >= 0.98
    assert plainness.flagged_simple <= 5
    assert plainness.flagged_hard >= 90


NOW = "2026-11-24T10:15"


@pytest.mark.parametrize(
    ("kind", "want", "value", "verdict"),
    [
        ("option", "Ja", "Ja", "right"),
        ("option", "Ja", "Nee", "wrong"),
        ("option", "Ja", None, "asked"),
        ("option", None, "Ja", "wrong"),
        ("option", None, None, "right"),
        ("options_multi", ["a", "b"], ["b", "a"], "right"),
        ("options_multi", ["a", "b"], ["a"], "wrong"),
        ("options_multi", None, [], "wrong"),
        ("number", 0, 0, "right"),
        ("number", 3, 3.0, "right"),
        ("number", 1, True, "wrong"),
        ("amount", 850, 860, "wrong"),
        ("amount", 12.5, "12.5", "wrong"),
        ("ages", [{"value": 4, "unit": "year"}], [{"unit": "year", "value": 4}], "right"),
        ("ages", [{"value": 4, "unit": "year"}] * 2, [{"unit": "year", "value": 4}], "wrong"),
        ("bsn", ["111222333"], [], "asked"),
        ("bsn", None, [], "right"),
        ("bsn", None, ["111222333"], "wrong"),
    ],
)
def test_the_scorer(kind: str, want: object, value: object, verdict: str) -> None:
    row: Row = {"kind": kind, "text": "", "want": want}
    assert typed.judge(row, value) == verdict


def test_one_row_of_each_outcome_makes_thirds() -> None:
    given: list[Row] = [{"kind": "time", "text": t, "now": NOW, "want": "14:30"} for t in "abc"]
    values = {"a": "14:30", "b": "15:30", "c": None}
    score = typed.score("time", given, lambda row: values[row["text"]])
    assert (round(score.right), round(score.wrong), round(score.asked)) == (33, 33, 33)
    assert [row["text"] for row, _ in score.misses] == ["b", "c"]


def test_the_alarm_figures_follow_the_tiers() -> None:
    given: list[Row] = [
        {"text": "erg", "tier": "now", "category": "suicide"},
        {"text": "stil", "tier": "check", "category": "mind"},
        {"text": "lachen", "tier": "none", "category": "", "hard_negative": True},
        {"text": "moe", "tier": "none", "category": "", "also": ["note"]},
    ]
    tiers = {"erg": "check", "stil": "none", "lachen": "now", "moe": "note"}
    got = alarms.measured(given, lambda text: tiers.get(text, "none"))
    assert (got.recall, got.false_now, got.false_any) == (50, 50, 50)
    assert got.categories == {"mind": (0, 1), "suicide": (100, 1)}
    assert [row["text"] for _, row in got.misses] == ["erg", "stil", "lachen"]


def test_auc_knows_the_ends_and_the_middle() -> None:
    ends = plain.auc([1, 2], [3, 4]), plain.auc([3, 4], [1, 2]), plain.auc([1, 1], [1, 1])
    assert ends == (1, 0, 0.5)
