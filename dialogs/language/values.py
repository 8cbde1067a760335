"""Numbers, telephone numbers and names as they are typed."""

from __future__ import annotations

import re

from dialogs.language.guard import MASK
from dialogs.language.normal import normal

MOST = 99
_WORDS = {
    "geen": 0, "nul": 0, "niks": 0, "een": 1, "1tje": 1, "eentje": 1, "twee": 2, "tweeling": 2,
    "drie": 3, "drieling": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10,
}  # fmt: skip
_NAMED = re.compile(
    r"^\s*(?:(?:ik\s+(?:ben|heet)|mijn\s+naam\s+is|mn\s+naam\s+is|noem\s+me|noem\s+mij|zeg\s+maar)\s+)?"
    r"(.+?)[\s.!,]*$",
    re.IGNORECASE,
)
LONGEST_NAME = 40
_SENTENCE = """
ik je mij mijn mn me wil niet geen weet ben bang help hulp dood geld hoofd huis ja nee niks
niets hoi hallo goed slaat wie wat waar waarom hoe kan mag moet heb heeft is was zijn
"""
_NO_NAME = frozenset(_SENTENCE.split())  # words that make it a sentence, not a name


def read_number(text: str) -> str | None:
    """A whole number from 0 to 99 in digits or words; two different numbers are unclear."""
    words = normal(text).split()
    found = [int(w) for w in words if w.isascii() and w.isdigit() and len(w) <= 3]
    found += [_WORDS[w] for w in words if w in _WORDS]
    if len(found) != 1 or found[0] > MOST:
        return None
    return str(found[0])


def read_phone(text: str) -> str | None:
    """A Dutch or international number as E.164, or None."""
    if MASK in text:
        return None
    import phonenumbers  # slow to import; only needed here

    try:
        number = phonenumbers.parse(text, "NL")
    except phonenumbers.NumberParseException:
        found = list(phonenumbers.PhoneNumberMatcher(text, "NL"))
        if len(found) != 1:
            return None
        number = found[0].number
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def read_name(text: str) -> str | None:
    """What to call her: "ik heet Samira" → "Samira"; None when that is no name to say aloud."""
    found = _NAMED.match(text)
    name = " ".join(found.group(1).split()) if found else ""
    if not (0 < len(name) <= LONGEST_NAME) or not any(c.isalpha() for c in name):
        return None
    if any(c.isdigit() or c in "<>{}@/\\" for c in name) or len(name.split()) > 4:
        return None
    if set(normal(name).split()) & _NO_NAME:
        return None
    return name[0].upper() + name[1:]


def spoken(value: str) -> str:
    """A Dutch number as people read it: "+31612345678" → "06 12 34 56 78"; else as it is."""
    digits = value.removeprefix("+31")
    if digits == value or len(digits) != 9 or not digits.isdigit():
        return value
    head, rest = ("06", digits[1:]) if digits[0] == "6" else ("0" + digits[:2], digits[2:])
    pairs = [rest[i : i + 2] for i in range(0, len(rest), 2)]
    if len(pairs[-1]) == 1:
        pairs[-2:] = [pairs[-2] + pairs[-1]]
    return " ".join([head, *pairs])
