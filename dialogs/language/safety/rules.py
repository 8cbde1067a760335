"""Everything the matcher knows, ready to use: rules, exclusions, word lists for nuance."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from dialogs.language.safety.lattice import Dictionary
from dialogs.language.safety.near import Near
from dialogs.language.safety.net import Net
from dialogs.language.safety.pattern import Pattern, words_of
from dialogs.language.safety.signal import Tier


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of sentence that means danger."""

    id: str
    category: str
    tier: Tier
    patterns: tuple[Pattern, ...]
    excepts: tuple[Pattern, ...] = ()  # where one of these overlaps a match, it is none
    least: Tier = Tier.NOTE  # nuance ("haha") never takes it below this
    raises: bool = False  # check becomes now beside "nu", "vanavond", "help"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Turns of phrase that look like danger and are none: "ik lach me dood"."""

    id: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """Made once, used for every message. `Rules()` never finds anything."""

    rules: tuple[Rule, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    nuances: Mapping[str, frozenset[str]] = field(default_factory=dict)  # negation, past, …
    common: frozenset[str] = frozenset()  # everyday words, that are not cut in two either
    real: Container[str] = frozenset()  # words that people write: never a typing error of another
    net: Net | None = None  # hears what no pattern was written for
    dictionary: Dictionary = field(init=False)
    by_word: Mapping[str, tuple[int, ...]] = field(init=False)  # word → rules it may start

    def __post_init__(self) -> None:
        known = self._known()
        prefixes = tuple(sorted(word[:-1] for word in known if word.endswith("+")))
        fillers = self.nuances.get("fillers", frozenset())
        near = Near(word for word in known if word.isalpha())
        short = Near(self.nuance("little"))
        dictionary = Dictionary(known, self.common, self.real, fillers, prefixes, near, short)
        object.__setattr__(self, "dictionary", dictionary)
        object.__setattr__(self, "by_word", _index(self.rules, self.common))

    def nuance(self, name: str) -> frozenset[str]:
        """The words of one nuance; none when the data does not name it."""
        return self.nuances.get(name, frozenset())

    def _known(self) -> frozenset[str]:
        patterns = [p for rule in self.rules for p in (*rule.patterns, *rule.excepts)]
        patterns += [p for exclusion in self.exclusions for p in exclusion.patterns]
        words = words_of(part for pattern in patterns for part in pattern.parts)
        return frozenset(words.union(*self.nuances.values()))


def _index(rules: Iterable[Rule], common: frozenset[str]) -> Mapping[str, tuple[int, ...]]:
    """Each rule under the words of its rarest need, so that a message tries few rules."""
    found: dict[str, set[int]] = {}
    weigh = cache(lambda need: _weight(need, common))  # word lists stand in many patterns
    for number, rule in enumerate(rules):
        for pattern in rule.patterns:
            for word in min(pattern.needs, key=weigh):
                found.setdefault(word, set()).add(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


def _weight(need: frozenset[str], common: frozenset[str]) -> int:
    """Roughly how many messages hold one of these words: short common words weigh most."""
    return sum(1 + (word in common) * (4 + 20 * (len(word) < 4)) for word in need)
