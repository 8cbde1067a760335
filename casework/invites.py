"""Which invitations are still to be mailed, from what is agreed and what was mailed before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casework.appointments import STANDING


@dataclass(frozen=True, slots=True)
class Invited:
    """The newest version of a talk that this colleague was mailed."""

    person: str
    sequence: int
    cancelled: bool


def due(person: str, sequence: int, state: str, before: Iterable[Invited]) -> Iterator[Invited]:
    """The mails that bring every calendar up to date, taking away before adding.

    A talk of which nobody was told and that is off needs none. What changed hands is taken from
    the one and given to the other. Each mail has a higher sequence than the one before it.
    """
    stands, known = state in STANDING, {one.person: one for one in before}
    for one in known.values():
        if not one.cancelled and not (stands and one.person == person):
            yield Invited(one.person, max(sequence, one.sequence + 1), cancelled=True)
    mine = known.get(person)
    if not stands:
        return
    if mine is None or mine.cancelled:
        yield Invited(person, max(sequence, mine.sequence + 1 if mine else 0), cancelled=False)
    elif mine.sequence < sequence:
        yield Invited(person, sequence, cancelled=False)
