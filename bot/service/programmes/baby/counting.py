"""How the packages stand, for coordinators and caseworkers: counts and money, no family."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.service.house import House
from casework import baby_package as rules
from casework import budget
from casework.baby_package import PROGRAMME, Referral
from casework.budget import Month, Standing
from casework.programmes import Programme
from storage import grants, requests
from storage.database import Database
from storage.requests import Request


@dataclass(frozen=True, slots=True)
class Figures:
    """Money is in whole cents; a pace is packages a month."""

    programme: Programme
    standing: Standing
    per_phase: Mapping[str, int]
    cents: int
    pace_needed: float
    pace_now: float
    referrals: Sequence[tuple[Month, str, int]]  # month, who referred, how many


class Counting:
    """Reads what was given and what was asked, never what was told."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    async def figures(self) -> Figures | None:
        """Everything of this run; None where the town has no packages."""
        town = self._house.municipality
        offered = town.offers(PROGRAMME)
        if offered is None:
            return None
        async with self._database.reading() as tx:
            given = await grants.of_programme(tx, town.id, PROGRAMME)
            asked = await requests.of_programme(tx, town.id, PROGRAMME)
        whole = [one for one in given if budget.used(offered, [one.what], one.what.first)]
        packages = [rules.package(one.key, one.what.first) for one in whole]
        today = self._house.today()
        stand = budget.standing(offered, [one.what for one in given], (today.year, today.month))
        begun = offered.since or today
        return Figures(
            programme=offered,
            standing=stand,
            per_phase=rules.per_phase(packages),
            cents=sum(one.what.total for one in whole),
            pace_needed=rules.pace(offered),
            pace_now=stand.taken / rules.elapsed(begun, max(begun, today)),
            referrals=rules.referrals(_alive(asked), packages),
        )


def _alive(asked: Sequence[Request]) -> list[tuple[int, Referral]]:
    """The requests that somebody put in a word for."""
    found = []
    for one in asked:
        if day := one.facts.get("referred_on"):
            on = date.fromisoformat(day)
            referral = Referral(str(one.facts["referrer"]), (on.year, on.month))
            found.append((one.id, referral))
    return found
