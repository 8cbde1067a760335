"""The codes that letters and links carry: what they lead to shows in how they begin."""

from __future__ import annotations

LETTER = "v-"  # of a letter about a bill: it may open a conversation, or go into one
INVITED = "g-"  # into the first conversation of a family that others brought
_LETTERS = "bcdfghjklmnpqrstvwxz"  # no vowels: no word can come of it
_GROUPS = 4


def leads(code: str) -> bool:
    """Whether this is a code of ours that leads somewhere, good or not."""
    return code.lower().startswith((LETTER, INVITED))


def invites(code: str) -> bool:
    """Whether this code is for a family that has no conversation yet."""
    return code.lower().startswith(INVITED)


def made(kind: str, hashed: str) -> str:
    """A code of 16 letters, in groups, out of a keyed hash (hex): v-bcdf-ghjk-lmnp-qrst."""
    number, letters = int(hashed, 16), ""
    for _ in range(4 * _GROUPS):
        number, rest = divmod(number, len(_LETTERS))
        letters += _LETTERS[rest]
    return kind + "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))
