"""The programme ended while a request waited: a task for her people, and an honest word to her."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.service.house import House
from bot.service.looking import each
from bot.service.programmes import further
from bot.service.programmes.baby.following import WAITS, brought, follow, is_over, task
from casework.baby_package import PROGRAMME
from storage import requests, tasks
from storage.database import Database
from storage.requests import Request
from storage.tx import Tx

CLOCK = "clock"


class Ended:
    """Looks what still waits after the last day, while the team is there. `wake`: a turn waits."""

    def __init__(
        self, database: Database, house: House, wake: Callable[[], None] = lambda: None
    ) -> None:
        self._database, self._house, self._wake = database, house, wake

    async def tick(self) -> int:
        """Deal with every request that nobody was told of yet; tells how many."""
        offered = self._house.municipality.offers(PROGRAMME)
        over = offered is not None and offered.over(self._house.today())
        if not over or not self._house.calendar.open_now(self._house.clock.now()):
            return 0
        if count := await each(self._database, self._waiting, self._one):
            self._wake()
        return count

    async def _waiting(self, tx: Tx) -> list[Request]:
        """What nobody decided on, without the task that says so."""
        town = self._house.municipality.id
        return [
            one
            for one in await requests.in_states(tx, town, PROGRAMME, WAITS)
            if is_over(self._house, one) and not await self._known(tx, one)
        ]

    async def _known(self, tx: Tx, one: Request) -> bool:
        known = await tasks.of_handoff(tx, one.handoff_id) if one.handoff_id else []
        return task(self._house, one).key in {task.key for task in known}

    async def _one(self, tx: Tx, request: Request) -> None:
        now = self._house.clock.now()
        key = task(self._house, request).key
        handoff = await brought(tx, self._house, request.family_id, key, now)
        if handoff.id != request.handoff_id:  # it was closed meanwhile
            request = replace(request, handoff_id=handoff.id)
            await requests.save(tx, request, CLOCK, now.timestamp(), was=request.state)
        await follow(tx, self._house, request, CLOCK, now)
        await further.tell(tx, self._house, request, key)
