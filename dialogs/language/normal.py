"""Typed text in one plain shape: lower case, no accents, no punctuation, single spaces."""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[^\w\s+-]|_")
_STRETCHED = re.compile(r"([^\W\d])\1{2,}")  # letters only: 1000 stays 1000


def normal(text: str) -> str:
    """ "Jááá hoor!!" → "ja hoor": what readers compare."""
    bare = text.casefold()
    if not bare.isascii():
        decomposed = unicodedata.normalize("NFKD", bare)
        bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    if not bare.isalnum():  # most calls are for one word
        bare = _NOT_WORD.sub(" ", bare)
    return " ".join(_STRETCHED.sub(r"\1", bare).split())
