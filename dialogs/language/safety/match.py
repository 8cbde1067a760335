"""Walks a pattern over a lattice: where does it match, and with which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dialogs.language.safety.lattice import Lattice
from dialogs.language.safety.pattern import (
    Alt,
    Bag,
    End,
    Gap,
    Node,
    Opt,
    Pattern,
    Seq,
    Word,
    inside,
)

_BAG_GAP = 3  # other words between two words of a bag
_Step = tuple[int, int]  # the position reached, and the positions used so far as bits


@dataclass(frozen=True, slots=True)
class Match:
    """Positions from `start` to `end`; `used` has a bit for each position that was asked for."""

    start: int
    end: int
    used: int


def matches(pattern: Pattern, lattice: Lattice) -> Iterable[Match]:
    """Every place where the first part of the pattern stands, if its other parts stand anywhere.

    Looked for as they are asked for: often the first is enough.
    """
    for need in pattern.needs:  # nearly every pattern ends here, so it is a plain loop
        if need.isdisjoint(lattice.words):
            return ()
    if not all(any(_found(part, lattice)) for part in pattern.parts[1:]):
        return ()
    return _found(pattern.parts[0], lattice)


def _found(node: Node, lattice: Lattice) -> Iterator[Match]:
    seen: set[int] = set()
    for start in _starts(node, lattice):
        for end, used in _walk(node, lattice, start, 0):
            if used and used not in seen:
                seen.add(used)
                yield Match((used & -used).bit_length() - 1, end, used)


def _starts(node: Node, lattice: Lattice) -> Iterable[int]:
    """Where a match may begin, in order; few places, so that the walk is not tried from all."""
    found: set[int] = set()
    for first in _first(node):
        if not isinstance(first, Word):  # a gap or an end may stand anywhere
            return range(len(lattice.edges))
        for word in first.words & lattice.words:
            found |= lattice.where[word]
    return sorted(found)


def _first(node: Node) -> Iterator[Node]:
    """The words, gaps and ends that may come first."""
    if isinstance(node, Seq):
        for item in node.items:
            yield from _first(item)
            if not _may_lack(item):
                return
    elif inner := inside(node):
        for item in inner:
            yield from _first(item)
    else:
        yield node


def _may_lack(node: Node) -> bool:
    """Whether it also matches nothing at all, so that what comes after it may be first."""
    if isinstance(node, Alt):
        return any(map(_may_lack, node.options))
    return isinstance(node, Opt) or (
        isinstance(node, Seq | Bag) and all(map(_may_lack, node.items))
    )


def _walk(node: Node, lattice: Lattice, at: int, used: int) -> Iterator[_Step]:
    return _WALKS[type(node)](node, lattice, at, used)


def _word(node: Word, lattice: Lattice, at: int, used: int) -> Iterator[_Step]:
    if at >= len(lattice.edges) or (used and lattice.fresh[at]):
        return
    for end, words in lattice.edges[at]:
        if not node.words.isdisjoint(words):
            yield end, used | ((1 << end) - (1 << at))


def _seq(node: Seq, lattice: Lattice, at: int, used: int) -> Iterator[_Step]:
    return _from(node.items, 0, lattice, at, used)


def _from(items: tuple[Node, ...], i: int, lattice: Lattice, at: int, used: int) -> Iterator[_Step]:
    """The items from `i` on, with fill words between them."""
    item, last = items[i], i + 1 == len(items)
    if isinstance(item, Gap) and not last:
        for place in lattice.reach(at, item.most):
            yield from _from(items, i + 1, lattice, place, used)
        return
    for end, now in _walk(item, lattice, at, used):
        if last:
            yield end, now
        elif isinstance(gap := items[i + 1], Gap) and i + 2 < len(items):
            for place in _past(lattice, end, gap.most):
                yield from _from(items, i + 2, lattice, place, now)
        else:
            for place in lattice.skips[end] if now else (end,):
                yield from _from(items, i + 1, lattice, place, now)


def _past(lattice: Lattice, end: int, most: int) -> set[int]:
    """The places past fill words and up to `most` other words, each once."""
    return {place for past in lattice.skips[end] for place in lattice.reach(past, most)}


def _alt(node: Alt, lattice: Lattice, at: int, used: int) -> Iterator[_Step]:
    for option in node.options:
        yield from _walk(option, lattice, at, used)


def _opt(node: Opt, lattice: Lattice, at: int, used: int) -> Iterator[_Step]:
    yield from _walk(node.item, lattice, at, used)
    yield at, used


def _gap(node: Gap, lattice: Lattice, at: int, used: int) -> Iterator[_Step]:
    return ((place, used) for place in lattice.reach(at, node.most))


def _end(_node: End, lattice: Lattice, at: int, used: int) -> Iterator[_Step]:
    if at >= len(lattice.edges) or lattice.fresh[at]:
        yield at, used


def _bag(node: Bag, lattice: Lattice, at: int, used: int) -> Iterator[_Step]:
    return _rest(node.items, lattice, at, used)


def _rest(items: tuple[Node, ...], lattice: Lattice, at: int, used: int) -> Iterator[_Step]:
    """What is left of a bag, in any order."""
    for i, item in enumerate(items):
        rest = items[:i] + items[i + 1 :]
        for end, now in _walk(item, lattice, at, used):
            if not rest:
                yield end, now
                continue
            for place in _past(lattice, end, _BAG_GAP):
                yield from _rest(rest, lattice, place, now)


_WALKS: dict[type[Node], Callable[..., Iterator[_Step]]] = {
    Word: _word, Seq: _seq, Alt: _alt, Opt: _opt, Gap: _gap, End: _end, Bag: _bag,
}  # fmt: skip
