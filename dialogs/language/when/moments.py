"""The four readers of days and times. Each gives one value or None: a wrong guess is worse."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialogs.language.when.answer import read, standing
from dialogs.language.when.calendar import agreed
from dialogs.language.when.clock import resolve
from dialogs.language.when.doubts import doubtful
from dialogs.language.when.found import Asked, Line

_ZONE = ZoneInfo("Europe/Amsterdam")
_ANY_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a time of day needs no real now
_SMALL_HOURS = time(7)
LONGEST = 600  # characters; a longer text tells a story, it does not answer "when?"


def read_date(text: str, now: datetime) -> date | None:
    """The day that was meant; without a year the next one, a weekday strictly after today.

    A day that is only bounded ("na 1 december") or vague ("begin december", "week van 24/11") and
    two different days are None. A full date in the past is given as it was said, "gisteren" not.
    """
    return _read_day(text, Asked.DATE, now)


def read_birthdate(text: str, now: datetime) -> date | None:
    """The day of birth that was meant, today at the latest; without a year the last such day."""
    day = _read_day(text, Asked.BIRTH, now)
    return day if day and day <= _local(now).date() else None


def read_time(text: str) -> time | None:
    """The clock time that was meant, whatever day stands beside it; bounds and choices are None."""
    if len(text) > LONGEST:
        return None
    marked, line = read(text, Asked.TIME, _ANY_DAY)
    return None if doubtful(marked, Asked.TIME) else _time(marked, line)


def read_moment(text: str, now: datetime) -> datetime | None:
    """The local day and time that were meant, naive; None unless both were said.

    A time without a day is None ("om 3 uur": today or another day is a guess), and so is a moment
    of today that has passed. "vannacht 2 uur" is the first 2:00 to come; midnight and the small
    hours beside any other day are None, because people mean either night, unless she wrote them in
    24-hour notation. Counted from now ("over anderhalf uur") it is to the minute.
    """
    here = _local(now)
    if len(text) > LONGEST:
        return None
    marked, line = read(text, Asked.MOMENT, here)
    if doubtful(marked, Asked.MOMENT):
        return None
    if line.moments:
        return _counted(marked, line)
    day, at = _day(marked, line), _time(marked, line)
    return _together(day, at, marked, line) if day and at is not None else None


def _local(now: datetime) -> datetime:
    """Amsterdam's wall clock, without a zone."""
    return now.astimezone(_ZONE).replace(tzinfo=None) if now.tzinfo else now


def _read_day(text: str, asked: Asked, now: datetime) -> date | None:
    if len(text) > LONGEST:
        return None
    marked, line = read(text, asked, _local(now))
    if doubtful(marked, asked):
        return None
    night = any(line.days[place].part == "Pn" for place in standing(marked, "D"))
    return None if night else _day(marked, line)


def _day(marked: str, line: Line) -> date | None:
    """The day on which all that were named agree; a weekday may be any that fits the date."""
    days = [line.days[place] for place in standing(marked, "D")]
    firm = [day.on for day in days if not day.loose]
    found = agreed(*(firm or [day.on for day in days])) if days else None
    fits = found and all(day.on.weekday() == found.weekday() for day in days)
    return found if fits else None


def _time(marked: str, line: Line) -> time | None:
    """The time on which all that were named agree, by the part of the day that was said."""
    parts = {line.days[place].part for place in standing(marked, "D")} - {""}
    clocks = [line.clocks[place] for place in standing(marked, "T")]
    loose = [word for word in marked.split() if word[0] == "P" or word in ("am", "pm")]
    if len(parts) > 1 or not clocks:
        return None
    times = {resolve(clock, *parts) for clock in clocks}
    found = times.pop() if len(times) == 1 else None
    agrees = all(resolve(clock, part) == found for clock in clocks for part in loose)
    return found if agrees else None


def _counted(marked: str, line: Line) -> datetime | None:
    """A moment counted from now, when nothing else was named."""
    places = standing(marked, "R")
    alone = len(places) == 1 and not standing(marked, "D") and not standing(marked, "T")
    return line.moments[places[0]] if alone else None


def _together(day: date, at: time, marked: str, line: Line) -> datetime | None:
    """Day and time as one moment that is still to come."""
    days = [line.days[place] for place in standing(marked, "D")]
    clocks = [line.clocks[place] for place in standing(marked, "T")]
    moment = datetime.combine(day, at)
    parts = {day.part for day in days} | {clock.part for clock in clocks}
    if at < _SMALL_HOURS and parts & {"Pa", "Pn"}:
        tonight = all(
            found.near and found.part == "Pn" and found.on == line.today for found in days
        )
        return _first_after(line.now, at) if tonight else None
    return None if day == line.today and moment <= line.now else moment


def _first_after(now: datetime, at: time) -> datetime:
    moment = datetime.combine(now.date(), at)
    return moment if moment > now else moment + timedelta(1)
