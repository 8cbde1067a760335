"""Early arrears (P04): the clock of a signal, what it became, and the code that goes back. Pure.

A signal is a creditor's word that somebody did not pay yet. It names no amount. People reach out
on the days of the town's file; the parent decides, and her "nee" is the end of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

PROGRAMME = "early_arrears"
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
class Window:
    """On which days people reach out, counted from the day that the arrears began."""

    first_day: int  # from here on …
    last_day: int  # … until here; this day still counts
    warn_days: int  # so many days before the end the desk warns

    def ends(self, began: date) -> date:
        """The last day to reach out."""
        return began + timedelta(days=self.last_day)


@dataclass(frozen=True, slots=True)
class Clock:
    """Days since the arrears began, and days left; neither is ever negative."""

    days: int
    left: int
    phase: Phase
    first: date  # reach out from this day on …
    last: date  # … and not after this one

    @property
    def runs(self) -> bool:
        """Whether this is a day to reach out."""
        return self.phase in (Phase.OPEN, Phase.NEAR)


def clock(began: date, today: date, window: Window) -> Clock:
    """The clock of arrears that began on this day."""
    last = window.ends(began)
    days, left = max(0, (today - began).days), max(0, (last - today).days)
    first = began + timedelta(days=window.first_day)
    return Clock(days, left, _phase(days, window), first, last)


def _phase(days: int, window: Window) -> Phase:
    if days < window.first_day:
        return Phase.EARLY
    if days > window.last_day:
        return Phase.OVER
    return Phase.NEAR if days >= window.last_day - window.warn_days else Phase.OPEN


class Outcome(StrEnum):
    """All that the creditor hears."""

    CONTACT = "contact"
    NO_CONTACT = "geen_contact"
    DECLINED = "wil_niet"
    RUNNING = "loopt_al"  # help was there already


def anew(state: str, outcome: str, closed: date, began: date) -> bool:
    """Whether arrears of a known reference are new ones: they began after the last were closed.

    What she refused stays refused.
    """
    return state == "closed" and outcome != Outcome.DECLINED and began > closed


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
