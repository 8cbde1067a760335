"""An amount of money in euros: "1.850", "€ 80,-", "2,5k", "anderhalf duizend", "twaalf vijftig".

One amount or nothing: two amounts, a range or a bound ("minder dan 500") are asked again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.language.numbers.people import person
from dialogs.language.numbers.quantities import Token, decimal, glued, tokens, unread
from dialogs.language.numbers.repair import clear
from dialogs.language.turns import corrected
from dialogs.language.wordlist import listed

_ABSURD = 10_000_000
_EURO = frozenset(
    listed("""
€ euro euro's euros eur eu eruo euroo uero ero eurotjes eutjes euroos eurow ekkies piek
""")
)
_CENT = frozenset(["cent", "centen", "ct", "cents"])
_SLANG = {
    "tientje": 10, "tientjes": 10, "vijfje": 5, "vijfjes": 5, "meier": 100, "meiers": 100,
    "barkie": 100, "barki": 100, "barkies": 100, "doezoe": 1000, "ruggen": 1000, "rug": 1000,
    "rooie": 1000, "mille": 1000, "ton": 100_000, "k": 1000, "geeltje": 25, "joet": 10,
    "joetje": 10, "honderdje": 100, "vijftigje": 50, "twintigje": 20,
}  # fmt: skip
_ONLY_COUNTED = frozenset(listed("k rug ruggen rooie mille ton"))
_PERIOD = re.compile(
    r"\b(?:per|p|in de|elke|iedere|om de|voor de)\s*[./]?\s*(?:\d+|een|twee|drie|vier|zes)?\s*"
    r"(?:maanden|maand|mnd|m|weken|week|wk|w|jaar|jr|dag|keer|kwartaal|periode)\b\.?|"
    r"\b(?:maandelijks|wekelijks|netto|bruto)\b|\bp\.?m\b\.?|(?<=[a-z\d])/(?:maand|mnd|week|wk|m)\b"
)
_ROUGH = re.compile(
    r"\b(?:(?:een )?(?:euro(?:'?s)?|tientje|stuk) of|ongeveer|ongv|circa|ca\.?|plusminus|zo'?n|"
    r"rond(?:om)? de|rond|iets van|ruim|bijna|tegen de|dik|een kleine|kleine|krap|of zo|ofzo|"
    r"om en nabij(?: de)?|en nog wat)\b|\+/-|±|~"
)
_VAGUE = re.compile(
    r"\b(?:paar|tussen|minder|meer dan|minstens|minimaal|maximaal|max|min|minimum|maximum|hooguit|"
    r"hoogstens|onder|beneden|boven|tot|vanaf|veel|weinig|enkele|tig|beetje|hoger|lager|niet meer|"
    r"tm|t/m|ligt eraan|wisselt|verschilt|soms|komma)\b|-\s*\d+\s*(?:€|euro)|^\s*-\s?\d|"
    r"\b(?:een|n) (?!dikke|volle|half|halve)[a-z]+ (?:honderd|duizend)\b|"
    r"(?<!\ben )(?<!\ben een )\b(?:half|halve) (?:honderd|duizend|mille|miljoen|ton)\b|"
    r"\d ?(?:x|keer|maal) ?(?:€ ?)?\d|\bper (?:kind|persoon|stuk|kop)\b.*\d|\bniet \d+$"
)
_ZERO = re.compile(
    r"\b(?:geen|niks|niets|nul|noppes|nop|nada|gratis|helemaal niks|geen cent|geen euro)\b"
)
_SPEECH = re.compile(
    r"\b(?:idee|snap|snapt|begrijp|weet|zeg|zeggen|vertel|kwijt|aan|zin|doe|klopt|flauw|antwoord|"
    r"tijd|probleem|invullen|van)\b"
)
_SHORT = 8  # words, of an answer that says there is none
_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december "
    "jan feb mrt apr jun jul aug sep sept okt nov dec"
)
_OTHER = frozenset(
    listed("""
weken week wk maanden maand mnd dagen dag uur uren jaar jr keer x % procent e ste de kamers
termijnen schuldeisers
""")
) | frozenset(_MONTHS.split())  # fmt: skip
_TAIL = re.compile(r"(?<=\d)\s?[,.]\s?(?:-+|=|--|–|—)")
_GROUPED = re.compile(
    r"(?<![\d.,])(?:(\d) (\d{3})|(\d{2,3}) (000)|(?<=€ )(\d{1,3}) (\d{3}))(?![\d.,])"
)
_GLUED = re.compile(r"(?<=\d)(?=(?:euro?s?|k|ct|cent|e)\b)|(?<=€)(?=\d)|(?<=\d)(?=€)")
_LINE = re.compile(r"(?<=\d)\s*(?:-|/|t/m|of|a|en|&|\+|,|;)\s*(?=[€\d])")


@dataclass(frozen=True, slots=True)
class _Sum:
    """One amount; `sure` when she called it money."""

    euros: float
    sure: bool


def read_amount(text: str) -> int | float | None:
    """Euros: an int when whole, else a float with two decimals; None when it is not clear."""
    said = _PERIOD.sub(" ", corrected(clear(text)))
    said = _ROUGH.sub(" ", said)
    said = _GROUPED.sub(_together, _TAIL.sub(" euro ", said))
    pieces = tokens(_GLUED.sub(" ", said))
    if not any(t.value or t.text in _SLANG for t in pieces):
        return _nothing(said)
    if _VAGUE.search(said) or re.search(r"\bgeen\b", said) or glued(said) or unread(pieces):
        return None
    found = _sums(pieces)
    if found is None:
        return None
    sure = [one for one in found if one.sure]
    chosen = sure or found
    if len(chosen) != 1 or not 0 <= chosen[0].euros < _ABSURD:
        return None
    if sure and len(found) > 1 and (_LINE.search(said) or _another(found)):
        return None  # "800 of 900 euro"
    euros = round(chosen[0].euros, 2)
    return int(euros) if euros == int(euros) else euros


def _another(found: Sequence[_Sum]) -> bool:
    """Whether a number beside the money is too large for a day and is no year."""
    return any(not one.sure and one.euros > 31 and not 1990 < one.euros < 2050 for one in found)


def _together(found: re.Match[str]) -> str:
    """ "1 850" is one number."""
    return "".join(part for part in found.groups() if part)


def _nothing(said: str) -> int | None:
    words = said.split()
    zero = re.search(r"(?<![\d.,])0+(?:[.,]0+)?(?![\d.,])", said) or _ZERO.search(said)
    return 0 if zero and len(words) <= _SHORT and not _SPEECH.search(said) else None


def _sums(pieces: Sequence[Token]) -> list[_Sum] | None:
    """Each amount that stands there; None when a number cannot be read."""
    found: list[_Sum] = []
    place = 0
    while place < len(pieces):
        token = pieces[place]
        if token.text[0].isdecimal() and token.value is None and decimal(token.text) is None:
            return None  # 1,850 or 12.3.2024
        if token.value is None and token.text not in _SLANG:
            place += 1
            continue
        taken, amount = _amount(pieces, place)
        if amount is not None:
            found.append(amount)
        place += taken
    return found


def _amount(pieces: Sequence[Token], place: int) -> tuple[int, _Sum | None]:
    """The amount that begins here and how many pieces it takes; None when it counts no money."""
    token, after = pieces[place], [t.text for t in pieces[place + 1 : place + 4]]
    value = token.value if token.value is not None else 1.0
    if token.text in _SLANG:
        named = token.text not in _ONLY_COUNTED
        return 1, _Sum(_SLANG[token.text], sure=True) if named else None
    if token.text == "een" and not set(after[:1]) & (_EURO | _CENT | set(_SLANG)):
        return 1, None
    return _money(pieces, place, value, after)


def _money(
    pieces: Sequence[Token], place: int, value: float, after: Sequence[str]
) -> tuple[int, _Sum | None]:
    """A number with what she called it: euros, cents, tientjes; else a bare number."""
    if after[:1] and after[0] in _SLANG:
        money = 3 if after[1:2] == ["rug"] else 2
        return money, _Sum(value * _SLANG[after[0]], sure=True)
    if after[:1] and after[0] in _CENT:
        return 2, _Sum(value / 100, sure=True)
    if after[:1] and after[0] in _EURO:
        return _with_cents(pieces, place + 2, value)
    if after[:1] == ["e"] and value > 31:  # below it is a day: "de 25e"
        return 2, _Sum(value, sure=True)
    if place and pieces[place - 1].text == "€":
        return 1, _Sum(value, sure=True)
    return _bare(pieces, place, value, after)


def _bare(
    pieces: Sequence[Token], place: int, value: float, after: Sequence[str]
) -> tuple[int, _Sum | None]:
    """A number without the word euro: money, unless it counts something else."""
    token = pieces[place]
    following = pieces[place + 1] if place + 1 < len(pieces) else None
    cents = following.whole if token.spelled and following and following.spelled else None
    if cents and value < 100 and 10 <= cents < 100 and cents % 5 == 0:
        return 2, _Sum(value + cents / 100, sure=False)  # "twaalf vijftig"
    counts = bool(after) and (after[0] in _OTHER or bool(person(after[0])))
    before = pieces[place - 1].text if place else ""
    if counts or before in ("nummer", "om", "groep"):
        return 1, None
    return 1, _Sum(value, sure="," in token.text)


def _with_cents(pieces: Sequence[Token], place: int, euros: float) -> tuple[int, _Sum]:
    """ "3 euro 50", "3 euro en 50 cent": what stands behind the word euro."""
    rest = list(pieces[place : place + 3])
    skip = 1 if rest[:1] and rest[0].text == "en" else 0
    if len(rest) > skip and (cents := rest[skip].whole) is not None and 0 < cents < 100:
        named = len(rest) > skip + 1 and rest[skip + 1].text in _CENT
        alone = place + skip + 1 == len(pieces) and not skip and cents >= 10
        if euros % 1 == 0 and (named or alone):
            return 2 + skip + 1 + named, _Sum(euros + cents / 100, sure=True)
    return 2, _Sum(euros, sure=True)
