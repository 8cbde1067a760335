"""One typed answer of any kind → a JSON-ready value: what `stapje language read` and tests call.

Dates and times are ISO text without seconds, telephone numbers E.164, choices the option's text.
None always means unclear: ask again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from dialogs.language import when
from dialogs.language.ages import read_ages
from dialogs.language.choices import Known, read_choice, read_choices
from dialogs.language.contact import read_phone, read_postcode
from dialogs.language.guard import found_bsn, found_iban
from dialogs.language.numbers import number
from dialogs.language.numbers.amounts import read_amount

Reader = Callable[[str, Sequence[str], datetime | None], object]


def read(
    kind: str, text: str, options: Sequence[str] = (), now: datetime | None = None
) -> object | None:
    """The value of a typed answer, or None when it is not clear.

    `now` is local and naive; date and birthdate and datetime need it. Raises ValueError for an
    unknown kind, for a choice without options and for a date without `now`.
    """
    if kind not in READERS:
        raise ValueError(f"unknown kind {kind!r}; it must be one of {', '.join(READERS)}")
    if kind in _CHOOSING and not options:
        raise ValueError(f"kind {kind!r} needs options")
    if kind in _DATED and now is None:
        raise ValueError(f"kind {kind!r} needs now")
    return READERS[kind](text, options, now)


def _known(options: Sequence[str]) -> list[Known]:
    return [Known(str(place), label) for place, label in enumerate(options)]


def _option(text: str, options: Sequence[str], _now: datetime | None) -> str | None:
    found = read_choice(text, _known(options))
    return None if found is None else options[int(found)]


def _options(text: str, options: Sequence[str], _now: datetime | None) -> list[str] | None:
    found = read_choices(text, _known(options))
    return None if found is None else [options[int(place)] for place in found]


def _date(text: str, _options: Sequence[str], now: datetime | None) -> str | None:
    assert now is not None
    return _iso(when.read_date(text, now))


def _birthdate(text: str, _options: Sequence[str], now: datetime | None) -> str | None:
    assert now is not None
    return _iso(when.read_birthdate(text, now))


def _moment(text: str, _options: Sequence[str], now: datetime | None) -> str | None:
    assert now is not None
    return _iso(when.read_moment(text, now))


def _time(text: str, _options: Sequence[str], _now: datetime | None) -> str | None:
    return _iso(when.read_time(text))


def _ages(text: str, _options: Sequence[str], _now: datetime | None) -> list[object] | None:
    found = read_ages(text)
    if found is None:
        return None
    return [{"value": one.value, "unit": one.unit, "pregnant": one.pregnant} for one in found]


def _alone(reader: Callable[[str], object]) -> Reader:
    """A reader that needs the text only; nothing found is unclear."""
    return lambda text, _options, _now: reader(text)


def _codes(finder: Callable[[str], tuple[str, ...]]) -> Reader:
    return lambda text, _options, _now: list(finder(text)) or None


def _iso(value: date | time | datetime | None) -> str | None:
    if value is None:
        return None
    if isinstance(value, datetime | time):
        return value.isoformat(timespec="minutes")
    return value.isoformat()


READERS: dict[str, Reader] = {
    "option": _option,
    "options_multi": _options,
    "date": _date,
    "birthdate": _birthdate,
    "time": _time,
    "datetime": _moment,
    "number": _alone(number),
    "amount": _alone(read_amount),
    "ages": _ages,
    "phone": _alone(read_phone),
    "postcode": _alone(read_postcode),
    "bsn": _codes(found_bsn),
    "iban": _codes(found_iban),
}
"""Every kind and its reader; what one returns is JSON-ready."""

_CHOOSING = frozenset({"option", "options_multi"})
_DATED = frozenset({"date", "birthdate", "datetime"})
