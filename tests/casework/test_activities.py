"""What there is to do nearby: for her district and ages, a few at a time; and wrong lists."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.activities import AT_ONCE, Activity, of_hers, some
from casework.funds import BANDS
from casework.municipality_schema import load
from tests.casework.conftest import DORDRECHT
from tests.casework.test_programmes import town

ROWS = town("dordrecht").activities
FILE = DORDRECHT.read_text("utf-8")


def ids(district: str, bands: list[str] | None) -> list[str]:
    return [one.id for one in of_hers(ROWS, district, bands)]


def test_her_own_neighbourhood_comes_first_and_another_s_is_left_out() -> None:
    assert ids("staart", ["b4_12"]) == ["playground", "cooking", "route", "swap"]
    assert ids("reeland", ["b4_12"]) == ["route", "swap"]


def test_what_is_for_other_ages_is_left_out() -> None:
    assert ids("staart", ["b0_1"]) == ["cooking", "walking", "swap"]
    assert ids("staart", ["b13_17"]) == ["cooking", "swap"]
    assert ids("staart", []) == ["cooking", "swap"]  # no children at home
    assert ids("staart", ["b2_3", "b13_17"]) == ["playground", "cooking", "walking", "swap"]


def test_what_she_did_not_tell_leaves_nothing_out() -> None:
    assert sorted(ids("", None)) == sorted(one.id for one in ROWS)
    assert "walking" in ids("staart", None)
    assert "playground" in ids("", ["b4_12"])


rows = st.lists(
    st.builds(
        Activity,
        id=st.sampled_from("abcdef"),
        label=st.just("A"),
        what=st.just("b"),
        where=st.just("c"),
        checked_on=st.just(date(2026, 11, 22)),
        districts=st.frozensets(st.sampled_from(["x", "y"])),
        from_age=st.none() | st.integers(0, 18),
    ),
    max_size=9,
)
bands = st.none() | st.lists(st.sampled_from(list(BANDS)), unique=True)


@given(rows, st.sampled_from(["", "x", "y"]), bands)
def test_all_of_hers_is_shown_once_and_never_more_than_a_few_at_a_time(
    table: list[Activity], district: str, told: list[str] | None
) -> None:
    hers = of_hers(table, district, told)
    shown: list[Activity] = []
    place: int | None = 0
    while place is not None:
        now, place = some(hers, place)
        assert len(now) <= AT_ONCE
        assert now or not hers  # nobody is offered more where there is none
        shown += now
    assert shown == hers


def changed(old: str, new: str) -> list[str]:
    """The issues of Dordrecht's file with this change, each with its line."""
    assert old in FILE, old
    found = load(FILE.replace(old, new, 1), "d.yaml")
    assert isinstance(found, list)
    return [str(issue) for issue in found]


def line_of(part: str) -> int:
    return FILE[: FILE.index(part, FILE.index("activities:"))].count("\n") + 1


SWAP = "  - id: swap\n    label: Ruilkast\n    what: kleren en speelgoed ruilen, gratis"


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ("districts: [staart]\n    from_age: 2", "districts: [start]\n    from_age: 2",
         "districts: [staart]\n    from_age: 2", "wijk 'start' bestaat niet; bedoel je 'staart'"),
        ("from_age: 2\n    to_age: 12", "from_age: 2\n    to_age: 1", "to_age: 12",
         "tot 1 jaar ligt onder de 2 jaar"),
        ("id: swap", "id: route", "id: swap", "'route' staat er al"),
        (SWAP, SWAP + " en " + "dat " * 12 + "meer", "what: kleren", "dit zijn "),
        ("examples: [where]", "examples: [waar]", "examples: [where]", "'waar' is geen veld"),
        ("    where: bij de bibliotheek\n", "", "- id: swap", "where"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said_with_its_line(
    old: str, new: str, at: str, message: str
) -> None:
    (issue,) = changed(old, new)
    assert message in issue
    assert issue.startswith(f"d.yaml:{line_of(at)}:"), issue


def test_a_list_that_nobody_can_find_is_a_mistake() -> None:
    old = "label: Aanbod op De Staart\n    on: true"
    (issue,) = changed(old, old.replace("true", "false"))
    assert "niemand ziet deze lijst" in issue


def test_examples_are_refused_where_it_is_no_demo() -> None:
    found = changed("demo: true", "demo: false")
    assert any("activities" in one and "dit zijn voorbeelden" in one for one in found)
