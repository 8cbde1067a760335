"""A referrer's own way in where she has no account of the town: a personal code, shown once."""

from __future__ import annotations

from collections.abc import Sequence

from bot.service import codes
from bot.service.house import House
from casework.referrals import bare, referrers
from storage import referrer_codes
from storage.database import Database
from storage.referrer_codes import Held


class NoReferrer(LookupError):
    """Nobody with this id refers here: a code would open nothing."""


class ReferrerCodes:
    """Who has a code, and whose code somebody typed. Only a keyed hash of it is kept."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    async def held(self) -> Sequence[Held]:
        """Everybody who has a code, also who left the town's file; never the code itself."""
        async with self._database.reading() as tx:
            return await referrer_codes.every(tx)

    async def make(self, person: str, by: str) -> str:
        """A new code for this referrer, told this once; an older one is void. Raises NoReferrer."""
        if not self._refers(person):
            raise NoReferrer(person)
        code = codes.personal()
        async with self._database.writing() as tx:
            await referrer_codes.replace(tx, person, bare(code), by, self._now())
        return code

    async def withdraw(self, person: str) -> bool:
        """No code of this person works any more. False when there was none."""
        async with self._database.writing() as tx:
            return await referrer_codes.drop(tx, person)

    async def opened_by(self, typed: str) -> str | None:
        """Whose code this is, and it counts as used.

        None for one that is wrong, void or withdrawn, and for who refers here no more; nothing
        in what happens then tells them apart.
        """
        code = bare(typed)
        async with self._database.reading() as tx:
            person = await referrer_codes.find(tx, code)
        if person is None or not self._refers(person):
            return None
        async with self._database.writing() as tx:
            return person if await referrer_codes.used(tx, code, self._now()) else None

    def _refers(self, person: str) -> bool:
        return any(one.id == person for one in referrers(self._house.municipality))

    def _now(self) -> float:
        return self._house.clock.now().timestamp()
