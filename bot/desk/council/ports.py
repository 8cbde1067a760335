"""What *Raadsbrief* needs; `bot.service.council.asked` does it over the database."""

from __future__ import annotations

from typing import Protocol

from casework.council import Report
from casework.days import Span


class Council(Protocol):
    """The letters of one municipality."""

    async def report(self, span: Span) -> Report:
        """What was counted in this range, as it may be shown. Raises BadRange."""

    def usual(self) -> Span:
        """The half year of today."""

    def under_way(self, span: Span) -> bool:
        """Whether its last half year is not over yet."""
