"""A tandem is a pair chosen per family: one neighbourhood worker and one consultant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from casework.municipality import Person, Role


class NoTandem(Exception):
    """Nobody in this role works for families on that day; the message names the role."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The two people who help one family together."""

    neighbourhood_worker: Person
    consultant: Person


def choose(people: Iterable[Person], district: str, load: Mapping[str, int], on: date) -> Pair:
    """The pair for a family of this district ("" when she did not say).

    Those who work in the district come first, then whoever has the fewest families (`load`,
    by person id), then the order of the file. Nobody who is away is chosen. Raises NoTandem.
    """
    here = [person for person in people if person.here(on)]
    return Pair(
        _pick(here, Role.NEIGHBOURHOOD_WORKER, district, load),
        _pick(here, Role.CONSULTANT, district, load),
    )


def _pick(here: list[Person], role: Role, district: str, load: Mapping[str, int]) -> Person:
    able = [person for person in here if person.role is role]
    if not able:
        raise NoTandem(f"no {role.value} is present")
    return min(able, key=lambda person: (not person.covers(district), load.get(person.id, 0)))
