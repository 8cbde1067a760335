"""Coaching (P01): how fast families begin, when she is asked how it goes, and small goals. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from casework.days import months_later
from casework.programmes import Programme
from dialogs.language.chat import plain
from dialogs.language.vocabulary import FUNCTION
from dialogs.language.wordlist import listed

PROGRAMME = "single_parents"
FOLLOW_UP_MONTHS = 3  # after the start she is asked how it goes, where a town says nothing else
GOAL_FOR = timedelta(days=7)  # a small goal is for one week
GOAL_LENGTH = 160  # characters: it is small, and quoted back to her
_NOTHING = frozenset(listed("nee niks niets geen neen nope nvt"))
_NO_WEIGHT = _NOTHING | FUNCTION.union(
    listed("""
idee zin tijd energie puf kracht doel wens weet weten bedenken verzinnen bijzonders speciaals hoor
dankjewel dankuwel dank bedankt sorry
""")
)


def is_goal(words: str) -> bool:
    """Whether she named something: "niks" and "nee liever niet" are no goal, "geen ruzie" is."""
    said = plain(words).split()
    if not said or said[0] not in _NOTHING:
        return bool(said)
    return any(word not in _NO_WEIGHT for word in said)


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast families begin, against what the programme's length asks."""

    count: int
    quota: int
    months: int  # how long the whole programme lasts
    passed: int  # whole months of it that are over

    @property
    def needed(self) -> float:
        """Families a month, to reach the quota in time."""
        return self.quota / self.months

    @property
    def so_far(self) -> float:
        """Families a month until now; in its first month all that began."""
        return self.count / max(1, self.passed)

    @property
    def expected(self) -> int:
        """How many would have begun by now at the needed pace, in whole families."""
        return self.quota * min(self.passed, self.months) // self.months

    @property
    def over(self) -> bool:
        """Whether its time is over."""
        return self.passed >= self.months


def pace(programme: Programme, count: int, on: date) -> Pace | None:
    """How it goes on this day; None where the file names no number, length or first day."""
    since = programme.since
    if since is None or not (programme.quota and programme.months):
        return None
    passed = (on.year - since.year) * 12 + on.month - since.month - (on.day < since.day)
    return Pace(count, programme.quota, programme.months, max(0, passed))


def follow_up_months(programmes: Iterable[Programme]) -> int:
    """After how many months she is asked how it goes: what the town's file says, else ours."""
    named = (one.follow_up_months for one in programmes if one.id == PROGRAMME)
    return next(named, None) or FOLLOW_UP_MONTHS


def together(asked_on: date, on: date, months: int) -> int:
    """Whole months of coaching on a day: `months` on the day that she was to be asked."""
    later = (on.year - asked_on.year) * 12 + on.month - asked_on.month
    return months + max(0, later - (on.day < asked_on.day))


def follow_up(start: date, programme: Programme) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    return months_later(start, follow_up_months([programme]))
