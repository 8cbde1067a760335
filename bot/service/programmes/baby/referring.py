"""Somebody from outside refers: a midwife, a clinic. She sees a number, and nothing of a family."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.service.house import House
from bot.service.programmes import further
from bot.service.programmes.baby.following import brought, follow, turned
from bot.service.programmes.outside import Outside, Receipt, WrongCode
from casework.baby_package import PROGRAMME
from casework.municipality import Person
from dialogs.language.guard import mask
from storage import contacts, requests
from storage.database import Database
from storage.requests import NewRequest, Request
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Referral:
    """What a referrer tells; `child` is a month (2027-03), pregnant or an age.

    `code`: of a parent who asked herself; without one it is a family we do not know yet.
    """

    phase: str
    child: str
    deliver: str
    note: str = ""
    code: str = ""
    size: str = ""  # of SIZES
    colour: str = ""  # of COLOURS


class Referring(Outside):
    """What somebody from outside can do."""

    def __init__(self, database: Database, house: House) -> None:
        super().__init__(database, house, PROGRAMME)

    async def refer(self, person: str, told: Referral, once: str) -> Receipt:
        """Ask for a package; the same form again asks for nothing twice.

        Raises NotOpen and WrongCode; then nothing changed.
        """
        offered, referrer = self._allowed(person)
        told = replace(told, deliver=mask(told.deliver), note=mask(told.note))
        async with self._database.writing() as tx:
            key = f"baby:{person}:{once}"[:120]
            request = await self._sent(tx, key)
            if request is None and told.code:
                request = await self._answered(tx, referrer, told, key)
            elif request is None:
                request = await self._new(tx, referrer, told, key)
            return Receipt(request.id, await self._left(tx, offered))

    async def _answered(self, tx: Tx, person: Person, told: Referral, key: str) -> Request:
        """Put in a word for a parent who asked herself."""
        now, request = self._house.clock.now(), await self._waiting(tx, told.code)
        facts = self._told(person, told, key) | {"code": ""}
        after = await turned(
            tx, replace(request, kind=told.phase), "referred", person.id, now, **facts
        )
        if after is None:  # somebody else used it just now
            raise WrongCode
        await brought(tx, self._house, after.family_id, key, now)
        await follow(tx, self._house, after, person.id, now)
        await further.tell(tx, self._house, after)
        return after

    async def _new(self, tx: Tx, person: Person, told: Referral, key: str) -> Request:
        """A family that we do not know yet, with a key of its own and two people."""
        town, now = self._house.municipality.id, self._house.clock.now()
        (family_id,) = await contacts.without_address(tx, 1, town, now.timestamp())
        new = NewRequest(
            key=key,
            municipality=town,
            programme=PROGRAMME,
            family_id=family_id,
            state="referred",
            brought_by=person.id,
            kind=told.phase,
            person=person.id,
            facts=self._told(person, told, key),
        )
        request = await requests.add(tx, new, now.timestamp())
        if request.family_id != family_id:  # sent twice at once: the other one is under way
            return request
        handoff = await brought(tx, self._house, family_id, key, now)
        with_people = replace(request, handoff_id=handoff.id)
        await requests.save(tx, with_people, person.id, now.timestamp(), was=request.state)
        await follow(tx, self._house, with_people, person.id, now)
        return request

    def _told(self, person: Person, told: Referral, key: str) -> dict[str, str]:
        names = ("child", "size", "colour", "deliver", "note")
        known = {name: value for name in names if (value := getattr(told, name))}
        return known | self._facts(person, key)
