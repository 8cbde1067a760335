"""What the coaching page needs known and done; `bot.service.programmes.coaching.desk` does it."""

from __future__ import annotations

from typing import Protocol

from bot.service.programmes.coaching.desk import Counter, Sheet


class Coaching(Protocol):
    """All raise PermissionError for what is not this person's, and Changed when a colleague, or the
    parent herself, was faster."""

    async def counter(self) -> Counter | None:
        """How many families take part; None where the town has no coaching."""

    async def sheet(self, handoff_id: str, person: str, *, noted: bool = True) -> Sheet:
        """How it stands; the look is noted, unless that was done already."""

    async def set_goal(self, handoff_id: str, person: str, text: str, seen: int) -> None:
        """A small goal in her words. `seen`: the one that stood on the page, 0 for none."""

    async def end(self, handoff_id: str, person: str, *, mistake: bool) -> bool:
        """Coaching is over, or began by mistake. False when it does not run."""
