"""A talk: where it can be, how it stands, and what may become of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """Where a talk is."""

    OFFICE = "office"
    HOME = "home"  # at hers
    PHONE = "phone"
    VIDEO = "video"


class State(StrEnum):
    """How a talk stands. Missed is nobody's fault: they missed each other."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"  # she says that she comes
    CANCELLED = "cancelled"
    MISSED = "missed"
    HELD = "held"


STANDING = (State.PLANNED, State.CONFIRMED)  # still to come
LEADS: Mapping[State, frozenset[State]] = {
    State.PLANNED: frozenset({State.CONFIRMED, State.CANCELLED, State.MISSED, State.HELD}),
    State.CONFIRMED: frozenset({State.CANCELLED, State.MISSED, State.HELD}),
    State.CANCELLED: frozenset(),
    State.MISSED: frozenset(),
    State.HELD: frozenset(),
}


def may_become(state: State, new: State) -> bool:
    """Whether this change exists; to the same state again is never a change."""
    return new in LEADS[state]
