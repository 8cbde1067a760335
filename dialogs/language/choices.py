"""A typed answer → the choice it means. A wrong guess is worse than asking: clear or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from dialogs.language.normal import normal

ALIKE = 84  # rapidfuzz ratio from which a word of four letters or more counts as the same
_SHORT = 3  # tokens up to this length match exactly only

_ORDINALS = {
    "1": 0, "een": 0, "eerste": 0, "1e": 0,
    "2": 1, "twee": 1, "tweede": 1, "2e": 1,
    "3": 2, "drie": 2, "derde": 2, "3e": 2,
    "4": 3, "vier": 3, "vierde": 3, "4e": 3,
    "5": 4, "vijf": 4, "vijfde": 4, "5e": 4,
}  # fmt: skip
_YES = frozenset(
    [
        "ja",
        "jaa",
        "jawel",
        "yes",
        "yep",
        "jep",
        "jup",
        "klopt",
        "oke",
        "ok",
        "okay",
        "okee",
        "prima",
        "goed",
        "tuurlijk",
        "zeker",
        "is",
        "goed",
    ]
)
_NO = frozenset(["nee", "nope", "neen", "nee", "hoor", "no", "nooit", "niet"])
_UNKNOWN = ("weet niet", "weet ik niet", "geen idee", "wnie", "wni", "weetniet", "geen flauw idee")
_FILLER = frozenset(
    [
        "hoor",
        "ik",
        "ben",
        "heb",
        "een",
        "de",
        "het",
        "dat",
        "is",
        "is",
        "er",
        "wel",
        "ook",
        "maar",
        "gewoon",
        "eigenlijk",
        "denk",
        "wil",
        "graag",
    ]
)
_EMPTY = _NO | _FILLER | {"geen", "niets", "niks"}  # alone they say nothing inside a sentence
_SPLIT = re.compile(r"\s*(?:,|;|/|\+|&|\ben\b|\bof\b|\bplus\b)\s*")
_EMOJI = {"👍": "ja", "✅": "ja", "👌": "ja", "👎": "nee", "❌": "nee"}


@dataclass(frozen=True, slots=True)
class Known:
    """One choice as a reader knows it: its label and other ways to say it."""

    id: str
    label: str
    says: tuple[str, ...] = ()


def read_choice(text: str, known: Sequence[Known]) -> str | None:
    """The id of the one choice that was meant, or None when that is not clear."""
    said = normal(_plain_emoji(text))
    if not said:
        return None
    for how in (_exact, _number, _family, _inside):
        found = how(said, known)
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    return None


def read_choices(text: str, known: Sequence[Known]) -> tuple[str, ...] | None:
    """The ids of all choices that were named, in their own order; None when any part is unclear."""
    whole = read_choice(text, known)
    parts = [p for p in _SPLIT.split(_plain_emoji(text).casefold()) if normal(p)]
    if len(parts) < 2:
        return (whole,) if whole else None
    found = {read_choice(part, known) for part in parts}
    if None in found:
        return (whole,) if whole and len(parts) == 1 else None
    return tuple(k.id for k in known if k.id in found)


def _plain_emoji(text: str) -> str:
    for sign, word in _EMOJI.items():
        text = text.replace(sign, f" {word} ")
    return text


def _ways(choice: Known) -> Iterable[str]:
    return filter(None, map(normal, (choice.label, *choice.says)))


def _exact(said: str, known: Sequence[Known]) -> set[str]:
    return {k.id for k in known for way in _ways(k) if said in (way, normal(k.id))}


def _number(said: str, known: Sequence[Known]) -> set[str]:
    words = [
        w for w in said.split() if w not in ("de", "nummer", "optie", "keuze", "antwoord", "het")
    ]
    place = _ORDINALS.get(words[0]) if len(words) == 1 else None
    return {known[place].id} if place is not None and place < len(known) else set()


def _family(said: str, known: Sequence[Known]) -> set[str]:
    """ "ja hoor" for the choice that starts with ja; "weet niet" for the one that says so."""
    words = said.split()
    if any(way in said for way in _UNKNOWN):
        wanted = "weet"
    elif words[0] in _NO or (words[0] in _YES and "niet" in words):
        wanted = "nee"
    elif words[0] in _YES and len(words) <= 3:
        wanted = "ja"
    else:
        return set()
    return {
        k.id
        for k in known
        for way in _ways(k)
        if way.split()[0] == wanted or wanted in way.split()[:1]
    }


def _inside(said: str, known: Sequence[Known]) -> set[str]:
    """Choices of which every word that matters is in what she typed, typos allowed."""
    words = said.split()
    strict = "niet" in words or "geen" in words
    ways = ((k.id, w.split()) for k in known for w in _ways(k))
    return {cid for cid, way in ways if _telling(way) and _covers(way, words, strict=strict)}


def _telling(way: list[str]) -> bool:
    """Whether a way to say it means something inside a longer sentence: not "de", "6" or "nee"."""
    return any(len(w) > 2 and w not in _EMPTY and not w.isdigit() for w in way)


def _covers(wanted: list[str], words: list[str], *, strict: bool = False) -> bool:
    needed = [w for w in wanted if w not in _FILLER] or wanted
    if strict and not ({"niet", "geen"} & set(wanted)):
        return False
    return all(any(_same(w, s) for s in words) for w in needed)


def _same(wanted: str, said: str) -> bool:
    if len(wanted) <= _SHORT or len(said) <= _SHORT:
        return wanted == said
    return fuzz.ratio(wanted, said) >= ALIKE
