"""Typed text in one plain shape: lower case, no accents, no punctuation, single spaces."""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[^\w\s+-]|_")
_STRETCHED = re.compile(r"(.)\1{2,}")


def normal(text: str) -> str:
    """ "Jááá hoor!!" → "ja hoor": what readers compare."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    bare = _NOT_WORD.sub(" ", bare)
    return " ".join(_STRETCHED.sub(r"\1", bare).split())
