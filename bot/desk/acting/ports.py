"""What these pages need done. `bot.service.staff` does it; each deed sent twice counts once.

All raise PermissionError for what is not this person's.
"""

from __future__ import annotations

from typing import Protocol

from bot.service.staff.writing import Preview
from storage.staff_texts import StaffText


class Writer(Protocol):
    """Notes and messages. Raises bot.service.staff.writing.BadText."""

    async def preview(self, handoff_id: str, person: str, text: str) -> Preview:
        """The message as she would get it."""

    async def note(self, handoff_id: str, person: str, text: str, once: str) -> StaffText:
        """Keep it for the tandem only."""

    async def send(
        self, handoff_id: str, person: str, text: str, once: str, *, at_night: bool = False,
        morning: bool = False,
    ) -> StaffText:  # fmt: skip
        """A message to her, after the time to take it back."""

    async def take_back(self, handoff_id: str, person: str, text_id: int) -> StaffText | None:
        """Not sent after all; None when it is on its way."""

    async def get(self, handoff_id: str, person: str, text_id: int) -> StaffText:
        """One text of this handoff."""


class Acting(Protocol):
    """All deeds of these pages."""

    @property
    def writing(self) -> Writer:
        """Notes and messages."""
