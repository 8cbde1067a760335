"""Ways out that stand still: a mail server or a system of the town that does not answer.

The messages are kept and tried on; but people must know, so there is an alert a day on the desk
and a line in the log.
"""

from __future__ import annotations

from datetime import timedelta

from bot.service import logs
from bot.service.house import House
from storage import alerts, outgoing
from storage.database import Database

STILL = timedelta(minutes=30)  # so long may a message wait before anybody is told
log = logs.get()


class Watching:
    """Looks whether everything gets away."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    async def tick(self) -> dict[str, int]:
        """Raise what is to be raised; tells how many wait too long on which channel."""
        now = self._house.clock.now()
        before = (now - STILL).timestamp()
        async with self._database.reading() as tx:
            late = await outgoing.late(tx, self._house.outlets, before)
        if not late:
            return {}
        today = now.astimezone(self._house.calendar.zone).date()
        raised = [
            alerts.NewAlert(f"{channel}_waits:{today}", f"{channel}_waits", ref=channel)
            for channel in late
        ]
        async with self._database.writing() as tx:
            await alerts.put(tx, raised, now.timestamp())
        for channel, count in late.items():
            log.warning("outgoing_waits", channel=channel, count=count)
        return late
