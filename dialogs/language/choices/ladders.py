"""Ladders of grades, lowest rung first: a rung is a table, one pattern a line. Data only."""

from __future__ import annotations

_VERY = r"(?:heel|erg|zeer|echt|super|mega|ontzettend|vreselijk|veel te|heel erg|hartstikke)"
_STARTING = r"(?:beginnen|starten)"
_NEVER = """
(?<!bijna )nooit
helemaal nooit
"""
_SELDOM = """
bijna (?:nooit|niet)
zelden
nauwelijks
amper
heel af en toe
"""
_SOMETIMES = """
soms
somtijds
(?:zo )?(?:af en toe|nu en dan)
wel ?eens
wisselend
zo nu en dan
een enkele keer
"""
_OFTEN = """
(?:heel |best )?vaak
meestal
regelmatig
geregeld
dikwijls
meeste dagen
bijna (?:elke|iedere) (?:dag|avond|nacht|week)
"""
_ALWAYS = """
altijd
(?:elke|iedere) keer(?: weer)?
steeds(?: weer)?
continu
constant
dag en nacht
de hele tijd
(?:elke|iedere) (?:dag|avond|nacht|ochtend)
zonder uitzondering
"""
_AWFUL = f"""
{_VERY} (?:slecht|zwak|beroerd)
verschrikkelijk
vreselijk
kan niet slechter
dramatisch
rampzalig
"""
_BAD = """
slecht
zwak
beroerd
waardeloos
onvoldoende
belabberd
kut
klote
voor geen meter
"""
_NOT_SO_GOOD = """
niet (?:zo|echt|heel|al te) ?(?:goed|fijn|prettig)
niet (?:best|fijn)
"""
_SO_SO = r"""
(?:gaat |zijn )*gangetje
matig
redelijk
gemiddeld
gaat wel
voldoende
(?:kan|gaat) ermee door
zo ?zo
middelmatig
kan (?:slechter|beter) (?:\| |en |maar )?kan (?:slechter|beter)
net voldoende
"""
_GOOD = """
(?:best |gewoon |wel )?(?:goed|sterk|fijn|prima)
lekker
als een (?:trein|tierelier)
"""
_GREAT = f"""
{_VERY} (?:goed|sterk|fijn)
uitstekend
toppie
tip ?top
kan niet beter
perfect
fantastisch
geweldig
super
top
"""
_QUIET = f"""
(?:{_VERY} )?(?:rustig|kalm|relaxed|chill|ontspannen|stil|relax)
zen
"""
_BEARABLE = """
gaat(?: wel)?
(?:best |goed )?te doen
redelijk
ok
prima
"""
_FULL = """
vol
(?:best |erg |heel )?druk
druk druk druk
bomvol
drukjes
"""
_TOO_FULL = r"""
(?:veel )?te (?:vol|veel|druk)
overbelast
overspannen
burn-?out
trek (?:het|dit|ik) (?:echt |gewoon )?niet(?: meer)?
kan (?:ik )?(?:echt )?niet meer
(?:zit )?er (?:helemaal |echt )?doorheen
ontplof\w*
op instorten
stik\w* erin
wordt me te veel
verzuip\w*
"""
_MUCH_WORSE = f"""
(?:veel|een stuk|stukken|flink|{_VERY}) (?:slechter|minder|erger)
"""
_WORSE = """
slechter
achteruit(?:gegaan)?
erger
minder(?: goed)?
bergafwaarts
"""
_SAME = """
hetzelfde
zelfde
gelijk
(?:niks|niets|NONE|weinig|niet) veranderd?
nog zo
geen verandering
even (?:erg|goed|slecht)
blijft zo
onveranderd
"""
_SLIGHTLY_BETTER = """
(?:iets|wat|(?:een |klein )*beetje|ietsje|lichtjes) beter
"""
_BETTER = """
beter
vooruit(?:gegaan)?
verbeterd
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
_FAILING = """
(?:dat |het )?lukt (?:echt |helemaal |me )*niet
mislukt
niet gelukt
niet voor elkaar
"""
_PARTLY = r"""
(?:lukt |gaat )?(?:een )?beetje
vallen en opstaan(?: \| maar het gaat iets)?
half half
deels
"""
_MANAGING = """
(?:lukt|gaat) (?:heel |prima |best )?(?:goed|prima)
lukt(?: wel| me)?
makkelijk
geen moeite
gaat als een (?:trein|tierelier)
"""
_DISLIKED = """
(?:vind ik |is |voel ik me )?(?:echt |helemaal )?niet (?:zo )?(?:fijn|leuk|prettig|lekker)
(?:nee )?bah
vervelend
stom
(?:erg )?eng
haat ik
niks voor mij
houd? ik niet van
zenuwachtig van
onprettig
verschrikkelijk
"""
_NEUTRAL = """
neutraal
ok
"""
_LIKED = """
(?:vind ik |is )?(?:heel |erg |wel |best )?(?:fijn|leuk|prettig|heerlijk|lekker|gezellig|top|super)
"""
_VERY_HARD = f"""
{_VERY} ?(?:moeilijk|lastig|zwaar)
onmogelijk
"""
_HARD = """
moeilijk
lastig
zwaar
pittig
ingewikkeld
"""
_DOABLE = """
gaat(?: wel)?
(?:ging )?best
redelijk
te doen
normaal
"""
_EASY = """
makkelijk
eenvoudig
simpel
geen probleem
(?:appeltje )?eitje
fluitje van een cent
gaat vanzelf
"""
_VERY_EASY = f"""
{_VERY} ?(?:makkelijk|eenvoudig)
"""
_VERY_UNHAPPY = f"""
{_VERY} ?ontevreden
waardeloos
"""
_UNHAPPY = """
ontevreden
niet (?:zo |echt )?tevreden
slecht
teleurgesteld
balen
viel (?:\\w+ )?tegen
(?:niks|niets|NONE) aan(?: gehad)?
"""
_NOT_UNHAPPY = """
neutraal
gaat(?: wel)?
(?:ging )?best
redelijk
matig
"""
_HAPPY = """
tevreden
blij
goed
prima
fijn
(?:niks|niets|NONE) te klagen
"""
_VERY_HAPPY = f"""
{_VERY} ?(?:tevreden|blij|goed|geholpen)
geweldig
fantastisch
perfect
super
top
"""
_NOTHING = """
(?:helemaal |echt |bijna )?(?:niets|niks)
helemaal niet
nul
"""
_LITTLE = """
(?:heel )?weinig
(?:klein |een )*beetje
te weinig
ietsje
"""
_ENOUGH = """
genoeg
redelijk(?: wat)?
voldoende
normaal
gemiddeld
precies goed
"""
_MUCH = f"""
(?:{_VERY} )?veel
(?:heel )?erg
heleboel
bomvol
hartstikke veel
"""
_TOO_MUCH = """
(?:veel )?te veel
"""
_LET_DOWN = """
(?:niet|minder) (?:zo |heel |echt )?(?:fijn|prettig|leuk)
viel (?:\\w+ )?tegen
(?:had |kon )(?:wel )?beter
jammer
"""
_PLEASED = """
prima
(?:wel |best )?(?:goed|fijn|ok|prettig)
"""
_DELIGHTED = f"""
{_VERY} (?:goed|fijn|prettig|blij)
top
super
geweldig
fantastisch
echt geholpen
"""
_NOT_ROUND = """
(?:elke maand |altijd |steeds |geld )*(?:te ?kort|te weinig)
lukt (?:echt |gewoon )?niet(?: meer)?
(?:sta |altijd |ik |we )*rood
"""
_TIGHT = """
(?:erg |heel |best |altijd )?krap(?:jes)?
(?:maar |kan |kom )*net(?:[ _]?aan| genoeg)
red het (?:maar )?net
(?:elk|ieder) dubbeltje omdraaien
geen vetpot
"""
_GETS_BY = r"""
gaat(?: wel)?(?! (?:\w+ )?(?:slecht|niet|moeilijk|beroerd))
(?:best )?te doen
redelijk
ok
"""
_AMPLE = """
(?:lukt |gaat )?(?:best |heel )?(?:goed|prima)
kom (?:goed|prima|makkelijk) rond
geen[ _](?:problemen|zorgen|klachten)(?:[ _](?:mee|om))?
ruim
makkelijk
"""
LADDERS = (
    (_NEVER, _SELDOM, _SOMETIMES, _OFTEN, _ALWAYS),
    (_AWFUL, _BAD, _NOT_SO_GOOD, _SO_SO, _GOOD, _GREAT),
    (_QUIET, _BEARABLE, _FULL, _TOO_FULL),
    (_MUCH_WORSE, _WORSE, _SAME, _SLIGHTLY_BETTER, _BETTER, _MUCH_BETTER),
    (_NOT_BEGUN, _BUSY, _DONE),
    (_FAILING, _PARTLY, _MANAGING),
    (_DISLIKED, _NEUTRAL, _LIKED),
    (_VERY_HARD, _HARD, _DOABLE, _EASY, _VERY_EASY),
    (_VERY_UNHAPPY, _UNHAPPY, _NOT_UNHAPPY, _HAPPY, _VERY_HAPPY),
    (_NOTHING, _LITTLE, _ENOUGH, _MUCH, _TOO_MUCH),
    (_NOT_ROUND, _TIGHT, _GETS_BY, _AMPLE),
    (_LET_DOWN, _PLEASED, _DELIGHTED),
)
