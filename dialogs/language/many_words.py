"""Very many words, only to ask whether a word is one of them.

Eight bytes a word, where a set of them takes a hundred and fifty. Only the hashes are kept: that a
word which is not there seems to be has a chance of one in 10^14.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from itertools import groupby


class ManyWords:
    """The words; read-only once made."""

    __slots__ = ("_hashes",)

    def __init__(self, words: Iterable[str]) -> None:
        self._hashes = array("q", (known for known, _ in groupby(sorted(map(hash, words)))))

    def __contains__(self, word: object) -> bool:
        at = bisect_left(self._hashes, known := hash(word))
        return at < len(self._hashes) and self._hashes[at] == known

    def __len__(self) -> int:
        return len(self._hashes)
