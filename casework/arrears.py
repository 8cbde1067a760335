"""Early arrears (P04): the clock of a signal, what it became, and the code that goes back. Pure.

A signal is a creditor's word that somebody did not pay yet. It names no amount. People reach out
between the 30th and the 100th day; the parent decides, and her "nee" is the end of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

PROGRAMME = "early_arrears"
FIRST_DAY = 30  # days since the arrears began: from here on the team reaches out …
LAST_DAY = 100  # … until here
NEAR = 14  # so many days before the end the desk warns
STANDING = 3 * 366  # days: arrears from before that are a slip of the pen


class Kind(StrEnum):
    """What was not paid yet."""

    RENT = "rent"
    HEALTH = "health"
    WATER = "water"
    ENERGY = "energy"


TOLD_AS: Mapping[Kind, str] = {  # as she calls it in the intake (`arrears_kind`)
    Kind.RENT: "rent",
    Kind.HEALTH: "health",
    Kind.WATER: "water",
    Kind.ENERGY: "power",
}


class Phase(StrEnum):
    """Where the clock stands."""

    EARLY = "early"  # the creditor's own effort comes first
    OPEN = "open"
    NEAR = "near"  # the end is near
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Clock:
    """Days since the arrears began, and days left; neither is ever negative."""

    days: int
    left: int
    phase: Phase
    first: date  # reach out from this day on …
    last: date  # … and not after this one


def last_day(began: date) -> date:
    """The last day to reach out."""
    return began + timedelta(days=LAST_DAY)


def clock(began: date, today: date) -> Clock:
    """The clock of arrears that began on this day."""
    days, left = max(0, (today - began).days), max(0, (last_day(began) - today).days)
    return Clock(days, left, _phase(days), began + timedelta(days=FIRST_DAY), last_day(began))


def _phase(days: int) -> Phase:
    if days < FIRST_DAY:
        return Phase.EARLY
    if days > LAST_DAY:
        return Phase.OVER
    return Phase.NEAR if days >= LAST_DAY - NEAR else Phase.OPEN


class Outcome(StrEnum):
    """All that the creditor hears."""

    CONTACT = "contact"
    NO_CONTACT = "geen_contact"
    DECLINED = "wil_niet"
    RUNNING = "loopt_al"  # help was there already


class Reply(StrEnum):
    """What she says to the offer; also the state that a signal then has."""

    WANTS = "wants"
    LATER = "later"
    DECLINED = "declined"


class Todo(StrEnum):
    """What her people do now."""

    WAIT = "wait"  # it is too early
    INVITE = "invite"
    VISIT = "visit"  # a letter went out and nothing came back
    CONTACT = "contact"  # she wants it
    PATIENCE = "patience"  # she wants it later
    LEAVE = "leave"  # she does not want it
    CLOSE = "close"
    DONE = "done"


def todo(state: str, now: Clock) -> Todo:
    """What to do with a signal in this state (casework.requests)."""
    if state in _SETTLED:
        return _SETTLED[state]
    if now.phase is Phase.OVER:
        return Todo.CLOSE
    if state == "signal":
        return Todo.WAIT if now.phase is Phase.EARLY else Todo.INVITE
    return Todo.PATIENCE if state == Reply.LATER else Todo.VISIT


_SETTLED: Mapping[str, Todo] = {
    "closed": Todo.DONE,
    Reply.DECLINED: Todo.LEAVE,
    "reached": Todo.CLOSE,
    Reply.WANTS: Todo.CONTACT,
}
