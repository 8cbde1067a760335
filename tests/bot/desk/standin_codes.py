"""Personal codes of referrers without a database, for the tests of who may open what."""

from __future__ import annotations

from collections.abc import Sequence

from bot.service.referrer_codes import NoReferrer
from storage.referrer_codes import Act, Held

CODE = "BCDF-2345-GHJK"


class Coded:
    """Lotte has a code; a new one is always the same."""

    async def held(self) -> Sequence[Held]:
        return [Held("lotte", "mo", 0.0, None, "2027-11-24")]

    async def acts(self) -> Sequence[Act]:
        return [Act("lotte", "made", "mo", 0.0)]

    async def near(self) -> int:
        return 0

    async def renew(self, person: str, by: str) -> bool:
        return person == "lotte"

    async def make(self, person: str, by: str) -> str:
        if person != "lotte":
            raise NoReferrer(person)
        return CODE

    async def withdraw(self, person: str, by: str) -> bool:
        return person == "lotte"

    async def opened_by(self, typed: str) -> str | None:
        return "lotte" if typed == CODE else None
