"""The childcare page's deeds without a database: they remember what they were asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.service.arranging.desk import Sheet
from casework.budget import Grant, Refusal
from casework.programmes import Funding


@dataclass
class Nursery:
    """No arrangement yet."""

    done: list[tuple[str, ...]] = field(default_factory=list)
    ways: Sequence[Funding] = ()
    labels: Mapping[str, str] = field(default_factory=dict)

    async def sheets(self, handoff_id: str, person: str, *, noted: bool = True) -> list[Sheet]:
        return []

    async def begin(self, handoff_id: str, person: str, once: str, seen: int = 0) -> int:
        self.done.append(("begin", handoff_id, person))
        return 1

    async def set_days(
        self, handoff_id: str, person: str, plan_id: int, days: Mapping[str, date | None],
        seen: int | None = None,
    ) -> None:  # fmt: skip
        self.done.append(("set_days", handoff_id, person))

    async def choose(
        self, handoff_id: str, person: str, plan_id: int, way: str, months: int | None = None
    ) -> Refusal | None:
        self.done.append(("choose", handoff_id, person))
        return None

    async def set_day(
        self, handoff_id: str, person: str, plan_id: int, step: str, on: date | None,
        seen: int | None = None,
    ) -> None:  # fmt: skip
        self.done.append(("set_day", handoff_id, person))

    async def tick(
        self, handoff_id: str, person: str, plan_id: int, step: str, *, done: bool = True
    ) -> None:
        self.done.append(("tick", handoff_id, person))

    async def note(
        self, handoff_id: str, person: str, plan_id: int, notes: Mapping[str, str],
        seen: int | None = None,
    ) -> None:  # fmt: skip
        self.done.append(("note", handoff_id, person))

    async def for_whom(
        self, handoff_id: str, person: str, plan_id: int, ages: Collection[str], *,
        more: bool = False, seen: int | None = None,
    ) -> None:  # fmt: skip
        self.done.append(("for_whom", handoff_id, person))

    async def give(
        self, handoff_id: str, person: str, plan_id: int, what: Grant, once: str
    ) -> Refusal | None:
        self.done.append(("give", handoff_id, person))
        return None

    async def move(
        self, handoff_id: str, person: str, plan_id: int, grant_id: int
    ) -> Refusal | None:
        self.done.append(("move", handoff_id, person))
        return None

    async def shorten(
        self, handoff_id: str, person: str, plan_id: int, grant_id: int, months: int
    ) -> bool:
        self.done.append(("shorten", handoff_id, person))
        return True
