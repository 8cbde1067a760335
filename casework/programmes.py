"""What a municipality offers, programme by programme (domain.md §1): on or off, how much, to whom.

All of it comes from the municipality's file. Money is in whole cents. A field that the file names
under `examples` is a guess for the demo: it is never told to a parent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from casework.days import Span
from dialogs.conditions import Condition

KINDS: Mapping[str, str] = {  # id in the municipality's file → row of domain.md §1
    "single_parents": "P01",
    "exploratory_talk": "P02",
    "bridging_childcare": "P03",
    "early_arrears": "P04",
    "debt_chain": "P05",
    "money_site": "P06",
    "town_pass": "P07",
    "dental_care": "P08",
    "learning": "P09",
    "neighbourhood_health": "P10",
    "child_participation": "P11",
    "working_poor": "P12",
    "council_letter": "P13",
    "baby_package": "P14",
    "breakthrough": "P15",
    "child_package": "P16",
    "home_visit_talk": "P17",
    "fund_routing": "P18",
}


class Per(StrEnum):
    """What an amount is for."""

    MONTH = "month"  # a place for one month
    PACKAGE = "package"
    FAMILY = "family"
    YEAR = "year"


class Counted(StrEnum):
    """What a quota counts."""

    FAMILIES = "families"
    PLACES = "places"
    PACKAGES = "packages"
    MONEY = "money"  # only the budget, no number


class Referrer(StrEnum):
    """Who may begin it for a family."""

    PARENT = "parent"
    TANDEM = "tandem"
    MUNICIPALITY = "municipality"
    MIDWIFE = "midwife"
    CHILD_CLINIC = "child_clinic"
    SCHOOL = "school"
    CREDITOR = "creditor"
    PROFESSIONAL = "professional"


@dataclass(frozen=True, slots=True)
class Amount:
    """So much for one of these."""

    cents: int
    per: Per


@dataclass(frozen=True, slots=True)
class Budget:
    """What may be spent in one calendar year."""

    year: int
    cents: int


@dataclass(frozen=True, slots=True)
class Card:
    """One topic of a programme that is useful to know, for who asked for tips."""

    id: str
    label: str  # the topic
    text: str  # neither je nor u
    checked_on: date
    link: str = ""
    fits: Condition | None = None  # beside that of the programme
    examples: frozenset[str] = frozenset()  # a card with any is told as an example


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme of one municipality."""

    id: str  # one of KINDS
    label: str
    on: bool = False
    quota: int | None = None  # at most so many
    warn_at: int | None = None  # people are told from here on
    counted: Counted = Counted.FAMILIES
    amount: Amount | None = None
    months: int | None = None  # how long one place or one family lasts
    days_a_week: int | None = None  # of one place, as her people read it
    budgets: tuple[Budget, ...] = ()
    since: date | None = None
    until: date | None = None  # the last day
    referrers: frozenset[Referrer] = frozenset()
    offsets: Mapping[str, int] = field(default_factory=dict)  # step → days from the first day
    heard_before: Mapping[str, int] = field(default_factory=dict)  # step → days before its last day
    flow: str = ""  # the script a parent may begin herself
    first: str = ""  # another programme of this town that she is asked about first
    follow_up_months: int | None = None  # P01: asked how it goes; None: coaching.FOLLOW_UP_MONTHS
    again_after_months: int | None = None  # P16: a fund is asked again; None: funds.AGAIN_AFTER
    participants_of: str = ""  # only for who takes part in this other programme
    fits: Condition | None = None  # on her answers to the intake; None: never offered by itself
    card: str = ""  # what a parent may read about it, if she asked for tips; neither je nor u
    cards: tuple[Card, ...] = ()  # more of it, by topic
    heard_from: str = ""  # P04: how the team came by her name; neither je nor u
    link: str = ""
    phone: str = ""
    source: str = ""  # where the municipality decided it
    checked_on: date | None = None
    examples: frozenset[str] = frozenset()  # fields that are made up for the demo

    def runs(self, on: date) -> bool:
        """Whether it is on, and this day is within its dates."""
        return self.runs_in(Span(on, on))

    def runs_in(self, span: Span) -> bool:
        """Whether it is on, and any of these days is within its dates."""
        begun = self.since is None or self.since <= span.last
        return self.on and begun and not self.over(span.first)

    def over(self, on: date) -> bool:
        """Whether this day lies after its last one."""
        return self.until is not None and on > self.until

    def budget(self, year: int) -> int | None:
        """What may be spent in this year, in cents; None where no budget was set."""
        return next((one.cents for one in self.budgets if one.year == year), None)


@dataclass(frozen=True, slots=True)
class Funding:
    """One way to pay for childcare (domain.md §4, A to E). A worker chooses it, never the bot."""

    id: str  # A, B, C …
    label: str
    decision_first: bool = False  # signing before the decision may cost her money
    benefit: bool = False  # she asks childcare benefit (kinderopvangtoeslag) herself
    request: bool = False  # somebody must ask the municipality for it
    stop_after_months: int | None = None  # asked later than this after the first day it is lost
    warn_after_days: tuple[int, ...] = ()  # after the first day, while it was not asked yet
    months: int | None = None  # how long it is paid; None: no end
    notice_months: int = 1  # to end the contract
    programme: str = ""  # its places and budget are counted there
    link: str = ""
    phone: str = ""
    checked_on: date | None = None
    examples: frozenset[str] = frozenset()
