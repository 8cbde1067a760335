"""Which one option she means, of those that her words name in full or in part."""

from __future__ import annotations

from dialogs.language.choices.mentions import Heard, Mention
from dialogs.language.choices.options import Option, Options
from dialogs.language.choices.polarity import UNCLEAR, UNWANTED, WANTED
from dialogs.language.choices.stance import FILLER, Stance
from dialogs.language.choices.words import STOP, WEAK
from dialogs.language.wordlist import listed

_AND = frozenset(["en", "plus", "ook"])
_BESIDE = 4  # words, at most, beside an example of a part of a label
_TAIL = 4  # letters from which the end of a compound counts
_FEW = 2  # words that tell, at most, beside half a label
_TURNING = frozenset(["niet", "geen", "maar", "of"])
_ASIDE = 1  # words beside one more thing of their kind
_GRADES = frozenset(
    listed("voldoende genoeg soms vaak altijd nooit weinig veel bijna te goed slecht")
)
_WHEN = WEAK | {"elke", "iedere", "hele"}


def picked(named: list[Mention], heard: Heard, options: Options) -> Option | None:
    """The one option that these mentions come to, or None."""
    wanted = [m for m in named if m.sign is WANTED]
    if any(m.sign is UNCLEAR and not _inside(m, wanted) for m in named):
        return None
    if not wanted:
        return _the_other(named, heard, options)
    full = _widest([m for m in wanted if m.full])
    bigger = [
        m
        for m in wanted
        if not m.full and m.covered > 0.5 and any(m.places > f.places for f in full)
    ]
    if bigger:
        full = [m for m in full if not any(b.places > m.places for b in bigger)] + bigger
    told = [m for m in full if not m.places <= heard.examples]
    if widest := _with_the_others(full):
        return widest
    if len(full) > 1 and len(told) == 1 and not _AND & set(heard.words):
        return told[0].option  # what she says herself counts for more than an example
    if len(full) == 1:
        unsure = _rivals(full[0], wanted, heard, options) or _guessed(full[0], heard)
        unsure = unsure or _hemmed(full[0], heard, options) or _thin(full[0], heard)
        return None if unsure else full[0].option
    return None if full else _in_part(wanted, heard, options)


def _thin(winner: Mention, heard: Heard) -> bool:
    """Whether it is named by part of its small words only: "ik kan wel huilen" at "Gaat wel"."""
    small = all(heard.words[i] in FILLER for i in winner.places)
    return small and winner.covered < 1 and bool(heard.rest(winner.places))


def _hemmed(winner: Mention, heard: Heard, options: Options) -> bool:
    """Whether a "but" may make it a wider option: "nederlands, maar niet te moeilijk"."""
    own = set(winner.option.label)
    wider = any(own < set(o.label) for o in options.all)
    return wider and "maar" in heard.words and bool(heard.rest(winner.places))


def _with_the_others(full: list[Mention]) -> Option | None:
    """Of several, the one that is all others and more: "nederlands, makkelijke woorden"."""
    labels = {m.option.id: set(m.option.label) for m in full}
    most = [m.option for m in full if all(own <= set(m.option.label) for own in labels.values())]
    return most[0] if len(labels) > 1 and len(most) == 1 else None


def _inside(doubted: Mention, wanted: list[Mention]) -> bool:
    """Whether what is unclear is said again in a wider option: "vol? nee, veel te vol"."""
    own = frozenset(w for way in doubted.option.ways for w in way.words)
    return any(
        m.full and m.places & doubted.places and own < frozenset(m.option.label) for m in wanted
    )


def _the_other(named: list[Mention], heard: Heard, options: Options) -> Option | None:
    """ "niet bellen" where only one other real option is left."""
    real = [o for o in options.all if o.real]
    if any(o.stance is Stance.NONE or {"beide", "allebei"} & set(o.label) for o in options.all):
        return None
    out = {m.option.id for m in named if m.sign is UNWANTED and m.full}
    left = [o for o in real if o.id not in out]
    plain_words = all(o.stance is None and o.implied is None for o in real if o.id in out)
    plain_words = plain_words and all(o.stance is None for o in real)
    if len(out) > 1 and "of" in heard.words:
        return None  # "liever niet bellen of appen": whether the no is for both is not clear
    return left[0] if out and len(left) == 1 and plain_words else None


def _widest(full: list[Mention]) -> list[Mention]:
    """Without the ones inside a wider one: "vol" in "veel te vol"; of equals the surer."""
    outer = [m for m in full if not any(_holds(other, m) for other in full)]
    best = {m.places: max(o.covered for o in outer if o.places == m.places) for m in outer}
    return [m for m in outer if m.covered == best[m.places]]


def _holds(outer: Mention, inner: Mention) -> bool:
    """Whether one lies within the other, and is not itself the longer label."""
    longer = set(outer.option.label) < set(inner.option.label)
    return inner.places < outer.places and not longer


def _guessed(winner: Mention, heard: Heard) -> bool:
    """Whether "iets anders" is only by one more of its kind, and she tells more beside it."""
    return (
        winner.option.other
        and winner.places <= heard.examples
        and len(heard.rest(winner.places)) > _ASIDE
    )


def _rivals(winner: Mention, wanted: list[Mention], heard: Heard, options: Options) -> bool:
    """Whether another option is named by words of its own that carry it."""
    return any(
        m.option.id != winner.option.id
        and not _shared(m, heard, options)
        and m.places - winner.places
        and m.strong
        and m.covered >= 0.5
        for m in wanted
    )


def _in_part(wanted: list[Mention], heard: Heard, options: Options) -> Option | None:
    """An option that is named only in part: nothing else may be said, or nearly all of it."""
    best = max(wanted, key=lambda m: (len(m.places), m.covered))
    if any(m.option.id != best.option.id and not m.places < best.places for m in wanted):
        return None
    if _shared(best, heard, options) or _ungraded(best, heard, options):
        return None
    rest = heard.rest(best.places)
    example = best.places <= heard.examples and best.covered >= 0.4 and len(rest) <= _BESIDE
    alone = best.strong and (not rest or (best.covered >= 0.5 and set(rest) <= _WHEN))
    nearly = best.covered >= 0.6 and len(rest) <= len(best.places)
    return best.option if example or alone or nearly or _half(best, heard, rest) else None


def _half(best: Mention, heard: Heard, rest: list[str]) -> bool:
    """Whether half a label in its own words is enough: "we maken veel ruzie" at "Ruzie thuis"."""
    if not best.strong or best.covered < 0.5 or best.places & heard.examples or len(rest) > _FEW:
        return False
    last = max(best.places)
    other = "van" in heard.words[last : last + 2]  # "brief van school"
    told = _TURNING.intersection(heard.words) or any(w.isdecimal() for w in rest)
    return not other and not told


def _ungraded(best: Mention, heard: Heard, options: Options) -> bool:
    """Whether she names what is graded, and no grade: "eten" beside genoeg and te weinig eten."""
    graded = [o for o in options.all if _GRADES & set(o.label)]
    grade = _GRADES & set(best.option.label)
    said = frozenset().union(*(heard.hits[i] for i in best.places))
    return len(graded) > 1 and bool(grade) and not grade & (said | set(heard.words))


def _shared(best: Mention, heard: Heard, options: Options) -> bool:
    """Whether all she said of it could be said of another option too: "werk" of "geen werk"."""
    said = frozenset().union(*(heard.hits[i] for i in best.places)) - STOP
    others = (frozenset(o.label) for o in options.all if o.id != best.option.id)
    return bool(said) and any(all(_in(word, other) for word in said) for other in others)


def _in(word: str, label: frozenset[str]) -> bool:
    """Whether this label has the word, alone or as the end of one: "school" in basisschool."""
    return word in label or (len(word) >= _TAIL and any(w.endswith(word) for w in label))
