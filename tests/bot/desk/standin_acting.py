"""The acting pages' deeds without a database: they remember what they were asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.service.paper import Letter, Way
from bot.service.staff.writing import BadText, Preview
from storage.absences import Absence
from storage.appointments import Appointment
from storage.reach import Reach
from storage.staff_texts import StaffText
from tests.bot.desk.standin import NOW, OURS


def text(words: str = "Alleen voor ons.", kind: str = "note") -> StaffText:
    at = NOW.timestamp()
    return StaffText(
        1, "k", OURS, "f", "sanne", kind, "", words, "kept", 0.0, False, None, "", at, None
    )  # fmt: skip


@dataclass
class Scribe:
    """Writing."""

    done: list[tuple[str, ...]] = field(default_factory=list)

    async def preview(self, handoff_id: str, person: str, text: str) -> Preview:
        if not text:
            raise BadText("empty")
        return Preview(text, f"Sanne schrijft: {text}", "je", False, Reach("web", True), None)

    async def note(self, handoff_id: str, person: str, words: str, once: str) -> StaffText:
        self.done.append(("note", handoff_id, person))
        return text(words)

    async def send(
        self, handoff_id: str, person: str, words: str, once: str, *, at_night: bool = False,
        morning: bool = False,
    ) -> StaffText:  # fmt: skip
        self.done.append(("send", handoff_id, person))
        return text(words, "message")

    async def take_back(self, handoff_id: str, person: str, text_id: int) -> StaffText | None:
        self.done.append(("take_back", handoff_id, person))
        return None

    async def keep_draft(self, handoff_id: str, person: str, text: str) -> None:
        self.done.append(("draft", handoff_id, person))

    async def draft(self, handoff_id: str, person: str) -> str:
        return ""

    async def get(self, handoff_id: str, person: str, text_id: int) -> StaffText:
        return text()


@dataclass
class Helper:
    """Calls, the partner, tasks and closing."""

    done: list[tuple[str, ...]] = field(default_factory=list)

    async def called(
        self, handoff_id: str, person: str, *, spoke: bool, note: str, once: str
    ) -> None:
        self.done.append(("called", handoff_id, person))

    async def hand(self, handoff_id: str, person: str, note: str, once: str) -> str:
        self.done.append(("hand", handoff_id, person))
        return "karim"

    async def add_task(
        self, handoff_id: str, person: str, text: str, owner: str, day: date | None, once: str
    ) -> None:
        self.done.append(("add_task", handoff_id, person))

    async def outcome(
        self, handoff_id: str, person: str, talk_id: int, outcome: str, day: date | None = None
    ) -> None:
        self.done.append(("outcome", handoff_id, person))

    async def correct(self, handoff_id: str, person: str, about: str, text: str, once: str) -> None:
        self.done.append(("correct", handoff_id, person))

    async def close(self, handoff_id: str, person: str, reason: str, once: str) -> None:
        self.done.append(("close", handoff_id, person))

    async def reopen(self, handoff_id: str, person: str) -> bool:
        self.done.append(("reopen", handoff_id, person))
        return True


@dataclass
class Absences:
    """Who is away."""

    async def mark(
        self, by: str, person: str, cover: str, first: date, last: date, once: str
    ) -> None:
        raise AssertionError("no form was filled in")

    async def back(self, by: str, absence_id: int) -> None:
        return None

    async def ahead(self) -> Sequence[Absence]:
        return []

    async def talks(self, person: str) -> Sequence[Appointment]:
        return []


@dataclass
class Welcome:
    """A letter with a link that leads nowhere."""

    done: list[tuple[str, ...]] = field(default_factory=list)

    async def link(self, handoff_id: str, person: str, once: str) -> Letter:
        self.done.append(("link", handoff_id, person))
        ways = [Way("web", "http://testserver/?code=g-bcdf-bcdf-bcdf-bcdf")]
        words = ("Hallo,", ("Hoi.",), "Zo", ("Scan.",))
        return Letter("", "", "dinsdag", *words, ways, "Eén keer.", "Bel.", "Dag", "Wij")


@dataclass
class Actors:
    """All deeds of these pages."""

    writing: Scribe = field(default_factory=Scribe)
    handling: Helper = field(default_factory=Helper)
    away: Absences = field(default_factory=Absences)
    welcoming: Welcome = field(default_factory=Welcome)
