"""What every referrer's form needs done; `bot.service.programmes.outside` has it."""

from __future__ import annotations

from typing import Protocol

from bot.service.programmes.outside import Receipt


class Room(Protocol):
    """What a programme does for somebody from outside. All raise NotOpen where she cannot refer."""

    async def counter(self, person: str) -> Receipt:
        """Roughly how much is left."""

    async def receipt(self, person: str, number: int) -> Receipt:
        """The receipt of what this person sent."""
