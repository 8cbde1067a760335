"""A breakthrough (P15): what is asked of the escalation officer, and the year's ledger. Pure.

Colleagues ask for it, never the bot and never by itself; a person decides. Money is in whole cents.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casework.budget import Grant, Year, spent
from casework.municipality import Municipality, Person, Role
from casework.programmes import Programme
from casework.summary import Section, Summary

ID = "breakthrough"  # in the municipality's file
PARTS = ("urgent", "wishes", "children", "money", "home", "work", "network")  # may go along
LONGEST = 600  # characters of one text
WARN_DAYS = 3  # before the day of the decision, both sides hear that it comes near
MOST_CENTS = 10_000_000_00  # more than this is a slip of the finger


@dataclass(frozen=True, slots=True)
class Route:
    """A regular way that was tried: what, when (local ISO date or ""), and what came of it."""

    what: str
    on: str = ""
    came: str = ""

    @property
    def blank(self) -> bool:
        """Nothing was filled in."""
        return not (self.what or self.on or self.came)


@dataclass(frozen=True, slots=True)
class Ask:
    """What the tandem asks. `cents` may be 0: not every breakthrough needs money."""

    stuck: str
    routes: tuple[Route, ...]
    helps: str
    cents: int
    due_on: date
    parts: tuple[str, ...] = ()  # of the summary, that the officer may read


def problems(ask: Ask, today: date) -> dict[str, str]:
    """What is not right yet: a code by field; nothing when it can be asked.

    Codes: empty, long, past, far, much, untried, half, future.
    """
    found = {name: code for name in ("stuck", "helps") if (code := text(getattr(ask, name)))}
    if code := _routes(ask.routes, today):
        found["routes"] = code
    if not 0 <= ask.cents <= MOST_CENTS:
        found["cents"] = "much"
    if ask.due_on < today:
        found["due_on"] = "past"
    elif (ask.due_on - today).days > 366:
        found["due_on"] = "far"
    return found


def text(given: str) -> str:
    """What is wrong with a text that must be there: empty or long; "" when it is good."""
    if not given.strip():
        return "empty"
    return "long" if len(given) > LONGEST else ""


def _routes(routes: Sequence[Route], today: date) -> str:
    tried = [one for one in routes if not one.blank]
    if not tried:
        return "untried"
    if any(not one.what or not (one.on or one.came) for one in tried):
        return "half"
    if any(one.on and date.fromisoformat(one.on) > today for one in tried):
        return "future"
    return "long" if any(max(len(one.what), len(one.came)) > LONGEST for one in tried) else ""


def runs(town: Municipality, on: date) -> Programme | None:
    """The programme, where this municipality has it on this day and somebody decides; else None."""
    found = town.offers(ID)
    return found if found and found.runs(on) and officers(town.people) else None


def near(due_on: date, today: date) -> bool:
    """Whether the day that a decision is needed comes near, or is past."""
    return (due_on - today).days <= WARN_DAYS


def officers(people: Iterable[Person]) -> list[Person]:
    """Who can decide."""
    return [one for one in people if one.role is Role.ESCALATION_OFFICER]


def officer(people: Iterable[Person], load: Mapping[str, int], on: date) -> Person:
    """Who gets it: of those who are here the one with the least to decide. Raises ValueError."""
    known = officers(people)
    here = [one for one in known if one.here(on)] or known
    return min(here, key=lambda one: (load.get(one.id, 0), one.id))


def shared(summary: Summary, parts: Sequence[str]) -> tuple[Section, ...]:
    """What the officer may read of her answers: the parts that went along, in reading order.

    How to reach her never goes along.
    """
    return tuple(one for one in summary.sections if one.id in parts and one.id in PARTS)


@dataclass(frozen=True, slots=True)
class Outlay:
    """Money that was given: which row, what, on which day, and what was asked in cents."""

    id: int
    what: Grant
    on: date
    asked: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One breakthrough in the ledger: its number in the year, the day, the money. No family."""

    id: int  # of what was given
    number: str  # 2026-1
    on: date
    asked: int | None  # None: from before that was written down
    cents: int  # 0: it needed no money, or the money came back
    spent: int | None = None  # None: nobody wrote it down yet
    back: bool = False  # it did not happen: the money came back

    @property
    def counts(self) -> int:
        """What it takes out of the budget: what was really spent, else what was given."""
        return self.cents if self.spent is None else self.spent


@dataclass(frozen=True, slots=True)
class Ledger:
    """One year: the budget and every breakthrough beside it."""

    year: Year
    entries: tuple[Entry, ...]

    @property
    def asked(self) -> int:
        """What was asked for these, as far as it is known."""
        return sum(one.asked or 0 for one in self.entries)

    @property
    def total(self) -> int:
        """What was given, added up anew."""
        return sum(one.cents for one in self.entries)

    @property
    def spent(self) -> int:
        """What was really spent, as far as it is known."""
        return sum(one.spent or 0 for one in self.entries)

    @property
    def promised(self) -> int:
        """What was given and is still to be spent."""
        return sum(one.cents for one in self.entries if one.spent is None)

    @property
    def adds_up(self) -> bool:
        """Whether the entries are what was counted, and fit in the budget."""
        return self.spent + self.promised == self.year.given <= self.year.budget


def ledgers(programme: Programme, given: Sequence[Outlay]) -> tuple[Ledger, ...]:
    """Every year with a budget or an entry, the newest first; `given` in the order of giving."""
    grants = [one.what for one in given]
    years = {one.year for one in programme.budgets} | {grant.first[0] for grant in grants}
    found = []
    for year in sorted(years, reverse=True):
        rows = [one for one in given if one.what.first[0] == year]
        entries = tuple(_entry(f"{year}-{n}", one) for n, one in enumerate(rows, 1))
        stands = Year(year, programme.budget(year) or 0, spent(grants, year))
        found.append(Ledger(stands, entries))
    return tuple(found)


def _entry(number: str, one: Outlay) -> Entry:
    back = not one.what.months
    known = None if back else one.what.spent
    return Entry(one.id, number, one.on, one.asked, one.what.total, known, back)
