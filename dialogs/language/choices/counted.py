"""A number or an age, where the options are numbers: "maar 1tje", "bijna 13", "10 maanden"."""

from __future__ import annotations

import re

from dialogs.language.ages import read_ages
from dialogs.language.choices.labels import NUMBERS, Option, Options, number
from dialogs.language.choices.words import LIGHT, STOP
from dialogs.language.numbers import number as read_number
from dialogs.language.wordlist import listed

COUNTED = frozenset(
    listed("kind kinderen jongens meisjes zoons dochters stuks tal keer jongetjes zonen")
)
_UNIT = frozenset(
    listed("""
jaar kind kinderen keer dagen dag uur maanden week weken maand stuks km euro min minuten st
""")
)
_AGED = re.compile(r"\b(?:jaar|jarige?|tm|tot en met)\b")
_SPANS = re.compile(r"\b(?:maand(?:en)?|weken|week|langer|korter|keer|euro)\b")  # no ages
_ABOUT_AGE = re.compile(
    r"\b(?:jaar|jr|jarig|maand(?:en)?|mnd|weken|wkn|wk|bijna|anderhalf|half jaar|baby|zwanger)\b"
)
_BECOMES = re.compile(r"\bword(?:t|en)?\b")
AGE_WORDS = {"baby": 0, "dreumes": 1, "peuter": 2, "kleuter": 4, "puber": 14, "tiener": 14}
_A_YEAR = {"year": 1, "month": 12, "week": 52}


def counted(words: list[str], options: Options) -> list[Option] | None:
    """The option with her number, when the options are numbers; None when this is none."""
    if not options.numeric:
        return None
    said = " ".join(words)
    if _are_ages(options) and (_ABOUT_AGE.search(said) or _BECOMES.search(said)):
        found = of_ages(said, options)
        return found if found is not None or not _BECOMES.search(said) else []
    own = [
        w
        for w in words
        if w not in STOP - {"een"} and w not in _UNIT and w not in LIGHT and w != "|"
    ]
    own = [w for w in own if w != "een"] or own
    if len(own) != 1:
        return None
    if COUNTED & set(words) and not any(COUNTED & set(o.label) for o in options.all):
        return None  # "twee kinderen" is no age
    value = int(own[0]) if own[0].isdigit() else NUMBERS.get(own[0], read_number(own[0]))
    if value is None:
        return None
    return [o for o in options.all if o.numbers is not None and value in o.numbers]


def of_ages(said: str, options: Options) -> list[Option] | None:
    """Every option with the age of one of her children; None when the ages are not clear."""
    ages = read_ages(said)
    if not ages or _BECOMES.search(said):
        return None
    born = [age.value // _A_YEAR[age.unit] for age in ages if not age.pregnant]
    found = [[o for o in options.all if o.numbers and years in o.numbers] for years in born]
    expecting = [o for o in options.all if {"zwanger", "verwachting"} & set(o.label)]
    if any(age.pregnant for age in ages):
        found.append(expecting)
    return [o for one in found for o in one] if all(found) else None


def _are_ages(options: Options) -> bool:
    labels = [" ".join(o.label) for o in options.all]
    return any(map(_AGED.search, labels)) and not any(map(_SPANS.search, labels))


def in_years(value: int, unit: str) -> int:
    """Whole years of a number of years, months or weeks."""
    return value // _A_YEAR[unit]


def is_number(word: str) -> bool:
    """Whether this word is a number in digits or a Dutch word up to twelve; "een" is not."""
    return word.isdigit() or (word in NUMBERS and word != "een")


def years_of(word: str) -> int | None:
    """The age that a number or a word for a child says: "peuter" is two."""
    return number(word) if is_number(word) else AGE_WORDS.get(word)
