"""Which fund may fit what a child would like (P18), by the table in the town's file. Pure.

A suggestion with its reason, never a decision: a worker chooses the fund and sends it there. Money
goes to the club or the school, or it is given in kind; nobody's income is asked or weighed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from casework.days import months_later
from dialogs.language.normal import normal

WISHES = ("sport", "music", "school", "other")  # as the buttons of the script child_package
OTHER = "other"  # no fund is for this: her own words may say which
BANDS: Mapping[str, tuple[int, int]] = {  # as the intake asks for the age of children, in years
    "b0_1": (0, 1),
    "b2_3": (2, 3),
    "b4_12": (4, 12),
    "b13_17": (13, 17),
}
AGAIN_AFTER = 11  # months: funds are asked anew each year, and need some weeks; a town may differ
SHORTEST_WORD = 3  # letters of a word in the table: "les" and longer


@dataclass(frozen=True, slots=True)
class Fund:
    """One row of the table."""

    id: str
    label: str
    wishes: tuple[str, ...] = ()  # of WISHES, without `other`
    words: tuple[str, ...] = ()  # how words begin that a parent may use for it: fiets, gitaar
    from_age: int | None = None  # in years; None: the fund says nothing about age
    to_age: int | None = None
    contact: str = ""  # how a worker asks there
    phone: str = ""
    link: str = ""
    checked_on: date | None = None
    examples: frozenset[str] = field(default_factory=frozenset)


class Why(StrEnum):
    """What a suggestion rests on."""

    WISH = "wish"  # the button that she chose
    WORDS = "words"  # a word of hers


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A fund that may fit. `because`: the wish, or the word, that it rests on."""

    fund: Fund
    why: Why
    because: str
    age_known: bool  # False: look whether the fund is for this age


def suggest(funds: Sequence[Fund], wish: str, words: str = "", band: str = "") -> list[Suggestion]:
    """The funds that may fit, in the order of the table; those for another age are left out.

    Her own words count only where no button of hers leads to a fund.
    """
    found = [_suggestion(fund, Why.WISH, wish, band) for fund in funds if wish in fund.wishes]
    if not found:
        spoken = normal(words).split()
        named = ((fund, _word(fund, spoken)) for fund in funds)
        found = [_suggestion(fund, Why.WORDS, word, band) for fund, word in named if word]
    return [one for one in found if one is not None]


def again_on(arranged: date, months: int | None = None) -> date:
    """The day to ask again: so many months later (11), or the last day of a shorter month."""
    return months_later(arranged, months or AGAIN_AFTER)


def ages_overlap(one: Fund, other: Fund) -> bool:
    """Whether a child could be of the right age for both."""
    return max(_from(one), _from(other)) <= min(_to(one), _to(other))


def _suggestion(fund: Fund, why: Why, because: str, band: str) -> Suggestion | None:
    ages = BANDS.get(band)
    if ages is None:
        no_age = fund.from_age is None and fund.to_age is None
        return Suggestion(fund, why, because, age_known=no_age)
    first, last = ages
    if last < _from(fund) or first > _to(fund):
        return None
    return Suggestion(fund, why, because, age_known=_from(fund) <= first and last <= _to(fund))


def _word(fund: Fund, spoken: Sequence[str]) -> str:
    return next((one for one in spoken if _meant(fund, one)), "")


def _meant(fund: Fund, spoken: str) -> bool:
    return any(spoken.startswith(start) for start in _starts(fund))


def _starts(fund: Fund) -> Iterator[str]:
    return (normal(word) for word in fund.words)


def _from(fund: Fund) -> int:
    return 0 if fund.from_age is None else fund.from_age


def _to(fund: Fund) -> int:
    return 120 if fund.to_age is None else fund.to_age
