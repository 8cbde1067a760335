"""When the bot may write, when the team is there, and what a wall time means in UTC.

Moments are aware; walls are naive local time of the municipality. A wall time that a clock
change skips or doubles is read as RFC 5545 reads it: with the offset from before the change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from casework.municipality import Hours, Municipality, OfficeHours, Promise, ReminderRules
from casework.public_holidays import public_holidays
from dialogs.language import dates

_DAY = timedelta(days=1)
_LONGEST_CLOSED = 370  # days to search for an open one


class NeverOpen(Exception):
    """The team has no open hour within a year: the municipality's file is wrong."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """One municipality's time."""

    zone: ZoneInfo
    hours: OfficeHours
    rules: ReminderRules

    @classmethod
    def of(cls, town: Municipality) -> Calendar:
        """The calendar of this municipality."""
        return cls(ZoneInfo(town.zone), town.office_hours, town.reminders)

    def wall(self, moment: datetime) -> datetime:
        """The local wall time of a moment, naive."""
        return moment.astimezone(self.zone).replace(tzinfo=None, fold=0)

    def utc(self, wall: datetime) -> datetime:
        """The moment of a wall time, in UTC."""
        return wall.replace(tzinfo=self.zone, fold=0).astimezone(UTC)

    # --- when the bot may write --------------------------------------------------------

    def day_off(self, day: date) -> bool:
        """Sundays and public holidays: no reminders."""
        return day.weekday() == 6 or day in public_holidays(day.year)

    def quiet(self, moment: datetime) -> bool:
        """Whether the bot stays silent unless she writes first."""
        wall = self.wall(moment)
        return self.rules.quiet(wall.time()) or self.day_off(wall.date())

    def next_allowed(self, moment: datetime) -> datetime:
        """This moment, or the end of the quiet time it falls in (UTC)."""
        if not self.quiet(moment):
            return moment.astimezone(UTC)
        wall = self.wall(moment)
        end = self.rules.quiet_to
        day = wall.date() if wall.time() < end else wall.date() + _DAY
        return self.utc(datetime.combine(self.next_day_on(day), end))

    def next_day_on(self, day: date) -> date:
        """This day, or the first after it that is no day off."""
        while self.day_off(day):
            day += _DAY
        return day

    def last_day_on(self, day: date) -> date:
        """This day, or the last before it that is no day off."""
        while self.day_off(day):
            day -= _DAY
        return day

    def decent(self, at: time) -> time:
        """The same hour of the day, moved out of the quiet hours: an hour within their edges."""
        if not self.rules.quiet(at):
            return at
        late = at >= self.rules.quiet_from
        edge = self.rules.quiet_from if late else self.rules.quiet_to
        shift = timedelta(hours=-1) if late else timedelta(minutes=30)
        moved = (datetime.combine(date(2000, 1, 2), edge) + shift).time()
        return edge if self.rules.quiet(moved) else moved

    # --- when the team is there --------------------------------------------------------

    def open_on(self, day: date) -> Hours | None:
        """The team's hours on this day; None when it is closed."""
        if day in self.hours.closed or day in public_holidays(day.year):
            return None
        return self.hours.days.get(day.weekday())

    def open_now(self, moment: datetime) -> bool:
        """Whether somebody of the team answers at this moment."""
        wall = self.wall(moment)
        hours = self.open_on(wall.date())
        return hours is not None and hours.start <= wall.time() < hours.end

    def next_open(self, moment: datetime) -> datetime:
        """This moment when the team is there, else the next opening (UTC). Raises NeverOpen."""
        if self.open_now(moment):
            return moment.astimezone(UTC)
        wall = self.wall(moment)
        day, hours = self._open_day(wall.date() if self._before_opening(wall) else _next(wall))
        return self.utc(datetime.combine(day, hours.start))

    def closing(self, moment: datetime) -> datetime:
        """When the team goes home today, or else on the next day it is there (UTC)."""
        day = self.wall(self.next_open(moment)).date()
        _, hours = self._open_day(day)
        return self.utc(datetime.combine(day, hours.end))

    def closing_on(self, day: date) -> datetime:
        """When the team goes home on this day, or else on the next day it is there (UTC)."""
        return self.closing(self.utc(datetime.combine(day, time(12, 0))))

    def after_working_hours(self, moment: datetime, hours: int) -> datetime:
        """So many working hours later (UTC). Raises NeverOpen."""
        return self.after_working(moment, timedelta(hours=hours))

    def after_working(self, moment: datetime, left: timedelta) -> datetime:
        """So much working time later, closing time at the latest (UTC). Raises NeverOpen."""
        at = self.next_open(moment)
        while (closing := self.closing(at)) < at + left:
            left -= closing - at
            at = self.next_open(closing)
        return at + left

    def working_hours(self, since: datetime, until: datetime) -> float:
        """How many hours the team was there between two moments; 0 when `until` is not later."""
        day, last, found = self.wall(since).date(), self.wall(until).date(), timedelta(0)
        while day <= last:
            if (hours := self.open_on(day)) is not None:
                start = max(since, self.utc(datetime.combine(day, hours.start)))
                end = min(until, self.utc(datetime.combine(day, hours.end)))
                found += max(end - start, timedelta(0))
            day += _DAY
        return found / timedelta(hours=1)

    def after_working_days(self, moment: datetime, days: int) -> datetime:
        """Closing time of the last of so many working days after today (UTC). Raises NeverOpen."""
        day, hours = self.wall(moment).date(), None
        for _ in range(days):
            day, hours = self._open_day(day + _DAY)
        if hours is None:
            raise ValueError("a promise of working days has at least one")
        return self.utc(datetime.combine(day, hours.end))

    def working_days_before(self, day: date, days: int) -> date:
        """The day that is so many working days before this one. Raises NeverOpen."""
        found = 0
        for back in range(1, _LONGEST_CLOSED):
            before = day - back * _DAY
            found += self.open_on(before) is not None
            if found == days:
                return before
        raise NeverOpen

    def promised_by(self, moment: datetime, promise: Promise, *, call: bool = False) -> datetime:
        """Before this moment a person contacts her; `call`: she asked for it."""
        if promise.hours and (call or not promise.days):
            return self.after_working_hours(moment, promise.hours)
        return self.after_working_days(moment, promise.days)

    def _before_opening(self, wall: datetime) -> bool:
        hours = self.open_on(wall.date())
        return hours is not None and wall.time() < hours.start

    def _open_day(self, day: date) -> tuple[date, Hours]:
        for _ in range(_LONGEST_CLOSED):
            if (hours := self.open_on(day)) is not None:
                return day, hours
            day += _DAY
        raise NeverOpen

    # --- how it is said ----------------------------------------------------------------

    def full(self, moment: datetime, now: datetime) -> str:
        """`dinsdag 9 juni om 10:00 uur`."""
        return dates.full(self.wall(moment), self.wall(now))

    def day(self, moment: datetime, now: datetime) -> str:
        """`dinsdag 9 juni`."""
        return dates.day(self.wall(moment).date(), self.wall(now).date())

    def relative(self, moment: datetime, now: datetime) -> str:
        """`morgen, woensdag 10 juni`."""
        return dates.relative(self.wall(moment).date(), self.wall(now).date())

    def short(self, moment: datetime) -> str:
        """`di 9 juni 10:00`."""
        return dates.short(self.wall(moment))

    def clock(self, moment: datetime) -> str:
        """`10:00`."""
        return dates.clock(self.wall(moment))


def _next(wall: datetime) -> date:
    return wall.date() + _DAY
