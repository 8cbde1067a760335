"""What a Dutch word is worth to a reader: how common it is, also inflected or as a compound."""

from __future__ import annotations

import re
from functools import lru_cache

from dialogs.language.frequency import zipf
from dialogs.language.vocabulary import FUNCTION, KNOWN
from dialogs.language.wordlist import listed

SPLIT_UNDER = 3.3  # Zipf value under which a word is looked at as a compound
JOINED = 0.7  # what it costs to read two words as one
BENT = 0.1  # what it costs that the form is not in the list and its stem is
AT_HOME = 4.6  # what a word of every day is worth at least: bread, nappy, bus stop
SPOKEN = 0.3  # what a diminutive is worth more than newspapers show
VERY_COMMON = 5.0  # the Zipf value of a part that every reader knows, whatever it is joined to
_DOUBTFUL = 4.0  # only what is rarer is looked at twice
UNSEEN = 2.2  # a word that is in no list: rarer than once in five million words
_SHORTEST = 3  # letters of a part
_PART = 3.3  # the Zipf value a part needs: rarer "words" are chance
_LINKS = ("", "s", "e", "en", "er", "-", "n")
_ENDINGS = listed("""
'tje 'tjes 's s en n e er ere st ste t te ten de den end ende je jes tje tjes pje pjes etje
etjes ing ingen heid
""")
_BY_LAST = {last: tuple(e for e in _ENDINGS if e[-1] == last) for last in "sentrdjg"}
_PARTICLES = listed("""
aan af bij door in langs mee na om op over terug toe uit voor vast weg klaar
""")
_SOFT = {"f": "v", "s": "z"}
_LITTLE = re.compile(r"(?:[^aeiou]t|p|k)?jes?$")
_ONES = "een|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_NUMBER = re.compile(
    rf"(?:(?:{_ONES})(?:[eë]n)?)?(?:{_TENS})(?:ste)?|(?:{_ONES})?(?:honderd|duizend)(?:ste)?"
    r"|(?:der|veer|vijf|zes|zeven|acht|negen)tien(?:de)?|elf(?:de)?|twaalf(?:de)?|tien(?:de)?"
    r"|derde|vierde|vijfde|zesde|zevende|achtste|negende"
)
_WAYS = listed("terug weg mee thuis binnen samen dicht open rond langs heen rechtop")
_VOWELS = "aeou"


@lru_cache(maxsize=20_000)
def worth(word: str) -> float:
    """The Zipf value of a lower-case word, with compounds and inflected forms understood.

    A word of every day counts at least as `AT_HOME`, whatever newspapers make of it.
    """
    own = zipf(word)
    if own < AT_HOME and (is_known(word) or _NUMBER.fullmatch(word)):
        return AT_HOME
    if own < _DOUBTFUL:
        own = max(own, _parted(word) - BENT, _little(word))
    if own >= SPLIT_UNDER:
        return own
    return max(own, _stem(word) - BENT, _compound(word) - JOINED, UNSEEN)


def _parted(word: str) -> float:
    """The worth of the verb that this is a form of, where it falls apart: aangevraagd."""
    found = (
        whole
        for apart in _PARTICLES
        if word.startswith(apart) and len(word) > len(apart) + _SHORTEST
        for verb in _verbs(word[len(apart) :])
        if (whole := AT_HOME if apart + verb in KNOWN else zipf(apart + verb))
    )
    return max(found, default=0.0)


def _verbs(form: str) -> set[str]:
    """What infinitives this form may be of: "gevraagd" → vragen, "geeft" → geven."""
    told = form.removeprefix("ge")
    bare = {told, told[:-1] if told[-1:] in "dt" else told, form[:-1] if form[-1:] == "t" else form}
    voiced = {one[:-1] + soft for one in bare if (soft := _SOFT.get(one[-1:]))}
    return {told, *(verb for one in bare | voiced for verb in _infinitives(one))}


def _little(word: str) -> float:
    """A diminutive is a word of speech, rare in print only: "seintje"."""
    return _stem(word) + SPOKEN if _LITTLE.search(word) else 0.0


@lru_cache(maxsize=20_000)
def is_known(word: str) -> bool:
    """Whether every reader knows it: on the list of everyday words, also inflected or joined."""
    return (
        _everyday(word)
        or _going(word)
        or any(
            _both_plain(word[:at], word[at:]) for at in range(_SHORTEST, len(word) - _SHORTEST + 1)
        )
    )


def _both_plain(front: str, tail: str) -> bool:
    """Two words of every day, or one beside one that stands in every paper: wacht + lijst."""
    if _everyday(tail):
        return any(_everyday(head) or _very_common(head) for head in _heads(front))
    return _very_common(tail) and any(map(_everyday, _heads(front)))


def _very_common(word: str) -> bool:
    return zipf(word) >= VERY_COMMON and word not in FUNCTION


@lru_cache(maxsize=20_000)
def _everyday(word: str) -> bool:
    return word in KNOWN or not KNOWN.isdisjoint(_stems(word))


def _going(word: str) -> bool:
    """A verb with a way to go before it, both plain: terughalen, meelezen, weggebracht."""
    return any(
        word.startswith(way) and _everyday(word[len(way) :])
        for way in _WAYS
        if len(word) - len(way) >= _SHORTEST
    )


def _heads(text: str) -> list[str]:
    bare = [text[: len(text) - len(link)] for link in _LINKS if text.endswith(link)]
    return [part for part in bare if len(part) >= _SHORTEST]


def _compound(word: str, parts: int = 3) -> float:
    """The Zipf value of the weakest part of the best way to split; 0.0 when there is none."""
    best = 0.0
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        tail = _tail(word[at:])
        if tail > best:
            best = max(best, min(tail, _head(word[:at], parts - 1)))
    return best


def _head(text: str, parts: int) -> float:
    bare = _heads(text)
    found = max(map(_whole, bare), default=0.0)
    if found or parts < 2:
        return found
    return max((_compound(part, parts) for part in bare), default=0.0)


def _tail(text: str) -> float:
    return _whole(text) or _stem(text)


def _whole(text: str) -> float:
    found = zipf(text)
    return found if found >= _PART else 0.0


def _stem(word: str) -> float:
    """The Zipf value of the likeliest stem of an inflected form; 0.0 when none is known."""
    return max(map(zipf, _stems(word)), default=0.0)


@lru_cache(maxsize=20_000)
def _stems(word: str) -> tuple[str, ...]:
    """What an inflected form may come from, as Dutch spells it; most are no words."""
    endings = _BY_LAST.get(word[-1], ()) if len(word) > _SHORTEST else ()
    bare = (word[: -len(end)] for end in endings if word.endswith(end))
    stems = (stem for part in bare if len(part) >= _SHORTEST for stem in _spelled(part))
    told = word[2:-1] if word.startswith("ge") and word[-1] in "dt" else ""  # gewist, gespeeld
    return (*_infinitives(word), *_infinitives(told), *stems)


def _infinitives(word: str) -> tuple[str, ...]:
    """What a bare verb form may come from: onthoud(en), wis(sen), bespreek → bespreken."""
    if len(word) < _SHORTEST:
        return ()
    open_ = word[:-2] + word[-1] + "en" if word[-2] == word[-3] else word + word[-1] + "en"
    return (word + "en", open_)


def _spelled(stem: str) -> list[str]:
    """A bare stem as Dutch spells it: "spull" → spul, "vrag" → vraag, "spreek" → spreken."""
    forms = [stem, stem + "en", stem + "e"]
    if stem[-1] == stem[-2]:
        forms.append(stem[:-1])
    elif stem[-1] not in _VOWELS and stem[-2] in _VOWELS and stem[-3] not in _VOWELS:
        forms.append(stem[:-1] + stem[-2] + stem[-1])
    if len(stem) > _SHORTEST and stem[-2] == stem[-3]:
        forms.append(stem[:-2] + stem[-1] + "en")
    hard = {"v": "f", "z": "s"}.get(stem[-1])
    return forms + [form[:-1] + hard for form in list(forms) if hard and form[-1] == stem[-1]]
