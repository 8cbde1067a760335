"""A typed answer → the one option it means. A wrong guess is worse than asking again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogs.language.chat import pieces
from dialogs.language.choices.asides import asks, asks_back, correction, wants_telling
from dialogs.language.choices.counted import counted
from dialogs.language.choices.dayparts import by_clock
from dialogs.language.choices.days import spaced
from dialogs.language.choices.labels import Known, Option, Options, prepare
from dialogs.language.choices.mentions import Heard, Mention, hear, mentions, or_else
from dialogs.language.choices.places import places
from dialogs.language.choices.polarity import UNCLEAR, UNWANTED, WANTED
from dialogs.language.choices.quoted import called, exactly, phrase
from dialogs.language.choices.reasons import because, stories, without
from dialogs.language.choices.slot_choice import pick_slot
from dialogs.language.choices.slots import timed
from dialogs.language.choices.stance import Stance, stance
from dialogs.language.choices.words import STOP
from dialogs.language.idioms import signed
from dialogs.language.wordlist import listed

_DEGREES = frozenset(
    listed("beetje soms weinig deels gedeeltelijk redelijk matig af bijna half vroeger eerder")
)
_ALWAYS = frozenset(["altijd", "overal"])
_BADLY = frozenset(listed("slecht moeilijk zwaar minder beroerd klote kut rot waardeloos shit"))
_MONEY = frozenset(
    listed("verdien verdienen geld euro inkomen loon salaris betalen betaal kost kosten duur")
)
_OTHERS = frozenset(
    listed("moeder vader ouders oma opa zus broer vriendin vriend tante schoonmoeder")
)
_CANNOT = frozenset(listed("kan lukt komt uit dan dag"))
HEDGES = frozenset(["misschien", "tussen"])


def read_choice(text: str, known: Sequence[Known]) -> str | None:
    """The id of the one choice that was meant, or None when that is not clear."""
    if not known:
        return None
    options = prepare(known)
    for part in (because(text), text, without(text)):
        if part and (found := _whole(part, options)):
            return found
    return _told(text, options)


def _told(text: str, options: Options) -> str | None:
    """An answer that is followed by a story: "liever niet mijn ex luistert mee"."""
    if asks(pieces(text).split()):
        return None
    for head, tale in stories(signed(pieces(text))):
        if _named_in(tale, options):
            continue
        if found := _read(signed(head), options):
            return found
    return None


def _named_in(tale: str, options: Options) -> bool:
    """Whether the story itself answers, or turns the answer round."""
    words = tale.split()
    named = mentions(hear(words, options), options)
    return stance(words) is not None or any(m.full or m.strong for m in named)


def _whole(text: str, options: Options) -> str | None:
    said = signed(spaced(timed(text) if options.slots else pieces(text)))
    exact = exactly(text, options)
    if exact or not said:
        return _only(exact)
    if (quoted := called(said.split(), pieces(text).split(), options)) is not None:
        return quoted.id
    if telling := [o for o in options.all if o.tells] if wants_telling(said) else []:
        return _only(telling)
    if asks_back(text, said):
        return None
    concluded = said.rpartition(" dus ")[2] if " dus " in said else ""
    if concluded and (found := _read(concluded, options)):
        return found
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
    for how in (counted, pick_slot):
        found = how(words, options)
        if found is not None:
            return _only(found)
    if (timely := by_clock(said, options)) is not None:
        return _only(timely)
    return _weighed(words, options) or _past_assent(words, options)


def _past_assent(words: list[str], options: Options) -> str | None:
    """ "nee geen" where "geen" is the option; no second yes or no may follow."""
    if len(words) < 2 or words[0] not in ("ja", "nee") or words[0] in words[1:]:
        return None
    rest = words[2:] if words[1] == "|" else words[1:]
    found = _weighed(rest, options) if stance(rest) is not Stance.MIXED else None
    option = next((o for o in options.all if o.id == found), None)
    against = Stance.YES if words[0] == "nee" else Stance.NO
    return found if option and against not in (option.stance, option.implied) else None


def _only(found: Iterable[Option]) -> str | None:
    ids = {option.id for option in found}
    return ids.pop() if len(ids) == 1 else None


def _listed(options: Options, words: list[str]) -> Sequence[Option]:
    """The options that are counted: of moments only those, when she says "de laatste"."""
    return options.slots if options.slots and "laatste" in words else options.all


def _weighed(words: list[str], options: Options) -> str | None:
    heard = hear(words, options)
    named = mentions(heard, options)
    said = None if _ALWAYS & set(words) & options.words or asks(words) else stance(words)
    if HEDGES & set(words) - options.words or or_else(heard):
        return None
    chosen = _chosen(named, heard, options)
    if chosen is not None and _belied(chosen, heard):
        return None
    if chosen is not None and _agrees(chosen, said, options):
        return chosen.id
    if said in (None, Stance.MIXED) or (chosen is not None and said is not Stance.NO):
        return phrase(words, options) if chosen is None and said is None else None
    if words == ["geen"] and not options.of(Stance.NONE):
        return phrase(words, options) or _taking(said, named, words, options)
    found = _taking(said, named, words, options)
    return phrase(words, options) if found is None and said is Stance.YES else found


def _belied(option: Option, heard: Heard) -> bool:
    """Whether another word of hers speaks against it: "het gaat slecht"."""
    rest = {w for i, w in enumerate(heard.words) if i not in heard.hits}
    well = {"gaat", "goed", "rustig"} & set(option.label)
    mine = {"mij", "mijn"} & set(option.label)
    if "vol" in option.label and _MONEY & rest:  # "ik verdien te veel"
        return True
    return bool((well and _BADLY & rest) or (mine and _OTHERS & rest and "mijn" in heard.words))


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
    both = said is Stance.ANY and len({m.option.id for m in wanted}) > 1
    if wanted and said is not Stance.NO and not both:
        return None
    if not takes and said is Stance.NONE:
        takes = [o for o in options.all if o.other and options.slots] or options.of(Stance.NO)
    if not takes and said is Stance.DECLINE:
        declining = [o for o in options.all if "DECLINE" in o.label]
        takes = declining or (options.of(Stance.NO) if "nee" in words else [])
    if not takes and said is Stance.NO:
        takes = _soft_no(words, options)
    if not takes and said is Stance.YES:
        takes = options.implied(said)
    return _only(takes)


def _by_degrees(takes: list[Option], options: Options) -> bool:
    """ "ja" is not "ja, veel" where "een beetje" is there too."""
    return any(len(o.label) > 1 for o in takes) and any(
        _DEGREES & set(o.label) for o in options.all if o not in takes and o.stance is None
    )


def _soft_no(words: list[str], options: Options) -> list[Option]:
    """ "Liever niet", "Nu niet", "Iets aanpassen": what a plain no means where no button says no.

    "die dag kan ik niet" is "een andere dag"; "nee" alone is "geen" where nothing says yes.
    """
    if implied := options.implied(Stance.NO):
        return implied
    real = [o for o in options.all if o.stance is not Stance.UNKNOWN]
    if len(real) == 2 and len(options.of(Stance.YES)) == 1:
        return [o for o in real if {"niet", "geen", "DECLINE", "NONE", "NO"} & set(o.label)]
    without_it = [o for o in real if "geen" in o.label]
    if {"heb", "hebben"} & set(words) and len(without_it) == 1:
        return without_it
    others = [o for o in real if o.other]
    if options.of(Stance.YES):
        return others if _CANNOT & set(words) or set(words) - STOP == {"NO"} else []
    return options.of(Stance.NONE)


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
    return None if full else _in_part(wanted, heard, options)


def _the_other(named: list[Mention], options: Options) -> Option | None:
    """ "niet bellen" where only one other real option is left."""
    real = [o for o in options.all if o.real]
    out = {m.option.id for m in named if m.sign is UNWANTED and m.full}
    left = [o for o in real if o.id not in out]
    plain_words = all(o.stance is None and o.implied is None for o in real if o.id in out)
    plain_words = plain_words and all(o.stance is None for o in real)
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


def _in_part(wanted: list[Mention], heard: Heard, options: Options) -> Option | None:
    """An option that is named only in part: nothing else may be said, or nearly all of it."""
    best = max(wanted, key=lambda m: (len(m.places), m.covered))
    if any(m.option.id != best.option.id and not m.places < best.places for m in wanted):
        return None
    if _shared(best, heard, options):
        return None
    rest = heard.rest(best.places)
    sure = (best.strong and not rest) or (best.covered >= 0.6 and len(rest) <= len(best.places))
    return best.option if sure else None


def _shared(best: Mention, heard: Heard, options: Options) -> bool:
    """Whether all she said of it could be said of another option too: "werk" of "geen werk"."""
    said = frozenset().union(*(heard.hits[i] for i in best.places)) - STOP
    others = (frozenset(o.label) for o in options.all if o.id != best.option.id)
    return bool(said) and any(said <= other for other in others)
