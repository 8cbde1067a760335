"""Reading hand-written YAML: plain data, right lines, and every mistake at once."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, field_validator

from dialogs.authoring.source import SourceError, Strict, load_yaml
from dialogs.authoring.wording import validate


class Answer(Strict):
    id: str
    label: str = Field(max_length=20)


class Question(Strict):
    id: str
    kind: Literal["choice", "text"]
    most: int = 0
    choices: list[Answer] = Field(default_factory=list)

    @field_validator("id")
    @classmethod
    def _plain(cls, value: str) -> str:
        if " " in value:
            raise ValueError("heeft geen spaties")
        return value


class Page(Strict):
    title: str
    steps: list[Question]
    when: str | None = None


GOOD = """\
# een script
title: Welkom
steps:
  - id: mood
    kind: choice
    choices:
      - {id: ja, label: "Ja"}
  - id: words

    kind: text
"""


def codes(text: str) -> list[tuple[int, str]]:
    with pytest.raises(SourceError) as refused:
        load_yaml(text, "a.yaml")
    return [(issue.line, issue.code) for issue in refused.value.issues]


def refused(text: str) -> list[str]:
    result = validate(Page, load_yaml(text, "a.yaml"))
    assert isinstance(result, list)
    return [str(issue) for issue in result]


def test_plain_data_and_lines() -> None:
    source = load_yaml(GOOD, "a.yaml")
    assert source.data == {
        "title": "Welkom",
        "steps": [
            {"id": "mood", "kind": "choice", "choices": [{"id": "ja", "label": "Ja"}]},
            {"id": "words", "kind": "text"},
        ],
    }
    assert source.line(("steps", 1, "kind")) == 10
    assert source.line(("steps", 1, "nothing", "at", "all")) == 8
    assert source.field(("steps", 0, "choices", 0, "label")) == "steps[mood].choices[ja].label"
    page = validate(Page, source)
    assert isinstance(page, Page)
    assert page.steps[1].id == "words"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0612345678", "0612345678"),
        ("113", 113),
        ("-4", -4),
        ("1.50", "1.50"),
        ("2026-11-26", "2026-11-26"),
        ("08:30", "08:30"),
        ("ja", "ja"),
        ("no", "no"),
        ("true", True),
        ("null", None),
        ("", None),
        ("'113'", "113"),
        ("1_000", "1_000"),
        ("0x10", "0x10"),
    ],
)
def test_only_plain_values_are_read(text: str, value: object) -> None:
    assert load_yaml(f"a: {text}", "a.yaml").data == {"a": value}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: !!python/object:os.system x", [(1, "yaml-tag")]),
        ("a: &x 1\nb: *x", [(1, "yaml-anchor"), (2, "yaml-alias")]),
        ("a: 1\nb: 2\na: 3", [(3, "yaml-duplicate-key")]),
        ("a: 1\n---\nb: 2", [(2, "yaml-many")]),
        ("a:\n\t- x", [(2, "yaml-syntax")]),
        ("a: b: c", [(1, "yaml-syntax")]),
        ("a: 'x\n", [(1, "yaml-syntax")]),
        ("? {a: 1}\n: 2\nb: 3", [(1, "yaml-key")]),
        ("a: \x07", [(1, "yaml-syntax")]),
        ("[" * 400_000, [(1, "yaml-too-deep")]),
        ("x" * 600_000, [(1, "yaml-too-big")]),
        (
            "a: &x 1\na: !t 2\nb: [",
            [(1, "yaml-anchor"), (2, "yaml-tag"), (2, "yaml-duplicate-key"), (3, "yaml-syntax")],
        ),
    ],
)
def test_what_is_refused(text: str, found: list[tuple[int, str]]) -> None:
    assert sorted(codes(text)) == sorted(found)


def test_twelve_deep_is_read_and_thirteen_is_not() -> None:
    assert load_yaml("[" * 12 + "]" * 12, "a.yaml").data is not None
    assert codes("[" * 13 + "]" * 13) == [(1, "yaml-too-deep")]


def test_every_schema_error_at_once_in_the_order_of_the_file() -> None:
    text = (
        "titel: Welkom\nsteps:\n  - id: mood vandaag\n    kind: choise\n"
        "    most: veel\n    choices:\n      - id: 12\n        lable: x\n  - kind: text\n"
    )
    assert refused(text) == [
        "a.yaml:1: titel: deze naam kennen we niet; bedoel je 'title'?",
        "a.yaml:1: title: dit ontbreekt",
        "a.yaml:3: steps[mood vandaag].id: heeft geen spaties",
        (
            "a.yaml:4: steps[mood vandaag].kind: 'choise' kan hier niet;"
            " kies uit 'choice' of 'text'; bedoel je 'choice'?"
        ),
        "a.yaml:5: steps[mood vandaag].most: moet een heel getal zijn",
        (
            "a.yaml:7: steps[mood vandaag].choices[1].id: moet tekst zijn;"
            " zet het tussen aanhalingstekens"
        ),
        "a.yaml:7: steps[mood vandaag].choices[1].label: dit ontbreekt",
        (
            "a.yaml:8: steps[mood vandaag].choices[1].lable: deze naam kennen we niet;"
            " bedoel je 'label'?"
        ),
        "a.yaml:9: steps[2].id: dit ontbreekt",
    ]


def test_a_document_that_is_no_mapping() -> None:
    assert refused("- a") == ["a.yaml:1: moet een groep met namen zijn, zoals 'naam: waarde'"]
    assert refused("") == ["a.yaml:1: moet een groep met namen zijn, zoals 'naam: waarde'"]


@given(st.text(alphabet="ab:-?[]{},&*!'\"#|> \n\t%@0~", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    end = text.count("\n") + 1
    try:
        lines = list(load_yaml(text, "a.yaml").lines.values())
    except SourceError as refusal:
        lines = [issue.line for issue in refusal.issues] or [0]
    assert all(1 <= line <= end for line in lines)
