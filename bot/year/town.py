"""The town of the year: Dordrecht, with the packages of Huizen and the funds of Opsterland.

So one year sees every programme that is counted. Packages are few, so that somebody must stop.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.app.starting import municipality
from casework import baby_package, breakthrough
from casework.municipality import Municipality
from casework.programmes import Budget, Counted, Programme, Referrer
from casework.tallies import CHILDCARE

CHILD_PACKAGE = "child_package"
QUOTA = 12  # packages
_CHILDREN = 300_000  # cents that the town may give of its own in a year


def town(year: int, places: int | None = None) -> Municipality:
    """Everything runs in this year; a parent's own menu is Dordrecht's.

    `places`: so many childcare places, with the money that they cost; None: as many as it has.
    """
    ours, huizen, opsterland = map(municipality, ("dordrecht", "huizen", "opsterland"))
    runs = [_packages(huizen, year), _children(opsterland, year), _officer(ours, year)]
    if places is not None:
        runs.append(_childcare(ours, places))
    kept = [one for one in ours.programmes if one.id not in {run.id for run in runs}]
    return replace(ours, programmes=(*kept, *runs), funds=opsterland.funds)


def _packages(huizen: Municipality, year: int) -> Programme:
    return replace(
        huizen.programme(baby_package.PROGRAMME),
        quota=QUOTA, warn_at=QUOTA - 3, since=date(year, 1, 1), until=date(year, 12, 31),
        budgets=(Budget(year, QUOTA * 8_000),), referrers=frozenset({Referrer.MUNICIPALITY}),
        flow="", fits=None,
    )  # fmt: skip


def _children(opsterland: Municipality, year: int) -> Programme:
    return replace(
        opsterland.programme(CHILD_PACKAGE), counted=Counted.MONEY,
        budgets=(Budget(year, _CHILDREN),), flow="", fits=None,
    )  # fmt: skip


def _officer(ours: Municipality, year: int) -> Programme:
    return replace(ours.programme(breakthrough.ID), budgets=(Budget(year, 60_000_000),))


def _childcare(ours: Municipality, places: int) -> Programme:
    programme = ours.programme(CHILDCARE)
    whole = programme.quota or places
    budgets = tuple(replace(one, cents=one.cents * places // whole) for one in programme.budgets)
    return replace(programme, quota=places, warn_at=places, budgets=budgets)
