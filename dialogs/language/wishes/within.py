"""A wish inside a longer message: "stop ff de baby huilt", "eh nee terug", "kom later terug ik moet weg".

The message must be nothing but that wish and one thing beside it: a word that takes something back,
what life puts in between, or why it does not go well. "Ik moet stoppen met werken" is an answer.
"""

# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from dialogs.language.wishes.patterns import bare
from dialogs.model import Intent

LONGEST = 14  # words; a longer message tells something
FEWEST = 2

_CHILD = (
    r"(?:(?:de|het|mijn|me|m|onze) )?(?:kleine|kleintje|kleintjes|baby|babytje|kind|kindje|kinderen|kids|zoon|zoontje|dochter"
    r"|dochtertje|jongste|oudste|peuter|kleuter|dreumes|tweeling|meisje|jongen|jongens|meiden)"
)
_SOON = r"(?:nu |net |weer |al |straks |snel |gauw |zo )*"
_NEEDS = (
    r"(?:huil\w*|jank\w*|gil\w*|krijs\w*|schreeuw\w*|roep\w*|wakker|valt|viel|spuugt|braakt"
    rf"|(?:is|zijn|wordt|worden) {_SOON}(?:wakker|ziek|thuis|gevallen|klaar|boos|verdrietig|onrustig|aan het huilen)"
    rf"|(?:heeft|hebben|wil|willen) {_SOON}(?:honger|dorst|me nodig|mij nodig|aandacht|eten|drinken|slapen|spelen|naar bed)"
    rf"|(?:moet|moeten) {_SOON}(?:eten|drinken|slapen|plassen|poepen|naar (?:bed|school|de wc|zwemles|de dokter)|verschoond|in bad|douchen))"
)
_DOING = (
    r"(?:koken|eten|slapen|rusten|werken|douchen|halen|brengen|ophalen|wegbrengen|troosten|verschonen|voeden|de deur uit"
    r"|naar (?:bed|buiten|(?:de |mijn |het )?(?:werk|winkel|school|opvang|bus|trein|dokter|huisarts|les|afspraak))"
    r"|in (?:de )?(?:winkel|bus|trein|auto|les|rij|wachtkamer|bed)|op (?:mijn |het )?werk|aan het werk|boodschappen doen|bezig|druk"
    r"|onderweg|buiten|weg|gaan)"
)
BUSY = re.compile(
    rf"{_CHILD} {_NEEDS}(?: .{{1,30}})?"
    rf"|(?:ik )?(?:moet|ga|zit|sta|ben|loop|rij) (?:\w+ ){{0,4}}{_DOING}|(?:ik )?(?:moet|ga) (?:\w+ ){{0,4}}\w+en"
    rf"|(?:{_CHILD} )?(?:\w+ ){{0,3}}(?:brengen|geven|halen|ophalen|troosten|verschonen|voeden|koken)"
    r"|(?:mijn |de )?(?:moeder|man|zus|vriendin|buurvrouw|school|baas|juf|opvang) (?:belt|komt|staat .{1,20})"
    r"|(?:de|het|mijn) \w+ (?:kookt|brandt|piept|loopt|valt)(?: \w+)?"
    r"|(?:mijn |me |de )?(?:telefoon|batterij|accu|beltegoed|bundel|data) (?:is|raakt) (?:bijna )?(?:leeg|op)"
    r"|(?:er )?(?:is|staat|komt|belt|wordt) (?:er )?(?:iemand|visite|bezoek|volk|gebeld|aangebeld|mensen)(?: .{1,30})?"
    r"|(?:de |mijn )?(?:bel|deurbel|telefoon|tel|wekker)(?: gaat)?|ik word gebeld"
    r"|(?:de |mijn )?(?:bus|trein|tram)(?: (?:komt|gaat|is er|staat er)(?: .{1,12})?)?"
    rf"|mijn eten .{{1,25}}|{_CHILD}"
)
STUCK = re.compile(
    r"(?:ik )?(?:snap|begrijp|volg) (?:het|dit|hem|m|deze|die|er|de vraag|het helemaal)? ?(?:\w+ )?(?:niet|niks|niets)(?: meer)?"
    r"|(?:het|dit|dat|typen|lezen|schrijven) (?:lukt|gaat)(?: (?:me|mij|nu|zo|echt))* niet(?: meer)?"
    r"|ik (?:kom|kan) (?:er|hier|dit|het) niet (?:uit|meer|aan|bij)"
    r"|ik word (?:hier|er) (?:zo |heel )?(?:moe|gek|verdrietig|zenuwachtig|boos) van"
    r"|(?:het|dit) (?:is|wordt|word)(?: (?:me|mij|nu|allemaal))* te (?:veel|moeilijk|lang|ingewikkeld)(?: (?:gedoe|werk|vragen))?"
    r"|(?:ik )?ben (?:(?:te|zo|heel|erg|nu|kapot) )*(?:moe|op)"
    r"|ik (?:kan|ken) niet (?:zo )?(?:goed )?(?:typen|lezen|schrijven)|dat weet ik niet|geen zin in (?:deze|dit|die)"
    r"|(?:het|dit) duurt te lang|ik weet niet (?:hoe|wat ik moet .{1,20})"
)
TAKEN_BACK = re.compile(
    r"(?:(?:nee|ho|hoo|oeps|oei|shit|wacht|stop|fout|foutje|verkeerd(?: (?:gedrukt|getypt|geklikt))?|verkeerde knop|te snel|(?:dat )?ging te snel"
    r"|(?:dat )?klopt niet|niet goed|dat (?:is|was) (?:fout|verkeerd|niet goed)|(?:dit|deze|die) wil ik niet(?: doen)?)(?: |$))+"
)
SETTLED = re.compile(
    rf"{_CHILD} (?:slaapt|slapen|ligt in bed|liggen in bed|is stil|op school|speelt|spelen)"
)

_HINT = re.compile(
    r"\b(?:stop\w*|kap\w*|wacht\w*|moment\w*|ogenblik\w*|pauze\w*|weg|gaan|ophangen|terug|verder|door|later|straks|nu"
    r"|vorige|volgende|over\w*|skip\w*|bel|bellen|spreken|praten|mens|hulp|zeggen?|zeg|ben er|er weer|zin)\b"
)  # without one of these nothing is looked for: a wish is costly to read
_LEAVING = frozenset({Intent.PAUSE, Intent.STOP})
_GIVING_UP = frozenset({Intent.STOP, Intent.SKIP, Intent.CALL, Intent.PAUSE, Intent.BACK})
_TURNING = frozenset({Intent.BACK, Intent.SKIP, Intent.STOP})
_ANY_ORDER: Mapping[re.Pattern[str], frozenset[Intent]] = {BUSY: _LEAVING, STUCK: _GIVING_UP}
_SAME = frozenset({Intent.PAUSE, Intent.STOP, Intent.DECLINE, Intent.RESUME, Intent.SKIP})
_OPEN = frozenset({Intent.UNKNOWN, Intent.DECLINE})  # left like this, and then: the next one

Wish = Callable[[str], Intent | None]


def inside(said: str, wish: Wish) -> Intent | None:
    """The wish that this whole message is, beside one thing more; `wish` reads a part of it."""
    words = said.split()
    if not FEWEST <= len(words) <= LONGEST or not _HINT.search(said):
        return None
    for cut in range(1, len(words)):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        if found := _beside(bare(tail), head, wish) or _after(bare(head), tail, wish):
            return found
    return next(filter(None, (_twice(words, cut, wish) for cut in range(1, len(words)))), None)


def _beside(aside: str, said: str, wish: Wish) -> Intent | None:
    """ "wacht even" + "de kleine huilt": she leaves for a while, also where she says stop."""
    for pattern, fitting in _ANY_ORDER.items():
        if aside and pattern.fullmatch(aside) and (found := wish(said)) in fitting:
            return Intent.PAUSE if pattern is BUSY else found
    settled = aside and SETTLED.fullmatch(aside) and wish(said) is Intent.RESUME
    return Intent.RESUME if settled else None


def _after(aside: str, said: str, wish: Wish) -> Intent | None:
    """ "nee wacht" + "terug", "ik moet koken" + "straks verder"; "later" alone may be an answer."""
    if bare(said) == "later":
        return None
    if aside and TAKEN_BACK.fullmatch(aside) and (found := wish(said)) in _TURNING:
        return found
    return _beside(aside, said, wish)


def _twice(words: list[str], cut: int, wish: Wish) -> Intent | None:
    """Two wishes that are one: "ik moet zo weg" + "kom later terug", "weet niet" + "sla maar over"."""
    first, then = wish(" ".join(words[:cut])), wish(" ".join(words[cut:]))
    if first is not None and first is then:
        return first if first in _SAME else None
    return Intent.SKIP if first in _OPEN and then is Intent.SKIP else None
