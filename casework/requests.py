"""How far something that is asked of a programme can be, and what may come next. Pure.

A state says what people did, never what she deserves; a person takes every step but the first.
"""

from __future__ import annotations

from collections.abc import Mapping

WITHDRAWN = "withdrawn"  # she, or her people with her, no longer want it

_NEXT: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "child_package": {  # P16, with the fund that a worker sends it to (P18)
        "asked": ("visit", "sent", WITHDRAWN),
        "visit": ("sent", WITHDRAWN),
        "sent": ("arranged", "visit", WITHDRAWN),
        "arranged": (),
    },
    "baby_package": {  # P14
        "asked": ("referred", WITHDRAWN),  # by a parent: an intermediary must put in a word
        "referred": ("granted", WITHDRAWN),
        "granted": ("posted", WITHDRAWN),
        "posted": (),
    },
    "breakthrough": {  # P15
        "asked": ("granted", "declined", WITHDRAWN),
        "granted": ("done", WITHDRAWN),
        "declined": (),
        "done": (),
    },
    "early_arrears": {  # P04: by letter and chat, or at the door; her "nee" is the end
        "signal": ("invited", "reached", "declined", "closed"),
        "invited": ("wants", "later", "declined", "reached", "closed"),
        "later": ("wants", "declined", "reached", "closed"),
        "wants": ("reached", "declined", "closed"),
        "reached": ("closed",),
        "declined": (),
        "closed": (),
    },
}


def programmes() -> frozenset[str]:
    """The programmes that are asked for in steps."""
    return frozenset(_NEXT)


def begins(programme: str) -> str:
    """The state that a request of this programme begins with."""
    return next(iter(_NEXT[programme]))


def states(programme: str) -> tuple[str, ...]:
    """Every state that a request of this programme can be in."""
    named = (state for after in _NEXT[programme].values() for state in after)
    return tuple(dict.fromkeys([*_NEXT[programme], *named]))


def following(programme: str, state: str) -> tuple[str, ...]:
    """What may come after this state; nothing at its end."""
    return _NEXT[programme].get(state, ())


def ended(programme: str, state: str) -> bool:
    """Whether nothing comes after this."""
    return not following(programme, state)
