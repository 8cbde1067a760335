"""Requests that a chat cannot take: an application, a complaint, an objection.

The day she asks may count (a request for bijstand can start a term), so the bot says at once where
it can be done, and passes on the time. A statement ("ik heb bijstand") asks for nothing.
"""

# ruff: noqa: E501

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from dialogs.language.chat import pieces
from dialogs.language.frequency import zipf
from dialogs.language.phrases import phrases
from dialogs.language.wordlist import listed


class FormalKind(StrEnum):
    """What she asks for formally."""

    BENEFIT = "benefit"  # bijstand, bijzondere bijstand, an uitkering
    DEBT_HELP = "debt_help"  # schuldhulp, schuldsanering
    COMPLAINT = "complaint"  # about how she was treated
    OBJECTION = "objection"  # against a decision: bezwaar, beroep
    CHANGE = "change"  # telling the social service of a change, Participatiewet art. 17
    ALLOWANCE = "allowance"  # a toeslag of the tax office
    OTHER = "other"  # another application to the municipality


@dataclass(frozen=True, slots=True)
class Formal:
    """A formal request in her message."""

    kind: FormalKind


_BENEFIT = (
    r"(?:bijstandsuitkering|bijstand|bijzondere bijstand|een uitkering|uitkering|individuele "
    r"inkomenstoeslag|inkomenstoeslag|participatiewet|bbz|voorschot|leefgeld)"
)
_DEBT = (
    r"(?:schuldhulpverlening|schuldhulp|schuldsanering|schuldregeling|schuldhulptraject|sanering"
    r"|wsnp|budgetbeheer|bewindvoering|bewindvoerder|saneringskrediet)"
)
_ALLOWANCE = (
    r"(?:kinderopvangtoeslag|zorgtoeslag|huurtoeslag|toeslag|toeslagen|kindgebonden budget"
    r"|kinderbijslag)"
)
_OTHER = (
    r"(?:kwijtschelding|urgentie|urgentieverklaring|wmo|jeugdhulp|pgb|huishoudelijke hulp|smi"
    r"|tegemoetkoming|vergoeding|studietoeslag|kindpakket|aanvraag|iets)"
)
_SMALL = r"(?:(?:een|de|het|mijn|n|om|voor|van|op|nu|hier|ook|graag|nog|even|weer|dat|extra|via|deze|chat|jullie) )*"
_ASK = (
    r"(?:aanvragen|aan ?te ?vragen|aanvraag doen|aanvraag indienen|indienen|in te dienen|opstarten)"
)
_WANT = (
    r"(?:ik wil|ik wou|wil ik|kan ik|mag ik|zou ik|ik zou|hoe kan ik|hoe krijg ik|waar kan ik|ik moet"
    r"|wij willen|we willen|ik heb recht op|heb ik recht op|kom ik in aanmerking voor|hoe kom ik aan)"
)


def _application(thing: str, *, wanted: bool) -> str:
    """Patterns for asking for a thing; `wanted`: "ik wil …" is asking enough."""
    lines = [
        rf"{thing} (?:\w+ ){{0,4}}?{_ASK}",
        rf"(?:aanvraag|aanvragen) {_SMALL}{thing}",
        rf"vraag ik {_SMALL}{thing} {_SMALL}aan",
        rf"ik vraag (?:hierbij )?{_SMALL}{thing} {_SMALL}aan(?= \||$)",
        rf"(?:aanmelden|inschrijven|opgeven) (?:voor|bij) {_SMALL}{thing}",
        rf"(?:voor|bij) {_SMALL}{thing} (?:aanmelden|inschrijven|opgeven)",
    ]
    if wanted:
        lines.append(rf"^wil {_SMALL}{thing}(?: {_SMALL}(?:krijgen|hebben))?(?= \||$)")
        lines.append(
            rf"{_WANT} {_SMALL}(?:in )?{_SMALL}{thing}(?: {_SMALL}(?:krijgen|hebben|doen))?(?= \||$)"
        )
    return "\n".join(lines)


_REQUESTS: dict[FormalKind, re.Pattern[str]] = {
    FormalKind.OBJECTION: phrases(r"""
bezwaar (?:\w+ ){0,5}?(?:maken|indienen|aantekenen|in te dienen|te maken|aan te tekenen)
(?:ik )?(?:maak|teken|dien) (?:ik )?(?:hierbij |hiertegen |hier |nu )?(?:een )?bezwaar
in (?:bezwaar|beroep)(?: gaan| tegen| te gaan)?
(?:een )?(?:bezwaarschrift|beroepschrift)(?: (?:indienen|sturen|schrijven|maken))?
beroep (?:instellen|aantekenen|indienen)
(?:ik ben het |wij zijn het |ben het )?niet (?:mee )?eens met (?:het|de|een|jullie|dat|die|deze|dit|mijn) (?:besluit|beslissing|beschikking|afwijzing)
hoe maak ik bezwaar
^bezwaar(?= \||$)
"""),
    FormalKind.COMPLAINT: phrases(r"""
(?:een |n |mijn )?klacht (?:\w+ ){0,6}?(?:indienen|in te dienen|melden|sturen|doorgeven|kwijt|neerleggen|maken|opsturen|doen)
(?:mijn |een )?beklag doen
(?:dien|dienen) (?:ik |hierbij |we )*(?:een )?klacht
ik heb (?:\w+ )?(?:een )?klacht(?: (?:over|tegen|voor|aan) (?:\w+ ){0,3}?(?:gemeente|jullie|medewerker|medewerkster|wijkteam|consulent|dienst|ambtenaar|coach|team|sdd|bot|chat|behandeling|mevrouw|meneer)\w*|(?= \||$))
(?:^|wil |kan ik |waar kan ik )(?:hier )?(?:graag )?klagen(?: over)?
waar kan ik (?:met |hier )*(?:mijn|een) klacht
^(?:een )?klacht(?: over \w+(?: \w+)?)?(?= \||$)
klachtenformulier|klachtenprocedure
"""),
    FormalKind.DEBT_HELP: phrases(
        _application(_DEBT, wanted=True)
        + rf"""
hulp (?:bij|met|voor) {_SMALL}schulden (?:\w+ ){{0,2}}?(?:aanvragen|aan te vragen)
ik wil (?:graag )?in de (?:schuldsanering|sanering|wsnp|schuldhulp)
"""
    ),
    FormalKind.ALLOWANCE: phrases(_application(_ALLOWANCE, wanted=False)),
    FormalKind.BENEFIT: phrases(_application(_BENEFIT, wanted=True)),
    FormalKind.CHANGE: phrases(r"""
(?:een )?(?:wijziging|verandering|wijzigingen) (?:\w+ ){0,5}?(?:doorgeven|melden|door te geven|opgeven)
(?:mijn )?(?:inkomsten|inkomen|loonstrook|loonstrookje|inkomstenformulier) (?:\w+ ){0,3}?(?:doorgeven|opgeven|inleveren|door te geven|melden)
(?:ik wil|ik moet|kan ik|waar kan ik|hoe kan ik) (?:\w+ ){0,3}?(?:doorgeven|melden) dat (?:ik|we|mijn) .*(?:samenwo\w+|werk\w*|baan|verhui\w+|inkomen|inkomsten|trouw\w*|scheid\w*)
(?:verhuizing|samenwonen|nieuw adres) (?:\w+ ){0,2}?(?:doorgeven|melden)
"""),
    FormalKind.OTHER: phrases(
        _application(_OTHER, wanted=False)
        + rf"""
(?:ik wil|kan ik|mag ik|waar kan ik|hoe kan ik|hoe moet ik) {_SMALL}aanvraag (?:\w+ )?(?:doen|indienen|maken|starten)
"""
    ),
}
_DONE = frozenset(listed("""
aangevraagd ingediend gedaan gemaakt afgewezen goedgekeurd toegekend gekregen gehad kreeg loopt lopende wacht wachten
gestuurd gemeld doorgegeven gevraagd geweigerd ingeleverd gestopt stopgezet afgehandeld behandeld liep vroeg diende
deed maakte
"""))  # fmt: skip
_NOT_HERS = re.compile(
    r"(?<!\S)(?:(?:mijn|me) (?:zus|broer|moeder|vader|vriendin|vriend|buurvrouw|buurman|ex|man|dochter|zoon)"
    r"|hij|zij|mensen|iedereen) (?:\w+ ){0,2}?(?:wil|moet|gaat|kan|heeft)(?!\S)"
)
_NO = re.compile(
    r"(?<!\S)(?:geen (?:\w+ ){0,2}?(?:bijstand|uitkering|klacht|bezwaar|aanvraag|schuld\w+|toeslag\w*"
    r"|beroep|iets)|(?:wil|hoef|ga|durf|kan|mag) (?:\w+ ){0,5}?niet|niet (?:\w+ ){0,3}?"
    r"(?:aanvragen|indienen|maken|klagen))(?!\S)"
)
_REASON = re.compile(r"(?<!\S)(?:want|omdat|doordat)(?!\S)")
_VOCABULARY = frozenset(listed("""
bijstand uitkering bijstandsuitkering aanvragen aanvraag klacht klagen indienen bezwaar bezwaarschrift schuldhulp
schuldhulpverlening schuldsanering bijzondere toeslag kinderopvangtoeslag zorgtoeslag huurtoeslag kwijtschelding
wijziging doorgeven beroep beslissing besluit beschikking afwijzing sanering urgentie vragen maken
"""))  # fmt: skip


def read_formal(text: str) -> Formal | None:
    """The formal request in her message, typos allowed; None for statements and for what was done."""
    said = " ".join(_snapped(w) for w in pieces(text).split())
    for part in said.split(" | "):
        found = _asked(part)
        if found is not None:
            return Formal(found)
    return None


def _asked(part: str) -> FormalKind | None:
    words = set(_REASON.split(part)[0].split())
    objects = "eens" in words  # "niet eens met het besluit" holds a no of its own
    if not objects and (_NO.search(part) or _NOT_HERS.search(part) or words & _DONE):
        return None
    return next((kind for kind, asked in _REQUESTS.items() if asked.search(part)), None)


@lru_cache(2048)
def _snapped(word: str) -> str:
    """A word that is no word → the one formal word it is a slip of."""
    if (sounded := word.replace("gt", "cht")) in _VOCABULARY:
        return sounded
    if len(word) < 5 or word in _VOCABULARY or zipf(word) >= 3 or not word.isalpha():
        return word
    most = 2 if len(word) >= 8 else 1
    near = {w: OSA.distance(word, w, score_cutoff=most) for w in _VOCABULARY}
    best = min(near.values())
    nearest = sorted(w for w, away in near.items() if away == best)
    return nearest[0] if best <= most and len(nearest) == 1 else word
