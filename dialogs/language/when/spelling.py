"""One typed word → the token it means, typos allowed where they cannot mislead.

Short words must be exact. From four letters on one slip (a letter missing, extra, other or two
swapped) is forgiven, from eight letters two, when only one meaning is that near; a word that Dutch
knows ("mogen", "hier", "echt") is never taken for a typo of "morgen", "vier" or "acht".
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from dialogs.language.frequency import zipf
from dialogs.language.when.numerals import CHAT, NUMBERS, ORDINALS
from dialogs.language.when.words import EXACT, SNAPPED
from dialogs.language.wordlist import listed

UNKNOWN = "_"
_STRETCHED = re.compile(r"(.)\1{2,}")
_VOWELS = str.maketrans("", "", "aeiouy")
_TWO_SLIPS = 8  # letters from which two slips are forgiven
_DUTCH = 2.6  # Zipf value from which a word is Dutch rather than a slip
_COMMON = 5.0  # Zipf value from which a word is too common to be a slip even in a clock phrase
_REAL = frozenset(
    listed("""
even geven tegen mogen maar kaart zwart kwam echt wacht dacht zacht macht recht achter huur
duur buur muur zuur hier dier bier dien zien regen zegen werk weer weet zelf hals halt hulp help
overal overdag voordeel vandaan zonder zorgen borgen kerst eerst vriend vrienden viert
geleden voort door wijf meer maand tent teen been deze mee twijfel vrij vrijer avonden nachten
uit uurtarief achterstand overig overige voorbij kwartaal
""")
)


@lru_cache(maxsize=8192)
def tokens(word: str) -> tuple[str, ...]:
    """The tokens of one lower-case word without accents; `_` when it means nothing here."""
    for calm in (word, _STRETCHED.sub(r"\1\1", word), _STRETCHED.sub(r"\1", word)):
        if calm in EXACT:
            return tuple(EXACT[calm].split("+"))
    return tuple(_token(_STRETCHED.sub(r"\1", word)).split("+"))


def _token(word: str) -> str:
    if word in _REAL or len(word) < 2:
        return UNKNOWN
    if len(word) > 2:
        found = _consonants(word) or _glued(word)
        if found or zipf(word) < _DUTCH:
            found = found or _near(word)
        if found:
            return found
    return _perhaps(word)


def _perhaps(word: str) -> str:
    """What a short or doubtful word may be inside a clock phrase only: "half ~6", "10 ~voor 4"."""
    if zipf(word) >= _COMMON:
        return UNKNOWN
    meant = {to for way, to in _CLOCK_WORDS.items() if OSA.distance(way, word, score_cutoff=1) < 2}
    return meant.pop() if len(meant) == 1 else UNKNOWN


def _consonants(word: str) -> str | None:
    """ "dnsdg" and "kwrt": a word typed without vowels, when only one word has that skeleton."""
    if word.translate(_VOWELS) != word:
        return None
    meant = _SKELETONS.get(word, frozenset())
    return next(iter(meant)) if len(meant) == 1 else None


def _glued(word: str) -> str | None:
    """ "halfzes", "tienuur", "omhalf": two words without their space, of three letters or "om"."""
    for cut in range(2 if word.startswith("om") else 3, len(word) - 2):
        first, second = EXACT.get(word[:cut]), EXACT.get(word[cut:])
        if first and second and _can_glue(first, second):
            return f"{first}+{second}"
    return None


def _can_glue(first: str, second: str) -> bool:
    """Whether both are words of a clock or a day, not Dutch that happens to split ("vooruit")."""
    return all(
        token[0].isdecimal() or token[0] in "WMP" or token in _GLUE for token in (first, second)
    )


_GLUE = frozenset(
    listed("half kwart over voor uur een om op volgende week minuten vandaag morgen van maar dan")
)


def _near(word: str) -> str | None:
    """The one meaning within reach of a slip or two."""
    if len(word) < 4:
        return None
    most = 2 if len(word) >= _TWO_SLIPS else 1
    hits = extract(word, SNAPPED, scorer=OSA.distance, score_cutoff=most, limit=12)
    found = [(way, slips) for way, slips, _ in hits if slips <= _most(way)]
    nearest = min((slips for _, slips in found), default=0)
    meant = {EXACT[way] for way, slips in found if slips == nearest}
    if len(meant) > 1:
        meant.discard("habit")  # "maandagg" is Monday
    return meant.pop() if len(meant) == 1 else None


_STRICT = {*ORDINALS, *(way for way in SNAPPED if EXACT[way].startswith("F"))}


def _most(way: str) -> float:
    """The slips forgiven in this word: numbers and feasts are too like others for two."""
    return 1 if len(way) < _TWO_SLIPS or way in NUMBERS or way in _STRICT else 2


def _skeletons() -> dict[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for way in SNAPPED:
        bare = way.replace("ij", "").translate(_VOWELS)
        if len(bare) > 2:
            made.setdefault(bare, set()).add(EXACT[way])
    return {bare: frozenset(meant) for bare, meant in made.items()}


_SKELETONS = _skeletons()
_CLOCK_WORDS = {way: f"~{to}" for way, to in NUMBERS.items() if to.isdecimal() and int(to) <= 12}
_CLOCK_WORDS |= {"een": "~1", "voor": "~voor", "over": "~over", "uur": "~uur", "half": "~half"}
_CLOCK_WORDS |= {"week": "~week", "weken": "~weken"}
_CLOCK_WORDS = {way: to for way, to in _CLOCK_WORDS.items() if way not in CHAT}
