"""Days by weekday or by their distance: "volgende week di", "vr over een week", "overmorgen".

Conventions (language.md §1): a weekday is the next one strictly after today; "volgende week X" is X
in the next ISO week; "X over een week" is the next X and seven days. Where Dutch has two readings
("volgende dinsdag") the day counts only when both give the same one.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from dialogs.language.when import calendar
from dialogs.language.when.found import UNCLEAR, Asked, Day, Found, Line, Rule, rule

_NAMED = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}
_SHORT = {"ma": 1, "do": 4, "vr": 5, "zo": 7}
_COUNT = r"(een|\d{1,2})"
_WEEKS = rf"over {_COUNT} (week|weken|dagen)"
_HALF_TOO = "anderhalf"
_MINUTES = {"uur": 60, "kwartier": 15, "kwart": 15, "minuten": 1}


def _count(said: str) -> int:
    return 1 if said == "een" else int(said)


def _on(day: date | None, *, near: bool = False) -> Found:
    return Day(day, near=near) if day else UNCLEAR


def _plain(match: re.Match[str], line: Line) -> Found:
    weekday = int(match.group(1)) - 1
    if line.past:
        return Day(calendar.previous(weekday, line.today), loose=True)
    return Day(calendar.upcoming(weekday, line.today), loose=True)


def _coming(match: re.Match[str], line: Line) -> Found:
    """ "komende W2", "deze W2"."""
    return _on(None if line.past else calendar.upcoming(int(match.group(1)) - 1, line.today))


def _following(match: re.Match[str], line: Line) -> Found:
    """ "volgende W2", "komende week W2": of this week or of the next."""
    weekday = int(match.group(1)) - 1
    coming = calendar.upcoming(weekday, line.today)
    return _on(calendar.agreed(coming, calendar.in_week(weekday, line.today, 1)))


def _last(match: re.Match[str], line: Line) -> Found:
    """ "vorige W2", "afgelopen W2": only where the past is asked for."""
    weekday = int(match.group(1)) - 1
    return _on(calendar.previous(weekday, line.today) if line.past else None)


def _last_week(match: re.Match[str], line: Line) -> Found:
    weekday = int(match.group(1)) - 1
    return _on(calendar.in_week(weekday, line.today, -1) if line.past else None)


def _next_week(match: re.Match[str], line: Line) -> Found:
    return _on(calendar.in_week(int(match.group(1)) - 1, line.today, 1))


def _this_week(match: re.Match[str], line: Line) -> Found:
    day = calendar.in_week(int(match.group(1)) - 1, line.today, 0)
    return _on(day if (day <= line.today if line.past else day >= line.today) else None)


def _weeks(count: str, unit: str) -> int | None:
    """The days of "2 weken" or "14 dagen"; None for days that are no weeks."""
    days = _count(count) * (1 if unit == "dagen" else 7)
    return days if days % 7 == 0 else None


def _weekday_later(match: re.Match[str], line: Line) -> Found:
    weekday, count, unit = match.groups()
    days = _weeks(count, unit)
    coming = calendar.upcoming(int(weekday) - 1, line.today)
    return _on(coming + timedelta(days) if days else None)


def _later_weekday(match: re.Match[str], line: Line) -> Found:
    """ "over 2 weken op W2": of that week, or two weeks after the next one."""
    count, unit, weekday = match.groups()
    days = _weeks(count, unit)
    if not days:
        return UNCLEAR
    coming = calendar.upcoming(int(weekday) - 1, line.today) + timedelta(days)
    return _on(calendar.agreed(coming, calendar.in_week(int(weekday) - 1, line.today, days // 7)))


def _week_number(match: re.Match[str], line: Line) -> Found:
    """ "W2 in week 48"."""
    weekday, week = int(match.group(1) or match.group(4)), int(match.group(2) or match.group(3))
    for year in (line.today.year, line.today.year + 1):
        try:
            day = date.fromisocalendar(year, week, weekday)
        except ValueError:
            return UNCLEAR
        if day >= line.today:
            return _on(day)
    return UNCLEAR


def _relative(match: re.Match[str], line: Line) -> Found | None:
    """ "morgen", "vandaag over een week", "gisteren" (only for the past)."""
    name, count, unit = match.groups()
    days = _NAMED[name] + (_count(count) * (1 if unit == "dagen" else 7) if count else 0)
    if (days > 0) if line.past else (days < 0):
        return UNCLEAR
    return _on(line.today + timedelta(days), near=True)


def _distance(match: re.Match[str], line: Line) -> Found:
    """ "over 3 dagen", "over een week", "over 2 maanden"."""
    count, unit = _count(match.group(1)), match.group(2)
    if line.past or match.string[: match.start()].endswith("_ "):  # "maaandg over een week"
        return UNCLEAR
    if unit.startswith("ma"):
        return _on(calendar.in_month(line.today.day, line.today, count))
    return _on(line.today + timedelta(count * (7 if unit.startswith("we") else 1)), near=True)


def _ago(match: re.Match[str], line: Line) -> Found:
    """ "3 dagen geleden", "een week geleden"."""
    count, unit = _count(match.group(1)), match.group(2)
    days = count * (7 if unit.startswith("we") else 1)
    return _on(line.today - timedelta(days) if line.past else None)


def _from_now(match: re.Match[str], line: Line) -> Found:
    """ "over anderhalf uur", "over 20 minuten", "over een kwartier"."""
    amount, unit = match.group(1) or "een", match.group(2)
    if line.asked is not Asked.MOMENT:
        return UNCLEAR
    figures = {"een": 1.0, _HALF_TOO: 1.5, "een half": 0.5, "half": 0.5}
    many = figures.get(amount) or float(amount.split()[0]) + 0.5 * ("half" in amount)
    minutes = 30.0 if unit == "halfuur" else many * _MINUTES[unit]
    return _truncated(line.now + timedelta(minutes=minutes))


def _truncated(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _tonight(match: re.Match[str], line: Line) -> Found:
    """ "vannacht" is a part of the day whose date the hour decides."""
    return UNCLEAR if line.past else Day(line.today, near=True, part="Pn")


def _abbreviated(match: re.Match[str], line: Line) -> Found:
    return re.sub(r"(?<!\S)(?:ma|do|vr|zo)(?!\S)", lambda m: f"W{_SHORT[m.group()]}", match.group())


def _about(match: re.Match[str], line: Line) -> Found:
    """ "zo over drie weken" is about three weeks from now rather than a Sunday."""
    return "#"


def _same(to: str) -> Rule:
    """A rule that only says it otherwise: "deze Pd" → "vandaag Pd"."""
    pattern, said = to.split(" → ")
    return rule(pattern, lambda match, line: match.expand(said))


_BEFORE = r"(?:op|komende|deze|volgende|week|vorige|afgelopen|laatste|of|en|niet|maar|wel|toch|nee)"
_CLOCK = r"(?:\d{1,2}(?:[:.]\d{2})?|half|kwart|om|rond|T\d+)"
_DATED = r"(?:\d{1,2}[eE]?|de|D\d+|volgende|over een|over \d|komende|P[mdan])"
_OTHER = r"(?:of|en|tot|wel|niet|maar|ipv|W\d)"

SHORT: tuple[Rule, ...] = (
    rule(r"(?:ma|do|vr|zo)(?: (?:ma|do|vr|zo))*$", lambda m, line:
         _abbreviated(m, line) if m.start() == 0 else None),
    rule(rf"{_BEFORE} (?:ma|do|vr)(?: (?:ma|do))*", _abbreviated),
    rule(rf"{_BEFORE} zo(?= P| D| om| half| kwart| \d|$)", _abbreviated),
    rule(rf"(?:ma|do|vr)(?: (?:ma|do|vr|zo))*(?= {_CLOCK}| {_DATED}| {_OTHER})", _abbreviated),
    rule(r"(?<=W\d )(?:ma|do|zo|vr)(?! half| \d| rond| tegen| om| B| een uur)", _abbreviated),
    rule(r"zo(?= over (?:(?:[2-9]|\d\d) (?:week|weken|dagen)|een maand|\d+ maanden))", _about),
    rule(r"zo(?= D| de \d| of W| en W| volgende| over| P)", _abbreviated),
)  # fmt: skip
"""ma, do, vr and zo are everyday words too: days only where a day makes sense."""

WEEKS: tuple[Rule, ...] = (
    _same(r"deze (P[mdan]) → vandaag \1"),
    _same(r"(van|tot|vanaf) (P[mdan]) → \1 vandaag \2"),
    _same(r"(W\d|D\d+|de|s|in de|vroege|elke|volgende dag) morgen → \1 Pm"),
    _same(r"(W\d|D\d+|vandaag|morgen|overmorgen) (?:in de |s |de |in |op de |van de |heel )?"
          r"vroeg → \1 Pm"),
    _same(r"(?:in de |s |de |in |op de |van de |d )?(P[mdan]) → \1"),
    _same(r"(W\d) (P[mdan]) ((?:van )?(?:volgende|deze|komende) week|over (?:een|\d{1,2}) "
          r"(?:week|weken|dagen)|komende) → \1 \3 \2"),
    _same(r"(volgende|deze|komende) week (P[mdan]) (?:op )?(W\d) → \1 week \3 \2"),
    rule(rf"(?:komende |volgende )?W(\d) {_WEEKS}", _weekday_later),
    rule(rf"{_WEEKS} (?:op )?(?:de )?W(\d)", _later_weekday),
    rule(r"(?:in )?volgende week (?:op |de )?W(\d)", _next_week),
    rule(r"W(\d) (?:van |in |de )*volgende week", _next_week),
    rule(r"(?:in |van )?deze week (?:op |de )?W(\d)", _this_week),
    rule(r"W(\d) (?:van |in |de )*deze week", _this_week),
    rule(r"(?:vorige|afgelopen) week (?:op )?W(\d)", _last_week),
    rule(r"W(\d) (?:van |in )?(?:vorige|afgelopen) week", _last_week),
    rule(r"W(\d) (?:in |van |de )*week (\d{1,2})(?! uur)|week (\d{1,2}) (?:op )?W(\d)",
         _week_number),
    rule(r"(?:volgende|komende week|komende week op) W(\d)", _following),
    rule(r"(?:komende|deze) W(\d)", _coming),
    rule(r"W(\d) (?:komende|deze)(?! week| maand)", _coming),
    rule(r"(?:vorige|afgelopen) W(\d)", _last),
    rule(rf"(vandaag|morgen|overmorgen|gisteren|eergisteren)(?: over {_COUNT} "
         r"(week|weken|dagen))?", _relative),
    rule(r"vannacht", _tonight),
    rule(rf"over {_COUNT} (dag|dagen|week|weken|maand|maanden)", _distance),
    rule(rf"{_COUNT} (dag|dagen|week|weken) geleden", _ago),
    rule(r"W(\d)", _plain),
)  # fmt: skip
"""Weekdays and days counted from today."""

MOMENTS: tuple[Rule, ...] = (
    rule(r"over (?:een uur of|een paar|paar) \S+(?: (?:uur|minuten|dagen|weken))?",
         lambda match, line: UNCLEAR),
    rule(r"(?:iets|net) over (?:een|\d{1,2}) uur", lambda match, line: UNCLEAR),
    rule(r"over (een half|half|een|anderhalf|\d{1,3}(?: en een half| en half|\.5)?) "
         r"(uur|kwartier|kwart|minuten|halfuur)", _from_now),
    rule(r"over ()(kwartier|halfuur)", _from_now),
)  # fmt: skip
"""Moments counted from now."""
