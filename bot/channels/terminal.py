"""The terminal as a channel: what is sent is collected, to be shown or recorded."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.service.ports import TERMINAL, Media, Outcome, Outgoing, Sent


@dataclass(slots=True)
class Terminal:
    """Collects messages in order; `take` hands them over."""

    name: str = TERMINAL
    waiting: list[Outgoing] = field(default_factory=list)
    count: int = 0

    async def send(self, out: Outgoing) -> Outcome:
        """Always arrives."""
        self.count += 1
        self.waiting.append(out)
        return Sent(str(self.count))

    async def fetch(self, media: Media) -> bytes:
        """A voice note of the simulator has no sound. Raises OSError."""
        raise OSError(f"{media.kind} of the simulator has no bytes")

    def take(self) -> list[Outgoing]:
        """The messages since the last time."""
        taken, self.waiting = self.waiting, []
        return taken
