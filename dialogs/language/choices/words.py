"""Which words mean the same: forms, certain synonyms, kinds of a thing, typing slips."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from dialogs.language.choices.kinds import WORDS, kinds_of, known
from dialogs.language.choices.same import GROUPS
from dialogs.language.choices.stems import stem
from dialogs.language.frequency import zipf
from dialogs.language.sound import sound
from dialogs.language.wordlist import listed

ALIKE = 80  # rapidfuzz ratio from which an unknown word counts as a slip of a known one
FUZZY_FROM = 4  # letters; shorter words match exactly only
_OTHER_HEAD = 88  # what it takes when even the first letter is another
COMMON = 3.4  # Zipf value from which a word is no slip but meant as it stands
_PART = 5  # letters from which the tail of a compound stands for the whole
_ROOT = 6  # letters that two forms of one root share at least
_MUCH = 9  # letters from which an example may have two slips
_STRESS = re.compile(r"^(?:bom|prop|stamp|kei|super|mega|bere|poep|bloed)")
_SUFFIXES = frozenset(
    listed("ing ingen en atie aties eren er ers s t te de end heid lijk je jes e")
)
_HEAD = 4  # letters from which its head does, where its tail says little: huurachterstand

STOP = frozenset(listed("""
ik je jij u hij zij ze we wij me mij mijn jouw uw ons onze jullie een de het dat die dit deze is
ben bent zijn was heb hebt heeft hebben had er wel ook maar gewoon eigenlijk denk wil wilt wou
zou graag hoor op in aan van voor met bij te om en of als dan nu nog even kan kunt kunnen mag
moet moeten ga gaat gaan doe doen toch want omdat dus echt heel erg zo liefst liever best ja nee
ok niet geen naar uit over door tot tm waar wat wie welke hoe daar hier dus iets wordt word
worden gaf kom komt zit zitten krijg krijgen maak neem kies keuze optie antwoord mijne misschien
waarschijnlijk i the my want prefer would like goed prima zeg zeggen
dankjewel alsjeblieft eh ehh uh uhm euh ehm oh o ah vind
laat zelf ge gij stuur sturen stuurt loop loopt via
fijner beter makkelijker handiger prettiger sneller leuker rustiger fijnst makkelijkst handigst
"""))  # fmt: skip
WEAK = frozenset(listed("""
veel weinig beetje meer minder vaak soms altijd nooit meestal kwijt genoeg alles allemaal samen
andere ander anders eerst later eerder achter nieuwe lang kort dag dagen tijd week uur jaar keer
weten kind kinderen mensen hulp gaat lopen kwam klaar hebben
"""))  # fmt: skip
LIGHT = frozenset(listed("""
gehad gekregen geweest geworden gebeld nou nouja tja ff even echt gelukkig helaas jammer natuurlijk
hoor joh he haha lol xx inshallah wallah sowieso eerlijk gezegd vandaag gisteren vannacht net pas
ongeveer zeker vast inmiddels momenteel steeds nog alweer weer meteen straks snel graag welkom nodig
kinderen kids kind zoon dochter zoontje dochtertje kleine kleintje zodat trouwens namelijk
ofzo enzo enzovoort daarvoor ervoor hiervoor fijn mooi leuk handig makkelijk super top lekker
moeten willen hebben past lukt staan staat ligt heet via per sinds tijdens beide
"""))  # fmt: skip  # words beside a choice that change nothing about it


_WHOLE = frozenset(
    [
        "vannacht",
        "overmorgen",
        "vanmorgen",
        "vanmiddag",
        "vanavond",
        "iemand",
        "niemand",
        "buurthuis",
        "thuis",
    ]
)
_LONG = [word for word in GROUPS if len(word) >= 5]
_SOUNDING = {sound(word): word for word in _LONG}
_ANYONES = frozenset(["kantoor"])  # her own, or ours
_OWING = (  # a compound with such a tail is about its head
    r"achterstan[dt]\w*|schuld\w*|rekening\w*|nota\w*|premie\w*|kosten|betaling\w*|proble?em\w*|zaken|gedoe"
    r"|stress|zorgen|situatie|verzekering|maatschappij|bedrijf|contract|leverancier|afrekening"
)
_NO_FEELINGS = frozenset(listed("veilig gezond zeker vrij mogelijk werkelijk over schoon"))
_IN_LAW = frozenset(["schoon", "stief", "groot", "pleeg"])  # a schoonmoeder is no moeder
_THING = (  # two compounds with such tails and one head are about the same thing
    r"spul\w*|lessen|les|werk|bureau|tas(?:sen)?|boeken|hulp|tijd|school|baan|club|pas|diploma|woning|huis|flat|pakket"
)
_TAILS = tuple(re.compile(rf"(?:s|en)?(?:{tails})$") for tails in (_OWING, f"{_OWING}|{_THING}"))


@lru_cache(8192)
def meant(said: str, wanted: frozenset[str]) -> frozenset[str]:
    """Which of the wanted words this typed word is, by the surest way that finds any."""
    if said in wanted:
        return frozenset((said,))
    if "_" in said:
        return kinds_of(said, wanted)
    if len(said) < 2 or said.isdecimal() or _says_nothing(said):
        return frozenset()
    for how in (
        _heads_of_several,
        _forms,
        _felt,
        _same,
        _slips,
        _heads,
        _compounds,
        kinds_of,
        _kin,
        _parts,
        _tails,
        _roots,
        _stressed,
    ):
        if found := how(said, wanted):
            return found
    return frozenset()


@lru_cache(8192)
def direct(said: str, wanted: frozenset[str]) -> bool:
    """Whether this is a wanted word or means the same, and is not just an example of it."""
    return said in wanted or any(how(said, wanted) for how in (_forms, _same, _slips))


@lru_cache(1024)
def _says_nothing(said: str) -> bool:
    """Whether it is a small word that no way of reading makes anything of."""
    return len(said) < FUZZY_FROM and said in STOP and said not in GROUPS and not known(said)


def _heads_of_several(said: str, wanted: frozenset[str]) -> frozenset[str]:
    """ "opvang" beside dagopvang and peuteropvang is no one of them."""
    if len(said) < _HEAD or said in STOP:
        return frozenset()
    found = frozenset(w for w in wanted if len(w) > len(said) + 2 and w.endswith(said))
    return found if len(found) > 1 and all(_ends(w, said) for w in found) else frozenset()


def _forms(said: str, wanted: frozenset[str]) -> frozenset[str]:
    if len(said) < 3 or said in STOP:
        return frozenset()
    index = _by_form(wanted)
    forms = {said, stem(said), said + "n"}
    return frozenset(w for form in forms for w in index.get(form, ()))


def _felt(said: str, wanted: frozenset[str]) -> frozenset[str]:
    """A feeling by its noun or its adjective: "somber" is "somberheid", "angstig" is "angst"."""
    if len(said) < FUZZY_FROM or said in _NO_FEELINGS or said in STOP:
        return frozenset()
    others = (f"{said}heid", f"{said}ig", said.removesuffix("heid"), said.removesuffix("ig"))
    return frozenset(w for w in others if len(w) >= FUZZY_FROM and w != said and w in wanted)


@lru_cache(256)
def _by_form(wanted: frozenset[str]) -> dict[str, list[str]]:
    """The wanted words of three letters or more by themselves and by their stems."""
    found: dict[str, list[str]] = {}
    for word in wanted:
        for form in {word, stem(word)} if len(word) > 2 and word not in STOP else ():
            found.setdefault(form, []).append(word)
    return found


def _kin(said: str, wanted: frozenset[str]) -> frozenset[str]:
    """ "mama" is moeder, and that is one of "ouders"."""
    if len(said) < FUZZY_FROM or said in STOP or said in _ANYONES:
        return frozenset()
    for other in sorted(GROUPS.get(said, ())):
        if found := kinds_of(other, wanted):
            return found
    return frozenset()


def _compounds(said: str, wanted: frozenset[str]) -> frozenset[str]:
    """ "winterschoenen" are schoenen, where that is an option; before a wider thing."""
    if len(said) < _PART or said in _WHOLE or known(said):
        return frozenset()
    return frozenset(w for w in wanted if len(w) >= _PART and w != said and _ends(said, w))


def _parts(said: str, wanted: frozenset[str]) -> frozenset[str]:
    """ "kinderopvang" is opvang; where its head is an option too, it is that: "videobellen"."""
    if len(said) < _PART or said in _WHOLE:
        return frozenset()
    found = frozenset(
        w for w in wanted
        if len(w) >= _PART and len(w) != len(said) and (_ends(said, w) or _ends(w, said))
    )  # fmt: skip
    ahead = (w for w in wanted if _PART <= len(w) < len(said) and said.startswith(w))
    return (frozenset(ahead) or found) if found else found


def _ends(whole: str, tail: str) -> bool:
    """Whether this compound ends in that word: "schouders" does not end in "ouders"."""
    head = whole.removesuffix(tail)
    if head in _IN_LAW:
        return False
    return head != whole and bool(zipf(head) or zipf(head.rstrip("s")) or known(head))


def _heads(said: str, wanted: frozenset[str]) -> frozenset[str]:
    """ "huurachterstand" is huur; "muziek" or "gitaarles" is meant by "muziekles"."""
    if len(said) < _HEAD or said in _WHOLE or said in STOP or said in WEAK:
        return frozenset()
    owing = _head(said, _TAILS[0])
    head = _head(said, _TAILS[1]) or said
    heads = _heads_in(wanted)
    owed, own = {stem(owing), f"{owing}s"}, {stem(said), stem(head)}
    found = frozenset(w for w, theirs in heads.items() if stem(w) in owed or theirs in own)
    names = {stem(w) for w in _same_as(head, wanted)} if not found else set()
    return found or frozenset(w for w, theirs in heads.items() if theirs in names)


@lru_cache(256)
def _heads_in(wanted: frozenset[str]) -> dict[str, str]:
    """The wanted words that tell, and the stem of each one's head."""
    telling = (w for w in wanted if len(w) >= _HEAD and w not in STOP and w not in WEAK)
    return {w: stem(_head(w, _TAILS[1])) for w in telling}


@lru_cache(4096)
def _head(word: str, tails: re.Pattern[str]) -> str:
    """The head of a compound before one of these tails, or nothing."""
    found = tails.search(word, _HEAD)
    return word[: found.start()] if found else ""


def _roots(said: str, wanted: frozenset[str]) -> frozenset[str]:
    """Two forms of one root: "sollicitatie" and "solliciteren", "opvoeding" and "opvoedhulp"."""
    if len(said) < _ROOT + 2 or said in _WHOLE:
        return frozenset()
    return frozenset(w for w in wanted if len(w) >= _ROOT + 2 and _one_root(said, w))


def _one_root(said: str, word: str) -> bool:
    pairs = zip(said, word, strict=False)
    root = "".join(ours for ours, _theirs in takewhile(lambda pair: pair[0] == pair[1], pairs))
    tails = said[len(root) :], word[len(root) :]
    return len(root) >= _ROOT and any(tail in _SUFFIXES for tail in tails) and zipf(root) < COMMON


def _same_as(head: str, wanted: frozenset[str]) -> frozenset[str]:
    """What a head means the same as, or is an example of among the heads that are wanted."""
    return GROUPS.get(head, frozenset()) | kinds_of(head, _heads_or_words(wanted))


@lru_cache(256)
def _heads_or_words(wanted: frozenset[str]) -> frozenset[str]:
    return frozenset(_head(w, _TAILS[1]) or w for w in wanted)


def _same(said: str, wanted: frozenset[str]) -> frozenset[str]:
    return GROUPS.get(said, frozenset()).intersection(wanted)


def _tails(said: str, wanted: frozenset[str]) -> frozenset[str]:
    """ "huurachterstand" ends in a word that means the same as "achter"."""
    ends = (said[at:] for at in range(3, len(said) - _ROOT + 1) if said[:at] not in _IN_LAW)
    return next((found for end in ends if (found := _same(end, wanted))), frozenset())


def _stressed(said: str, wanted: frozenset[str]) -> frozenset[str]:
    """ "bomvol" is "vol"."""
    bare = _STRESS.sub("", said)
    return frozenset((bare,)) & wanted if bare != said else frozenset()


def _slips(said: str, wanted: frozenset[str]) -> frozenset[str]:
    """A word that is no word, one slip away from a wanted one; and the synonyms of those."""
    if len(said) < FUZZY_FROM or said in STOP or said in GROUPS or known(said):
        return frozenset()
    if zipf(said) >= COMMON or (said.endswith("er") and zipf(said[:-2]) >= COMMON):
        return frozenset()  # "aardiger" is a form of a word, not a slip of another
    if heard := frozenset(w for w in wanted if sound(w) == sound(said)):
        return heard
    if short := frozenset(w for w in wanted if len(w) == 3 and _short_slip(said, w)):
        return short
    near = {w: likeness(said, w) for w in wanted if len(w) >= FUZZY_FROM}
    best = max(near.values(), default=0.0)
    if best >= ALIKE:
        return frozenset(w for w, score in near.items() if score == best)
    word = _synonym(said)
    return (_same(word, wanted) or kinds_of(word, wanted)) if word else frozenset()


def _short_slip(said: str, word: str) -> bool:
    """ "moew" is "moe": four letters of no word, of which the first three are."""
    return len(said) == 4 and said.startswith(word) and not zipf(said) and word not in STOP


@lru_cache(4096)
def _synonym(said: str) -> str:
    """The word with synonyms of which this is a slip, or nothing."""
    if heard := _SOUNDING.get(sound(said)):
        return heard
    found = process.extractOne(said, _LONG, scorer=fuzz.ratio, score_cutoff=ALIKE)
    if found and found[0][0] == said[0]:
        return found[0]
    if len(said) <= _PART or zipf(said):
        return ""
    off = 1 if len(said) < _MUCH else 2
    near = process.extractOne(said, WORDS, scorer=OSA.distance, score_cutoff=off)
    return near[0] if near and near[0][0] == said[0] else ""


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
