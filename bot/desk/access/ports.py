"""What the desk needs to know about looking in and about oversight. `stored.py` fills it.

Times are aware; ids of people are those of the municipality's file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.desk.book import Alert
from storage.referrer_codes import Act, Held


@dataclass(frozen=True, slots=True)
class LookIn:
    """A colleague outside the tandem opened this family; `reason` is what she typed."""

    person: str
    reason: str
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Load:
    """How much waits on one colleague. Counts only: a coordinator reads no family."""

    person: str
    new: int
    claimed: int
    trouble: int  # alerts that nobody has looked at
    oldest_new_at: datetime | None
    away_until: date | None
    broken: int = 0  # families that were promised something which nobody kept


@dataclass(frozen=True, slots=True)
class Broken:
    """A family that was promised something which nobody kept; no name, no way to it.

    `people`: whose turn it is, one of the tandem or both. `again`: the next promise to it.
    """

    since: datetime
    people: tuple[str, ...]
    again: datetime | None


@dataclass(frozen=True, slots=True)
class Operations:
    """How the service does, for the administrator; names no family."""

    notices: tuple[Alert, ...]
    looks: int  # records in the log of reads
    broken: str  # what is wrong with that log, in plain words; "" when it is whole


class Glass(Protocol):
    """Looking in at a family of another tandem, with a reason that its people and she can see."""

    async def begin(self, person: str, handoff_id: str, reason: str) -> bool:
        """From now on this person may read it for an hour. False when there is nothing to read."""

    async def lasts(self, person: str, handoff_id: str) -> bool:
        """Whether this person may read it now."""

    async def end(self, person: str) -> None:
        """This person looks in nowhere any more."""

    async def of_handoff(self, handoff_id: str) -> Sequence[LookIn]:
        """Who looked in at this family, the newest first."""


class Codes(Protocol):
    """The personal codes of referrers; `bot.service.referrer_codes` has them."""

    async def held(self) -> Sequence[Held]:
        """Everybody who has a code, also who left the town's file; never the code itself."""

    async def acts(self) -> Sequence[Act]:
        """Who made, renewed or withdrew a code and when, oldest first."""

    async def near(self) -> int:
        """How many codes end within a month, or ended."""

    async def renew(self, person: str, by: str) -> bool:
        """The code that she has works for a year from today. False when there is none."""

    async def make(self, person: str, by: str) -> str:
        """A new code for this referrer, told this once; an older one is void. Raises NoReferrer."""

    async def withdraw(self, person: str, by: str) -> bool:
        """No code of this person works any more. False when there was none."""

    async def opened_by(self, typed: str) -> str | None:
        """Whose code this is, and it counts as used; None for one that opens nothing.

        Raises CodeEnded for one that is past its last day.
        """


class Oversight(Protocol):
    """What coordinators and administrators see: counts and technique, no word of a family."""

    async def loads(self) -> Sequence[Load]:
        """Every caseworker with what waits on her, in the order of the municipality's file."""

    async def overdue(self) -> Sequence[Broken]:
        """Promises that were broken and still wait for somebody, the longest first."""

    async def operations(self) -> Operations:
        """Technical notices, and whether the log of reads is whole."""
