"""The page's deeds for children without a database: they remember what they were asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.service.programmes.child_package.asking import Wanted
from bot.service.programmes.child_package.desk import Sheet
from casework.budget import Refusal, Year
from casework.funds import Fund


@dataclass
class Children:
    """Nothing was asked yet."""

    done: list[tuple[str, ...]] = field(default_factory=list)
    here: bool = True
    funds: Sequence[Fund] = ()

    async def years(self) -> Sequence[Year]:
        return ()

    async def sheets(self, handoff_id: str, person: str, *, noted: bool = True) -> list[Sheet]:
        return []

    async def begin(self, handoff_id: str, person: str, wanted: Wanted, once: str) -> int:
        self.done.append(("begin", handoff_id, person))
        return 1

    async def note(
        self, handoff_id: str, person: str, request_id: int, notes: Mapping[str, str], seen: int
    ) -> None:
        self.done.append(("note", handoff_id, person))

    async def move(
        self, handoff_id: str, person: str, request_id: int, state: str, seen: int
    ) -> None:
        self.done.append(("move", handoff_id, person))

    async def send(
        self, handoff_id: str, person: str, request_id: int, fund_id: str, seen: int
    ) -> None:
        self.done.append(("send", handoff_id, person))

    async def arrange(
        self, handoff_id: str, person: str, request_id: int, paid: str, cents: int, seen: int
    ) -> Refusal | None:
        self.done.append(("arrange", handoff_id, person))
        return None
