"""What looks like danger and is none, and when it takes the place of what a rule found.

Idioms ("ik lach me dood") and the exceptions beside a rule (`behalve`) are phrases: ordinary words
that only stand near a cry are not meant by them, and silence nothing ("voetbal, hij slaat me").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogs.language.safety.lattice import Lattice
from dialogs.language.safety.match import Match, matches
from dialogs.language.safety.pattern import Pattern

_OWN = 2  # words of a match outside a harmless phrase, with which it still says it by itself


@dataclass(frozen=True, slots=True)
class Harmless:
    """Harmless phrases in a message: the places of each one's words, as bits."""

    phrases: frozenset[int]  # those of one sentence: whole, and able to silence
    blank: int  # all places of these
    touched: int  # and of those that reach over who begins another sentence

    def covers(self, match: Match) -> bool:
        """Whether a match is about these phrases: all its words but one at most are theirs."""
        return _covered(match.used, self.blank)

    def means(self, match: Match, idioms: int) -> bool:
        """Whether one of these phrases is what the match says, and does not just stand beside it.

        It is nearly all of the match, but for the places of `idioms` ("*slapen in de auto*"), or
        stands amid it ("ik sla *de bladzijde om* voor mijn kind").
        """
        around = (1 << match.end) - (1 << match.start)
        return any(
            phrase & match.used and (not phrase & ~around or _covered(match.used, phrase | idioms))
            for phrase in self.phrases
        )


def harmless(patterns: Iterable[Pattern], lattice: Lattice, subjects: frozenset[str]) -> Harmless:
    """Where these patterns stand; `subjects` begin another sentence: "konijn en *hij* slaat me"."""
    found = {match.used for pattern in patterns for match in matches(pattern, lattice)}
    begins = _places(subjects, lattice) if found else 0
    whole = frozenset(used for used in found if not begins & _gaps(used))
    return Harmless(whole, _together(whole), _together(found))


def _covered(used: int, others: int) -> bool:
    return bool(used & others) and (used & ~others).bit_count() < _OWN


def _gaps(used: int) -> int:
    """The places between the first and the last of these that are not among them."""
    return (1 << used.bit_length()) - (used & -used) & ~used


def _together(places: Iterable[int]) -> int:
    union = 0
    for used in places:
        union |= used
    return union


def _places(words: frozenset[str], lattice: Lattice) -> int:
    """Where one of these words was typed."""
    typed = (edges[0][1][0] for edges in lattice.edges)
    return sum(1 << place for place, word in enumerate(typed) if word in words)
