"""Buttons that are grades of one thing: how often, how well, how full, how it changed.

What she says and what a button says are put on the same ladder; she means the button on her rung.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dialogs.language.choices.ladders import LADDERS
from dialogs.language.choices.options import Option, Options
from dialogs.language.choices.stance import Stance
from dialogs.language.choices.words import LIGHT, STOP
from dialogs.language.phrases import phrases
from dialogs.language.wordlist import listed


def ladder(rungs: Sequence[str]) -> re.Pattern[str]:
    """One pattern in which the number of the group that is found is the rung."""
    lines = ("|".join(filter(None, rung.split("\n"))) for rung in rungs)
    return phrases("\n".join(f"({line})" for line in lines))


_PATTERNS = tuple(map(ladder, LADDERS))
_PLAIN = (Stance.YES, Stance.NO)  # where a button says just yes or no, "nooit" may be that
_SHAKY = frozenset(listed("""
niet geen maar of behalve tussen bijna beetje misschien als eerst vroeger soms ene goed
"""))  # fmt: skip
_SIGNED = re.compile(r"\b(?:UNKNOWN|ANY|DECLINE)\b")
_LITOTES = re.compile(r"\bniet (?:(?:zo|echt|heel|al te) )?(?:best|fijn)\b")  # for "slecht"
_A_LITTLE = frozenset(["iets", "wat", "beetje", "ietsje"])
_SLIGHTLY = re.compile(
    r"\b(?:iets|wat|ietsje|(?:een )?(?:klein )?beetje) "
    r"(?=(?:bet|slecht|moeilijk|makkelijk|rustig|licht|zwaard?)er\b|minder\b)"
)
_THIN = frozenset(["gaat", "bijna", "half", "ok", "over"])  # a grade only by themselves
_FEW = 3  # words, at most, that she says beside her grade


def graded(
    said: str, options: Options, *, alone: bool = False, signed: bool = True
) -> list[Option] | None:
    """The options on the rung she names; None when these are no grades or she names no rung.

    Empty where all are grades and hers is none of them. With `alone` she may say nothing else; not
    `signed` are plain words, in which no turn of phrase is a sign yet.
    """
    if _SIGNED.search(said):
        return None
    if said.endswith(" zelfs"):
        said = said.rpartition("|")[2].removesuffix("zelfs")  # "goed, heel goed zelfs"
    if not _A_LITTLE & options.words:
        said = _SLIGHTLY.sub("", said)  # "iets beter" is "Beter"
    for scale, rungs in _rungs(options.signs if signed else options.labels):
        hers, rest = heard(said, scale)
        if hers < 0 or len(rest) > (0 if alone else _FEW):
            continue
        nearest = _nearest(hers, rungs, options)
        here = nearest if nearest in rungs.values() or not _LITOTES.search(said) else nearest - 1
        found = [options.all[i] for i, rung in rungs.items() if rung == here]
        if set(rest) & (options.words - {w for o in found for w in o.label}):
            continue  # "boos en verdrietig" is two
        if found or len(rungs) == sum(o.real for o in options.all):
            return found
    return None


def _nearest(hers: int, rungs: Mapping[int, int], options: Options) -> int:
    """Her rung, or the end of the ladder where hers lies beyond it and no other button does.

    "Altijd" is not "Soms" where "Elke maand" stands on that side.
    """
    lowest, highest = min(rungs.values()), max(rungs.values())
    end = min(max(hers, lowest), highest)
    others = {i: o for i, o in enumerate(options.all) if i not in rungs}
    if end == hers or any(o.stance in _PLAIN for o in others.values()):
        return hers
    at = next(i for i, rung in rungs.items() if rung == end)
    away = next(i for i, rung in rungs.items() if rung != end)
    taken = any(o.real and not o.other and (i - at) * (at - away) > 0 for i, o in others.items())
    return hers if taken else end


@lru_cache(256)
def _rungs(labels: tuple[str, ...]) -> list[tuple[re.Pattern[str], dict[int, int]]]:
    """The ladders on which at least two labels have rungs of their own, and those rungs."""
    found = []
    for scale in _PATTERNS:
        rungs = rungs_of(labels, scale)
        if len(set(rungs.values())) > 1:
            found.append((scale, rungs))
    return found


@lru_cache(256)
def rungs_of(labels: tuple[str, ...], scale: re.Pattern[str]) -> dict[int, int]:
    """Which rung each label is, by its place; only those with nothing else beside it.

    Where all are grades each may repeat the question: "Soms samen eten", "Nooit samen".
    """
    told = ((i, *heard(label, scale)) for i, label in enumerate(labels))
    named = [(i, rung, rest) for i, rung, rest in told if rung >= 0]
    if len(named) == len(labels) and all(_shared(labels).issuperset(rest) for *_, rest in named):
        return {i: rung for i, rung, _rest in named}
    return {i: rung for i, rung, rest in named if not rest}


@lru_cache(256)
def _shared(labels: tuple[str, ...]) -> frozenset[str]:
    """The words of the question that several labels repeat: "samen eten" in "Soms samen eten"."""
    words = [word for label in labels for word in set(label.split())]
    return frozenset(word for word in words if words.count(word) > 1)


def heard(said: str, scale: re.Pattern[str]) -> tuple[int, list[str]]:
    """The one rung that she names and the other words that tell; -1 when there are more."""
    names = [*scale.finditer(said)]
    rungs = {(found.lastindex or 0) - 1 for found in names}
    if len(rungs) != 1:
        return -1, []
    rest = scale.sub(" ", said).split()
    thin = all(found[0] in _THIN for found in names) and any(w not in STOP for w in rest)
    if thin or _SHAKY.intersection(rest):
        return -1, []
    return rungs.pop(), [w for w in rest if w not in STOP and w not in LIGHT and w != "|"]
