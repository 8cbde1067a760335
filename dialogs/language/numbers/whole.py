"""How many: "twee kinderen" → 2, "een meisje en twee jongens" → 3, "2 of 3" → unclear.

Counts of people add up; anything else with two numbers in it is asked again. Ages beside a count
("2 kinderen van 3 en 5") are left out of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dialogs.language.numbers.amounts import read_amount
from dialogs.language.numbers.people import (
    GENERAL,
    OWN_AGE,
    adult,
    collective,
    multiple_birth,
    person,
    plural,
)
from dialogs.language.numbers.quantities import Token, glued, tokens, unread
from dialogs.language.numbers.repair import clear
from dialogs.language.turns import corrected
from dialogs.language.when.words import MONTHS
from dialogs.language.wordlist import listed

__all__ = ["MOST", "number", "read_amount", "read_number", "whole_number"]

MOST = 99  # of what a script counts: children, people, weeks
_ABSURD = 10_000_000
_ROUGH = re.compile(
    r"\b(?:(?:een |n )?(?:stuk|man|keer|jaar|week|maand|dag|uur)(?:je|tje|s)? of|ongeveer|ongv|"
    r"circa|ca|plusminus|zo'?n|rond(?:om)? de|een beetje|iets van|meer niet|niet meer)\b"
)
_VAGUE = frozenset(
    listed("""
paar stel meerdere aantal veel weinig handvol enkele tussen minder meer minstens minimaal
maximaal max hooguit hoogstens onder boven tot tm vanaf min half halve idee weet zoiets groep
klas om telefoon nummer beide allebei daarvan
""")
)
_ZERO = frozenset(listed("geen nul niks niets niemand nop noppes nada geeneen"))
_SPEECH = frozenset(
    listed("""
snap snapt begrijp weet zeg zeggen vertel aan over doe klopt idee zin
""")
)
_ONLY_ME = re.compile(
    r"\b(?:alleen|enkel) (?:maar )?(?:ik(?:zelf)?|mezelf|mijzelf|me)\b|\bik(?:zelf)? alleen\b|"
    r"\bik woon (?:hier )?(?:helemaal )?alleen\b"
)
_ME = re.compile(
    r"\bik(?:zelf)? (?:en|met|plus|samen met)\b|\bik ?\+|\ben ik\b|\bik(?:zelf)?,|, ik\b"
)
_MINE = re.compile(r"[a-z] ?\+ ?\d|\S+ en (?:mijn|mn|m'n) (?:\d|twee|drie|vier|vijf)")  # … and who?
_FILLER = frozenset(listed("maar hoor nog dus stuk stuks keer denk en is er , . ! 👶"))
_AGE_UNITS = frozenset(
    listed("""
jaar jr j jaartje jarige jarig jaren mnd maand maanden m maandjes wk weken week weekjes
""")
)
_LINKS = frozenset({"en", ",", "&", "+", "plus", "nog", "ook", "een", "met"})
_ADDS = frozenset({"en", "&", "+", "plus", "nog", "met"})
_ARTICLES = frozenset({"een", "1", "n"})
_NO_COUNT = re.compile(  # a negative, "2e", "niet een"; and children that are not there yet
    r"(?:^|\s)-\s?\d|\d(?:e|de|ste)\b|\bniet (?:een|twee|drie|vier|vijf|zes|\d+)$|"
    r"\bdozijn\b|\b(?:op komst|onderweg|verwacht)\b|"
    r"\b(?:een|1) van (?:mezelf|mijzelf|mij|mijn|mn|m'n|hem|haar)\b.* en |"
    rf"\bkomma (?!nul)|\d (?:{'|'.join(MONTHS)})\b"
)
_NEAR = 3  # words between a count and what it counts: "2 hele kleine kinderen"


@dataclass(frozen=True, slots=True)
class _Count:
    """So many, and of whom: general, own, adult or "" when that is not said."""

    value: int
    noun: str = ""
    added: bool = False  # "en", "plus" or "nog" stands before it


def read_number(text: str) -> str | None:
    """A whole number from 0 to 99 in digits or words, as text; unclear → None."""
    found = whole_number(text)
    return str(found) if found is not None and found <= MOST else None


def whole_number(text: str) -> int | None:
    """As `number`, when it is a whole one."""
    found = number(text)
    return found if isinstance(found, int) else None


def number(text: str) -> int | float | None:
    """The one number this text means, sums of people added up; unclear or absurd → None."""
    tale, dus, concluded = text.casefold().rpartition(" dus ")
    found = _number(concluded) if dus and tale.strip(" ,.") else None  # "…, dus we zijn met 5"
    return _number(text) if found is None else found


def _number(text: str) -> int | float | None:
    said = " ".join(_ROUGH.sub(" ", corrected(clear(text))).split())
    if _ONLY_ME.search(said) and not any(t.value is not None for t in tokens(said)):
        return 1
    said = _not_herself(said.partition(" waarvan ")[0])
    pieces = tokens(said)
    words = {t.text for t in pieces}
    if (
        glued(said)
        or unread(pieces)
        or _plural_one(pieces)
        or (_MINE.search(said) and not _ME.search(said))
    ):
        return None
    if (words & _VAGUE and said != "geen enkele") or _NO_COUNT.search(said):
        return None
    if words & _ZERO and not any(t.value for t in pieces if t.text not in _ARTICLES):
        return None if words & _SPEECH else 0
    found = _part(pieces) or _meant(_without_ages(pieces), said)
    return found if found is not None and found < _ABSURD else None


def _not_herself(said: str) -> str:
    """ "ik ben 28 en heb 2 kinderen" without her own age, when another number is left."""
    others = OWN_AGE.sub(" ", said)
    return others if any(t.value is not None for t in tokens(others)) else said


def _part(pieces: Sequence[Token]) -> float | None:
    """ "anderhalf", "2,5 uur": the only number, and not a whole one."""
    values = [t for t in pieces if t.value is not None and t.text != "een"]
    return values[0].value if len(values) == 1 and values[0].whole is None else None


def _meant(pieces: Sequence[Token], said: str) -> int | None:
    if any(t.value is not None and t.whole is None for t in pieces) or _range(pieces):
        return None
    if any(t.text[0].isdecimal() and t.value is None for t in pieces):
        return None
    counts = _counts(pieces)
    if _ME.search(said) and any(c.noun for c in counts):
        counts = [_Count(1, "adult"), *counts]
    elif any(c.noun == "adult bare" for c in counts):
        return None
    return _sum(counts, plus="+" in said or " plus " in said)


def _range(pieces: Sequence[Token]) -> bool:
    """ "2 of 3", "2-3", "2 à 3"."""
    triples = zip(pieces, pieces[1:], pieces[2:], strict=False)
    return any(
        a.value is not None and c.value is not None and b.text in ("of", "a", "-", "/", "tot")
        for a, b, c in triples
    )


def _counts(pieces: Sequence[Token]) -> list[_Count]:
    """Each number with whom it counts; a bare "zoon" beside other counts is one."""
    counts: list[_Count] = []
    articles: list[_Count] = []
    used: set[int] = set()
    for place, token in enumerate(pieces):
        added = any(t.text in _ADDS for t in pieces[max(0, place - 2) : place])
        if place in used:
            continue
        if (many := multiple_birth(token.text)) or (many := _together(pieces, place)):
            counts.append(_Count(many, "own", added))
        elif token.whole is not None:
            count, noun_at = _counted(pieces, place, added=added)
            used.add(noun_at)
            bare = token.text == "een" and not count.noun
            if bare and place + 1 < len(pieces) and pieces[place + 1].text not in _FILLER:
                continue  # "een apart verhaal"
            (articles if bare else counts).append(count)
        elif (noun := person(token.text)) and noun != GENERAL:
            counts.append(_Count(1, "adult bare" if adult(token.text) else "own", added))
    more = [a for a in articles if a.added] if counts else articles[:1]
    bare_only = counts and not any(t.whole is not None for t in pieces)
    return [] if bare_only and len(counts) == 1 and not _birth(pieces) else counts + more


def _plural_one(pieces: Sequence[Token]) -> bool:
    """ "een kinderen" is "geen" or a number that lost its letters."""
    pairs = pairwise(pieces)
    return any(a.text == "een" and person(b.text) and plural(b.text) for a, b in pairs)


def _birth(pieces: Sequence[Token]) -> bool:
    """Whether a twin, or an age that was left out ("zoon van 3"), makes one noun a count."""
    return any(multiple_birth(t.text) or t.text == "#" for t in pieces) or any(
        _together(pieces, place) for place in range(len(pieces))
    )


def _together(pieces: Sequence[Token], place: int) -> int:
    """ "met z'n drieën", "wij vieren"."""
    many = collective(pieces[place].text)
    before = {t.text for t in pieces[max(0, place - 3) : place]}
    return many if before & {"met", "wij", "z'n", "zn", "zijn", "ons", "alle", "we"} else 0


def _counted(pieces: Sequence[Token], place: int, *, added: bool) -> tuple[_Count, int]:
    """The number at this place with its noun, and where the noun stands (-1: none)."""
    value = pieces[place].whole or 0
    for at in range(place + 1, min(place + 1 + _NEAR, len(pieces))):
        word = pieces[at].text
        if pieces[at].value is not None or word in _ADDS or word in ",.;":
            break
        if many := multiple_birth(word):
            return _Count(value * many, "own", added), at
        if noun := person(word):
            return _Count(value, "adult" if adult(word) else noun, added), at
    return _Count(value, "", added), -1


def _sum(counts: Sequence[_Count], *, plus: bool) -> int | None:
    if not counts:
        return None
    first, rest = counts[0], counts[1:]
    if not rest:
        return first.value
    if _told_twice(first, rest):
        return first.value
    named = all(c.noun or c.added for c in rest) and any(c.noun for c in counts)
    once_more = len(rest) == 1 and rest[0].added and rest[0].value == 1 and not rest[0].noun
    listed = first.noun != GENERAL or all(c.added for c in rest)
    if plus or once_more or (named and listed and all(c.noun for c in rest)):
        return sum(c.value for c in counts)
    return None


def _told_twice(first: _Count, rest: Sequence[_Count]) -> bool:
    """Whether what follows only spells the first count out."""
    parts = (
        len(rest) > 1
        and sum(c.value for c in rest) == first.value
        and not all(c.added for c in rest)
    )
    if parts and first.noun in (GENERAL, ""):
        return True  # "3 kinderen: 2 jongens en 1 meisje"
    if first.noun != GENERAL:
        return False
    same = all((c.value, c.noun, c.added) == (first.value, GENERAL, False) for c in rest)
    bare = not rest[0].added and not any(c.noun for c in rest)
    ages = bare and len(rest) == first.value  # "3 kindjes 2 5 en 8"
    return same or ages


def _without_ages(pieces: Sequence[Token]) -> list[Token]:
    """The pieces with ages beside a count left out; a "#" stands for them."""
    ages = _ages(pieces)
    kept = [t for place, t in enumerate(pieces) if place not in ages]
    if any(t.value is not None or multiple_birth(t.text) for t in kept):
        return kept
    if any(person(t.text) for t in kept) and ages:
        return [*kept, Token("#")]
    return list(pieces)


def _ages(pieces: Sequence[Token]) -> set[int]:
    """Places of numbers that are ages: after "van" or "is", before "jaar", and lists of those."""
    ages: set[int] = set()
    for place, token in enumerate(pieces):
        if token.value is None:
            continue
        after = pieces[place + 1].text if place + 1 < len(pieces) else ""
        before = pieces[place - 1].text if place else ""
        if after in _AGE_UNITS or (before in ("van", "is", "wordt") and not person(after)):
            ages.add(place)
    for place in range(len(pieces) - 1, -1, -1):  # "3 en 5 jaar"
        if _chained(pieces, place, place + 2) and place + 2 in ages:
            ages.add(place)
    for place in range(len(pieces)):  # "van 3 en 5"
        if _chained(pieces, place - 2, place) and place - 2 in ages:
            ages.add(place)
    return ages


def _chained(pieces: Sequence[Token], left: int, right: int) -> bool:
    """Whether two bare numbers are linked, and the right one counts nobody."""
    if left < 0 or right >= len(pieces) or pieces[left + 1].text not in ("en", ",", "&", "/"):
        return False
    if pieces[left].value is None or pieces[right].value is None or pieces[right].text == "een":
        return False
    return not (right + 1 < len(pieces) and person(pieces[right + 1].text))
