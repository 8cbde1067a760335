"""The small pattern language of the danger rules → nodes that `match.py` walks.

    word          this word                       @name         a word list
    (a b|c)       one of these                    [a]           may be left out
    {a b c}       all of these, in any order      * or ** or ***  up to 2, 4 or 8 other words
    word+         any word that begins so         #             any number
    a & b         both, anywhere in the message   a_b           the two words in a row
    /             the sentence ends here
Fill words ("echt", "gewoon", "nu") may stand between any two words of a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from dialogs.language.safety.tokens import tokens

_TOKEN = re.compile(r"\*{1,3}|[()\[\]{}|&/]|@?[^\s()\[\]{}|&*@/]+")
_CLOSERS = {"(": ")", "[": "]", "{": "}"}
_DONE = ""
_ENDS = frozenset((_DONE, "&", "|", *_CLOSERS.values()))


class PatternError(ValueError):
    """What a writer can repair in a pattern, in Dutch."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word out of a set."""

    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seq:
    """Parts in this order."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Alt:
    """One of these; `need` is the union of the rarest need of each, None if one needs nothing."""

    options: tuple[Node, ...]
    need: frozenset[str] | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        firsts = [min(needed(option), key=len, default=None) for option in self.options]
        all_there = all(first is not None for first in firsts)
        need = frozenset().union(*(first for first in firsts if first)) if all_there else None
        object.__setattr__(self, "need", need)


@dataclass(frozen=True, slots=True)
class Opt:
    """This, or nothing."""

    item: Node


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words of any kind."""

    most: int


@dataclass(frozen=True, slots=True)
class Bag:
    """All of these in any order, with a few other words between them."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class End:
    """The end of a sentence, or of the message."""


Node = Word | Seq | Alt | Opt | Gap | Bag | End
_MARKS: dict[str, Node] = {"*": Gap(2), "**": Gap(4), "***": Gap(8), "/": End()}
Classes = dict[str, Node]  # by name; "=niet" its spellings, "_niet" what was read before


@dataclass(frozen=True, slots=True)
class Pattern:
    """Parts that must all be found; `needs`: word sets of which each must have a word there."""

    parts: tuple[Node, ...]
    needs: tuple[frozenset[str], ...]


def parse(text: str, classes: Classes) -> Pattern:
    """The pattern written here. Raises PatternError."""
    reader = _Reader([*_TOKEN.findall(text), _DONE], classes)
    parts = [reader.sequence()]
    while reader.take("&"):
        parts.append(reader.sequence())
    if reader.next != _DONE:
        raise PatternError(f"'{reader.next}' staat hier los; er ontbreekt een haakje")
    needs = tuple(need for part in parts for need in needed(part))
    if not needs:
        raise PatternError("hier is niets verplicht; dit zou in elk bericht staan")
    return Pattern(tuple(parts), needs)


def word_list(text: str, classes: Classes) -> Node:
    """A word list: words in any number, `a_b` for words in a row, `@name` for another list."""
    singles: set[str] = set()
    rows: list[Node] = []
    for entry in text.split():
        node = classes[_known(entry, classes)] if entry[0] == "@" else _literal(entry, classes)
        options = node.options if isinstance(node, Alt) else (node,)
        for option in options:
            if isinstance(option, Word):
                singles |= option.words
            else:
                rows.append(option)
    if not rows:
        return _one_of(frozenset(singles))
    return Alt((_one_of(frozenset(singles)), *rows) if singles else tuple(rows))


def needed(node: Node) -> Iterator[frozenset[str]]:
    """Word sets of which the text must hold a word each, or the node cannot match."""
    if isinstance(node, Word):
        yield node.words
    elif isinstance(node, Seq | Bag):
        for item in node.items:
            yield from needed(item)
    elif isinstance(node, Alt) and node.need is not None:
        yield node.need


def words_of(nodes: Iterable[Node]) -> set[str]:
    """Every word that occurs in these nodes. Word lists are shared by many: each is read once."""
    found: set[str] = set()
    left = {id(node): node for node in nodes}
    seen = set(left)
    while left:
        _, node = left.popitem()
        if isinstance(node, Word):
            found |= node.words
            continue
        for inner in inside(node):
            if id(inner) not in seen:
                seen.add(id(inner))
                left[id(inner)] = inner
    return found


def inside(node: Node) -> tuple[Node, ...]:
    """The nodes that this one is made of; none for a word, a gap or an end."""
    if isinstance(node, Seq | Bag):
        return node.items
    if isinstance(node, Alt):
        return node.options
    return (node.item,) if isinstance(node, Opt) else ()


def _known(entry: str, classes: Classes) -> str:
    if entry[1:] not in classes:
        raise PatternError(f"er is geen woordenlijst '{entry}'")
    return entry[1:]


def _literal(entry: str, classes: Classes) -> Node:
    """A word or `a_b` as a node. Kept among the lists, as most words stand in many patterns."""
    node = classes.get("_" + entry)
    if node is None:
        node = classes["_" + entry] = _made(entry, classes)
    return node


def _made(entry: str, classes: Classes) -> Node:
    words = [
        _spelled(plain, classes) for word in entry.split("_") if word for plain in _plain(word)
    ]
    if not words:
        raise PatternError(f"'{entry}' is geen woord")
    return words[0] if len(words) == 1 else Seq(tuple(words))


def _spelled(word: str, classes: Classes) -> Node:
    """The word in all its everyday spellings: those of "niet" stand in the list "=niet"."""
    return classes.get("=" + word) or _one_of(frozenset((word,)))


@cache
def _one_of(words: frozenset[str]) -> Word:
    """The same node for the same words: half of all that is written was written before."""
    return Word(words)


@cache
def _plain(word: str) -> tuple[str, ...]:
    """The word as `tokens` gives it, so that "ölmek", "m'n" and "13jr" may be written so."""
    if word == "#" or (word.isascii() and word.isalpha() and word.islower()):
        return (word,)
    found = [token.text for token in tokens(word.removesuffix("+"))]
    if not found:
        raise PatternError(f"'{word}' is geen woord")
    return (*found[:-1], found[-1] + ("+" if word.endswith("+") else ""))


@dataclass(slots=True)
class _Reader:
    """Recursive descent over the tokens of one pattern; the last of them is `_DONE`."""

    tokens: list[str]
    classes: Classes
    at: int = 0

    @property
    def next(self) -> str:
        return self.tokens[self.at]

    def take(self, token: str) -> bool:
        if self.tokens[self.at] != token:
            return False
        self.at += 1
        return True

    def sequence(self) -> Node:
        items: list[Node] = []
        while self.tokens[self.at] not in _ENDS:
            items.append(self.item())
        if not items:
            raise PatternError("hier ontbreekt een woord")
        return items[0] if len(items) == 1 else Seq(tuple(items))

    def item(self) -> Node:
        token = self.tokens[self.at]
        self.at += 1
        if token in _CLOSERS:
            return self._group(token)
        if token in _MARKS:
            return _MARKS[token]
        if token[0] == "@":
            return self.classes[_known(token, self.classes)]
        return _literal(token, self.classes)

    def _group(self, opener: str) -> Node:
        if opener == "{":
            inside = self.sequence()
            node: Node = Bag(inside.items) if isinstance(inside, Seq) else inside
        else:
            node = self._options()
        if not self.take(_CLOSERS[opener]):
            raise PatternError(f"het haakje '{opener}' gaat niet dicht")
        return Opt(node) if opener == "[" else node

    def _options(self) -> Node:
        """One of several; words that stand alone become one set."""
        options = [self.sequence()]
        while self.take("|"):
            options.append(self.sequence())
        singles = [option.words for option in options if isinstance(option, Word)]
        rows = [option for option in options if not isinstance(option, Word)]
        words: list[Node] = [_one_of(frozenset().union(*singles))] if singles else []
        found = (*words, *rows)
        return found[0] if len(found) == 1 else Alt(found)
