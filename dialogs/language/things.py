"""The name of a club or a lesson in what she types: "ja, judo bij Kodokan" → "judo bij Kodokan"."""

from __future__ import annotations

import re

from dialogs.language.chat import pieces, plain
from dialogs.language.choices.asides import asks, asks_back
from dialogs.language.choices.stance import FILLER, YES
from dialogs.language.frequency import zipf
from dialogs.language.wordlist import listed

LONGEST = 12  # words
_RARE = 2.0  # Zipf value up to which a word may be a name
_BUT = ("maar ", "alleen ", "als ")  # "ja maar ik weet de naam niet"
_SAID_YES = re.compile(
    r"(?i)\s*(?:ja+|jawel|jazeker|yes|zeker|klopt)\b[\s,.!:-]*(?:hoor\b[\s,.!-]*)?"
)
_EMPTY = FILLER | YES | frozenset(listed("weet weten al we wij die dit nou ik er een"))
_KINDS = re.compile(
    r"\b(?:\w*(?:club|vereniging|lessen|les|school|ballet|bal|hockey|tennis|zwemmen|dansen|dans"
    r"|muziek|kamp|koor|orkest|fanfare|theater|toneel)|fc|vv|sv|sc|kv|av|judo|karate|boksen"
    r"|kickboksen|gym|turnen|atletiek|fitness|scouting|paardrijden|schaatsen|gitaar|piano|drummen"
    r"|drums|viool|tekenen)\b"
)


def thing(text: str) -> str:
    """What she names, in her own words without a yes before it; "" when she names nothing."""
    said = plain(text)
    words = said.split()
    if not words or len(words) > LONGEST or asks_back(text, pieces(text)) or asks(words):
        return ""
    name = _SAID_YES.sub("", text.strip(), count=1).strip()
    telling = [word for word in plain(name).split() if word not in _EMPTY]
    if not telling or plain(name).startswith(_BUT):
        return ""
    return name if name != text.strip() or _named(" ".join(telling)) else ""


def _named(said: str) -> bool:
    """Without a yes it must sound like a club, a lesson or a name."""
    rare = (word for word in said.split() if len(word) > 2 and word.isalpha())
    return bool(_KINDS.search(said)) or any(zipf(word) < _RARE for word in rare)
