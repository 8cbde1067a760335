"""The figures of a council letter: what was counted from day to day, as it may be shown. Pure.

Which numbers are shown, and why, is `casework.small_numbers`. Nothing here names or describes a
family; a state of a request is counted when it was reached for the first time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework import requests, tallies
from casework.small_numbers import GRIDS, Span, cells, pieces, small, together
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
class Block:
    """What belongs together in one table, with its charts."""

    name: str  # FAMILIES, TALKS, CONTACT, or the id of a programme
    figures: tuple[Figure, ...]
    charts: tuple[Chart, ...] = ()


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


def pieces_end(span: Span) -> date:
    """The last day that the rules look at."""
    return max([span.last, *(piece.last for piece in pieces(span))])


def report(rows: Sequence[Tally], span: Span) -> Report:
    """The letter of these days. `rows`: everything counted up to `pieces_end(span)`."""
    inside = Counter[str]()
    for row in rows:
        if row.day in span:
            inside[row.what] += row.number
    inside[tallies.CHILDCARE_WAITING] = _stock(rows, span)
    asked = _asked(inside)
    plain = [
        *_FAMILIES,
        *_TALKS,
        *_CHILDCARE,
        *(what for codes in asked.values() for what in codes),
    ]
    shown = {what: _figure(rows, span, what, inside[what]) for what in plain}
    shown |= {what: _whole(shown, what, asked) for what in plain}
    blocks = [
        _block(FAMILIES, _FAMILIES, shown, rows, span),
        Block(CONTACT, tuple(_hours(rows, span))),
        _block(TALKS, _TALKS, shown, rows, span),
        _block(CHILDCARE, _CHILDCARE, shown, rows, span),
        *(_block(name, codes, shown, rows, span) for name, codes in asked.items()),
    ]
    return Report(span, tuple(blocks))


def _stock(rows: Iterable[Tally], span: Span) -> int:
    """How many wait at the end of the range."""
    waits = tallies.CHILDCARE_WAITING
    return max(0, sum(row.number for row in rows if row.what == waits and row.day <= span.last))


def _asked(inside: Counter[str]) -> dict[str, list[str]]:
    """The codes of what was asked, by programme, in the order of the steps."""
    found: dict[str, list[str]] = {}
    for programme in sorted(requests.programmes()):
        states = requests.states(programme)
        mine = [what.split("/") for what in inside if what.startswith(f"{programme}/")]
        kinds = sorted({kind for _, kind, _ in mine})
        if kinds:
            found[programme] = [
                tallies.reached(programme, kind, state) for kind in kinds for state in states
            ]
    return found


def _figure(rows: Sequence[Tally], span: Span, what: str, number: int) -> Figure:
    if small(number):
        return Figure(what, None, Shown.FEW)
    stock = what == tallies.CHILDCARE_WAITING  # a level, not a sum: no range can be subtracted
    if not stock and _compared(rows, span, (what,)):
        return Figure(what, None, Shown.WITHHELD)
    return Figure(what, number)


def _compared(rows: Sequence[Tally], span: Span, codes: Sequence[str]) -> bool:
    """Whether the letter of another range, less this one, would give a small number."""
    mine = [row for row in rows if row.what in codes]
    return any(small(_within(mine, piece, *codes)) for piece in pieces(span))


def _within(rows: Iterable[Tally], span: Span, *codes: str) -> int:
    return sum(row.number for row in rows if row.what in codes and row.day in span)


def _whole(shown: dict[str, Figure], what: str, asked: dict[str, list[str]]) -> Figure:
    """Withheld when one of its parts is small."""
    one = shown[what]
    parts = [shown[part] for part in parts_of(what) if part in shown]
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


def _hours(rows: Sequence[Tally], span: Span) -> list[Figure]:
    """How long the first contact took: `contact/4-8` is from 4 to under 8 working hours."""
    edges = ["0", *map(str, tallies.HOURS), ""]
    codes = [f"{tallies.CONTACT}/{place}" for place in range(len(edges) - 1)]
    counts = [_within(rows, span, code) for code in codes]
    found = []
    for start, stop in together(counts):
        what = f"{tallies.CONTACT}/{edges[start]}-{edges[stop]}"
        number, shown = sum(counts[start:stop]), Shown.EXACT
        if small(number):
            shown = Shown.FEW
        elif _compared(rows, span, codes[start:stop]):
            shown = Shown.WITHHELD
        found.append(Figure(what, number if shown is Shown.EXACT else None, shown))
    return found


def _block(
    name: str, codes: Sequence[str], shown: dict[str, Figure], rows: Sequence[Tally], span: Span
) -> Block:
    charts = [_chart(rows, span, what) for what in codes if what in _CHARTS and shown[what].number]
    return Block(name, tuple(shown[what] for what in codes), tuple(charts))


def _chart(rows: Sequence[Tally], span: Span, what: str) -> Chart:
    """The finest bars that are safe; a count that is shown has at least the one bar."""
    for months in GRIDS:
        cut = cells(span, months)
        bars = tuple(Bar(one, _within(rows, one, what)) for one in cut)
        if not any(small(bar.number) for bar in bars):
            return Chart(what, bars)
    return Chart(what, (Bar(span, _within(rows, span, what)),))
