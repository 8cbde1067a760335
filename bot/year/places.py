"""What the simulation itself knows of childcare places: who has one, from when, at what price.

Months are counted as whole numbers since year 0 and money in cents; the sums are made here anew,
so that those of the service can be held against them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

from casework.programmes import Programme


def month_of(day: date) -> int:
    """The month of this day, as a whole number."""
    return day.year * 12 + day.month - 1


@dataclass(frozen=True, slots=True)
class Place:
    """One place. `first`: its first month."""

    first: int
    months: int
    cents: int  # a month

    @property
    def last(self) -> int:
        """Its last month."""
        return self.first + self.months - 1


@dataclass(slots=True)
class Places:
    """Who has a place, who was refused one, and what was more than there is."""

    quota: int
    budgets: dict[int, int]  # year → cents
    of: dict[int, Place] = field(default_factory=dict)  # by family
    ended: set[int] = field(default_factory=set)  # families, early
    full_on: date | None = None  # the first day on which some month had no place left
    refused_full: Counter[int] = field(default_factory=Counter)  # times, by family
    refused_else: int = 0
    freed: int = 0  # places given to who was refused before
    waited: set[int] = field(default_factory=set)  # families that were counted then
    over: list[str] = field(default_factory=list)

    @staticmethod
    def offered(programme: Programme) -> Places:
        """Nobody has one yet."""
        return Places(programme.quota or 0, {one.year: one.cents for one in programme.budgets})

    def give(self, today: date, family: int, place: Place) -> None:
        """She has this place; what does not fit any more is noted."""
        self.of[family] = place
        self.freed += family in self.refused_full
        running = self.running()
        if max(running.values()) >= self.quota:
            self.full_on = self.full_on or today
        self.over += [
            f"{today} {month // 12}-{month % 12 + 1:02}: {many} van {self.quota} plekken"
            for month, many in sorted(running.items())
            if many > self.quota
        ]
        self.over += [
            f"{today} {year}: {cents} van {self.budgets.get(year, 0)} cent"
            for year, cents in sorted(self.money().items())
            if cents > self.budgets.get(year, 0)
        ]

    def end(self, family: int, months: int) -> None:
        """It ended after so many months."""
        self.of[family] = replace(self.of[family], months=months)
        self.ended.add(family)

    def refuse(self, family: int, *, waits: bool) -> None:
        """There is no place or no money for her; `waits`: she is counted as waiting."""
        self.refused_full[family] += 1
        if waits:
            self.waited.add(family)

    def running(self) -> Counter[int]:
        """Places in use, by month."""
        months = (range(one.first, one.last + 1) for one in self.of.values())
        return Counter(month for each in months for month in each)

    def money(self) -> Counter[int]:
        """What they cost, in cents by year."""
        found: Counter[int] = Counter()
        for one in self.of.values():
            for month in range(one.first, one.last + 1):
                found[month // 12] += one.cents
        return found
