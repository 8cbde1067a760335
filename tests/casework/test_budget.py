"""Places and money: the sums of the source document, and that nothing is ever given too much."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import budget, childcare_place
from casework.budget import Grant, Refusal
from casework.municipality import Municipality
from casework.programmes import Amount, Budget, Counted, Per, Programme

P03 = Programme(
    "bridging_childcare",
    "Opvang",
    on=True,
    quota=15,
    warn_at=13,
    counted=Counted.PLACES,
    amount=Amount(1_200_00, Per.MONTH),
    months=12,
    budgets=(Budget(2020, 216_000_00), Budget(2021, 216_000_00)),
)
JANUARY, APRIL = (2020, 1), (2020, 4)
YEAR = Grant(JANUARY, 12, 1_200_00)
PLACES = st.builds(
    Grant,
    st.tuples(st.integers(2020, 2021), st.integers(1, 12)),
    st.integers(1, 14),
    st.integers(1, 30_000_00),
)


def test_fifteen_places_are_exactly_the_budget(dordrecht: Municipality) -> None:
    assert budget.whole(dordrecht.programme("bridging_childcare")) == (
        "15 × € 1.200 × 12 = € 216.000"
    )
    assert budget.spent([YEAR] * 15, 2020) == 216_000_00
    assert budget.refusal(P03, [YEAR] * 14, YEAR) is None
    assert budget.refusal(P03, [YEAR] * 15, YEAR) is Refusal.FULL


def test_from_april_a_year_costs_less(dordrecht: Municipality) -> None:
    assert budget.arithmetic(15, 1_200_00, 9) == ("15 × € 1.200 × 9 = € 162.000")
    assert budget.spent([Grant(APRIL, 12, 1_200_00)] * 15, 2020) == 162_000_00
    assert budget.spent([Grant(APRIL, 12, 1_200_00)] * 15, 2021) == 54_000_00


def test_another_hourly_price_buys_fewer_places() -> None:
    cents = budget.monthly(10_71, Decimal(143))
    assert budget.euros(cents) == "€ 1.531,53"
    assert budget.places(216_000_00, cents, 12) == 11
    assert budget.places(216_000_00, 1_200_00, 12) == 15
    dear = [Grant(JANUARY, 12, cents)] * 11
    assert budget.refusal(P03, dear, dear[0]) is Refusal.MONEY


def test_it_warns_before_it_is_full() -> None:
    stands = [budget.standing(P03, [YEAR] * n, JANUARY) for n in (12, 13, 14, 15)]
    assert [(s.near, s.full, s.left) for s in stands] == [
        (False, False, 3),
        (True, False, 2),
        (True, False, 1),
        (False, True, 0),
    ]


def test_it_warns_before_the_money_runs_out_too() -> None:
    dear = Grant(JANUARY, 12, budget.monthly(10_71, Decimal(143)))
    rooms = [budget.room(P03, [dear] * n, dear) for n in (8, 9, 10, 11)]
    assert [(room.left, room.near, room.full) for room in rooms] == [
        (3, False, False),
        (2, True, False),
        (1, True, False),
        (0, False, True),
    ]
    assert all((room.year, room.month) == (2020, None) for room in rooms)


def test_it_warns_of_a_later_month_that_fills_up() -> None:
    autumn = [Grant((2020, 9), 12, 100)] * 14
    spring = budget.room(P03, autumn, Grant(APRIL, 12, 100))
    assert (spring.left, spring.near, spring.month, spring.year) == (1, True, (2020, 9), None)
    assert budget.standing(P03, autumn, APRIL).taken == 0
    assert budget.room(P03, autumn, Grant(APRIL, 5, 100)).left == 15
    assert budget.room(P03, [], Grant((2021, 6), 12, 100)).year == 2022  # no budget is known


def test_a_place_begins_while_the_programme_runs() -> None:
    run = replace(P03, since=date(2020, 4, 15), until=date(2020, 12, 31))
    months = [(2020, 3), (2020, 4), (2020, 12), (2021, 1)]
    found = [budget.refusal(run, [], Grant(month, 2, 1)) for month in months]
    assert found == [Refusal.OUTSIDE, None, None, Refusal.OUTSIDE]


def test_a_place_needs_a_programme_that_runs_and_a_budget() -> None:
    assert budget.refusal(replace(P03, on=False), [], YEAR) is Refusal.OFF
    assert budget.refusal(P03, [], Grant((2021, 6), 12, 1)) is Refusal.NO_BUDGET
    assert budget.refusal(replace(P03, quota=None), [], YEAR) is Refusal.FULL


def test_packages_are_counted_over_the_whole_run_and_not_by_the_month() -> None:
    pack = Amount(80_00, Per.PACKAGE)
    run = {"since": date(2020, 2, 1), "until": date(2021, 1, 31)}
    packages = Programme(
        "baby_package",
        "Pakket",
        on=True,
        quota=3,
        warn_at=2,
        counted=Counted.PACKAGES,
        amount=pack,
        budgets=(Budget(2020, 1_000_00), Budget(2021, 1_000_00)),
        **run,  # type: ignore[arg-type]  # the fields are real
    )
    two = [Grant((2020, 2), 1, pack.cents), Grant((2020, 12), 1, pack.cents)]
    third = Grant((2021, 1), 1, pack.cents)
    assert budget.standing(packages, two, (2021, 1)).near
    assert budget.refusal(packages, two, third) is None
    assert budget.refusal(packages, [*two, third], third) is Refusal.FULL
    before = Grant((2020, 1), 1, pack.cents)  # an earlier run does not count in this one
    assert budget.standing(packages, [before, *two], (2020, 6)).taken == 2
    taken_back = Grant((2020, 3), 0, pack.cents)
    assert budget.standing(packages, [taken_back, *two], (2020, 6)).taken == 2


def test_money_without_a_number_is_held_by_its_budget_only() -> None:
    money = replace(P03, quota=None, counted=Counted.MONEY, budgets=(Budget(2020, 600_000_00),))
    half = Grant(JANUARY, 1, 300_000_00)
    assert budget.refusal(money, [half], half) is None
    assert budget.refusal(money, [half, half], Grant(JANUARY, 1, 1)) is Refusal.MONEY


@settings(max_examples=200, deadline=None)
@given(st.lists(PLACES, max_size=40), st.integers(1, 20))
def test_what_is_given_one_by_one_never_passes_quota_or_budget(
    wanted: list[Grant], quota: int
) -> None:
    run = {"since": date(2020, 3, 1), "until": date(2021, 9, 30)}
    programme = replace(P03, quota=quota, warn_at=1, **run)  # type: ignore[arg-type]  # real fields
    kept: list[Grant] = []
    for new in wanted:
        room = budget.room(programme, kept, new)
        wrong = budget.refusal(programme, kept, new)
        assert wrong is Refusal.OUTSIDE or (wrong is None) == (room.left > 0)
        if wrong is None:
            kept.append(new)
    assert all((2020, 3) <= place.first <= (2021, 9) for place in kept)
    months = {(year, month) for year in (2020, 2021) for month in range(1, 13)}
    stands = [budget.standing(programme, kept, month) for month in months]
    assert all(0 <= stand.left <= quota for stand in stands)
    assert all(0 <= year.left <= year.budget for stand in stands for year in stand.years)
    assert sum(year.given for year in stands[0].years) == sum(place.total for place in kept)
    assert all(year in (2020, 2021) for place in kept for year, _ in place.each())


def test_money_as_people_write_it() -> None:
    shown = [budget.euros(cents) for cents in (0, 5, 80_00, 1_000_00, 216_000_00, 1_234_567_89)]
    assert shown == ["€ 0", "€ 0,05", "€ 80", "€ 1.000", "€ 216.000", "€ 1.234.567,89"]


def test_what_costs_nothing_needs_no_budget() -> None:
    unset = replace(P03, budgets=())
    assert budget.refusal(unset, [], YEAR) is Refusal.NO_BUDGET
    assert budget.refusal(unset, [], replace(YEAR, cents=0)) is None


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        *(("1200", 1_200_00), ("€ 1.200", 1_200_00), ("10,71", 10_71), ("1.200,50", 1_200_50)),
        *(("10,5", 10_50), ("10.7", 10_70), ("1.531,5", 1_531_50), ("0", 0)),
    ],
)
def test_euros_are_read_as_people_write_them(typed: str, cents: int) -> None:
    assert budget.cents(typed) == cents


@pytest.mark.parametrize(
    ("price", "hours", "cents"),
    [("10,5", "52,5", 551_25), ("10,71", "143 uur", 1_531_53), ("0,01", "0,5", 1), ("10", "", 0)],
)
def test_parts_of_an_hour_and_of_a_euro_count(price: str, hours: str, cents: int) -> None:
    assert childcare_place.monthly({"price": price, "hours": hours}) == cents


@pytest.mark.parametrize(
    "typed", ["", "0", "-5", "elf", "745", "744,5", "52,555", "1e2", "5 dagen"]
)
def test_what_are_no_hours_of_a_month_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=re.escape(typed) or "^$"):
        childcare_place.hours(typed)


@pytest.mark.parametrize("typed", ["", "-5", "1,", "1,234", "1.20.000", "elf", "12 000", "1e3"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=re.escape(typed) or "^$"):
        budget.cents(typed)
