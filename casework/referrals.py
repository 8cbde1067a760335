"""Who from outside may begin a programme for a family, and with which code. Pure.

A referrer (a midwife, a teacher) comes in as herself and reads nothing back. A family that the
tandem knows already has a code, which leads what she sends to that family.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from casework.municipality import Municipality, Person, Role

CODE_LASTS = timedelta(days=365)  # then her coordinator looks whether she still refers
CODE_NEAR = timedelta(days=30)  # before its last day the coordinator is warned


def may_refer(town: Municipality, programme: str, person: Person, on: date) -> bool:
    """Whether this colleague from outside may begin it for a family on that day."""
    found = town.offers(programme)
    return (
        person.role is Role.INTERMEDIARY
        and found is not None
        and found.runs(on)
        and person.refers_as in found.referrers
    )


def referrers(town: Municipality) -> list[Person]:
    """Everybody from outside who refers to something here, in the order of the file."""
    return [one for one in town.people if one.role is Role.INTERMEDIARY and one.refers_as]


def roughly(left: int) -> int:
    """How many are left, for somebody outside: tens, and below ten the number itself."""
    return max(0, left if left < 10 else left // 10 * 10)


def code_fits(code: str, waiting: Collection[tuple[str, int]]) -> int | None:
    """The request that waits for this code; None when it is wrong, or was used."""
    typed = bare(code)
    return next((number for known, number in waiting if known == typed), None)


def bare(code: str) -> str:
    """A code as it is kept: capitals and digits, without what somebody typed in between."""
    return "".join(one for one in code.upper() if one.isascii() and one.isalnum())
