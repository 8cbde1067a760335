"""Walks a pattern over a lattice: where does it match, and with which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.language.safety.lattice import Lattice
from dialogs.language.safety.pattern import Alt, Bag, End, Gap, Node, Opt, Pattern, Seq, Word

_BAG_GAP = 3  # other words between two words of a bag
_Step = tuple[int, int]  # the position reached, and the positions used so far as bits


@dataclass(frozen=True, slots=True)
class Match:
    """Positions from `start` to `end`; `used` has a bit for each position that was asked for."""

    start: int
    end: int
    used: int


def matches(pattern: Pattern, lattice: Lattice) -> list[Match]:
    """Every place where the first part of the pattern stands, if its other parts stand anywhere."""
    if any(need.isdisjoint(lattice.words) for need in pattern.needs):
        return []
    if not all(any(_found(part, lattice)) for part in pattern.parts[1:]):
        return []
    return list(_found(pattern.parts[0], lattice))


def _found(node: Node, lattice: Lattice) -> Iterator[Match]:
    seen: set[int] = set()
    for start in range(len(lattice.edges)):
        for end, used in _walk(node, lattice, start, 0):
            if used and used not in seen:
                seen.add(used)
                yield Match((used & -used).bit_length() - 1, end, used)


def _walk(node: Node, lattice: Lattice, at: int, used: int) -> Iterator[_Step]:
    if isinstance(node, Word):
        yield from _word(node, lattice, at, used)
    elif isinstance(node, Seq):
        yield from _sequence(node.items, lattice, at, used)
    elif isinstance(node, Alt):
        for option in node.options:
            yield from _walk(option, lattice, at, used)
    elif isinstance(node, Opt):
        yield from _walk(node.item, lattice, at, used)
        yield at, used
    elif isinstance(node, Bag):
        yield from _bag(node.items, lattice, at, used)
    elif isinstance(node, End):
        if at >= len(lattice.edges) or lattice.fresh[at]:
            yield at, used
    else:
        yield from ((place, used) for place in lattice.reach(at, node.most))


def _word(node: Word, lattice: Lattice, at: int, used: int) -> Iterator[_Step]:
    if at >= len(lattice.edges) or (used and lattice.fresh[at]):
        return
    for end, words in lattice.edges[at]:
        if any(word in node.words for word in words):
            yield end, used | ((1 << end) - (1 << at))


def _sequence(items: tuple[Node, ...], lattice: Lattice, at: int, used: int) -> Iterator[_Step]:
    if len(items) == 1:
        yield from _walk(items[0], lattice, at, used)
        return
    for end, now in _walk(items[0], lattice, at, used):
        places = lattice.skips[end] if now and not isinstance(items[0], Gap) else (end,)
        for place in places:
            yield from _sequence(items[1:], lattice, place, now)


def _bag(items: tuple[Node, ...], lattice: Lattice, at: int, used: int) -> Iterator[_Step]:
    for i, item in enumerate(items):
        rest = items[:i] + items[i + 1 :]
        for end, now in _walk(item, lattice, at, used):
            if not rest:
                yield end, now
                continue
            for place in _onward(lattice, end):
                yield from _bag(rest, lattice, place, now)


def _onward(lattice: Lattice, end: int) -> set[int]:
    """Where the next word of a bag may stand."""
    return {place for past in lattice.skips[end] for place in lattice.reach(past, _BAG_GAP)}
