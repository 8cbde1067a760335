"""A referrer's own way in where she has no account of the town: a personal code, shown once.

It works for a year; renewed, the same code works for a year from then.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.service import codes
from bot.service.house import House
from casework.referrals import CODE_LASTS, CODE_NEAR, bare, referrers
from storage import referrer_codes
from storage.database import Database
from storage.referrer_codes import Act, Held


class NoReferrer(LookupError):
    """Nobody with this id refers here: a code would open nothing."""


class CodeEnded(LookupError):
    """This was her code until `last_day`."""

    def __init__(self, last_day: date) -> None:
        super().__init__(last_day.isoformat())
        self.last_day = last_day


class ReferrerCodes:
    """Who has a code, and whose code somebody typed. Only a keyed hash of it is kept."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    async def held(self) -> Sequence[Held]:
        """Everybody who has a code, also who left the town's file; never the code itself."""
        async with self._database.reading() as tx:
            return await referrer_codes.every(tx)

    async def acts(self) -> Sequence[Act]:
        """Who made, renewed or withdrew a code and when, oldest first."""
        async with self._database.reading() as tx:
            return await referrer_codes.acts(tx)

    async def near(self) -> int:
        """How many codes of who refers here end within a month, or ended."""
        until = (self._house.today() + CODE_NEAR).isoformat()
        return sum(one.last_day <= until and self._refers(one.person) for one in await self.held())

    async def make(self, person: str, by: str) -> str:
        """A new code for this referrer, told this once; an older one is void. Raises NoReferrer."""
        if not self._refers(person):
            raise NoReferrer(person)
        code = codes.personal()
        async with self._database.writing() as tx:
            at, last = self._now(), self._last_day()
            await referrer_codes.replace(tx, person, bare(code), by, at, last)
        return code

    async def renew(self, person: str, by: str) -> bool:
        """The code that she has works for a year from today. False without one, or who left."""
        if not self._refers(person):
            return False
        async with self._database.writing() as tx:
            return await referrer_codes.renew(tx, person, by, self._now(), self._last_day())

    async def withdraw(self, person: str, by: str) -> bool:
        """No code of this person works any more. False when there was none."""
        async with self._database.writing() as tx:
            return await referrer_codes.drop(tx, person, by, self._now())

    async def opened_by(self, typed: str) -> str | None:
        """Whose code this is, and it counts as used.

        None for one that is wrong, void or withdrawn, and for who refers here no more; nothing
        in what happens then tells them apart. Raises CodeEnded for hers, past its last day.
        """
        code = bare(typed)
        async with self._database.reading() as tx:
            found = await referrer_codes.find(tx, code)
        if found is None or not self._refers(found[0]):
            return None
        person, last_day = found
        if last_day < self._house.today().isoformat():
            raise CodeEnded(date.fromisoformat(last_day))
        async with self._database.writing() as tx:
            return person if await referrer_codes.used(tx, code, self._now()) else None

    def _refers(self, person: str) -> bool:
        return any(one.id == person for one in referrers(self._house.municipality))

    def _last_day(self) -> str:
        return (self._house.today() + CODE_LASTS).isoformat()

    def _now(self) -> float:
        return self._house.clock.now().timestamp()
