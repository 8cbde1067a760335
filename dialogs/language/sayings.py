"""Turns of phrase that mean a plain word: "zo nu en dan" is "soms", "werkloos" is "geen werk".

They are put in its place in what she types and in the buttons alike.
"""

from __future__ import annotations

import re

from dialogs.language.phrases import FIRST, HERE, phrases

_NOT_WELL = r"(?:best|lekker|top|super|geweldig|jofel)"
_SPOUSE = r"(?:man|vrouw|echtgenoot|echtgenote|partner)"
_DIED = r"(?:overleden|gestorven|dood(?:gegaan)?|verongelukt|leeft niet meer)"
_TIMES = r"(?:dag|keer|moment|week)"
_ANYBODY = "(?:ik|je|jij|jullie|u)"
_MISSING = "(?:wat|dat|die) (?:er |hier )?niet (?:bij|tussen)"
_HARDLY = r"(?:niet|slecht|moeilijk|amper)"
_SAYINGS = {
    "nooit": "neverr?\nnooit (?:niet|nooit|geen)\nnog nooit",
    "bijna nooit": """
zelden(?: of nooit)?
(?:haast|vrijwel|zo goed als|bijna) (?:nooit|niet nooit)
""",
    "soms": r"""
(?:dat )?(?:gebeurt |komt )?wel ?eens(?: voor)?
soms wel (?:(?:en|\||maar|of) )?soms niet
(?:zo )?(?:af|nu) en (?:toe|dan)
heel soms
""",
    "elke dag": """
dagelijks
(?:elke|iedere) dag weer
""",
    "wisselend": rf"""
(?:de )?ene {_TIMES} \w+(?: \w+)?(?: \|)? (?:de )?(?:andere? {_TIMES}|andere dag) \w+
(?:met )?(?:ups (?:en|and) downs|ups en down)
op en (?:neer|af)
""",
    "ik wil": rf"""
{FIRST}(?:kan|kun|kunnen|mag|zou) {_ANYBODY} (?:ook )?niet (?:gewoon|ook|beter|even|liever)
{FIRST}(?:kan|kun|kunnen|zou) (?:je|jij|jullie|u) (?:ook )?niet(?= naar| bij| hier| langs)
""",
    "niet best": rf"""
niet (?:zo |zon |echt |al te |heel )?{_NOT_WELL}(?= \||$| hoor| eigenlijk| vandaag| nu| de | met)
""",
    "weduwe": rf"""
(?:(?:mijn|me|de)[ _])?{_SPOUSE} (?:\w+ ){{0,5}}?{_DIED}
""",
    "overleden": rf"""
(?:mijn|me|onze|hun|haar)[ _]\w+ (?:\w+ ){{0,5}}?{_DIED}
""",
    "burnout": "burn out",
    "anders": rf"""
(?:nog |ook )*(?:iets|wat|een|anders)(?: anders| ander \w+)?(?: \|)? {_MISSING} staat
(?:dat |mijn \w+ )?staat (?:er |hier )?niet (?:bij|tussen)
""",
    "zzp": """
(?:als |een )?(?:zzp er|freelance)
""",
    "ik zelf": "ikzelf",
    "allebei": """
alle ?(?:twee|2)
""",
    "beetje": "soort van\nietsje",
    "gaat wel": rf"""
{FIRST}(?:het |ja |dat )?gaat (?:zo|redelijk|best|wel redelijk|zijn gangetje){HERE}
(?:redelijk|matig|matigjes)(?: goed| ok)?(?! (?:veel|vol|druk|snel|vaak|laat|vroeg))
(?:zo zo|so so|mwah?|mwoah|meh){HERE}
kon (?:slechter|minder)
""",
    "rood": """
(?:maar |(?:ik )?kom(?:en|t)? |kan |echt )*niet (?:echt )?rond(?:komen)?
""",
    "krap": """
(?:(?:ik )?kom(?:en|t)? |kan |maar |net |amper |nauwelijks |echt |moeilijk )+rond(?:komen)?
""",
    "geen werk": """
werke?loos
(?:zonder|geen|heb geen) (?:werk|baan|job)
""",
    "andere dag": """
andere? (?:keer|moment|momentje|tijd|datum|dag|tijdstip)
(?:afspraak )?(?:verzetten|verplaatsen|verschuiven|uitstellen)
""",
    "achter": """
niet (?:meer |altijd |kunnen |op tijd )*betaald?
(?:niet|nooit) (?:meer |altijd |op tijd )*betalen
""",
    "niemand": "geen (?:hond|kip|mens)",
    "goed": """
(?:het )?(?:gaat|ging) (?:best |heel |eigenlijk |echt )*wel (?:heel |best |erg |echt )*goed
""",
    "betreft": "gaat (?:om|over)",
    "middag": "tussen de middag",
    "veel": "een (?:hele )?(?:hoop|boel|heleboel|massa)",
    "geen eten": "(?:niks|niets|geen) (?:meer )?te eten",
    "ov": "openbaar vervoer",
}
_READING = phrases(rf"""
(?:ik )?(?:kan|ken) (?:ik )?{_HARDLY}(?: (?:zo|echt|heel))?(?: goed)? lezen(?: (?:en|of) schrijven)?
(?:ik )?lees {_HARDLY}(?: zo| echt| heel)?(?: goed)?
lezen (?:(?:en|of) schrijven )?(?:is|gaat|vind ik)(?: (?:voor mij|erg|heel|best|echt))* lastig
lezen (?:(?:en|of) schrijven )?(?:is|gaat|vind ik)(?: (?:voor mij|erg|heel|best|echt))* moeilijk
lezen (?:(?:en|of) schrijven )?(?:gaat)(?: (?:mij|erg|heel|best|echt))* {_HARDLY}(?: zo)?(?: goed)?
""")
_PATTERNS = tuple((word, phrases(table)) for word, table in _SAYINGS.items())
_KEYS = re.compile(
    r"\b(?:neverr?|nooit|zelden|soms|toe|dan|dagelijks|dag|keer|x|maal|betaald?|betalen|geen|niet|gaat|redelijk|matig\w*|ups|neer|af|ene"
    r"|zo|so|mwah?|mwoah|meh|kon|rond\w*|werke?loos|werk|baan|job|andere?|vervoer|ver\w+|uitstellen|ging|hoop|boel|heleboel|massa|eten|alle|tussen|soort|ietsje|burn|ikzelf|alletwee|zzp\w*|freelance\w*|overleden|gestorven|dood\w*|verongelukt|leeft)\b"
)


def said_plainly(said: str) -> str:
    """Plain words with each such turn replaced by what it means."""
    if not _KEYS.search(said):
        return said
    for word, pattern in _PATTERNS:
        said = pattern.sub(word, said)
    return said


def rather_talks(said: str) -> str:
    """Who says that reading is hard means the button about talking, where there is one."""
    return _READING.sub("praten beter", said)
