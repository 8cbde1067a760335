"""A file that cannot all be read: nothing false is said, and what can be known is told."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.municipality_schema import look
from casework.partly import as_far
from dialogs.authoring.source import SourceError, load_yaml
from tests.casework.test_municipality import TEXT, changed, line_of


def test_a_row_that_cannot_be_read_hides_nothing_of_the_others() -> None:
    found = changed(
        ("- id: sanne\n", "- id: Sanne\n"),
        ("role: consultant\n    phone: \"078 000 00 04\"", "role: baas\n    phone: \"078 1\""),
        ("[sterrenburg, dubbeldam,", "[sterenburg, dubbeldam,"),
        ("warn_at: 13", "warn_at: 16"),
        ("    quota: 120", "    quota: veel"),
    )  # fmt: skip
    told = [tuple(one.split(": ")[:2]) for one in found]
    assert told == [
        (f"{line_of('- id: sanne')}", "people[Sanne].id"),
        (f"{line_of('[sterrenburg, dubb')}", "people[marloes].districts"),
        (f"{line_of('- id: ruud') + 2}", "people[ruud].role"),
        (f"{line_of('- id: ruud') + 3}", "people[ruud].phone"),
        (f"{line_of('quota: 120')}", "programmes[single_parents].quota"),
        (f"{line_of('warn_at: 13')}", "programmes[bridging_childcare].warn_at"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("role: escalation_officer", "role: sociaal_marinier"),  # somebody may decide
        ("[wielwijk, crabbehof, oud_krispijn, nieuw_krispijn]", "wielwijk"),  # who knows where
        ("  - { id: wielwijk, label: Wielwijk }", "  - { id: Wiel-wijk, label: Wielwijk }"),
        ("      - { year: 2026, euros: 216000 }", "      - { year: 2026, euros: veel }"),
        ("- id: town_pass", "- id: townpass"),  # child_package's `first` names it
        ("  - id: veilig_thuis", "  - id: Veilig Thuis"),  # a line that must be there
        ("people:\n", "mensen:\n"),
        ("monday: 08:30-17:00", "monday: vroeg"),
        ("    months: 12\n    days", "    months: jaar\n    days"),
        ("[30, 60, 75]", "[30, zestig, 75]"),
        ("    - { id: start, label", "    - { id: Start!, label"),
    ],
)
def test_nothing_is_said_of_what_could_not_be_read(old: str, new: str) -> None:
    assert old in TEXT
    found = look(load_yaml(TEXT.replace(old, new, 1), "d.yaml")).issues
    codes = {"wrong-value", "enum", "set-type", "frozen-set-type", "int-type", "missing"}
    assert found
    assert {one.code for one in found} <= codes | {"unknown-key"}, found


LINES = [at for at, line in enumerate(TEXT.splitlines()) if re.match(r"\s+(- )?\w+: ", line)]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(LINES), st.sampled_from(["!!", "-1", "[]", "{}", "null", "nee"]))
def test_whatever_stands_there_it_is_told_and_never_raises(at: int, typo: str) -> None:
    lines = TEXT.splitlines()
    lines[at] = re.sub(r": .*", f": {typo}", lines[at], count=1)
    try:
        source = load_yaml("\n".join(lines), "d.yaml")
    except SourceError:  # not YAML any more: told by its own reader
        return
    for issue in look(source).issues:
        assert 1 <= issue.line <= len(lines)


def test_a_mistake_of_ours_is_not_taken_for_a_hole() -> None:
    with pytest.raises(AttributeError):
        list(as_far(lambda town: [town.nothing], object()))
