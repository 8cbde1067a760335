"""The readings of a message: each word as it stands, as what was meant, joined and split.

Positions run from 0 to the end; an edge leads from a position to a later one and carries every
word that may be meant there ("slatt" → slaat, slap). Typing errors are only sought for words that
nobody writes on purpose, so that "rood" never becomes "dood" and "smorgens" never "smoren".
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from dialogs.language.safety.near import Near
from dialogs.language.safety.tokens import Token

Edge = tuple[int, tuple[str, ...]]  # where it ends, what may stand there
_MOST_FILLERS = 3
_SPLIT_FROM = 4  # letters
_LONGEST_CODE = 3  # letters: "zsm", "okt", "wia" mean themselves
_CLIPPED = frozenset("kt")  # "kwil", "tgaat": ik and het, clipped


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What the lattice asks of the rules: known, common and real words, near words, beginnings."""

    known: frozenset[str]
    common: frozenset[str]
    real: Container[str]  # words that people write, so no typing errors
    fillers: frozenset[str]
    prefixes: tuple[str, ...]  # without the "+"
    near: Near
    near_short: Near  # the little words: what has three letters is a slip of these only


@dataclass(slots=True)
class Lattice:
    """Edges by where they start; `fresh[i]`: a sentence begins at position i."""

    edges: list[list[Edge]] = field(default_factory=list)
    fresh: list[bool] = field(default_factory=list)
    next: list[int] = field(default_factory=list)  # the position after the word at i
    skips: list[tuple[int, ...]] = field(default_factory=list)  # i, and past fill words
    words: set[str] = field(default_factory=set)
    where: dict[str, set[int]] = field(default_factory=dict)  # word → where it may begin

    def around(self, start: int, end: int, more: int) -> Iterator[str]:
        """The words from one position to another as they were typed, and so many on both sides."""
        places = [0]
        while places[-1] < len(self.edges):
            places.append(self.next[places[-1]])
        before = sum(1 for place in places if place < start)
        until = sum(1 for place in places if place < end)
        for place in places[max(0, before - more) : min(until + more, len(places) - 1)]:
            yield self.edges[place][0][1][0]

    def reach(self, start: int, most: int) -> Iterator[int]:
        """`start`, and the positions past up to `most` words of the same sentence."""
        yield start
        for _ in range(most):
            if start >= len(self.next) or self.fresh[start]:
                return
            start = self.next[start]
            yield start


def build(found: list[Token], dictionary: Dictionary) -> Lattice:
    """The lattice of these words."""
    lattice = Lattice()
    starts: list[int] = []
    for token in found:
        starts.append(len(lattice.edges))
        _add(lattice, token, dictionary)
    end = len(lattice.edges)
    starts.append(end)
    _join(lattice, found, starts, dictionary)
    lattice.skips = [_skips(lattice, at, dictionary.fillers) for at in range(end)] + [(end,)]
    lattice.fresh.append(True)
    for at, edges in enumerate(lattice.edges):
        for word in (word for _, words in edges for word in words):
            lattice.where.setdefault(word, set()).add(at)
    lattice.words = set(lattice.where)
    return lattice


def _add(lattice: Lattice, token: Token, dictionary: Dictionary) -> None:
    at = len(lattice.edges)
    words = _readings(token.text, dictionary)
    split = [] if _sure(token.text, dictionary) else _split(token.text, dictionary)
    end = at + 2 if split else at + 1
    lattice.edges.append([(end, words)])
    lattice.fresh.append(token.fresh)
    lattice.next.append(end)
    if split:
        lattice.edges[at].append((at + 1, tuple({left for left, _ in split})))
        lattice.edges.append([(end, tuple({right for _, right in split}))])
        lattice.fresh.append(False)
        lattice.next.append(end)


def _sure(word: str, dictionary: Dictionary) -> bool:
    return word in dictionary.known or word in dictionary.common


def _readings(word: str, dictionary: Dictionary) -> tuple[str, ...]:
    """What this word may mean, itself first."""
    if word.isdecimal():
        return word, "#"
    found = [word, *dictionary.near.endings(word)]
    if word.startswith(dictionary.prefixes):
        found += [f"{p}+" for p in dictionary.prefixes if word.startswith(p)]
    if not _sure(word, dictionary):
        found += dictionary.near.verbs(word)
        if len(word) <= _LONGEST_CODE:
            found += dictionary.near_short(word)
        elif word not in dictionary.real:
            found += dictionary.near(word)
    return tuple(found)


def _split(word: str, dictionary: Dictionary) -> list[tuple[str, str]]:
    """ "wildood" → wil dood, "kwil" → k wil: both parts known, a part of one letter only k."""
    if len(word) < _SPLIT_FROM:
        return []
    first = 1 if word not in dictionary.real else len(word)  # "loonstrook" stays in one piece
    cuts = [(word[:i], word[i:]) for i in range(first, len(word) - 1)]
    if word[0] in _CLIPPED:
        cuts.append((word[0], word[1:]))
    known = dictionary.known
    return [
        (left, right)
        for left, right in cuts
        if (left in _CLIPPED or _whole(left, dictionary))
        and _whole(right, dictionary)
        and (left in known or right in known)
    ]


def _whole(part: str, dictionary: Dictionary) -> bool:
    """Whether a part of a split word stands on its own; two letters only if they are common."""
    if len(part) < 3:
        return part in dictionary.common
    return part in dictionary.known or part in dictionary.common


def _join(lattice: Lattice, found: list[Token], starts: list[int], dictionary: Dictionary) -> None:
    """ "zelf moord" → zelfmoord, "d o o d" → dood: an edge over the words that belong together."""
    for i, token in enumerate(found):
        word = token.text
        most = 8 if len(word) == 1 else 2
        for j in range(i + 1, min(i + most, len(found))):
            if found[j].fresh or (most > 2 and len(found[j].text) > 1):
                break
            word += found[j].text
            if len(word) > 3 and word in dictionary.known:
                lattice.edges[starts[i]].append((starts[j + 1], (word,)))


def _skips(lattice: Lattice, at: int, fillers: frozenset[str]) -> tuple[int, ...]:
    found = [at]
    while len(found) <= _MOST_FILLERS and at < len(lattice.edges) and not lattice.fresh[at]:
        words = lattice.edges[at][0][1]
        if fillers.isdisjoint(words):
            break
        at = lattice.next[at]
        found.append(at)
    return tuple(found)
