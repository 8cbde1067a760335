"""Typed text as words, numbers and signs; number words that belong together are one number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.language.frequency import zipf
from dialogs.language.numbers.words import fold, spelled, torn
from dialogs.language.wordlist import listed

_PIECE = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+(?:'[a-z]+)*|[^\s\w]|\w")
_MULTIPLES = {"honderd": 100, "duizend": 1000, "mille": 1000, "k": 1000, "miljoen": 1_000_000}
_HALVES = frozenset({"half", "halve", "halfje"})
_ONE_AND_A_HALF = frozenset(
    listed("""
anderhalf anderhalve anderhalfe anderhalv anderalf anderhalft andehalf aderhalf
""")
)
_WITH_HALF = re.compile(r"(.{3,}?)en(?:een)?hal(?:f|ve)$")  # "drieenhalf"
_TOO_MANY = 400  # pieces: an answer is shorter


@dataclass(frozen=True, slots=True)
class Token:
    """One folded word, number or sign; `value` when it counts something, `text` as it was typed."""

    text: str
    value: float | None = None
    spelled: bool = False  # in words: "drie", not "3"

    @property
    def whole(self) -> int | None:
        """The value when it is a whole number."""
        return None if self.value is None or self.value % 1 else int(self.value)


def tokens(text: str, *, joined: bool = True) -> list[Token]:
    """The pieces of a text, at most 400. `joined`: "drie en twintig" is 23, not 3 and 20."""
    pieces = [_token(piece) for piece in _PIECE.findall(fold(text))[:_TOO_MANY]]
    merged: list[Token] = []
    place = 0
    while place < len(pieces):
        taken, token = _longest(pieces[place:], joined=joined)
        merged.append(token)
        place += taken
    return merged


_GLUED = re.compile(r"\d([a-z]{1,3})(?![a-z])")
_MAY_GLUE = frozenset(
    listed("""
k x e de ste en eu eur ct cnt jr j y jar mnd md m mn mdn mnt wk wkn w wks of a pm pw p per van h u
kg cm kid uur ton ero na om op is
""")
)


def glued(said: str) -> bool:
    """Whether a number ends in letters that mean nothing: "3kk"."""
    return any(found not in _MAY_GLUE for found in _GLUED.findall(said))


def unread(pieces: Sequence[Token]) -> bool:
    """Whether one of the words was a number that cannot be read any more: "tweehodrd"."""
    return any(t.value is None and torn(t.text) and not zipf(t.text) for t in pieces)


def decimal(digits: str) -> float | None:
    """ "1.850" → 1850, "1.850,50" → 1850.5, "1850.50" → 1850.5; None for "1,850" or "1.2.3"."""
    if digits.isdecimal():
        return float(digits)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", digits):
        return float(digits.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d{2}", digits):
        return float(digits.replace(",", ""))
    if re.fullmatch(r"\d+[.,]\d{1,2}", digits):
        return float(digits.replace(",", "."))
    return None


def _token(piece: str) -> Token:
    if piece[0].isdecimal():
        return Token(piece, decimal(piece))
    if piece in _ONE_AND_A_HALF:
        return Token(piece, 1.5, spelled=True)
    if half := _WITH_HALF.match(piece):
        whole = spelled(half[1])
        return Token(piece) if whole is None else Token(piece, whole + 0.5, spelled=True)
    found = spelled(piece)
    return Token(piece) if found is None else Token(piece, float(found), spelled=True)


def _longest(pieces: Sequence[Token], *, joined: bool) -> tuple[int, Token]:
    """How many pieces the first number takes, and that number; else the first piece alone."""
    first = pieces[0]
    if first.value is None:
        return 1, first
    taken, value = _and_a_half(pieces)
    if joined and taken == 1:
        taken, value = _tens_after_unit(pieces)
    below = _size(first) if taken == 1 else 1
    while (grown := _grown(value, below, pieces[taken:], joined=joined)) is not None:
        more, value, below = grown
        taken += more
    if taken == 1:
        return 1, first
    return taken, Token(" ".join(p.text for p in pieces[:taken]), value, spelled=True)


def _and_a_half(pieces: Sequence[Token]) -> tuple[int, float]:
    """ "twee en een half", "2 en half", "2 1/2"."""
    words = [p.text for p in pieces[1:5]]
    value = pieces[0].value or 0.0
    if words[:2] == ["en", "een"] and words[2:3] and words[2] in _HALVES:
        return 4, value + 0.5
    if words[:1] == ["en"] and words[1:2] and words[1] in _HALVES:
        return 3, value + 0.5
    if words[:3] == ["1", "/", "2"]:
        return 4, value + 0.5
    return 1, value


def _tens_after_unit(pieces: Sequence[Token]) -> tuple[int, float]:
    """ "drie en twintig"."""
    first, after = pieces[0], pieces[1:3]
    unit, tens = first.value or 0.0, after[1].value if len(after) == 2 else None
    linked = tens is not None and after[0].text == "en" and first.spelled and after[1].spelled
    if linked and tens is not None and 0 < unit < 10 and tens in range(20, 100, 10):
        return 3, unit + tens
    return 1, unit


def _size(token: Token) -> int:
    """What may still follow a spelled number must be below this: "tweehonderd" … "vijftig"."""
    value = token.whole
    if not token.spelled or not value:
        return 1
    return next((size for size in (1_000_000, 1000, 100) if value % size == 0), 1)


def _grown(
    value: float, below: int, rest: Sequence[Token], *, joined: bool
) -> tuple[int, float, int] | None:
    """What the next pieces make of a number: how many they are, its value, what may follow then."""
    if rest and value < 1000 and (size := _multiple(rest[0])) and (value < size or size == 1000):
        return 1, value * size, size
    skip = 1 if joined and rest[:1] and rest[0].text == "en" else 0
    if below == 1 or len(rest) <= skip or rest[skip].value is None:
        return None
    taken, found = _longest(rest[skip:], joined=joined)
    if not found.whole or found.whole >= below:
        return None
    return taken + skip, value + found.whole, _size(found)


def _multiple(token: Token) -> int:
    known = _MULTIPLES.get(token.text, 0)
    return known or (token.whole or 0 if token.spelled and token.whole in (100, 1000) else 0)
