"""Somebody from outside refers: a midwife, a clinic. She sees a number, and nothing of a family."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.service.house import House
from bot.service.programmes import counted
from bot.service.programmes.baby.following import brought, follow, turned
from casework import baby_package as rules
from casework.baby_package import PROGRAMME
from casework.municipality import Person
from casework.programmes import Programme
from dialogs.language.guard import mask
from storage import contacts, requests
from storage.database import Database
from storage.requests import NewRequest, Request
from storage.tx import Tx


class NotOpen(Exception):
    """This person cannot refer to this programme here, or not on this day."""


class WrongCode(ValueError):
    """No parent waits for this code: it is wrong, or somebody used it."""


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


@dataclass(frozen=True, slots=True)
class Receipt:
    """All that a referrer gets back. `left`: roughly how many packages there are."""

    number: int | None
    left: int


class Referring:
    """What somebody from outside can do."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    async def counter(self, person: str) -> Receipt:
        """Roughly how many packages are left. Raises NotOpen."""
        offered, _ = self._allowed(person)
        async with self._database.reading() as tx:
            return Receipt(None, await self._left(tx, offered))

    async def receipt(self, person: str, number: int) -> Receipt:
        """The receipt of what this person sent; no number for what is another's. Raises NotOpen."""
        offered, _ = self._allowed(person)
        async with self._database.reading() as tx:
            found = await requests.get(tx, number)
            hers = found is not None and found.facts.get("referred_by") == person
            return Receipt(number if hers else None, await self._left(tx, offered))

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

    async def _sent(self, tx: Tx, key: str) -> Request | None:
        """What this very form asked for before."""
        town = self._house.municipality.id
        found = await requests.of_programme(tx, town, PROGRAMME)
        return next((one for one in found if one.facts.get("form") == key), None)

    async def _answered(self, tx: Tx, person: Person, told: Referral, key: str) -> Request:
        """Put in a word for a parent who asked herself."""
        town, now = self._house.municipality.id, self._house.clock.now()
        asked = [
            one
            for one in await requests.of_programme(tx, town, PROGRAMME)
            if one.state == "asked" and one.facts.get("code")
        ]
        number = rules.code_fits(told.code, [(one.facts["code"], one.id) for one in asked])
        request = next((one for one in asked if one.id == number), None)
        if request is None:
            raise WrongCode
        facts = self._facts(person, told, key) | {"code": ""}
        after = await turned(
            tx, replace(request, kind=told.phase), "referred", person.id, now, **facts
        )
        if after is None:  # somebody else used it just now
            raise WrongCode
        await brought(tx, self._house, after.family_id, key, now)
        await follow(tx, self._house, after, person.id, now)
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
            facts=self._facts(person, told, key),
        )
        request = await requests.add(tx, new, now.timestamp())
        if request.family_id != family_id:  # sent twice at once: the other one is under way
            return request
        handoff = await brought(tx, self._house, family_id, key, now)
        with_people = replace(request, handoff_id=handoff.id)
        await requests.save(tx, with_people, person.id, now.timestamp(), was=request.state)
        await follow(tx, self._house, with_people, person.id, now)
        return request

    def _facts(self, person: Person, told: Referral, key: str) -> dict[str, str]:
        assert person.refers_as is not None
        facts = {
            "child": told.child,
            "deliver": told.deliver,
            "note": told.note,
            "referrer": person.refers_as.value,
            "referred_by": person.id,
            "referred_on": self._house.today().isoformat(),
            "form": key,
        }
        return {name: value for name, value in facts.items() if value}

    async def _left(self, tx: Tx, offered: Programme) -> int:
        return rules.roughly((await counted.standing(tx, self._house, offered)).left)

    def _allowed(self, person: str) -> tuple[Programme, Person]:
        town = self._house.municipality
        who = next((one for one in town.people if one.id == person), None)
        offered = rules.programme(town)
        if who is None or offered is None or not rules.may_refer(town, who, self._house.today()):
            raise NotOpen(person)
        return offered, who
