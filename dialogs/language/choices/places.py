"""Options by their place: "de tweede", "nr 3", "b", "laatste", "de eerste twee"."""

from __future__ import annotations

import re

from dialogs.language.choices.ranges import NUMBERS
from dialogs.language.wordlist import listed

_ORDINALS = {
    word: place
    for place, words in enumerate(
        ("eerste 1e 1ste", "tweede 2e 2de", "derde 3e 3de", "vierde 4e 4de", "vijfde 5e 5de",
         "zesde 6e 6de", "zevende 7e 7de", "achtste 8e 8ste", "negende 9e", "tiende 10e")
    )
    for word in words.split()
}  # fmt: skip
_ORDINALS |= {"bovenste": 0, "bovenaan": 0}
_PART_OF = re.compile(
    rf"(?:\d|{'|'.join(NUMBERS)}) van de (?:\d|{'|'.join(NUMBERS)})"
)  # "twee van de vier": which is not said
_LAST = frozenset(("laatste", "onderste", "onderaan", "laaste", "laatse"))
_NAMING = frozenset(
    listed("""
nummer optie keuze antwoord punt # letter keus mogelijkheid knop
""")
)
_LOOSE = frozenset(listed("""
de die het dat ik kies neem doe wil voor maar graag van lijkt me mij beste denk is en of ook , |
ja gewoon hoor liefst liever op lijst rij alsjeblieft dan wel alleen eh uhm toch zou willen
hebben goed prima ga bedoel in plus + past geef deze mijn dankjewel klopt alles
"""))  # fmt: skip


def places(words: list[str], count: int, *, numeric: bool = False) -> tuple[int, ...]:
    """The places (from 0) she names when the whole message is that; empty when it says more.

    With `numeric` options a bare number is a number, not a place.
    """
    if _PART_OF.search(" ".join(words)):
        return ()
    if group := _first_few(words, count):
        return group
    own = [w for w in words if w not in _LOOSE]
    named = bool(_NAMING & set(own))
    found = [_place(w, count, bare=named or not numeric) for w in own if w not in _NAMING]
    if not found or None in found:
        return ()
    ordered = tuple(dict.fromkeys(place for place in found if place is not None))
    return ordered if all(0 <= place < count for place in ordered) else ()


def _place(word: str, count: int, *, bare: bool) -> int | None:
    if word in _ORDINALS:
        return _ORDINALS[word]
    if word in _LAST:
        return count - 1
    if word == "middelste" and count % 2:
        return count // 2
    if not bare:
        return None
    if word.isdecimal() and len(word) <= 2:
        return int(word) - 1
    if len(word) == 1 and "a" <= word <= "h":
        return ord(word) - ord("a")
    return NUMBERS[word] - 1 if word in NUMBERS and word != "een" else None


def _first_few(words: list[str], count: int) -> tuple[int, ...]:
    """ "de eerste twee", "laatste 3 dagen"."""
    own = [w for w in words if w not in _LOOSE and w not in ("dagen", "week", "opties", "dingen")]
    if len(own) != 2 or own[0] not in ("eerste", "bovenste", *_LAST):
        return ()
    many = int(own[1]) if own[1].isdecimal() else NUMBERS.get(own[1], 0)
    if not 2 <= many <= count:
        return ()
    return tuple(range(many) if own[0] in ("eerste", "bovenste") else range(count - many, count))
