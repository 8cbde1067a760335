"""What the grammar finds in a line of tokens, and how rules rewrite the line into marks.

A rule's pattern is replaced by a mark: `D0`, `D1` … for days, `T0` … for clock times, `R0` for a
moment counted from now, `?` for something that was said and is not clear. Other rules then read
the marks ("T0 Pa", "niet D0 maar D1"), so that the whole grammar is a list of small rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from functools import partial

UNCLEAR = "?"


class Asked(Enum):
    """What the question wants; it decides what bare figures are."""

    DATE = "date"
    BIRTH = "birthdate"
    TIME = "time"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Day:
    """A day that was named. `loose`: by its weekday only, so another word may say which one."""

    on: date
    loose: bool = False
    near: bool = False  # today, tonight, tomorrow: a bare figure beside it is an hour
    part: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time that was named, in minutes after midnight; `sure` in 24-hour notation.

    `zero` marks a leading one ("06:30"), which says 24-hour too, unless a part of the day follows.
    """

    minutes: int
    sure: bool
    zero: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One typed text under reading: what is asked, now, and everything found so far."""

    asked: Asked
    now: datetime
    days: list[Day] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    moments: list[datetime] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The local day on which she types."""
        return self.now.date()

    @property
    def past(self) -> bool:
        """Whether days lie behind her: a birth date."""
        return self.asked is Asked.BIRTH

    def mark(self, found: Found) -> str:
        """Keep what was found and give its mark."""
        match found:
            case Day():
                self.days.append(found)
                return f"D{len(self.days) - 1}"
            case Clock():
                self.clocks.append(found)
                return f"T{len(self.clocks) - 1}"
            case datetime():
                self.moments.append(found)
                return f"R{len(self.moments) - 1}"
        return found

    def give_part(self, mark: str, part: str) -> bool:
        """Set the part of the day of a marked day or time; False when it has another one."""
        place = int(mark[1:])
        had = (self.days if mark[0] == "D" else self.clocks)[place].part
        if mark[0] == "D":
            self.days[place] = replace(self.days[place], part=part)
        else:
            self.clocks[place] = replace(self.clocks[place], part=part)
        return had in ("", part)


Found = Day | Clock | datetime | str
Reader = Callable[[re.Match[str], Line], Found | None]
Rule = tuple[re.Pattern[str], Reader]


def rule(pattern: str, reader: Reader) -> Rule:
    """A rule over whole tokens; its reader gives what was found, a text, or None for no match."""
    return re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), reader


def rewrite(text: str, rules: Sequence[Rule], line: Line) -> str:
    """The line with everything these rules find replaced by marks, in the order of the rules."""
    for pattern, reader in rules:
        text = pattern.sub(partial(_mark, reader, line), text)
    return text


def _mark(reader: Reader, line: Line, match: re.Match[str]) -> str:
    found = reader(match, line)
    return match.group() if found is None else line.mark(found)
