"""Days and times that can be chosen: "di 24 november 10:00 uur", and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.language.chat import mended, pieces, plain
from dialogs.language.choices.days import day
from dialogs.language.wordlist import listed

HALF_DAY = 12 * 60
_MONTHS = listed("""
jan feb mrt apr mei jun jul aug sep okt nov dec
""")
_MONTH = {
    **{m: i for i, m in enumerate(_MONTHS, 1)}, "maart": 3, "maa": 3, "sept": 9, "oct": 10,
    **{m: i for i, m in enumerate(listed("""
januari februari maart april mei juni juli augustus september oktober november december
"""), 1)},
}  # fmt: skip
_HOURS = {
    w: i
    for i, w in enumerate(
        listed("""
een twee drie vier vijf zes zeven acht negen tien elf twaalf
"""),
        1,
    )
}
_H = r"(\d{1,2}|" + "|".join(_HOURS) + r")"
_CLOCK = re.compile(r"\b(\d{1,2})[:.](\d{2})\b(?:\s*(?:uur|u|h)\b)?")
_WHOLE = re.compile(rf"\b{_H}\s?(?:uur|u|h)\b")
_PAST = re.compile(rf"\b(kwart|tien|vijf|10|5|15|20|twintig) (over|voor) (half )?{_H}\b(?: uur)?")
_HALF = re.compile(rf"\bhalf {_H}\b(?: uur)?")
_AT = re.compile(rf"\b(?:om|rond|tegen) {_H}\b")
_DATE = re.compile(r"\b(\d{1,2})(?:e|de|ste)?(?: van)? ([a-z]{3,9})\b")
_WORD = re.compile(r"[a-z]{3,}")
_DAY_PART = re.compile(r"\b([a-z]{2,6}dag)(ochtend|morgen|middag|avond)")
_TIME, _DAY = re.compile(r"t(\d{1,4})"), re.compile(r"d(\d{1,2})m(\d{1,2})")
_PARTS = {
    "ochtend": range(12 * 60), "ochtends": range(12 * 60), "morgens": range(12 * 60),
    "middag": range(12 * 60, 18 * 60), "middags": range(12 * 60, 18 * 60),
    "smiddags": range(12 * 60, 18 * 60), "smorgens": range(12 * 60), "sochtends": range(12 * 60),
    "savonds": range(18 * 60, 24 * 60),
    "avond": range(18 * 60, 24 * 60), "avonds": range(18 * 60, 24 * 60),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """A moment as a button shows it; None for what it does not show. Minutes since midnight."""

    weekday: int | None
    date: int | None  # day of the month
    month: int | None
    minute: int | None


@dataclass(frozen=True, slots=True)
class Moment:
    """What she says of a moment. `minutes` are read without saying morning or afternoon."""

    weekdays: frozenset[int]
    dates: frozenset[tuple[int, int]]  # day of the month, month or 0
    minutes: frozenset[int]
    hours: range | None
    bare: frozenset[int]  # numbers that may be a date, an hour or a place in the list

    def __bool__(self) -> bool:
        """Whether it says anything at all."""
        some = self.weekdays or self.dates or self.minutes or self.bare
        return bool(some) or self.hours is not None

    def fits(self, slot: Slot) -> bool:
        """Whether this slot can be the one she means."""
        return (
            (not self.weekdays or slot.weekday in self.weekdays)
            and (not self.dates or any(_dated(slot, date, month) for date, month in self.dates))
            and (not self.minutes or _timed(slot, self.minutes, self.hours))
            and (self.hours is None or (slot.minute is not None and slot.minute in self.hours))
            and (not self.bare or any(_numbered(slot, number) for number in self.bare))
        )


def _dated(slot: Slot, date: int, month: int) -> bool:
    return slot.date == date and (not month or slot.month in (month, None))


def _timed(slot: Slot, minutes: frozenset[int], hours: range | None) -> bool:
    if slot.minute is None:
        return False
    return any(
        m == slot.minute or (m < 13 * 60 and (m - slot.minute) % HALF_DAY == 0) for m in minutes
    )


def _numbered(slot: Slot, number: int) -> bool:
    whole = slot.minute is not None and slot.minute % 60 == 0
    return slot.date == number or (whole and _timed(slot, frozenset((number * 60,)), None))


def read_slot(label: str) -> Slot | None:
    """The moment on a button, or None when it shows no day with a date or time, nor a time."""
    bare = label.casefold()
    minutes, rest = _clock(bare)
    dates, rest = _calendar(plain(rest))
    weekdays = [d for word in rest.split() if (d := day(word)) is not None]
    if len(minutes) > 1 or len(weekdays) > 1 or not (minutes or (dates and weekdays)):
        return None
    date, month = dates[0] if dates else (None, None)
    return Slot(weekdays[0] if weekdays else None, date, month, minutes[0] if minutes else None)


def timed(text: str) -> str:
    """Her words as `pieces` gives them, each clock time as "t600" and each date as "d24m11"."""
    whole = _WORD.sub(lambda m: mended(m[0]), text.casefold())
    apart = _DAY_PART.sub(r"\1 \2", whole)
    rest = _clock(apart, keep=True)[1]
    return _calendar(pieces(rest), keep=True)[1]


def names_moment(word: str, words: Sequence[str]) -> bool:
    """Whether this word of `timed` text says something of a day or time."""
    if _TIME.fullmatch(word) or _DAY.fullmatch(word) or word in _PARTS:
        return True
    return _day_said(word, words) is not None or _bare(word) is not None


def read_moment(words: Sequence[str]) -> Moment:
    """What words of `timed` text say of days and times, whatever else is in them."""
    minutes = frozenset(int(m[1]) for w in words if (m := _TIME.fullmatch(w)))
    dates = frozenset((int(m[1]), int(m[2])) for w in words if (m := _DAY.fullmatch(w)))
    hours = next((_PARTS[w] for w in words if w in _PARTS), None)
    weekdays = frozenset(d for w in words if (d := _day_said(w, words)) is not None)
    bare = frozenset(n for w in words if (n := _bare(w)) is not None)
    return Moment(weekdays, dates, minutes, hours, bare)


def _bare(word: str) -> int | None:
    digits = word.removesuffix("ste").removesuffix("de").removesuffix("e")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= 2 else None


def _day_said(word: str, words: Sequence[str]) -> int | None:
    if word in ("zo", "ma", "do", "mon", "don", "vrij") and len(words) > 2:
        return None
    return day(word)


def _clock(text: str, *, keep: bool = False) -> tuple[list[int], str]:
    """Minutes since midnight of each time in it, and the text without them."""
    found: list[int] = []

    def take(minute: int) -> str:
        found.append(minute % (24 * 60))
        return f" t{found[-1]} " if keep else " "

    text = _CLOCK.sub(lambda m: take(int(m[1]) * 60 + int(m[2])) if int(m[1]) < 25 else m[0], text)
    text = _PAST.sub(lambda m: take(_past(m)), text)
    text = _HALF.sub(lambda m: take(_hour(m[1]) * 60 - 30), text)
    text = _WHOLE.sub(lambda m: take(_hour(m[1]) * 60), text)
    return found, _AT.sub(lambda m: take(_hour(m[1]) * 60), text)


def _past(found: re.Match[str]) -> int:
    away = {"kwart": 15, "tien": 10, "vijf": 5, "twintig": 20}.get(found[1]) or int(found[1])
    whole = _hour(found[4]) * 60 - (30 if found[3] else 0)
    return whole + (away if found[2] == "over" else -away)


def _hour(word: str) -> int:
    return int(word) if word.isdecimal() else _HOURS[word]


def _calendar(text: str, *, keep: bool = False) -> tuple[list[tuple[int, int]], str]:
    """Day and month of each date in it, and the text without them."""
    found: list[tuple[int, int]] = []

    def take(match: re.Match[str]) -> str:
        month = _MONTH.get(match[2])
        if month is None:
            return match[0]
        found.append((int(match[1]), month))
        return f" d{match[1]}m{month} " if keep else " "

    return found, _DATE.sub(take, text)
