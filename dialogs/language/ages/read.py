"""The ages of her children: "3, 5 en 9", "tweeling van 2", "8 mnd", "ik ben 20 weken zwanger".

What cannot be explained makes the whole answer unclear: a group at school, a year of birth, a
count without ages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from dialogs.language.ages.pregnancy import HERE, Expected, expected, past
from dialogs.language.ages.words import ALL, Word, canonical, words
from dialogs.language.numbers.people import OWN_AGE
from dialogs.language.numbers.quantities import glued
from dialogs.language.numbers.repair import clear
from dialogs.language.turns import corrected
from dialogs.language.wordlist import listed

Unit = Literal["year", "month", "week"]
OLDEST = 25  # years; above that it is somebody else's age
_MOST: dict[str, int] = {"year": OLDEST, "month": 72, "week": 120}
_NONE = re.compile(
    r"\b(?:(?:nog|verder|helemaal) )?geen (?:\w+ )?(?:kinderen|kids|kind|kindje|kindjes)\b|"
    r"\b0 (?:kinderen|kids)\b|\bkinderloos\b|\b(?:verder|nog) geen\b(?! \d)|"
    r"^(?:nee )?(?:ik )?(?:heb )?(?:ze |er )?geen(?: een)?$"
)
_ONLY_HOW_MANY = re.compile(r"^(?:ik |we |wij )?(?:heb|hebben|zijn)(?: ik| we)? er \d{1,2}$")
_WHICH = re.compile(r"\b(?:nummer|nr) \d\b")
_TELLING = ("number", "count")
_APART = frozenset(listed(", ; & + / - een van de mijn mn dan zoon dochter jongen meisje small"))
_BETWEEN = 9  # months between two births of one mother


@dataclass(frozen=True, slots=True)
class Age:
    """One child: how old, in years, months or weeks; not born yet: how far she is (0: unknown)."""

    value: int
    unit: Unit = "year"
    pregnant: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """An age as it stands there; `unit` is "" when she did not say it."""

    value: float
    unit: str = ""
    link: str = ""  # the words between it and the age before


def read_ages(text: str) -> tuple[Age, ...] | None:
    """Every child's age in the order she gave; () when she says there is none; unclear → None."""
    said = corrected(clear(text))
    told = canonical(said)
    if past(told):
        return None
    coming = expected(told)
    unborn = _unborn(coming)
    rest = OWN_AGE.sub(" ", _WHICH.sub(" ", coming.rest))
    rest = rest.strip(" ,.")
    none = _NONE.search(rest.strip(f" {HERE}"))
    if none:
        rest = _NONE.sub(" ", rest)
    pieces = words(rest)
    if pieces is None or glued(said) or _ONLY_HOW_MANY.search(rest):
        return None
    if not any(piece.kind in ("number", "count") for piece in pieces):
        said_so = none or (unborn and coming.later < 2)
        return unborn if said_so else None
    born = _born(pieces)
    if born is None or len(born) < coming.later - 1:
        return None
    return (*unborn, *born) if _told_first(pieces) else (*born, *unborn)


def _told_first(pieces: Sequence[Word]) -> bool:
    """Whether the pregnancy comes before the children that are there."""
    return next((p.text == HERE for p in pieces if p.text == HERE or p.kind in _TELLING), False)


def _unborn(coming: Expected) -> tuple[Age, ...]:
    return (Age(coming.value, coming.unit, pregnant=True),) * coming.count


def _born(pieces: Sequence[Word]) -> tuple[Age, ...] | None:
    """The children that are there; None when a number or a child stays unexplained."""
    ages: list[Age] = []
    several = any(p.text in ("several", "small") for p in pieces)
    total, waiting = 0, 0
    for count, part in _groups(pieces):
        if not any(p.kind == "number" for p in part):
            total, waiting = (
                (count.count, waiting) if count.general else (total, waiting + count.count)
            )
            continue
        found = _ages(part, one=count.count == 1, several=several or total + count.count > 1)
        found = _shared(found, count, waiting) if found else None
        if found is None:
            return None
        ages, waiting = ages + found, 0
    return tuple(ages) if ages and not waiting and total in (0, len(ages)) else None


def _groups(pieces: Sequence[Word]) -> list[tuple[Word, list[Word]]]:
    """The words cut where children are counted: ("2 jongens van", 4 en 6), ("een meisje", 3)."""
    groups: list[tuple[Word, list[Word]]] = [(Word("count", ""), [])]
    for piece in pieces:
        if piece.kind == "count":
            groups.append((piece, []))
        else:
            groups[-1][1].append(piece)
    return [(c, part) for c, part in groups if c.count or any(p.kind == "number" for p in part)]


def _shared(found: list[Age], count: Word, waiting: int) -> list[Age] | None:
    """The ages over the children that were counted: "tweeling van 2" is two of them."""
    if waiting and not (
        count.text == ALL and count.count == waiting
    ):  # "een jongen en een meisje van 4 en 6"
        return found if len(found) == waiting + count.count else None
    if not count.count or (len(found) == count.count and not count.birth):
        return found
    if len(found) == 1:
        return found * count.count
    if count.births > 1:  # "2 tweelingen van 4 en 6"
        each = count.count // count.births
        return [a for a in found for _ in range(each)] if len(found) == count.births else None
    if count.birth:
        return found[:1] * count.count + found[1:]
    return found if count.count == 1 else None


def _ages(part: Sequence[Word], *, one: bool, several: bool) -> list[Age] | None:
    """The ages of one group; None when one of them makes no sense."""
    found = _one_child(_read(part), one=one, several=several)
    ages = [_age(each) for each in _with_units(found)] if found else []
    kept = [age for age in ages if age is not None]
    return kept if kept and len(kept) == len(ages) else None


def _read(part: Sequence[Word]) -> list[_Found]:
    """Numbers with the unit behind them and what stands before them."""
    found: list[_Found] = []
    links: list[str] = []
    nearly = all_nearly = False
    for place, piece in enumerate(part):
        if piece.kind == "number":
            unit = next((p.text for p in part[place + 1 : place + 2] if p.kind == "unit"), "")
            value = piece.value - 1 if nearly and piece.value % 1 == 0 else piece.value
            if not (nearly and not links and found and found[-1].value == value):  # "9 bijna 10"
                found.append(_Found(value, unit, " ".join(links)))
            links, nearly = [], all_nearly
        elif piece.kind == "nearly":
            nearly, all_nearly = True, piece.text == "worden"  # "ze worden 5 en 7"
        elif piece.kind != "unit":
            links.append(piece.text)
            all_nearly = all_nearly and piece.kind == "link"
            nearly = nearly and (all_nearly or not found)
    return found


def _one_child(found: list[_Found], *, one: bool, several: bool) -> list[_Found] | None:
    """ "1 jaar en 3 maanden" is one child; from two years on only when one child is meant."""
    if len(found) > 2 and any(
        (a.unit, b.unit, b.link) == ("year", "month", "") for a, b in pairwise(found)
    ):
        return None  # "3 jaar 5 maanden en 2 jaar"
    if len(found) != 2 or (found[0].unit, found[1].unit) != ("year", "month"):
        return found
    years, months = found
    if years.value % 1 or not 0 < months.value < 12 or _APART & set(months.link.split()):
        return found
    if one or (years.value == 1 and not several):
        return [_Found(years.value * 12 + months.value, "month")]
    return found if several else None


def _with_units(found: Sequence[_Found]) -> list[_Found]:
    """Years where no unit was said; with one unit at the end only when the other way is absurd.

    "6 en 8 maanden": no mother has children two months apart, so 6 is in years.
    """
    said = found[-1].unit
    if len(found) > 1 and said in ("month", "week") and not any(f.unit for f in found[:-1]):
        size = 1 if said == "month" else 4.35
        months = sorted(f.value / size for f in found)
        if all(b - a >= _BETWEEN or a == b for a, b in pairwise(months)):
            return [_Found(-1)]
    return [f if f.unit else replace(f, unit="year") for f in found]


def _age(one: _Found) -> Age | None:
    """A sensible age, halves of years in months; else None."""
    if one.value % 1 and one.unit == "year":
        one = _Found(one.value * 12, "month")
    if one.value % 1 or not 0 <= one.value <= _MOST.get(one.unit, -1) + 240 * (one.unit == "month"):
        return None
    unit: Unit = "month" if one.unit == "month" else "week" if one.unit == "week" else "year"
    return Age(int(one.value), unit)
