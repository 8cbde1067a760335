"""Buttons that say how far she agrees: "Helemaal niet mee eens" up to "Klopt helemaal".

They differ in the very words by which a yes or a no is known, so they are read before those become
signs. Lowest rung first; shape of the tables as in `ladders`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dialogs.language.chat import pieces
from dialogs.language.choices.grades import heard, ladder, rungs_of
from dialogs.language.choices.options import Option, Options
from dialogs.language.choices.stance import Stance

_FULL = r"(?:helemaal|volledig|totaal|absoluut|sterk|zeer|geheel|heel erg|100 procent|100)"
_PART = "(?:deels|gedeeltelijk|grotendeels)"
_WITH = r"(?: mee| met| het| er)*"
_IS_IT = r"(?:ik )?(?:ben het |ben )?(?:er |het )*"
_FITS = r"(?:past|geldt|herken\w*)(?: ik| dit| dat| het| me| mij)*"
_ME = r"(?: (?:bij|voor) (?:mij|me|ons))?"
_NOT_AT_ALL = rf"""
{_IS_IT}(?:{_FULL}|echt)(?: mee)? oneens
{_IS_IT}(?:{_FULL}|echt|zeker) niet{_WITH}(?: eens| waar| zo)?
klopt (?:er |dat |dit )*(?:{_FULL} niet|niks van|niets van|geen \w+ van|voor geen \w+)
klopt (?:er |dat |dit )*van geen kant
voor geen (?:meter|millimeter)
{_FITS} {_FULL} niet{_ME}
"""
_DISAGREED = rf"""
{_IS_IT}(?:mee )?oneens
{_IS_IT}niet{_WITH} eens(?! (?:en |of |\| |maar )*(?:ook )?niet)
klopt (?:er |dat |dit )*niet(?! (?:echt|helemaal|zo|altijd|erg))
{_FITS} niet{_ME}(?! (?:echt|helemaal|zo))
(?:is )?niet waar
(?:vind ik|ik vind) (?:van )?niet
"""
_HARDLY = rf"""
{_IS_IT}(?:een |klein )*beetje(?: mee)? oneens
{_IS_IT}niet (?:echt|zo|erg|heel erg){_WITH}(?: eens| waar)?
klopt (?:er |dat |dit )*(?:niet (?:echt|zo|erg)|amper|nauwelijks)
(?:eerder|meestal) niet
"""
_NOT_WHOLLY = rf"""
{_IS_IT}niet (?:helemaal|geheel|altijd|volledig){_WITH}(?: eens| waar)?
klopt (?:er |dat |dit )*niet (?:helemaal|geheel|altijd|volledig)
niet alles
"""
_NEUTRAL = rf"""
neutraal
geen mening
half (?:om )?half
(?:er )?tussen ?in
(?:in het |het )?midden
{_IS_IT}niet{_WITH} eens (?:en |of |\| |maar )*(?:ook )?niet{_WITH} oneens
soms wel (?:\| |en )*soms niet
"""
_PARTLY = rf"""
{_IS_IT}(?:een |klein |wel )*beetje{_WITH}(?: eens| waar)?
{_IS_IT}(?:best|redelijk|{_PART})(?: wel)?{_WITH}(?: eens| waar)
klopt (?:er |dat |dit |een |wel |ook )*(?:beetje|half|redelijk|best|{_PART})(?: wel)?
half
{_PART}
soort van
(?:meestal|eerder) wel
"""
_AGREED = rf"""
{_IS_IT}(?:wel )?(?:mee )?eens(?: mee)?(?! (?:en |of |\| |maar )*(?:ook )?niet)
klopt(?: dat| dit)?(?: wel)?(?! {_FULL}| precies| zeker| als)
(?:dat )?is (?:wel )?(?:zo|waar)
(?:vind ik|ik vind) (?:van )?wel
{_FITS}(?: wel){_ME}
"""
_FULLY = rf"""
{_IS_IT}(?:{_FULL}|echt|zeker){_WITH} (?:eens|waar|zo)
klopt (?:dat |dit )*(?:{_FULL}|precies|zeker|als een \w+)
{_FITS} (?:{_FULL}|precies|goed){_ME}
(?:zeker|absoluut|100 procent|100|helemaal)(?: weten| wel)?
"""
_RUNGS = (_NOT_AT_ALL, _DISAGREED, _HARDLY, _NOT_WHOLLY, _NEUTRAL, _PARTLY, _AGREED, _FULLY)
_SCALE = ladder(_RUNGS)
_MIDDLE = _RUNGS.index(_NEUTRAL)
_PLAIN = (_RUNGS.index(_DISAGREED), _RUNGS.index(_AGREED))
_SOFT = tuple(map(_RUNGS.index, (_HARDLY, _NOT_WHOLLY, _PARTLY)))
_FINE = 4  # buttons from which a little is told apart from nothing
_ABOUT = re.compile(r"\b(?:eens|oneens|klopt|waar|past|geldt|herken)")
_FEW = 2  # words, at most, that she says beside it


def agreed(text: str, options: Options) -> list[Option] | None:
    """The options that agree as far as she does; None when these are no such buttons, or hers."""
    buttons = rungs_of(options.labels, _SCALE)
    if len(buttons) < 2 or not any(map(_ABOUT.search, options.labels)):
        return None
    hers, rest = heard(pieces(text), _SCALE)
    if hers < 0 or len(rest) > _FEW:
        return None
    if hers == _MIDDLE and options.of(Stance.UNKNOWN):
        return None  # "geen mening"
    rung = _near(hers, buttons)
    return [options.all[i] for i, one in buttons.items() if one == rung]


def _near(hers: int, buttons: Mapping[int, int]) -> int:
    """Her rung; where no button has it the plain one of that side, or the only one there."""
    offered = set(buttons.values())
    if hers == _RUNGS.index(_NOT_WHOLLY) and (partly := _RUNGS.index(_PARTLY)) in offered:
        return partly
    if hers in _SOFT and hers not in offered and len(offered) < _FINE:
        return hers
    side = [one for one in offered if (one - _MIDDLE) * (hers - _MIDDLE) > 0]
    if hers in offered or len(side) == 1:
        return hers if hers in offered else side[0]
    return next((one for one in side if one in _PLAIN), hers)
