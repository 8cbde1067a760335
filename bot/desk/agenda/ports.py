"""What *Mijn agenda* needs; `stored.py` does it over the database."""

from __future__ import annotations

from typing import Protocol

from storage.feeds import Feed


class Agenda(Protocol):
    """The address of one colleague's own calendar."""

    async def state(self, person: str) -> Feed | None:
        """Since when she has an address; None when she has none."""

    async def renew(self, person: str) -> str:
        """A new address, shown this once; an older one is dead from now on."""

    async def remove(self, person: str) -> None:
        """No address opens her calendar any more."""

    def mailed_to(self, person: str) -> str:
        """Where her invitations go too; "" when they do not."""
