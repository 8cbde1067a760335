"""The council letter's figures: right where shown, and no small one to be worked out from them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.council import Figure, Report, Shown, parts_of, pieces_end, report
from casework.small_numbers import FEWEST, Span, cell, cells, pieces, small, together
from casework.tallies import Tally

HALF = Span(date(2026, 7, 1), date(2026, 12, 31))
SIGNED, HELD, PLANNED = "signed_up", "talk_held", "talk_planned"


def rows(what: str, **months: int) -> list[Tally]:
    """So many on the fifth of july, august …"""
    names = ("july", "august", "september", "october", "november", "december")
    return [Tally(date(2026, 7 + names.index(m), 5), what, n) for m, n in months.items()]


def figure(letter: Report, what: str) -> Figure:
    return next(one for block in letter.blocks for one in block.figures if one.what == what)


def test_a_small_count_is_few_and_nothing_is_nothing() -> None:
    letter = report([*rows(SIGNED, july=3), *rows(HELD, july=5)], HALF)
    assert figure(letter, SIGNED) == Figure(SIGNED, None, Shown.FEW)
    assert figure(letter, HELD) == Figure(HELD, 5)
    assert figure(letter, "erased") == Figure("erased", 0)
    assert not letter.empty
    assert report([], HALF).empty


def test_a_whole_with_a_small_part_is_withheld() -> None:
    counted = [*rows(PLANNED, july=9), *rows(HELD, july=6), *rows("talk_missed", july=3)]
    letter = report(counted, HALF)
    assert figure(letter, PLANNED).shown is Shown.WITHHELD
    assert figure(letter, HELD).number == 6
    assert figure(letter, "talk_missed").shown is Shown.FEW
    assert figure(report(counted[:2], HALF), PLANNED).number == 9


def test_a_chart_is_no_finer_than_is_safe() -> None:
    def bars(**months: int) -> list[int]:
        letter = report(rows(SIGNED, **months), HALF)
        return [bar.number for chart in letter.blocks[0].charts for bar in chart.bars]

    assert bars(july=5, august=6, october=7) == [5, 6, 0, 7, 0, 0]
    assert bars(july=5, august=1, october=7) == [6, 7]
    assert bars(july=5, october=2) == [7]
    assert bars(july=2, october=2) == []


def test_a_range_that_can_be_subtracted_from_a_half_year_is_withheld() -> None:
    counted = [*rows(SIGNED, july=8, december=2)]
    assert figure(report(counted, HALF), SIGNED).number == 10
    short = Span(HALF.first, date(2026, 11, 30))
    assert pieces_end(short) == HALF.last
    assert figure(report(counted, short), SIGNED).shown is Shown.WITHHELD
    assert figure(report(rows(SIGNED, july=8), short), SIGNED).number == 8


def test_a_request_of_any_programme_has_its_block() -> None:
    counted = [*rows("baby_package/phase_1/granted", july=7, august=5)]
    block = report(counted, HALF).blocks[-1]
    assert block.name == "baby_package"
    assert [f.number for f in block.figures if f.what.endswith("/granted")] == [12]


def test_buckets_are_put_together_until_none_is_small() -> None:
    assert together([6, 0, 5, 7]) == [(0, 1), (1, 2), (2, 3), (3, 4)]
    assert together([2, 4, 0, 1]) == [(0, 4)]
    assert together([9, 0, 2, 1]) == [(0, 4)]
    assert together([1, 0, 0, 1]) == [(0, 4)]
    letter = report(
        [Tally(date(2026, 7, 5), "contact/0", 4), Tally(HALF.last, "contact/1", 2)], HALF
    )
    assert figure(letter, "contact/0-8").number == 6


def test_half_years_and_longer_ranges_of_them_need_no_care() -> None:
    assert pieces(HALF) == []
    assert pieces(Span(date(2026, 1, 1), HALF.last)) == []
    assert cell(date(2026, 11, 5), 3) == Span(date(2026, 10, 1), date(2026, 12, 31))


CODES = (
    SIGNED, "intake", "talk_planned", "talk_held", "talk_missed", "talk_cancelled",
    "childcare_asked", "given/bridging_childcare", "childcare_waiting", "ended/bridging_childcare",
    "contact/0", "contact/1", "contact/2", "contact/3",
    *(f"baby_package/one/{state}" for state in ("asked", "referred", "granted", "withdrawn")),
)  # fmt: skip
_DAYS = st.integers(0, 545).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
_NEAR = st.integers(0, 183).map(lambda n: HALF.first + timedelta(days=n))
_WIDE = st.lists(st.builds(Tally, _DAYS, st.sampled_from(CODES), st.integers(1, 9)), max_size=60)
_DENSE = st.lists(
    st.builds(Tally, _NEAR, st.sampled_from([SIGNED, HELD]), st.integers(1, 6)), max_size=9
)
_LEDGERS = _WIDE | _DENSE
_RANGES = st.builds(lambda one, other: Span(min(one, other), max(one, other)), _DAYS, _DAYS)
_EDGES = st.sampled_from([day for one in cells(HALF, 1) for day in (one.first, one.last)])
_HALVES = st.builds(
    lambda one, other: Span(min(one, other), max(one, other)), _NEAR | _EDGES, _EDGES
)


@settings(max_examples=200, deadline=None)
@given(_LEDGERS, _RANGES | st.just(HALF))
def test_nobody_can_work_out_a_small_number_from_one_letter(
    ledger: list[Tally], span: Span
) -> None:
    """An attacker who knows every rule, and what is part of what, still cannot tell 1 from 4."""
    letter = report(ledger, span)
    shown = {one.what: one for block in letter.blocks for one in block.figures}
    for what, one in shown.items():
        few = [part for part in parts_of(what) if shown[part].shown is Shown.FEW]
        known = [shown[part].number or 0 for part in parts_of(what)]
        for number, part in enumerate(few):
            rest = one.number if one.shown is Shown.EXACT else None
            worlds = [w for w in product(range(1, FEWEST), repeat=len(few))
                      if rest is None or sum(w) + sum(known) <= (rest or 0)]  # fmt: skip
            assert {world[number] for world in worlds} == {1, 2, 3, 4}, (what, part)
    for block in letter.blocks:
        for chart in block.charts:
            numbers = [bar.number for bar in chart.bars]
            assert sum(numbers) == shown[chart.what].number
            sums = (sum(numbers[a:b]) for a in range(len(numbers)) for b in range(a, len(numbers)))
            assert not any(map(small, sums))


@settings(max_examples=80, deadline=None)
@given(_DENSE, _HALVES)
def test_no_letter_less_that_of_whole_months_gives_a_small_number(
    ledger: list[Tally], span: Span
) -> None:
    letter = report(ledger, span)
    months = cells(HALF, 1)
    runs = [Span(one.first, other.last) for one in months for other in months]
    for other in (run for run in runs if run.first < run.last and run != span):
        theirs = report(ledger, other)
        nested = (other.first in span and other.last in span) or (
            span.first in other and span.last in other
        )
        edge = other.first == span.first or other.last == span.last
        for what in (SIGNED, HELD) if nested and edge else ():
            one, two = figure(letter, what).number, figure(theirs, what).number
            assert one is None or two is None or not small(abs(one - two)), (what, other)
