"""Which known words may be meant by a word that is not known: typing errors and chat spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

_TWO_ERRORS_FROM = 8  # letters; shorter words are taken for another word too easily
_MOST_NEAR = 6
_ENDINGS_FROM = 4  # letters; "me" is not "men"
_DOUBLED = re.compile(r"([a-z])\1")
_VOWELS = re.compile(r"[aeiouy]")
_FEWEST_CONSONANTS = 3


class Near:
    """Known words by what people leave out or mistype. Read-only once made."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = frozenset(words)
        self._by_length: dict[int, list[str]] = {}
        self._bare: dict[str, list[str]] = {}  # "wtr" → water
        for word in sorted(self._known):
            self._by_length.setdefault(len(word), []).append(word)
            self._bare.setdefault(_VOWELS.sub("", word), []).append(word)

    def endings(self, word: str) -> Iterator[str]:
        """Known words that sound the same at the end: "geslage" → geslagen, "leve" → leven."""
        if len(word) >= _ENDINGS_FROM and word[-1] == "e":
            yield from self._of(word + "n")

    def verbs(self, word: str) -> Iterator[str]:
        """Known words that differ in their d, t or dt only: "vermoor" → vermoord."""
        if len(word) < _ENDINGS_FROM:
            return
        if word[-1] in "dt":
            yield from self._of(word[:-1] + "dt", word[:-1] + "t", word[:-1] + "d", word[:-1])
        else:
            yield from self._of(word + "d", word + "t", word + "dt")

    def __call__(self, word: str) -> list[str]:
        """Known words at one typing error, two from eight letters; at most a handful."""
        if len(word) < 2 or not word.isalpha():
            return []
        for most in (1, 2) if len(word) >= _TWO_ERRORS_FROM else (1,):
            if found := self._within(word, most):
                return found
        if not _VOWELS.search(word):
            return self._bare.get(word, [])[:_MOST_NEAR] if len(word) >= _FEWEST_CONSONANTS else []
        once = _DOUBLED.sub(r"\1", word)  # "dakliis" is "dakloos" with one key mistaken, held twice
        return self._doubled(word, once) if once != word else []

    def _of(self, *words: str) -> Iterator[str]:
        return (word for word in words if word in self._known)

    def _within(self, word: str, most: int) -> list[str]:
        lengths = range(max(2, len(word) - most), len(word) + most + 1)
        choices = [known for length in lengths for known in self._by_length.get(length, ())]
        found = process.extract(
            word, choices, scorer=OSA.distance, score_cutoff=most, limit=_MOST_NEAR
        )
        return [known for known, _, _ in found]

    def _doubled(self, word: str, once: str) -> list[str]:
        same = self._by_length.get(len(word), ())
        return [
            known
            for known in same
            if _DOUBLED.search(known)
            and OSA.distance(once, _DOUBLED.sub(r"\1", known), score_cutoff=1) <= 1
        ][:_MOST_NEAR]
