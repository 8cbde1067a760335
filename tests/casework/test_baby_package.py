"""The rules of baby packages: who may refer, which package fits, and what may be told of counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.simulator import town_named
from casework import baby_package as rules
from casework.baby_package import Package, Phase, Referral
from casework.municipality import Municipality
from casework.programmes import Referrer

TODAY = date(2026, 11, 24)


@pytest.fixture
def huizen() -> Municipality:
    town = town_named("huizen")
    assert town
    return town


@pytest.mark.parametrize(
    ("helps", "who"),
    [("midwife", "lotte"), ("child_clinic", "saida"), ("nobody", None), ("", None)],
)
def test_she_is_linked_to_who_helps_her(huizen: Municipality, helps: str, who: str | None) -> None:
    found = rules.linked(huizen, helps)
    assert (found.id if found else None) == who


def test_where_the_municipality_may_not_refer_somebody_else_is_found(
    huizen: Municipality,
) -> None:
    def only(one):  # type: ignore[no-untyped-def]
        return replace(one, referrers=frozenset({Referrer.CHILD_CLINIC}))

    town = replace(huizen, programmes=tuple(map(only, huizen.programmes)))
    found = rules.linked(town, "midwife")
    assert found
    assert found.id == "saida"


def test_months_go_over_the_year() -> None:
    values = rules.due_values(TODAY)
    assert values[:3] == ("2026-11", "2026-12", "2027-01")
    assert values[rules.MONTHS_AHEAD :] == ("pregnant", "b0_1", "b2_3")


def test_no_toddler_is_still_to_be_born() -> None:
    assert rules.fits(Phase.BABY, "2027-03")
    assert rules.fits(Phase.TODDLER, "b2_3")
    assert not rules.fits(Phase.TODDLER, "2027-03")
    assert not rules.fits(Phase.TODDLER, "pregnant")


def test_what_was_given_is_known_from_its_key_and_counted_once() -> None:
    first, second = (2026, 11), (2026, 12)
    key = rules.grant_key("toddler", "midwife", 7)
    given = [rules.package(key, first), Package("baby", Referral("child_clinic", second), 8)]
    assert rules.per_phase(given) == {"baby": 1, "toddler": 1}
    alive = [(7, Referral("midwife", first)), (9, Referral("midwife", second))]
    assert rules.referrals(alive, given) == [
        (second, "child_clinic", 1),
        (second, "midwife", 1),
        (first, "midwife", 1),
    ]


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0"), (1, "<5"), (4, "<5"), (5, "5"), (125, "125")]
)
def test_few_are_not_counted_out(count: int, told: str) -> None:
    assert rules.shown(count) == told


def test_the_pace_of_the_pilot(huizen: Municipality) -> None:
    offered = huizen.programme("baby_package")
    assert round(rules.pace(offered), 1) == 10.4
    assert rules.pace(replace(offered, until=None)) == 0.0
