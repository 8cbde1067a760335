"""A child that is on its way: "20 weken zwanger", "in verwachting van een tweeling"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_WEEKS = r"(?:weken|week|wk|wkn|wken|wekn|weeken|w)"
_MONTHS = r"(?:maanden|maand|mnd|mnden|mdn)"
_MONTH_NAMES = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec"
)
_SIGN = (
    r"(?:(?:hoog ?)?(?:zwanger|zw|swanger|zwangr|zwngr|zwnger|zwangrer|zwangerr|zwangere|zwang|"
    r"zwange|zwamger|zangwer|zwaner|zwanber)|in verwachting|in verwahcting|in verwaching|in blijde "
    r"verwachting|hamile|prego|uitgerekend|uitgerekent|"
    r"(?:(?:een |de |mijn |mn |nog een )?(?:baby|kleine|kindje|kind|broertje|zusje|eentje|1|een) )?"
    r"(?:op komst|onderweg|in (?:de|mijn|mn|me) buik|op weg)|ongeboren(?: baby| kind)?|"
    r"(?:ik )?verwacht(?:en)? (?:ik |wij |we )?(?:een |mijn |mn |ons )?(?:baby|kindje|kind|kleine|"
    r"tweede|derde|eerste)|nog niet geboren|moet nog geboren worden|in de maak|loopt op alle dagen|"
    r"(?:er )?komt (?:er )?nog (?:een|1|eentje)(?: (?:bij|aan))?)"
)
_NOT = re.compile(rf"\b(?:niet|geen)\s+(?:meer\s+)?{_SIGN}")
_PAST = re.compile(rf"\b(?:was|waren)\b(?: [^ ,;.]+){{0,5}}? {_SIGN}\b|\b{_SIGN} geweest\b")
_HOW_FAR = r"(?P<{0}>\d{{1,2}})(?: ?\+ ?\d)? (?P<{1}>" + _WEEKS + "|" + _MONTHS + r")"
_BEFORE = re.compile(
    rf"(?:\bik (?:ben|bn|zit)(?: nu| al| pas| op| bijna| ongeveer)* )?"
    rf"{_HOW_FAR.format('n', 'u')}(?: (?:ver|al|nu|in))* {_SIGN}\b"
)
_AFTER = re.compile(
    rf"\b{_SIGN}(?:(?P<between>(?: (?:van (?:de|het|mijn|mn|me|ons|onze|een) (?:\d e|[a-z]+de|"
    r"eerste|tweeling)(?: kind(?:je)?)?|van|nu|al|ben|ik|ongeveer|pas|bijna|op|zit|ver|in|,|\())*) "
    rf"{_HOW_FAR.format('n', 'u')})?"
)
_IN_WEEK = re.compile(
    rf"\b{_SIGN}(?: (?:ik|zit|in|de|nu|op|,))* "
    r"(?:week (?P<n>\d{1,2})|(?P<m>\d{1,2}) ?e week)"
)
_DUE = re.compile(
    rf"\b(?:uitgerekend|uitgerekent|bevallen|geboren)(?: (?:ben|ik|op|in|rond|eind|begin|"
    rf"half|de|van|voor|wordt|word|komt|e))*(?: \d{{1,2}}(?: e)?)?"
    rf"(?: (?:{_MONTH_NAMES}))(?: 20\d\d)?"
)
_LATER = re.compile(
    r"\bvan (?:de|het|een|mijn|mn|me|m'n|ons|onze) "
    r"(?:(?P<d>\d) ?(?:e|de|ste)\b|(?P<w>eerste|tweede|derde|vierde|vijfde|zesde))(?: kind(?:je)?)?"
)
_BIRTH = re.compile(
    r"\b(?:van (?:(?:een|n|de|mijn) )?(?=\w)|(?=tw|dr))"
    r"(?P<n>tweeling|drieling|2|3)(?! ?(?:jaar|mnd|week|weken))\b"
)
_ORDER = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6}
HERE = "#"
_MANY = {"tweeling": 2, "2": 2, "drieling": 3, "3": 3}


@dataclass(frozen=True, slots=True)
class Expected:
    """Children on their way and how far: `value` 0 when she did not say.

    `later`: it is her second, third … child; 0 when she did not say. `rest`: the other words, with
    HERE where the pregnancy was told.
    """

    count: int
    rest: str
    value: int = 0
    unit: Literal["month", "week"] = "week"
    later: int = 0


def past(said: str) -> bool:
    """Whether a pregnancy is told that is over: "was 30 weken zwanger"."""
    return _PAST.search(said) is not None


def expected(said: str) -> Expected:
    """What a canonical text (numbers as digits) says about a pregnancy."""
    said = _NOT.sub(" ", said)
    found = _IN_WEEK.search(said) or _BEFORE.search(said) or _AFTER.search(said)
    if found is None:
        return Expected(0, said)
    parts = found.groupdict()
    far = int(parts.get("n") or parts.get("m") or 0)
    unit: Literal["month", "week"] = "month" if (parts.get("u") or "w")[0] == "m" else "week"
    rest = _DUE.sub(
        " ", f"{said[: found.start()]} {HERE} {parts.get('between') or ''} {said[found.end() :]}"
    )
    count, later = 1, 0
    if birth := re.search(r"# +" + _BIRTH.pattern.removeprefix(r"\b"), rest):
        count, rest = _MANY[birth["n"]], rest.replace(birth.group(), f"{HERE} ")
    elif order := re.search(r"# +" + _LATER.pattern.removeprefix(r"\b"), rest):
        later = int(order["d"] or _ORDER[order["w"]])
        rest = rest.replace(order.group(), f"{HERE} ")
    rest = re.sub(rf"\b{_SIGN}\b", " ", rest)
    return Expected(count, " ".join(rest.split()), far, unit, later)
