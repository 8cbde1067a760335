"""The page's deeds for children without a database: they remember what they were asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.service.programmes.child_package.asking import Wanted
from bot.service.programmes.child_package.desk import Sheet
from bot.service.programmes.child_package.referring import Referral
from bot.service.programmes.outside import Receipt
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

    async def invite(self, handoff_id: str, person: str, request_id: int, seen: int) -> None:
        self.done.append(("invite", handoff_id, person))

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


@dataclass
class OutsideChild:
    """Everybody may refer, and it is forgotten at once."""

    async def counter(self, person: str) -> Receipt:
        return Receipt(None, None)

    async def receipt(self, person: str, number: int) -> Receipt:
        return Receipt(number, None)

    async def refer(self, person: str, told: Referral, once: str) -> Receipt:
        return Receipt(7, None)
