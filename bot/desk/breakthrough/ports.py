"""What these pages need known and done; `bot.service.programmes.breakthroughs` does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.service.programmes.breakthroughs.kept import Sheet
from casework.breakthrough import Ask, Ledger
from casework.budget import Refusal


class Asking(Protocol):
    """The tandem's side. Each deed may be sent twice and counts once.

    All raise PermissionError for what is not this person's, NotNow for what cannot be done, and
    Changed when a colleague was faster.
    """

    @property
    def open(self) -> bool:
        """Whether this municipality has somebody to ask."""

    async def sheets(self, handoff_id: str, person: str, *, noted: bool = True) -> list[Sheet]:
        """What was asked for this family; the look is noted, unless that was done already."""

    async def ask(self, handoff_id: str, person: str, ask: Ask) -> None:
        """Ask the officer."""

    async def answer(
        self, handoff_id: str, person: str, number: int, text: str, seen: int | None = None
    ) -> None:
        """Answer what the officer asked, or add something."""

    async def withdraw(self, handoff_id: str, person: str, number: int) -> None:
        """It is not needed any more, before anybody decided."""

    async def done(self, handoff_id: str, person: str, number: int) -> None:
        """What was ordered has happened."""

    async def prepared(self, handoff_id: str, person: str, one: Sheet) -> str:
        """A text that tells her what was decided, for a colleague to send; "" while nothing is."""


class Deciding(Protocol):
    """The officer's side; raises as `Asking`. `seen` is the version that stood on the page."""

    async def waiting(self, officer: str) -> list[Sheet]:
        """What is with her and not over."""

    async def sheet(self, officer: str, handoff_id: str) -> Sheet:
        """What is with her of this family; the look is noted."""

    async def question(
        self, officer: str, handoff_id: str, number: int, text: str, seen: int | None
    ) -> None:
        """Ask the tandem something first."""

    async def grant(
        self, officer: str, handoff_id: str, number: int, cents: int, order: str, seen: int | None
    ) -> Refusal | None:
        """Yes, with the order and the money; why not, if it does not fit."""

    async def decline(
        self, officer: str, handoff_id: str, number: int, reason: str, seen: int | None
    ) -> None:
        """No, and why."""

    async def finish(
        self,
        officer: str,
        handoff_id: str,
        number: int,
        *,
        happened: bool,
        seen: int | None,
        spent: int | None = None,
    ) -> None:
        """It happened, or not after all; `spent` is what it really cost, in cents."""

    async def spend(self, officer: str, grant_id: int, cents: int) -> Refusal | None:
        """What a breakthrough really cost; why the budget does not allow it, if so."""

    async def ledgers(self) -> Sequence[Ledger]:
        """Every year's money, without a word of a family."""


@dataclass(frozen=True, slots=True)
class Breakthroughs:
    """Both sides."""

    asking: Asking
    deciding: Deciding
