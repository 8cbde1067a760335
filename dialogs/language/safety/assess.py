"""The one question the conversation asks: is there danger in this message?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogs.language.safety import net
from dialogs.language.safety.lattice import Lattice, build
from dialogs.language.safety.match import matches
from dialogs.language.safety.nuance import weighed
from dialogs.language.safety.rules import Rule, Rules
from dialogs.language.safety.signal import Signal, Tier
from dialogs.language.safety.stretches import LONG, stretches
from dialogs.language.safety.tokens import Token, tokens

_LITTLE = 3  # letters: words that hold a sentence together


def assess(text: str, rules: Rules) -> Signal | None:
    """The weightiest signal of danger in a message; None says only that nothing was heard.

    Where no pattern finds more than a note, the net beneath may still hear something like danger,
    but not in a message that is all idiom ("de deur slaat dicht"). Where a pattern does, the net
    has a say in how loud it is told, and of which kind. A long message it hears stretch by stretch:
    a cry at the end of a story is drowned in the whole.
    """
    parts = list(stretches(tokens(text)))
    read = [build(part, rules.dictionary) for part in parts]
    signals = (signal for lattice in read for signal in _signals(lattice, rules))
    found = max(signals, key=lambda signal: signal.rank, default=None)
    if rules.net is None:
        return found
    if found is not None and found.tier is not Tier.NOTE:
        return _seconded(found, _heard(text, parts, PIECE, rules.net), len(text.split()))
    heard = _heard(text, parts, LONG, rules.net)
    enough = _enough(text, rules.net) if len(parts) == 1 else SURE
    if heard.chance < enough or all(_all_idiom(lattice, rules) for lattice in read):
        return found
    return Signal(Tier.CHECK, _heard(text, parts, PIECE, rules.net).category, net.RULE)


def _heard(text: str, parts: Sequence[Sequence[Token]], size: int, known: net.Net) -> net.Heard:
    """What the net makes of a message; of a long one in the clearest piece of so many words."""
    if len(parts) == 1:
        return net.hear(text, known)
    starts = ((part, start) for part in parts for start in range(0, len(part), size))
    pieces = (part[start : start + size] for part, start in starts)
    said = (" ".join(token.text for token in piece) for piece in pieces)
    return max((net.hear(one, known) for one in said), key=lambda one: one.chance)


PIECE = 28  # words of a long message that the net hears at once
TELLING = 7  # words from which the net may doubt what a pattern found
MUCH = 31  # words up to which it may be a note or another kind: a long story it hears as a whole
SURE = 0.75  # the chance from which the net knows better than a pattern which kind of danger it is
DOUBTED = {  # what a pattern alone found: the chance below which it is said more softly, and how
    Tier.NOW: ((0.02, Tier.NOTE), (0.25, Tier.CHECK)),
    Tier.CHECK: ((0.1, Tier.NOTE),),
}
SHORT = (0.75, 0.75, 0.6, 0.5)  # by the number of words: the chance from which the net speaks


def _enough(text: str, heard: net.Net) -> float:
    """The chance from which the net speaks about this message: few words say little."""
    count = len(text.split())
    return SHORT[count] if count < len(SHORT) else heard.threshold


def _seconded(found: Signal, heard: net.Heard, words: int) -> Signal:
    """What a pattern found, more softly in a message unlike any danger (never silence), and of the
    kind that the net is sure of: whom she can call hangs on it."""
    if words < TELLING:
        return found
    softer = (tier for below, tier in DOUBTED[found.tier] if heard.chance < below)
    told = (tier for tier in softer if tier is not Tier.NOTE or words <= MUCH)
    sure = heard.chance >= SURE and words <= MUCH
    kind = heard.category if sure else found.category
    return replace(found, tier=next(told, found.tier), category=kind)


def _all_idiom(lattice: Lattice, rules: Rules) -> bool:
    """Whether a turn of phrase that is no danger is nearly all there is to a message."""
    blank = _blank(lattice, rules)
    places = (place for place in range(len(lattice.edges)) if not blank >> place & 1)
    free = [place for place in places if len(lattice.edges[place][0][1][0]) > _LITTLE]
    return blank > 0 and len(free) <= 1


def _signals(lattice: Lattice, rules: Rules) -> Iterator[Signal]:
    """Every signal in a message, in the order of the rules."""
    numbers = {n for word in lattice.words for n in rules.by_word.get(word, ())}
    if not numbers:
        return
    blank = _blank(lattice, rules)
    for number in sorted(numbers):
        yield from _of_rule(rules.rules[number], lattice, blank, rules)


def hears(text: str, rule: Rule, rules: Rules) -> bool:
    """Whether this one rule says anything about a text; for trying the examples beside it."""
    lattice = build(tokens(text), rules.dictionary)
    return any(_of_rule(rule, lattice, _blank(lattice, rules), rules))


def _blank(lattice: Lattice, rules: Rules) -> int:
    """The places of idioms ("ik lach me dood") that no rule may use, as bits."""
    blank = 0
    for exclusion in rules.exclusions:
        for pattern in exclusion.patterns:
            for match in matches(pattern, lattice):
                blank |= match.used
    return blank


def _of_rule(rule: Rule, lattice: Lattice, blank: int, rules: Rules) -> Iterator[Signal]:
    """What each match of a rule says, until one says it as loud as the rule can."""
    spared: int | None = None
    for pattern in rule.patterns:
        for match in matches(pattern, lattice):
            if match.used & blank:
                continue
            if spared is None:
                spared = _spared(rule, lattice)
            if not match.used & spared:
                tier = weighed(rule, match, lattice, rules)
                yield Signal(tier, rule.category, rule.id)
                if tier.height >= rule.tier.height:
                    return


def _spared(rule: Rule, lattice: Lattice) -> int:
    """The places of what this rule does not mean, as bits."""
    spared = 0
    for pattern in rule.excepts:
        for match in matches(pattern, lattice):
            spared |= match.used
    return spared
