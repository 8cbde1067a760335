"""What makes a match less urgent, never silent: not, long ago, in a film, laughing, suppose.

Each nuance is a word list in the data: negation, links, past, present, stories, laughter, suppose,
subjects, after. A match that is lowered goes down one tier: now → check, check → note. What is long
over ("zes jaar terug, nu woon ik veilig") or only told ("een podcast over") becomes a note; beside
a story what happens to herself is asked about ("hij slaat me, boek").
"""

from __future__ import annotations

from dialogs.language.safety.lattice import Lattice
from dialogs.language.safety.match import Match
from dialogs.language.safety.rules import Rule, Rules
from dialogs.language.safety.signal import Tier

_LOWER = {Tier.NOW: Tier.CHECK, Tier.CHECK: Tier.NOTE, Tier.NOTE: Tier.NOTE}
_BEFORE = 5  # words before a match in which "niet dat ik" may stand
_AFTER = 4  # words after a match in which "niet" may stand


def weighed(rule: Rule, match: Match, lattice: Lattice, rules: Rules) -> Tier:
    """The tier of this match of a rule in this message."""
    if _told(match, lattice, rules) or _over(lattice, rules):
        return Tier.NOTE
    if _lowered(match, lattice, rules):
        return max(_LOWER[rule.tier], rule.least, key=lambda tier: tier.height)
    if not _sentence(match, lattice).isdisjoint(rules.nuance("stories")):
        return min(rule.tier, Tier.CHECK, key=lambda tier: tier.height)
    if rule.raises and not lattice.words.isdisjoint(rules.nuance("raising")):
        return Tier.NOW
    return rule.tier


def _lowered(match: Match, lattice: Lattice, rules: Rules) -> bool:
    if not lattice.words.isdisjoint(rules.nuance("laughter")):
        return True
    around = _sentence(match, lattice)
    if not around.isdisjoint(rules.nuance("suppose")):
        return True
    if not around.isdisjoint(rules.nuance("past")):
        return lattice.words.isdisjoint(rules.nuance("present"))
    return (
        _negated_inside(match, lattice, rules)
        or _negated_before(match, lattice, rules)
        or _negated_after(match, lattice, rules)
    )


def _told(match: Match, lattice: Lattice, rules: Rules) -> bool:
    """A film, a lesson, a saying, in which she herself has no part."""
    around = _sentence(match, lattice)
    if around.isdisjoint(rules.nuance("stories")):
        return False
    asked = range(match.start, match.end)
    inside = {_at(lattice, place)[0] for place in asked if match.used >> place & 1}
    # "ik" of "ik krijg geen lucht", where only the rest was asked for
    first = max(0, match.start - (not lattice.fresh[match.start]))
    spoken = {_at(lattice, place)[0] for place in range(first, match.end)}
    herself = rules.nuance("objects")
    return inside.isdisjoint(rules.nuance("subjects")) and spoken.isdisjoint(herself)


def _over(lattice: Lattice, rules: Rules) -> bool:
    """Years ago, and nothing in the message says that it goes on."""
    words = {_at(lattice, place)[0] for place in range(len(lattice.edges))}
    signs = ("years", "long_ago", "ended")
    all_there = all(not words.isdisjoint(rules.nuance(sign)) for sign in signs)
    return all_there and words.isdisjoint(rules.nuance("again"))


def _at(lattice: Lattice, place: int) -> tuple[str, ...]:
    """The word at a place as it was typed and as it may be meant."""
    return lattice.edges[place][0][1]


def _sentence(match: Match, lattice: Lattice) -> set[str]:
    """The words of the sentence around a match that the match itself did not ask for."""
    first, last = match.start, match.end
    while first > 0 and not lattice.fresh[first]:
        first -= 1
    while last < len(lattice.edges) and not lattice.fresh[last]:
        last += 1
    free = (place for place in range(first, last) if not match.used >> place & 1)
    return {_at(lattice, place)[0] for place in free}


def _negates(lattice: Lattice, place: int, rules: Rules) -> bool:
    """ "niet", but not "niet alleen" or "niet normaal"."""
    if rules.nuance("negation").isdisjoint(_at(lattice, place)):
        return False
    beyond = lattice.next[place]
    return beyond >= len(lattice.edges) or rules.nuance("after_not").isdisjoint(
        _at(lattice, beyond)
    )


def _negated_inside(match: Match, lattice: Lattice, rules: Rules) -> bool:
    """ "ik wil niet dood": a negation in a gap of the pattern."""
    return any(
        not match.used >> place & 1 and _negates(lattice, place, rules)
        for place in range(match.start, match.end)
    )


def _negated_before(match: Match, lattice: Lattice, rules: Rules) -> bool:
    """ "niet dat ik dood wil", "denk niet aan zelfmoord": linked to the match by closed words."""
    place, links = match.start - 1, 0
    while place >= 0 and links < _BEFORE and not lattice.fresh[place + 1]:
        if _negates(lattice, place, rules):
            return links > 0 or rules.nuance("subjects").isdisjoint(_at(lattice, match.start))
        if rules.nuance("links").isdisjoint(_at(lattice, place)):
            return False
        place, links = place - 1, links + 1
    return False


def _negated_after(match: Match, lattice: Lattice, rules: Rules) -> bool:
    """ "hij slaat me echt niet": only fill words and objects between the match and the negation."""
    place = match.end
    for _ in range(_AFTER):
        if place >= len(lattice.edges) or lattice.fresh[place]:
            return False
        if _negates(lattice, place, rules):
            return True
        if rules.nuance("tail").isdisjoint(_at(lattice, place)):
            return False
        place = lattice.next[place]
    return False
