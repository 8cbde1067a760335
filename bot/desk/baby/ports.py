"""What the pages of baby packages need known and done; `bot.service.programmes.baby` does it."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from bot.desk.referring.ports import Room
from bot.service.programmes.baby.counting import Figures
from bot.service.programmes.baby.desk import Shelf
from bot.service.programmes.baby.referring import Referral
from bot.service.programmes.outside import Receipt
from casework.budget import Refusal
from casework.programmes import Programme


class Packages(Protocol):
    """What her people do. `seen`: the version that stood on the page.

    All raise PermissionError for what is not this person's, NoSuch for a name or day that makes no
    sense here, and Changed when a colleague was faster.
    """

    @property
    def programme(self) -> Programme | None:
        """The packages of this town; None where there are none."""

    async def shelf(self, handoff_id: str, person: str, *, noted: bool = True) -> Shelf:
        """What was asked for her; the look is noted, unless that was done already."""

    async def begin(self, handoff_id: str, person: str, phase: str, once: str) -> None:
        """Her own people ask for her; the same form again asks for nothing twice."""

    async def refer(self, handoff_id: str, person: str, number: int, phase: str, seen: int) -> None:
        """The municipality puts in a word itself."""

    async def grant(self, handoff_id: str, person: str, number: int, seen: int) -> Refusal | None:
        """Give this package; why not, if it does not fit."""

    async def move(
        self, handoff_id: str, person: str, number: int, state: str, seen: int, why: str = ""
    ) -> None:
        """Posted, or stopped; `why`: what she hears of it."""

    async def remind(
        self, handoff_id: str, person: str, number: int, day: date | None, seen: int
    ) -> None:
        """The day for the second package; None takes it back."""


class Referring(Room, Protocol):
    """What somebody from outside does."""

    async def refer(self, person: str, told: Referral, once: str) -> Receipt:
        """Ask for a package. Raises NotOpen and WrongCode."""


class Counting(Protocol):
    """Counts and money, no family."""

    async def figures(self) -> Figures | None:
        """Everything of this run; None where the town has no packages."""
