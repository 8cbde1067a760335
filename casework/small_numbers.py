"""Which numbers a letter may show, so that nobody is recognised in a small one. Pure.

The rules, in the order in which they are applied:

1. A count of 1 to 4 is "<5"; 0 is 0, for it is about nobody.
2. A whole of which a part is "<5" is withheld: else the part is the whole less its other parts.
3. A chart has the finest bars (months, quarters, half years, or one) that are all 0 or at least 5,
   and adjacent buckets of hours are put together until they are: there is nothing to subtract.
4. Another range than half years could be subtracted from the letters of half years, quarters and
   months, or the other way round. So whatever lies between an edge of the range and the edge of a
   month, inside and outside of it, must be 0 or at least 5; else the count is withheld.

One letter cannot know which others will be asked for: who asks for many odd ranges can still
compare them. Half years are the safe habit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

FEWEST = 5  # from here on a count is shown
GRIDS = (1, 3, 6)  # months in a month, a quarter, a half year
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` up to and including `last`, local."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def small(number: int) -> bool:
    """Whether it could point at somebody."""
    return 0 < number < FEWEST


def cell(day: date, months: int) -> Span:
    """The month, quarter or half year that this day is in."""
    start = (day.month - 1) // months * months + 1
    after = start + months
    end = date(day.year + after // 13, (after - 1) % 12 + 1, 1)
    return Span(date(day.year, start, 1), end - _DAY)


def cells(span: Span, months: int) -> list[Span]:
    """The range cut at the edges of its months, quarters or half years."""
    found, day = [], span.first
    while day <= span.last:
        whole = cell(day, months)
        found.append(Span(day, min(whole.last, span.last)))
        day = whole.last + _DAY
    return found


def pieces(span: Span) -> list[Span]:
    """What letters of whole months would leave of this range, or add; none for half years.

    Every stretch from an edge of the range to the edge of a month, in the half years it touches.
    """
    around = Span(cell(span.first, 6).first, cell(span.last, 6).last)
    if span == around:
        return []
    found = []
    for month in cells(around, 1):
        before, after = month.first - _DAY, month.last + _DAY
        found += [Span(month.first, span.first - _DAY), Span(span.last + _DAY, month.last)]
        found += [Span(span.first, before)] if before in span else []
        found += [Span(after, span.last)] if after in span else []
    return [piece for piece in found if piece.first <= piece.last]


def together(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbours put together until each sum is 0 or at least 5: `[start, stop)` of each group.

    Where all of them together are 1 to 4 there is one group.
    """
    groups: list[tuple[int, int]] = []
    start, total = 0, 0
    for place, number in enumerate(numbers):
        total += number
        if not small(total):
            groups.append((start, place + 1))
            start, total = place + 1, 0
    while start < len(numbers):  # a small rest joins what is before it
        before = groups.pop()[0] if groups else 0
        if not groups or sum(numbers[before:]) >= FEWEST:
            groups.append((before, len(numbers)))
            break
    return groups
