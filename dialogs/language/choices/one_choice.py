"""A typed answer → the one option it means. A wrong guess is worse than asking again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from dialogs.language.chat import pieces
from dialogs.language.choices.agreement import agreed
from dialogs.language.choices.asides import asks, asks_back, concluded, correction, wants_telling
from dialogs.language.choices.circumstances import set_aside
from dialogs.language.choices.counted import counted, measured
from dialogs.language.choices.dayparts import by_clock, by_hours, by_week
from dialogs.language.choices.doers import by_doer
from dialogs.language.choices.grades import graded
from dialogs.language.choices.labels import plainly, prepare
from dialogs.language.choices.mentions import Heard, Mention, hear, mentions, or_else
from dialogs.language.choices.options import Known, Option, Options
from dialogs.language.choices.picked import picked
from dialogs.language.choices.places import places
from dialogs.language.choices.polarity import WANTED
from dialogs.language.choices.quoted import called, exactly, phrase, refusing
from dialogs.language.choices.ranges import NUMBERS
from dialogs.language.choices.reasons import because, stories, without
from dialogs.language.choices.slot_choice import pick_slot
from dialogs.language.choices.stance import NEGATIONS, Stance, stance
from dialogs.language.choices.stems import stem
from dialogs.language.choices.taken import taken
from dialogs.language.idioms import signed
from dialogs.language.phrases import phrases
from dialogs.language.wordlist import listed

_ALWAYS = frozenset(["altijd", "overal"])
_NEVER = frozenset(["nooit", "geen", "niet", "zelden", "niemand"])
_NOTHING = frozenset(["geen", "niemand", "niets", "niks"])
_BADLY = frozenset(listed("slecht moeilijk zwaar minder beroerd klote kut rot waardeloos shit"))
_MONEY = frozenset(
    listed("verdien verdienen geld euro inkomen loon salaris betalen betaal kost kosten duur")
)
_OTHERS = frozenset(
    listed("moeder vader ouders oma opa zus broer vriendin vriend tante schoonmoeder")
)
_ELSE = frozenset(["anders", "ander", "andere"])
_SEXES = frozenset(["man", "vrouw"])
_BOTH = frozenset(["beide", "beiden", "allebei"])
_ALL = frozenset(["alles"])
_ALL_OF = frozenset(["alles", "alle", "iedereen", "altijd"])
_NEITHER = phrases(r"""
geen van (?:beiden?|allebei|twe+n|(?:de |die )?(?:twee|2))
noch .* noch .*
(?:allebei|beiden?) (?:nog )?niet
alle ?(?:drie|vier|vijf|3|4|5) (?:echt |helaas |nog )*niet
geen van (?:de |die )?(?:drie|vier|vijf|3|4|5|drieen|vieren|alle(?:n|maal)?)(?: \w+)?
""")
_DEPENDS = phrases("(?:ligt|hang\\w*) er ?(?:aan|van ?af)\nwisselt\nverschilt\nom de beurt")
_IT = frozenset(["er", "het", "dat", "hem", "ze", "die"])
_CLOSE = 3  # words in which what "it" is not is said
_IF = frozenset(["als", "tenzij", "zolang", "omdat", "want", "|"])
_NOT = frozenset(["niet", "niks", "niets", "geen", "nooit", "NONE"])
_CHANGING = frozenset(["wisselend", "wisselt", "verschilt", "soms", "afhankelijk"])
_HOURS = re.compile(r"\btussen \d+(?: uur)? en \d+")
_LATER = re.compile(r"\bmisschien later\b|\blater misschien\b")  # "misschien" adds nothing
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
    said = signed(pieces(text))
    if asks(pieces(text).split()) or set_aside(said.split(), options.words):
        return None
    if measured(said, options) == []:
        return None  # "1 keer in het half jaar": an amount that no button is
    for head, tale in stories(said):
        if _named_in(tale, options) or _denies_it(head, tale):
            continue
        if found := _read(signed(head), options):
            guessed = any(o.other and o.id == found for o in options.all)
            return None if guessed and not _ELSE & set(head.split()) else found
    return None


def _named_in(tale: str, options: Options) -> bool:
    """Whether the story itself answers, or turns the answer round."""
    words = tale.split()
    named = mentions(hear(words, options), options)
    return stance(words) is not None or any(m.full or m.strong for m in named)


def _denies_it(head: str, tale: str) -> bool:
    """Whether what follows is no story, but the no to its verb: "snap | er niks van"."""
    words = tale.split()
    if words[-2:] == ["dan", "niet"]:
        return True  # "'s middags slaapt de kleine, dus dan niet"
    close = words[0] in _IT and not _NOT.isdisjoint(words[:_CLOSE])
    return close and head.split()[-1] not in _IF


def _whole(text: str, options: Options) -> str | None:
    said = plainly(text, options)
    exact = exactly(text, options)
    if exact or not said:
        return _only(exact)
    if (found := _by_buttons(text, said, options)) is not None:
        return _only(found)
    if (last := concluded(said)) and (concluding := _read(last, options)):
        return concluding
    if (corrected := correction(said, mid=not options.of(Stance.NO))) and (
        right := _read(corrected, options)
    ):
        return right
    return _read(said, options)


def _by_buttons(text: str, said: str, options: Options) -> list[Option] | None:
    """By what the buttons say as a whole: grades, a label, an offer to explain; None when by none.

    Empty where she asks something back.
    """
    bare = pieces(text)
    for scaled in (agreed(text, options), graded(bare, options, alone=True, signed=False)):
        if scaled is not None:
            return scaled
    if (quoted := called(said.split(), bare.split(), options)) is not None:
        return [quoted]
    if telling := [o for o in options.all if o.tells] if wants_telling(said) else []:
        return telling
    if asks_back(text, said):
        return []
    if (hourly := by_hours(text, options)) is not None:
        return hourly
    return refusing(text, options) or by_doer(bare, options)


def _read(said: str, options: Options) -> str | None:
    words = said.split()
    if (found := _by_shape(said, words, options)) is not None:
        return _only(found)
    if (grade := graded(said, options, alone=True)) is not None:
        return _only(grade)
    if meant := _weighed(words, options) or _past_assent(words, options):
        return meant
    return None if _MONEY & set(words) else _only(graded(said, options) or ())


def _by_shape(said: str, words: list[str], options: Options) -> list[Option] | None:
    """By what kind of thing the options are: amounts, a list, moments, days; None when by none."""
    if _NEITHER.search(said):
        none = options.of(Stance.NONE) or [o for o in options.all if _NOTHING & set(o.label)]
        return none or [o for o in options.all if o.other]
    if (amount := measured(said, options)) is not None:
        return amount
    count = len(_listed(options, words))
    numeric = options.numeric or bool(options.slots) or bool(_numbers(words) & options.words)
    numeric = numeric or any(w.isdecimal() for o in options.all for w in o.label)
    if chosen := places(words, count, numeric=numeric):
        dated = pick_slot(words, options) or [options.all[chosen[0]]]
        return [*dated, options.all[chosen[0]]] if len(chosen) == 1 else []
    for how in (counted, pick_slot):
        if (found := how(words, options)) is not None:
            return found
    for timely in (by_clock, by_week):
        if (found := timely(said, options)) is not None:
            return found
    either = (_BOTH | _ALL) & set(words) and all(
        _such(w, options) for w in set(words) - _BOTH - _ALL
    )
    return options.of(Stance.ANY) or None if either else None


def _numbers(words: list[str]) -> frozenset[str]:
    """Her numbers in digits: who says "3" at "3 vragen" names that button, and not the third."""
    return frozenset(str(NUMBERS.get(w, w)) for w in words if w.isdecimal() or w in NUMBERS)


def _such(word: str, options: Options) -> bool:
    """Whether this word tells nothing apart: "beide toeslagen"."""
    like = [o for o in options.all if any(own.endswith(stem(word)) for own in o.label)]
    return word in ("ja", "graag", "de") or len(like) > 1


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
    heard = hear(words, options, fellows=False)
    named = mentions(heard, options)
    said = None if _ALWAYS & set(words) & options.words or asks(words) else stance(words)
    if (
        HEDGES & set(_HOURS.sub(" ", _LATER.sub("later", " ".join(words))).split()) - options.words
        or or_else(heard)
        or " maar ook " in f" {' '.join(words)} "
        or (_depends(words) and said is not Stance.UNKNOWN and not _CHANGING & options.words)
        or words.count("soms") > 1
    ):
        return None
    chosen = picked(named, heard, options)
    if chosen is None and (both := _both(named, words, options)):
        return both
    if chosen is not None and _belied(chosen, heard):
        return None
    if chosen is not None and said is Stance.ANY and _or_another(words):
        return None
    if chosen is not None and (_agrees(chosen, said, options) or _denied(chosen, said)):
        return chosen.id
    if said in (None, Stance.MIXED) or (chosen is not None and said is not Stance.NO):
        return phrase(words, options) if chosen is None and said is None else None
    if words == ["geen"] and not options.of(Stance.NONE):
        return phrase(words, options) or taken(said, named, words, options)
    found = taken(said, named, words, options)
    return phrase(words, options) if found is None and said is Stance.YES else found


def _or_another(words: list[str]) -> bool:
    """ "bellen of appen, maakt niet uit"."""
    return bool({"of", "ook", "en"} & set(words))


def _depends(words: list[str]) -> bool:
    return bool(_DEPENDS.search(" ".join(words)))


def _both(named: list[Mention], words: list[str], options: Options) -> str | None:
    """ "Allebei", when she names all that it stands for."""
    both = [o for o in options.all if _BOTH & set(o.label) and not _NOTHING & set(o.label)]
    each = {o.id for o in options.all if o.real and o not in both and not _NOTHING & set(o.label)}
    said = {m.option.id for m in named if m.sign is WANTED and m.full}
    sure = len(both) == 1 and len(each) == 2 and "en" in words
    return both[0].id if sure and each <= said else None


def _belied(option: Option, heard: Heard) -> bool:
    """Whether another word of hers speaks against it: "het gaat slecht"."""
    rest = {w for i, w in enumerate(heard.words) if i not in heard.hits}
    well = {"gaat", "goed", "rustig"} & set(option.label)
    mine = {"mij", "mijn", "zelf"} & set(option.label)
    if any(("mijn", who) in pairwise(heard.words) for who in _SEXES & set(option.label)):
        return "mijn" in rest  # hers, and not whom she prefers
    if _ALL_OF & set(option.label) and {"niks", "niets", "NONE", "niemand"} & rest:
        return True  # "open niks" at "Ik open alles"
    if "niemand" in rest and not NEGATIONS & set(option.label) and "niemand" not in option.label:
        return any(abs(heard.words.index("niemand") - i) == 1 for i in heard.hits)
    if "vol" in option.label and _MONEY & rest:  # "ik verdien te veel"
        return True
    return bool((well and _BADLY & rest) or (mine and _OTHERS & rest and "mijn" in heard.words))


def _denied(option: Option, said: Stance | None) -> bool:
    """ "nee bijna nooit": her no is that of the option itself."""
    return said is Stance.NO and bool(_NEVER & set(option.label)) and option.stance is None


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
        case Stance.ANY if not options.of(Stance.ANY):
            return True  # "maakt niet uit, doe maar blauw"
        case _:
            return option.stance is said or (said.value in option.label)
