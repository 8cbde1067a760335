"""The deeds of a breakthrough without a database: they remember what they were asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from bot.desk.breakthrough.ports import Breakthroughs
from bot.service.programmes.breakthroughs.kept import Sheet
from casework.breakthrough import Ask, Ledger, Route
from casework.budget import Refusal
from casework.summary import Section

_AT = datetime(2026, 11, 24, 8, tzinfo=UTC)
_ASK = Ask("vast", (Route("opvang", "2026-11-20"),), "een huisje", 0, date(2026, 11, 27), ("home",))


def sheet(handoff_id: str) -> Sheet:
    return Sheet(3, 0, handoff_id, "asked", "sanne", "joost", _AT, _AT, _ASK, (), "", "", None)


@dataclass
class Asked:
    """The tandem's side: nothing was asked yet."""

    done_: list[tuple[str, ...]] = field(default_factory=list)
    open: bool = True

    async def sheets(self, handoff_id: str, person: str, *, noted: bool = True) -> list[Sheet]:
        return []

    async def ask(self, handoff_id: str, person: str, ask: Ask) -> None:
        self.done_.append(("ask", handoff_id, person))

    async def answer(
        self, handoff_id: str, person: str, number: int, text: str, seen: int | None = None
    ) -> None:
        self.done_.append(("answer", handoff_id, person))

    async def withdraw(self, handoff_id: str, person: str, number: int) -> None:
        self.done_.append(("withdraw", handoff_id, person))

    async def done(self, handoff_id: str, person: str, number: int) -> None:
        self.done_.append(("done", handoff_id, person))

    async def prepared(self, handoff_id: str, person: str, one: Sheet) -> str:
        return ""


@dataclass
class Decided:
    """The officer's side: one request is with her."""

    done: list[tuple[str, ...]] = field(default_factory=list)

    async def waiting(self, officer: str) -> list[Sheet]:
        return []

    async def sheet(self, officer: str, handoff_id: str) -> Sheet:
        return sheet(handoff_id)

    async def question(
        self, officer: str, handoff_id: str, number: int, text: str, seen: int | None
    ) -> None:
        self.done.append(("question", handoff_id, officer))

    async def grant(
        self, officer: str, handoff_id: str, number: int, cents: int, order: str, seen: int | None
    ) -> Refusal | None:
        self.done.append(("grant", handoff_id, officer))
        return None

    async def decline(
        self, officer: str, handoff_id: str, number: int, reason: str, seen: int | None
    ) -> None:
        self.done.append(("decline", handoff_id, officer))

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
        self.done.append(("finish", handoff_id, officer))

    async def spend(self, officer: str, grant_id: int, cents: int) -> Refusal | None:
        self.done.append(("spend", str(grant_id), officer))
        return None

    async def ledgers(self) -> Sequence[Ledger]:
        return []


class Entrusted:
    """What a book shows an officer: nothing of a family, but that she looked."""

    read: list[tuple[str, str]]

    async def escalated(
        self, officer: str, handoff_id: str, parts: Sequence[str]
    ) -> Sequence[Section]:
        self.read.append((officer, handoff_id))
        return ()


def rooms() -> Breakthroughs:
    return Breakthroughs(Asked(), Decided())
