"""A whole line over a database, with a channel in memory and a clock that stands still."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.service.clock import SetClock
from bot.service.core import Core
from bot.service.ports import Incoming, Media, Outcome, Outgoing, Sent
from dialogs.render import Message

MONDAY = datetime(2026, 6, 8, 8, 0, tzinfo=UTC)  # 10:00 in Dordrecht


@dataclass
class Post:
    """A channel that remembers what it sent. `outcome` decides how each send ends."""

    name: str = "telegram"
    sent: list[Outgoing] = field(default_factory=list)
    outcome: Callable[[Outgoing], Outcome] = lambda out: Sent(str(out.outbox_id))
    slow: dict[str, float] = field(default_factory=dict)  # address → seconds
    files: dict[str, bytes] = field(default_factory=dict)

    async def send(self, out: Outgoing) -> Outcome:
        if out.address in self.slow:
            await asyncio.sleep(self.slow[out.address])
        self.sent.append(out)
        return self.outcome(out)

    async def fetch(self, media: Media) -> bytes:
        if media.remote not in self.files:
            raise OSError("not there")
        return self.files[media.remote]

    def to(self, address: str) -> list[Message]:
        """What this address got, without the closing of buttons."""
        return [out.message for out in self.sent if out.address == address and not out.close]


@dataclass
class Rig:
    """The line and what a test does with it."""

    core: Core
    post: Post
    clock: SetClock
    numbers: count[int] = field(default_factory=lambda: count(1))

    def item(self, address: str = "1", kind: str = "text", **more: object) -> Incoming:
        """Something this parent sends now."""
        key = str(more.pop("key", f"{address}:{next(self.numbers)}"))
        return Incoming("telegram", address, key, self.clock.now(), kind, **more)  # type: ignore[arg-type]  # the tests name real fields

    async def says(self, text: str, address: str = "1") -> Message:
        """She types; the bot's last answer."""
        return await self.gives(self.item(address, text=text))

    async def gives(self, *items: Incoming) -> Message:
        """These arrive together; the last answer to the last of them."""
        await self.core.intake.accept(items)
        await self.settle()
        return self.post.to(items[-1].address)[-1]

    async def taps(self, label: str, address: str = "1") -> Message:
        """She taps the button with this label on the last message."""
        last = [o for o in self.post.sent if o.address == address and not o.close][-1]
        return await self.gives(
            self.item(
                address,
                "press",
                press=press_of(last.message, label),
                remote_message=str(last.outbox_id),
            )
        )

    async def settle(self) -> None:
        """Take turns and deliver until nothing is left to do."""
        while await self.core.turns.run_batch():
            pass
        await self.core.deliveries[0].flush()

    async def later(self, **time: float) -> None:
        """Move the clock, and let what came due happen."""
        self.clock.set(self.clock.now() + timedelta(**time))
        await self.core.reminders.tick()
        await self.settle()


def press_of(message: Message, label: str) -> str:
    """What the button with this label sends."""
    buttons = [*message.answers, *(b for row in message.menu for b in row)]
    found = [b.press for b in buttons if b.label == label]
    found += [box.press for box in message.boxes if box.label == label]
    assert found, f"no button {label!r} among {[b.label for b in buttons]}"
    return found[0]
