"""What the childcare page needs known and done; `bot.service.arranging.desk` does it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

from bot.service.arranging.desk import Sheet
from casework.budget import Grant, Refusal
from casework.programmes import Funding


class Childcare(Protocol):
    """Each deed may be sent twice and counts once. All raise PermissionError for what is not this
    person's, NoSuch for a name that is not there, and Changed when a colleague was faster."""

    @property
    def ways(self) -> Sequence[Funding]:
        """The ways to pay that this municipality has."""

    @property
    def labels(self) -> Mapping[str, str]:
        """What each programme is called here."""

    async def sheets(self, handoff_id: str, person: str, *, noted: bool = True) -> list[Sheet]:
        """Her arrangements; the look is noted, unless that was done already."""

    async def begin(self, handoff_id: str, person: str, once: str, seen: int = 0) -> int:
        """An arrangement that a worker begins; gives its id. `seen`: how many were on the page."""

    async def set_days(
        self, handoff_id: str, person: str, plan_id: int, days: Mapping[str, date | None],
        seen: int | None = None,
    ) -> None:  # fmt: skip
        """Set days that steps count from. `seen`: the version that stood on the page.

        Raises BadDay for a new day that makes no sense.
        """

    async def choose(
        self, handoff_id: str, person: str, plan_id: int, way: str, months: int | None = None
    ) -> Refusal | None:
        """Choose how it is paid, and for how long; why not, if its places are not for her."""

    async def set_day(
        self, handoff_id: str, person: str, plan_id: int, step: str, on: date | None,
        seen: int | None = None,
    ) -> None:  # fmt: skip
        """Set one step's day by hand; None: it follows the other days again."""

    async def tick(
        self, handoff_id: str, person: str, plan_id: int, step: str, *, done: bool = True
    ) -> None:
        """A step is done, or was ticked by mistake."""

    async def note(
        self, handoff_id: str, person: str, plan_id: int, notes: Mapping[str, str],
        seen: int | None = None,
    ) -> None:  # fmt: skip
        """Write down the provider."""

    async def for_whom(
        self, handoff_id: str, person: str, plan_id: int, ages: Collection[str], *,
        more: bool = False, seen: int | None = None,
    ) -> None:  # fmt: skip
        """Keep for which ages it is; `more`: for several children."""

    async def give(
        self, handoff_id: str, person: str, plan_id: int, what: Grant, once: str
    ) -> Refusal | None:
        """Give a place; why not, if it does not fit."""

    async def move(
        self, handoff_id: str, person: str, plan_id: int, grant_id: int
    ) -> Refusal | None:
        """A place begins in the month of the first day; why not, if it does not fit there."""

    async def shorten(
        self, handoff_id: str, person: str, plan_id: int, grant_id: int, months: int
    ) -> bool:
        """A place ended after so many months."""
