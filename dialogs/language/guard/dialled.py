"""Telephone numbers within a row of digits, by their shape: Dutch, +31, 0031 and from abroad."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogs.language.guard.digits import Group

_DUTCH = 10  # digits, with the first 0
_SHORTEST, _LONGEST = 9, 15  # digits of a number from abroad, country code included
_TELLING = 4  # digits that show whether it begins with a country: "0031", "3106"
_BREAKS = frozenset({",", ";", "\n", "|"})
_NINE_DIGITS = "597"  # Suriname's landlines have nine with the country code, all others more


@dataclass(frozen=True, slots=True)
class Dialled:
    """A number as one would dial it, and the groups `first` up to `past` that make it."""

    number: str  # "0612345678" or "+31612345678"
    first: int
    past: int


def dialled(run: Sequence[Group]) -> Iterator[Dialled]:
    """The telephone numbers of a row, left to right."""
    first = 0
    while first < len(run):
        found = _abroad(run, first) or _dutch(run, first)
        if found:
            yield found
        first = found.past if found else first + 1


def _abroad(run: Sequence[Group], first: int) -> Dialled | None:
    """+31 6 …, 0031 (0)6 …, 31 6 …, +32 …"""
    plus, digits, past = run[first].plus, "", first
    found: Dialled | None = None
    while past < len(run) and not (past > first and run[past].gap in _BREAKS):
        if found and len(run[past].digits) >= _SHORTEST - 1:
            break  # the next number
        digits += run[past].digits
        past += 1
        number = digits if plus else _country_first(digits)
        if len(number) > _LONGEST or (not number and len(digits) >= _TELLING):
            break
        if number.startswith("31"):
            found = _netherlands(number, first, past)
            if found:
                return found
        elif (
            number and len(number) >= _SHORTEST and (len(number) > _SHORTEST or past > first + 1)
        ) or (number.startswith(_NINE_DIGITS) and len(number) == _SHORTEST):
            found = Dialled("+" + number, first, past)
    return found


def _country_first(digits: str) -> str:
    """The digits from the country code on; "" when they begin with none."""
    if digits.startswith("00"):
        return digits[2:] if digits[2:3] not in ("", "0") else ""
    return digits if digits.startswith(("316", "3106")) else ""


def _netherlands(number: str, first: int, past: int) -> Dialled | None:
    inland = number[2:].removeprefix("0")
    return Dialled("+31" + inland, first, past) if len(inland) == _DUTCH - 1 else None


def _dutch(run: Sequence[Group], first: int) -> Dialled | None:
    """06 12345678, 078 123 45 67: ten digits that begin with one 0."""
    digits, past = "", first
    alone = len(run) <= _DUTCH and sum(len(group.digits) for group in run) == _DUTCH
    while past < len(run) and len(digits) < _DUTCH:
        if past > first and run[past].gap in _BREAKS and not alone:
            return None
        digits += run[past].digits
        past += 1
    if len(digits) != _DUTCH or digits[0] != "0" or digits[1] == "0":
        return None
    solid = any(len(group.digits) == _DUTCH - 1 for group in run[first:past])
    return None if solid and digits[1] != "6" else Dialled(digits, first, past)
