"""Fixed turns of phrase → one sign, so that the "niet" in "maakt niet uit" negates nothing.

Each line of a table is one pattern over plain words; ~ and the other _SIGNS stand for what they
name there.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dialogs.language.phrases import FIRST, HERE, phrases
from dialogs.language.sayings import said_plainly

_COLOUR = (
    r"(?:(?:ik|het|t|dat|er|me|mij|echt|nog|even|eigenlijk|allemaal|ook|zo|hier|helemaal|gewoon|nu"
    r"|precies|eerlijk|gezegd|wel) )*"
)
_ONCE = "(?:eerst|vroeger|eerder|in het begin|toen)"
_YOU_HAVE = r"(?:heb|hebben|heeft|hebt) (?:je|jij|jullie|u)"
_NOTED = r"(?: (?:begrepen|gezien|verstaan|opgeschreven|genoteerd|gehoord))?"
_ALL_IS = rf"{FIRST}(?:dat |alles |het )?(?:is |staat (?:er )?)?"
_LOOK_UP = "(?:opzoeken|uitrekenen|nakijken|navragen|uitzoeken|vragen)"
_TALK, _WITH = "(?:praat|bespreek)", r"(?: met \w+(?: \w+)?)?"
_WHICH = (
    r"(?: (?:hoeveel|wanneer|hoe \w+|welke?|waar|wie|wat)(?= precies| ongeveer| \||$))?"
    "(?: precies| ongeveer)?"
)
_UNKNOWN = rf"""
(?:ik )?zoud? ~niet (?:kunnen )?weten
(?:ik )?weet ~niet{_WHICH}(?: zeker)?(?: (?:hoor|precies))?(?: of (?:dat|het) (?:kan|lukt))?
niet zeker(?! weten)
(?:dat )?(?:zou|moet) ik (?:dat |het |eerst |nog |even |moeten )*{_LOOK_UP}
zou (?:het |ik |dat )*moeten {_LOOK_UP}
(?:ik )?kan (?:het |dat |ik )*niet (?:benoemen|uitleggen|omschrijven)
geen mening
{FIRST}(?:dat )?(?:hoor|moet) ik nog(?: van \w+(?: \w+)?| horen(?: van \w+(?: \w+)?)?){HERE}
{FIRST}dat hoor ik nog{HERE}
{FIRST}(?:ik )?wacht (?:ik )?nog op (?:antwoord|bericht|nieuws|een antwoord)
(?:daar )?kan ik (?:niks|niets) (?:over|van) zeggen
(?:moet ik |moet )?(?:eerst |nog |even )+(?:over )?nadenken
(?:ik heb )?(?:echt )?geen (?:flauw |enkel )?(?:idee|benul|clue)(?! van){_WHICH}
joost mag het weten
weet ik veel
weten we niet
{FIRST}(?:ik )?twijfel(?: nog)?{HERE}
i ?dont know
i do not know
dont know
nee idea
not sure
bilmiyorum
geen weet van
"""
_ANY = rf"""
(?:ik )?maakt ~(?:niet|niks|weinig|geen (?:bal|zak|moer|fuck))(?: (?:zo ?)?(?:veel|echt))?(?: uit)?
maak niet uit
maakt uit niet
(?:het )?boeit (?:me |mij )?niet
boeie
om het even
geen voorkeur
(?:elk|alle) (?:moment(?:en)?|tijdstip(?:pen)?|tijden)
wanneer dan ook
(?:alles|beiden?|allebei|allemaal) (?:is |zijn |vind ik )?(?:even )?(?:goed|prima|ok|best|mag|kan)¬
(?:kan|mag|lukt|gaat) (?:allebei|beiden?|alletwee)¬
(?:kan|mag|lukt) (?:alles|allemaal){HERE}
alle twee (?:is |zijn )?(?:goed|prima|ok|best)
(?:is )?(?:mij|me) (?:allemaal )?(?:best|om het even|egaal|gelijk|eender)
het is (?:mij|me) (?:egaal|gelijk)
whatever
kies (?:jij|jullie|zelf|u) maar
{FIRST}kies maar{HERE}
(?:wat|wanneer|hoe) (?:jij|jullie|u|je) (?:het (?:beste|best) )?(?:uitkomt|wil|willen|past)
{FIRST}(?:zie|kijk) maar{HERE}
(?:zeg|kijk|beslis|bepaal) (?:jij|u|je|jullie) (?:het )?maar
geeft niet(?: welke)?
doesnt matter
fark ?etmez
"""
_DECLINE = rf"""
(?:dat )?(?:zeg|vertel|deel|geef|houd?) ik (?:(?:dat|het|je) )?(?:liever )?niet
(?:dat )?(?:wil|ga) ik (?:je |jullie |hier |liever |dat |echt )*niet (?:zeggen|vertellen|delen)
(?:dat )?(?:wil|ga) ik (?:hier |liever |dat |echt )*niet (?:over )?(?:kwijt|hebben|praten)
zeg liever niet
liever niet (?:zeggen|vertellen)
ik (?:zeg|vertel) (?:dat |het )?(?:liever )?niet
(?:dat )?(?:is )?prive
liever niet{HERE}
(?:dat )?(?:houd?|hou) ik (?:dat |het )?(?:liever |graag )?voor (?:me|mij|mezelf|mijzelf|me zelf)
geen commentaar
(?:daar |hier )?{_TALK} ik (?:daar |hier |dat |het )?(?:liever |graag )?niet(?: over)?{_WITH}
(?:liever )?niet over (?:praten|hebben)
(?:dat is |is )?(?:persoonlijk|geheim)
gaat (?:je|jou|u|jullie|niemand) (?:niks|niets|geen \w+|wat) aan
"""
_TOO_LITTLE = """
niet (?:echt )?genoeg
onvoldoende
niet voldoende
tekort
"""
_NOT_NEEDED = """
(?:dat |het )?hoeft (?:van mij |voor mij |echt |allemaal )?niet
geen behoefte(?: aan)?
"""
_NONE = rf"""
(?:krijg|heb|hebben|ontvang) (?:ik |nog |er |eigenlijk )*(?:niks|niets) van(?: \w+){{0,2}}{HERE}
(?:nog )?(?:niks|niets) aangevraagd
geen (?:van )?(?:deze|die|dit|allen|alle|alles|allemaal|hiervan|een|enkele|van alle)#
(?:er is )?(?:niks|niets) aan de hand
(?:ik )?heb (?:ik )?(?:gelukkig |eigenlijk )?alles al
(?:niets|niks|geen) (?:van )?(?:hiervan|deze|dit|dat alles|dit alles|dit lijstje|allemaal|daarvan)
(?:niets|niks|geen) (?:van )?van allen
(?:helemaal |echt |nog |verder )?(?:niks|niets|nada|noppes)%
nergens(?: (?:mee|van))?(?! (?:heen|naartoe|terecht|toe))
(?:ik |we |wij )?(?:heb|hebben) (?:ik |we |wij )?er (?:nog |helemaal |gelukkig )*geen{HERE}
(?:heb|hebben) (?:ik|we|wij) (?:allemaal|allebei) (?:nog )?niet
none
nothing
nvt
n v t
(?:is )?niet van toepassing
"""
_NO = rf"""
{FIRST}(?:(?:ook|echt|absoluut|zeker|tuurlijk|helemaal|totaal|eigenlijk) )+niet(?= \||$| hoor| nee)
(?:ik )?(?:denk|dacht|geloof|vrees|hoop) (?:het |van )?niet
(?:dat )?(?:denk|dacht|geloof|vrees) ik (?:van )?niet
{FIRST}(?:helaas|jammer genoeg) niet
{FIRST}(?:dat )?is niet (?:waar|zo|juist|goed|correct)
{FIRST}niet (?:waar|juist|correct){HERE}
(?:klopt|kloppen|klop) (?:dat |dit |er )?(?:echt |helemaal |gewoon |voor |eigenlijk |van )*@
(?:er )?klopt (?:er )?iets niet
iets klopt niet
{FIRST}doe maar niet
{FIRST}laat (?:dat |het |dit |die )?maar zitten
(?:ik heb )?geen (?:interesse|zin)(?: in)?
vergeet het maar
{_ONCE} (?:\w+ )?wel(?: \|)? (?:maar )?nu niet(?: meer)?{HERE}
(?:die|deze|dan|op die) (?:dag )?kan (?:ik |het )?niet
kan (?:ik )?(?:dan|(?:op )?(?:die|deze) dag) (?:echt |helaas )?niet
(?:ik ben het )?(?:er )?(?:helemaal |echt )?niet (?:mee|met) eens
oneens
{FIRST}(?:dat )?vind (?:ik|me) (?:zelf |eigenlijk |echt )?niet{HERE}
(?:dat |hier )?staat (?:er |dit |dat )?(?:niet goed|niet juist|verkeerd|fout)
{FIRST}(?:(?:dat|dit) )?(?:is )?(?:helemaal |echt )?(?:fout|verkeerd|onjuist|incorrect){HERE}
er (?:zit|staat) (?:een |iets |nog )*(?:fout(?:je|en)?|verkeerd)(?: in)?
(?:dat )?{_YOU_HAVE} (?:het |dat )?(?:mis|verkeerd \w+)
(?:je|jij|jullie|u) (?:heb|hebben|heeft|hebt) (?:het |dat )?(?:mis|verkeerd \w+)
in geen geval
{FIRST}(?:dat |dit )?vind ik niet (?:goed|ok|prima|fijn){HERE}
^(?:nee )?(?:ik|wij|we) niet$
never
echt nooit
geenszins
geen sprake van
nee way
{FIRST}(?:toch|nou|hm|nog) niet{HERE}
nee (?:dankjewel|hoor|joh)
{FIRST}niet(?: echt| meer)?(?= \||$| nee| hoor)
{FIRST}(?:gelukkig|volgens mij|eerlijk gezegd) niet
niet dat ik weet
{FIRST}nooit (?:gehad|gedaan|geweest)
{FIRST}(?:dat |het |nee )?gaat (?:me |mij |helaas |echt )?niet(?: lukken)?{HERE}
"""
_YES = rf"""
(?:ik )?(?:denk|dacht|geloof|hoop|meen) (?:het |van |zo )?wel
{FIRST}(?:tot (?:dan|zo|straks|ziens)|zie je dan){HERE}
(?:dat )?(?:denk|dacht|geloof|hoop) ik (?:van )?wel
(?:ik )?(?:denk|geloof) (?:van )?ja
{FIRST}(?:ik )?denk (?:het|van wel){HERE}
{FIRST}(?:echt|vast|heus|gelukkig|helaas|volgens mij|eigenlijk|eerlijk gezegd) wel{HERE}
{FIRST}(?:dat |het |ja )?(?:lukt|gaat lukken)(?: wel| me| mij| hoor)*{HERE}
zeker (?:weten|wel|te weten)
(?:dat )?{_YOU_HAVE} (?:dat |het )?(?:heel |helemaal )?(?:goed|juist){_NOTED}{HERE}
{_ALL_IS}(?:helemaal |allemaal )?(?:juist|correct|goed zo|goed ingevuld){HERE}
{FIRST}(?:dat |alles |het )?(?:is |staat er )(?:helemaal |allemaal )?goed{HERE}
komt (?:helemaal )?in orde
{FIRST}zo is het{HERE}
^(?:ja )?(?:ik|wij|we) wel$
(?:dat )?is (?:goed|prima|ok|best|waar|zo|juist|correct|akkoord)
(?:ja )?doe(?:n)? (?:we )?(?:dat |het )?maar{HERE}
komt (?:helemaal )?goed
{FIRST}(?:dat )?vind ik (?:zelf |eigenlijk |echt )?wel{HERE}
jawel
uhuh
{_ONCE} (?:\w+ )?niet(?: \|)? (?:maar )?nu wel{HERE}
(?:absoluut|inderdaad|precies|tuurlijk)(?: wel)?
geen probleem
waarom niet
yes please
why not
(?:toch|dat|best) wel{HERE}
(?:dat )?klopt(?: wel)?
(?:ik ben het )?(?:er )?(?:helemaal )?(?:mee|het) eens
lijkt (?:me|mij) (?:goed|prima|fijn|een goed idee|leuk)
vind ik (?:goed|prima|fijn)
geen bezwaar(?: tegen)?
(?:heb |hebben )?(?:ik |we )?(?:er )?(?:niks|niets) op tegen
go ahead
kom maar op
{FIRST}vooruit(?: dan)?(?: maar)?
(?:ga je gang|toe maar|brand maar los|steek maar van wal|yalla|lets go)
laten we (?:het )?(?:gaan|doen)(?: dan)?
vraag maar(?: raak| op)?
(?:dat )?zou (?:heel |erg |wel |echt )?(?:fijn|mooi|top|prettig|handig|leuk|goed) zijn
"""
_SIGNS = {
    "~": _COLOUR,
    "¬": r"(?! behalve| \| behalve| maar| alleen| op )",
    "#": r"(?: (?:opties|antwoorden|dingen|tijden|dagen|drie|twee|vier|vijf))?",
    "%": r"(?= \||$| hoor| nodig| eigenlijk| gelukkig| speciaals| bijzonders| dringend\w*| ergs"
    r"| beter| opgeschoten"
    r"| op (?:het|dit)| dankjewel| van dat)",
    "@": r"(?:niet|niks|niets|geen \w+|meter|kant)(?: van)?",
}
_TABLES = {
    "UNKNOWN": _UNKNOWN, "ANY": _ANY, "DECLINE": _DECLINE, "te weinig": _TOO_LITTLE,
    "niet nodig": _NOT_NEEDED, "NONE": _NONE, "NO": _NO, "YES": _YES,
}  # fmt: skip


def _pattern(table: str) -> re.Pattern[str]:
    for sign, meant in _SIGNS.items():
        table = table.replace(sign, meant)
    return phrases(table)


_PATTERNS = tuple((sign, _pattern(table)) for sign, table in _TABLES.items())
_KEYS = re.compile(
    r"\b(?:hoor|wacht|tot|zie|elk|wanneer|meen|weet|weten|idee|benul|clue|zeker|twijfel|know|idea|sure|bilm\w+|maakt?|boei\w*|even|voorkeur"
    r"|goed|prima|ok|best|mag|kan|egaal|gelijk|eender|whatever|kies|zeg|kijk|beslis|bepaal|geeft"
    r"|matter|fark\w*|niet|prive|aan|geen|niets|niks|nada|noppes|nergens|none|nothing|never|nooit"
    r"|kom|gang|vooruit|brand|steek|yalla|lets|laten|vraag|zou|alles|die|iets|heb"
    r"|geenszins|way|nee|wel|ja|is|doen?|komt|jawel|absoluut|inderdaad|precies|tuurlijk|waarom"
    r"|please|why|klopt|eens|lijkt|vind|ahead|hoeft|behoefte|lukt|lukken|denk|dacht|geloof|gelukkig"
    r"|helaas|mij|onvoldoende|tekort|hou|houd|nvt|toepassing|moet|geheim|persoonlijk|laat|vergeet|wat|hoe|uhuh|fout\w*|verkeerd|onjuist|incorrect|mis|juist|correct|staat)\b"
)


@lru_cache(16)
def signed(said: str) -> str:
    """The text with each fixed turn of phrase in place of one sign: UNKNOWN, ANY, NO …"""
    said = said_plainly(said)
    if not _KEYS.search(said):
        return said
    for sign, pattern in _PATTERNS:
        said = pattern.sub(sign, said)
    return said
