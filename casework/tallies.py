"""What is counted as it happens, for the council's letter: codes and days, never who. Pure.

Families are erased, by themselves or after a term; what they made happen stays as a number of one
day. A code of a programme is `programme/kind/state`, so that a new programme needs no new word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from casework.days import HERE

SIGNED_UP = "signed_up"  # she began to talk with Stapje
INTAKE = "intake"  # she finished telling
HANDED_OVER = "handed_over"  # two people were found for her
CLOSED, REOPENED = "closed", "reopened"  # by her people, or by her coming back
ERASED, EXPIRED = "erased", "expired"  # by herself, or after the term

TALK_PLANNED = "talk_planned"  # these four on the day of the talk itself
TALK_HELD = "talk_held"
TALK_MISSED = "talk_missed"
TALK_CANCELLED = "talk_cancelled"
TALKS: Mapping[str, str] = MappingProxyType({"held": TALK_HELD, "missed": TALK_MISSED})

CHILDCARE = "bridging_childcare"  # the programme of these
CHILDCARE_ASKED = "childcare_asked"
CHILDCARE_WAITING = "childcare_waiting"  # a stock: +1 who begins to wait, -1 who no longer does

CONTACT = "contact"  # first human contact, in working hours since the promise; see `contact`
HOURS = (4, 8, 16)  # the edges between its buckets


@dataclass(frozen=True, slots=True)
class Tally:
    """So many of something on one local day."""

    day: date
    what: str
    number: int


def day_of(at: float) -> date:
    """The local day of a moment in UTC seconds."""
    return datetime.fromtimestamp(at, HERE).date()


def given(programme: str) -> str:
    """Something was given out of this programme."""
    return f"given/{programme}"


def ended(programme: str) -> str:
    """What was given ended before its term."""
    return f"ended/{programme}"


def reached(programme: str, kind: str, state: str) -> str:
    """A request of this programme came into this state for the first time."""
    return f"{programme}/{kind}/{state}"


def contact(hours: float) -> str:
    """A person reached her first so many working hours after she was promised it."""
    return f"{CONTACT}/{sum(hours >= edge for edge in HOURS)}"
