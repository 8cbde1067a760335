"""Days as people count them: a stretch of them, and the same day some months on. Pure."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from zoneinfo import ZoneInfo

from dialogs.values import value_class

HERE = ZoneInfo("Europe/Amsterdam")  # whose days these are, where no town is known yet


@value_class(frozen=True, slots=True)
class Span:
    """Days from `first` up to and including `last`, local."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def covers(self, other: Span) -> bool:
        """Whether all days of the other are in this one."""
        return self.first <= other.first and other.last <= self.last


def months_later(day: date, months: int) -> date:
    """The same day so many months on (or back), or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
