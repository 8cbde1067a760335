"""Dutch feast days by name: "eerste kerstdag", "koningsdag", "sinterklaas"; only one-day names."""

from __future__ import annotations

from datetime import date, timedelta

_FIXED = {
    "kerstavond": (12, 24), "oudjaarsdag": (12, 31), "oudjaarsavond": (12, 31),
    "oudjaar": (12, 31), "nieuwjaarsdag": (1, 1), "nieuwjaar": (1, 1), "bevrijdingsdag": (5, 5),
    "dodenherdenking": (5, 4), "sinterklaas": (12, 5), "sinterklaasavond": (12, 5),
    "pakjesavond": (12, 5), "valentijnsdag": (2, 14),
}  # fmt: skip
_AFTER_EASTER = {"paasmaandag": 1, "hemelvaartsdag": 39, "hemelvaart": 39, "pinkstermaandag": 50}
_NUMBERED = {"paasdag": 0, "pinksterdag": 49}  # the first; the second is the day after
_NTH = {"moederdag": (5, 6, 2), "vaderdag": (6, 6, 3), "prinsjesdag": (9, 1, 3)}


def feast(name: str, ordinal: int, year: int) -> date | None:
    """The day of this feast in this year; None for a feast of several days or of a moving moon."""
    if name == "kerstdag":
        return date(year, 12, 24 + ordinal) if ordinal in (1, 2) else None
    if name in _NUMBERED:
        after = _NUMBERED[name] + ordinal - 1
        return easter(year) + timedelta(after) if ordinal in (1, 2) else None
    if ordinal:
        return None
    if name == "koningsdag":  # on Saturday when it would be a Sunday
        day = date(year, 4, 27)
        return day - timedelta(day.weekday() == 6)
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _AFTER_EASTER:
        return easter(year) + timedelta(_AFTER_EASTER[name])
    return nth(year, *_NTH[name]) if name in _NTH else None


def nth(year: int, month: int, weekday: int, count: int) -> date | None:
    """The count-th weekday (0 is Monday) of a month, -1 the last; None when it has none."""
    if count < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta((weekday - first.weekday()) % 7 + 7 * (count - 1))
    return day if day.month == month else None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Oudin, 1940)."""
    century = year // 100
    golden = year % 19
    shift = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    moon = shift % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - sunday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))
