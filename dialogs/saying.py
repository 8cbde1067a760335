"""A kept value in the Dutch she reads: in the echo, in her overview and on the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from dialogs.language import dates
from dialogs.language.contact import spoken
from dialogs.model import Kind

_UNITS = {"year": ("jaar", "jaar"), "month": ("maand", "maanden"), "week": ("week", "weken")}


def said(kind: Kind, value: tuple[str, ...], today: date) -> str:
    """ "2026-11-24T14:30" → "dinsdag 24 november om 14:30 uur". What has no rule stays as it is."""
    how = _HOW.get(kind)
    return ", ".join(value) if how is None else listed([how(one, today) for one in value])


def says(kind: Kind) -> bool:
    """Whether values of this kind read otherwise than they are kept."""
    return kind in _HOW


def listed(parts: list[str]) -> str:
    """ "a, b en c"."""
    return " en ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _day(value: str, today: date) -> str:
    return dates.day(date.fromisoformat(value), today)


def _time(value: str, _today: date) -> str:
    return f"{value} uur"


def _moment(value: str, today: date) -> str:
    when = datetime.fromisoformat(value)
    return f"{dates.day(when.date(), today)} om {dates.clock(when)} uur"


def _amount(value: str, _today: date) -> str:
    whole, _, cents = value.partition(".")
    return f"€ {int(whole):,}".replace(",", ".") + (f",{cents}" if cents else "")


def _age(value: str, _today: date) -> str:
    if value == "none":
        return "geen kinderen"
    count, unit, *pregnant = value.split()
    one, more = _UNITS[unit]
    length = f"{count} {one if count == '1' else more}"
    if not pregnant:
        return length
    return "zwanger" if count == "0" else f"{length} zwanger"


def _phone(value: str, _today: date) -> str:
    return spoken(value)


_HOW: Mapping[Kind, Callable[[str, date], str]] = {
    Kind.DATE: _day,
    Kind.BIRTHDATE: _day,
    Kind.TIME: _time,
    Kind.MOMENT: _moment,
    Kind.AMOUNT: _amount,
    Kind.AGES: _age,
    Kind.PHONE: _phone,
}
