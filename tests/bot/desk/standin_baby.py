"""The pages of baby packages without a database: they remember what they were asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.service.programmes.baby.counting import Figures
from bot.service.programmes.baby.desk import Shelf
from bot.service.programmes.baby.referring import Referral
from bot.service.programmes.outside import Receipt
from casework.budget import Refusal, Standing
from casework.programmes import Amount, Counted, Per, Programme

P14 = Programme(
    "baby_package", "Babystartpakket", on=True, quota=125, warn_at=100,
    counted=Counted.PACKAGES, amount=Amount(80_00, Per.PACKAGE),
)  # fmt: skip
EMPTY = Standing(125, 0, 100, ())


@dataclass
class Store:
    """Nothing was asked yet."""

    done: list[tuple[str, ...]] = field(default_factory=list)
    programme: Programme | None = P14

    async def shelf(self, handoff_id: str, person: str, *, noted: bool = True) -> Shelf:
        return Shelf(P14, EMPTY, (), refers=True, chat=True)

    async def begin(self, handoff_id: str, person: str, phase: str, once: str) -> None:
        self.done.append(("begin", handoff_id, person))

    async def refer(self, handoff_id: str, person: str, number: int, phase: str, seen: int) -> None:
        self.done.append(("refer", handoff_id, person))

    async def grant(self, handoff_id: str, person: str, number: int, seen: int) -> Refusal | None:
        self.done.append(("grant", handoff_id, person))
        return None

    async def move(
        self, handoff_id: str, person: str, number: int, state: str, seen: int, why: str = ""
    ) -> None:
        self.done.append(("move", handoff_id, person))

    async def remind(
        self, handoff_id: str, person: str, number: int, day: date | None, seen: int
    ) -> None:
        self.done.append(("remind", handoff_id, person))


@dataclass
class Outside:
    """Everybody may refer, and it is forgotten at once."""

    done: list[tuple[str, Referral]] = field(default_factory=list)

    async def counter(self, person: str) -> Receipt:
        return Receipt(None, 120)

    async def receipt(self, person: str, number: int) -> Receipt:
        return Receipt(number, 120)

    async def refer(self, person: str, told: Referral, once: str) -> Receipt:
        self.done.append((person, told))
        return Receipt(7, 120)


class Counter:
    """A programme that just began."""

    async def figures(self) -> Figures | None:
        return Figures(P14, EMPTY, {"baby": 0, "toddler": 0}, 0, 10.4, 0.0, ())
