"""The figures of a council letter: what was counted from day to day, as it may be shown. Pure.

Ledger → the half years of a range (`Kin`: what each shows, and how finely) → sums → blocks.
Which numbers are shown, and why, is `casework.small_numbers`. Nothing here names or describes a
family; a state of a request is counted when it was reached for the first time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from casework import requests, tallies
from casework.days import Span
from casework.kin import Figure, Kin, Ledger
from casework.small_numbers import HALF_YEAR, MONTH, QUARTER, cells, together, widened
from casework.tallies import CHILDCARE, Tally

FAMILIES, TALKS, CONTACT = "families", "talks", "contact"  # blocks, beside one for each programme


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
    (tallies.SIGNED_UP, tallies.INTAKE, tallies.HANDED_OVER),
    *([what] for what in (tallies.CLOSED, tallies.REOPENED, tallies.ERASED, tallies.EXPIRED)),
)
_TALKS = (
    tallies.TALK_PLANNED,
    tallies.TALK_HELD,
    tallies.TALK_MISSED,
    tallies.TALK_CANCELLED,
)
_PLACED, _ENDED = tallies.given(CHILDCARE), tallies.ended(CHILDCARE)
_CHILDCARE = (tallies.CHILDCARE_ASKED, _PLACED, tallies.CHILDCARE_WAITING, _ENDED)
_CHARTS = (tallies.SIGNED_UP, tallies.TALK_HELD, _PLACED)
_BUCKETS = tuple(f"{tallies.CONTACT}/{place}" for place in range(len(tallies.HOURS) + 1))


def report(rows: Iterable[Tally], span: Span, today: date, running: Collection[str] = ()) -> Report:
    """The letter of these days. `rows`: all that was counted up to the end of the half year
    that the last day is in; `today`: later days have no counts yet, but for talks; `running`:
    what the town offered in these days, which is told of even when nobody asked for it."""
    ledger = Ledger(rows, today)
    blocks = [
        _block(FAMILIES, _FAMILIES, ledger, span),
        Block(CONTACT, tuple(_hours(ledger, span))),
        replace(_block(TALKS, [_TALKS], ledger, span), shares=_shares(ledger, span, today)),
        _block(CHILDCARE, [_CHILDCARE], ledger, span),
        *(_block(name, kinds, ledger, span) for name, kinds in _asked(ledger, span, running)),
    ]
    return Report(span, tuple(blocks))


def _asked(
    ledger: Ledger, span: Span, running: Collection[str]
) -> Iterator[tuple[str, list[list[str]]]]:
    """What was asked, by programme: for each kind its states, in their order.

    Which rows there are tells no more than the half years do: else it would date a small count.
    """
    halves = widened(span, HALF_YEAR)
    counted = [what.split("/") for what in ledger.codes() if ledger.within(what, halves)]
    for programme in sorted(requests.programmes()):
        kinds = {what[1] for what in counted if what[0] == programme}
        if not kinds and programme in running:
            kinds = {""}
        if kinds:
            states = requests.states(programme)
            reached = [[tallies.reached(programme, k, s) for s in states] for k in sorted(kinds)]
            yield programme, reached


def _block(name: str, kin: Iterable[Sequence[str]], ledger: Ledger, span: Span) -> Block:
    figures: list[Figure] = []
    charts: list[Chart] = []
    for codes in kin:
        counts = Kin(ledger, codes)
        shown = [counts.figure(what, span) for what in codes]
        figures += shown
        charts += [_chart(counts, one, span) for one in shown if one.what in _CHARTS and one.number]
    return Block(name, tuple(figures), tuple(charts))


def _shares(ledger: Ledger, span: Span, today: date) -> tuple[Share, ...]:
    """Of the half years of the range that are over, and the one before; from what they show."""
    counts, found = Kin(ledger, _TALKS), []
    before = widened(span, HALF_YEAR).first - timedelta(days=1)
    for half in cells(widened(Span(before, span.last), HALF_YEAR), HALF_YEAR):
        planned = counts.figure(tallies.TALK_PLANNED, half).number
        held = counts.figure(tallies.TALK_HELD, half).number
        if half.last < today and planned and held is not None:
            found.append(Share(half, round(100 * held / planned)))
    return tuple(found)


def _chart(counts: Kin, shown: Figure, span: Span) -> Chart:
    """The finest bars that are safe; a count that is shown has at least the one bar."""
    for months in (MONTH, QUARTER, HALF_YEAR):
        found = [(part, counts.figure(shown.what, part).number) for part in cells(span, months)]
        bars = tuple(Bar(part, number) for part, number in found if number is not None)
        if len(bars) == len(found):
            return Chart(shown.what, bars)
    return Chart(shown.what, (Bar(span, shown.number or 0),))


def _hours(ledger: Ledger, asked: Span) -> list[Figure]:
    """How long the first contact took: `contact/4-8` is from 4 to under 8 working hours.

    Buckets are put together until none is small in any half year; of other days there is the sum.
    """
    edges = ["0", *map(str, tallies.HOURS), ""]
    span = ledger.rounded(asked, _BUCKETS)
    found = {0, len(_BUCKETS)}
    if span == widened(span, HALF_YEAR):
        found = set(range(len(edges)))
        for half in cells(span, HALF_YEAR):
            groups = together([ledger.within(bucket, half) for bucket in _BUCKETS])
            found &= {0, *(stop for _, stop in groups)}
    return [
        _sum(ledger, asked, _BUCKETS[start:stop], f"{tallies.CONTACT}/{edges[start]}-{edges[stop]}")
        for start, stop in pairwise(sorted(found))
    ]


def _sum(ledger: Ledger, span: Span, codes: Sequence[str], what: str) -> Figure:
    """Several counts as one."""
    return Kin(ledger.joined(codes, what), [what]).figure(what, span)
