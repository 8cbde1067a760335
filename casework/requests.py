"""How far something that is asked of a programme can be, and what may come next. Pure.

A state says what people did, never what she deserves; a person takes every step but the first.
"""

from __future__ import annotations

from collections.abc import Mapping

WITHDRAWN = "withdrawn"  # she, or her people with her, no longer want it
NOT_FOUND = "not_found"  # her people could not find it
SMALL_GOAL = "small_goal"  # no programme of a town: it goes along with coaching (P01)

_NEXT: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "child_package": {  # P16, with the fund that a worker sends it to (P18)
        "asked": ("visit", "sent", WITHDRAWN),
        "visit": ("sent", "arranged", NOT_FOUND, WITHDRAWN),  # arranged: by their own circle
        "sent": ("arranged", "refused", WITHDRAWN),
        "refused": ("visit", "sent", NOT_FOUND, WITHDRAWN),  # by the fund: they look further
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
    "single_parents": {  # P01: she takes part since a talk brought that; she may come back
        "started": ("ended", WITHDRAWN),
        "ended": ("started",),
    },
    "child_participation": {  # P11: an idea of hers, and what the town did with it
        "new": ("read", "answered"),
        "read": ("answered",),
        "answered": (),
    },
    SMALL_GOAL: {  # one thing for this week; how it went is what she says
        "set": ("succeeded", "partly", "not_yet", "other", "changed", WITHDRAWN),
        **dict.fromkeys(("succeeded", "partly", "not_yet", "other", "changed"), ()),
    },
}


HOLDS: Mapping[str, tuple[str, ...]] = {  # people are still busy with it, without a last day
    "child_package": ("asked", "visit", "sent", "refused"),
    "baby_package": ("asked", "referred", "granted"),
    "breakthrough": ("asked", "granted"),
    "single_parents": ("started",),
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


def onward(programme: str, state: str) -> tuple[str, ...]:
    """As `following`, without the ways back."""
    order = states(programme)
    after = following(programme, state)
    return tuple(one for one in order[order.index(state) + 1 :] if one in after)


def ends(programme: str, state: str) -> tuple[str, ...]:
    """The ends that can still be reached from this state."""
    beyond = dict.fromkeys(
        end for one in onward(programme, state) for end in ends(programme, one) or (one,)
    )
    return tuple(beyond)


def going(programme: str) -> tuple[str, ...]:
    """The states in which somebody still has something to do."""
    return tuple(state for state, after in _NEXT[programme].items() if after)


def ended(programme: str, state: str) -> bool:
    """Whether nothing comes after this."""
    return not following(programme, state)
