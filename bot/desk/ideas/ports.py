"""What the page of ideas needs known and done; `bot.service.programmes.ideas.box` does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.service.programmes.ideas.box import Idea


class Ideas(Protocol):
    """`seen` is the version that stood on the page. All raise PermissionError for who is no
    coordinator, and Changed when a colleague was faster."""

    @property
    def here(self) -> bool:
        """Whether this town gathers ideas."""

    async def waiting(self) -> int:
        """How many nobody read yet."""

    async def ideas(self, person: str) -> Sequence[Idea]:
        """Every idea, those nobody answered first; the look is noted."""

    async def read(self, person: str, number: int, seen: int) -> None:
        """Somebody read it."""

    async def answer(self, person: str, number: int, text: str, seen: int) -> None:
        """One line goes back to her. Raises BadAnswer."""
