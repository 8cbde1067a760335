"""Ladders of grades, lowest rung first: a rung is a table, one pattern a line. Data only."""

from __future__ import annotations

from dialogs.language.choices.moods import CERTAINTY, GLADNESS, READING, STRESS, UNDERSTANDING
from dialogs.language.choices.progress import BEGUN, CHANGED, MANAGED

_VERY = r"(?:heel|erg|zeer|echt|super|mega|ontzettend|vreselijk|veel te|heel erg|hartstikke)"
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
(?:elke|iedere|alle) (?:dag|dagen|avond|nacht|ochtend)
zonder uitzondering
"""
_AWFUL = f"""
{_VERY} (?:slecht|zwak|beroerd)
verschrikkelijk
vreselijk
k[ao]n niet (?:slechter|erger)
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
ruk
bagger
rot
hopeloos
triest
om te (?:huilen|janken)
voor geen meter
"""
_NOT_SO_GOOD = """
niet (?:(?:zo|echt|heel|al te|helemaal) ?)?(?:goed|fijn|prettig|lekker)
niet (?:(?:zo|echt|heel|al te|helemaal) ?)?(?:top|super|geweldig|best|jofel)
(?:gaat )?niet zo$
"""
_SO_SO = r"""
(?:gaat |zijn )*gangetje
gaat best(?! goed)
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
ontploft? bijna
bijna ontplof\w*
ontplof\w*
(?:kan )?(?:er )?(?:echt )?(?:niks|niets|NONE|niet) meer bij
op instorten
stik\w* erin
wordt me te veel
verzuip\w*
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
niet te doen
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
val(?:t|len) (?:best |wel |erg |reuze )*mee
"""
_EASY = """
makkelijk
eenvoudig
simpel
geen probleem
(?:appeltje )?eitje
fluitje van een cent
makkie
gaat vanzelf
"""
_VERY_EASY = f"""
{_VERY} ?(?:makkelijk|eenvoudig)
"""
_VERY_UNHAPPY = f"""
{_VERY} ?ontevreden
(?:totaal|helemaal|absoluut) niet (?:tevreden|blij)
waardeloos
"""
_UNHAPPY = """
ontevreden
niet (?:zo |echt )?tevreden
slecht
teleurgesteld
balen
viel (?:\\w+ )?tegen
meer (?:\\w+ )?verwacht
niet wat ik (?:had )?verwacht\\w*
(?:niks|niets|NONE) aan(?: gehad)?
"""
_NOT_UNHAPPY = """
neutraal
niet (?:goed|blij)(?: \\|| en| maar| ook)* niet (?:slecht|boos|ontevreden)
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
(?:helemaal |echt |bijna )?(?:niets|niks|NONE)
(?:helemaal|totaal|absoluut) niet
nul
"""
_LITTLE = """
(?:heel )?weinig
(?:klein |een )*beetje
te weinig
ietsje
iets
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
enorm
(?:bijna )?overal(?: mee)?
bomvol
hartstikke veel
"""
_QUITE = """
(?:best|vrij|aardig|redelijk|behoorlijk|nogal)(?: wel)?(?: veel| wat| erg)?
aardig wat
"""
_VERY_MUCH = f"""
{_VERY} (?:veel|erg)
heleboel
enorm
ontzettend
vreselijk
heel erg
(?:verschrikkelijk|extreem|gigantisch)(?: veel)?
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
(?:altijd |in de )*min
"""
_TIGHT = """
(?:erg |heel |best |altijd )?krap(?:jes)?
(?:maar |kan |kom )*net(?:[ _]?aan| genoeg)
red het (?:maar )?net
(?:elk|ieder) dubbeltje omdraaien
geen vetpot
(?:houd? (?:ik )?)?(?:niks|niets|NONE) over
"""
_GETS_BY = r"""
gaat(?: wel)?(?! (?:\w+ )?(?:slecht|niet|moeilijk|beroerd))
(?:best )?te doen
redelijk
ok
(?:houd? (?:ik )?)?(?:iets|wat|(?:een )?(?:klein )?beetje) over
"""
_AMPLE = """
(?:lukt |gaat )?(?:best |heel )?(?:goed|prima)
kom (?:goed|prima|makkelijk) rond
(?:houd? (?:ik )?)?(?:best )?(?:veel|genoeg|ruim) over
geen[ _](?:problemen|zorgen|klachten)(?:[ _](?:mee|om))?
ruim
makkelijk
"""
_RECENTLY = """
sinds kort
(?:nog maar )?(?:net|pas)(?: begonnen)?
kort(?: geleden)?
(?:een )?paar (?:dagen|weken)
(?:sinds )?vorige (?:week|maand)
"""
_LONG_SINCE = r"""
(?:al )?(?:heel |best |erg |te |zo )*lang
(?:al )?jaren(?: lang)?
(?:al )?\d+ jaar
al een tijd(?:je)?
"""
_ALL_HER_LIFE = """
(?:mijn )?hele leven
altijd(?: al)?
(?:van|sinds|vanaf) (?:jongs af(?: aan)?|kinds af(?: aan)?|mijn geboorte)
"""
LADDERS = (
    (_RECENTLY, _LONG_SINCE, _ALL_HER_LIFE),
    (_NEVER, _SELDOM, _SOMETIMES, _OFTEN, _ALWAYS),
    (_AWFUL, _BAD, _NOT_SO_GOOD, _SO_SO, _GOOD, _GREAT),
    (_QUIET, _BEARABLE, _FULL, _TOO_FULL),
    CHANGED,
    BEGUN,
    MANAGED,
    (_DISLIKED, _NEUTRAL, _LIKED),
    (_VERY_HARD, _HARD, _DOABLE, _EASY, _VERY_EASY),
    (_VERY_UNHAPPY, _UNHAPPY, _NOT_UNHAPPY, _HAPPY, _VERY_HAPPY),
    (_NOT_ROUND, _TIGHT, _GETS_BY, _AMPLE),
    (_NOTHING, _LITTLE, _QUITE, _VERY_MUCH),
    GLADNESS,
    STRESS,
    UNDERSTANDING,
    READING,
    CERTAINTY,
    (_NOTHING, _LITTLE, _ENOUGH, _MUCH, _TOO_MUCH),
    (_LET_DOWN, _PLEASED, _DELIGHTED),
)
