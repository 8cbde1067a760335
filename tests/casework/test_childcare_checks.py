"""Days, stops and months of childcare that cannot be: each is told with its line, all at once."""

from __future__ import annotations

import re

import pytest

from casework.childcare_checks import ORDER, day, shortest
from casework.childcare_steps import STEPS
from casework.municipality import Municipality
from casework.municipality_schema import load
from tests.casework.conftest import DORDRECHT
from tests.casework.test_municipality import TEXT, changed, line_of
from tests.casework.test_programmes import town

OFFSETS = line_of("    days_a_week: 3") + 1


def offsets(days: str) -> list[str]:
    """What is wrong with these days, without the place."""
    where = f"{OFFSETS}: programmes[bridging_childcare].offsets."
    found = changed(("days_a_week: 3\n", f"days_a_week: 3\n    offsets: {{ {days} }}\n"))
    assert all(one.startswith(where) for one in found), found
    return [one.removeprefix(where) for one in found]


def test_steps_on_the_wrong_side_are_told_all_at_once() -> None:
    first, then = "kan alleen vóór de eerste dag, niet", "dagen na de eerste dag; zonder is het"
    later, short = "kan alleen na de eerste dag, niet", "is te kort om op te zeggen"
    assert offsets(
        "digid: 60, contract: 20, decision: 40, first_day: 3, nearly_four: -20, after_3: -3"
    ) == [
        f"after_3: 'after_3' {later} 3 dagen vóór de eerste dag; zonder is het 3",
        f"contract: 'contract' {first} 20 {then} -28",
        f"decision: 'decision' {first} 40 {then} -14",
        f"digid: 'digid' {first} 60 {then} -42",
        "first_day: de eerste dag kiest een ouder met haar mensen: laat 'first_day' weg",
        f"nearly_four: 20 dagen vóór de vierde verjaardag {short} (notice_months: 1)",
    ]


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        ("request: -80", "'route' (70 dagen vóór de eerste dag) komt na 'request' (80 dagen vóór"),
        ("route: -50", "'route' (50 dagen vóór de eerste dag) komt na 'request' (63 dagen vóór"),
        ("request: -10", "'request' (10 dagen vóór de eerste dag) komt na 'decision' (14 dagen"),
        ("decision: -1", "'decision' (1 dag vóór de eerste dag) komt na 'settling_in' (14 dagen"),
        ("contract: -7", "'contract' (7 dagen vóór de eerste dag) komt na 'settling_in' (14 dagen"),
        ("digid: -20", "'digid' (20 dagen vóór de eerste dag) komt na 'benefit' (28 dagen vóór"),
        ("after_3: 31", "'after_3' (31 dagen na de eerste dag) komt na 'after_30' (30 dagen na"),
        ("bag: 0", "'bag' kan alleen vóór de eerste dag, niet op de eerste dag; zonder is het -1"),
        ("offer: -1", "'offer' kan alleen na het aanbod, niet 1 dag vóór het aanbod"),
        ("ending: -30", "30 dagen vóór de laatste dag die betaald wordt is te kort om op te zeg"),
        ("benefit: 90", "dan kan het niet meer: dat is na 3 maanden (stop_after_months)"),
    ],
)
def test_an_order_that_cannot_be(days: str, wrong: str) -> None:
    (found,) = offsets(days)
    assert wrong in found


@pytest.mark.parametrize("days", ["digid: -60", "benefit: 14", "decision: -20, contract: -30"])
def test_days_that_can_be(days: str) -> None:
    text = TEXT.replace("days_a_week: 3\n", f"days_a_week: 3\n    offsets: {{ {days} }}\n")
    assert isinstance(load(text, "d.yaml"), Municipality)


def test_our_own_days_are_in_order_and_can_be_written_out() -> None:
    ours = town("dordrecht").programme("bridging_childcare")
    assert not ours.offsets
    assert [pair for pair in ORDER if day(ours, pair[0]) > day(ours, pair[1])] == []
    days = ", ".join(f"{step.id}: {step.days}" for step in STEPS if step.days)
    text = TEXT.replace("days_a_week: 3\n", f"days_a_week: 3\n    offsets: {{ {days} }}\n")
    assert isinstance(load(text, "d.yaml"), Municipality)


def test_the_howto_tells_our_own_days() -> None:
    howto = (DORDRECHT.parents[2] / "docs" / "howto" / "nieuwe-gemeente.md").read_text("utf-8")
    part = howto[howto.index("## Dagen voor opvang") : howto.index("## Wat samen moet kloppen")]
    told = {name: int(days) for name, days in re.findall(r"`(\w+): (-?\d+)`", part)}
    assert told == {step.id: step.days for step in STEPS if step.id != "first_day"}


def test_days_of_steps_at_another_programme_would_not_be_read() -> None:
    line = line_of("    label: Vroeg Eropaf") + 1
    found = changed(("label: Vroeg Eropaf\n", "label: Vroeg Eropaf\n    offsets: {bag: -2}\n"))
    where = f"{line}: programmes[early_arrears].offsets"
    assert found == [f"{where}: dagen voor stappen lezen we alleen bij 'bridging_childcare'"]


@pytest.mark.parametrize(
    ("days", "at", "wrong"),
    [
        ("30, 60, 175", 3, "175 dagen is na de uiterste dag: 3 maanden zijn soms maar 89 dagen"),
        ("30, 60, 90", 3, "90 dagen is na de uiterste dag"),
        ("60, 30, 75", 2, "30 komt na 60: schrijf de dagen van vroeg naar laat"),
        ("30, 30, 75", 2, "30 komt na 30"),
        ("30, -60, 75", 2, "moet ten minste 1 zijn"),
    ],
)
def test_a_warning_comes_before_the_stop_and_the_first_first(
    days: str, at: int, wrong: str
) -> None:
    text = TEXT.replace("[30, 60, 75]", f"[{days}]", 1)
    found = load(text, "d.yaml")
    assert isinstance(found, list)
    (one,) = map(str, found)
    line = line_of("warn_after_days")
    assert one.startswith(f"d.yaml:{line}: funding[A].warn_after_days[{at}]: {wrong}")


def test_so_many_months_have_at_least_so_many_days() -> None:
    assert [shortest(n) for n in (1, 3, 6, 12)] == [28, 89, 181, 365]


@pytest.mark.parametrize(
    ("new", "field", "paid"),
    [("    months: 6\n", "funding[E].months", "duurt 6 maanden"), ("", "funding[E]", "heeft geen")],
)
def test_a_place_is_paid_as_long_as_it_is_counted(new: str, field: str, paid: str) -> None:
    (one,) = changed(("    months: 12\n    programme: bridging", f"{new}    programme: bridging"))
    assert f" {field}: deze weg {paid}" in one
    assert one.endswith("maar een plek van 'bridging_childcare' 12 maanden")
