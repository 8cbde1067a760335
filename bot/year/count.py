"""What the simulation itself counts while it makes things happen: the ledger is not asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from casework import tallies
from casework.calendar import Calendar
from casework.tallies import CHILDCARE, Tally
from storage.appointments import Appointment
from storage.handoffs import Handoff

_HALF_HOUR = timedelta(minutes=30)


@dataclass(slots=True)
class Count:
    """Events by day and code, as whoever made or saw them noted them."""

    events: Counter[tuple[date, str]] = field(default_factory=Counter)
    handoffs: dict[str, str] = field(default_factory=dict)  # id → state as last seen
    talks: dict[int, Appointment] = field(default_factory=dict)  # as last seen
    waiting: set[int] = field(default_factory=set)  # families
    placed: set[int] = field(default_factory=set)

    def note(self, day: date, what: str, number: int = 1) -> None:
        """It happened on this day."""
        self.events[day, what] += number

    def waits(self, day: date, family: int, *, on: bool) -> None:
        """She begins or ceases to wait for a place; what is so already changes nothing."""
        if on and family not in self.waiting and family not in self.placed:
            self.waiting.add(family)
            self.note(day, tallies.CHILDCARE_WAITING)
        elif not on and family in self.waiting:
            self.waiting.remove(family)
            self.note(day, tallies.CHILDCARE_WAITING, -1)

    def given(self, day: date, family: int) -> None:
        """She got a place."""
        self.note(day, tallies.given(CHILDCARE))
        self.waits(day, family, on=False)
        self.placed.add(family)

    def saw_handoff(self, found: Handoff) -> bool:
        """A handoff as it stands; True when it was closed and is open again."""
        before = self.handoffs.get(found.id)
        self.handoffs[found.id] = found.state
        if before is None:
            self.note(tallies.day_of(found.created_at), tallies.HANDED_OVER)
        return before == "closed" != found.state and found.reason != "erased"

    def saw_talk(self, talk: Appointment) -> None:
        """A talk as it stands: new, moved, cancelled; what people press is noted by them."""
        before, day = self.talks.get(talk.id), tallies.day_of(talk.starts_at)
        self.talks[talk.id] = talk
        if before is None:
            self.note(day, tallies.TALK_PLANNED)
        elif before.starts_at != talk.starts_at:
            self.note(tallies.day_of(before.starts_at), tallies.TALK_PLANNED, -1)
            self.note(day, tallies.TALK_PLANNED)
        if talk.state == "cancelled" and (before is None or before.state != "cancelled"):
            self.note(day, tallies.TALK_CANCELLED)

    def contact(self, calendar: Calendar, since: datetime, now: datetime) -> None:
        """A person reached her for the first time since she was promised it."""
        steps = int((now - since) / _HALF_HOUR)
        there = sum(calendar.open_now(since + step * _HALF_HOUR) for step in range(steps))
        self.note(tallies.day_of(now.timestamp()), tallies.contact(there / 2))

    def rows(self) -> list[Tally]:
        """All of it, as the ledger would have it."""
        return [Tally(day, what, n) for (day, what), n in sorted(self.events.items()) if n]
