"""Every danger rule does what the examples beside it say; a mistake is reported at its line."""

from __future__ import annotations

import pytest

from dialogs.authoring.safety import check, load_rules, read, shipped_texts
from dialogs.authoring.source import SourceError
from dialogs.language.safety import CATEGORIES

GOOD = """
category: suicide
words: {ik: ik k}
rules:
  - id: wens
    tier: now
    why: een doodswens
    patterns: |
      {@ik wil dood}
    hoort: |
      ik wil dood
      k wil dood
    hoort_niet: |
      mijn telefoon is dood
"""


def found(text: str) -> list[str]:
    return [str(issue) for issue in check({"proef.yaml": text})]


def test_every_example_beside_a_rule_holds() -> None:
    book = read(shipped_texts())
    assert len(book.examples) > 300
    assert {rule.category for rule in book.rules} == set(CATEGORIES)
    assert [str(issue) for issue in check(shipped_texts())] == []


def test_a_good_file_has_no_issues() -> None:
    assert found(GOOD) == []


@pytest.mark.parametrize(
    "pattern",
    ["[@ik] wil dood", "([toch] | @ik) wil dood", "[@ik] [toch] wil dood", "* wil dood",
     "{[@ik] wil dood}"],
)  # fmt: skip
def test_what_may_be_left_out_in_front_may_be_left_out(pattern: str) -> None:
    text = GOOD.replace("{@ik wil dood}", pattern).replace("      k wil dood", "      wil dood")
    assert found(text) == []


def test_a_missed_example_is_told_at_its_line() -> None:
    text = GOOD.replace("      k wil dood", "      k wil weg")
    assert found(text) == [
        "proef.yaml:12: rules[wens].hoort: dit hoort regel 'wens' te herkennen: 'k wil weg'"
    ]


def test_an_example_that_must_not_match_is_told_at_its_line() -> None:
    text = GOOD.replace("mijn telefoon is dood", "nu wil ik dood")
    said = "dit hoort regel 'wens' niet te herkennen: 'nu wil ik dood'"
    assert found(text) == [f"proef.yaml:14: rules[wens].hoort_niet: {said}"]


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("{@hem wil dood}", "{@ik wil dood}", "er is geen woordenlijst '@hem'"),
        ("{@ik wil dood", "{@ik wil dood}", "het haakje '{' gaat niet dicht"),
        ("[@ik]", "{@ik wil dood}", "hier is niets verplicht"),
        ("tier: soms", "tier: now", "kan hier niet; kies uit"),
        ("waarom: een", "why: een", "rules[wens].waarom"),
        ("category: honger", "category: suicide", "kan hier niet; kies uit"),
    ],
)
def test_a_mistake_is_told_with_its_line(wrong: str, right: str, said: str) -> None:
    issues = found(GOOD.replace(right, wrong))
    assert any(said in issue for issue in issues), issues
    assert all(issue.startswith("proef.yaml:") for issue in issues)


def test_all_mistakes_are_told_at_once() -> None:
    text = GOOD.replace("{@ik wil dood}", "{@hem wil\n      (dood")
    with pytest.raises(SourceError) as wrong:
        load_rules({"proef.yaml": text})
    assert [issue.line for issue in wrong.value.issues] == [9, 10]


def test_an_id_stands_once() -> None:
    assert [i.code for i in check({"a.yaml": GOOD, "b.yaml": GOOD})][-1] == "doubled-id"
