"""A colleague's calendar over the database."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.service import agenda
from bot.service.house import House
from casework.agenda import Entry, feed
from casework.municipality import Person
from storage import feeds, invitations
from storage.database import Database
from storage.feeds import Feed

PAST = timedelta(days=31)  # how long a talk that is over stays in it
TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a calendar program gets. The same entries have the same `mark`."""

    entries: tuple[Entry, ...]
    title: str
    zone: str
    mark: str

    async def body(self) -> bytes:
        """The file; made in a thread, since many talks take a while."""
        return await asyncio.to_thread(feed, self.entries, self.title, self.zone)


@dataclass(frozen=True, slots=True)
class StoredAgenda:
    """Addresses of calendars, and what is in them."""

    database: Database
    house: House

    async def state(self, person: str) -> Feed | None:
        """Since when she has an address; None when she has none."""
        async with self.database.reading() as tx:
            return await feeds.of_person(tx, person)

    async def renew(self, person: str) -> str:
        """A new address, shown this once; an older one is dead from now on."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        async with self.database.writing() as tx:
            await feeds.replace(tx, person, token, self._now())
        return f"{self.house.address}/agenda/{token}.ics"

    async def remove(self, person: str) -> None:
        """No address opens her calendar any more."""
        async with self.database.writing() as tx:
            await feeds.drop(tx, person)

    async def opened_by(self, token: str) -> Calendar | None:
        """The calendar behind this token; None for a wrong one, and for who left."""
        async with self.database.reading() as tx:
            known = await feeds.opened_by(tx, token)
            person = self._person(known.person) if known else None
            if known is None or person is None:
                return None
            since = self._now() - PAST.total_seconds()
            talks = await invitations.calendar(tx, person.id, since)
        await self._note(known)
        entries = [
            agenda.entry(self.house, person, agenda.moment(talk), talk.handoff_id) for talk in talks
        ]
        return self._calendar(entries)

    def mailed_to(self, person: str) -> str:
        """Where her invitations go too; "" when they do not."""
        return agenda.invited_at(self.house, self._person(person))

    def _calendar(self, entries: Sequence[Entry]) -> Calendar:
        title, zone = agenda.title(self.house), self.house.municipality.zone
        seen = repr((title, zone, entries)).encode()
        return Calendar(tuple(entries), title, zone, hashlib.sha256(seen).hexdigest()[:32])

    async def _note(self, known: Feed) -> None:
        """That it was fetched, within the hour: she can see that a program still does."""
        if known.read_at is None or self._now() - known.read_at >= feeds.READ_EVERY:
            async with self.database.writing() as tx:
                await feeds.was_read(tx, known.person, self._now())

    def _person(self, person: str) -> Person | None:
        return next((p for p in self.house.municipality.people if p.id == person), None)

    def _now(self) -> float:
        return self.house.clock.now().timestamp()
