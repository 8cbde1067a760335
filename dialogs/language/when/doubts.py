"""Signs that an answer is not one clear day or time; they hold on the line of marks."""

from __future__ import annotations

import re

from dialogs.language.when.found import UNCLEAR, Asked

_LEFT = r"(?:of|en|tot|voor|over|na|half|kwart|vr)"
# Half a phrase is left: "D0 over een _", "volgende _ D0".
_HALF_SAID = (
    r"(?:volgende|laatste|vorige) _ D\d|D\d+ (?:over|_) (?:een|_|\d+) (?:_|weken|week|dagen)(?!\S)"
    r"|D\d+ over(?!\S)"
)
_SUSPECT = (
    rf"(?<!\S)(?:(?:\d+e?|kwart|half)(?: (?:_|tot|{_LEFT}))? {{mark}}\d|\d+E {{mark}}\d"
    rf"|een (?:of|tot|en|_) {{mark}}\d|{{mark}}\d+ (?:{_LEFT} )?\d|B\d|kwart(?:ier)?(?!\S)"
    rf"|{{mark}}\d+ (?:of|en|tot) (?:een(?!\S)|B\d)|{_HALF_SAID})"
)
_THAN = r"(?:later|eerder|vroeg|vroeger|laat) dan"
_BOUND = re.compile(
    rf"(?<!\S)(?:na|voor|tot|uiterlijk|tussen|sinds|pas|elke|over|vr|vanaf|{_THAN}) "
    r"(?:de |rond |tegen |van )*T\d"
)
_DAY_BOUND = re.compile(
    rf"(?<!\S)(?:na|tot|uiterlijk|tussen|sinds|pas|elke|over|rond|tegen|week|voor|{_THAN}) "
    r"(?:de |het )?D\d"
)
_EITHER = re.compile(r"(?<!\S)[TD]\d+ of(?! D| T)(?!\S)|(?<!\S)[TDR]\d+ nee$")
_TOO = re.compile(r"(?<!\S)te (?:vroeg|laat)(?!\S)")
_DENIED = re.compile(r"(?<!\S)(?:niet|geen|nooit|ipv)(?!\S)")
_VAGUE_DAY = re.compile(
    r"(?<!\S)(?:\?|habit|weekend|M\d+|elke|(?:volgende|komende|deze|vorige) (?:week|maand|jaar)|"
    r"F\S+|week (?:na|voor|van)|(?:19|20)\d{2}|onduidelijk)(?!\S)"
    r"|(?<!\S)(?:volgende|laatste|vorige) (?:_ )?D\d"
)
_VAGUE_TIME = re.compile(r"(?<!\S)(?:\?|half(?! uur)|habit|elke)(?!\S)")
_TIME = (_BOUND, _EITHER, _DENIED, _TOO, _VAGUE_TIME)
_DAY = (_DAY_BOUND, _EITHER, _DENIED, _TOO, _VAGUE_DAY)
_DOUBTS = {
    Asked.TIME: _TIME, Asked.DATE: _DAY, Asked.BIRTH: _DAY, Asked.MOMENT: (*_TIME, *_DAY),
}  # fmt: skip
_MARKS = {Asked.TIME: "T", Asked.DATE: "D", Asked.BIRTH: "D", Asked.MOMENT: "[TD]"}
_SUSPECTS = {asked: re.compile(_SUSPECT.format(mark=mark)) for asked, mark in _MARKS.items()}


def suspect(marked: str, asked: Asked) -> bool:
    """Whether a figure or half a phrase beside a mark is left that no rule explains.

    "10 _ T0" was perhaps "10 over half 4" with a slip: what was found may be half of it.
    """
    return _SUSPECTS[asked].search(marked) is not None


def doubtful(marked: str, asked: Asked) -> bool:
    """Whether a bound, a choice, a denial or something vague stands in the settled line."""
    return UNCLEAR in marked or any(pattern.search(marked) for pattern in _DOUBTS[asked])
