"""Days by their date: "24 november", "24-11-'26", "de 24ste", "eerste maandag van december"."""

from __future__ import annotations

import re
from datetime import date

from dialogs.language.when import calendar
from dialogs.language.when.clock import COUNTED
from dialogs.language.when.feasts import feast, nth
from dialogs.language.when.found import UNCLEAR, Asked, Day, Found, Line, Rule, rule

_CLOCKY = r"(?! uur| over| voor| vr| half| kwart| minuten|:)"
_LONG_YEAR = r"((?:1900|2000) \d{1,2}|\d{4}|'\d{2}|(?:19|20) \d{2})"
_SHORT_YEAR = rf"(\d{{2}}){_CLOCKY}"
_MONTH = r"M(\d{1,2})"
_DATE = rf"(?:de )?(\d{{1,2}})[eE]? (?:van )?(?:de )?(?:maand )?{_MONTH}"
_TIME = re.compile(r"(?<!\S)(?:T\d+|\d{1,2}:\d{2}|uur|half)(?!\S)")
_OTHER_DAY = re.compile(r"(?<!\S)(?:W\d|D\d+|M\d+|vandaag|morgen|overmorgen)(?!\S)")
_MONTH_OFFSET = {"deze": 0, "volgende": 1}


def _on(found: date | None) -> Found:
    return Day(found) if found else UNCLEAR


def _year(said: str, line: Line) -> int | None:
    """The year of "2026", "'26", "19 91", "2000 5" or "26"; None for what is no year to mention."""
    figures = said.lstrip("'")
    if " " in figures:
        first, second = map(int, figures.split())
        return first + second if first > 99 else first * 100 + second
    year = calendar.full_year(figures, line.today, past=line.past)
    plain = len(figures) == 2 and said == figures
    if plain and not line.past and not 0 <= year - line.today.year <= 4:
        return None
    return year if 1900 <= year < 2100 else None


def _dated(day: str, month: str, year: str | None, line: Line) -> Found | None:
    """The day of a date in figures; None when the last part is no year (a clock time, perhaps)."""
    if year is None:
        number, of = int(day), int(month)
        return _on(
            calendar.yearless(
                lambda each: calendar.exact(each, of, number), line.today, past=line.past
            )
        )
    which = _year(year, line)
    return None if which is None else _on(calendar.exact(which, int(month), int(day)))


def _written(match: re.Match[str], line: Line) -> Found | None:
    """ "24 M11", "24e M11 2026"."""
    day, month, *year = match.groups()
    return _dated(day, month, year[0] if year else None, line)


def _month_first(match: re.Match[str], line: Line) -> Found | None:
    """ "november 24"; elsewhere than in a question for a date it may be an hour."""
    month, day, year = match.groups()
    if line.asked in (Asked.DATE, Asked.BIRTH) or year:
        return _dated(day, month, year or None, line)
    return None


def _iso(match: re.Match[str], line: Line) -> Found:
    year, month, day = map(int, match.groups())
    return _on(calendar.exact(year, month, day))


def _figures(match: re.Match[str], line: Line) -> Found | None:
    """ "24-11-26": two figures for the year are a year whatever they are."""
    day, month, figures = match.groups()
    year = calendar.full_year(figures, line.today, past=line.past)
    return _on(calendar.exact(year, int(month), int(day)))


def _short(match: re.Match[str], line: Line) -> Found | None:
    """ "24-11"; "10-12 uur" is from ten to twelve."""
    return UNCLEAR if match.group(3) else _dated(match.group(1), match.group(2), None, line)


def _solid(match: re.Match[str], line: Line) -> Found | None:
    """ "03051991", "030591", "20261124"."""
    figures = match.group()
    if line.asked is Asked.TIME or (line.asked is Asked.MOMENT and len(figures) == 6):
        return None
    if figures.startswith(("19", "20")) and len(figures) == 8 and int(figures[4:6]) <= 12:
        day = calendar.exact(int(figures[:4]), int(figures[4:6]), int(figures[6:]))
        other = calendar.exact(int(figures[4:]), int(figures[2:4]), int(figures[:2]))
        return _on(day if not other else None)
    year = calendar.full_year(figures[4:], line.today, past=line.past)
    return _on(calendar.exact(year, int(figures[2:4]), int(figures[:2])))


def _two(match: re.Match[str], line: Line) -> Found | None:
    """ "24 11", "24.11": a date where one was asked for and a clock cannot show it, or no other
    word in the line names a day."""
    day, month = match.groups()
    is_date = 0 < int(month) <= 12 and 0 < int(day) <= 31
    if line.asked is Asked.TIME or not is_date:
        return None
    is_time = int(day) < 24 and len(month) == 2 and (int(month) % 5 == 0 or "." in match.group())
    rest = match.string[: match.start()] + match.string[match.end() :]
    if is_time and _OTHER_DAY.search(rest) and not _TIME.search(rest):
        return None
    if is_time and line.asked is Asked.MOMENT and not _TIME.search(rest):
        return UNCLEAR
    return _dated(day, month, None, line)


def _nth(match: re.Match[str], line: Line) -> Found:
    """ "1E W1 van M12", "laatste W5 van deze maand"."""
    place, weekday, which, year = match.groups()
    count = int(place[:-1]) if place[0].isdecimal() else -1
    day = int(weekday) - 1
    if which.startswith("M"):
        if year:
            return _on(nth(int(year), int(which[1:]), day, count))
        of = int(which[1:])
        return _on(
            calendar.yearless(lambda each: nth(each, of, day, count), line.today, past=line.past)
        )
    month = calendar.in_month(1, line.today, _MONTH_OFFSET[which.split()[0]])
    return _on(nth(month.year, month.month, day, count) if month else None)


def _feast(match: re.Match[str], line: Line) -> Found:
    place, name, year = match.groups()
    ordinal = int(place[:-1]) if place else 0
    if year:
        return _on(feast(name, ordinal, int(year)))
    return _on(
        calendar.yearless(lambda each: feast(name, ordinal, each), line.today, past=line.past)
    )


def _of_month(match: re.Match[str], line: Line) -> Found | None:
    """ "24e", "de 24", "24e van volgende maand"."""
    number, which = int(match.group(1)), match.group(2)
    if which:
        return _on(calendar.in_month(number, line.today, _MONTH_OFFSET[which]))
    return _on(calendar.monthly(number, line.today, past=line.past))


def _then(match: re.Match[str], line: Line) -> Found | None:
    """ "volgende maand de 5e"."""
    return _on(calendar.in_month(int(match.group(2)), line.today, _MONTH_OFFSET[match.group(1)]))


def _numbered_weekday(match: re.Match[str], line: Line) -> Found | None:
    """ "W2 24": the 24th when that is a Tuesday; "W2 10" may as well be ten o'clock."""
    if line.asked is Asked.TIME:
        return None
    day = calendar.monthly(int(match.group(2)), line.today, past=line.past)
    fits = day is not None and day.isoweekday() == int(match.group(1))
    return f"W{match.group(1)} {line.mark(Day(day))}" if fits and day else UNCLEAR


DATES: tuple[Rule, ...] = (
    rule(r"(\d{4})-(\d{1,2})-(\d{1,2})", _iso),
    rule(r"(\d{1,2})-(\d{1,2})-(\d{2}|\d{4})", _figures),
    rule(rf"{_DATE} (?:van )?{_LONG_YEAR}", _written),
    rule(rf"{_DATE} {_SHORT_YEAR}", _written),
    rule(_DATE, _written),
    rule(rf"{_MONTH} (\d{{1,2}})[eE]? (\d{{4}})", _month_first),
    rule(rf"{_MONTH} (\d{{1,2}})[eE]?()(?! {COUNTED}){_CLOCKY}",
         _month_first),
    rule(r"(?:de )?(\d{1,2})[eE]? (?:van de|van|de) (\d{1,2})[eE] " + _LONG_YEAR, _written),
    rule(r"(?:de )?(\d{1,2})[eE]? (?:van de|van|de) (\d{1,2})[eE] " + _SHORT_YEAR, _written),
    rule(r"(?:de )?(\d{1,2})[eE]? van de (\d{1,2})[eE]", _written),
    rule(rf"(\d{{1,2}}) (\d{{1,2}}) {_LONG_YEAR}", _written),
    rule(rf"(\d{{1,2}}) (\d{{1,2}}) {_SHORT_YEAR}", _written),
    rule(r"(\d{1,2})-(\d{1,2})( uur)?", _short),
    rule(r"\d{8}|\d{6}", _solid),
    rule(r"(?:de )?(\d[eE]|laatste) W(\d) (?:van |in )?(?:de )?(M\d+|(?:deze|volgende) maand)"
         r"(?: (\d{4}))?", _nth),
    rule(r"(?:(\d[eE]) )?F([a-z]+)(?: (\d{4}))?", _feast),
)  # fmt: skip
"""Full dates: they take their figures before the clock does."""

NUMBERED: tuple[Rule, ...] = (
    rule(r"(\d{1,2})[.](\d{1,2})(?: uur)?", _two),
    rule(rf"(\d{{1,2}}) (\d{{1,2}})(?! W){_CLOCKY}", _two),
    rule(rf"W(\d) (?:de )?(\d{{1,2}})e?(?! {COUNTED}| \d| P| am| pm){_CLOCKY}", _numbered_weekday),
    rule(r"(?:op )?(?:de )?(\d{1,2})[eE] van (?:de )?(deze|volgende) maand", _of_month),
    rule(r"(deze|volgende) maand (?:op )?de (\d{1,2})[eE]?(?! _|\d)", _then),
    rule(r"(?:op )?(?:de )?(\d{1,2})[eE] (deze|volgende) maand", _of_month),
    rule(r"(?:de )?(\d{1,2})[eE] van de maand()", _of_month),
    rule(rf"(?:de )?(\d{{1,2}})e()(?! _| {COUNTED}| W)", _of_month),
    rule(rf"de ([6-9]|[1-3]\d)E()(?! _| {COUNTED}| W)", _of_month),
    rule(rf"(?:op )?de (\d{{1,2}})()(?! _| {COUNTED}| W){_CLOCKY}", _of_month),
)
"""Days by a bare figure, which the clock phrases had first."""
