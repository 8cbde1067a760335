"""Looking in and oversight over the database; each look noted as it happens."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.desk import rows
from bot.desk.access.ports import Broken, Load, LookIn, Operations
from bot.desk.policy import opens
from bot.service.ports import Clock
from casework.municipality import CASEWORKERS, Municipality, Person
from storage import absences, alerts, chain, desk, erasure, handoffs, look_ins, promises, reads
from storage.database import Database
from storage.handoffs import Handoff
from storage.promises import Promise
from storage.tx import Tx

LASTS = timedelta(minutes=60)
LOOKED_IN: Final = "look_in"  # the kind of read that says so


async def may_read(tx: Tx, person: str, found: Handoff, now: float) -> bool:
    """Whether this person reads this family now: of its tandem, or looking in with a reason."""
    return opens(person, found) or await look_ins.lasts(tx, found.id, person, now)


@dataclass(frozen=True, slots=True)
class StoredGlass:
    """Looking in: opened for an hour, with the reason sealed under the family's key."""

    database: Database
    clock: Clock

    async def begin(self, person: str, handoff_id: str, reason: str) -> bool:
        """From now on this person may read it for an hour. False when there is nothing to read."""
        now = self.clock.now().timestamp()
        async with self.database.writing() as tx:
            found = await handoffs.get(tx, handoff_id)
            if found is None or await erasure.is_gone(tx, found.family_id):
                return False
            if not opens(person, found):
                until = now + LASTS.total_seconds()
                one = look_ins.LookIn(found.family_id, found.id, person, reason, now, until)
                await look_ins.put(tx, one)
                await reads.log(tx, found.family_id, person, LOOKED_IN, now)
        return True

    async def lasts(self, person: str, handoff_id: str) -> bool:
        """Whether this person may read it now."""
        async with self.database.reading() as tx:
            return await look_ins.lasts(tx, handoff_id, person, self.clock.now().timestamp())

    async def end(self, person: str) -> None:
        """This person looks in nowhere any more."""
        async with self.database.writing() as tx:
            await look_ins.end(tx, person, self.clock.now().timestamp())

    async def of_handoff(self, handoff_id: str) -> Sequence[LookIn]:
        """Who looked in at this family, the newest first."""
        async with self.database.reading() as tx:
            found = await handoffs.get(tx, handoff_id)
            if found is None or await erasure.is_gone(tx, found.family_id):
                return []
            kept = await look_ins.of_family(tx, found.family_id)
        return [
            LookIn(one.actor, one.reason, rows.sure(one.begun_at), rows.sure(one.until))
            for one in reversed(kept)
        ]


@dataclass(frozen=True, slots=True)
class StoredOversight:
    """Counts for the coordinator, technique for the administrator."""

    database: Database
    municipality: Municipality
    clock: Clock

    async def loads(self) -> Sequence[Load]:
        """Every caseworker with what waits on her, in the order of the municipality's file."""
        async with self.database.reading() as tx:
            lines = await desk.lines(tx, self.municipality.id)
            waited = await promises.waited_for(tx, [line.handoff.id for line in lines])
            away = {one.person: one.last for one in await absences.ahead(tx) if one.begun_at}
        broken = {one.handoff_id for one in waited if one.broken_at}
        people = [one for one in self.municipality.people if one.role in CASEWORKERS]
        return [_load(one, lines, broken, away.get(one.id)) for one in people]

    async def overdue(self) -> Sequence[Broken]:
        """Each family once, since the first promise to it that nobody kept."""
        async with self.database.reading() as tx:
            lines = await desk.lines(tx, self.municipality.id)
            waited = await promises.waited_for(tx, [line.handoff.id for line in lines])
        late = {line.handoff.id: [p for p in waited if p.handoff_id == line.handoff.id]
                for line in lines}  # fmt: skip
        found = [_broken(line.handoff, late[line.handoff.id]) for line in lines]
        return sorted((one for one in found if one), key=lambda one: one.since)

    async def operations(self) -> Operations:
        """Technical notices, and whether the log of reads is whole."""
        async with self.database.reading() as tx:
            loose = await alerts.loose(tx)
            verdict = await chain.verify(
                tx, emptied_until=emptied_until(self.municipality, self.clock)
            )
        notices = tuple(rows.alert(one) for one in loose)
        return Operations(notices, verdict.count, verdict.broken)


def emptied_until(town: Municipality, clock: Clock) -> float:
    """Records older than this (UTC seconds) are over their term."""
    return (clock.now() - timedelta(days=town.retention.access_log)).timestamp()


def _broken(found: Handoff, waited: Sequence[Promise]) -> Broken | None:
    late = [one.due_at for one in waited if one.broken_at]
    if not late:
        return None
    ahead = [one.due_at for one in waited if not one.broken_at]
    owners = (found.neighbourhood_worker, found.consultant)
    people = (found.claimed_by,) if found.claimed_by else owners
    return Broken(rows.sure(min(late)), people, rows.moment(min(ahead, default=None)))


def _load(
    person: Person, lines: Sequence[desk.Line], broken: Collection[str], away: str | None
) -> Load:
    hers = [line for line in lines if opens(person.id, line.handoff)]
    new = [line for line in hers if line.handoff.state == "new"]
    return Load(
        person=person.id,
        new=len(new),
        claimed=len(hers) - len(new),
        trouble=sum(line.alerts for line in hers),
        oldest_new_at=rows.moment(min((one.handoff.created_at for one in new), default=None)),
        away_until=date.fromisoformat(away) if away else person.away_until,
        broken=sum(line.handoff.id in broken for line in hers),
    )
