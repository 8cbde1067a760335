"""How to reach her: telephone number, postcode, and what to call her."""

from __future__ import annotations

import re

from dialogs.language.guard import MASK, found_bsn
from dialogs.language.guard.dialled import Dialled, dialled
from dialogs.language.guard.digits import Group, few, plain, runs
from dialogs.language.normal import normal
from dialogs.language.numbers.words import fold
from dialogs.language.turns import corrected
from dialogs.language.wordlist import listed

LONGEST_NAME = 40
_MOBILE_TAIL = 9  # digits of a Dutch number without its 0
_SHORT_AREAS = frozenset(  # of three digits with the 0; all others have four (ACM's number plan)
    listed("""
10 13 14 15 20 23 24 26 30 33 35 36 38 40 43 45 46 50 53 55 58 70 71 72 73 74 75 76 77 78 79
80 82 84 85 87 88 90 91
""")
)
_FEWEST = 7  # digits beside an o for a 0, before a number is looked for
_STRAY = 4  # digits beside a number that may be something else: "na 5", "2 keer"
_COMPLETE = 6  # digits of a last part that nothing belongs behind: "06 12345678"
_NAMED = re.compile(
    r"^\s*(?:(?:hoi|hallo|hey|hee|hai|goedemorgen|goedemiddag|goedenavond|salam|selam)\b[\s,.!]+)*"
    r"(?:(?:ik\s+(?:ben|heet)|(?:mijn|mn|m'n|me)\s+(?:voor|roep)?naam\s+is|noem\s+(?:me|mij)"
    r"|zeg\s+maar|doe\s+maar|gewoon)\s+)?(?:(?:maar|gewoon)\s+)*"
    r"(.+?)"
    r"(?:\s+(?:graag|hier|is\s+(?:goed|prima|genoeg)|alsjeblieft|aub|hoor))?"
    r"(?:[\s,]+\d{2}\s*(?:jaar|jr)(?:\s+oud)?)?[^\w)]*$",
    re.IGNORECASE,
)
_SENTENCE = """
ik je mij mijn mn me wil niet geen weet ben bang help hulp dood geld hoofd huis ja nee niks
niets hoi hallo goed slaat wie wat waar waarom hoe kan mag moet heb heeft is was zijn ok oke okee
prima graag maar hoor stop terug overslaan op kapot moe alleen klaar ziek boos
verdrietig zwanger gestrest
"""
_NO_NAME = frozenset(_SENTENCE.split())  # words that make it a sentence, not a name
_FOUR = r"(?P<solid>[1-9]\d{3})|(?P<apart>[1-9](?:[ .\-]?\d){3})"
_POSTCODE = re.compile(
    rf"(?<![\d+])(?:{_FOUR})(?P<gap>[ .\-,]{{0,3}})"
    r"(?P<letters>[A-Za-z][ .\-]?[A-Za-z])(?![A-Za-z])"
)
_NEVER = frozenset({"SA", "SD", "SS"})
_WORDS = frozenset(
    listed("""
ik is in en of op de te nu we ze je al er om an na uu ja me mn zo he oa bv nl wk jr af ca
""")
)


_REFUSED = re.compile(  # "bel die niet": a number to leave alone
    r"\bbel(?:len)? (?:die|dat|dit|deze)(?: nummer)? niet\b"
    r"|\b(?:die|dat|dit|deze)(?: nummer)? niet (?:bellen|gebruiken|appen)\b"
)
_NOT_ON = re.compile(r"\b(?:niet|nooit) (?:meer )?(?:op|naar) [\d+(]")


def read_phone(text: str) -> str | None:
    """A Dutch or international number as E.164; a BSN, two numbers or half of one → None."""
    if MASK in text or few(text, _FEWEST) or found_bsn(text):
        return None
    found = _dialled_in(text)
    said = fold(text)
    if _REFUSED.search(said) or (len(found) == 1 and _NOT_ON.search(said)):
        return None
    if len(found) > 1:
        found = _dialled_in(corrected(said))
    if len(found) != 1:
        return None
    (number,) = found
    return _checked(number) if number else None


def read_postcode(text: str) -> str | None:
    """A Dutch postcode as "3311 AB", also inside a sentence; none or two different → None."""
    found = _codes(text)
    if len(found) > 1:
        found = _codes(corrected(fold(text)))
    return found.pop() if len(found) == 1 else None


def read_name(text: str) -> str | None:
    """What to call her: "ik heet Samira" → "Samira"; None when that is no name to say aloud."""
    found = _NAMED.match(text)
    name = " ".join(found.group(1).split()) if found else ""
    if not (0 < len(name) <= LONGEST_NAME) or not any(c.isalpha() for c in name):
        return None
    if any(c.isdecimal() or c in "<>{}@/\\" for c in name) or len(name.split()) > 4:
        return None
    if set(normal(name).split()) & _NO_NAME:
        return None
    return name[0].upper() + name[1:]


def spoken(value: str) -> str:
    """A Dutch number as people read it: "+31612345678" → "06 12 34 56 78"; else as it is."""
    digits = value.removeprefix("+31")
    if digits == value or len(digits) != 9 or not digits.isdecimal():
        return value
    cut = 1 if digits[0] == "6" else 2 if digits[:2] in _SHORT_AREAS else 3
    head, rest = "0" + digits[:cut], digits[cut:]
    pairs = [rest[i : i + 2] for i in range(0, len(rest), 2)]
    if len(pairs[-1]) == 1:
        pairs[-2:] = [pairs[-2] + pairs[-1]]
    return " ".join([head, *pairs])


def _dialled_in(text: str) -> set[str]:
    return {number for run in runs(plain(text)) for number in _of(run)}


def _codes(text: str) -> set[str]:
    return {code for found in _POSTCODE.finditer(plain(text).text) if (code := _code(found, text))}


def _of(run: list[Group]) -> set[str]:
    """The numbers of one row of digits; "" for a row that is no number but might have been one."""
    found = list(dialled(run))
    whole = "".join(group.digits for group in run)
    if not found:
        if len(whole) == _MOBILE_TAIL and whole[0] == "6":
            return {"0" + whole}
        torn = len(whole) >= _MOBILE_TAIL or (len(whole) >= _FEWEST and whole.startswith("06"))
        return {""} if torn else set()
    used = {place for one in found for place in range(one.first, one.past)}
    stray = [group for place, group in enumerate(run) if place not in used]
    if sum(len(group.digits) for group in stray) > _STRAY or _torn(run, found):
        return {""}
    return {one.number for one in found}


def _torn(run: list[Group], found: list[Dialled]) -> bool:
    """A digit too many: the row goes on as the number was written ("06 1234 5678 9")."""
    for one in found:
        inner = {group.gap for group in run[one.first + 1 : one.past]}
        if len(run[one.past - 1].digits) >= _COMPLETE:
            continue
        if one.past == len(run) or run[one.past].gap not in inner:
            continue
        if not run[one.past].digits.startswith("0"):
            return True
    return False


def _checked(number: str) -> str | None:
    """The number as E.164 when there can be such a number."""
    import phonenumbers  # slow to import; only needed here

    try:
        parsed = phonenumbers.parse(number, "NL")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _code(found: re.Match[str], text: str) -> str | None:
    letters = re.sub(r"[^A-Za-z]", "", found["letters"])
    whole = not re.sub(r"[\W_]|postcode", "", text.replace(found.group(), "").lower())
    apart = bool(found["gap"]) or len(found["letters"]) > 2
    a_word = apart and not whole and not letters.isupper() and letters.lower() in _WORDS
    if a_word or letters.upper() in _NEVER:
        return None
    return f"{re.sub(r'[^0-9]', '', found['solid'] or found['apart'])} {letters.upper()}"
