"""Which of the moments on the buttons she means: "dinsdag", "die van 10 uur", "de vroegste"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.language.choices.options import Option, Options
from dialogs.language.choices.polarity import UNCLEAR, WANTED, polarity
from dialogs.language.choices.slots import Moment, names_moment, read_moment

_EARLIEST = re.compile(
    r"\b(?:(?:aller)?(?:vroegste|eerste|snelste|eerst|vroegst)(?: mogelijke?)?|eerstvolgende"
    r"|zo (?:snel|vroeg|gauw) mogelijk)\b"
)
_LATEST = re.compile(r"\b(?:laatste|zo laat mogelijk|allerlaatste)\b")
_ELSEWHEN = re.compile(
    r"\b(?:morgen|overmorgen|vandaag|vanavond|vanmiddag|volgende?|week|weken|eerder|later|vroeger"
    r"|andere?s?)\b"
)


def pick_slot(words: Sequence[str], options: Options) -> list[Option] | None:
    """The moments that fit her words (of `slots.timed`); None when she speaks of no moment."""
    if len(options.slots) < 2:
        return None
    said = " ".join(words)
    if {"alle", "allebei", "beide", "allemaal"} & set(words):
        return []
    named = [i for i, word in enumerate(words) if names_moment(word, words)]
    extreme = _EARLIEST.search(said) or _LATEST.search(said)
    if not named and not extreme:
        return None
    if _ELSEWHEN.search(said) and not any(
        _ELSEWHEN.search(w) for o in options.slots for w in o.exact
    ):
        return []
    signs = polarity(words, named)
    if UNCLEAR in signs.values():
        return []
    wanted = read_moment([words[i] for i in named if signs[i] == WANTED])
    unwanted = read_moment([words[i] for i in named if signs[i] != WANTED])
    fit = [o for o in options.slots if _fits(o, wanted, unwanted)]
    if _EARLIEST.search(said):
        return fit[:1]
    return fit[-1:] if extreme else fit or _by_place(wanted.bare, options)


def _fits(option: Option, wanted: Moment, unwanted: Moment) -> bool:
    assert option.slot is not None
    return wanted.fits(option.slot) and not (unwanted and unwanted.fits(option.slot))


def _by_place(bare: frozenset[int], options: Options) -> list[Option]:
    return [o for i, o in enumerate(options.all, 1) if bare == {i}]
