"""What the page needs known and done; `bot.service.programmes.child_package.desk` does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.desk.referring.ports import Room
from bot.service.programmes.child_package.asking import Wanted
from bot.service.programmes.child_package.desk import Sheet
from bot.service.programmes.child_package.referring import Referral
from bot.service.programmes.outside import Receipt
from casework.budget import Refusal, Year
from casework.funds import Fund


class ChildPackages(Protocol):
    """`seen` is the version that stood on the page. All raise PermissionError for what is not
    this person's, NoSuch for a name that is not there, and Changed when a colleague was faster."""

    @property
    def here(self) -> bool:
        """Whether this town offers it."""

    @property
    def funds(self) -> Sequence[Fund]:
        """The funds of this town."""

    async def years(self) -> Sequence[Year]:
        """How the town's own money stands; () without any."""

    async def sheets(self, handoff_id: str, person: str, *, noted: bool = True) -> list[Sheet]:
        """What was asked for her children; the look is noted, unless that was done already."""

    async def begin(self, handoff_id: str, person: str, wanted: Wanted, once: str) -> int:
        """A worker asks for the next child; gives the request's id."""

    async def note(
        self, handoff_id: str, person: str, request_id: int, notes: Mapping[str, str], seen: int
    ) -> None:
        """Write down what is needed, and what succeeds by their own strength."""

    async def invite(self, handoff_id: str, person: str, request_id: int, seen: int) -> None:
        """A code with which a helper from outside joins this request."""

    async def move(
        self, handoff_id: str, person: str, request_id: int, state: str, seen: int
    ) -> None:
        """A talk is planned, the fund said no, or it ends."""

    async def send(
        self, handoff_id: str, person: str, request_id: int, fund_id: str, seen: int
    ) -> None:
        """It is sent to this fund."""

    async def arrange(
        self, handoff_id: str, person: str, request_id: int, paid: str, cents: int, seen: int
    ) -> Refusal | None:
        """It is arranged; why the town's money does not fit, if so."""


class Referring(Room, Protocol):
    """What somebody from outside does."""

    async def refer(self, person: str, told: Referral, once: str) -> Receipt:
        """Begin it for one child. Raises NotOpen, WrongCode and Full."""
