"""Which words mean the same: forms, certain synonyms, kinds of a thing, typing slips."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from dialogs.language.frequency import zipf
from dialogs.language.wordlist import listed

ALIKE = 80  # rapidfuzz ratio from which an unknown word counts as a slip of a known one
FUZZY_FROM = 4  # letters; shorter words match exactly only
_OTHER_HEAD = 88  # what it takes when even the first letter is another
COMMON = 3.4  # Zipf value from which a word is no slip but meant as it stands
_PART = 5  # letters from which the tail of a compound stands for the whole

STOP = frozenset(listed("""
ik je jij u hij zij ze we wij me mij mijn jouw uw ons onze jullie een de het dat die dit deze is
ben bent zijn was heb hebt heeft hebben had er wel ook maar gewoon eigenlijk denk wil wilt wou
zou graag hoor op in aan van voor met bij te om en of als dan nu nog even kan kunt kunnen mag
moet moeten ga gaat gaan doe doen toch want omdat dus echt heel erg zo liefst liever best ja nee
ok niet geen naar uit over door tot tm waar wat wie welke hoe daar hier dus iets wordt word
worden gaf kom komt zit zitten krijg krijgen maak neem kies keuze optie antwoord mijne misschien
waarschijnlijk i the my want prefer would like goed prima zeg zeggen
dankjewel alsjeblieft eh ehh uh uhm euh ehm oh o ah vind
laat zelf
"""))  # fmt: skip
WEAK = frozenset(listed("""
veel weinig beetje meer minder vaak soms altijd nooit meestal kwijt genoeg alles allemaal samen
andere ander anders eerst later eerder achter nieuwe lang kort dag dagen tijd week uur jaar keer
weten kind kinderen mensen hulp gaat loop loopt lopen kwam klaar hebben
"""))  # fmt: skip

_SAME_WORDS = """
bellen call bel belt gebeld bellem opbellen telefoon telefonisch belletje telefoneren
appen app appt geappt whatsapp appje appjes wappen
bericht berichtje berichten berichtjes
mail mailen email e-mail mailtje mailt emailen
sms sms-en smsen smsje
langskomen langs langskom langsgaan bezoek huisbezoek
thuis huisje
ochtend morning mornings ochtends ochtendje morgens smorgens voormiddag ochtens sochtends ochtenden
middag afternoon middags smiddags namiddag middagen
avond evening avonds savonds avonden avondje
nacht nachts snachts
kinderen kind kindje kindjes kleintje kleintjes kinder koters
partner man vrouw echtgenoot echtgenote vriend vriendin verloofde partners
werk werken werkt baan baantje job werkend gewerkt
opleiding studie studeren leren leer cursus studeer
school scholen schooltje
opvang kinderopvang creche kdv kinderdagverblijf dagopvang
bso naschoolse buitenschoolse
huur huren huurschuld huurhuis huurwoning
hypotheek koophuis koopwoning
wonen woning huis woon woonruimte
energie energierekening
stroom elektra elektriciteit electriciteit elektrisch electra
zorgverzekering zorg zorgkosten zorgpremie ziektekostenverzekering ziektekosten zorgverzekeraar
belasting belastingen belastingdienst blauwe
toeslag toeslagen zorgtoeslag huurtoeslag kinderopvangtoeslag
eten voedsel boodschappen honger voeding
geld centen doekoe doezoe poen money para doku financien geldzaken
schulden schuld
papieren papierwerk papier formulieren formulier administratie paperassen
brief brieven brieffie briefje
gezondheid gezond ziek ziekte
rustig rust kalm relaxed relax chill rustigjes
auto autootje wagen waggie
fiets fietsen fietsend fietsje bike
lopend lopen lopende loop wandelen wandelend voet
trein ov metro tram
familie ouders moeder zus broer zusje oma tante
nederlands nl hollands
engels english
turks turkce
pools polski
arabisch arabic
genoeg voldoende zat
verder doorgaan
deurwaarder deurwaarders gerechtsdeurwaarder incasso
onveilig gevaar
anders andere ander
zwanger verwachting zwangerschap
baby babytje newborn pasgeboren
alleen alleenstaand alleenstaande single
jij je
weinig tekort
afgesloten afgesneden
wekelijks week
maandelijks maand
nooit never
elke iedere ieder
"""
_KINDS_OF = """
uitkering: bijstand ww wajong wia ziektewet bijstandsuitkering wao
bericht: app appen sms whatsapp appje mail
appen: bericht berichtje
brief: post
papieren: brieven post
kinderen: zoon dochter zoontje dochtertje jongens meisjes kids zoons dochters
energie: stroom gas
stroom: energie licht
gas: energie verwarming
opvang: bso oppas gastouder peuterspeelzaal
toeslag: kindgebonden
bus: ov
familie: moeder vader zus broer
gezondheid: dokter huisarts slapen moe
wonen: woningnood
geld: schulden rekeningen
onveilig: bang
lopend: loopt
"""
_IRREGULAR = frozenset(listed("""
alleen samen geen even morgen buiten binnen boven beneden alles alle allemaal iedereen tegen
negen zeven tien
"""))  # fmt: skip


def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _SAME_WORDS.split("\n"):
        words = line.split()
        for word in words:
            found.setdefault(word, set()).update(words)
    return {word: frozenset(same) for word, same in found.items()}


def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in filter(None, _KINDS_OF.split("\n")):
        whole, _, kinds = line.partition(": ")
        for kind in kinds.split():
            found.setdefault(kind, set()).update(_GROUPS.get(whole, {whole}))
    return {word: frozenset(wholes) for word, wholes in found.items()}


_GROUPS = _groups()
_KINDS = _kinds()
_WHOLE = frozenset(["overmorgen", "vanmorgen", "vanmiddag", "vanavond", "iemand", "niemand"])
_LONG_GROUPED = [word for word in _GROUPS if len(word) >= 5]
_ENDINGS = ("tjes", "jes", "tje", "je", "en", "s", "e", "t")


@lru_cache(4096)
def stem(word: str) -> str:
    """A Dutch word without its most common endings: werken, werkt → werk; appen → ap."""
    if word in _IRREGULAR:
        return word
    bare = word[2:] if word.startswith("ge") and len(word) >= 6 and word[-1] in "dt" else word
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            bare = bare[: -len(ending)]
            break
    return bare[:-1] if len(bare) > 3 and bare[-1] == bare[-2] else bare


def meant(said: str, wanted: Collection[str]) -> frozenset[str]:
    """Which of the wanted words this typed word is, by the surest way that finds any."""
    if said in wanted:
        return frozenset((said,))
    if len(said) < 2 or said.isdigit():
        return frozenset()
    for how in (_forms, _slips, _parts, _same):
        if found := how(said, wanted):
            return found
    return frozenset()


def _forms(said: str, wanted: Collection[str]) -> frozenset[str]:
    if len(said) < 3 or said in STOP:
        return frozenset()
    forms = {said, stem(said)}
    return frozenset(
        w for w in wanted if len(w) >= 3 and w not in STOP and not forms.isdisjoint((w, stem(w)))
    )


def _parts(said: str, wanted: Collection[str]) -> frozenset[str]:
    if len(said) < _PART or said in _WHOLE:
        return frozenset()
    return frozenset(
        w for w in wanted
        if len(w) >= _PART and len(w) != len(said) and (said.endswith(w) or w.endswith(said))
    )  # fmt: skip


def _same(said: str, wanted: Collection[str]) -> frozenset[str]:
    found = _GROUPS.get(said, frozenset()).intersection(wanted)
    return found or _KINDS.get(said, frozenset()).intersection(wanted)


def _slips(said: str, wanted: Collection[str]) -> frozenset[str]:
    """A word that is no word, one slip away from a wanted one; and the synonyms of those."""
    if len(said) < FUZZY_FROM or said in STOP or said in _GROUPS or zipf(said) >= COMMON:
        return frozenset()
    near = {w: likeness(said, w) for w in wanted if len(w) >= FUZZY_FROM}
    best = max(near.values(), default=0.0)
    if best >= ALIKE:
        return frozenset(w for w, score in near.items() if score == best)
    known = _synonym(said)
    return _same(known, wanted) if known else frozenset()


@lru_cache(4096)
def _synonym(said: str) -> str:
    """The word with synonyms of which this is a slip, or nothing."""
    found = process.extractOne(said, _LONG_GROUPED, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[0] if found and found[0][0] == said[0] else ""


def likeness(said: str, word: str) -> float:
    """0 to 100; a swap, slip, gap or doubling of one letter always counts as alike."""
    if abs(len(said) - len(word)) > 3:
        return 0.0
    score = fuzz.ratio(said, word)
    if len(word) < 7 and said[0] != word[0] and said[:2] != word[1::-1] and score < _OTHER_HEAD:
        return 0.0
    if score < ALIKE and OSA.distance(said, word, score_cutoff=1) <= 1:
        return float(ALIKE)
    return score
