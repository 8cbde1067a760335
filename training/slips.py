"""Typing slips, so that the net knows words that lost, doubled or swapped a letter."""

from __future__ import annotations

import re
from random import Random

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    key: row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    for row in _ROWS
    for at, key in enumerate(row)
}
_WORD = re.compile(r"[^\W\d_]{3,}")


def slipped(text: str, chance: Random) -> str:
    """The message with one slip in one of its words of three letters or more."""
    words = list(_WORD.finditer(text))
    if not words:
        return text
    word = chance.choice(words)
    at = chance.randrange(word.start(), word.end() - 1)
    key = text[at]
    beside = chance.choice(_BESIDE.get(key.lower(), key))
    slip = chance.choice(
        (text[at + 1] + key, text[at + 1], key + key + text[at + 1], beside + text[at + 1])
    )
    return text[:at] + slip + text[at + 2 :]
