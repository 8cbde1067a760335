"""Places and money of one programme: what is given, what is left, and the sum behind it.

Money is in whole cents, months are (year, month). A place is given by a person; this only says
what would fit, and why not. Nothing becomes negative: what does not fit is refused.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from casework.programmes import Counted, Per, Programme

Month = tuple[int, int]  # (2026, 4)


@dataclass(frozen=True, slots=True)
class Grant:
    """One place for some months; a package or a sum of money is one for a single month."""

    first: Month
    months: int  # 1 and up
    cents: int  # a month
    spent: int | None = None  # what a sum of money really came to; None: not known yet

    def each(self) -> Iterator[Month]:
        """Every month it is paid for."""
        count = self.first[0] * 12 + self.first[1] - 1
        for number in range(count, count + self.months):
            yield number // 12, number % 12 + 1

    @property
    def ends_on(self) -> date:
        """The last day of the last month it is paid for. Raises ValueError when it has none."""
        *_, (year, month) = self.each()
        return date(year, month, monthrange(year, month)[1])

    @property
    def total(self) -> int:
        """What was given as a whole."""
        return self.cents * self.months

    @property
    def counts(self) -> int:
        """What it takes out of the budget a month: what it really came to, else what was given."""
        return self.cents if self.spent is None else self.spent


class Refusal(StrEnum):
    """Why a place does not fit."""

    OFF = "off"  # the programme does not run
    FULL = "full"  # every place is taken in one of these months
    MONEY = "money"  # a year's budget is not enough
    NO_BUDGET = "no_budget"  # no budget was set for one of these years
    PARTICIPANTS = "participants"  # the family takes no part in what it belongs to
    OUTSIDE = "outside"  # it would begin before or after the programme's own dates
    PLACED = "placed"  # this childcare has a place already


@dataclass(frozen=True, slots=True)
class Year:
    """How one year's money stands."""

    year: int
    budget: int
    given: int

    @property
    def left(self) -> int:
        """What can still be given."""
        return self.budget - self.given


@dataclass(frozen=True, slots=True)
class Standing:
    """How a programme stands in one month, and its years."""

    quota: int
    taken: int
    warn_at: int
    years: tuple[Year, ...]

    @property
    def left(self) -> int:
        """Places nobody has in that month."""
        return self.quota - self.taken

    @property
    def near(self) -> bool:
        """Whether people are warned: almost full, but not yet."""
        return self.warn_at <= self.taken < self.quota

    @property
    def full(self) -> bool:
        """Whether nobody can be placed in that month."""
        return self.taken >= self.quota


@dataclass(frozen=True, slots=True)
class Room:
    """How many more places like one still fit, and what holds the next one back."""

    left: int  # never negative
    few: int  # people are warned from here on
    month: Month | None = None  # the month in which the fewest are free; None: money is scarcer
    year: int | None = None  # the year whose money is scarcest; None: the number is

    @property
    def near(self) -> bool:
        """Whether people are warned: almost nothing fits any more."""
        return 0 < self.left <= self.few

    @property
    def full(self) -> bool:
        """Whether not one more fits."""
        return self.left == 0


def taken(grants: Sequence[Grant], month: Month) -> int:
    """Places in use in this month."""
    return sum(month in grant.each() for grant in grants)


def used(programme: Programme, grants: Sequence[Grant], month: Month) -> int:
    """What the quota counts: places in use in this month, or every package of the run."""
    if programme.counted is Counted.PLACES:
        return taken(grants, month)
    return sum(_in_run(programme, grant.first) for grant in grants if grant.months)


def _in_run(programme: Programme, month: Month) -> bool:
    """Whether this month lies within the programme's dates; a run without dates has no end."""
    since, until = programme.since, programme.until
    begun = since is None or (since.year, since.month) <= month
    return begun and (until is None or month <= (until.year, until.month))


def spent(grants: Sequence[Grant], year: int) -> int:
    """What these cost in this year, in cents."""
    return sum(g.counts for g in grants for at, _ in g.each() if at == year)


def standing(programme: Programme, grants: Sequence[Grant], month: Month) -> Standing:
    """How it stands in this month."""
    quota = programme.quota or 0
    years = tuple(Year(one.year, one.cents, spent(grants, one.year)) for one in programme.budgets)
    return Standing(quota, used(programme, grants, month), programme.warn_at or quota, years)


def refusal(programme: Programme, grants: Sequence[Grant], new: Grant) -> Refusal | None:
    """Why this place does not fit beside the others; None when it does.

    What costs nothing needs no budget: then only the number counts. A place may be for later: it
    must begin within the programme's dates.
    """
    if not programme.on:
        return Refusal.OFF
    if programme.counted is Counted.PLACES and not _in_run(programme, new.first):
        return Refusal.OUTSIDE
    after = [*grants, new]
    if any(_over(programme, after, month) for month in new.each()):
        return Refusal.FULL
    for year in sorted({year for year, _ in new.each()} if new.cents else ()):
        budget = programme.budget(year)
        if budget is None:
            return Refusal.NO_BUDGET
        if spent(after, year) > budget:
            return Refusal.MONEY
    return None


def _over(programme: Programme, grants: Sequence[Grant], month: Month) -> bool:
    """Whether these are more than the quota; money alone has none."""
    if programme.quota is None:
        return programme.counted is not Counted.MONEY
    return used(programme, grants, month) > programme.quota


def room(programme: Programme, grants: Sequence[Grant], like: Grant) -> Room:
    """How many more like this one fit beside the others, in all its months and their years."""
    quota = programme.quota or 0
    free = [(quota - used(programme, grants, month), month) for month in like.each()]
    months = [year for year, _ in like.each()]
    money = [
        (
            ((programme.budget(year) or 0) - spent(grants, year))
            // (like.cents * months.count(year)),
            year,
        )
        for year in (sorted(set(months)) if like.cents else ())
    ]
    few = quota - (programme.warn_at or quota)
    left, month = min(free)
    affordable, year = min(money, default=(left, 0))
    if affordable < left:
        return Room(max(0, affordable), few, year=year)
    return Room(max(0, left), few, month=month)


def places(budget: int, cents: int, months: int) -> int:
    """How many whole places this budget buys at so many cents a month."""
    return budget // (cents * months)


def monthly(hourly_cents: int, hours: Decimal) -> int:
    """What a place costs a month, in whole cents, at this price for an hour."""
    return int((hourly_cents * hours).to_integral_value(ROUND_HALF_UP))


def arithmetic(count: int, cents: int, months: int) -> str:
    """`15 × € 1.200 × 12 = € 216.000`."""
    return f"{count} × {euros(cents)} × {months} = {euros(count * cents * months)}"


def whole(programme: Programme) -> str:
    """The sum of a full programme; "" where it is not counted by the month."""
    amount = programme.amount
    if amount is None or amount.per is not Per.MONTH or not (programme.quota and programme.months):
        return ""
    return arithmetic(programme.quota, amount.cents, programme.months)


_EUROS = re.compile(r"(\d{1,8}|\d{1,3}(?:\.\d{3})+)(?:[.,](\d{1,2}))?")


def cents(text: str) -> int:
    """`1200`, `€ 1.200`, `10,71` or `10,5` euros in cents. Raises ValueError."""
    found = _EUROS.fullmatch(text.strip().removeprefix("€").strip())
    if found is None:
        raise ValueError(text)
    return int(found[1].replace(".", "")) * 100 + int((found[2] or "").ljust(2, "0"))


def euros(cents: int) -> str:
    """`€ 1.200`, and `€ 1.531,53` where there are cents."""
    whole_part, rest = divmod(abs(cents), 100)
    shown = f"{whole_part:,}".replace(",", ".") + (f",{rest:02}" if rest else "")
    return f"{'-' if cents < 0 else ''}€ {shown}"
