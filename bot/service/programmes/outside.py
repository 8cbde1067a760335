"""What is alike for every programme that somebody from outside may begin: a midwife, a teacher.

She sends a short form and gets a number back, and nothing of a family. With a code of the tandem
what she sends reaches a family that is known; without one it is a family that is new to us.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from bot.service.house import House
from bot.service.programmes import counted
from casework.municipality import Person
from casework.programmes import Programme
from casework.referrals import code_fits, may_refer, roughly
from dialogs.model import Text
from storage import requests
from storage.database import Database
from storage.requests import Request
from storage.tx import Tx

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that look alike
_LENGTH = 8
REFERRED_BY, FORM = "referred_by", "form"  # who sent it, and which form: that is for no reader
FACTS: Mapping[str, Text] = {  # what is kept of it, in her own copy
    "note": Text("wat een helper erbij schreef", "copy"),
    "referrer": Text("wie het vroeg voor je", "copy"),
    REFERRED_BY: Text("de helper die het vroeg", "copy"),
    "referred_on": Text("gevraagd op", "copy"),
    "code": Text("code voor een helper", "copy"),
}
REFERRERS: Mapping[str, Text] = {  # as in casework.programmes.Referrer
    "midwife": Text("verloskundige", "copy"),
    "child_clinic": Text("bureau voor baby's en peuters", "copy"),
    "municipality": Text("de gemeente", "copy"),
    "parent": Text("jij", "copy"),
    "school": Text("school", "copy"),
    "professional": Text("iemand die helpt", "copy"),
}


class NotOpen(Exception):
    """This person cannot refer to this programme here, or not on this day."""


class WrongCode(ValueError):
    """No parent waits for this code: it is wrong, or somebody used it."""


class Full(ValueError):
    """Everything that the programme has was given: nothing new can be asked now."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """All that a referrer gets back. `left`: roughly how many there are; None without a number."""

    number: int | None
    left: int | None


def new_code() -> str:
    """What a helper from outside types to reach a family that the tandem knows."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


class Outside:
    """Who may refer, what she sees of it, and which request a code belongs to."""

    def __init__(self, database: Database, house: House, programme: str) -> None:
        self._database, self._house, self._programme = database, house, programme

    async def counter(self, person: str) -> Receipt:
        """Roughly how many are left. Raises NotOpen."""
        offered, _ = self._allowed(person)
        async with self._database.reading() as tx:
            return Receipt(None, await self._left(tx, offered))

    async def receipt(self, person: str, number: int) -> Receipt:
        """The receipt of what this person sent; no number for what is another's. Raises NotOpen."""
        offered, _ = self._allowed(person)
        async with self._database.reading() as tx:
            hers = await self._hers(tx, person, number) is not None
            return Receipt(number if hers else None, await self._left(tx, offered))

    async def _hers(self, tx: Tx, person: str, number: int) -> Request | None:
        """The request with this number, if this person sent it."""
        found = await requests.get(tx, number)
        sent = found is not None and found.facts.get(REFERRED_BY) == person
        return found if found and sent and found.programme == self._programme else None

    async def _sent(self, tx: Tx, key: str) -> Request | None:
        """What this very form asked for before."""
        found = await self._all(tx)
        return next((one for one in found if one.facts.get(FORM) == key), None)

    async def _waiting(self, tx: Tx, code: str) -> Request:
        """The request that waits for this code. Raises WrongCode."""
        asked = [one for one in await self._all(tx) if one.state == "asked"]
        known = [one for one in asked if one.facts.get("code")]
        number = code_fits(code, [(one.facts["code"], one.id) for one in known])
        found = next((one for one in known if one.id == number), None)
        if found is None:
            raise WrongCode
        return found

    async def _all(self, tx: Tx) -> list[Request]:
        return await requests.of_programme(tx, self._house.municipality.id, self._programme)

    def _facts(self, person: Person, key: str) -> dict[str, str]:
        """Who referred, when, and with which form."""
        assert person.refers_as is not None  # who may refer does so as somebody
        return {
            "referrer": person.refers_as.value,
            REFERRED_BY: person.id,
            "referred_on": self._house.today().isoformat(),
            FORM: key,
        }

    async def _left(self, tx: Tx, offered: Programme) -> int | None:
        if offered.quota is None:
            return None
        return roughly((await counted.standing(tx, self._house, offered)).left)

    def _allowed(self, person: str) -> tuple[Programme, Person]:
        town, today = self._house.municipality, self._house.today()
        who = next((one for one in town.people if one.id == person), None)
        offered = town.offers(self._programme)
        if who is None or offered is None or not may_refer(town, self._programme, who, today):
            raise NotOpen(person)
        return offered, who
