"""Rows of digits in a text, however they are written: the places to look for numbers that matter.

Full-width, Arabic and keycap digits, o and l for 0 and 1, zero-width characters, digits spelled out
("een twee drie", "twaalf vierendertig") and spoken separators all count. Spans are those of the
text as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.language.numbers.words import exact, fold
from dialogs.values import value_class

HIDDEN = "▒"  # what a mask is made of: it holds rows of digits apart
_INVISIBLE = frozenset({"Cf", "Mn", "Me"})
_DIGITS = (
    r"(?:(?<![A-Za-z])[oOlI]{1,3}(?=\d))?\d(?:[oOlI]*\d)*(?:[oOlI]+(?![A-Za-z]))?"
    r"|(?<=\d\W)[oO](?=\W\d)"
)
_GROUP = re.compile(_DIGITS)
_WORD = re.compile(r"[^\W\d_]{3,40}")
_GROUP_OR_WORD = re.compile(f"{_DIGITS}|{_WORD.pattern}")
_SPELLED = re.compile(
    r"nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|tig\b|honderd", re.I
)
_GAP = re.compile(rf"[^\w+€$%=@{HIDDEN}]{{0,3}}|_{{1,3}}")
_SPOKEN_GAP = re.compile(
    r"\W{0,3}(?:punt|streepje|spatie|komma|slash|en dan|dan|koppelteken|underscore|enter)\W{0,3}",
    re.IGNORECASE,
)
_LETTERS = str.maketrans({"o": "0", "O": "0", "l": "1", "I": "1"})
_FEWEST_WORDS = 3  # spelled numbers, before words are read as digits at all


@value_class(frozen=True, slots=True)
class Group:
    """Digits that stand together, or one spelled number; `start` and `end` in the typed text."""

    digits: str
    start: int
    end: int
    gap: str = ""  # what stands between it and the group before, spaces made single
    plus: bool = False  # a + stands right before it


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without invisible characters and with plain digits; `at` leads back."""

    text: str
    at: range | list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The typed text's span of a span here."""
        return self.at[start], self.at[end - 1] + 1


def plain(text: str) -> Plain:
    """The text as the searches read it."""
    if text.isascii():
        return Plain(text, range(len(text)))
    kept: list[str] = []
    at: list[int] = []
    for place, char in enumerate(text):
        if char.isascii() or unicodedata.category(char) not in _INVISIBLE:
            kept.append(_digit(char))
            at.append(place)
    return Plain("".join(kept), at)


def runs(seen: Plain) -> list[list[Group]]:
    """Groups of digits with nothing but short gaps between them."""
    found: list[list[Group]] = []
    ended = -1
    for digits, start, end in _groups(seen.text):
        gap = seen.text[ended:start] if found else ""
        plus = seen.text[max(0, start - 1) : start] == "+"
        joined = found and not plus and (_GAP.fullmatch(gap) or _SPOKEN_GAP.fullmatch(gap))
        group = Group(digits, *seen.span(start, end), _gap(gap) if joined else "", plus)
        if joined:
            found[-1].append(group)
        else:
            found.append([group])
        ended = end
    return found


def counted(seen: Plain) -> Plain:
    """The text with spelled numbers as digits, "nul twintig" → "0 20"; each ends where it did."""
    if len(_SPELLED.findall(seen.text)) < _FEWEST_WORDS:
        return seen
    kept: list[str] = []
    at: list[int] = []
    past = 0
    for found in _WORD.finditer(seen.text):
        if (value := exact(fold(found.group()))) is None:
            continue
        start, end = found.span()
        digits = str(value)
        kept += [*seen.text[past:start], *digits]
        at += [*seen.at[past:start], *[seen.at[end - 1]] * len(digits)]
        past = end
    return Plain("".join(kept) + seen.text[past:], [*at, *seen.at[past:]])


def few(text: str, fewest: int) -> bool:
    """Whether a text holds fewer digits than this, spelled ones counted generously."""
    words = len(_SPELLED.findall(text))
    return words < _FEWEST_WORDS and words + sum(map(str.isdigit, text)) < fewest


def _digit(char: str) -> str:
    """The plain digit or letter behind this character, when there is exactly one."""
    value = unicodedata.digit(char, None)
    if value is not None:
        return str(value)
    same = unicodedata.normalize("NFKC", char)
    return same if len(same) == 1 else char


def _groups(text: str) -> Iterator[tuple[str, int, int]]:
    spoken = len(_SPELLED.findall(text)) >= _FEWEST_WORDS or "nul" in text.casefold()
    for found in (_GROUP_OR_WORD if spoken else _GROUP).finditer(text):
        piece = found.group()
        if piece[0].isdigit() or len(piece) < 3 or any(map(str.isdigit, piece)):
            yield piece.translate(_LETTERS), *found.span()
        elif (value := exact(fold(piece))) is not None:
            yield str(value), *found.span()


def _gap(gap: str) -> str:
    """ "  " → " ", " - " → "-"."""
    return gap.strip() or ("\n" if "\n" in gap else " " if gap else "")
