"""Words that are split or glued otherwise than on the buttons: "peuter speel zaal", "nogniet"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from dialogs.language.choices.kinds import known
from dialogs.language.choices.same import GROUPS
from dialogs.language.choices.stems import stem
from dialogs.language.frequency import zipf
from dialogs.language.wordlist import listed

_MOST = 3  # words of hers that may be one
_LEAST = 3  # letters of each word that is one with a slip
_GLUED = 6  # letters from which a word may be two, or two words one with a slip
_APART = 5  # words, at most, from a verb to its particle
_PARTICLES = frozenset(
    listed("aan af bij door in langs mee na om op open over terug toe uit voor weg")
)
_NOUNS = frozenset(["inkomen", "voorkomen", "overuren"])
_LONG_VOWEL = re.compile(r"([a-z]+)([aeo])z")
_SPLIT = 4  # letters that each half of a word in two has at least, unless they make a button's word


def joined(words: Sequence[str], wanted: frozenset[str]) -> list[str]:
    """Her words, with those made one that an option, or the language, writes as one."""
    done: list[str] = []
    at = 0
    while at < len(words):
        many, word = _one(words, at, wanted)
        done.append(word)
        at += many
    return done


def _one(words: Sequence[str], at: int, wanted: frozenset[str]) -> tuple[int, str]:
    """How many words here are one, and which."""
    if words[at] in wanted or words[at] == "|":
        return 1, words[at]
    letters = _run(words, at)
    short = "".join(letters)
    if len(letters) > 1 and (short in wanted or known(short)):
        return len(letters), short
    for many in range(min(_MOST, len(words) - at), 1, -1):
        part = words[at : at + many]
        own = any(w in wanted and len(w) > 2 for w in part[1:])
        if "|" in part or (own and len(part[0]) < _SPLIT):
            continue
        word = _glued(tuple(part), wanted)
        if word and (word in wanted or part[0] != "voor"):  # "voor school" is no voorschool
            return many, word
    return 1, words[at]


def _run(words: Sequence[str], at: int) -> Sequence[str]:
    end = at
    while end < len(words) and len(words[end]) == 1 and words[end].isalpha():
        end += 1
    return words[at:end]


@lru_cache(4096)
def _glued(part: tuple[str, ...], wanted: frozenset[str]) -> str:
    """The one word that these are, or nothing."""
    if len(part[-1]) < 3 and len(part) == 2:
        return ""
    for both in ("".join(part), "s".join(part), "-".join(part)):
        if both in wanted:
            return both
        long = min(map(len, part)) >= _SPLIT and len(both) > 2 * _SPLIT
        if (long or part[0] == "ex") and (both in GROUPS or known(both)):
            return both
    if min(map(len, part)) < _LEAST:
        return ""
    whole = "".join(part)
    off = 1 if len(whole) < 2 * _GLUED else 2
    near = [
        w
        for w in wanted
        if len(w) >= _GLUED
        and abs(len(w) - len(whole)) <= off
        and OSA.distance(w, whole, score_cutoff=off) <= off
    ]
    return near[0] if len(near) == 1 else ""


def rejoined(words: Sequence[str], wanted: frozenset[str]) -> list[str]:
    """Her words, with a verb and its particle made one where a button has it so.

    "sla deze maar over" is overslaan, "spreek maar in" inspreken.
    """
    done = list(words)
    verbs = _verbs(wanted)
    for place, word in enumerate(words) if verbs else ():
        near = done[place + 1 : place + 1 + _APART]
        for particle, whole in verbs.get(stem(word), ()):
            if particle in near and "|" not in near[: near.index(particle)]:
                done[place] = whole
                del done[place + 1 + near.index(particle)]
                return done
    return done


@lru_cache(256)
def _verbs(wanted: frozenset[str]) -> dict[str, list[tuple[str, str]]]:
    """By the stem of their verb: the particle and the whole of verbs that come apart."""
    found: dict[str, list[tuple[str, str]]] = {}
    for word in wanted - _NOUNS:
        for particle in _PARTICLES:
            verb = word.removeprefix(particle)
            if verb != word and len(verb) >= _SPLIT and verb.endswith(("en", "aan")):
                root = verb[:-2] if verb.endswith("aan") else stem(verb)
                found.setdefault(root, []).append((particle, word))
                if doubled := _LONG_VOWEL.fullmatch(root):  # lezen: lees
                    found.setdefault(stem(f"{doubled[1]}{doubled[2] * 2}s"), []).append(
                        (particle, word)
                    )
    return found


def parted(words: Sequence[str], pairs: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Her words, with one that is words of a label glued together (`pairs`) written apart."""
    apart = (_apart(w, pairs) if len(w) >= _GLUED and w.isalpha() else (w,) for w in words)
    return [word for part in apart for word in part]


def _apart(word: str, pairs: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if word in pairs:
        return pairs[word]
    if zipf(word) or known(word) or word in GROUPS:
        return (word,)
    near = [pair for glued, pair in pairs.items() if OSA.distance(glued, word, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else (word,)
