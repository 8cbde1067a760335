"""Ladders of progress: how it changed, how far it is, whether it works. Shape as in `ladders`."""

from __future__ import annotations

_VERY = r"(?:heel|erg|zeer|echt|super|mega|ontzettend|vreselijk|veel te|heel erg|hartstikke)"
_STARTING = r"(?:beginnen|starten)"
_BURDEN = (
    "(?:stress|zorgen|pijn|druk|moe|zwaar|moeilijk|ruzies?|problemen|schulden|last|somber|bang|huil\\w*"
    "|boos|klachten|verdriet|gedoe|rekeningen|spanning|eenzaam)"
)
_GAIN = "(?:rust|energie|lucht|geld|ruimte|plezier|zin|hoop|overzicht|steun|contact|vertrouwen)"
_MUCH_WORSE = f"""
(?:veel|een stuk|stukken|flink|{_VERY}) (?:slechter|minder|erger)
"""
_WORSE = rf"""
slechter
achteruit(?: ?gegaan)?
erger
zwaarder
moeilijker
lastiger
minder(?: goed)?(?! {_BURDEN})
minder {_GAIN}
meer {_BURDEN}
bergafwaarts
(?:de )?(?:verkeerde|slechte) kant op
verder (?:weg|de put in|naar beneden|in de problemen)
(?:zak|zakken|gleed|glij|glijden) (?:\w+ ){{0,2}}(?:weg|af)
"""
_SAME = r"""
(?:hetzelfde|zelfde|gelijk)(?: gebleven)?
(?:niks|niets|NONE|niet) (?:mee )?opgeschoten
geen verschil
(?:niks|niets|NONE|weinig|niet) veranderd?
nog zo
geen verandering
niet (?:echt )?beter (?:\| |en |maar |ook )*niet (?:echt )?slechter
niet (?:echt )?slechter (?:\| |en |maar |ook )*niet (?:echt )?beter
niet (?:echt )?(?:beter of slechter|slechter of beter)
even (?:erg|goed|slecht)
blijft zo
(?:zo)?als (?:altijd|steeds|eerst|gewoonlijk)
onveranderd
"""
_SLIGHTLY_BETTER = """
(?:iets|wat|(?:een |klein )*beetje|ietsje|lichtjes) beter
"""
_BETTER = rf"""
beter
vooruit(?: ?gegaan)?
verbeterd
verbetering
opgeknapt
lichter
makkelijker
minder {_BURDEN}
meer {_GAIN}
(?:de )?goede kant op
(?:stap|stapje|stapjes) vooruit
(?:gaat )?(?:omhoog|bergopwaarts)
"""
_MUCH_BETTER = f"""
(?:veel|een stuk|stuk|stukken|flink|{_VERY}) beter
(?:gaat )?goed vooruit
"""
_NOT_BEGUN = rf"""
(?:nog )?niet begonnen
niets
NONE
nog geen \w+
moet (?:ik )?nog {_STARTING}
moet er nog aan beginnen
(?:ik )?kom er niet aan toe(?: \| moet nog {_STARTING})?
(?:niet|niks) gedaan
"""
_BUSY = r"""
(?:ben )?(?:ermee |er mee |er )?bezig(?: mee)?
(?:een )?(?:groot )?deel
(?:de )?helft
half
deels
(?:half|deels|bijna) (?:klaar|ingevuld|gedaan|af)
gedeeltelijk
halverwege
bijna alles
alles behalve .*
een stuk(?:je)?
niet alles
nog niet (?:alles|klaar|helemaal)
"""
_DONE = """
(?:al )?(?:gedaan|klaar|af|afgerond|voltooid|geregeld|gelukt|ingevuld)(?: ermee)?
(?:al )?(?:verstuurd|opgestuurd|ingeleverd|ingestuurd)
helemaal(?: klaar)?
alles
volledig
compleet
allemaal
"""
_FAILING = r"""
(?:dat |het )?lukt (?:echt |helemaal |me )*niet
mislukt
niet gelukt
(?:kwam|komt|is|kom|ben) er (?:echt |nog )?niet (?:meer )?(?:van|aan toe|uit)(?: gekomen)?
niet voor elkaar
gaat (?:me )?(?:echt |gewoon )?niet(?: meer)?(?= \||$)
"""
_PARTLY = r"""
(?:lukt |gaat )?(?:soms|af en toe|wisselend)
soms wel soms niet
(?:lukt |gaat )?(?:een )?beetje(?: gelukt)?
(?:half|deels|gedeeltelijk|bijna)(?: gelukt)?
vallen en opstaan(?: \| maar het gaat iets)?
half half
deels
"""
_MANAGING = """
(?:lukt|gaat) (?:heel |prima |best )?(?:goed|prima)
(?:goed |prima |helemaal )?gelukt
lukt(?: wel| me)?
makkelijk
geen moeite
gaat als een (?:trein|tierelier)
"""
CHANGED = (_MUCH_WORSE, _WORSE, _SAME, _SLIGHTLY_BETTER, _BETTER, _MUCH_BETTER)
BEGUN = (_NOT_BEGUN, _BUSY, _DONE)
MANAGED = (_FAILING, _PARTLY, _MANAGING)
