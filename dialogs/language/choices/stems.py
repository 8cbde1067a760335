"""What is left of a Dutch word without its endings: werken, werkt → werk."""

from __future__ import annotations

import re
from functools import lru_cache

from dialogs.language.wordlist import listed

_IRREGULAR = frozenset(listed("""
alleen samen geen even morgen buiten binnen boven beneden alles alle allemaal iedereen tegen
negen zeven tien weekend bekend
"""))  # fmt: skip
_ENDINGS = ("ende", "end", "tjes", "jes", "tje", "je", "en", "s", "e", "t")
_LONG_VOWEL = re.compile(r"([aeou])\1(?=[^aeiou]$)")
_HARD = {"v": "f", "z": "s"}


@lru_cache(4096)
def stem(word: str) -> str:
    """A Dutch word without its most common endings: werken, werkt → werk; appen → ap."""
    if word in _IRREGULAR:
        return word
    bare = word[2:] if word.startswith("ge") and len(word) >= 6 and word[-1] in "dt" else word
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= (4 if "end" in ending else 3):
            bare = bare[: -len(ending)]
            break
    bare = bare[:-1] if len(bare) > 3 and bare[-1] == bare[-2] else bare
    return _spelled_short(bare) if len(bare) > 3 else bare


def _spelled_short(bare: str) -> str:
    """One spelling for the stem of "kleren" and "kleertjes", of "brieven" and "brief"."""
    return _LONG_VOWEL.sub(r"\1", bare[:-1] + _HARD.get(bare[-1], bare[-1]))
