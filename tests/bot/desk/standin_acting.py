"""The acting pages' deeds without a database: they remember what they were asked."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.service.staff.writing import BadText, Preview
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

    async def get(self, handoff_id: str, person: str, text_id: int) -> StaffText:
        return text()


@dataclass
class Actors:
    """All deeds of these pages."""

    writing: Scribe = field(default_factory=Scribe)
