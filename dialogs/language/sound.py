"""Words written as they sound: "slegt" and "slecht", "middach" and "middag" are one."""

from __future__ import annotations

import re
from functools import lru_cache

_AS_HEARD = tuple(
    (re.compile(pattern), heard)
    for pattern, heard in (
        (r"sch(?=[^aeiou]|$)", "s"),  # logisch
        (r"ch|gh", "g"), (r"ph", "f"), (r"th", "t"), (r"qu", "kw"), (r"x", "ks"),
        (r"c(?=[eiy])", "s"), (r"ck?", "k"),
        (r"ij|ei|ey|y", "ei"), (r"ou|au|auw|ouw", "ou"), (r"ie\b", "i"),
        (r"dt\b|d\b|td\b", "t"), (r"b\b", "p"), (r"v", "f"), (r"z", "s"),
        (r"([a-z])\1", r"\1"),
    )
)  # fmt: skip


@lru_cache(4096)
def sound(word: str) -> str:
    """One spelling for all ways to write this lower-case word by ear."""
    for pattern, heard in _AS_HEARD:
        word = pattern.sub(heard, word)
    return word
