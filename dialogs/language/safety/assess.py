"""The one question the conversation asks: is there danger in this message?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dialogs.language.safety import net
from dialogs.language.safety.harmless import Harmless, harmless
from dialogs.language.safety.lattice import Lattice, build
from dialogs.language.safety.match import Match, matches
from dialogs.language.safety.nuance import weighed
from dialogs.language.safety.rules import Rule, Rules
from dialogs.language.safety.signal import Signal, Tier
from dialogs.language.safety.stretches import stretches
from dialogs.language.safety.tokens import tokens

_LITTLE = 3  # letters: words that hold a sentence together


Doubts = Mapping[Tier, tuple[tuple[float, Tier], ...]]
"""What a pattern alone found: the chance below which it is said more softly, and how."""

TELLING = 7  # words from which the net may doubt what a pattern found
MUCH = 31  # words up to which it knows the kind from the whole of a message
AROUND = 3  # words on both sides of what a pattern found, that tell what a long story means there
SURE = 0.75  # the chance from which the net knows better than a pattern which kind of danger it is
ALONE: Doubts = {
    Tier.NOW: ((0.02, Tier.NOTE), (0.25, Tier.CHECK)),
    Tier.CHECK: ((0.1, Tier.NOTE),),
}
IN_A_STORY: Doubts = {**ALONE, Tier.CHECK: ((0.4, Tier.NOTE),)}
CRIED = {Tier.NOW: 0.5, Tier.CHECK: 0.95}
"""The chance from which a match by itself keeps a question, whatever stands beside it."""
GENTLY_ASKED = frozenset(["suicide"])  # said and denied, or long ago: still one gentle question
SHORT = (SURE, SURE, 0.6, 0.5)  # by the number of words: the chance from which the net speaks


def assess(text: str, rules: Rules) -> Signal | None:
    """The weightiest signal of danger in a message; None says only that nothing was heard.

    Where no pattern finds more than a note, the net beneath may still hear something like danger,
    but not in a message that is all idiom ("de deur slaat dicht"). Where a pattern does, the net
    has a say in how loud it is told, and of which kind. A long message is read in stretches: a cry
    at the end of a story would be drowned in the whole.
    """
    read = [build(part, rules.dictionary) for part in stretches(tokens(text))]
    if rules.net is None:
        return _weightiest(signal for one in read for signal, _ in _signals(one, rules))
    if len(read) == 1:
        return _alone(text, read[0], rules, rules.net)
    enough = 1 - 1 / len(read)  # of more stretches more sound like danger by chance
    told = (_in_a_story(lattice, rules, rules.net, enough) for lattice in read)
    return _weightiest(signal for stretch in told for signal in stretch)


def _weightiest(signals: Iterable[Signal]) -> Signal | None:
    return max(signals, key=lambda signal: signal.rank, default=None)


def _alone(text: str, lattice: Lattice, rules: Rules, ear: net.Net) -> Signal | None:
    """The signal in a message of a usual length, which the net hears as a whole."""
    told = _signals(lattice, rules)
    found, match = max(told, key=lambda one: one[0].rank, default=(None, None))
    heard, words = net.hear(text, ear), len(text.split())
    if found is not None and match is not None and found.tier is not Tier.NOTE:
        if words < TELLING:
            return found
        softer = _softer(found, heard, ALONE)
        if softer.tier is Tier.NOTE and _cried(found, match, lattice, ear):
            softer = replace(found, tier=Tier.CHECK)
        return _named(softer, heard) if words <= MUCH else softer
    enough = SHORT[words] if words < len(SHORT) else ear.threshold  # few words say little
    if heard.chance < enough or _all_idiom(lattice, rules):
        return found
    return Signal(Tier.CHECK, heard.category, net.RULE)


def _in_a_story(lattice: Lattice, rules: Rules, ear: net.Net, enough: float) -> Iterator[Signal]:
    """The signals in a stretch of a long one: there is more in it that only looks like danger.

    So what a pattern found is weighed by the words around it, and from `enough` the net speaks.
    """
    for found, match in _signals(lattice, rules):
        heard = net.hear(" ".join(lattice.around(match.start, match.end, AROUND)), ear)
        yield found if found.tier is Tier.NOTE else _named(_softer(found, heard, IN_A_STORY), heard)
    heard = net.hear(" ".join(lattice.around(0, len(lattice.edges), 0)), ear)
    if heard.chance >= enough and not _all_idiom(lattice, rules):
        yield Signal(Tier.CHECK, heard.category, net.RULE)


def _softer(found: Signal, heard: net.Heard, doubts: Doubts) -> Signal:
    """What a pattern found, more softly in words unlike any danger, and never silence.

    A death wish stays a question at least, also one that is denied.
    """
    softer = (tier for below, tier in doubts[found.tier] if heard.chance < below)
    tier = next(softer, found.tier)
    if found.category in GENTLY_ASKED:
        tier = max(tier, Tier.CHECK, key=lambda one: one.height)
    return replace(found, tier=tier)


def _cried(found: Signal, match: Match, lattice: Lattice, ear: net.Net) -> bool:
    """Whether the net hears danger in the words of a match by themselves.

    Then it is what stands beside them that it finds harmless ("hij slaat me met een boek").
    """
    own = lattice.around(match.start, match.end, 0)
    return net.hear(" ".join(own), ear).chance >= CRIED[found.tier]


def _named(found: Signal, heard: net.Heard) -> Signal:
    """As the kind of danger that the net is sure of: whom she can call hangs on it."""
    return replace(found, category=heard.category) if heard.chance >= SURE else found


def _all_idiom(lattice: Lattice, rules: Rules) -> bool:
    """Whether a turn of phrase that is no danger is nearly all there is to a message."""
    blank = _idioms(lattice, rules).blank
    places = (place for place in range(len(lattice.edges)) if not blank >> place & 1)
    free = [place for place in places if len(lattice.edges[place][0][1][0]) > _LITTLE]
    return blank > 0 and len(free) <= 1


def _signals(lattice: Lattice, rules: Rules) -> Iterator[tuple[Signal, Match]]:
    """Every signal in a message, in the order of the rules, and where it was found."""
    numbers = {n for word in lattice.words for n in rules.by_word.get(word, ())}
    if not numbers:
        return
    idioms = _idioms(lattice, rules)
    for number in sorted(numbers):
        yield from _of_rule(rules.rules[number], lattice, idioms, rules)


def hears(text: str, rule: Rule, rules: Rules) -> bool:
    """Whether this one rule says anything about a text; for trying the examples beside it."""
    lattice = build(tokens(text), rules.dictionary)
    return any(_of_rule(rule, lattice, _idioms(lattice, rules), rules))


def _idioms(lattice: Lattice, rules: Rules) -> Harmless:
    """The idioms ("ik lach me dood") on which no rule may rest."""
    patterns = (pattern for exclusion in rules.exclusions for pattern in exclusion.patterns)
    return harmless(patterns, lattice, rules.nuance("subjects"))


def _of_rule(
    rule: Rule, lattice: Lattice, idioms: Harmless, rules: Rules
) -> Iterator[tuple[Signal, Match]]:
    """What each match of a rule says, until one says it as loud as the rule can.

    Words of an idiom or an exception beside a match leave at least a question.
    """
    excepted: Harmless | None = None
    for pattern in rule.patterns:
        for match in matches(pattern, lattice):
            if idioms.covers(match):
                continue
            if excepted is None:
                excepted = harmless(rule.excepts, lattice, rules.nuance("subjects"))
            if excepted.means(match, idioms.blank):
                continue
            tier = weighed(rule, match, lattice, rules)
            if match.used & (idioms.touched | excepted.touched):
                tier = min(tier, Tier.CHECK, key=lambda one: one.height)
            yield Signal(tier, rule.category, rule.id), match
            if tier.height >= rule.tier.height:
                return
