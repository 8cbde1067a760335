"""What there is to do for children and parents in a neighbourhood (P10), as the file lists it.

The town's existing offers, found by what she told: where she lives and how old her children are.
What she did not tell leaves nothing out. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from casework.funds import BANDS

PROGRAMME = "neighbourhood_health"
AT_ONCE = 2  # in one message; more is behind a button


@dataclass(frozen=True, slots=True)
class Activity:
    """One row of the list."""

    id: str
    label: str  # Speeltuin De Staart
    what: str  # buiten spelen en knutselen, gratis
    where: str  # bij het wijkplein, elke woensdagmiddag
    checked_on: date
    districts: frozenset[str] = frozenset()  # none: for the whole town
    from_age: int | None = None  # in years; None: for every age
    to_age: int | None = None
    link: str = ""
    examples: frozenset[str] = field(default_factory=frozenset)

    @property
    def made_up(self) -> bool:
        """Whether it is an example for the demo, which is said with it."""
        return bool(self.examples)


def of_hers(rows: Sequence[Activity], district: str, bands: Sequence[str] | None) -> list[Activity]:
    """What is there for her, her own neighbourhood first.

    `district`: "" while she did not tell; `bands`: as in BANDS, None while she did not tell.
    """
    found = [one for one in rows if _near(one, district) and _fits(one, bands)]
    return sorted(found, key=lambda one: district not in one.districts)


def some(rows: Sequence[Activity], first: int) -> tuple[list[Activity], int | None]:
    """A few of them from this place on, and where the next begin; None at the end."""
    after = first + AT_ONCE
    return list(rows[first:after]), after if after < len(rows) else None


def _near(one: Activity, district: str) -> bool:
    return not (district and one.districts) or district in one.districts


def _fits(one: Activity, bands: Sequence[str] | None) -> bool:
    if bands is None or (one.from_age is None and one.to_age is None):
        return True
    first = one.from_age or 0
    last = 120 if one.to_age is None else one.to_age
    ages = (BANDS[band] for band in bands)
    return any(first <= oldest and youngest <= last for youngest, oldest in ages)
