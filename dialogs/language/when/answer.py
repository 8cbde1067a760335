"""One typed text → the days, times and moments that stand after corrections, or nothing clear.

The grammar marks the line ("nee wacht D0 niet D1 T2"); what she took back is left out
(`taken_back`) and every sign of doubt that remains ends the reading (`doubts`).
"""

from __future__ import annotations

import re
from datetime import datetime

from dialogs.language.when.clock import COUNTED, SPOKEN, WRITTEN, alone
from dialogs.language.when.days import DATES, NUMBERED
from dialogs.language.when.doubts import suspect
from dialogs.language.when.found import UNCLEAR, Asked, Line, rewrite, rule
from dialogs.language.when.plain import plain
from dialogs.language.when.taken_back import settled
from dialogs.language.when.weeks import MOMENTS, SHORT, WEEKS
from dialogs.language.wordlist import listed

_HARMLESS = re.compile(
    r"(?<!\S)(?:niet te (?:vroeg|later|lang|_)|pas(?= om T\d)|niet (?:erg|meer uit)|_ niet uit|"
    r"geen (?:probleem|punt|_? ?idee_)|waarom niet)(?!\S)"
)
_ON_SECOND = re.compile(  # "niet 2 maar 3 juli"
    r"\b(?:niet|geen) (?:de |om )?\d{1,2}(?:e|de|ste)? maar (?:wel )?(?=(?:de |om )?\d)",
    re.IGNORECASE,
)
_LIGHT = frozenset(listed("op om de van in rond tegen maar wel toch ofzo afspraak uur dag #"))


_TAKEN = re.compile(  # what stands in the way, and a phrase that may be two things
    r"\bhad(?:den)? (?:ik|we|wij) al\b|\b(?:ik|we|wij) had(?:den)? (?:\w+ )?al\b"
    r"|^(?:ik|we|wij) moet(?:en)? [^,.]*\b(?:halen|ophalen|brengen|wegbrengen|werken)\W*$"
    r"|\bna (?:de|het) (?:\w*vakantie|feestdagen|verhuizing|bevalling)\b"
    r"|\been uur of half (?:twee|2)\b|\bgoede vrijdag\b"
    r"|\b(?:dag|dagje|dagen|week|weken) (?:erna|ervoor|daarna|daarvoor|erop)\b"
)


def _noise(match: re.Match[str], line: Line) -> str:
    return "#"


def _with_part(match: re.Match[str], line: Line) -> str:
    """Give a day or time the part of the day beside it; two parts are not clear."""
    groups = match.groupdict()
    mark, part = groups.get("mark") or groups["after"], groups.get("part") or groups["before"]
    return mark if line.give_part(mark, part) else UNCLEAR


_SAFE = (
    rule(r"(?:nummer|straat|laan|plein) \d+|(?:zoon|dochter|kind|baby|jongen|meisje)(?: _)? "
         r"(?:van )?\d{1,2}(?! M)|van \d{1,2} (?:jaar|jr)", _noise),
    rule(rf"(?<!over )(?<!_ )\d{{1,3}} {COUNTED}(?! geleden| over| voor| vr)", _noise),
)  # fmt: skip
_PARTS = (
    rule(r"(?P<mark>[TD]\d+) (?P<part>P[mdan])", _with_part),
    rule(r"(?P<mark>T\d+) (?P<part>[ap]m)", _with_part),
    rule(r"(?P<before>P[mdan]) (?:om |rond |tegen |klokslag )?(?P<after>T\d+)", _with_part),
)
_DOUBTFUL = re.compile(r"(?<!\S)~\S+")
_ORDER = (_SAFE, DATES, SPOKEN, SHORT, MOMENTS, NUMBERED, WEEKS, WRITTEN, _PARTS)


def read(text: str, asked: Asked, now: datetime) -> tuple[str, Line]:
    """What stands of a typed text, as marks and the words of doubt between them, and its finds."""
    line = Line(asked, now)
    if _TAKEN.search(text.casefold()):
        return UNCLEAR, line
    marked = plain(_ON_SECOND.sub("", text))
    for rules in _ORDER:
        marked = rewrite(marked, rules, line)
    marked = _bare(_DOUBTFUL.sub("_", marked), line)
    if suspect(marked, asked):
        return UNCLEAR, line
    return settled(_HARMLESS.sub("", marked)), line


def _bare(marked: str, line: Line) -> str:
    """A figure alone is an hour: where a time was asked for, or beside "vanavond" and "morgen"."""
    words = marked.split()
    figures = [word for word in words if word.isdecimal()]
    others = [word for word in words if not word.isdecimal()]
    short = len(figures) == 1 and len(figures[0]) < 3
    if len(figures) != 1 or not all(_light(word, line, short=short) for word in others):
        return marked
    if line.asked is Asked.TIME or (
        line.asked is Asked.MOMENT and any(w[0] == "D" for w in others)
    ):
        near = line.asked is Asked.TIME or any(
            line.days[int(w[1:])].near for w in others if w[0] == "D"
        )
        clock = alone(figures[0], year=not near)
        return " ".join(line.mark(clock) if w.isdecimal() and clock else w for w in words)
    return marked


def _light(word: str, line: Line, *, short: bool) -> bool:
    """Whether a figure beside this word can only be an hour; "W2 10" may be the tenth."""
    if re.fullmatch(r"D\d+", word):
        if not short:
            return True
        day = line.days[int(word[1:])]
        return day.near or bool(day.part)
    return word in _LIGHT


def standing(marked: str, letter: str) -> list[int]:
    """The places of the marks of this kind that are still in the line."""
    return [int(number) for number in re.findall(rf"(?<!\S){letter}(\d+)(?!\S)", marked)]
