"""The deeds of the pages of signals without a database: they remember what they were asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.service.paper import Letter, Way
from bot.service.programmes.arrears.bringing import Taken
from bot.service.programmes.arrears.desk import Batch, Sheet, Signal
from casework import arrears
from casework.arrears import Kind, Outcome, Todo, Window
from casework.arrears_file import Row

CLOCK = arrears.clock(date(2026, 10, 10), date(2026, 11, 24), Window(30, 100, 14))
ONE = Signal(
    1, 0, Kind.RENT, "R-1", "signal", CLOCK, Todo.INVITE, "sanne", None, None, "", "Woonbron", 1.0
)


@dataclass
class Bills:
    """One signal, of nobody in particular."""

    done: list[tuple[str, ...]] = field(default_factory=list)
    runs: bool = True

    async def signals(self) -> list[Signal]:
        return [ONE]

    async def take(self, person: str, rows: Sequence[Row]) -> Taken:
        self.done.append(("take", person))
        return Taken(rows, ())

    async def foreseen(self, rows: Sequence[Row]) -> Taken:
        return Taken(rows, ())

    async def all_creditors(self) -> list[str]:
        return ["Woonbron"]

    async def sheet(self, number: int, person: str) -> Sheet:
        return Sheet(ONE, {}, ("invited",), ())

    async def letter(self, number: int, person: str, once: str, seen: int, why: str = "") -> Letter:
        self.done.append(("letter", person))
        words = ("Hallo,", ("Hoi.",), "Zo", ("Scan.",))
        link = [Way("web", "http://testserver/?code=v-bcdf-bcdf-bcdf-bcdf")]
        return Letter(
            "", "", "dinsdag 24 november", *words, link, "Eén keer.", "Bel.", "Dag", "Wij"
        )

    async def letters(self, versions: Mapping[int, int], person: str, once: str) -> Batch:
        return Batch([await self.letter(one, person, once, 0) for one in versions])

    async def become(
        self, number: int, person: str, state: str, seen: int, outcome: Outcome | None = None
    ) -> None:
        self.done.append(("become", person))

    async def creditors(self) -> list[str]:
        return ["Woonbron"]

    async def outcomes(self, creditor: str = "") -> list[tuple[str, str, str]]:
        return []

    async def of_handoff(self, handoff_id: str) -> list[Signal]:
        return []
