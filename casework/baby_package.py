"""Baby packages (P14): two phases, who may refer, what was given, and the figures of it. Pure.

A package is given by a person; over the quota nothing is given before people talked with the
foundation. What was given keeps its phase and who referred in its key, so that the counter is
right also when the family was erased.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.budget import Month
from casework.municipality import Municipality, Person, Role
from casework.programmes import Programme, Referrer

PROGRAMME = "baby_package"
PREGNANT = "pregnant"
BANDS = ("b0_1", "b2_3")  # ages, as in the intake
SIZES = ("s50_56", "s62_68", "s74_80", "s86_92", "s98_104")  # of clothes; the ids of buttons too
COLOURS = ("boy", "girl", "neutral")
MONTHS_AHEAD = 10  # how far a birth can be away
LONGEST = 4 * 366  # days until a second package at the latest
FEW = 5  # fewer are told as "<5"
_KEY = "package"


class Phase(StrEnum):
    """For which time of life a package is."""

    BABY = "baby"
    TODDLER = "toddler"


class Why(StrEnum):
    """Why a request stopped, as a worker chose it; she hears it. Without one her worker tells."""

    AGREED = "agreed"
    ELSEWHERE = "elsewhere"
    FULL = "full"
    RULES = "rules"


def linked(town: Municipality, helps: str) -> Person | None:
    """Who can refer a parent that told who helps her; None: her own people do."""
    offered = town.offers(PROGRAMME)
    if offered is None:
        return None
    found = [
        one
        for one in town.people
        if one.role is Role.INTERMEDIARY and one.refers_as in offered.referrers
    ]
    hers = next((one for one in found if one.refers_as == helps), None)
    ours = Referrer.MUNICIPALITY in offered.referrers
    return hers or (None if ours else next(iter(found), None))


def months(today: date) -> list[Month]:
    """The months in which a baby can be due, this one first."""
    count = today.year * 12 + today.month - 1
    return [(n // 12, n % 12 + 1) for n in range(count, count + MONTHS_AHEAD)]


def due_values(today: date) -> tuple[str, ...]:
    """Everything that can be said of the child: `2027-03`, pregnant, or an age."""
    return (*(f"{y}-{m:02}" for y, m in months(today)), PREGNANT, *BANDS)


def fits(phase: Phase, child: str) -> bool:
    """Whether a package of this phase makes sense: no toddler was not born yet."""
    return phase is Phase.BABY or child in BANDS


def grant_key(phase: str, referrer: str, request_id: int) -> str:
    """The key of what is given: once for each request."""
    return f"{_KEY}:{phase}:{referrer}:{request_id}"


@dataclass(frozen=True, slots=True)
class Referral:
    """That somebody asked for a package: who, and in which month."""

    referrer: str  # Referrer
    month: Month


@dataclass(frozen=True, slots=True)
class Package:
    """One that was given."""

    phase: str
    referral: Referral
    request_id: int


def package(key: str, month: Month) -> Package:
    """What this key of a grant says."""
    _, phase, referrer, number = key.split(":")
    return Package(phase, Referral(referrer, month), int(number))


def per_phase(packages: Iterable[Package]) -> dict[str, int]:
    """How many of each phase were given."""
    found = Counter(one.phase for one in packages)
    return {phase.value: found[phase.value] for phase in Phase}


def referrals(
    alive: Iterable[tuple[int, Referral]], packages: Iterable[Package]
) -> list[tuple[Month, str, int]]:
    """How many asked in each month, by who referred; the newest month first.

    `alive`: requests that are still kept, by their id. Of those that were erased only what was
    given is known, in the month that it was given.
    """
    known = dict(alive)
    gone = [one.referral for one in packages if one.request_id not in known]
    found = Counter((one.month, one.referrer) for one in (*known.values(), *gone))
    ordered = sorted(found.items(), key=lambda row: (-row[0][0][0], -row[0][0][1], row[0][1]))
    return [(month, referrer, count) for (month, referrer), count in ordered]


def shown(count: int) -> str:
    """A count that may point at one family is not told exactly."""
    return f"<{FEW}" if 0 < count < FEW else str(count)


def pace(offered: Programme) -> float:
    """How many packages a month use up the quota just in time; 0 without both dates."""
    if not (offered.quota and offered.since and offered.until):
        return 0.0
    return offered.quota / elapsed(offered.since, offered.until)


def elapsed(since: date, until: date) -> int:
    """Months from the one day to the other, both counted."""
    return max(1, (until.year - since.year) * 12 + until.month - since.month + 1)
