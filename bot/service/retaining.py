"""The terms at work: warn before an unfinished intake goes, erase what is over, sweep what is old.

Each family is looked at once more in the transaction that erases it: who writes just then, stays.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.service import erasing, logs
from bot.service.house import House
from bot.service.lasting import kept_of
from bot.service.plans import planned
from casework import plans, retention
from casework.municipality import Retention
from casework.retention import Act, Stage
from storage import erasure, reminders, tallies
from storage import retention as rows
from storage.database import Database
from storage.retention import Row, Sweep
from storage.tx import Tx

log = logs.get()
REPEATS = timedelta(days=2)  # Telegram sends a message again within one


@dataclass(frozen=True, slots=True)
class Found:
    """What is due: families by stage and act, and old rows by term and table."""

    families: dict[tuple[Stage, Act], list[str]] = field(default_factory=dict)
    swept: Counter[tuple[str, str]] = field(default_factory=Counter)
    silent: list[str] = field(default_factory=list)  # of whom only a creditor spoke, and it is over

    def ids(self, act: Act) -> list[str]:
        """The families for which this is due."""
        return [one for (_, due), ids in self.families.items() if due is act for one in ids]


class Retaining:
    """Looks what is over its term, and does what is due."""

    def __init__(self, database: Database, house: House, turns: asyncio.Event) -> None:
        """`turns` is set when a parent hears something."""
        self._database, self._house, self._turns = database, house, turns
        self._scrubbed = -1.0  # the erasing after which nothing of it was left on the disk

    async def look(self) -> Found:
        """What `tick` would do now; changes nothing."""
        found, now = Found(), self._house.clock.now()
        async with self._database.reading() as tx:
            for row in await rows.idle(tx, self._town, _before(now, retention.SILENT_FOR)):
                kept = kept_of(row, self._house)
                act = retention.decide(kept, self._terms, now)
                found.families.setdefault((retention.stage(kept), act), []).append(row.family_id)
            found.silent.extend(await self._silent(tx, now))
            for term, sweep, before in self._sweeps(now):
                found.swept[term, sweep.name] += await rows.count(tx, sweep, before)
        return found

    async def tick(self) -> Found:
        """Do what is due; gives what was found."""
        found = await self.look()
        for family_id in (*found.ids(Act.WARN), *found.ids(Act.ERASE)):
            await self._one(family_id)
        now = self._house.clock.now()
        async with self._database.writing() as tx:
            for family_id in await self._silent(tx, now) if found.silent else ():
                await erasure.erase(tx, family_id, now.timestamp(), task=erasure.EXPIRED)
            for _, sweep, before in self._sweeps(now):
                await rows.sweep_out(tx, sweep, before)
            await tallies.fold(tx, self._house.calendar.wall(now).date())
        return found

    async def scrub(self) -> None:
        """After an erasing: let the disk forget it too. Tries again when somebody was reading."""
        async with self._database.reading() as tx:
            newest = await erasure.newest(tx)
        if newest > self._scrubbed and await self._database.scrub():
            self._scrubbed = newest

    async def _one(self, family_id: str) -> None:
        now = self._house.clock.now()
        async with self._database.writing() as tx:
            before = _before(now, retention.SILENT_FOR)
            row = await rows.again(tx, self._town, family_id, before)
            act = retention.decide(kept_of(row, self._house), self._terms, now) if row else Act.KEEP
            if row is not None and act is Act.WARN and row.conversation_id is not None:
                await self._warn(tx, row, row.conversation_id, now)
            elif act is Act.ERASE:
                await erasing.tell_team(tx, self._house, family_id, now)
                await erasure.erase(tx, family_id, now.timestamp(), task=erasure.EXPIRED)
        if act is not Act.KEEP:
            log.info("retention", kind=act.value, count=1)

    async def _silent(self, tx: Tx, now: datetime) -> list[str]:
        """Families that never wrote, whose signals ended longer ago than a summary is kept."""
        term = timedelta(days=self._terms.summary)
        day = (self._house.calendar.wall(now) - term).date().isoformat()
        return await rows.silent(tx, self._town, _before(now, term), day)

    async def _warn(self, tx: Tx, row: Row, conversation_id: int, now: datetime) -> None:
        """She hears it at a decent hour; from now on the days count."""
        topic = f"expiring:{conversation_id}:{now:%Y-%m-%d}"
        plan = plans.plan_expiring(now, self._house.calendar, topic=topic)
        await reminders.plan(tx, [planned(conversation_id, plan)], now.timestamp())
        await rows.warned(tx, row.family_id, plan.due_at.timestamp())

    def _sweeps(self, now: datetime) -> Sequence[tuple[str, Sweep, float]]:
        days = {name: timedelta(days=getattr(self._terms, name, 0)) for name in rows.SWEEPS}
        days["repeats"] = REPEATS
        return [
            (term, sweep, _before(now, days[term]))
            for term, sweeps in rows.SWEEPS.items()
            for sweep in sweeps
        ]

    @property
    def _terms(self) -> Retention:
        return self._house.municipality.retention

    @property
    def _town(self) -> str:
        return self._house.municipality.id


def _before(now: datetime, age: timedelta) -> float:
    return (now - age).timestamp()
