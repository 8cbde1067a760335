"""The coaching page's deeds without a database: they remember what they were asked."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.service.programmes.coaching.desk import Counter, Sheet
from casework.budget import Standing
from casework.coaching import PROGRAMME, Pace
from casework.programmes import Programme


@dataclass
class Coach:
    """Nobody takes part yet."""

    done: list[tuple[str, ...]] = field(default_factory=list)

    async def counter(self) -> Counter | None:
        programme = Programme(PROGRAMME, "Hulp voor eenoudergezinnen", on=True)
        return Counter(programme, Standing(120, 20, 110, ()), Pace(20, 120, 36, 6))

    async def sheet(self, handoff_id: str, person: str, *, noted: bool = True) -> Sheet:
        return Sheet("", None, None, None, [], await self.counter(), True)

    async def set_goal(self, handoff_id: str, person: str, text: str, seen: int) -> None:
        self.done.append(("set_goal", handoff_id, person))

    async def end(self, handoff_id: str, person: str, *, mistake: bool) -> bool:
        self.done.append(("end", handoff_id, person))
        return True
