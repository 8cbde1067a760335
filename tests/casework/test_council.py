"""The council letter's figures: right where shown, and no small one to be worked out from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import council
from casework.council import Report
from casework.days import Span
from casework.kin import Figure, Kin, Ledger, Shown, parts_of
from casework.small_numbers import FEWEST, atoms, cells, small, together
from casework.tallies import Tally

HALF = Span(date(2026, 7, 1), date(2026, 12, 31))
LATER = date(2028, 1, 1)  # when letters are written: every range is over
SIGNED, HELD, PLANNED, MISSED = "signed_up", "talk_held", "talk_planned", "talk_missed"


def report(counted: Iterable[Tally], span: Span, today: date = LATER) -> Report:
    return council.report(counted, span, today)


def days(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


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
    counted = [*rows(PLANNED, july=9), *rows(HELD, july=6), *rows(MISSED, july=3)]
    letter = report(counted, HALF)
    assert figure(letter, PLANNED).shown is Shown.WITHHELD
    assert figure(letter, HELD).number == 6
    assert figure(letter, MISSED).shown is Shown.FEW
    many = [*counted, *rows(PLANNED, august=6)]  # 6 to 8 talks of which nobody said how it went
    assert figure(report(many, HALF), PLANNED).number == 15


def test_a_whole_with_a_small_rest_is_withheld() -> None:
    """Two stopped half-way, of two talks nobody said how they went, two wait for a fund."""
    for whole, part in (
        (SIGNED, "intake"),
        (SIGNED, "handed_over"),
        ("intake", "handed_over"),
        (PLANNED, HELD),
        ("child_package/sport/asked", "child_package/sport/sent"),
        ("child_package/sport/asked", "child_package/sport/arranged"),
        ("baby_package/baby/referred", "baby_package/baby/granted"),
    ):
        for beyond, shown in ((0, True), (2, False), (4, False), (5, True), (-2, True)):
            letter = report([*rows(whole, july=9 + beyond), *rows(part, july=9)], HALF)
            assert (figure(letter, whole).number is not None) == shown, (whole, beyond)
            assert figure(letter, part).number == 9


def test_what_hides_a_small_rest_is_not_given_away_by_what_it_is_part_of() -> None:
    """15 that are shown beside 9 would say that the intake is 10: 14 or more leave 1 to 4."""
    arrived = [*rows("intake", july=10), *rows("handed_over", july=9)]
    for signed, shown in ((15, False), (17, False), (18, True)):
        letter = report([*rows(SIGNED, july=signed), *arrived], HALF)
        assert figure(letter, "intake").shown is Shown.WITHHELD
        assert (figure(letter, SIGNED).number is not None) == shown


def test_no_row_says_on_which_day_something_small_was_asked() -> None:
    """A kind has its rows in all of the half year in which it was counted, or in none of it."""
    counted = [Tally(date(2026, 7, 15), "breakthrough//asked", 1), _BEGAN]
    for span in (HALF, days("2026-07-15", "2026-07-15"), days("2026-07-16", "2026-07-16")):
        letter = report(counted, span)
        assert letter.blocks[-1].name == "breakthrough"
        assert figure(letter, "breakthrough//asked").shown is Shown.FEW


def test_what_the_town_offers_is_there_with_nobody() -> None:
    letter = council.report([], HALF, LATER, {"baby_package", "bridging_childcare", "dental_care"})
    assert [block.name for block in letter.blocks[4:]] == ["baby_package"]
    assert {one.number for one in letter.blocks[-1].figures} == {0}
    assert letter.empty


def test_whether_more_of_the_planned_talks_are_held() -> None:
    def shares(first: Tally, *talks: Tally, today: date = LATER) -> list[tuple[int, int]]:
        (told,) = [one.shares for one in report([first, *talks], HALF, today).blocks if one.shares]
        return [(share.span.first.month, share.percent) for share in told]

    spring = [Tally(date(2026, 3, 3), PLANNED, 14), Tally(date(2026, 3, 3), HELD, 9)]
    autumn = [*rows(PLANNED, july=15, october=6), *rows(HELD, july=10, october=6)]
    assert shares(*spring, *autumn) == [(1, 64), (7, 76)]
    assert shares(*spring, *autumn, today=HALF.last) == [(1, 64)]  # talks may still be held
    missed = rows(MISSED, july=2)  # <5: how many were planned is withheld
    assert shares(*spring, *autumn, *missed) == [(1, 64)]


def test_a_chart_is_no_finer_than_is_safe() -> None:
    def bars(**months: int) -> list[int]:
        letter = report(rows(SIGNED, **months), HALF)
        return [bar.number for chart in letter.blocks[0].charts for bar in chart.bars]

    assert bars(july=5, august=6, october=7) == [5, 6, 0, 7, 0, 0]
    assert bars(july=5, august=1, october=7) == [6, 7]
    assert bars(july=5, october=2) == [7]
    assert bars(july=2, october=2) == []


def test_days_that_cut_a_month_or_a_quarter_in_two_are_withheld() -> None:
    counted = rows(SIGNED, july=8, september=2, december=6)
    for span, number in (
        (HALF, 16),
        (days("2026-07-01", "2026-09-30"), 10),
        (days("2026-10-01", "2026-12-31"), 6),
        (days("2026-10-01", "2026-11-30"), 0),
        (days("2026-07-01", "2026-11-30"), 10),
        (days("2026-07-01", "2026-08-31"), None),  # less than the quarter by 2
        (days("2026-07-02", "2026-12-31"), None),
        (days("2026-10-01", "2026-12-05"), None),
    ):
        shown = figure(report([Tally(date(2026, 2, 2), "erased", 9), *counted], span), SIGNED)
        assert shown.number == number, span
        assert shown.shown is (Shown.WITHHELD if number is None else Shown.EXACT), span


def test_of_a_half_year_with_few_every_month_has_few() -> None:
    """Else four months of one each would show as four times "<5" in a half year of "<5"."""
    counted = rows(SIGNED, july=1, august=2)
    for span in (HALF, days("2026-07-01", "2026-07-31"), days("2026-11-04", "2026-11-09")):
        assert figure(report(counted, span), SIGNED).shown is Shown.FEW


def test_half_years_with_few_are_told_together_as_few_or_not_at_all() -> None:
    spring = Tally(date(2026, 3, 3), SIGNED, 2)
    for number, shown in ((2, Shown.FEW), (3, Shown.WITHHELD), (9, Shown.WITHHELD)):
        year = report([spring, *rows(SIGNED, july=number)], days("2026-01-01", "2026-12-31"))
        assert figure(year, SIGNED).shown is shown


def test_days_before_the_first_count_and_after_today_are_nobody() -> None:
    counted = rows(SIGNED, july=3, august=4)
    began, today = date(2026, 7, 5), date(2026, 8, 20)
    assert figure(report(counted, Span(began, HALF.last)), SIGNED).number == 7
    assert figure(report(counted, Span(began, today), today), SIGNED).number == 7
    assert figure(report(counted, Span(began, today), LATER), SIGNED).shown is Shown.WITHHELD
    planned = [*counted, Tally(date(2026, 8, 25), PLANNED, 6)]
    shown = report(planned, Span(HALF.first, today), today)
    assert figure(shown, PLANNED).shown is Shown.WITHHELD
    assert figure(shown, SIGNED).number == 7


def test_a_half_year_is_cut_as_finely_as_is_safe() -> None:
    def cut(*months: int) -> list[str]:
        ledger = dict(zip(cells(HALF, 1), months, strict=True))
        found = atoms(HALF, lambda span: [sum(n for m, n in ledger.items() if span.covers(m))])
        return [f"{one.first.month}-{one.last.month}" for one in found]

    assert cut(5, 0, 6, 7, 1, 0) == ["7-7", "8-8", "9-9", "10-12"]
    assert cut(5, 0, 6, 1, 1, 0) == ["7-12"]
    assert cut(0, 0, 0, 0, 0, 0) == [f"{m}-{m}" for m in range(7, 13)]


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


CODES = (
    SIGNED, "intake", "talk_planned", "talk_held", MISSED, "talk_cancelled",
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
        for parts in parts_of(what):
            few = [part for part in parts if shown[part].shown is Shown.FEW]
            known = [shown[part].number or 0 for part in parts]
            rest = None if one.number is None else one.number - sum(known)
            assert few or None in {shown[part].number for part in parts} or not small(rest or 0)
            worlds = [w for w in product(range(1, FEWEST), repeat=len(few))
                      if rest is None or (sum(w) <= rest and not small(rest - sum(w)))]  # fmt: skip
            for number, part in enumerate(few):
                assert {world[number] for world in worlds} == {1, 2, 3, 4}, (what, part)
    for block in letter.blocks:
        for chart in block.charts:
            numbers = [bar.number for bar in chart.bars]
            assert sum(numbers) == shown[chart.what].number
            sums = (sum(numbers[a:b]) for a in range(len(numbers)) for b in range(a, len(numbers)))
            assert not any(map(small, sums))


@settings(max_examples=80, deadline=None)
@given(_DENSE, st.lists(_HALVES | _RANGES, min_size=2, max_size=6))
def test_letters_of_any_days_side_by_side_give_no_small_number(
    ledger: list[Tally], spans: list[Span]
) -> None:
    for what in (SIGNED, HELD, PLANNED):
        numbers = [figure(report(ledger, span), what).number for span in spans]
        told = [(one, n) for one, n in zip(spans, numbers, strict=True) if n is not None]
        for span, number in told:
            assert number == sum(r.number for r in ledger if r.what == what and r.day in span)
            for other, more in told:
                if other.covers(span):
                    assert not small(more - number), (what, span, other)


def _runs(edges: Sequence[date]) -> list[Span]:
    """Every range from one of these days to the day before another."""
    day = timedelta(days=1)
    return [Span(one, other - day) for one in edges for other in edges if one < other]


def _halves(*numbers: int) -> list[Tally]:
    months = [date(2026, 2, 9), date(2026, 8, 9), date(2027, 2, 9), date(2027, 8, 9)]
    return [Tally(day, SIGNED, n) for day, n in zip(months, numbers, strict=True) if n]


def _months(*numbers: int) -> list[Tally]:
    return rows(SIGNED, **dict(zip(("july", "august", "october"), numbers, strict=True)))


def _untold(held: int, untold: int, held_later: int, untold_later: int) -> list[Tally]:
    """Of some talks nobody said how they went."""
    return [
        *rows(PLANNED, july=held + untold, october=held_later + untold_later),
        *rows(HELD, july=held, october=held_later),
    ]


def _arriving(handed_over: int, waiting: int, stopped: int) -> list[Tally]:
    """They got their people, finished the intake only, or stopped half-way."""
    return [
        *rows(SIGNED, july=handed_over + waiting + stopped),
        *rows("intake", july=handed_over + waiting),
        *rows("handed_over", july=handed_over),
    ]


def _talks(held: int, missed: int, held_later: int, missed_later: int) -> list[Tally]:
    """Nobody has a talk to come: held and missed are all there is."""
    return [
        *rows(PLANNED, july=held + missed, october=held_later + missed_later),
        *rows(HELD, july=held, october=held_later),
        *rows(MISSED, july=missed, october=missed_later),
    ]


def _up_to(total: int, cells: int = 3) -> list[tuple[int, ...]]:
    """Every ledger with at most so many in it."""
    if not cells:
        return [()]
    return [(n, *rest) for n in range(total + 1) for rest in _up_to(total - n, cells - 1)]


_OF_TALKS = [PLANNED, HELD, MISSED]
_BEGAN = Tally(date(2025, 7, 9), "erased", 9)  # counting did not begin with what we look at
_HALF_YEARS = _runs([date(2026, 1, 1), HALF.first, date(2027, 1, 1), date(2027, 7, 1), LATER])
_MONTHS = _runs([*(one.first for one in cells(HALF, 1)[:4]), date(2027, 1, 1)])
_ODD = _runs([date(2026, 7, 4), date(2026, 7, 6), date(2026, 10, 6)])
_BOTH = Span(date(2026, 1, 1), HALF.last)
_QUARTERS = _runs([HALF.first, date(2026, 10, 1), date(2027, 1, 1)])


@pytest.mark.parametrize(
    ("made", "ledgers", "spans", "codes", "hidden"),
    [
        (_halves, list(product(range(5), repeat=4)), _HALF_YEARS, [SIGNED], 0),
        (_months, _up_to(9), _MONTHS + _ODD, [SIGNED], 0),
        (_talks, list(product(range(6), repeat=4)), _QUARTERS, _OF_TALKS, 0),
        (_untold, _up_to(16, cells=4), _QUARTERS, _OF_TALKS, 4),
        (_arriving, _up_to(24), [HALF], [SIGNED, "intake", "handed_over"], 8),
    ],
    ids=["half years", "months and odd days", "parts of a whole", "its rest", "rests in a row"],
)
def test_who_asks_for_every_letter_still_cannot_tell_a_small_number(
    made: Callable[..., list[Tally]],
    ledgers: list[tuple[int, ...]],
    spans: list[Span],
    codes: list[str],
    hidden: int,
) -> None:
    """Every ledger there can be, and what all letters say of it: of ledgers that look alike no
    cell with a small number is the same in all. `hidden`: what looks like the largest ledger may
    have so many more, and is not among them; so the largest are not judged."""
    most = max(map(sum, ledgers)) - hidden
    alike: dict[tuple[object, ...], list[tuple[int, ...]]] = {}
    for ledger in ledgers:
        counts = Kin(Ledger([_BEGAN, *made(*ledger)], LATER), codes)
        seen = tuple(counts.figure(what, span) for span in spans for what in codes)
        alike.setdefault(seen, []).append(ledger)
    for worlds in alike.values():
        assert min(map(sum, worlds)) > most or not _given_away(worlds), worlds
    assert len(alike) > 20


def _given_away(worlds: Sequence[tuple[int, ...]]) -> bool:
    """Whether some cells together are small, and the same in all of these ledgers."""
    size = len(worlds[0])
    some = (which for n in range(1, size + 1) for which in combinations(range(size), n))
    sums = ({sum(world[place] for place in which) for world in worlds} for which in some)
    return any(len(each) == 1 and small(*each) for each in sums)


def test_which_rows_and_blocks_there_are_gives_no_small_number_away() -> None:
    """As above, of whole letters: what they say, and which blocks and rows they have."""
    spring, baby, granted = (
        "baby_package/baby/asked",
        "baby_package//asked",
        "baby_package//granted",
    )
    cells = [(date(2026, 2, 9), spring), (date(2026, 7, 5), baby), (date(2026, 10, 5), granted)]
    spans = [HALF, _BOTH, *_ODD, days("2026-07-05", "2026-07-05")]
    alike: dict[tuple[object, ...], list[tuple[int, ...]]] = {}
    for ledger in product((0, 1, 2, 5), repeat=3):
        counted = [Tally(*cell, n) for cell, n in zip(cells, ledger, strict=True) if n]
        letters = (
            council.report([_BEGAN, *counted], span, LATER, ["baby_package"]) for span in spans
        )
        alike.setdefault(tuple(letters), []).append(ledger)
    for worlds in alike.values():
        assert not _given_away(worlds), worlds
    assert len(alike) > 20
