"""Typed text in one plain shape: lower case, no accents, no punctuation, single spaces."""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[^\w\s+-]|_")
_STRETCHED = re.compile(r"([^\W\d])\1{2,}")  # letters only: 1000 stays 1000


def unaccented(text: str) -> str:
    """Letters without accents, and each digit as one that `int` knows: "❶" is 1."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(_plain(c) for c in decomposed if not unicodedata.combining(c))


def _plain(char: str) -> str:
    return str(unicodedata.digit(char)) if char.isdigit() and not char.isdecimal() else char


def normal(text: str) -> str:
    """ "Jááá hoor!!" → "ja hoor": what readers compare."""
    bare = text.casefold()
    if not bare.isascii():
        bare = unaccented(bare)
    if not bare.isalnum():  # most calls are for one word
        bare = _NOT_WORD.sub(" ", bare)
    return " ".join(_STRETCHED.sub(r"\1", bare).split())
