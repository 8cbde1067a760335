"""Number words up to 99 and years in words, as digits: "eenentwintig" → "21", "derde" → "3E"."""

from __future__ import annotations

from dialogs.language.wordlist import listed

_UNITS = listed("nul een twee drie vier vijf zes zeven acht negen")
_TEENS = listed("""
tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien
""")
_TENS = listed("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_FIRST = listed("""
eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende
veertiende vijftiende zestiende zeventiende achttiende negentiende
""")
_BENT = listed("""
drieen vieren vijven zessen zevenen achten negenen tienen elven twaalven
""")  # "tegen vieren": about four o'clock


def _numbers() -> dict[str, str]:
    made = {word: value for value, word in enumerate(_UNITS + _TEENS) if word != "een"}
    made |= {word: 20 + 10 * place for place, word in enumerate(_TENS)}
    for place, tens in enumerate(_TENS):
        made |= {f"{unit}en{tens}": 20 + 10 * place + n for n, unit in enumerate(_UNITS) if n}
    return {word: str(value) for word, value in made.items()}


def _ordinals() -> dict[str, str]:
    made = {word: value for value, word in enumerate(_FIRST, 1)}
    made |= {word + "ste": int(value) for word, value in _numbers().items() if 19 < int(value) < 32}
    return {word: f"{value}E" for word, value in made.items()}


CHAT = {
    "twe": "2", "drei": "3", "dri": "3", "vyf": "5", "fijf": "5", "vijv": "5", "ses": "6",
    "zez": "6", "agt": "8", "ahct": "8", "elluf": "11", "twaluf": "12", "twalf": "12", "tein": "10",
    "tweeen": "2", "enen": "1", "negentienhonderd": "1900", "tweeduizend": "2000", "ene": "een",
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "eleven": "11", "twelve": "12",
}  # fmt: skip
NUMBERS: dict[str, str] = _numbers() | CHAT
"""Number words → digits. "een" is left out: it is an article too, the grammar decides."""
ORDINALS: dict[str, str] = _ordinals()
"""Ordinal words → `3E`."""
BENT: dict[str, str] = {word: f"B{value}" for value, word in enumerate(_BENT, 3)}
"""Forms that only follow "tegen", "bij", "rond" or "na"."""
