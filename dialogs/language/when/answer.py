"""One typed text → the days, times and moments that stand after corrections, or nothing clear.

After the grammar has marked the line ("nee wacht D0 niet D1 T2"), what was taken back is left out
("niet maandag maar dinsdag", "dinsdag, nee woensdag") and every sign of doubt ends the reading:
a denial that is left, a bound ("na 10 uur", "voor vrijdag"), a choice ("5 of 6"), a figure beside
a time that no rule explains ("tien ovr half vier").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from dialogs.language.when.clock import COUNTED, SPOKEN, WRITTEN, alone
from dialogs.language.when.days import DATES, NUMBERED
from dialogs.language.when.found import UNCLEAR, Asked, Line, rewrite, rule
from dialogs.language.when.plain import plain
from dialogs.language.when.weeks import MOMENTS, SHORT, WEEKS
from dialogs.language.wordlist import listed

_HARMLESS = re.compile(
    r"(?<!\S)(?:niet te (?:vroeg|later|lang|_)|niet (?:erg|meer uit)|_ niet uit|"
    r"geen (?:probleem|punt|_? ?idee_)|waarom niet)(?!\S)"
)
_PART = r"(P[mdan]|am|pm)"
_LIGHT = frozenset(listed("op om de van in rond tegen maar wel toch ofzo afspraak uur dag #"))
_SUSPECT = re.compile(
    r"(?<!\S)(?:(?:\d+[eE]?|kwart|half)(?: (?:_|of|en|tot|a|voor|over|na|vr))? [TD]\d"
    r"|een (?:of|tot|en) T\d|T\d+ (?:(?:of|en|tot|a|voor|over|na|half|kwart|vr) )?\d"
    r"|[TD]\d+ (?:of|en|tot) (?:\d|een(?!\S)|B\d)|B\d|(?:kwart|kwartier)(?!\S))"
)
_BOUND = re.compile(
    r"(?<!\S)(?:na|voor|tot|uiterlijk|tussen|sinds|pas|dan|elke|_? ?dag na|over|vr) (?:de )?T\d"
    r"|(?<!\S)vanaf T\d"
)
_DAY_BOUND = re.compile(
    r"(?<!\S)(?:na|tot|uiterlijk|tussen|sinds|pas|dan|elke|over|rond|tegen|week|week van|"
    r"dag voor|dag na|(?<!afspraak )voor) (?:de |het )?D\d"
)
_EITHER = re.compile(r"(?<!\S)[TD]\d+ of(?! D| T)(?!\S)|(?<!\S)[TDR]\d+ nee$")
_DENIED = re.compile(r"(?<!\S)(?:niet|geen|nooit|ipv)(?!\S)")
_VAGUE_DAY = re.compile(
    r"(?<!\S)(?:\?|habit|weekend|M\d+|elke|(?:volgende|komende|deze|vorige) (?:week|maand|jaar)|"
    r"F\S+|week (?:na|voor|van))(?!\S)"
)
_VAGUE_TIME = re.compile(r"(?<!\S)(?:\?|half(?! uur)|habit|elke)(?!\S)")
_GROUP = r"[DTR]\d+(?: [DTR]\d+)*"
_TURN = r"(?:nee|wacht|toch|sorry|oeps|bedoel|of nee)"


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
    rule(rf"(?<!over )\d{{1,3}} {COUNTED}(?! geleden| over| voor| vr)", _noise),
)  # fmt: skip
_PARTS = (
    rule(rf"(?P<mark>[TD]\d+) (?:in |s |op |de |d |in de )?(?P<part>{_PART[1:-1]})", _with_part),
    rule(r"(?P<before>P[mdan]) (?:om |rond |tegen |klokslag )?(?P<after>T\d+)", _with_part),
)
_ORDER = (_SAFE, DATES, SPOKEN, SHORT, MOMENTS, NUMBERED, WEEKS, WRITTEN, _PARTS)


def read(text: str, asked: Asked, now: datetime) -> tuple[str, Line]:
    """What stands of a typed text, as marks and the words of doubt between them, and its finds."""
    line = Line(asked, now)
    marked = plain(text)
    for rules in _ORDER:
        marked = rewrite(marked, rules, line)
    marked = _bare(marked, line)
    return _settled(_HARMLESS.sub("", marked)), line


def _bare(marked: str, line: Line) -> str:
    """A figure alone is an hour: where a time was asked for, or beside "vanavond" and "morgen"."""
    words = marked.split()
    figures = [word for word in words if word.isdigit()]
    others = [word for word in words if not word.isdigit()]
    short = len(figures) == 1 and len(figures[0]) < 3
    if len(figures) != 1 or not all(_light(word, line, short=short) for word in others):
        return marked
    if line.asked is Asked.TIME or (
        line.asked is Asked.MOMENT and any(w[0] == "D" for w in others)
    ):
        clock = alone(figures[0])
        return " ".join(line.mark(clock) if w.isdigit() and clock else w for w in words)
    return marked


def _light(word: str, line: Line, *, short: bool) -> bool:
    """Whether a figure beside this word can only be an hour; "W2 10" may be the tenth."""
    if re.fullmatch(r"D\d+", word):
        if not short:
            return True
        day = line.days[int(word[1:])]
        return day.near or bool(day.part)
    return word in _LIGHT


def _settled(marked: str) -> str:
    """The marks without what she took back: "niet D0 maar D1" → "D1", "D0 nee D1" → "D1"."""
    bare = " ".join(word for word in marked.split() if word not in _SILENT)
    for pattern, to in _CONTRASTS:
        bare = pattern.sub(to, bare)
    return _corrected(bare)


_SILENT = frozenset(listed("_ # op om in de ook ofzo is s dag uur klokslag"))
_CONTRASTS = [
    (re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), to)
    for pattern, to in (
        (r"(?<!niet )voor (D\d+ T\d+)", r"\1"),
        (r"afspraak(?: voor)?", ""),
        (rf"(?:nee )?(?:niet|geen) ({_GROUP}) (?:maar wel|maar|wel|toch|nee) ({_GROUP})", r"\2"),
        (rf"({_GROUP}) (?:niet maar|niet wel|niet maar wel) ({_GROUP})", r"\2"),
        (rf"({_GROUP}) niet ({_GROUP}) wel", r"\2"),
        (rf"(?:wel )?({_GROUP}) wel (?:maar )?({_GROUP}) niet", r"\1"),
        (rf"wel ({_GROUP}) (?:maar )?niet ({_GROUP})", r"\1"),
        (rf"({_GROUP}) ipv ({_GROUP})", r"\1"),
        (rf"ipv ({_GROUP}) ({_GROUP})", r"\2"),
        (rf"(.*[DTR]\d+) ({_GROUP}) bedoel", r"\1 bedoel \2"),
        (rf"({_GROUP}) (?:wacht )?(?:nee )?niet ({_GROUP}) bedoel", r"\1"),
    )
]


def _corrected(bare: str) -> str:
    """What stood before the last "nee", "toch", "bedoel" goes when it is said anew after it."""
    turns = list(_TURNS.finditer(bare))
    if not turns or not re.search(r"[DTR]\d", bare[: turns[-1].start()]):
        return bare
    before, after = _corrected(bare[: turns[-1].start()]), bare[turns[-1].end() :]
    anew = {mark[0] for mark in re.findall(r"(?<!\S)[DTR]\d+", after)}
    if not anew:
        return bare
    kept = [word for word in before.split() if word[0] not in anew]
    return " ".join([*kept, *after.split()])


_TURNS = re.compile(rf"(?<!\S){_TURN}(?: {_TURN})*(?= .*[DTR]\d)")


def standing(marked: str, letter: str) -> list[int]:
    """The places of the marks of this kind that are still in the line."""
    return [int(number) for number in re.findall(rf"(?<!\S){letter}(\d+)(?!\S)", marked)]


def doubtful(marked: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    """Whether any sign of doubt is in the line."""
    return any(pattern.search(marked) for pattern in patterns)


TIME_DOUBTS = (_SUSPECT, _BOUND, _EITHER, _DENIED, _VAGUE_TIME)
DAY_DOUBTS = (_SUSPECT, _DAY_BOUND, _EITHER, _DENIED, _VAGUE_DAY)
MOMENT_DOUBTS = (_SUSPECT, _BOUND, _DAY_BOUND, _EITHER, _DENIED, _VAGUE_DAY, _VAGUE_TIME)
