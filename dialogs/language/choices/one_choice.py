"""A typed answer → the one option it means. A wrong guess is worse than asking again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogs.language.chat import pieces, plain
from dialogs.language.choices.asides import asks_back, correction
from dialogs.language.choices.days import spaced
from dialogs.language.choices.labels import NUMBERS, Known, Option, Options, number, prepare
from dialogs.language.choices.mentions import Heard, Mention, hear, mentions
from dialogs.language.choices.places import places
from dialogs.language.choices.polarity import UNCLEAR, UNWANTED, WANTED
from dialogs.language.choices.reasons import without
from dialogs.language.choices.slot_choice import pick_slot
from dialogs.language.choices.slots import timed
from dialogs.language.choices.stance import Stance, stance
from dialogs.language.choices.words import STOP
from dialogs.language.idioms import signed
from dialogs.language.normal import normal
from dialogs.language.wordlist import listed

COUNTED = frozenset(
    listed("kind kinderen jongens meisjes zoons dochters stuks tal keer jongetjes zonen")
)
_DEGREES = frozenset(listed("beetje soms weinig deels gedeeltelijk redelijk matig af bijna half"))
HEDGES = frozenset(["misschien"])
_UNIT = frozenset(
    listed("""
jaar kind kinderen keer dagen dag uur maanden week weken maand stuks km euro min minuten
""")
)


def read_choice(text: str, known: Sequence[Known]) -> str | None:
    """The id of the one choice that was meant, or None when that is not clear."""
    if not known:
        return None
    options = prepare(known)
    found = _whole(text, options)
    head = without(text) if found is None else ""
    return _whole(head, options) if head else found


def _whole(text: str, options: Options) -> str | None:
    said = signed(spaced(timed(text) if options.slots else pieces(text)))
    exact = exactly(text, options)
    if exact or not said:
        return _only(exact)
    if asks_back(text, said):
        return None
    if (corrected := correction(said, mid=not options.of(Stance.NO))) and (
        found := _read(corrected, options)
    ):
        return found
    return _read(said, options)


def _read(said: str, options: Options) -> str | None:
    words = said.split()
    count = len(_listed(options, words))
    numeric = options.numeric or bool(options.slots)
    if chosen := places(words, count, numeric=numeric):
        dated = pick_slot(words, options) or [options.all[chosen[0]]]
        return _only([*dated, options.all[chosen[0]]]) if len(chosen) == 1 else None
    for how in (_counted, pick_slot):
        found = how(words, options)
        if found is not None:
            return _only(found)
    return _weighed(words, options)


def _only(found: Iterable[Option]) -> str | None:
    ids = {option.id for option in found}
    return ids.pop() if len(ids) == 1 else None


def exactly(text: str, options: Options) -> list[Option]:
    """The options that are called just this, in their label or another way to say it."""
    said = {normal(text), plain(text)} - {""}
    return [o for o in options.all if said & o.exact]


def _listed(options: Options, words: list[str]) -> Sequence[Option]:
    """The options that are counted: of moments only those, when she says "de laatste"."""
    return options.slots if options.slots and "laatste" in words else options.all


def _counted(words: list[str], options: Options) -> list[Option] | None:
    """A bare number, when the options are numbers; None when this is no such answer."""
    if not options.numeric:
        return None
    own = [w for w in words if w not in STOP - {"een"} and w not in _UNIT and w != "|"]
    own = [w for w in own if w != "een"] or own
    if len(own) != 1 or not (own[0].isdigit() or own[0] in NUMBERS):
        return None
    if COUNTED & set(words) and not any(COUNTED & set(o.label) for o in options.all):
        return None  # "twee kinderen" is no age
    value = number(own[0])
    return [o for o in options.all if o.numbers is not None and value in o.numbers]


def _weighed(words: list[str], options: Options) -> str | None:
    heard = hear(words, options)
    named = mentions(heard, options)
    said = stance(words)
    if HEDGES & set(words) - options.words:
        return None
    chosen = _chosen(named, heard, options)
    if chosen is not None and _agrees(chosen, said, options):
        return chosen.id
    if said in (None, Stance.MIXED) or (chosen is not None and said is not Stance.NO):
        return _phrase(words, options) if chosen is None and said is None else None
    if words == ["geen"] and not options.of(Stance.NONE):
        return _phrase(words, options) or _taking(said, named, words, options)
    found = _taking(said, named, words, options)
    return _phrase(words, options) if found is None and said is Stance.YES else found


def _agrees(option: Option, said: Stance | None, options: Options) -> bool:
    """Whether yes, no or "weet niet" beside an option's own words leave it standing."""
    match said:
        case None | Stance.NONE:
            return True
        case Stance.YES:
            return option.stance is not Stance.NO
        case Stance.NO:
            return option.stance is Stance.NO or (
                option.stance is None and not options.of(Stance.NO)
            )
        case Stance.MIXED:
            return False
        case _:
            return option.stance is said or (said.value in option.label)


def _taking(said: Stance, named: list[Mention], words: list[str], options: Options) -> str | None:
    """The one option that takes this stance, if nothing else is wanted in the same breath."""
    takes = options.of(said)
    if said is Stance.YES and _by_degrees(takes, options):
        return None
    wanted = [m for m in named if m.sign is WANTED and m.full and m.option.stance is not said]
    if wanted and said is not Stance.NO:
        return None
    if not takes and said is Stance.NONE:
        takes = [o for o in options.all if o.other and options.slots] or options.of(Stance.NO)
    if not takes and said is Stance.DECLINE:
        declining = [o for o in options.all if "DECLINE" in o.label]
        takes = declining or (options.of(Stance.NO) if "nee" in words else [])
    if not takes and said is Stance.NO:
        takes = _soft_no(options) or ([] if options.of(Stance.YES) else options.of(Stance.NONE))
    return _only(takes)


def _by_degrees(takes: list[Option], options: Options) -> bool:
    """ "ja" is not "ja, veel" where "een beetje" is there too."""
    return any(len(o.label) > 1 for o in takes) and any(
        _DEGREES & set(o.label) for o in options.all if o not in takes and o.stance is None
    )


def _soft_no(options: Options) -> list[Option]:
    """ "Liever niet", "Nu niet" beside one yes: what a plain no means there."""
    real = [o for o in options.all if o.stance is not Stance.UNKNOWN]
    if len(real) != 2 or len(options.of(Stance.YES)) != 1:
        return []
    return [o for o in real if {"niet", "geen", "DECLINE", "NONE", "NO"} & set(o.label)]


def _chosen(named: list[Mention], heard: Heard, options: Options) -> Option | None:
    wanted = [m for m in named if m.sign is WANTED]
    if any(m.sign is UNCLEAR for m in named):
        return None
    if not wanted:
        return _the_other(named, options)
    full = _widest([m for m in wanted if m.full])
    bigger = [
        m
        for m in wanted
        if not m.full and m.covered > 0.5 and any(m.places > f.places for f in full)
    ]
    if bigger:
        full = [m for m in full if not any(b.places > m.places for b in bigger)] + bigger
    if len(full) == 1:
        return full[0].option if not _rivals(full[0], wanted) else None
    return None if full else _in_part(wanted, heard)


def _the_other(named: list[Mention], options: Options) -> Option | None:
    """ "niet bellen" where only one other real option is left."""
    real = [o for o in options.all if o.real]
    out = {m.option.id for m in named if m.sign is UNWANTED and m.full}
    left = [o for o in real if o.id not in out]
    plain_words = all(o.stance is None for o in real)
    return left[0] if len(real) == 2 and len(left) == 1 and plain_words else None


def _widest(full: list[Mention]) -> list[Mention]:
    """Without the ones inside a wider one: "vol" in "veel te vol"; of equals the surer."""
    outer = [m for m in full if not any(m.places < other.places for other in full)]
    best = {m.places: max(o.covered for o in outer if o.places == m.places) for m in outer}
    return [m for m in outer if m.covered == best[m.places]]


def _rivals(winner: Mention, wanted: list[Mention]) -> bool:
    """Whether another option is named by words of its own that carry it."""
    return any(
        m.option.id != winner.option.id
        and m.places - winner.places
        and m.strong
        and m.covered >= 0.5
        for m in wanted
    )


def _in_part(wanted: list[Mention], heard: Heard) -> Option | None:
    """An option that is named only in part: nothing else may be said, or nearly all of it."""
    best = max(wanted, key=lambda m: (len(m.places), m.covered))
    if any(m.option.id != best.option.id and not m.places < best.places for m in wanted):
        return None
    rest = heard.rest(best.places)
    sure = (best.strong and not rest) or (best.covered >= 0.6 and len(rest) <= len(best.places))
    return best.option if sure else None


def _phrase(words: list[str], options: Options) -> str | None:
    """Words that stand in this order in one label only: "bij mij" in "Bij mij thuis"."""
    own = [
        "je" if w == "jij" else w
        for w in words
        if w
        not in ("|", "graag", "hoor", "maar", "doe", "alsjeblieft", "liefst", "het", "ja", "YES")
    ]
    if not own:
        return None
    within = f" {' '.join(own)} "
    found = [o for o in options.all if within in f" {' '.join(o.label)} "]
    if len(found) != 1:
        return None
    alone = len(own) == 1 and own[0] in STOP and own[0] != "geen"
    return None if alone and len(set(found[0].label) - STOP) else found[0].id
