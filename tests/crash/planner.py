"""Reminders that come due during the run: of real appointments, planned from outside."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from bot.app import municipality
from casework.calendar import Calendar
from storage import appointments, handoffs, reminders, sessions
from storage.database import Database
from storage.handoffs import Handoff
from storage.sessions import Conversation
from storage.tx import Tx

TOWN, OWNER = "dordrecht", "sanne"
PREFIX = "crash:"  # of the keys of the reminders we plan
_TUESDAY = 1
MINUTES = 3  # of a talk; the next one begins when it ends


def seconds_ahead(now: datetime) -> float:
    """How far to put the clock ahead so that it is ten o'clock on a day with reminders."""
    calendar = Calendar.of(municipality(TOWN))
    day = calendar.wall(now).date() + timedelta(days=1)
    while not _decent(day, calendar):
        day += timedelta(days=1)
    return (calendar.utc(datetime.combine(day, time(10))) - now).total_seconds()


def _decent(day: date, calendar: Calendar) -> bool:
    tomorrow = day + timedelta(days=1)  # when the appointments are
    return day.weekday() == _TUESDAY and not (calendar.day_off(day) or calendar.day_off(tomorrow))


@dataclass(slots=True)
class Planner:
    """Plans reminders for conversations; remembers how many it planned."""

    database: Database
    ahead: float
    planned: int = 0
    handoffs: dict[str, Handoff] = field(default_factory=dict)  # by address

    def now(self) -> datetime:
        """The time as the process reads it."""
        return datetime.now(UTC) + timedelta(seconds=self.ahead)

    async def plan(self, chats: list[tuple[str, float]]) -> None:
        """For each chat a talk of its own, and a reminder of it after so many seconds."""
        now = self.now()
        async with self.database.writing() as tx:
            rows = []
            for chat, seconds in chats:
                found = await sessions.by_address(tx, "telegram", chat)
                if found is not None:
                    talk = await self._talk(tx, found, chat, now)
                    self.planned += 1
                    rows.append(self._row(found.id, talk, now + timedelta(seconds=seconds)))
            await reminders.plan(tx, rows, now.timestamp())

    def _row(self, conversation: int, talk: int, due: datetime) -> reminders.Planned:
        return reminders.Planned(
            conversation_id=conversation,
            key=f"{PREFIX}{self.planned}",
            kind="day_before",
            topic=f"appointment:{talk}",
            wall=f"{due:%Y-%m-%dT%H:%M}",
            zone="Europe/Amsterdam",
            due_at=due.timestamp(),
            solicited=True,  # no cap: many a minute
            args={"appointment": str(talk)},
        )

    async def _talk(self, tx: Tx, found: Conversation, chat: str, now: datetime) -> int:
        """A talk at a time that no other has: so each reminder can be told by its words."""
        if chat not in self.handoffs:
            self.handoffs[chat] = _handoff(found.family_id, now)
            await handoffs.create(tx, self.handoffs[chat])
        starts = now + timedelta(days=1, minutes=MINUTES * (self.planned + 1))
        booking = _booking(self.handoffs[chat], starts, f"{PREFIX}{self.planned + 1}")
        return (await appointments.book(tx, booking, now.timestamp())).id


def _handoff(family: str, now: datetime) -> Handoff:
    return Handoff(
        id=secrets.token_hex(16),
        family_id=family,
        municipality=TOWN,
        reason="call",
        district="",
        neighbourhood_worker=OWNER,
        consultant="ruud",
        state="new",
        claimed_by=None,
        claimed_at=None,
        promised_by=None,
        checked_by_parent=False,
        created_at=now.timestamp(),
    )


def _booking(handoff: Handoff, starts: datetime, key: str) -> appointments.Booking:
    return appointments.Booking(
        uid=f"{key}@{handoff.id[:16]}",
        key=key,
        family_id=handoff.family_id,
        handoff_id=handoff.id,
        person=OWNER,
        wall=f"{starts:%Y-%m-%dT%H:%M}",
        zone="Europe/Amsterdam",
        starts_at=starts.timestamp(),
        minutes=MINUTES,
        place_kind="office",
    )
