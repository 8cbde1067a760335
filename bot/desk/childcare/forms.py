"""What a colleague fills in about childcare, read strictly: ValueError for what is no answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date

from bot.desk.programme_forms import cents
from casework import childcare_place
from casework.budget import Grant
from casework.programmes import Programme
from storage.childcare import DAYS

NOTES = ("provider", "lrk", "price", "hours")
LONGEST = 80  # characters of a note
_LRK = re.compile(r"\d{6,12}")


def typed_days(fields: Mapping[str, str]) -> dict[str, str]:
    """What was typed for each day of the form."""
    return {name: fields[name].strip() for name in DAYS if name in fields}


def no_day(typed: Mapping[str, str]) -> str:
    """The first of these that was filled in and is no day; "" when all is well."""
    for name, text in typed.items():
        with suppress(ValueError):
            days({name: text})
            continue
        return name
    return ""


def days(typed: Mapping[str, str]) -> dict[str, date | None]:
    """The days that were typed; an empty one is not known (any more)."""
    return {name: date.fromisoformat(text) if text else None for name, text in typed.items()}


def day(fields: Mapping[str, str]) -> date | None:
    """The day of one step; None: it follows the other days."""
    text = fields.get("dag", "").strip()
    return date.fromisoformat(text) if text else None


def typed_notes(fields: Mapping[str, str]) -> dict[str, str]:
    """What was typed about the provider."""
    return {name: fields.get(name, "").strip()[:LONGEST] for name in NOTES}


def no_note(typed: Mapping[str, str]) -> str:
    """The first of these that was filled in and cannot be read; "" when all is well."""
    for name, reads in _READS.items():
        try:
            if typed[name]:
                reads(typed[name])
        except ValueError:
            return name
    return ""


def notes(typed: Mapping[str, str]) -> dict[str, str]:
    """What to write down of the provider; an empty field is nothing."""
    return {name: text for name, text in typed.items() if text}


def _registered(text: str) -> None:
    if not _LRK.fullmatch(text):
        raise ValueError(text)


_READS: Mapping[str, Callable[[str], object]] = {
    "lrk": _registered,
    "price": cents,
    "hours": childcare_place.hours,
}


def place(fields: Mapping[str, str], first: date | None, programme: Programme) -> Grant:
    """The place to give, from the first day on; no longer than the programme's own time."""
    months = int(fields.get("months", ""))
    if first is None or not 0 < months <= (programme.months or 120):
        raise ValueError(months)
    return Grant((first.year, first.month), months, cents(fields.get("euros", "")))
