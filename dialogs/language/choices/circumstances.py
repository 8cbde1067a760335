"""What she names without answering with it: what is over, what she has already, where she goes.

"De huur is betaald, stroom niet": huur is named, and is no answer. A clause ends at a break or at
"maar"; words that a button uses itself never push a clause aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dialogs.language.choices.polarity import clauses
from dialogs.language.phrases import phrases
from dialogs.language.wordlist import listed

_OVER = phrases(r"""
overleden
weduwe
dood
opgelost
(?:al |alweer |helemaal |gelukkig )*(?:betaald|afbetaald|geregeld)
(?:is|zijn|was) (?:nu |al |weer |gelukkig )*over
(?:is|zijn|ben ik|loop ik) (?:nu |al |weer |gelukkig |helemaal )*bij(?= \||$| maar| en)
(?:valt|vallen) (?:\w+ )?mee
(?:woont|wonen|zit|zitten) (?:\w+ )?(?:ver(?: weg)?|in het buitenland)
(?:woont|wonen) (?:\w+ )?in (?!(?:de|het|een|mijn|onze|dezelfde|hetzelfde|huis|bij)\b)\w+
(?:leeft|leven) niet meer
(?:is|zijn) er niet meer
(?:is|zijn|zit|zitten) (?:al |helemaal |nu )*(?:vol|dicht|gesloten)
op vakantie
(?:al |net |pas |nu )*gestopt met
wachtlijst
(?<!van )vroeger
(?:eerst|toen|voorheen) (?:woonde|was|had|zat|werkte|deed|ging|kreeg|sliep|huurde|wilde|wou)
(?:woonde|was|had|zat|werkte|deed|ging|kreeg|sliep|huurde|wilde|wou) (?:\w+ )?(?:eerst|voorheen)
(?:belt|bellen) (?:\w+ )?terug
""")
_GOING_ON = phrases(r"""
(?:loopt|lopen) (?:\w+ )?nog
nog niet (?:rond|officieel)
""")
_WELL = phrases(r"""
(?:gaat|gaan|slaap|slapen|is|zijn) (?:\w+ ){0,2}(?:goed|prima|lekker|top|super|uitstekend)
""")
_BADLY = frozenset(["slecht", "slechte", "moeilijk", "klachten", "problemen"])
_FINE = phrases(r"""
(?:gaat|gaan|is|zijn|loopt|lukt) (?:\w+ ){0,2}(?:goed|prima|wel|ok|oke|redelijk|YES|net)$
(?:\w+ ){1,3}YES$
(?:lukt|lukken|loopt|lopen|kan ik betalen|betaal ik)(?: nog| nu| wel| net| gewoon| goed)*$
(?:red ik|redden we)(?: me| het| ons)?(?: nog| nu| wel| net| gewoon| prima| goed)*$
""")
_LEFT = phrases(r"""
(?:is|zijn|ging) (?!vaak|veel|soms|altijd|overdag|meestal)(?:\w+ ){0,2}(?:weg(?:gegaan)?|vertrokken)
er (?:\w+ )?vandoor
(?:heeft|had) (?:me|mij|ons) (?:\w+ )?(?:verlaten|laten zitten|in de steek)
(?:zit|zat) (?:\w+ )?(?:vast|gevangen|in de (?:gevangenis|bak|cel|bajes))
""")
_FINE_WORDS = frozenset(["goed", "wel", "prima", "ok", "redelijk", "lukt"])
_BILLS = frozenset(listed("huur stroom gas water energie zorgverzekering belasting telefoon"))
_SEVERAL = 3
_DENIED = frozenset(["niet", "geen", "nooit", "nog"])
_BACK = frozenset(["die", "dat", "daar"])
_HAVE = frozenset(["heb", "hebt", "hebben", "heeft", "had", "hadden"])
_GOODS = frozenset(
    listed("""
eten boodschappen kleding kleren schoenen winterjas jas schoolspullen laptop computer fiets bed
koelkast wasmachine fornuis meubels bank tafel gordijnen kast stoelen droger
speelgoed luiers babyspullen kinderwagen
""")
)  # things that one asks for
_TOPICS = frozenset(
    listed("geld wonen werk gezondheid opvang school papieren schulden kinderen relatie veiligheid")
)
_OBSTACLES = frozenset(
    listed("reis reizen vervoer oppas tijd spanning geld taal angst schaamte opvang kosten energie")
)  # what keeps people from coming
_WANTING = frozenset(["nodig", "hoef", "hoeft", "hoeven", "wil", "willen", "behoefte"])
_TROUBLE = frozenset(["problemen", "probleem", "zorgen", "klachten", "last", "vragen"])
_OTHERS = frozenset(
    listed("""
moeder vader ouders oma opa zus broer vriendin vriend tante oom schoonmoeder man vrouw partner
""")
)
_PEOPLE = frozenset(["partner", "man", "vrouw", "echtgenoot"])
_RELATED = _OTHERS | _PEOPLE | {"ex", "mijn_vriend", "buurvrouw", "buurman"}
_MY = frozenset(["mijn", "me", "onze"])
_STATES = frozenset(listed("is zijn heeft hebben werkt zit krijgt slaapt verdient zoekt"))
_BROKEN = frozenset(["kapot", "stuk", "gestolen", "weg", "kwijt"])
_RIDES = frozenset(listed("fiets fietsen auto bus trein tram metro ov scooter brommer taxi"))
_TWO = 2
_USELESS = phrases(r"""
gestolen
kapot
stuk
verkocht
lek
(?:is |vind ik )?(?:veel )?te duur
(?:rijdt|gaat|doet het) (?:hier )?niet(?: meer)?
""")
_EARNS = frozenset(["werkt", "verdient"])
_BUSINESS = frozenset(["bedrijf", "onderneming", "zzp", "zelfstandig", "zelfstandige"])
_APART = frozenset(["|", "en", "of", "maar", "plus", "ook"])
_SETTLED = frozenset(["betaald", "afbetaald", "geregeld", "opgelost"])
_TOWARDS = frozenset(["naar", "uit"])
_WHERE = frozenset(["school", "werk", "winkel"])


def set_aside(words: Sequence[str], own: frozenset[str]) -> frozenset[int]:
    """The places of clauses about what is over or away, or goes well where complaints are asked.

    `own` are the words of the buttons.
    """
    found: set[int] = set()
    whole = " ".join(words)
    if "dus" not in words and not any(
        signs.search(whole) for signs in (_OVER, _WELL, _GOING_ON, _LEFT)
    ):
        return frozenset()
    before = 0
    for start, end in clauses(words):
        said = " ".join(words[start:end])
        signs = [_OVER.search(said), _WELL.search(said) if own & _BADLY else None]
        signs.append(_LEFT.search(said) if _RELATED & set(said.split()) else None)
        if words[end : end + 1] == ["dus"] and words[end - 1] in _BROKEN:
            found.update(range(start, end))  # "fiets kapot dus bus"
        signs = [s for s in signs if s and not _DENIED & set(said.split())]
        for sign in filter(None, (*signs, _GOING_ON.search(said))):
            if not own & set(sign[0].split()) - {"goed", "slapen"}:
                found.update(range(start, end))
        if start - 2 in found and words[start:end] and words[start] in _BACK:
            found.update(range(start, end))  # "vroeger de buren, maar die zijn verhuisd"
        elif start in found and words[start] in _BACK:
            found.update(range(before, start))  # "energie, maar dat is geregeld"
        before = start
    return frozenset(found)


def well_beside(
    words: Sequence[str], hits: Mapping[int, frozenset[str]], own: frozenset[str]
) -> frozenset[int]:
    """The places of what goes well, where she names something else: "wonen gaat goed, geld niet".

    `own` are the words of the buttons: parts of life or bills, since "bellen gaat goed" is a yes.
    """
    found: set[int] = set()
    if not _asks_what_fails(own):
        return frozenset()
    parts = [*_parted(words)]
    for start, end in parts:
        named = hits.keys() & {*range(start, end)}
        if named and hits.keys() - named and _FINE.search(" ".join(words[start:end])):
            found.update(range(start, end))
    return frozenset(found) if hits.keys() - found else frozenset()


def well_or_not(words: Sequence[str]) -> bool:
    """Whether one thing goes well and another does not: "lezen gaat, schrijven niet".

    Which of the two is asked only the question can tell.
    """
    ends = [" ".join(words[start:end]) for start, end in clauses(words)]
    going = any(re.search(r" (?:gaat|lukt|kan)(?: wel| goed| me| ik)*$", one) for one in ends)
    return going and any(one.endswith((" niet", " gaat niet", " lukt niet")) for one in ends)


def _asks_what_fails(own: frozenset[str]) -> bool:
    """Whether the buttons are parts of life or bills: of those she names what does not go well."""
    return len((_TOPICS | _BILLS) & own) >= _SEVERAL and not own & _FINE_WORDS


def _parted(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Clauses, parted at "en" too."""
    for first, last in clauses(words):
        start = first
        for end in (*(i for i in range(first, last) if words[i] == "en"), last):
            yield start, end
            start = end + 1


def of_another(words: Sequence[str], hits: Mapping[int, frozenset[str]]) -> frozenset[int]:
    """The places of clauses that tell of someone who is no button: "mijn moeder is ziek"."""
    found: set[int] = set()
    if not _STATES.intersection(words):
        return frozenset()
    for start, end in clauses(words):
        for place in range(start, end - 1):
            who = words[place].rpartition("_")[2]
            whose = words[place - 1] in _MY if place > start else words[place].startswith("mijn_")
            if words[place] == "hij" and words[place + 1] in _EARNS:
                found.update(range(start, end))
            named = hits.get(place, frozenset())
            if who in _OTHERS and whose and words[place + 1] in _STATES and not (
                named & _PEOPLE or ("_" not in words[place] and named)
            ):  # fmt: skip
                found.update(range(start, end))
    return frozenset(found)


def asks_for_things(labels: Sequence[Sequence[str]]) -> bool:
    """Whether the buttons are things to ask for: who has none of one, wants it."""
    return sum(bool(_GOODS.intersection(label)) for label in labels) > 1


def out_of_use(
    words: Sequence[str], labels: Sequence[Sequence[str]], hits: Mapping[int, frozenset[str]]
) -> frozenset[int]:
    """The places of clauses about a way to go that does not serve: "de fiets is gestolen"."""
    if sum(bool(_RIDES.intersection(label)) for label in labels) < _TWO:
        return frozenset()
    ends = [
        (start, end)
        for start, end in clauses(words)
        if _USELESS.search(" ".join(words[start:end])) and hits.keys() & {*range(start, end)}
    ]
    return frozenset(place for start, end in ends for place in range(start, end))


def asks_for_topics(labels: Sequence[Sequence[str]]) -> bool:
    """Whether the buttons are parts of life: who has no work, means work."""
    return len(_TOPICS.intersection(word for label in labels for word in label)) >= _SEVERAL


def missing(words: Sequence[str], places: Sequence[int], own: frozenset[str]) -> frozenset[int]:
    """The places of what she says there is none of, where buttons are what hinders her.

    "Geen tijd" at "Tijd"; `own` are the words of the buttons.
    """
    if len(_OBSTACLES & own) < _SEVERAL or (_WANTING | _TROUBLE).intersection(words):
        return frozenset()
    return frozenset(i for i in places if i and words[i - 1] == "geen")


def lacked(words: Sequence[str], place: int) -> bool:
    """Whether she says that she has none of this: "ze heeft geen winterjas"."""
    before = words[max(place - 3, 0) : place]
    has = _HAVE & {*words[max(place - 6, 0) : place + 4]}
    if " geen geld voor " in f" {' '.join(words[max(place - 5, 0) : place])} ":
        return True
    return "geen" in before and bool(has) and not (_WANTING | _TROUBLE) & set(words)


def all_had(words: Sequence[str], hits: Mapping[int, frozenset[str]]) -> frozenset[int]:
    """The places of clauses about what she has already: "we hebben al een fiets, laptop graag"."""
    ends = [end for end in clauses(words) if any(_had(words, i) for i in hits if i in range(*end))]
    return frozenset(place for start, end in ends for place in range(start, end))


def _had(words: Sequence[str], place: int) -> bool:
    """Whether she has this already: "ik heb al een fiets", "eten hebben we genoeg"."""
    before, after = words[max(place - 5, 0) : place], words[place + 1 : place + 5]
    already = "al" in before[-3:] or "genoeg" in (*before, *after)
    already = already or ("al" in after[:3] and not {"|"} & {*after[:3]})
    already = already or (before[-1:] == ["wel"] and after[:2] == ["maar", "geen"])
    has = _HAVE.intersection((*before, *after))
    return bool(has) and already and not {"niet", "geen", "|"} & {*before}


def unsettled(words: Sequence[str], own: frozenset[str]) -> frozenset[int]:
    """The places of "energie niet" after "huur is betaald" or "huur lukt": that is still open.

    `own` are the words of the buttons.
    """
    found: set[int] = set()
    settled = False
    fails = _asks_what_fails(own)
    for start, end in clauses(words):
        clause = words[start:end]
        if settled and "niet" in clause[-2:]:
            found.update(range(start, end))
        settled = settled or bool(_SETTLED.intersection(clause)) or clause[-1:] == ["bij"]
        settled = settled or (fails and bool(_FINE.search(" ".join(clause))))
    return frozenset(found)


def own_trade(words: Sequence[str], hits: Mapping[int, frozenset[str]]) -> frozenset[int]:
    """Where she names the trade in which she has her own business: "zzp'er in de bouw"."""
    own = {i for i, hit in hits.items() if hit & _BUSINESS}
    return frozenset(
        place
        for place in hits
        for at in own
        if place not in own and not _APART & {*words[min(at, place) : max(at, place)]}
    )


def on_the_way(words: Sequence[str], place: int) -> bool:
    """Whether it is only where one goes, or was: "naar school", "van mijn werk"."""
    before = words[max(place - 2, 0) : place]
    return words[place] in _WHERE and bool(_TOWARDS.intersection(before))
