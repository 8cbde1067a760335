"""Typed text → a line of tokens that the grammar reads.

"Dinsdág 24/11 om half elf's ochtends!" → `W2 24-11 om half 11 s Pm`. Numbers that are no day or
time (money, telephone numbers, percentages) become `#`, unknown words `_`.
"""

from __future__ import annotations

import re

from dialogs.language.normal import unaccented
from dialogs.language.when.spelling import tokens
from dialogs.language.when.words import EXACT

NOISE = "#"
_YEAR = r"(?:\d{4}|'?\d{2})"
_MONTH = "(?:jan|feb|m[ra]|apr|mei|ju[nl]|aug|sep|okt|nov|dec)"
_UNITS = "een|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_AGE = (
    r"\b(?:ben|is|wordt?)\s+(?:(?:nu|dan|al|bijna|net)\s+)?\d{1,2}\b"
    rf"(?!\s*(?:u|uur|h|{_MONTH}\w*)\b|\s?[-/:.]?\s?\d)"
)
_FIXED = [
    (re.compile(pattern), to)
    for pattern, to in (
        (r"[’‘´`]", "'"),
        (r"½", " half "),
        (r"[éè]{2}n\b|\béén\b|\beén\b|\bèèn\b", "1"),
        (r"\bt\s*/\s*m\b|\btot\s+en\s+met\b", " tot "),
        (r"\ba\.\s?s\.?(?!\w)", " komende "),
        (r"(\d(?:e|de|ste)?)\s+(?:me|ei|maar|maat)\b(?!\s+(?:dan|om|niet|wel|als|liever|kan|ik)\b)",
         r"\1 onduidelijk "),
        (r"\bhalf\s+past\b", " 30 over "),
        (r"\b(?:ik|we|wij|hij|ze|zij|vier(?:en)?)\s+vier\b", " "),
        (_AGE, " # "),
        (r"\b(a|p)\.\s?m\.?(?!\w)", r" \1m "),
        (r"\bi\.?\s?p\.?\s?v\b\.?|\bin\s+plaats\s+van\b|\bpv\b", " ipv "),
        (r"\bg[ou]+[edi]+e?n?\s*(?:morgen|ochtend|middag|avond|nacht)\b", " hallo "),
        (r"\b(?:fijne|prettige|mooie|goede)\s+(?:dag|avond|middag|ochtend|weekend)\b", " hallo "),
        (r"\bvan\s?(middag|avond|ochtend|nacht)\b", r" van\1 "),
        (r"\bvan\s?daag\b", " vandaag "),
        (r"\bo(?:f|v)\s?zo(?:iets|ies)?\b", " ofzo "),
        (r"\bover\s?over\s?morgen\b", " # "),
        (r"\bover\s+morgen\b", " overmorgen "),
        (rf"\b({_UNITS})\s+en\s+({_TENS})(?=\b|ste\b)", r"\1en\2"),
    )
]  # fmt: skip
_APART = re.compile(r"\b(?:[a-z]{3,}\s+){1,2}(?:dag|avond)\b")
_TOKEN = re.compile(
    rf"""
    (?P<iso>\d{{4}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?\d{{1,2}}(?!\d))
  | (?P<date>\d{{1,2}}(?:\s?[-/]\s?|\.\s?)\d{{1,2}}(?:\s?[-/]\s?|\.\s?){_YEAR}(?![\d.:]))
  | (?P<clock>\d{{1,2}}(?::\d{{2}}(?::\d{{2}})?|\s:\s?\d{{2}}|;\d{{2}})(?!\d))
  | (?P<noise>(?:€|eur|euro)\s?\d[\d.,]*(?:-)?|\d[\d.,]*\s?(?:€|euro\w*|eur\b|,-|%)
      |\d{{1,3}}(?:\.\d{{3}})+(?!\d)|(?:\+|00)\d[\d\s-]{{7,}}\d|06[\s-]?\d[\d\s-]{{6,}}\d
      |0\d{{1,3}}[\s-]\d{{6,7}}(?!\d)|\d{{9,}}|\d+\s?x\b|\w+@\w+\S*|https?:\S+)
  | (?P<day>\d{{1,2}}\s?[-/]\s?\d{{1,2}}(?!\d))
  | (?P<dotted>\d{{1,2}}[.,]\d{{1,2}}(?!\d))
  | (?P<uur>\d{{1,2}}\s?[uh]\s?\d{{2}}(?!\d)(?!\s?{_MONTH}))
  | (?P<ordinal>\d{{1,2}}\s?(?:e|de|ste|ste)\b)
  | (?P<bent>\d{{1,2}}(?:-|')?en\b)
  | (?P<year>'\d{{2}}(?!\d))
  | (?P<number>\d+)
  | (?P<word>[a-z]+)
    """,
    re.VERBOSE,
)


def plain(text: str) -> str:
    """The tokens of a typed text, joined by single spaces."""
    found: list[str] = []
    for match in _TOKEN.finditer(_together(_folded(text))):
        found += _tokens(match.lastgroup or "", match.group())
    return " ".join(filter(None, found))


def _together(text: str) -> str:
    """ "kerst dag", "oud jaars dag": a day that was written in two or three words, made one."""
    return _APART.sub(_as_one, text)


def _as_one(found: re.Match[str]) -> str:
    words = found[0].split()
    for first in range(len(words) - 1):
        if (one := "".join(words[first:])) in EXACT:
            return " ".join([*words[:first], one])
    return found[0]


def _folded(text: str) -> str:
    text = text.casefold()
    for pattern, to in _FIXED:
        text = pattern.sub(to, text)
    bare = unaccented(text)
    return bare.replace("ı", "i")


def _tokens(kind: str, said: str) -> tuple[str, ...]:
    """The tokens of one piece of text, by what it looks like."""
    match kind:
        case "word":
            return tokens(said)
        case "noise":
            return (NOISE,)
        case "iso" | "date" | "day":
            return ("-".join(_figures(said)),)
        case "clock" | "uur":
            return (":".join(_figures(said)[:2]),)
        case "dotted":
            return (".".join(_figures(said)),)
        case "ordinal":
            return (_figures(said)[0] + "e",)
        case "bent":
            return ("B" + _figures(said)[0],)
        case _:
            return (said,)


def _figures(said: str) -> list[str]:
    return re.findall(r"\d+", said)
