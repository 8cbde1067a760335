"""Dutch clock times: "kwart voor vijf", "tien over half 4", "14u30", "8 uur savonds".

Convention (language.md §1): without a part of the day 1–6 is the afternoon and 7–12 stays, also for
the hour that a phrase comes out at ("half zeven" is 6:30, so 18:30). A leading zero says 24-hour
notation: "06:30" is the morning; "02:30" is what nobody would plan, so it is not clear.
"""

from __future__ import annotations

import re
from datetime import time

from dialogs.language.when.found import UNCLEAR, Asked, Clock, Found, Line, Rule, rule

_HALF_DAY = 12 * 60
_DAY = 24 * 60
_AFTERNOON = 7 * 60  # clock times before it, on a dial, are after noon
_NIGHT = 5 * 60  # nobody means 02:30 by "02:30" for sure
_WINDOWS = {  # when each part of the day is, in minutes; past 24:00 is the next morning
    "Pm": (60, 12 * 60), "Pd": (11 * 60 + 30, 19 * 60), "Pa": (17 * 60, 25 * 60),
    "Pn": (22 * 60, 31 * 60), "am": (0, 12 * 60), "pm": (12 * 60, 24 * 60),
}  # fmt: skip
HOUR = r"(?:een|\d{1,2})"
COUNTED = (
    r"(?:kinderen|kind|kids|jaar|jaren|jr|maand|maanden|week|weken|dag|dagen|keer|personen|zoons?|"
    r"dochters?|jongens?|meisjes?|baby|kamers|mensen|euro|minuten)"
)
_SPENT = r"(?:lang|later|geleden|eerder|nodig|tijd|de tijd|per|vooraf|van tevoren|in de week)"
_SPENDING = r"(?:duurt|binnen|elke|per|nog|minstens|iets over|net over|sinds|in)"


def resolve(clock: Clock, part: str = "") -> time | None:
    """The time that was meant, by its part of the day or the convention; None when they clash."""
    part = clock.part or part
    minutes = clock.minutes
    if part:
        first, last = _WINDOWS[part]
        turns = (0, _DAY) if clock.sure else (0, _HALF_DAY, _DAY)
        fitting = [minutes + turn for turn in turns if first <= minutes + turn < last]
        return _time(fitting[0]) if fitting else None
    if clock.zero:
        return _time(minutes) if minutes >= _NIGHT else None
    if not clock.sure and minutes < _AFTERNOON:
        minutes += _HALF_DAY
    return _time(minutes)


def _time(minutes: int) -> time:
    return time(*divmod(minutes % _DAY, 60))


def _dial(hour: int, minutes: int) -> Clock:
    """A time by the hour that she named, minutes before or after it; 13 to 24 is 24-hour."""
    sure = hour > 12 or hour == 0
    return Clock((hour * 60 + minutes) % (_DAY if sure else _HALF_DAY), sure=sure)


def _hour(said: str) -> int:
    return 1 if said == "een" else int(said)


def _offset(match: re.Match[str], line: Line) -> Found | None:
    """ "kwart voor 5", "10 over half 4"."""
    how, figure, unit, side, half, said = match.groups()
    minutes = 15 if how else _hour(figure)
    hour = _hour(said)
    if side == "na" and not (how or unit):
        return UNCLEAR
    if hour > 24 or not 0 < minutes < (16 if half else 31) or (how and half):
        return UNCLEAR
    signed = -minutes if side in ("voor", "vr") else minutes
    return _dial(hour, signed - (30 if half else 0))


def _half(match: re.Match[str], line: Line) -> Found | None:
    hour = _hour(match.group(1))
    return _dial(hour, -30) if 0 < hour <= 12 else UNCLEAR


def _figures(match: re.Match[str], line: Line) -> Found | None:
    """ "14:30", "9:05", "06:30": hours and minutes."""
    return digital(match.group(1), match.group(2))


def digital(hours: str, minutes: str) -> Clock | str:
    """Hours and minutes in figures; UNCLEAR when no clock shows them."""
    hour, minute = _hour(hours), int(minutes)
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return UNCLEAR
    zero = len(hours) == 2 and hours[0] == "0" and hour > 0
    sure = hour > 12 or hour == 0
    total = hour * 60 + minute
    return Clock(total % (_DAY if sure else _HALF_DAY), sure=sure, zero=zero)


def _glued(match: re.Match[str], line: Line) -> Found | None:
    """ "om 1430", "930 uur"."""
    figures = match.group(1) or match.group(2)
    return digital(figures[:-2], figures[-2:])


def alone(figures: str, *, year: bool = False) -> Clock | str | None:
    """ "3", "1430": a bare figure as a time; None when odd, or what may be a `year`."""
    if len(figures) < 3:
        return _dial(int(figures), 0) if int(figures) < 24 else None
    odd = len(figures) > 4 or int(figures[-2:]) % 5 or (year and figures[:2] in ("19", "20"))
    odd = odd or (len(figures) == 3 and figures.endswith("00"))
    return None if odd else digital(figures[:-2], figures[-2:])


def _dotted(match: re.Match[str], line: Line) -> Found | None:
    """ "14.30", and "24.11" when the days did not want it."""
    return digital(match.group(1), match.group(2))


def _whole(match: re.Match[str], line: Line) -> Found | None:
    """ "3 uur", "om 3", "3 Pd"."""
    hour = _hour(match.group(1))
    if hour == 24 and "uur" in match.group():
        return UNCLEAR
    return _dial(hour, 0) if hour < 24 else None


def _one(match: re.Match[str], line: Line) -> Found | None:
    """ "een uur" is one o'clock only where a clock is meant, else it is how long."""
    before = match.string[: match.start()].split()
    after = match.string[match.end() :].split()
    clear = not before or before[-1][0] in "DP" or before[-1] in ("om", "rond", "tegen", "klokslag")
    clear = clear or (bool(after) and after[0][0] == "P")
    return _dial(1, 0) if clear else None


def _pair(match: re.Match[str], line: Line) -> Found | None:
    """ "14 30", "tien dertig": where a time was asked for, or a day stands beside it."""
    if int(match.group(2)) % 5 or int(match.group(1)) > 23 or int(match.group(2)) > 55:
        return None
    if line.asked is Asked.TIME or (line.asked is Asked.MOMENT and line.days):
        return digital(*match.groups())
    return None


def _surely(match: re.Match[str], line: Line) -> Found:
    """In a phrase like this a doubtful word can only be the clock word that it looks like."""
    return match.group().replace("~", "")


_ONE = r"een(?= minuten| (?:voor|over) half)|(?:(?<![^\n])|(?<=om ))een(?= (?:voor|over) )"
_MAYBE = r"(?:een|~?\d{1,2})"
SPOKEN: tuple[Rule, ...] = (
    rule(
        rf"(?:kwart|kwartier|~?\d{{1,2}})(?: minuten)? ~?(?:voor|over) (?:~?half )?{_MAYBE}"
        r"(?! M\d)",
        _surely,
    ),
    rule(rf"half {_MAYBE}", _surely),
    rule(rf"{_MAYBE} ~?uur", _surely),
    rule(r"~half \d{1,2}", _surely),
    rule(r"~?over (?:een|~?\d{1,2}) ~?(?:week|weken|dagen)|volgende ~week", _surely),
    rule(
        rf"(?:(?:een )?(kwart|kwartier)|(\d{{1,2}}|{_ONE}))( minuten)? "
        rf"(voor|vr|over|na) "
        rf"(half )?({HOUR})(?: uur)?(?! M\d| {COUNTED})",
        _offset,
    ),
    rule(rf"half ({HOUR})(?: uur)?(?! M\d| {COUNTED})", _half),
)
"""Phrases with voor, over and half: before short weekdays, because "vr" is voor in them."""

WRITTEN: tuple[Rule, ...] = (
    rule(r"(\d{1,2}):(\d{2})(?: uur)?", _figures),
    rule(rf"(?:een |(?<!\d ))uur of(?= (?:{HOUR}(?!\S)|T\d))", lambda match, line: "rond"),
    rule(r"(?:een )?(?:half uur|halfuur|kwartier)|anderhalf uur", lambda match, line: "#"),
    rule(rf"{_SPENDING} {HOUR} uur", lambda match, line: "#"),
    rule(rf"{HOUR} uur {_SPENT}", lambda match, line: "#"),
    rule(r"(\d{3,4}) uur|(?<=om )(\d{3,4})", _glued),
    rule(rf"({HOUR}) uur (\d{{2}})(?! M\d| uur| over| voor| vr| half| {COUNTED})", _figures),
    rule(r"een uur(?! of)", _one),
    rule(r"(\d{1,2}) uur", _whole),
    rule(r"(\d{1,2})(?= P[mdan]| am| pm)", _whole),
    rule(rf"(?:(?<=om )|(?<=rond )|(?<=tegen )|(?<=klokslag ))(?:de klok van )?(\d{{1,2}})"
         rf"(?! {COUNTED}| voor| over| vr| ~| _ (?:\d|een))", _whole),
    rule(r"(?:(?<=om )|(?<=rond )|(?<=tegen )|(?<=klokslag ))(een)(?= D| P| ofzo|$)", _whole),
    rule(r"(?:om|rond|tegen|bij) B(\d+)", _whole),
    rule(r"(?<=P[mdan] )(\d{1,2})(?= ofzo| D|$)", _whole),
    rule(r"middernacht", lambda match, line: Clock(0, sure=True, part="Pn")),
    rule(r"(\d{1,2})\.(\d{2})(?: uur)?", _dotted),
    rule(r"(\d{1,2}) (\d{2})(?: uur)?(?! \d)", _pair),
)  # fmt: skip
"""Hours in figures and "uur"; after the days, which take their own figures first."""
