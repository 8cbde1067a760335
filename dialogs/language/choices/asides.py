"""Messages that are not straight answers: a question back, or taking back what was just said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.language.phrases import phrases

_ASKING = phrases(r"""
wat (?:bedoel|is (?:dat|dit|het verschil)|betekent|houdt|moet ik|zijn|doen|gebeurt|kost)
wat als
(?:^|\| )wat voor
(?:weet|snap|begrijp|niet) wat voor
wat kan ik
hoe ?bedoel\w*
hoezo
waarom(?! niet)
(?:snap|begrijp) (?:(?:het|de|je|dit|dat|er|ik) )?(?:\w+ )?(?:niet|niks)
waarvoor
waar is dat
^moet (?:ik|dat|het|dit)(?: (?:dat|dit|echt|per se|nu|ook))*$
wie (?:zijn|ben|is|leest|ziet|krijgt|betaalt|doet|regelt|komt|mag|belt)
hoe ?lang
hoe(?:veel)? (?:kost|werkt|gaat dat)
mag ik (?:ook )?(?:vragen|weten)
huh
welke opties
what do you mean
why
""")
_UNEXPLAINED = phrases(r"""
wat is (?:dat|dit)(?: (?:precies|eigenlijk|voor \w+))?
wat (?:houdt|bedoel|betekent)\b.*
(?:snap|begrijp|volg) (?:(?:het|de|je|dit|dat|er|ik) )*(?:\w+ )?(?:niet|niks|niets|geen \w+)
(?:nog )?(?:een keer |eens |meer )?(?:uitleg|uitleggen)
""")
_AT_A_LOSS = re.compile(  # "al die papieren, ik snap er niks van"
    r"(?<=\w)(?: \|)? (?:ik )?(?:snap|begrijp) (?:ik )?er (?:echt |ook )?"
    r"(?:niks|niets|NONE|geen \w+) van$"
)
_BRIEF = 3
_VERBS = frozenset(["kan", "mag", "moet", "is", "zijn", "krijg", "kunnen", "mogen", "moeten"])
_WHO = frozenset(["ik", "je", "jij", "jullie", "u", "er", "we", "mijn"])
_QUESTION = re.compile(
    r"^(?:wat|wie|waar|wanneer|hoe|welke|kan|kun|kunnen|mag|moet|moeten|krijg|is|zijn|heb|hebben"
    r"|heeft|ga|gaan|gaat|wordt|komt)\b"
)
_TAKEN_BACK = phrases(r"""
(?:nee|oh|o|eh|of|sorry|ow)[ |]*wacht(?: even)?
wacht(?: even)?(?= )
(?:oh|o|ow|of|eh) nee
(?:ik )?bedoel(?:de)?
correctie
foutje
verkeerde?
vergissing
(?:nee|maar|of|toch|nou)[ |]+(?:toch|liever)(?! (?:wel|niet)(?: |$))(?: liever)?
toch liever
doe (?:toch )?maar(?: liever)?
bij nader inzien
(?:eerst|vroeger|voorheen) \w+ .*nu(?: alleen| weer)?
sorry
""")

_I_MEAN = re.compile(r"(?: \|)? (?:bedoel(?:de)? ik|ik bedoel(?:de)?|dus)$")
_NO_MID = re.compile(r"(?<=\w )(?:\| )?nee (?:\| )?(?!wel\b|niet\b|hoor\b|ja\b)(?=\w)")


def asks_back(text: str, said: str) -> bool:
    """Whether she asks something instead of answering; `said` is the plain form of `text`."""
    said = _AT_A_LOSS.sub("", said)
    return bool(_ASKING.search(said) or ("?" in text and _QUESTION.search(said)))


def asks(words: Sequence[str]) -> bool:
    """Whether it begins as a question of four words or more: "kan ik mijn kind meenemen"."""
    return (
        len(words) > _BRIEF
        and words[0] in _VERBS
        and words[1] in _WHO
        and words[-1] not in ("niet", "wel")
    )


def wants_telling(said: str) -> bool:
    """Whether she asks what this is, or says that she does not understand it."""
    return bool(_UNEXPLAINED.search(said))


def concluded(said: str) -> str:
    """What she comes to: "… dus dinsdag", "…, dinsdag dus"; or nothing."""
    if " dus " in said:
        return said.rpartition(" dus ")[2]
    return said.rpartition("|")[2].removesuffix(" dus").strip() if said.endswith(" dus") else ""


def correction(said: str, *, mid: bool = False) -> str:
    """What she says after taking back what came before ("nee wacht toch appen"), or nothing.

    With `mid` a bare "nee" half-way takes back too ("bellen nee appen").
    """
    said = _I_MEAN.sub("", said)
    found = list(_TAKEN_BACK.finditer(said)) or (list(_NO_MID.finditer(said)) if mid else [])
    return said[found[-1].end() :].strip(" |") if found else ""
