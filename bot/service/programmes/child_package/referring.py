"""Somebody from outside begins something for a child: a teacher, a professional. Nothing of money.

A form is one child. With the code of the tandem it joins a request of a family that is known; with
the number of her last form it is another child of that family; else the family is new to us.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.service.house import House
from bot.service.programmes import counted
from bot.service.programmes.child_package import asking
from bot.service.programmes.child_package.asking import PROGRAMME, Asked, Wanted
from bot.service.programmes.outside import Full, Outside, Receipt, WrongCode
from casework.municipality import Person
from casework.programmes import Programme
from dialogs.language.guard import mask
from storage import contacts, requests
from storage.database import Database
from storage.requests import Request
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Referral:
    """What a referrer tells of one child: no name of it, and nothing of income.

    `contact`: how to reach the parent. `code`: of the tandem, for a family that it knows.
    `beside`: the number of her form for another child of the same family.
    """

    wanted: Wanted
    contact: str = ""
    note: str = ""
    code: str = ""
    beside: int | None = None


class Referring(Outside):
    """What somebody from outside can do."""

    def __init__(self, database: Database, house: House) -> None:
        super().__init__(database, house, PROGRAMME)

    async def refer(self, person: str, told: Referral, once: str) -> Receipt:
        """Begin it for one child; the same form again begins nothing twice.

        Raises NotOpen, WrongCode and Full; then nothing changed.
        """
        offered, referrer = self._allowed(person)
        told = _masked(told)
        async with self._database.writing() as tx:
            await requests.one_at_a_time(tx, PROGRAMME)
            key = f"{person}:{once}"[:80]
            request = await self._sent(tx, key)
            if request is None:
                await self._has_room(tx, offered)
                request = await self._begun(tx, referrer, told, key)
            return Receipt(request.id, await self._left(tx, offered))

    async def _has_room(self, tx: Tx, offered: Programme) -> None:
        if offered.quota and (await counted.standing(tx, self._house, offered)).full:
            raise Full

    async def _begun(self, tx: Tx, person: Person, told: Referral, key: str) -> Request:
        if told.code:
            return await self._joined(tx, await self._waiting(tx, told.code), person, told, key)
        now = self._house.clock.now()
        beside = await self._hers(tx, person.id, told.beside) if told.beside else None
        if beside is not None:
            family, contact = beside.family_id, str(beside.facts.get("contact", ""))
        elif told.beside and not told.contact:
            raise WrongCode  # not her form, or that family is gone: nobody could reach this one
        else:
            town = self._house.municipality.id
            (family,) = await contacts.without_address(tx, 1, town, now.timestamp())
            contact = ""
        told = replace(told, contact=told.contact or contact)
        asked = Asked(family, told.wanted, person.id, key, self._told(person, told, key))
        return await asking.ask(tx, self._house, asked, now)

    async def _joined(
        self, tx: Tx, request: Request, person: Person, told: Referral, key: str
    ) -> Request:
        """Add to what the family asked; what she told herself stays as she said it."""
        now = self._house.clock.now()
        known = {name: value for name, value in request.facts.items() if name != "code"}
        facts = {**told.wanted.facts(), **self._told(person, told, key), **known}
        after = replace(request, kind=request.kind or told.wanted.wish, facts=facts)
        if not await requests.save(tx, after, person.id, now.timestamp(), was=request.state):
            raise WrongCode  # somebody else used it just now
        await asking.told_again(tx, self._house, after, key, now)
        return after

    def _told(self, person: Person, told: Referral, key: str) -> dict[str, str]:
        more = {"contact": told.contact, "note": told.note}
        return {name: value for name, value in more.items() if value} | self._facts(person, key)


def _masked(told: Referral) -> Referral:
    """Without a number that we never keep."""
    wanted = told.wanted
    words = {name: mask(getattr(wanted, name)) for name in ("words", "club", "helps")}
    clean = replace(wanted, **words)
    return replace(told, wanted=clean, contact=mask(told.contact), note=mask(told.note))
