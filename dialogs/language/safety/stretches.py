"""A long message in stretches, so that what it costs to read grows with its length and no faster.

words → what is said over and over said twice → stretches that overlap
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogs.language.safety.tokens import Token

LONG = 40  # words of a stretch; nearly every message is shorter, and is one
_OVERLAP = 20  # words: no pattern is longer
_PHRASE = 40  # words, at most, of what is said over and over
_TWICE = 2


def stretches(found: Sequence[Token]) -> Iterator[list[Token]]:
    """The words in stretches of `LONG`, in order; a single one for fewer words, or none."""
    once = _told_twice(found) if len(found) > LONG else list(found)
    yield once[:LONG]
    for start in range(LONG - _OVERLAP, len(once) - _OVERLAP, LONG - _OVERLAP):
        yield once[min(start, len(once) - LONG) :][:LONG]


def _told_twice(found: Sequence[Token]) -> list[Token]:
    """Without the third and later times that a phrase is said right after itself."""
    kept: list[Token] = []
    for token in found:
        kept.append(token)
        for size in range(1, _PHRASE + 1):
            if len(kept) > size and kept[-1 - size].text == token.text and _again(kept, size):
                del kept[-size:]
                break
    return kept


def _again(kept: Sequence[Token], size: int) -> bool:
    """Whether the last words were said two times just before."""
    last, before = ([t.text for t in kept[-n * size : (1 - n) * size or None]] for n in (1, 2))
    return last == before == [t.text for t in kept[-3 * size : -2 * size]]
