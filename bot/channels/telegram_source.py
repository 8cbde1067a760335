"""What polling and webhook need of a Telegram bot, whichever library it is on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol

from bot.service.ports import Incoming, Malformed

Accept = Callable[[Sequence[Incoming | Malformed]], Awaitable[None]]  # `Intake.accept`


class Source(Protocol):
    """A bot whose updates can be asked for or delivered."""

    name: str

    async def ask(self) -> None:
        """Begin polling: no webhook from now on."""

    async def be_called(self, url: str, secret: str) -> None:
        """Begin webhook mode."""

    async def updates(self, offset: int, seconds: int) -> list[Any]:
        """Raw updates from `offset` on; asking confirms all before it."""

    async def take(self, raws: Sequence[Any]) -> None:
        """Commit these; on return they may be confirmed. Raises when they could not be kept."""

    async def called(self, raw: Any) -> dict[str, Any] | None:
        """As `take`, of one update that Telegram brought; what our answer asks it to do, if any."""


def aside(channel: str, raw: Any, reason: str) -> Malformed:
    """An update, or the bytes of one, to keep for a person to look at.

    Its key is its content: the same again is void, and update numbers restart after a quiet week.
    """
    body = raw if isinstance(raw, bytes) else json.dumps(raw, sort_keys=True).encode()
    return Malformed(channel, f"x:{hashlib.sha256(body).hexdigest()[:32]}", reason, body)
