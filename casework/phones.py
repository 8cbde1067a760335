"""Telephone numbers: how they are kept (E.164) and how people read them."""

from __future__ import annotations

import re

_TWO_DIGIT_AREAS = frozenset(
    f"{tens}{ones}"
    for tens, all_ones in {
        1: "035",
        2: "0346",
        3: "03568",
        4: "0356",
        5: "0358",
        7: "0123456789",
        8: "4578",
        9: "1",
    }.items()
    for ones in all_ones
)


def e164(text: str) -> str | None:
    """A Dutch or international subscriber number as +31…; None when it cannot be one."""
    import phonenumbers  # slow to import, and only needed where somebody writes a number

    try:
        number = phonenumbers.parse(text, "NL")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def is_example(number: str) -> bool:
    """Whether nobody can have this number: no Dutch fixed line begins with 0 after its area."""
    rest = number.removeprefix("+31")
    if rest == number or rest[0] not in "123457":
        return False
    area = 2 if rest[:2] in _TWO_DIGIT_AREAS else 3
    return rest[area : area + 1] == "0"


def spoken(number: str) -> str:
    """The number in groups, as people read it aloud: "078 000 00 01"; others as they are."""
    if not re.fullmatch(r"\+31[0-9]{9}", number):
        return number
    rest = number[3:]
    if rest[0] == "6":
        return f"06 {_pairs(rest[1:])}"
    if rest[:2] in _TWO_DIGIT_AREAS:
        return f"0{rest[:2]} {rest[2:5]} {_pairs(rest[5:])}"
    return f"0{rest[:3]} {_pairs(rest[3:])}"


def _pairs(digits: str) -> str:
    return " ".join(digits[i : i + 2] for i in range(0, len(digits), 2))
