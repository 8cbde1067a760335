"""Which numbers a button covers: "3 of meer", "4 tot en met 12", "Peuter"."""

from __future__ import annotations

import re

from dialogs.language.wordlist import listed

MANY = 999
_NUMBER_WORDS = listed("""
nul een twee drie vier vijf zes zeven acht negen tien elf twaalf
""")
NUMBERS = {word: value for value, word in enumerate(_NUMBER_WORDS)}
STAGES = {
    "baby": range(2), "dreumes": range(1, 2), "peuter": range(2, 4), "kleuter": range(4, 6),
    "basisschool": range(4, 13), "middelbare": range(12, 18), "voortgezet": range(12, 18),
    "tiener": range(12, 18), "puber": range(12, 18),
}  # fmt: skip
"""How old children are who are called, or go to school, so."""

_N = r"(\d+|" + "|".join(_NUMBER_WORDS) + r")"
_OF = r"(?: (?:jaar|kind|kinderen|keer|stuks|dagen))?"
_MORE = "(?:meer|ouder|hoger)"
_RANGES = tuple(
    (re.compile(rf"(?<!\S){pattern}(?!\S)"), first, last)
    for pattern, first, last in (  # pattern, what to add to the first, to the last
        (rf"(?:vanaf|minstens|minimaal) {_N}|{_N} ?\+|{_N}{_OF} (?:of|en) {_MORE}", 0, MANY),
        (rf"(?:meer|ouder|langer) dan {_N}|boven(?: de)? {_N}", 1, MANY),
        (rf"{_N}(?: jaar)? (?:tm|tot en met|of|-) {_N}", 0, 1),
        (rf"tussen(?: de)? {_N}(?: jaar)? en(?: de)? {_N}", 0, 1),
        (rf"(?:van )?{_N}(?: jaar)? tot {_N}", 0, 0),
    )
)
_BELOW = re.compile(rf"(?:minder|jonger|korter) dan {_N}|^(?:tot|onder)(?: de)? {_N}")
_ANY_NUMBER = re.compile(_N)
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b)")
_DASH = re.compile(r"(\d)\s?-\s?(\d)")


def numbers_in(told: str) -> range | None:
    """The numbers an option or an answer covers: "3 of meer", "4 tot en met 12", "1 kind"."""
    if stage := [STAGES[w] for w in told.split() if w in STAGES]:
        return stage[0] if len(stage) == 1 else None
    if not _ANY_NUMBER.search(told):
        return None
    said = _THOUSANDS.sub("", told.replace(" | ", " "))
    said = _DASH.sub(r"\1 - \2", said)
    for pattern, first, last in _RANGES:
        if found := pattern.search(said):
            ends = [number(n) for n in found.groups() if n]
            return range(ends[0] + first, ends[-1] + last)
    if found := _BELOW.search(said):
        return range(next(number(n) for n in found.groups() if n))
    alone = [w for w in said.split() if w.isdecimal() or w in NUMBERS]
    if len(alone) == 1 and len(said.split()) <= 3 and said.split()[0] == alone[0] != "een":
        return range(number(alone[0]), number(alone[0]) + 1)
    if re.match(r"een (?:kind|keer|dag|uur|jaar|baby)\b", said):
        return range(1, 2)
    return None


def number(word: str) -> int:
    """The value of a number in digits or a Dutch word up to twelve. Raises KeyError otherwise."""
    return int(word) if word.isdecimal() else NUMBERS[word]
