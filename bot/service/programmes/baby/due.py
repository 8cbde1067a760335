"""The day that was chosen for the second package: a task for her people, and a word to her."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.service import handoffs
from bot.service.house import House
from bot.service.looking import each
from bot.service.plans import planned
from bot.service.programmes.baby.following import TODDLER, brought, topic
from casework import plans
from casework.baby_package import PROGRAMME
from storage import reminders, requests, sessions
from storage.database import Database
from storage.requests import Request
from storage.tx import Tx

CLOCK = "clock"


class SecondPackages:
    """Looks what is due while the team is there."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    async def tick(self) -> int:
        """Deal with every day that came; tells how many."""
        offered = self._house.municipality.offers(PROGRAMME) is not None
        if not offered or not self._house.calendar.open_now(self._house.clock.now()):
            return 0
        return await each(self._database, self._come, self._one)

    async def _come(self, tx: Tx) -> list[Request]:
        town, today = self._house.municipality.id, self._house.today().isoformat()
        return await requests.due(tx, town, PROGRAMME, today)

    async def _one(self, tx: Tx, request: Request) -> None:
        now = self._house.clock.now()
        after = replace(request, due_on=None)
        if not await requests.save(tx, after, CLOCK, now.timestamp(), was=request.state):
            return  # her people chose another day just now
        key = f"{topic(request.id)}:{request.due_on}"
        handoff = await brought(tx, self._house, request.family_id, key, now)
        due = self._house.calendar.promised_by(now, self._house.municipality.promise)
        await handoffs.add_task(tx, handoff, TODDLER, f"{key}:task", now, due=due)
        await self._tell(tx, request, key, now)

    async def _tell(self, tx: Tx, request: Request, key: str, now: datetime) -> None:
        """She hears of it where she has a chat with us; her own wishes on reminders hold.

        Also when the programme is over by then: she hears that, and who may know what else can be.
        """
        talk = await sessions.by_family(tx, request.family_id)
        if talk is None:
            return
        row = plans.plan_toddler(
            now,
            self._house.calendar,
            key=f"{key}:her",
            topic=topic(request.id),
            args={"request": str(request.id)},
        )
        await reminders.plan(tx, [planned(talk.id, row)], now.timestamp())
