"""Who a creditor is: one name in many spellings, and names that may well be the same one. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

_ALIKE = 85  # of 100, by rapidfuzz: a slip of the pen
_FORMS = frozenset(  # what stands before or after a name and tells nobody apart
    ("bv", "nv", "cv", "ua", "vof", "coop", "cooperatie", "coöperatie", "stichting")
)


def plain(name: str) -> str:
    """The name as it is compared: small letters, single spaces."""
    return " ".join(name.casefold().split())


def spelled(name: str, known: Iterable[str]) -> str:
    """The name as it is known already; else as it was typed."""
    return next((one for one in known if plain(one) == plain(name)), name)


def alike(name: str, known: Iterable[str]) -> str:
    """A known name that a new one closely resembles; "" when it is known, or like none."""
    names = list(known)
    if any(plain(one) == plain(name) for one in names):
        return ""
    scored = [(_likeness(_core(name), _core(one)), one) for one in names]
    score, best = max(scored, default=(0.0, ""))
    return best if score >= _ALIKE else ""


def _likeness(one: list[str], other: list[str]) -> float:
    """Of 100; a name that only has a word more is as like as can be."""
    fewer, more = sorted((set(one), set(other)), key=len)
    if fewer and fewer <= more:
        return 100.0
    return fuzz.ratio("".join(one), "".join(other))


def _core(name: str) -> list[str]:
    words = re.findall(r"\w+", plain(name).replace(".", ""))
    return [word for word in words if word not in _FORMS] or words
