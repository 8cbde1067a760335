"""Baby packages of Huizen over a real database: a referrer, a tandem, and a quota of choice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.service.clock import SetClock
from bot.service.core import house_of
from bot.service.house import House
from bot.service.programmes.baby.counting import Counting
from bot.service.programmes.baby.desk import Packages, Sheet
from bot.service.programmes.baby.due import SecondPackages
from bot.service.programmes.baby.over import Ended
from bot.service.programmes.baby.referring import Referral, Referring
from bot.simulator import town_named
from casework.municipality import Municipality
from casework.programmes import Programme
from storage import handoffs, requests
from storage.database import Database
from storage.handoffs import Handoff

MORNING = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)  # Tuesday, 10:30 in Huizen
BABY = Referral("baby", "2027-03", "Voorbeeldstraat 1, Huizen", "een lieve buurvrouw helpt")


@dataclass
class Shop:
    """Everybody who has to do with packages."""

    database: Database
    house: House
    clock: SetClock

    @property
    def desk(self) -> Packages:
        return Packages(self.database, self.house)

    @property
    def outside(self) -> Referring:
        return Referring(self.database, self.house)

    @property
    def second(self) -> SecondPackages:
        return SecondPackages(self.database, self.house)

    @property
    def ended(self) -> Ended:
        return Ended(self.database, self.house)

    @property
    def counting(self) -> Counting:
        return Counting(self.database, self.house)

    async def referred(self, once: str, told: Referral = BABY, by: str = "lotte") -> Handoff:
        """A referral; the handoff that came of it."""
        receipt = await self.outside.refer(by, told, once)
        async with self.database.reading() as tx:
            found = await requests.get(tx, receipt.number or 0)
            assert found
            (handoff,) = await handoffs.of_family(tx, found.family_id)
        return handoff

    async def sheet(self, handoff: Handoff) -> Sheet:
        """The package of this family as its tandem sees it."""
        return (await self.desk.shelf(handoff.id, handoff.neighbourhood_worker)).sheets[-1]


def packages(town: Municipality, **changes: object) -> Municipality:
    """This town with another programme of packages."""

    def other(one: Programme) -> Programme:
        return replace(one, **changes) if one.id == "baby_package" else one  # type: ignore[arg-type]  # the tests name real fields

    return replace(town, programmes=tuple(map(other, town.programmes)))


def shop(database: Database, **changes: object) -> Shop:
    """Huizen as shipped, but for these fields of its programme."""
    town = town_named("huizen")
    assert town
    clock = SetClock(MORNING)
    return Shop(database, house_of(packages(town, **changes), clock, "http://testserver"), clock)
