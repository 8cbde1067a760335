"""The clock of a signal, what it asks of people, and where worries about bills go."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework import arrears
from casework.arrears import Phase, Todo, Window
from casework.debts import KINDS, DebtRoute, Member, routed
from casework.requests import ended, following, states

BEGAN = date(2026, 10, 1)
DAYS_OF_TOWN = Window(first_day=30, last_day=100, warn_days=14)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
WINDOWS = st.tuples(st.integers(1, 200), st.integers(2, 200), st.integers(1, 200)).map(
    lambda found: Window(found[0], found[0] + found[1], min(found[2], found[1] - 1))
)


@pytest.mark.parametrize(
    ("days", "left", "phase"),
    [
        (0, 100, Phase.EARLY),
        (29, 71, Phase.EARLY),
        (30, 70, Phase.OPEN),
        (85, 15, Phase.OPEN),
        (86, 14, Phase.NEAR),
        (100, 0, Phase.NEAR),  # the last day is still a day
        (101, 0, Phase.OVER),
        (400, 0, Phase.OVER),
    ],
)
def test_the_clock_by_example(days: int, left: int, phase: Phase) -> None:
    now = arrears.clock(BEGAN, BEGAN + timedelta(days=days), DAYS_OF_TOWN)
    assert (now.days, now.left, now.phase) == (days, left, phase)


@given(began=DAYS, after=st.integers(-400, 2_000), window=WINDOWS)
def test_the_clock_is_never_negative_and_never_goes_back(
    began: date, after: int, window: Window
) -> None:
    today = began + timedelta(days=after)
    now = arrears.clock(began, today, window)
    next_ = arrears.clock(began, today + timedelta(days=1), window)
    assert now.days >= 0
    assert now.left >= 0
    assert now.days <= next_.days
    assert now.left >= next_.left
    assert list(Phase).index(now.phase) <= list(Phase).index(next_.phase)
    assert (now.phase is Phase.OVER) == (today > now.last)
    assert (now.phase is Phase.EARLY) == (today < now.first)
    assert now.runs == (now.first <= today <= now.last)
    if 0 <= after <= window.last_day:
        assert now.days + now.left == window.last_day
    if now.phase is Phase.NEAR:
        assert now.left <= window.warn_days


@pytest.mark.parametrize("state", states(arrears.PROGRAMME))
@pytest.mark.parametrize("days", [0, 30, 100, 101])
def test_every_signal_says_what_to_do(state: str, days: int) -> None:
    now = arrears.clock(BEGAN, BEGAN + timedelta(days=days), DAYS_OF_TOWN)
    do = arrears.todo(state, now)
    assert (do in (Todo.DONE, Todo.LEAVE)) == ended(arrears.PROGRAMME, state)


def test_no_is_the_end() -> None:
    assert following(arrears.PROGRAMME, "declined") == ()
    late = arrears.clock(BEGAN, BEGAN + timedelta(days=200), DAYS_OF_TOWN)
    assert arrears.todo("declined", late) is Todo.LEAVE
    assert arrears.todo("wants", late) is Todo.CONTACT  # she waits for us, whatever the clock says


TABLE = (
    DebtRoute("b", frozenset({"rent", "tax"}), Member.CONSULTANT, "Tweede"),
    DebtRoute("a", frozenset({"water"}), Member.NEIGHBOURHOOD_WORKER, "Eerste"),
)


def test_each_row_of_the_table_once_with_all_that_is_its_own() -> None:
    found = [(one.id, kinds) for one, kinds in routed(TABLE, ["water", "tax", "rent", "other"])]
    assert found == [("b", ("rent", "tax")), ("a", ("water",))]


@given(st.sets(st.sampled_from(KINDS)))
def test_nothing_goes_two_ways(kinds: set[str]) -> None:
    gone = [kind for _, mine in routed(TABLE, kinds) for kind in mine]
    assert len(gone) == len(set(gone))
    assert set(gone) == kinds & {"rent", "tax", "water"}
