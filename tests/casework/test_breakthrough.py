"""A breakthrough: what must be told, who gets it, what goes along, and a ledger that adds up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework import breakthrough, summary
from casework.breakthrough import Ask, Outlay, Route
from casework.budget import Grant
from casework.municipality import Municipality, Role
from casework.programmes import Counted, Programme
from casework.summary import About

TODAY = date(2026, 11, 24)
ASK = Ask("vast", (Route("opvang", "2026-11-20"),), "een huisje", 0, TODAY)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, {}),
        ({"routes": (Route("opvang", came="vol"),)}, {}),
        ({"routes": ()}, {"routes": "untried"}),
        ({"routes": (Route("opvang"),)}, {"routes": "half"}),
        ({"routes": (Route("", came="vol"),)}, {"routes": "half"}),
        ({"routes": (Route("opvang", "2026-11-25"),)}, {"routes": "future"}),
        ({"stuck": " ", "helps": "x" * 601}, {"stuck": "empty", "helps": "long"}),
        ({"cents": -1}, {"cents": "much"}),
        ({"due_on": date(2026, 11, 23)}, {"due_on": "past"}),
        ({"due_on": date(2028, 1, 1)}, {"due_on": "far"}),
    ],
)
def test_what_is_not_right_is_named(changes: dict[str, object], wrong: dict[str, str]) -> None:
    assert breakthrough.problems(replace(ASK, **changes), TODAY) == wrong  # type: ignore[arg-type]  # the tests name real fields


def test_it_goes_to_who_is_here_and_has_the_least(dordrecht: Municipality) -> None:
    (joost,) = breakthrough.officers(dordrecht.people)
    mila = replace(joost, id="mila")
    both = (joost, mila)
    assert breakthrough.officer(both, {"joost": 1}, TODAY) is mila
    away = (joost, replace(mila, away_until=TODAY))
    assert breakthrough.officer(away, {"joost": 9}, TODAY) is joost


def test_a_town_without_an_officer_or_the_programme_asks_nobody(dordrecht: Municipality) -> None:
    assert breakthrough.runs(dordrecht, TODAY)
    others = tuple(p for p in dordrecht.people if p.role is not Role.ESCALATION_OFFICER)
    assert breakthrough.runs(replace(dordrecht, people=others), TODAY) is None
    off = tuple(replace(p, on=p.id != breakthrough.ID) for p in dordrecht.programmes)
    assert breakthrough.runs(replace(dordrecht, programmes=off), TODAY) is None


def test_how_to_reach_her_never_goes_along() -> None:
    whole = summary.build([], [], About("1"), datetime(2026, 11, 24, tzinfo=UTC))
    every = [*summary.SECTIONS, "other"]
    shown = {one.id for one in breakthrough.shared(whole, every)}
    assert shown == set(breakthrough.PARTS)
    assert not shown & {"header", "wellbeing", "practical"}
    assert [one.id for one in breakthrough.shared(whole, ("money", "urgent"))] == [
        "urgent",
        "money",
    ]


@given(st.lists(st.tuples(st.integers(2025, 2028), st.integers(0, 10**8), st.integers(0, 1))))
def test_the_years_add_up(rows: list[tuple[int, int, int]]) -> None:
    programme = Programme(breakthrough.ID, "Sociaal Marinier", on=True, counted=Counted.MONEY)
    given_ = [
        Outlay(n, Grant((year, 3), months, cents), TODAY, cents)
        for n, (year, cents, months) in enumerate(rows)
    ]
    found = breakthrough.ledgers(programme, given_)
    assert sum(one.total for one in found) == sum(c * m for _, c, m in rows)
    assert all(one.total == one.year.given for one in found)
    numbers = [entry.number for one in found for entry in one.entries]
    assert len(set(numbers)) == len(rows)
    assert all(one.adds_up == (one.total == 0) for one in found)  # there is no budget
