"""Legal hold: a coordinator decides that a family may not be erased now, and when it may again."""

from __future__ import annotations

from bot.service import handoffs, logs, wording
from bot.service.house import House
from casework.municipality import Person, Role
from storage import handoffs as kept
from storage import holds
from storage.database import Database
from storage.handoffs import Handoff
from storage.holds import Hold
from storage.tx import Tx

log = logs.get()


class Holding:
    """Deeds of a coordinator; each counts once. All raise PermissionError for anybody else."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    async def put(self, handoff_id: str, who: str) -> bool:
        """From now on the family of this handoff is kept. False when it was so, or is erased.

        Raises LookupError when there is no such handoff.
        """
        person = self._coordinator(who)
        async with self._database.writing() as tx:
            found = await self._found(tx, handoff_id)
            done = await holds.put(tx, found.family_id, person.id, self._now())
        log.info("held", handoff_id=handoff_id, state=str(done))
        return done

    async def lift(self, handoff_id: str, who: str) -> bool:
        """It may be erased again; her people are told, because she may have asked meanwhile.

        False when it was not held. Raises LookupError when there is no such handoff.
        """
        self._coordinator(who)
        at = self._house.clock.now()
        async with self._database.writing() as tx:
            found = await self._found(tx, handoff_id)
            done = await holds.lift(tx, found.family_id)
            if done and found.state != "closed":
                key = f"lifted:{found.id}:{at.timestamp()}"
                await handoffs.add_task(tx, found, "hold_lifted", key, at)
                await handoffs.tell_team(tx, self._house, found.id, wording.NEWS, f"team:{key}", at)
        log.info("hold_lifted", handoff_id=handoff_id, state=str(done))
        return done

    async def held(self) -> list[Hold]:
        """Every family that is held now."""
        async with self._database.reading() as tx:
            return await holds.all_held(tx, self._house.municipality.id)

    def _coordinator(self, who: str) -> Person:
        people = self._house.municipality.people
        person = next((one for one in people if one.id == who), None)
        if person is None or person.role is not Role.COORDINATOR:
            raise PermissionError(who)
        return person

    async def _found(self, tx: Tx, handoff_id: str) -> Handoff:
        found = await kept.get(tx, handoff_id)
        if found is None or found.municipality != self._house.municipality.id:
            raise LookupError(handoff_id)
        return found

    def _now(self) -> float:
        return self._house.clock.now().timestamp()
