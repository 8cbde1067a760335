"""What these pages need done. `bot.service.staff` does it; each deed sent twice counts once.

All raise PermissionError for what is not this person's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.service.paper import Letter
from bot.service.staff.writing import Preview
from storage.absences import Absence
from storage.appointments import Appointment
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

    async def keep_draft(self, handoff_id: str, person: str, text: str) -> None:
        """What is being typed; "" forgets it."""

    async def draft(self, handoff_id: str, person: str) -> str:
        """What this person was typing."""

    async def take_back(self, handoff_id: str, person: str, text_id: int) -> StaffText | None:
        """Not sent after all; None when it is on its way."""

    async def get(self, handoff_id: str, person: str, text_id: int) -> StaffText:
        """One text of this handoff."""


class Handler(Protocol):
    """Calls, the partner, tasks and closing. Raises bot.service.staff.handling.BadDeed."""

    async def called(
        self, handoff_id: str, person: str, *, spoke: bool, note: str, once: str
    ) -> None:
        """She was called."""

    async def hand(self, handoff_id: str, person: str, note: str, once: str) -> str:
        """The partner goes on with it."""

    async def add_task(
        self, handoff_id: str, person: str, text: str, owner: str, day: date | None, once: str
    ) -> None:
        """Something to do, by one of the two."""

    async def outcome(
        self, handoff_id: str, person: str, talk_id: int, outcome: str, day: date | None = None
    ) -> None:
        """What a held talk brought."""

    async def correct(self, handoff_id: str, person: str, about: str, text: str, once: str) -> None:
        """A line of the summary, as it should read; "" takes the correction away."""

    async def close(self, handoff_id: str, person: str, reason: str, once: str) -> None:
        """Nothing more to do."""

    async def reopen(self, handoff_id: str, person: str) -> bool:
        """Go on with it."""


class Absent(Protocol):
    """Who is away. Raises bot.service.staff.away.BadAbsence."""

    async def mark(
        self, by: str, person: str, cover: str, first: date, last: date, once: str
    ) -> None:
        """In these days this colleague stands in."""

    async def back(self, by: str, absence_id: int) -> None:
        """Back earlier, or it does not happen."""

    async def ahead(self) -> Sequence[Absence]:
        """What is noted and not over."""

    async def talks(self, person: str) -> Sequence[Appointment]:
        """The talks that still stand in this colleague's agenda."""


class Welcomer(Protocol):
    """Links into the chat."""

    async def link(self, handoff_id: str, person: str, once: str) -> Letter:
        """A letter with a link that works once. Raises Changed when the family has a chat."""


class Acting(Protocol):
    """All deeds of these pages."""

    @property
    def writing(self) -> Writer:
        """Notes and messages."""

    @property
    def welcoming(self) -> Welcomer:
        """Links into the chat, for who has none."""

    @property
    def handling(self) -> Handler:
        """Calls, the partner, tasks and closing."""

    @property
    def away(self) -> Absent:
        """Who is away."""
