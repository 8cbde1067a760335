"""Slips of the finger in the words that the readers of numbers and ages go by.

A word that Dutch does not have and that is one letter away from such a word (two from nine letters
on) is that word: "mindr dan 500", "binja 9", "zwanfer". Real words and names stay as they are.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from dialogs.language.frequency import zipf
from dialogs.language.numbers.people import person
from dialogs.language.numbers.words import fold, spelled
from dialogs.language.wordlist import listed

_WORD = re.compile(r"[^\W\d_]{3,20}")
_LITTLE = re.compile(r"\b([1-9])tjes?\b")
_SHORT = 3  # a word this short must keep its first letter
_SURE = 5  # letters from which a first letter decides between two
_LONG = 9
_TURNED = """
een twee drie vier vijf zes zeven acht negen tien elf twaalf honderd duizend anderhalf anderhalve
half kinderen kind kindje kindjes kids jongen jongens meisje meisjes meiden zoon zoons zoontje
dochter dochters dochtertje baby peuter kleuter tweeling drieling partner vrouw vriend volwassenen
personen samen alleen geen niks niets niemand idee weet ongeveer circa paar stuk meerdere enkele
tussen minder meer dan minstens minimaal maximaal hooguit hoogstens onder boven vanaf waarvan
daarvan groep klas bijna wordt worden allebei beide jaar jaren maand maanden week weken jarige van
zwanger verwachting uitgerekend onderweg komst euro euros cent tientje tientjes maandelijks sorry
eerste tweede derde vierde vijfde niet max man maar rond ruim nog bedoel netto bruto mille
"""


def clear(text: str) -> str:
    """A folded text with slips in telling words mended; "1tje" is "eentje"."""
    return _LITTLE.sub(_counted, fold(_WORD.sub(_mended, text)))


def _counted(found: re.Match[str]) -> str:
    return "eentje" if found[1] == "1" else f"{found[1]} kinderen"


def _mended(found: re.Match[str]) -> str:
    word = found.group()
    name = word[0].isupper() and not word.isupper() and found.start() > 0
    return word if name else mended(fold(word), word)


@lru_cache(maxsize=4096)
def mended(word: str, typed: str = "") -> str:
    """The telling word that this folded word was meant to be; else the word as it was typed."""
    typed = typed or word
    known = word in _known() or zipf(word) > 0 or person(word) or spelled(word) is not None
    if known or not word.isascii():
        return typed
    slips = 2 if len(word) >= _LONG else 1
    near = process.extract(
        word, _names(), scorer=DamerauLevenshtein.distance, score_cutoff=slips, limit=4
    )
    best = [name for name, distance, _ in near if distance == near[0][1]]
    same = [name for name in best if name[0] == word[0]]
    if len(word) <= _SHORT:
        best = same
    chosen = best if len(best) == 1 or len(word) < _SURE else same
    return chosen[0] if len(chosen) == 1 else typed


@cache
def _names() -> tuple[str, ...]:
    return tuple(listed(_TURNED))


@cache
def _known() -> frozenset[str]:
    """The telling words, and chat forms that are near one of them."""
    return frozenset((*_names(), *listed("mnd wkn jrs mdn kdn mns wks iki ook zijn wij mij ons")))
