"""The figures of a council letter: what was counted from day to day, as it may be shown. Pure.

Ledger → the half years of a range (`_Kin`: what each shows, and how finely) → sums → blocks.
Which numbers are shown, and why, is `casework.small_numbers`. Nothing here names or describes a
family; a state of a request is counted when it was reached for the first time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate, pairwise

from casework import requests, tallies
from casework.days import Span
from casework.small_numbers import HALF_YEAR, MONTH, QUARTER, atoms, cell, cells, small, together
from casework.tallies import Tally

CHILDCARE = "bridging_childcare"
FAMILIES, TALKS, CONTACT = "families", "talks", "contact"  # blocks, beside one for each programme


class Shown(StrEnum):
    """How a count appears."""

    EXACT = "exact"
    FEW = "few"  # 1 to 4
    WITHHELD = "withheld"  # it would give away a small one


@dataclass(frozen=True, slots=True)
class Figure:
    """One count. `number` is None where it is not shown."""

    what: str  # a code of casework.tallies; of hours: contact/<from>-<to>, see `hours`
    number: int | None
    shown: Shown = Shown.EXACT


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: 0, or at least 5."""

    span: Span
    number: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A count over time, no finer than is safe."""

    what: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many in a hundred of the talks that were planned in a half year were held."""

    span: Span
    percent: int


@dataclass(frozen=True, slots=True)
class Block:
    """What belongs together in one table, with its charts."""

    name: str  # FAMILIES, TALKS, CONTACT, or the id of a programme
    figures: tuple[Figure, ...]
    charts: tuple[Chart, ...] = ()
    shares: tuple[Share, ...] = ()  # of TALKS: does it go up?


@dataclass(frozen=True, slots=True)
class Report:
    """All that one letter tells."""

    span: Span
    blocks: tuple[Block, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing at all was counted."""
        shown = (one for block in self.blocks for one in block.figures)
        return all(one.number == 0 for one in shown)


_FAMILIES = (
    tallies.SIGNED_UP,
    tallies.INTAKE,
    tallies.HANDED_OVER,
    tallies.CLOSED,
    tallies.REOPENED,
    tallies.ERASED,
    tallies.EXPIRED,
)
_TALKS = (
    tallies.TALK_PLANNED,
    tallies.TALK_HELD,
    tallies.TALK_MISSED,
    tallies.TALK_CANCELLED,
)
_PLACED, _ENDED = tallies.given(CHILDCARE), tallies.ended(CHILDCARE)
_CHILDCARE = (tallies.CHILDCARE_ASKED, _PLACED, tallies.CHILDCARE_WAITING, _ENDED)
_PARTS = {  # of these a count is the sum of the others, and of what nobody counted yet
    tallies.TALK_PLANNED: _TALKS[1:],
    tallies.CHILDCARE_ASKED: (_PLACED, tallies.CHILDCARE_WAITING),
}
_CHARTS = (tallies.SIGNED_UP, tallies.TALK_HELD, _PLACED)

TOGETHER = 2  # half years with "<5" of which the sum is told as "<5" too
_BUCKETS = tuple(f"{tallies.CONTACT}/{place}" for place in range(len(tallies.HOURS) + 1))


class _Ledger:
    """What was counted, to be summed over days."""

    def __init__(self, rows: Iterable[Tally], today: date) -> None:
        self._rows, self._today = sorted(rows, key=lambda row: row.day), today
        counted: dict[str, list[Tally]] = {}
        for row in self._rows:
            counted.setdefault(row.what, []).append(row)
        self._days = {what: [row.day for row in each] for what, each in counted.items()}
        self._sums = {
            what: [0, *accumulate(row.number for row in each)] for what, each in counted.items()
        }

    def codes(self) -> Iterable[str]:
        return self._days

    def within(self, what: str, span: Span) -> int:
        """How often; of a stock how many there are at the end of the range."""
        days = self._days.get(what, [])
        until = self._sums.get(what, [0])[bisect_right(days, span.last)]
        if not _adds_up(what):
            return max(0, until)
        return until - self._sums.get(what, [0])[bisect_left(days, span.first)]

    def rounded(self, span: Span, codes: Iterable[str]) -> Span:
        """The range with the days around it on which nothing can have been counted."""
        first, last = span.first, span.last
        if not self._rows or first <= self._rows[0].day:
            first = cell(first, HALF_YEAR).first
        rest = Span(last + timedelta(days=1), cell(last, HALF_YEAR).last)
        if last >= self._today and not any(
            self.within(what, rest) for what in codes if _adds_up(what)
        ):
            last = rest.last
        return Span(first, last)

    def joined(self, codes: Sequence[str], what: str) -> _Ledger:
        """The same with these codes as one. All rows stay, for they say when counting began."""
        rows = (Tally(r.day, what if r.what in codes else "", r.number) for r in self._rows)
        return _Ledger(rows, self._today)


def _adds_up(what: str) -> bool:
    """Whether numbers of months add up; a stock does not."""
    return what != tallies.CHILDCARE_WAITING


class _Kin:
    """Counts that are part of each other, as any range shows them."""

    def __init__(self, ledger: _Ledger, codes: Sequence[str]) -> None:
        self._ledger, self._codes = ledger, codes
        self._halves: dict[Span, tuple[dict[str, Figure], list[Span]]] = {}

    def figure(self, what: str, asked: Span) -> Figure:
        """This count over these days."""
        span = self._ledger.rounded(asked, self._codes)
        parts = [self._part(what, part) for part in cells(span, HALF_YEAR)]
        if not _adds_up(what):
            return parts[-1]
        if all(part.shown is Shown.EXACT for part in parts):
            return Figure(what, sum(part.number or 0 for part in parts))
        return Figure(what, None, Shown.FEW if self._few(what, parts, span) else Shown.WITHHELD)

    def _few(self, what: str, parts: Sequence[Figure], span: Span) -> bool:
        """Whether no more than two half years counted any, together few. Of three or more "<5"
        would say too much: four half years of each at least one are one each."""
        some = [part for part in parts if part.number != 0]
        halves = Span(cell(span.first, HALF_YEAR).first, cell(span.last, HALF_YEAR).last)
        few = all(part.shown is Shown.FEW for part in some)
        return few and len(some) <= TOGETHER and small(self._ledger.within(what, halves))

    def _part(self, what: str, span: Span) -> Figure:
        """This count over days of one half year."""
        half = cell(span.first, HALF_YEAR)
        figures, finest = self._half(half)
        whole = figures[what]
        if span == half:
            return whole
        if not _adds_up(what):
            ends = any(span.last == atom.last for atom in finest)
            return self._exact(what, span) if ends else Figure(what, None, Shown.WITHHELD)
        if whole.number == 0 or whole.shown is Shown.FEW:
            return whole
        inside = [atom for atom in finest if span.covers(atom)]
        if inside and (inside[0].first, inside[-1].last) == (span.first, span.last):
            return self._exact(what, span)
        return Figure(what, None, Shown.WITHHELD)

    def _half(self, half: Span) -> tuple[dict[str, Figure], list[Span]]:
        """What a half year shows, and the finest that its months may be shown in."""
        if half not in self._halves:
            counted = {what: self._exact(what, half) for what in self._codes}
            shown = {what: _whole(counted, what) for what in self._codes}
            open_ = all(one.shown is Shown.EXACT for one in shown.values())
            self._halves[half] = shown, atoms(half, self._counts) if open_ else [half]
        return self._halves[half]

    def _counts(self, span: Span) -> Iterator[int]:
        return (self._ledger.within(what, span) for what in self._codes)

    def _exact(self, what: str, span: Span) -> Figure:
        number = self._ledger.within(what, span)
        return Figure(what, None, Shown.FEW) if small(number) else Figure(what, number)


def _whole(counted: dict[str, Figure], what: str) -> Figure:
    """Withheld when one of its parts is small."""
    one = counted[what]
    parts = (counted[part] for part in parts_of(what) if part in counted)
    hides = one.shown is Shown.EXACT and any(part.shown is Shown.FEW for part in parts)
    return Figure(what, None, Shown.WITHHELD) if hides else one


def parts_of(what: str) -> tuple[str, ...]:
    """The counts that this one is made up of, with what is not counted yet."""
    if what in _PARTS:
        return _PARTS[what]
    programme, _, rest = what.partition("/")
    if programme not in requests.programmes():
        return ()
    kind, _, state = rest.partition("/")
    after = requests.following(programme, state)
    return tuple(tallies.reached(programme, kind, one) for one in after)


def report(rows: Iterable[Tally], span: Span, today: date) -> Report:
    """The letter of these days. `rows`: all that was counted up to the end of the half year
    that the last day is in; `today`: later days have no counts yet, but for talks."""
    ledger = _Ledger(rows, today)
    blocks = [
        _block(FAMILIES, [[what] for what in _FAMILIES], ledger, span),
        Block(CONTACT, tuple(_hours(ledger, span))),
        replace(_block(TALKS, [_TALKS], ledger, span), shares=_shares(ledger, span, today)),
        _block(CHILDCARE, [_CHILDCARE], ledger, span),
        *(_block(name, kinds, ledger, span) for name, kinds in _asked(ledger, span)),
    ]
    return Report(span, tuple(blocks))


def _asked(ledger: _Ledger, span: Span) -> Iterator[tuple[str, list[list[str]]]]:
    """What was asked, by programme: for each kind its states, in their order."""
    counted = [what.split("/") for what in ledger.codes() if ledger.within(what, span)]
    for programme in sorted(requests.programmes()):
        if kinds := sorted({what[1] for what in counted if what[0] == programme}):
            states = requests.states(programme)
            yield programme, [[tallies.reached(programme, k, s) for s in states] for k in kinds]


def _block(name: str, kin: Iterable[Sequence[str]], ledger: _Ledger, span: Span) -> Block:
    figures: list[Figure] = []
    charts: list[Chart] = []
    for codes in kin:
        counts = _Kin(ledger, codes)
        shown = [counts.figure(what, span) for what in codes]
        figures += shown
        charts += [_chart(counts, one, span) for one in shown if one.what in _CHARTS and one.number]
    return Block(name, tuple(figures), tuple(charts))


def _shares(ledger: _Ledger, span: Span, today: date) -> tuple[Share, ...]:
    """Of the half years of the range that are over, and the one before; from what they show."""
    counts, found = _Kin(ledger, _TALKS), []
    before = cell(cell(span.first, HALF_YEAR).first - timedelta(days=1), HALF_YEAR)
    for half in cells(Span(before.first, cell(span.last, HALF_YEAR).last), HALF_YEAR):
        planned = counts.figure(tallies.TALK_PLANNED, half).number
        held = counts.figure(tallies.TALK_HELD, half).number
        if half.last < today and planned and held is not None:
            found.append(Share(half, round(100 * held / planned)))
    return tuple(found)


def _chart(counts: _Kin, shown: Figure, span: Span) -> Chart:
    """The finest bars that are safe; a count that is shown has at least the one bar."""
    for months in (MONTH, QUARTER, HALF_YEAR):
        found = [(part, counts.figure(shown.what, part).number) for part in cells(span, months)]
        bars = tuple(Bar(part, number) for part, number in found if number is not None)
        if len(bars) == len(found):
            return Chart(shown.what, bars)
    return Chart(shown.what, (Bar(span, shown.number or 0),))


def _hours(ledger: _Ledger, asked: Span) -> list[Figure]:
    """How long the first contact took: `contact/4-8` is from 4 to under 8 working hours.

    Buckets are put together until none is small in any half year; of other days there is the sum.
    """
    edges = ["0", *map(str, tallies.HOURS), ""]
    span = ledger.rounded(asked, _BUCKETS)
    halves = cells(span, HALF_YEAR)
    found = {0, len(_BUCKETS)}
    if halves[0] == cell(span.first, HALF_YEAR) and halves[-1] == cell(span.last, HALF_YEAR):
        found = set(range(len(edges)))
        for half in halves:
            groups = together([ledger.within(bucket, half) for bucket in _BUCKETS])
            found &= {0, *(stop for _, stop in groups)}
    return [
        _sum(ledger, asked, _BUCKETS[start:stop], f"{tallies.CONTACT}/{edges[start]}-{edges[stop]}")
        for start, stop in pairwise(sorted(found))
    ]


def _sum(ledger: _Ledger, span: Span, codes: Sequence[str], what: str) -> Figure:
    """Several counts as one."""
    return _Kin(ledger.joined(codes, what), [what]).figure(what, span)
