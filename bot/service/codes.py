"""The codes that letters and links carry: what they lead to shows in how they begin.

A referrer's own code leads nowhere by itself: she types it where one logs in.
"""

from __future__ import annotations

import secrets

LETTER = "v-"  # of a letter about a bill: it may open a conversation, or go into one
INVITED = "g-"  # into the first conversation of a family that others brought
_LETTERS = "bcdfghjklmnpqrstvwxz"  # no vowels: no word can come of it
_GROUPS = 4
_TYPED = "BCDFGHJKLMNPQRSTVWXYZ23456789"  # no vowels, and none that look alike: 4.9 bits each
_TYPED_GROUPS = 3  # 58 bits, which nobody guesses


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


def personal() -> str:
    """A new code for a referrer to type, as it stands in her letter: BCDF-2345-GHJK."""
    groups = ("".join(secrets.choice(_TYPED) for _ in range(4)) for _ in range(_TYPED_GROUPS))
    return "-".join(groups)
