"""What the pages of signals need known and done; `bot.service.programmes.arrears.desk` does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.service.paper import Letter
from bot.service.programmes.arrears.bringing import Taken
from bot.service.programmes.arrears.desk import Batch, Sheet, Signal
from casework.arrears import Outcome
from casework.arrears_file import Row


class Arrears(Protocol):
    """Each deed may be sent twice and counts once. All raise PermissionError for what is not this
    person's, and Changed when a colleague was faster."""

    @property
    def runs(self) -> bool:
        """Whether this municipality does it now."""

    async def signals(self) -> list[Signal]:
        """Those that somebody must still do something about, the nearest end first."""

    async def take(self, person: str, rows: Sequence[Row]) -> Taken:
        """Keep these signals; a reference that is known changes nothing."""

    async def foreseen(self, rows: Sequence[Row]) -> Taken:
        """What `take` would do with these now; nothing is kept."""

    async def all_creditors(self) -> list[str]:
        """Every creditor of whom a signal is kept, by name."""

    async def sheet(self, number: int, person: str) -> Sheet:
        """The signal with this id; the look is noted."""

    async def letter(self, number: int, person: str, once: str, seen: int, why: str = "") -> Letter:
        """A letter with a link that works once. `seen`: the version that stood on the page.

        Raises NotToday outside the days of the town, unless somebody says why it cannot wait.
        """

    async def letters(self, versions: Mapping[int, int], person: str, once: str) -> Batch:
        """A letter for each of these signals (id → version); others are left out."""

    async def become(
        self, number: int, person: str, state: str, seen: int, outcome: Outcome | None = None
    ) -> None:
        """What came of it."""

    async def creditors(self) -> list[str]:
        """Who brought signals that are over; "" for those without a name."""

    async def outcomes(self, creditor: str = "") -> list[tuple[str, str, str]]:
        """Reference, code and day of all of this creditor's that is over."""

    async def of_handoff(self, handoff_id: str) -> list[Signal]:
        """The signals that these two people look after."""
