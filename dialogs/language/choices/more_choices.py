"""A typed answer → all options it names, or nothing when any part of it is unclear."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.language.ages.words import UNITS
from dialogs.language.choices.asides import asks_back, concluded, correction
from dialogs.language.choices.circumstances import well_or_not
from dialogs.language.choices.counted import (
    COUNTED,
    in_years,
    is_number,
    of_ages,
    told_ages,
    years_of,
)  # fmt: skip
from dialogs.language.choices.dayparts import by_clock
from dialogs.language.choices.days import read_days
from dialogs.language.choices.everything import SETTLED, everything, none_of, none_such, outer
from dialogs.language.choices.labels import plainly, prepare
from dialogs.language.choices.mentions import NEEDS, Heard, Mention, hear, mentions
from dialogs.language.choices.one_choice import HEDGES, read_choice
from dialogs.language.choices.options import Known, Option, Options
from dialogs.language.choices.places import places
from dialogs.language.choices.polarity import UNWANTED, WANTED
from dialogs.language.choices.quoted import exactly
from dialogs.language.choices.reasons import adds, around, because, without
from dialogs.language.choices.stance import FILLER, Stance, stance
from dialogs.language.choices.the_rest import spelled_out
from dialogs.language.choices.words import STOP, WEAK
from dialogs.language.frequency import zipf
from dialogs.language.wordlist import listed

_BETWEEN_HOURS = re.compile(r"\btussen (?=\d|(?:een|twee|drie|vier|vijf|zes|zeven|acht)\b)")
_NOBODY = frozenset(["niemand", "niets", "niks", "geen", "NONE"])
_NAME = re.compile(  # "tante Hafida": who it is, not one more option
    r"\b(tante|oom|zus(?:je)?|broer(?:tje)?|vriendin?|buurvrouw|buurman|zoon|dochter|collega|nicht|neef)"
    r" [A-Z]\w+"
)
_BETWEEN = frozenset(["|", "en", "of", "plus", "+", "&", "maar"])
_UNSETTLING = frozenset(["niet", "geen", "behalve", "tm", "zonder", "vanaf"])
_MANY = listed("babys dreumesen peuters kleuters pubers tieners kids kindjes kleintjes meiden")
_NOT_OLD = (*COUNTED, *_MANY, "van", "vn", "op", "uur", "euro", "km", "minuten")
_PARTS = frozenset(["ochte", "midda", "avond"])
_IS = frozenset(["is", "zijn", "was", "waren", "wordt", "worden"])
_ONLY = frozenset(["alleen", "enkel", "slechts", "vooral", "voornamelijk"])
_LETTERS = frozenset(listed("aanmaning aanmaningen herinneringen betalingsherinnering dwangbevel"))
_EVERYONE = frozenset(["iedereen", "alles", "allemaal", "overal"])
_HEADING = 5  # words, fewer than which only announce what is named
_FOR = frozenset(["voor", "tegen", "om"])
_TALK = frozenset(
    listed("""
ik het dat we er hij zij ze die dit je
""")
)


def read_choices(text: str, offered: Sequence[Known]) -> tuple[str, ...] | None:
    """The ids of all choices that were named, in their own order; None when any part is unclear."""
    head = "" if adds(text) else because(text)
    for part in (around(text), head, text, without(text)) if offered else ():
        if part and (found := _chosen(part, offered)):
            return found
    return None


def _chosen(text: str, given: Sequence[Known]) -> tuple[str, ...] | None:
    options = prepare(given)
    said = plainly(_NAME.sub(r"\1", text), options)
    if len(same := exactly(text, options)) == 1:
        return _ids(same, options)
    said = spelled_out(said, times=_are_times(options))
    if not said or asks_back(text, said):
        return None
    if HEDGES & set(_BETWEEN_HOURS.sub("", said).split()):
        return None
    if options.numeric and (aged := told_ages(text, said, options)) is not None:
        return _ids(aged, options) or None
    return _by_parts(text, said, given, options)


def _by_parts(
    text: str, said: str, given: Sequence[Known], options: Options
) -> tuple[str, ...] | None:
    """The ids of what she names, as she says it or by what she comes to; else a whole answer."""
    if (corrected := correction(said, mid=True)) and (found := _read(corrected, options)):
        return found
    found = _read(said, options)
    if not found and (last := concluded(said)):
        found = _read(last, options) or found
    if found is not None:
        return found or None
    if options.numeric and (aged := of_ages(said, options)) is not None:
        return _ids(aged, options) or None
    whole = read_choice(text, given)
    return (whole,) if whole and _single(said, text, whole, options) else None


def _read(said: str, options: Options) -> tuple[str, ...] | None:
    """The ids of what is named; empty when it is unclear; None when nothing is named."""
    for how in (_by_day, _by_place, by_clock, everything, none_such, _by_words):
        found = how(said, options)
        if found is not None:
            return _ids(found, options)
    return None


def _are_times(options: Options) -> bool:
    """Whether the options are the parts of the day: who cannot then, can at the others."""
    return len(options.all) > 2 and all(_PARTS & {w[:5] for w in o.label} for o in options.all)


def _ids(found: Sequence[Option], options: Options) -> tuple[str, ...]:
    chosen = {option.id for option in found}
    return tuple(o.id for o in options.all if o.id in chosen)


def _single(said: str, text: str, whole: str, options: Options) -> bool:
    """Whether one option is the whole answer, when parts of it were not understood."""
    option = next(o for o in options.all if o.id == whole)
    if {"verder", "anders"} & set(text.casefold().split()) and _nobody(option):
        return False  # "oma past op, verder geen mens"
    return not option.real or not {"|", "en"} & set(said.split())


def _by_day(said: str, options: Options) -> list[Option] | None:
    """Days of the week, where the options are days."""
    dayed = [o for o in options.all if o.days and not o.slot]
    if len(dayed) < 2:
        return None
    offered = frozenset().union(*(o.days for o in dayed))
    if "soms" in said.split():
        return []
    found = read_days(said, offered)
    if found is None:
        return [] if _UNSETTLING & set(said.split()) else None
    wanted = frozenset(found)
    fit = [o for o in dayed if o.days <= wanted]
    whole = frozenset().union(*(o.days for o in fit)) if fit else frozenset()
    return fit if whole == wanted else _loosely(wanted, dayed)


def _loosely(wanted: frozenset[int], dayed: list[Option]) -> list[Option] | None:
    """ "zaterdag" where the button says "zaterdag of zondag"."""
    touched = [o for o in dayed if o.days & wanted]
    return touched if all(sum(d in o.days for o in touched) == 1 for d in wanted) else None


def _by_place(said: str, options: Options) -> list[Option] | None:
    found = places(said.split(), len(options.all), numeric=options.numeric)
    return [options.all[place] for place in found] if found else None


def _by_words(said: str, options: Options) -> list[Option] | None:
    """Options by their words, each part of the answer naming at least one."""
    heard = hear(said.split(), options)
    words = list(heard.words)
    named = mentions(heard, options, lacking=bool(options.of(Stance.NONE)), several=True)
    aged, used = _aged(words, options)
    named = [m for m in named if not _only_a_number(m, words, used)]
    wanted = outer([m for m in named if m.sign is WANTED and _enough(m, heard)])
    wanted = _without_any(wanted)
    unwanted = [m for m in named if m.sign is UNWANTED and m.full and not _within(m, wanted)]
    if any(m.sign not in (WANTED, UNWANTED) for m in named) or _doubtful(wanted):
        return []
    if _contradicted(words, wanted, none_of(options)) or any(
        m.places <= heard.examples for m in unwanted
    ):
        return []
    if SETTLED & {w for i, w in enumerate(words) if i not in heard.aside}:
        return []
    if unwanted and (_may_lack(words, unwanted, wanted) or well_or_not(words)):
        return []
    if not wanted and not aged:
        return None
    used |= frozenset().union(*(m.places for m in (*wanted, *unwanted)))
    own = frozenset(w for m in wanted for way in m.option.ways for w in way.words)
    used |= heard.aside
    used |= {i for i, hit in heard.hits.items() if hit <= own}
    alone = bool(wanted) and all(_nobody(m.option) for m in wanted)
    if (
        _stray(heard, used, alone=alone)
        or _turned_down(words, wanted)
        or (not alone and _garbled(heard.rest(used)))
    ):
        return []
    return [m.option for m in wanted] + aged


def _may_lack(words: list[str], unwanted: list[Mention], wanted: list[Mention]) -> bool:
    """Whether "geen eten" may be just what is wrong; "wia, geen ww" leaves that out."""
    if "geen" not in words or {"wel", "alleen", "maar"} & set(words):
        return False
    if any(NEEDS & set(m.option.label) for m in unwanted):
        return True
    return not any(max(m.places) < words.index("geen") for m in wanted)


def _without_any(wanted: list[Mention]) -> list[Mention]:
    """ "ochtend en middag, kan allebei" is those two."""
    real = [m for m in wanted if m.option.real]
    return [m for m in wanted if m.option.stance is not Stance.ANY] if len(real) > 1 else wanted


def _enough(mention: Mention, heard: Heard) -> bool:
    """All of it, or a word that carries it: "deurwaarder" for "brief deurwaarder"."""
    if mention.full:
        return True
    beside = heard.rest(mention.places, of=_part(heard.words, min(mention.places)))
    return mention.strong and mention.covered >= 0.3 and not set(beside) - _ONLY


def _part(words: Sequence[str], place: int) -> range:
    """The part of her answer around this place, between commas and "en"."""
    ends = [i for i, word in enumerate(words) if word in _BETWEEN]
    start = max((i + 1 for i in ends if i < place), default=0)
    return range(start, min((i for i in ends if i > place), default=len(words)))


def _within(mention: Mention, others: list[Mention]) -> bool:
    """ "huis" in "geen eten in huis" is part of that, and not refused."""
    return any(mention.places <= other.places for other in others)


def _doubtful(wanted: list[Mention]) -> bool:
    """Whether one word of hers stands for two options that are both named only by it."""
    seen: set[int] = set()
    for mention in wanted:
        if not mention.places - seen:
            return True
        seen |= mention.places
    return False


def _contradicted(words: list[str], wanted: list[Mention], nothing: Option | None) -> bool:
    """ "mijn partner maar ook niemand", "geen, en huurtoeslag": some, and none of them."""
    none = sum(_nobody(m.option) or m.option is nothing for m in wanted)
    return 0 < none < len(wanted) or (bool(wanted) and words[:2] == ["geen", "|"])


def _nobody(option: Option) -> bool:
    return len(option.label) == 1 and option.label[0] in _NOBODY


def _turned_down(words: list[str], wanted: list[Mention]) -> bool:
    """ "niet huur, zorg": whether the no goes on after the comma cannot be told."""
    said = stance(words)
    if said in (Stance.UNKNOWN, Stance.MIXED, Stance.NONE, Stance.DECLINE):
        return not any(m.option.stance is said for m in wanted)
    return False


def _garbled(rest: list[str]) -> bool:
    """Whether a word is left that is no word: it may be one more option, badly typed."""
    return any(
        len(w) > 2 and w.isalpha() and not (zipf(w) or w in FILLER or w in _LETTERS) for w in rest
    )


def _stray(heard: Heard, used: frozenset[int], *, alone: bool) -> bool:
    """Whether a part names nothing: "huur, zorg en parkeerboetes". Mere talk about it may stand.

    `alone`: she names only that there is none, and any talk is about that.
    """
    words = heard.words
    part: list[int] = []
    for place in range(len(words) + 1):
        if place < len(words) and words[place] not in _BETWEEN:
            part.append(place)
            continue
        if (
            part
            and not used & set(part)
            and not _subject(words, place, used)
            and _says_something(heard, part, alone=alone)
        ):
            return True
        part = []
    return False


def _subject(words: Sequence[str], place: int, used: frozenset[int]) -> bool:
    """Whether the part that ends here shares the next one's verb: "gas en licht is afgesloten"."""
    if words[place : place + 1] != ("en",):
        return False
    after = _part(words, place + 1)
    verb = next((i for i in after if words[i] in _IS), None)
    named = used & {*after}
    return verb is not None and bool(named) and all(i > verb for i in named)


def _says_something(heard: Heard, part: list[int], *, alone: bool) -> bool:
    words = heard.words
    if words[part[0]] in _FOR and len(part) < 5:
        return False  # "schoenen, voor de kou"
    telling = [
        i for i in part
        if words[i] not in STOP and words[i] not in FILLER
        and not words[i].isupper() and len(words[i]) > 1 and words[i] != "overdag"
    ]  # fmt: skip
    if words[part[0]] in _EVERYONE and len(part) < _HEADING:
        return False  # "iedereen helpt, familie en vrienden"
    if len(part) < 3 or not _TALK & {words[i] for i in part}:
        return bool(telling)
    return not alone and any(words[i] not in WEAK and i not in heard.hits for i in telling)


def _aged(words: list[str], options: Options) -> tuple[list[Option], frozenset[int]]:
    """Numbers, where the options are ranges of numbers: "2 kinderen van 5 en 9" names 5 and 9.

    A number of months or weeks is a child of its years.
    """
    if not options.numeric:
        return [], frozenset()
    found: list[Option] = []
    places_used: set[int] = set()
    for place, word in enumerate(words):
        years = years_of(word)
        if years is None:
            continue
        places_used.add(place)
        if _no_age(words, place):
            continue
        if {"allemaal", "alle"} & set(words[place + 1 : place + 3]):
            continue
        if is_number(word):
            years = _in_years(years, words[place + 1 : place + 2])
        fit = [o for o in options.all if o.numbers is not None and years in o.numbers]
        found += fit if len(fit) == 1 else ()
    return found, frozenset(places_used)


def _only_a_number(mention: Mention, words: list[str], numbers: frozenset[int]) -> bool:
    """Whether an option is named by one of its numbers alone: those were read by themselves."""
    rest = {words[i] for i in mention.places - numbers}
    return bool(mention.places & numbers) and rest <= UNITS.keys()


def _no_age(words: list[str], place: int) -> bool:
    """How many, not how old: "1 van 10", "nummer 2"; or an age follows: "peuter, net 3"."""
    after = words[place + 1 : _part(words, place).stop]
    if is_number(words[place]):
        counted = words[place - 1 : place] in (["nummer"], ["er"])  # "ik heb er 2"
        return counted or bool(after and after[0] in _NOT_OLD)
    return any(is_number(w) and after[i + 1 : i + 2] != ["keer"] for i, w in enumerate(after))


def _in_years(value: int, unit: list[str]) -> int:
    return in_years(value, UNITS.get(unit[0], "year") if unit else "year")
