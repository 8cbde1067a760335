"""Which numbers a letter may show, so that nobody is recognised in a small one. Pure.

What may be shown is fixed by the ledger, and not by who asks for which days. So letters of any
ranges can be laid beside each other:

1. A count of 1 to 4 of a half year is "<5"; 0 is 0, for it is about nobody.
2. A whole is withheld where the rest beside its parts is 1 to 4, or can be for who sees a part as
   "<5" or withheld: 12 who began and 10 who finished are 2 who stopped. The parts are shown.
3. A half year is shown by quarter only where no count or rest of a quarter is small, and a quarter
   by month only where none of a month is; what is part of each other goes together. These are its
   `atoms`.
4. A range that is made up of whole atoms is their sum. Anything else is withheld, or "<5" where the
   whole half year is. So every number that is shown is a sum of atoms, each 0 or at least 5.
5. Which rows a letter has depends on the half years it touches: a row says no more than a number.

A rest is of one half year. Where a part comes later than its whole (asked in spring, arranged in
autumn), the rests of two half years can add up to a small number.

While a half year lasts its atoms still change: the letter says that it is not for others yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from casework.days import Span

FEWEST = 5  # from here on a count is shown
HALF_YEAR, QUARTER, MONTH = 6, 3, 1  # months
_DAY = timedelta(days=1)


def small(number: int) -> bool:
    """Whether it could point at somebody."""
    return 0 < number < FEWEST


def cell(day: date, months: int) -> Span:
    """The month, quarter or half year that this day is in."""
    start = (day.month - 1) // months * months + 1
    after = start + months
    end = date(day.year + after // 13, (after - 1) % 12 + 1, 1)
    return Span(date(day.year, start, 1), end - _DAY)


def widened(span: Span, months: int) -> Span:
    """The range with the whole of the months, quarters or half years that it touches."""
    return Span(cell(span.first, months).first, cell(span.last, months).last)


def cells(span: Span, months: int) -> list[Span]:
    """The range cut at the edges of its months, quarters or half years."""
    found, day = [], span.first
    while day <= span.last:
        whole = cell(day, months)
        found.append(Span(day, min(whole.last, span.last)))
        day = whole.last + _DAY
    return found


def atoms(half: Span, counts: Callable[[Span], Iterable[int]]) -> list[Span]:
    """The finest cells of this half year in which none of these counts is small."""

    def cut(whole: Span, months: int) -> list[Span]:
        parts = cells(whole, months)
        if any(small(number) for part in parts for number in counts(part)):
            return [whole]
        if months == MONTH:
            return parts
        return [finer for part in parts for finer in cut(part, MONTH)]

    return cut(half, QUARTER)


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
