"""A clock time or a meal where the buttons are parts of the day: "na 5en" is the evening."""

from __future__ import annotations

import re

from dialogs.language.choices.days import read_days
from dialogs.language.choices.options import Option, Options
from dialogs.language.choices.stance import Stance
from dialogs.language.when import read_time
from dialogs.language.wordlist import listed

_PARTS = {"ochtend": range(5, 12), "middag": range(12, 17), "avond": range(17, 24)}
_LABELS = frozenset(word for part in _PARTS for word in (part, f"{part}s"))
_HOURS = listed("een twee drie vier vijf zes zeven acht negen tien elf twaalf")
_LATE = listed(
    "enen tweeen drieen vieren vijven zessen zevenen achten negenen tienen elven twaalven"
)
_NAMED = {name: place for names in (_HOURS, _LATE) for place, name in enumerate(names, 1)}
_H = rf"(\d{{1,2}}|{'|'.join(_NAMED)})"
_CLOCK = re.compile(
    rf"(?<!\S)(?:(?P<how>na|vanaf|voor|tot|om|rond|tegen|half)(?: ongeveer)?(?: half)? {_H}"
    rf"(?: uur)?"
    rf"|{_H} ?(?:uur|u)|(?P<exact>\d{{1,2}})[:. ]\d{{2}}(?: uur)?)(?!\S)"
)
_BETWEEN = re.compile(rf"\btussen {_H}(?: uur)? (en) {_H}\b")
_OR_SO = re.compile(r"\been uur(?:tje)? of (\w+)\b")
_WHOLE_DAY = re.compile(r"\b(?:hele dag|dag en nacht|alle dagdelen|heel de dag)\b")
_WHOLE = frozenset(["hele", "dag"])
_NOT = re.compile(r"\b(?:niet|geen|behalve)\b")
_ALWAYS = re.compile(r"^altijd(?: goed| prima)?$")
_EVENTS = {
    "ochtend": re.compile(
        r"\b(?:na het ontbijt|voor (?:de |het )?(?:lunch|middag(?:eten)?)"
        r"|(?:als|zodra|terwijl|wanneer) (?:ik )?(?:ze|hij|zij|de \w+|mijn \w+) (?:naar|op) school"
        r" (?:zijn|is|zit|zitten|heb gebracht|gebracht heb))\b"
    ),
    "middag": re.compile(r"\b(?:na (?:de )?(?:lunch|school\w*)|(?:rond|tijdens) (?:de )?lunch)\b"),
    "avond": re.compile(
        r"^(?:liefst |liever |graag )*(?:zo )?laat(?: mogelijk)?$"
        r"|\b(?:na (?:het )?(?:avond)?eten|als (?:ze|de kinderen) (?:slapen|op bed liggen))\b"
    ),
}
_EVENING_FROM = 5  # "na vijven", "na zessen": who says so means that day's end
_MORNING_FROM = 8  # a bare seven may be either


def by_clock(said: str, options: Options) -> list[Option] | None:
    """The parts of the day she means by a time; None when she names none, or names a part too."""
    if not _LABELS & options.words:
        return None
    parts = {part: o for o in options.all for part in _PARTS if {part, f"{part}s"} & set(o.label)}
    if len(parts) < 2 or any(part in said for part in _PARTS) or _at_school(said, options):
        return None
    if "vanaf" in said and " tot " in said:
        return []  # from one part into another
    if _WHOLE_DAY.search(said) or (_ALWAYS.search(said) and not options.of(Stance.ANY)):
        whole = [o for o in options.all if _WHOLE.issubset(o.label)]
        return whole or [parts[part] for part in _PARTS if part in parts]
    said = _OR_SO.sub(r"\1 uur", said)
    said = _BETWEEN.sub(_between, said)
    found = {part for part, event in _EVENTS.items() if event.search(said)}
    for clock in _CLOCK.finditer(said):
        if _NOT.search(said):
            return []
        found |= {_part(clock["how"] or "", _hour(clock[2] or clock[3] or clock["exact"]))}
    if found == {""} and "_" in said:
        return None  # "na_werk, rond half 7"
    return [parts[part] for part in _PARTS if part in parts and part in found] if found else None


def _at_school(said: str, options: Options) -> bool:
    """Whether "Na school" or the like is a button of its own, and she speaks of school."""
    return "school" in said and any("school" in word for word in options.words)


_DIGIT = re.compile(r"\d")
_HOURS_OF = (  # buttons that are hours of the day: from, to
    (re.compile(r"^tussen (\d+)(?: uur)? en (\d+)(?: uur)?$"), 1, 2),
    (re.compile(r"^voor (\d+)(?: uur)?$"), None, 1),
    (re.compile(r"^(?:na|vanaf) (\d+)(?: uur)?$"), 1, None),
)


def by_hours(text: str, options: Options) -> list[Option] | None:
    """The stretch of the day her clock time lies in: "half elf" is "Tussen 9 en 12"."""
    hours = [_hours(" ".join(o.label)) for o in options.all]
    if sum(one is not None for one in hours) < 2:
        return None
    if (at := read_time(text)) is None:
        return [] if _DIGIT.search(text) else None  # "tussen 11 en 1" is no place in the list
    hour = at.hour + at.minute / 60
    return [o for o, one in zip(options.all, hours, strict=True) if one and one[0] <= hour < one[1]]


def _hours(label: str) -> tuple[int, int] | None:
    for pattern, first, last in _HOURS_OF:
        if found := pattern.match(label):
            return int(found[first]) if first else 0, int(found[last]) if last else 24
    return None


def by_week(said: str, options: Options) -> list[Option] | None:
    """The stretch of the week her days lie in, where a button is more days than one."""
    dayed = [o for o in options.all if o.days and not o.slot]
    if len(dayed) < 2 or max(len(o.days) for o in dayed) < 2:
        return None
    found = read_days(said)
    if found is None:
        return None
    if fit := [o for o in dayed if set(found) <= o.days]:
        return fit
    return options.of(Stance.ANY) or []


def _between(found: re.Match[str]) -> str:
    """The first and the last whole hour: "tussen 10 en 12" is before noon."""
    return f"om {found[1]} {found[2]} om {(_hour(found[3]) - 2) % 12 + 1}"


def _hour(word: str) -> int:
    return int(word) if word.isdecimal() else _NAMED[word]


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
