"""What coordinators and administrators see, without a database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.desk.access.ports import Broken, Load, Operations
from bot.desk.book import Alert


class Watched:
    """One colleague with something new; no promise was broken."""

    now: datetime
    alerts: tuple[Alert, ...]
    notices: tuple[Alert, ...]
    read: list[tuple[str, str]]
    broken: str

    async def loads(self) -> Sequence[Load]:
        return [Load("sanne", 1, 0, len(self.alerts), self.now, None)]

    async def overdue(self) -> Sequence[Broken]:
        return []

    async def operations(self) -> Operations:
        return Operations(self.notices, len(self.read), self.broken)
