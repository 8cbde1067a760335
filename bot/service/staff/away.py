"""Somebody is away: her families go to a named colleague and come back, so that nothing rests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.service import logs
from bot.service.house import House
from casework.municipality import CASEWORKERS, Role
from storage import absences, acts, appointments
from storage.absences import Absence, NewAbsence
from storage.appointments import Appointment
from storage.database import Database
from storage.tx import Tx

log = logs.get()
NOBODY = "stapje"  # who acts when the clock does
LONGEST = 366  # days


class BadAbsence(ValueError):
    """This cannot be: "days", "past", "long", "cover", "cover_away", "overlap"."""


class Away:
    """Marking somebody away, and what follows from it when the day comes."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    async def mark(
        self, by: str, person: str, cover: str, first: date, last: date, once: str
    ) -> None:
        """From `first` up to and including `last` this colleague stands in.

        Raises BadAbsence; PermissionError for whom it is not: one marks oneself away, and a
        coordinator everybody. (Who could mark another would give herself that tandem's families.)
        """
        self._allowed(by, person, cover)
        _check_days(first, last, self._house.today())
        new = NewAbsence(
            f"away:{by}:{once}"[:120], person, cover, first.isoformat(), last.isoformat(), by
        )
        async with self._database.writing() as tx:
            for one in await absences.ahead(tx):
                if one.key == new.key:
                    return
                _check_beside(one, new)
            await absences.put(tx, new, self._now())
        await self.tick()

    async def back(self, by: str, absence_id: int) -> None:
        """She is back earlier, or it does not happen. Raises PermissionError as `mark`."""
        async with self._database.writing() as tx:
            one = await absences.get(tx, absence_id)
            if one is None:
                raise PermissionError
            self._allowed(by, one.person, one.cover)
            await self._end(tx, one)

    async def ahead(self) -> Sequence[Absence]:
        """What is noted and not over."""
        async with self._database.reading() as tx:
            return await absences.ahead(tx)

    async def talks(self, person: str) -> Sequence[Appointment]:
        """The talks that still stand in this colleague's agenda."""
        async with self._database.reading() as tx:
            return await appointments.of_person(tx, person, self._now())

    async def tick(self) -> int:
        """Begin and end what the day brings; tells how many absences that were."""
        day = self._house.today().isoformat()
        async with self._database.reading() as tx:
            found = [one for one in await absences.ahead(tx) if _moves(one, day)]
        if not found:
            return 0
        async with self._database.writing() as tx:
            for one in await absences.to_end(tx, day):
                await self._end(tx, one)
            for one in await absences.to_begin(tx, day):
                await self._begin(tx, one)
        return len(found)

    async def _begin(self, tx: Tx, one: Absence) -> None:
        if not await absences.begun(tx, one.id, self._now()):
            return
        stand_in = await absences.standing_in(tx, self._house.today().isoformat())
        to = stand_in.get(one.person, one.cover)
        for handoff_id in await absences.hand_over(tx, one, to, self._now()):
            await acts.log(tx, handoff_id, NOBODY, "covered", self._now(), to)
        log.info("absence", kind="begun")

    async def _end(self, tx: Tx, one: Absence) -> None:
        stand_in = await absences.standing_in(tx, self._house.today().isoformat())
        if not await absences.ended(tx, one.id, self._now()):
            return
        holders = {one.cover, stand_in.get(one.cover, one.cover)}
        for handoff_id in await absences.hand_back(tx, one, sorted(holders), self._now()):
            await acts.log(tx, handoff_id, NOBODY, "handed_back", self._now(), one.person)
        log.info("absence", kind="ended")

    def _allowed(self, by: str, person: str, cover: str) -> None:
        people = {one.id: one for one in self._house.municipality.people}
        who, whose, helper = people.get(by), people.get(person), people.get(cover)
        if who is None or whose is None or whose.role not in CASEWORKERS:
            raise PermissionError
        if by != person and who.role is not Role.COORDINATOR:
            raise PermissionError
        if helper is None or helper.role not in CASEWORKERS or cover == person:
            raise BadAbsence("cover")

    def _now(self) -> float:
        return self._house.clock.now().timestamp()


def _check_days(first: date, last: date, today: date) -> None:
    if last < first:
        raise BadAbsence("days")
    if last < today:
        raise BadAbsence("past")
    if (last - first).days > LONGEST:
        raise BadAbsence("long")


def _check_beside(one: Absence, new: NewAbsence) -> None:
    """Two absences at once: not of one person, nor of who stands in."""
    if one.first > new.last or one.last < new.first:
        return
    if one.person == new.person:
        raise BadAbsence("overlap")
    if one.person == new.cover:
        raise BadAbsence("cover_away")


def _moves(one: Absence, day: str) -> bool:
    return one.last < day or (one.first <= day and one.begun_at is None)
