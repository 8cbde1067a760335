"""A handoff: why two people must look, how it stands, and when she hears from them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from casework.calendar import Calendar
from casework.municipality import Promise


class Reason(StrEnum):
    """Why somebody must look."""

    INTAKE = "intake"  # she finished
    CALL = "call"  # she wants to talk to a person
    UNFINISHED = "unfinished"  # she did not come back
    STUCK = "stuck"  # we could not deal with a message of hers
    UNREACHABLE = "unreachable"  # our messages do not arrive
    URGENT = "urgent"  # something that cannot wait
    MESSAGE = "message"  # she left word


class State(StrEnum):
    """How a handoff stands."""

    NEW = "new"
    CLAIMED = "claimed"  # by one of its two owners
    CLOSED = "closed"


OPEN = (State.NEW, State.CLAIMED)
LEADS: Mapping[State, frozenset[State]] = {
    State.NEW: frozenset({State.CLAIMED, State.CLOSED}),
    State.CLAIMED: frozenset({State.CLOSED}),
    State.CLOSED: frozenset(),
}


def may_become(state: State, new: State) -> bool:
    """Whether this change exists; to the same state again is never a change."""
    return new in LEADS[state]


def promised_by(
    reason: Reason, at: datetime, promise: Promise, calendar: Calendar
) -> datetime | None:
    """Before this moment she hears from a person (UTC); None when she was promised nothing."""
    if reason not in (Reason.INTAKE, Reason.CALL):
        return None
    return calendar.promised_by(at, promise, call=reason is Reason.CALL)
