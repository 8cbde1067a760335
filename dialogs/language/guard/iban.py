"""IBANs of all countries in a text, in any spacing and case, also with digits spelled out.

Lengths: SWIFT's IBAN registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban

from dialogs.language.guard.digits import Plain, counted, plain

_LISTED = """
AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18
DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23
IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27
MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19
SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
"""
LENGTHS = {item[:2]: int(item[2:]) for item in _LISTED.split()}  # country → characters
_GAP = r"[\W_]{0,3}"
_START = re.compile(rf"(?=([A-Za-z]{_GAP}[A-Za-z]{_GAP}[0-9oOlI]{_GAP}[0-9oOlI]{_GAP}[A-Za-z0-9]))")
_NEXT = re.compile(rf"{_GAP}([A-Za-z0-9])")
_TO_DIGIT = str.maketrans("OLI", "011")
_TO_LETTER = str.maketrans("01", "OI")
_SHORTEST = 15


def ibans(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each IBAN without spaces, in capitals, with its span in the text."""
    if len(text) < _SHORTEST:
        return
    seen, past = counted(plain(text)), 0
    for found in _START.finditer(seen.text):
        if found.start() < past:
            continue
        if hit := _from(seen, found.start()):
            code, past = hit
            yield code, seen.span(found.start(), past)


def _from(seen: Plain, start: int) -> tuple[str, int] | None:
    """The IBAN that begins here and where it ends."""
    country = re.sub(r"[\W_]", "", seen.text[start : start + 8])[:2].upper()
    length = LENGTHS.get(country)
    if length is None:
        return None
    chars: list[str] = []
    place = start
    while len(chars) < length and (step := _NEXT.match(seen.text, place)):
        chars.append(step.group(1).upper())
        place = step.end()
    follows = seen.text[place : place + 1]
    if len(chars) < length or follows.isdigit():
        return None
    code = _valid("".join(chars))
    return (code, place) if code else None


def _valid(code: str) -> str:
    """The code when it is an IBAN, an o for a 0 and an l for a 1 repaired; else ""."""
    tries = [code, code[:2] + code[2:4].translate(_TO_DIGIT) + code[4:]]
    if code.startswith("NL"):
        bank, account = code[4:8].translate(_TO_LETTER), code[8:].translate(_TO_DIGIT)
        tries.append(tries[1][:4] + bank + account)
    return next((one for one in tries if iban.is_valid(one, check_country=False)), "")
