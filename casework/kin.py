"""Counts that are part of each other, as a letter of any days may show them. Pure.

Which numbers may be shown, and why, is `casework.small_numbers`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate

from casework import requests, tallies
from casework.days import Span
from casework.small_numbers import FEWEST, HALF_YEAR, atoms, cell, cells, small, widened
from casework.tallies import Tally

_PARTS: Mapping[str, tuple[tuple[str, ...], ...]] = {  # see `parts_of`
    tallies.SIGNED_UP: ((tallies.INTAKE,), (tallies.HANDED_OVER,)),
    tallies.INTAKE: ((tallies.HANDED_OVER,),),
    tallies.TALK_PLANNED: ((tallies.TALK_HELD, tallies.TALK_MISSED, tallies.TALK_CANCELLED),),
    tallies.CHILDCARE_ASKED: ((tallies.given(tallies.CHILDCARE), tallies.CHILDCARE_WAITING),),
}
TOGETHER = 2  # half years with "<5" of which the sum is told as "<5" too


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


class Ledger:
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
        """Everything that was ever counted."""
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

    def joined(self, codes: Sequence[str], what: str) -> Ledger:
        """The same with these codes as one. All rows stay, for they say when counting began."""
        rows = (Tally(r.day, what if r.what in codes else "", r.number) for r in self._rows)
        return Ledger(rows, self._today)


def _adds_up(what: str) -> bool:
    """Whether numbers of months add up; a stock does not."""
    return what != tallies.CHILDCARE_WAITING


class Kin:
    """Counts that are part of each other, as any range shows them."""

    def __init__(self, ledger: Ledger, codes: Sequence[str]) -> None:
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
        few = all(part.shown is Shown.FEW for part in some)
        number = self._ledger.within(what, widened(span, HALF_YEAR))
        return few and len(some) <= TOGETHER and small(number)

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
            shown: dict[str, Figure] = {}
            for what in reversed(self._codes):  # what is part of it comes after it
                shown[what] = self._whole(what, half, shown)
            open_ = all(one.shown is Shown.EXACT for one in shown.values())
            self._halves[half] = shown, atoms(half, self._counts) if open_ else [half]
        return self._halves[half]

    def _whole(self, what: str, half: Span, shown: Mapping[str, Figure]) -> Figure:
        """Withheld when it and its parts would tell of a small part, or of a small rest."""
        one = self._exact(what, half)
        if one.number is None:
            return one
        for parts in self._parts_of(what):
            sure = all(shown[part].shown is Shown.EXACT for part in parts)
            rest = one.number - sum(self._most(part, shown) for part in parts)
            if small(rest) or (rest < FEWEST and not sure):
                return Figure(what, None, Shown.WITHHELD)
        return one

    def _most(self, what: str, shown: Mapping[str, Figure]) -> int:
        """The most that this count can be, for who knows only what is shown."""
        one = shown[what]
        if one.shown is not Shown.WITHHELD:
            return FEWEST - 1 if one.number is None else one.number
        sums = (sum(self._most(part, shown) for part in each) for each in self._parts_of(what))
        return max(sums) + FEWEST - 1

    def _parts_of(self, what: str) -> Iterator[list[str]]:
        for parts in parts_of(what):
            if among := [part for part in parts if part in self._codes]:
                yield among

    def _counts(self, span: Span) -> Iterator[int]:
        """All counts of these days, and what each has beyond its parts."""
        for what in self._codes:
            number = self._ledger.within(what, span)
            yield number
            for parts in self._parts_of(what):
                yield number - sum(self._ledger.within(part, span) for part in parts)

    def _exact(self, what: str, span: Span) -> Figure:
        number = self._ledger.within(what, span)
        return Figure(what, None, Shown.FEW) if small(number) else Figure(what, number)


def parts_of(what: str) -> tuple[tuple[str, ...], ...]:
    """What this count is made up of, beside a rest that is about people too; in each way there is.

    Of a request: how it went on from this state, and how it ended.
    """
    if what in _PARTS:
        return _PARTS[what]
    programme, _, rest = what.partition("/")
    if programme not in requests.programmes():
        return ()
    kind, _, state = rest.partition("/")
    ways = {requests.onward(programme, state), requests.ends(programme, state)} - {()}
    return tuple(tuple(tallies.reached(programme, kind, s) for s in way) for way in sorted(ways))
