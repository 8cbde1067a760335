"""A typed answer → all options it names, or nothing when any part of it is unclear."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.language.ages.words import UNITS
from dialogs.language.chat import pieces
from dialogs.language.choices.asides import asks_back, correction
from dialogs.language.choices.days import read_days, spaced
from dialogs.language.choices.labels import NUMBERS, Known, Option, Options, number, prepare
from dialogs.language.choices.mentions import Heard, Mention, hear, mentions
from dialogs.language.choices.one_choice import COUNTED, HEDGES, exactly, read_choice
from dialogs.language.choices.places import places
from dialogs.language.choices.polarity import UNWANTED, WANTED
from dialogs.language.choices.reasons import without
from dialogs.language.choices.stance import FILLER, Stance, stance
from dialogs.language.choices.words import STOP
from dialogs.language.frequency import zipf
from dialogs.language.idioms import signed
from dialogs.language.wordlist import listed

_ALL = re.compile(
    r"(?<!\S)(?:(?:echt |gewoon |bijna )?"
    r"(?:alles|allemaal|alle(?: (?P<many>\w+))?|elke|allebei|beiden?|de hele lijst)"
    r"(?: (?:opties|dingen|antwoorden|hiervan|daarvan))?)(?!\S)"
)
_BUT = re.compile(
    r"(?<!\S)(?:behalve|uitgezonderd|(?:maar|alleen|en)(?: dan)? (?:niet|geen)|op (?P<one>.+) na"
    r"|zonder|minus|buiten)(?!\S)"
)
_BETWEEN = frozenset(["|", "en", "of", "plus", "+", "&", "maar"])
_UNSETTLING = frozenset(["niet", "geen", "behalve", "tm", "zonder"])
_SETTLED = frozenset(["betaald", "afbetaald", "opgelost", "geregeld", "gelukt"])  # no longer so
_A_YEAR = {"year": 1, "month": 12, "week": 52}
_TALK = frozenset(
    listed("""
ik het dat we er hij zij ze die dit je
""")
)


def read_choices(text: str, known: Sequence[Known]) -> tuple[str, ...] | None:
    """The ids of all choices that were named, in their own order; None when any part is unclear."""
    found = _chosen(text, known) if known else None
    head = without(text) if known and found is None else ""
    return _chosen(head, known) if head else found


def _chosen(text: str, known: Sequence[Known]) -> tuple[str, ...] | None:
    options = prepare(known)
    said = signed(spaced(pieces(text)))
    if len(same := exactly(text, options)) == 1:
        return _ids(same, options)
    if not said or asks_back(text, said):
        return None
    if HEDGES & set(said.split()):
        return None
    if (corrected := correction(said, mid=True)) and (found := _read(corrected, options)):
        return found
    found = _read(said, options)
    if found is not None:
        return found or None
    whole = read_choice(text, known)
    return (whole,) if whole and _single(said, whole, options) else None


def _read(said: str, options: Options) -> tuple[str, ...] | None:
    """The ids of what is named; empty when it is unclear; None when nothing is named."""
    for how in (_by_day, _by_place, _everything, _by_words):
        found = how(said, options)
        if found is not None:
            return _ids(found, options)
    return None


def _ids(found: Sequence[Option], options: Options) -> tuple[str, ...]:
    chosen = {option.id for option in found}
    return tuple(o.id for o in options.all if o.id in chosen)


def _single(said: str, whole: str, options: Options) -> bool:
    """Whether one option is the whole answer, when parts of it were not understood."""
    option = next(o for o in options.all if o.id == whole)
    return not option.real or " | " not in said


def _by_day(said: str, options: Options) -> list[Option] | None:
    """Days of the week, where the options are days."""
    dayed = [o for o in options.all if o.days and not o.slot]
    if len(dayed) < 2:
        return None
    offered = frozenset().union(*(o.days for o in dayed))
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


def _everything(said: str, options: Options) -> list[Option] | None:
    """ "alles", "alle drie", "alles behalve schulden"; None when she does not speak of all."""
    everything = _ALL.search(said)
    if everything is None or said.startswith("niet "):
        return None
    before, after = said[: everything.start()], said[everything.end() :]
    real = [o for o in options.all if o.real]
    if any(o.stance is Stance.ANY for o in options.all) and not _telling(before + after):
        return [o for o in options.all if o.stance is Stance.ANY]
    if not _fits(everything, real):
        real = [o for o in real if not o.other]
    if not _fits(everything, real):
        return None
    if but := _BUT.search(after):
        return _without(but["one"] or after[but.end() :], real, options)
    return real if not _telling(before) and not _telling(after) else None


def _fits(everything: re.Match[str], real: list[Option]) -> bool:
    """ "allebei" holds for two options, "alle drie" for three."""
    many = everything["many"]
    if "allebei" in everything[0] or "beide" in everything[0]:
        return len(real) == 2
    if many and (many.isdigit() or many in NUMBERS):
        return number(many) == len(real)
    return "elke" not in everything[0]


def _telling(said: str) -> list[str]:
    return [
        w for w in said.split() if w not in STOP and w not in FILLER and w != "|" and w != "nodig"
    ]


def _without(said: str, real: list[Option], options: Options) -> list[Option] | None:
    left_out = _named(re.sub(r"(?<!\S)(?:niet|geen)(?!\S)", " ", said), options)
    if not left_out:
        return None
    return [o for o in real if o.id not in {out.id for out in left_out}]


def _named(said: str, options: Options) -> list[Option] | None:
    """All options named in these words, without regard to wanting them; None if a part is not."""
    heard = hear(said.split(), options)
    found = _outer([m for m in mentions(heard, options) if m.full or m.strong])
    used = frozenset().union(*(m.places for m in found)) if found else frozenset()
    return None if heard.rest(used) else [m.option for m in found]


def _by_words(said: str, options: Options) -> list[Option] | None:
    """Options by their words, each part of the answer naming at least one."""
    words = said.split()
    heard = hear(words, options)
    named = mentions(heard, options)
    aged, used = _aged(words, options)
    wanted = _outer([m for m in named if m.sign is WANTED and _enough(m, heard)])
    unwanted = [m for m in named if m.sign is UNWANTED and m.full and not _within(m, wanted)]
    if any(m.sign not in (WANTED, UNWANTED) for m in named) or _doubtful(wanted):
        return []
    if _SETTLED & set(words) or (unwanted and "geen" in words and "wel" not in words):
        return []  # "geen eten" may be just what is wrong
    if not wanted and not aged:
        return None
    used |= frozenset().union(*(m.places for m in (*wanted, *unwanted)))
    if _stray(words, used) or _turned_down(words, wanted) or _garbled(heard.rest(used)):
        return []
    return [m.option for m in wanted] + aged


def _enough(mention: Mention, heard: Heard) -> bool:
    """All of it, or a word that carries it: "deurwaarder" for "brief deurwaarder"."""
    if mention.full:
        return True
    beside = heard.rest(mention.places, of=_part(heard.words, min(mention.places)))
    return mention.strong and mention.covered >= 0.3 and not beside


def _part(words: Sequence[str], place: int) -> range:
    """The part of her answer around this place, between commas and "en"."""
    ends = [i for i, word in enumerate(words) if word in _BETWEEN]
    start = max((i + 1 for i in ends if i < place), default=0)
    return range(start, min((i for i in ends if i > place), default=len(words)))


def _outer(found: list[Mention]) -> list[Mention]:
    """Without those inside a wider one; a part gives way to a whole at the same place."""
    kept = [m for m in found if not any(m.places < other.places for other in found)]
    return [m for m in kept if m.full or not any(o.full and o.places & m.places for o in kept)]


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


def _turned_down(words: list[str], wanted: list[Mention]) -> bool:
    """ "niet huur, zorg": whether the no goes on after the comma cannot be told."""
    said = stance(words)
    if said in (Stance.UNKNOWN, Stance.MIXED, Stance.NONE, Stance.DECLINE):
        return not any(m.option.stance is said for m in wanted)
    return False


def _garbled(rest: list[str]) -> bool:
    """Whether a word is left that is no word: it may be one more option, badly typed."""
    return any(len(w) > 2 and w.isalpha() and not zipf(w) and w not in FILLER for w in rest)


def _stray(words: list[str], used: frozenset[int]) -> bool:
    """Whether a part names nothing: "huur, zorg en parkeerboetes". A clause about it may stand."""
    part: list[int] = []
    for place in range(len(words) + 1):
        if place < len(words) and words[place] not in _BETWEEN:
            part.append(place)
            continue
        if part and not used & set(part) and _says_something([words[i] for i in part]):
            return True
        part = []
    return False


def _says_something(part: list[str]) -> bool:
    telling = [
        w for w in part if w not in STOP and w not in FILLER and not w.isupper() and len(w) > 1
    ]
    comment = len(part) >= 3 and bool(_TALK & set(part))
    return bool(telling) and not comment


def _aged(words: list[str], options: Options) -> tuple[list[Option], frozenset[int]]:
    """Numbers, where the options are ranges of numbers: "2 kinderen van 5 en 9" names 5 and 9.

    A number of months or weeks is a child of its years.
    """
    if not options.numeric:
        return [], frozenset()
    found: list[Option] = []
    places_used: set[int] = set()
    for place, word in enumerate(words):
        if not word.isdigit() and (word not in NUMBERS or word == "een"):
            continue
        places_used.add(place)
        if place + 1 < len(words) and words[place + 1] in (*COUNTED, "van", "vn"):
            continue  # how many, not how old: "1 van 10"
        years = _in_years(number(word), words[place + 1 : place + 2])
        found += [o for o in options.all if o.numbers is not None and years in o.numbers]
    return found, frozenset(places_used)


def _in_years(value: int, unit: list[str]) -> int:
    return value // _A_YEAR[UNITS.get(unit[0], "year") if unit else "year"]
