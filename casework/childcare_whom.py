"""For which child an arrangement is, where a family has more than one: by age, else by day. Pure.

No names: the ages are those that she tapped, or that her people filled in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

AGES = ("b0_1", "b2_3", "b4_12")  # as in the scripts, youngest first
MORE = "more"  # beside the ages: it is for more than one child


@dataclass(frozen=True, slots=True)
class Whose:
    """What is known of one arrangement: ages, with MORE for several children; its first day."""

    whom: tuple[str, ...]
    first_day: date | None


def told(ages: Collection[str], *, more: bool = False) -> tuple[str, ...]:
    """What to keep of what was told; nothing without an age."""
    found = [one for one in AGES if one in ages]
    several = more or len(found) > 1
    return (*found, MORE) if found and several else tuple(found)


def told_first(ages: Iterable[str]) -> tuple[str, ...]:
    """As `told`, of the ages of all children at home: of several nobody knows which child it is."""
    found = told([*ages])
    return () if MORE in found else found


def apart(mine: Whose, others: Sequence[Whose]) -> Whose:
    """By what to tell it from the others: by its ages, by its day where those are alike, or by
    nothing: when there are no others, or when nothing is known."""
    if not others:
        return Whose((), None)
    alike = any(one.whom == mine.whom for one in others)
    same_day = any(one.first_day == mine.first_day for one in others)
    if mine.first_day and not same_day and (alike or not mine.whom):
        return Whose((), mine.first_day)
    return Whose(mine.whom, None)
