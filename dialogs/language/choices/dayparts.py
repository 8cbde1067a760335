"""A clock time or a meal where the buttons are parts of the day: "na 5en" is the evening."""

from __future__ import annotations

import re

from dialogs.language.choices.labels import Option, Options
from dialogs.language.wordlist import listed

_PARTS = {"ochtend": range(5, 12), "middag": range(12, 17), "avond": range(17, 24)}
_HOURS = listed("een twee drie vier vijf zes zeven acht negen tien elf twaalf")
_LATE = listed(
    "enen tweeen drieen vieren vijven zessen zevenen achten negenen tienen elven twaalven"
)
_NAMED = {name: place for names in (_HOURS, _LATE) for place, name in enumerate(names, 1)}
_H = rf"(\d{{1,2}}|{'|'.join(_NAMED)})"
_CLOCK = re.compile(
    rf"(?<!\S)(?:(?P<how>na|vanaf|voor|tot|om|rond|tegen|half)(?: ongeveer)? {_H}(?: uur)?"
    rf"|{_H} uur)(?!\S)"
)
_EVENTS = {
    "ochtend": re.compile(r"\b(?:na het ontbijt|als ze (?:naar|op) school zijn)\b"),
    "middag": re.compile(r"\b(?:na (?:de )?(?:lunch|school\w*)|(?:rond|tijdens) (?:de )?lunch)\b"),
    "avond": re.compile(
        r"\b(?:na (?:het )?(?:avond)?eten|als (?:ze|de kinderen) (?:slapen|op bed liggen))\b"
    ),
}
_EVENING_FROM = 5  # "na vijven", "na zessen": who says so means that day's end
_MORNING_FROM = 8  # a bare seven may be either


def by_clock(said: str, options: Options) -> list[Option] | None:
    """The parts of the day she means by a time; None when she names none, or names a part too."""
    parts = {part: o for o in options.all for part in _PARTS if part in o.label}
    if len(parts) < 2 or any(part in said for part in _PARTS):
        return None
    found = {part for part, event in _EVENTS.items() if event.search(said)}
    for clock in _CLOCK.finditer(said):
        found |= {_part(clock["how"] or "", _hour(clock[2] or clock[3]))}
    return [parts[part] for part in _PARTS if part in parts and part in found] if found else None


def _hour(word: str) -> int:
    return int(word) if word.isdigit() else _NAMED[word]


def _part(how: str, hour: int) -> str:
    """The part of the day this hour lies in; "" when it may be either."""
    if how in ("voor", "tot"):
        return "ochtend" if hour in (10, 11, 12) else ""
    if how in ("na", "vanaf") and _EVENING_FROM <= hour <= 9:
        return "avond" if how == "na" else ""
    if 1 <= hour <= 4:
        hour += 12
    elif hour < _MORNING_FROM:
        return ""
    return next((part for part, hours in _PARTS.items() if hour in hours), "")
