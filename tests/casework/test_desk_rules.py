"""A municipality's ready-made texts and reasons: checked like the rest of its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework import desk_rules, municipality_schema
from casework.municipality import Municipality
from dialogs.authoring.issue import Severity
from dialogs.authoring.lint.check import findings
from dialogs.authoring.lint.said import Role, Said

FILE = Path(__file__).parents[2] / "dialogs" / "municipalities" / "dordrecht.yaml"
BARE = FILE.read_text("utf-8").partition("\ndesk:")[0]


def read(desk: str) -> Municipality | list[str]:
    """Dordrecht with this part; its issues as `code` strings."""
    found = municipality_schema.load(f"{BARE}\ndesk:\n{desk}", "d.yaml")
    return found if isinstance(found, Municipality) else [one.code for one in found]


def test_a_file_without_this_part_has_our_reasons_and_outcomes() -> None:
    found = municipality_schema.load(BARE, "d.yaml")
    assert isinstance(found, Municipality)
    assert found.desk == desk_rules.OURS
    assert found.desk.ready_texts == ()
    assert found.desk.close_reason("mistake") is not None


def test_texts_in_both_forms() -> None:
    found = read('  ready_texts: [{id: a, label: Groet, je: "Dag jij.", u: "Dag u."}]')
    assert isinstance(found, Municipality)
    text = found.desk.ready_text("a")
    assert text is not None
    assert (text.said("je"), text.said("u")) == ("Dag jij.", "Dag u.")


@pytest.mark.parametrize(
    ("desk", "code"),
    [
        ('  ready_texts: [{id: a, label: A, je: "Dag."}]', "missing"),
        ('  ready_texts: [{id: a, label: A, je: "", u: "Dag."}]', "string-too-short"),
        ('  ready_texts: [{id: a, label: A, je: "{naam}", u: "x"}]', "unknown-placeholder"),
        ('  ready_texts: [{id: a, label: A, je: "111222333", u: "x"}]', "number"),
        ('  close_reasons: [{id: a, label: A, je: "Dag."}]', "one-form"),
        ("  close_reasons: []", "too-short"),
        ("  outcomes: [{id: a, label: A}, {id: a, label: B}]", "double-id"),
        ("  outcomes: [{id: a, label: A, soms: B}]", "unknown-key"),
    ],
)
def test_what_does_not_make_sense_is_refused(desk: str, code: str) -> None:
    found = read(desk)
    assert isinstance(found, list)
    assert code in found


def test_what_we_say_when_a_handoff_closes_is_plain_in_both_forms() -> None:
    told = [one for one in desk_rules.CLOSE_REASONS if one.je]
    assert len(told) >= 4
    texts = [
        Said("ours", 1, one.id, one.said(f), Role.MESSAGE, f) for one in told for f in ("je", "u")
    ]
    assert [str(one) for one in findings(texts) if one.severity is Severity.ERROR] == []
