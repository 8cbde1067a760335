"""The day that a decision is needed comes near: the officer and the tandem hear it, once each."""

from __future__ import annotations

from datetime import timedelta

from bot.service import handoffs as bringing
from bot.service import notices, wording
from bot.service.house import House
from bot.service.looking import each
from bot.service.programmes.breakthroughs import kept
from casework import breakthrough
from storage import requests, tasks
from storage.database import Database
from storage.requests import Request
from storage.tasks import NewTask
from storage.tx import Tx


class Deadlines:
    """Looks which decisions are needed soon, while the team is there."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    async def tick(self) -> int:
        """Warn of every day that came near and was not warned of; tells how many."""
        here = breakthrough.runs(self._house.municipality, self._house.today()) is not None
        if not here or not self._house.calendar.open_now(self._house.clock.now()):
            return 0
        return await each(self._database, self._near, self._warn)

    async def _near(self, tx: Tx) -> list[Request]:
        """Decisions that are waited for, whose day comes near, and nobody was warned of."""
        last = self._house.today() + timedelta(days=breakthrough.WARN_DAYS)
        town = self._house.municipality.id
        due = await requests.due(tx, town, breakthrough.ID, last.isoformat())
        found = []
        for one in due:
            if one.state == kept.ASKED and one.handoff_id:
                known = await tasks.of_handoff(tx, one.handoff_id)
                if kept.deadline_key(one) not in {task.key for task in known}:
                    found.append(one)
        return found

    async def _warn(self, tx: Tx, one: Request) -> None:
        assert one.handoff_id is not None
        now = self._house.clock.now()
        key = kept.deadline_key(one)
        row = NewTask(key, one.handoff_id, one.family_id, kept.DEADLINE)
        await tasks.put(tx, [row], now.timestamp())
        await bringing.tell_team(tx, self._house, one.handoff_id, wording.NEWS, f"team:{key}", now)
        for officer in self._house.municipality.people:
            if officer.id == one.person:
                await notices.tell_person(tx, self._house, officer, now)
