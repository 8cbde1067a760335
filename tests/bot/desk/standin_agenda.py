"""Calendars without a database, for the tests of who may open what."""

from __future__ import annotations

from storage.feeds import Feed


class Shelved:
    """Nobody has an address yet; a new one is always the same."""

    async def state(self, person: str) -> Feed | None:
        return None

    async def renew(self, person: str) -> str:
        return f"http://testserver/agenda/{'t' * 43}.ics"

    async def remove(self, person: str) -> None:
        return None

    def mailed_to(self, person: str) -> str:
        return ""
