"""Buttons and answers in the same plain words; each button by itself as an option."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from dialogs.language.chat import pieces, plain
from dialogs.language.choices.beside import together
from dialogs.language.choices.days import days_in, spaced
from dialogs.language.choices.kinds import LACK, phrased
from dialogs.language.choices.measures import Stretch, stretch
from dialogs.language.choices.options import Known, Option, Options, Way
from dialogs.language.choices.ranges import numbers_in
from dialogs.language.choices.slots import read_slot, timed
from dialogs.language.choices.stance import NEGATIONS, Stance
from dialogs.language.choices.words import STOP
from dialogs.language.idioms import signed
from dialogs.language.normal import normal
from dialogs.language.sayings import rather_talks
from dialogs.language.wordlist import listed

_CLASS = re.compile(r"\b(havo|vwo|vmbo|mavo|gymnasium|atheneum|kader|klas) \d\b")  # no age
_AND_A_HALF = re.compile(r"\b(\d{1,2})[.,]5 ?(?:jaar|jr)\b")
_SHARED = re.compile(r"\b([^\W\d]{3,})-\s+(en|of|&|,)\b")  # "zorg- en huurtoeslag"
_NOT_ANY = re.compile(r"[gG][eE][eE][nN] |[zZ][oO][nN][dD][eE][rR] ")
_UNPAID = re.compile(r"\bgeen (\w+) (?:meer |kunnen )*(?:betaald|betalen)\b", re.IGNORECASE)
_NEEDED = re.compile(  # "zonder tolk lukt het niet"
    r"\bzonder (?:een )?(\w+) (?:kan|lukt|snap|begrijp|red|versta|kom|gaat|durf) "
    r"(?:\w+ ){0,4}(?:niet|niks)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\b(?:[^\W\d]\.){2,}")  # b.s.o.
_I_HAVE = frozenset(["ik", "we", "wij", "heb", "hebben", "er", "is"])
_FROM_OR_TO = ("voor ", "na ", "tussen ", "vanaf ")  # "Na 17 uur" is no moment
_ARTICLES = frozenset(("een", "de", "het", "|"))
_DASHED = re.compile(r"(\d) [-–] (\d)")  # else a dash is a break
_UN = re.compile(r"\bon([a-z]{4,})\b")
_VERY = re.compile(
    r"\b(?:erg|zeer|super|mega|ontzettend|hartstikke|enorm|vreselijk|echt heel) (?=(\w+))"
)
_POINTING = frozenset(["dat", "dit", "het", "is", "ik"])
_PERHAPS = frozenset(["misschien"])  # enough to say, where a button says it
_SIDES = re.compile(r"\sof\s|\s\|\s")
_BOTH = " en "


def prepare(known: Sequence[Known]) -> Options:
    """The options as readers need them; kept, because the same questions return."""
    return _prepared(tuple(known))


def plainly(text: str, options: Options) -> str:
    """What she types as readers compare it with these options: turns of phrase in their place."""
    text = _SHARED.sub(r"\1 \2", text)
    text = _AND_A_HALF.sub(lambda found: f"{int(found[1]) * 12 + 6} maanden", text)
    text = _INITIALS.sub(lambda found: found[0].replace(".", ""), text)
    if _NOT_ANY.search(text):
        text = _NEEDED.sub(r"\1 nodig", _UNPAID.sub(r"\1 achter", text))
    bare = timed(text) if options.slots else pieces(text)
    if "praten" in options.words:
        bare = rather_talks(bare)
    bare = _UN.sub(lambda found: _un(found, options.words), bare)
    if "heel" in options.words:
        bare = _VERY.sub(lambda f: "heel " if f[1] in options.words else f[0], bare)
    return signed(_CLASS.sub(r"\1", phrased(spaced(bare), options.words, options.labels)))


def _un(found: re.Match[str], own: Container[str]) -> str:
    """ "onveilig" is "niet veilig", where only "veilig" is a word of the buttons."""
    return f"niet {found[1]}" if found[1] in own and found[0] not in own else found[0]


@lru_cache(256)
def _prepared(known: tuple[Known, ...]) -> Options:
    labels = frozenset(signed(spaced(pieces(one.label))) for one in known)
    options = tuple(_option(one, labels) for one in known)
    options = together(options)
    ways = [way for o in options for way in o.ways]
    words = frozenset(w for way in ways for w in way.words)
    lacking = frozenset(LACK + w for way in ways if way.denies for w in way.words)
    return Options(options, words | lacking)


def _option(known: Known, labels: frozenset[str]) -> Option:
    said = pieces(_DASHED.sub(r"\1-\2", known.label))
    told = signed(spaced(said))
    texts = [
        told,
        *_sides(told),
        *_either(told, labels),
        *_lacking(told, labels),
        *_PERHAPS.intersection(told.split()),
        *(signed(spaced(pieces(says))) for says in known.says),
    ]
    ways = tuple(dict.fromkeys(way for text in texts if (way := _way(text))))
    exact = frozenset(filter(None, map(normal, (known.label, *known.says))))
    exact |= frozenset(filter(None, map(plain, (known.label, *known.says))))
    span = stretch(told.replace(" | ", " "))
    ranging = (span and _ranging(span)) or told.startswith(_FROM_OR_TO)
    slot = None if ranging else read_slot(known.label)
    return Option(
        known.id, exact, ways, said, tuple(w for w in told.split() if w != "|"), _stance(told),
        None if slot else numbers_in(told), days_in(known.label), slot,
        span if span and not slot else None, _implied(told, known.says),
    )  # fmt: skip


def _ranging(span: Stretch) -> bool:
    """Whether it is an amount and no moment: "10-20 uur", not "10 uur"."""
    return span.low != span.high and bool(span.unit)


_GOING_ON = frozenset(listed("beginnen begin starten start verder gelezen doorgaan versturen"))
_CHANGING = frozenset(listed("aanpassen wijzigen veranderen verbeteren corrigeren"))


def _implied(told: str, says: Sequence[str]) -> Stance | None:
    """By its other ways to say it, else by a first word that goes on or a word of change."""
    words, other = told.split(), {normal(one) for one in says}
    if "nee" in other or _CHANGING & set(words):
        return Stance.NO
    agreed = "akkoord" in words and not NEGATIONS & set(words)
    going_on = bool(_GOING_ON & set(words[:1])) and "weg" not in words
    return Stance.YES if "ja" in other or agreed or going_on else None


def _sides(told: str) -> list[str]:
    """ "stroom of gas" can be said as either; a no before it holds for both."""
    sides = [side for side in _SIDES.split(told) if set(side.split()) - STOP]
    if len(sides) < 2 or any(w.isdecimal() for w in told.split()):
        return []
    no = "geen " if "geen" in sides[0].split() else ""
    return [side if no and side.startswith(no) else no + side for side in sides]


def _either(told: str, labels: frozenset[str]) -> list[str]:
    """ "stroom en gas" can be said as either, where no other button names one of them."""
    sides = told.split(_BOTH)
    if len(sides) != 2 or any(not set(s.split()) - STOP or len(s.split()) > 2 for s in sides):
        return []
    others = {word for label in labels if label != told for word in label.split()}
    taken = any(others & (set(side.split()) - STOP) for side in sides)
    return [] if taken or any(word.isdecimal() for word in told.split()) else sides


def _lacking(told: str, labels: frozenset[str]) -> list[str]:
    """ "te weinig eten" can be said as "geen eten", unless another button says that."""
    rest = told.removeprefix("te weinig ")
    taken = any(label.endswith(f"geen {rest}") for label in labels)
    return [f"geen {rest}"] if rest != told and len(rest.split()) == 1 and not taken else []


def _way(text: str) -> Way | None:
    words = tuple(w for w in text.split() if w not in _ARTICLES and w != "en")
    denies = bool(NEGATIONS & set(words))
    own = tuple(w for w in words if w not in NEGATIONS and w not in ("YES", "NO"))
    if len(own) < len(words) and set(own) <= _POINTING:
        return None  # of "Dat klopt niet" nothing is left that tells
    if len(own) > 1 and own[0] in ("ja", "nee"):
        own = own[1:]
    telling = frozenset(w for w in own if w not in STOP and (len(w) > 1 or w.isdecimal()))
    if not own or all(w.isdecimal() for w in own) or set(own) <= {"ja", "nee", "ok"}:
        return None
    return Way(own, telling or frozenset(own), denies)


_OPENINGS = {
    "ja": Stance.YES, "YES": Stance.YES, "akkoord": Stance.YES, "graag": Stance.YES,
    "nee": Stance.NO,
    "UNKNOWN": Stance.UNKNOWN, "ANY": Stance.ANY, "DECLINE": Stance.DECLINE, "NONE": Stance.NONE,
}  # fmt: skip
_ALONE = {
    "ok": Stance.YES, "twijfel": Stance.UNKNOWN, "geen": Stance.NONE, "altijd": Stance.ANY,
    "eens": Stance.YES, "oneens": Stance.NO, "beide": Stance.ANY, "allebei": Stance.ANY,
    "alles": Stance.ANY,
}  # fmt: skip


def _stance(told: str) -> Stance | None:
    words = told.split()
    if not words:
        return None
    if words[-1] == "NONE" and set(words[:-1]) <= _I_HAVE:
        return Stance.NONE
    return _OPENINGS.get(words[0]) or (_ALONE.get(words[0]) if len(words) == 1 else None)
