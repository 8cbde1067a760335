"""Days of the week as people type them: "di t/m do", "alles behalve woensdag", "doordeweeks"."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from rapidfuzz import fuzz

from dialogs.language.chat import pieces
from dialogs.language.choices.polarity import UNCLEAR, UNWANTED, WANTED, polarity
from dialogs.language.frequency import zipf
from dialogs.language.phrases import phrases
from dialogs.language.wordlist import listed

NAMES = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
_SHORT = {
    "ma": 0, "maa": 0, "mon": 0, "monday": 0, "di": 1, "din": 1, "tuesday": 1, "wo": 2, "woe": 2,
    "wednesday": 2, "do": 3, "don": 3, "thursday": 3, "vr": 4, "vrij": 4, "friday": 4,
    "za": 5, "zat": 5, "saturday": 5, "zo": 6, "zon": 6, "sunday": 6,
}  # fmt: skip
_TWO_FACED = frozenset(
    listed("""
ma do zo za don zon zat mon vrij di wo
""")
)  # ordinary words as well
WEEKEND, WORKING = frozenset((5, 6)), frozenset(range(5))
_WORKING = phrases(r"""
(?:alle |op |de )*(?:doordeweeks\w*(?: dagen)?|door de week)
(?:alle |op |de )*(?:werkdag|schooldag|weekdag)\w*
""")
_WEEKEND = phrases(r"""
(?:(?:in|op|int) )?(?:het |t |de )?weekend\w*
weekent
weekeind\w*
""")
_EVERY = phrases(r"""
(?:elke|iedere|ieder|alle|de hele|heel de|hele) (?:dag\w*|week)(?: van de week)?
elkedag
dagelijks
(?:ma|maandag) tot zo(?:ndag)?
alle (?:vijf|zeven|zes|5|6|7)(?: dagen)?
alles
allemaal
altijd
""")
_REST = phrases(r"""
(?:de )?(?:rest|overige|andere dagen|verder alles)(?: (?:dagen|kan|mag|is|van de week))*
""")
_SETS = {"WORKING": _WORKING, "WEEKEND": _WEEKEND, "EVERY": _EVERY, "REST": _REST}
_THROUGH = re.compile(r"(?<!\S)(?:tm|t m|tot en met|tot aan|tot|t-m|-|through)(?!\S)")
_HYPHEN = re.compile(r"\b([a-z]+)-([a-z]+)\b")
_BETWEEN = frozenset(
    listed("""
| en of + op ook de plus alleen niet maar tm t/m behalve van wel
""")
)
FILLER = frozenset(listed("""
ik wil kan op de het een en of ook nog plus dan dag dagen heb hebben nodig opvang graag liefst
liever het beste best past passen lukt lukken werkt werk maar eigenlijk gewoon alleen is zijn
goed prima ok kunnen we mij me mijn kind kinderen voor van in om te wel niet geen zonder behalve
elke iedere ja eh ehh uhm ehm hoor eh denk doe even ochtend ochtenden middag middagen avond
avonden ochtends middags avonds hele heel week zou toch fijn zijn mag moet moeten uit echt kom
komt gaat gaan ga er die dat bij naar dus | + vast tm met tot graag zeker allebei beide
alsjeblieft dankjewel want school uitgezonderd vrij buiten ben beschikbaar thuis
"""))  # fmt: skip
_FEW = {"2": 2, "twee": 2, "3": 3, "drie": 3, "4": 4, "vier": 4}
_FIRST = re.compile(
    r"(?<!\S)(?:de )?eerste (2|3|4|twee|drie|vier) dagen(?: (?:van de|vd|v d) week)?"
)
_ONLY_NOT = re.compile(r"(?<=\S) (?:\| )?alleen(?= (?:\w+ ){1,4}niet\b)()")
_ALL_DAY = re.compile(r"\b(?:de )?(?:hele|heel de) dag(?:en)?\b")  # of the days that are named
_AT = re.compile(
    r"\b(?:tot|vanaf|na|om|voor) \d{1,2}(?:[.:]\d\d)?(?: uur| u\b)?"
)  # a time that day
_FREE = re.compile(r"\b\w+dag vrij$")  # a day off, or Friday too: not clear
_PART = re.compile(r"(ochtend|middag|avond|nacht|en|s|je|jes)+")


@lru_cache(4096)
def day(word: str) -> int | None:
    """0 for Monday to 6 for Sunday; slips of the finger allowed ("dinsadg"); else None."""
    if word in _SHORT:
        return _SHORT[word]
    if len(word) < 5:
        return None
    for place, name in enumerate(NAMES):
        if word.startswith(name) and _PART.fullmatch(word[len(name) :] or "s"):
            return place
    if zipf(word) >= 3:
        return None
    scores = [fuzz.ratio(word, name) for name in NAMES]
    best = max(scores)
    return scores.index(best) if best >= 80 and scores.count(best) == 1 else None


def days_in(label: str) -> frozenset[int]:
    """The days a button stands for: "Ma", "Zaterdag of zondag", "Weekend"; empty when none."""
    words = _signed(pieces(label)).split()
    return frozenset().union(*(_of(word, frozenset(range(7))) for word in words if word != "EVERY"))


def read_days(text: str, offered: Collection[int] = range(7)) -> tuple[int, ...] | None:
    """The days she names, 0 is Monday, in order; None when unclear or none of those offered."""
    every = frozenset(offered)
    if _FREE.search(text):
        return None
    text = _AT.sub("", text)
    if any(day(word) is not None for word in pieces(text).split()):
        text = _ALL_DAY.sub("", text)
    words = _ranges(_ONLY_NOT.sub(r" maar \1", _signed(pieces(text))).split())
    named = {i: found for i in range(len(words)) if (found := _named(words, i, every))}
    if any(i not in named and w not in FILLER for i, w in enumerate(words)) or not named:
        return None
    signs = polarity(words, named)
    if UNCLEAR in signs.values() or _hanging(words, signs):
        return None
    wanted = _joined(named, signs, WANTED)
    unwanted = _joined(named, signs, UNWANTED)
    if not wanted and _all_but(words):
        wanted = every
    if wanted == WORKING and not every >= WORKING:
        wanted = WORKING & every
    left = wanted - unwanted if wanted - unwanted else frozenset()
    return tuple(sorted(left)) if left and left <= every else None


def _signed(said: str) -> str:
    said = _FIRST.sub(lambda found: "DAYS" + "0123456"[: _FEW[found[1]]], said)
    for name, pattern in _SETS.items():
        said = pattern.sub(name, said)
    return _THROUGH.sub("tm", spaced(said))


def spaced(said: str) -> str:
    """The text without hyphens in words: "wo-vr" is a range, "oud-krispijn" two words."""
    return _HYPHEN.sub(_apart, said)


def _apart(found: re.Match[str]) -> str:
    both = day(found[1]) is not None and day(found[2]) is not None
    return f"{found[1]} tm {found[2]}" if both else f"{found[1]} {found[2]}"


def _of(word: str, every: frozenset[int]) -> frozenset[int]:
    if word.startswith("DAYS"):
        return frozenset(map(int, word[4:]))
    sets = {"WORKING": WORKING, "WEEKEND": WEEKEND, "EVERY": every, "REST": every}
    if word in sets:
        return sets[word]
    one = day(word)
    return frozenset() if one is None else frozenset((one,))


def _named(words: list[str], place: int, every: frozenset[int]) -> frozenset[int]:
    """The days at this place; "zo" and "ma" only where a day can stand."""
    word = words[place]
    if word in _TWO_FACED and len(words) > 1:
        around = [words[i] for i in (place - 1, place + 1) if 0 <= i < len(words)]
        if not any(w in _BETWEEN or w.isupper() or day(w) is not None for w in around):
            return frozenset()
    return _of(word, every)


def _ranges(words: list[str]) -> list[str]:
    """ "di tm do" and "vanaf woensdag" as one word that holds its days."""
    done: list[str] = []
    rest = list(words)
    while rest:
        first, last = day(rest[0]), day(rest[2]) if len(rest) > 2 else None
        if first is not None and last is not None and rest[1] == "tm":
            days = range(first, last + 1) if first <= last else (*range(first, 7), *range(last + 1))
            if done and done[-1] in ("vanaf", "van"):
                done.pop()
            done.append("DAYS" + "".join(map(str, days)))
            rest = rest[3:]
        else:
            done.append(rest.pop(0))
    return done


def _joined(named: dict[int, frozenset[int]], signs: dict[int, int], sign: int) -> frozenset[int]:
    return frozenset().union(*(named[i] for i, s in signs.items() if s == sign))


def _hanging(words: list[str], signs: dict[int, int]) -> bool:
    """ "niet maandag, dinsdag": whether the second is wanted cannot be told."""
    return any(
        sign is UNWANTED
        and signs.get(place + 2) is WANTED
        and words[place + 1] == "|"
        and "niet" in words[:place]
        for place, sign in signs.items()
    )


def _all_but(words: list[str]) -> bool:
    """Whether leaving days out means all others: "alleen woensdag niet", "di niet, do ook niet"."""
    only_not = words.count("niet") > 1 and "ook" in words
    return only_not or bool({"alleen", "behalve", "uitgezonderd"} & set(words))
