"""Which options a typed answer names: full, in part, or as something she does not want."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dialogs.language.choices.circumstances import (
    all_had,
    asks_for_things,
    asks_for_topics,
    lacked,
    missing,
    of_another,
    on_the_way,
    out_of_use,
    own_trade,
    set_aside,
    unsettled,
    well_beside,
)  # fmt: skip
from dialogs.language.choices.counted import is_number
from dialogs.language.choices.kinds import LACK, fellow
from dialogs.language.choices.options import Option, Options, Way
from dialogs.language.choices.polarity import UNWANTED, WANTED, clauses, polarity
from dialogs.language.choices.ranges import NUMBERS
from dialogs.language.choices.reasons import SAYS
from dialogs.language.choices.spelling import joined, parted, rejoined
from dialogs.language.choices.stance import NEGATIONS
from dialogs.language.choices.stems import stem
from dialogs.language.choices.words import LIGHT, STOP, WEAK, direct, meant
from dialogs.language.wordlist import listed
from dialogs.values import value_class

_LITTLE = 0.25  # what a word like "te" or "ik" weighs beside a word that tells
_SLACK = 4  # words of hers that may stand between the words of one option
_DOWN = frozenset(["beetje", "amper", "nauwelijks", "bijna", "half"])
_SOME = frozenset(["beetje", "half"])  # of several things, some of one is that one
_THERE = frozenset(listed("wel genoeg weer goed heb hebben heeft is zijn doet werkt probleem"))
_GONE = frozenset(listed("op leeg weg afgesloten kwijt weinig geen niks niets niet tekort eraf"))
_MOMENTS = frozenset(listed("keer moment tijd dag optie datum tijdstip manier taal reden"))
_OTHER, _FRIENDS = frozenset(["ander", "andere"]), frozenset(["vriend", "vriendin"])
_OR_SO = frozenset(["zo", "iets", "wat", "nee", "niet", "toch", "dergelijks", "dat"])
_FEW = frozenset(["2", "3", "twee", "drie"])
NEEDS = frozenset(listed("eten geld stroom gas water huis luiers melk kleding slaapplek dak"))
_OUT_OF_ORDER = frozenset(["afgesloten", "kapot", "stuk", "kwijt", "gestolen"])
_NOBODYS = frozenset(listed("ik het dat is ben heb een de er"))  # small words of any sentence
_VERY = frozenset(["heel", "erg"])
_ANOTHER = frozenset(["volgende", "vorige", "over", "halve", "anderhalve"])
_EACH = frozenset(["elke", "iedere", "meerdere", "meeste", "vorige"])
_UNITS = frozenset(["dag", "week", "maand", "jaar", "uur"])
_REFUSING = frozenset(
    listed("wil willen wilt hoeft hoef mag liever graag geen behalve zonder nee NO")
)
_HAS = frozenset(["heb", "hebt", "hebben", "heeft", "kocht", "gekocht", "kreeg"])
_A = frozenset(["een", "geen", "nieuwe"])
_WHOSE = frozenset(["de", "het", "mijn", "me", "onze", "die"])
_AFTER_ME = frozenset(["|", "en", "of", "niet", "wel", "zelf", "samen", "maar", "soms"])
_MANY = frozenset(["dagen", "weken", "maanden"])  # "2 weken" is not "week"


@value_class(frozen=True, slots=True)
class Mention:
    """One option as she names it: at which places in her words, and how much of it."""

    option: Option
    places: frozenset[int]
    covered: float  # 0 to 1, by weight
    full: bool  # every word that tells was said
    strong: bool  # some word said is one that carries an option by itself
    sign: int  # WANTED, UNWANTED, UNCLEAR


@value_class(frozen=True, slots=True)
class Heard:
    """A typed answer beside the options: her words, and which words of options each one is."""

    words: tuple[str, ...]
    hits: Mapping[int, frozenset[str]]
    signs: Mapping[int, int]
    examples: frozenset[int] = frozenset()  # where she names no option, but an example of one
    aside: frozenset[int] = frozenset()  # what is over, or away

    def part(self, place: int) -> frozenset[str]:
        """The words around this place, between breaks and "maar" and "en"."""
        ends = [i for i, word in enumerate(self.words) if word in ("|", "maar", "en")]
        start = max((i for i in ends if i < place), default=-1)
        end = min((i for i in ends if i > place), default=len(self.words))
        return frozenset(self.words[start + 1 : end])

    def rest(self, places: frozenset[int], of: range | None = None) -> list[str]:
        """The words that tell something and are not at these places; `of` a part, or the whole."""
        return [
            w for i, w in enumerate(self.words)
            if i not in places and (of is None or i in of)
            if w not in STOP and w not in LIGHT and w != "|" and not w.isupper()
        ]  # fmt: skip


def hear(words: Sequence[str], options: Options, *, fellows: bool = True) -> Heard:
    """Her words, with the option words that each stands for and whether it is wanted.

    One more of the options' kind is "iets anders"; without `fellows` only if she names no option.
    """
    words = rejoined(parted(words, options.glued), options.words)
    words = _whole(joined(words, options.words), options.words)
    if not options.numeric:
        words = [_in_digits(words, i, options) for i in range(len(words))]
    hits = _hits(words, options, fellows=fellows)
    labels = [o.label for o in options.all]
    things = asks_for_things(labels)
    aside = _aside(words, hits, options, things=things)
    for i in list(hits):
        if i in aside or _about_next(words, i, hits) or _by_the_way(words, i, hits, things):
            del hits[i]
    own = options.single | {o.label for o in options.all}
    named = [i for i in hits if words[i] not in STOP or (words[i],) in own] or list(hits)
    signs = polarity(words, named)
    wanted = unsettled(words, options.words) | missing(words, named, options.words)
    if things or asks_for_topics(labels):
        wanted |= {i for i in named if lacked(words, i)}
    signs |= {i: WANTED for i in named if signs.get(i) is UNWANTED and i in wanted}
    examples = frozenset(i for i in named if not direct(words[i], options.words))
    told = {i: WANTED for i in examples if signs.get(i) is UNWANTED and _told(words, i)}
    return Heard(tuple(words), hits, signs | told, examples, aside)


def _hits(words: Sequence[str], options: Options, *, fellows: bool) -> dict[int, frozenset[str]]:
    """The places where she says words of options, and which."""
    hits = {i: found for i, w in enumerate(words) if w != "|" and (found := _hit(w, options))}
    if options.others and (fellows or not hits):
        more = (i for i, w in enumerate(words) if i not in hits and fellow(w, options.words))
        hits |= dict.fromkeys(more, options.others)
    if "paar" in options.words and not options.numeric:
        hits |= {i: frozenset(["paar"]) for i, w in enumerate(words) if w in _FEW}
    return hits


def _aside(
    words: Sequence[str], hits: Mapping[int, frozenset[str]], options: Options, *, things: bool
) -> frozenset[int]:
    """The places of what she names without answering with it."""
    own, labels = options.words, [o.label for o in options.all]
    aside = set_aside(words, own) | own_trade(words, hits) | of_another(words, hits)
    aside |= well_beside(words, hits, own)
    return aside | all_had(words, hits) if things else aside | out_of_use(words, labels, hits)


def _in_digits(words: Sequence[str], place: int, options: Options) -> str:
    """ "groep zeven" is "groep 7", where a button says so; "een vraag" has no one."""
    word = words[place]
    beside = {*words[max(place - 1, 0) : place], *words[place + 1 : place + 2]}
    if word == "een" and not beside & options.words:
        return word
    digits = str(NUMBERS[word]) if word in NUMBERS and word not in options.words else word
    return digits if digits in options.words else word


def _told(words: Sequence[str], place: int) -> bool:
    """Whether a no beside an example is not for it: "mijn contract verlengen ze niet" is work."""
    around = {*words[max(place - 3, 0) : place], *words[place + 1 : place + 2]}
    return not around & NEGATIONS and not _REFUSING & set(words)


def _hit(word: str, options: Options) -> frozenset[str]:
    """The words of options that this is."""
    found = meant(word, options.words)
    return options.others if found and found < options.others and word not in found else found


def _whole(words: list[str], wanted: frozenset[str]) -> list[str]:
    """ "huur en zorgtoeslag" is huurtoeslag and zorgtoeslag, where both are options."""
    for place, word in enumerate(words[:-2]):
        if len(word) < 3 or word in wanted or words[place + 1] not in ("en", "of", "|"):
            continue
        for one in wanted:
            tail = one[len(word) :].removeprefix("s")
            if one.startswith(word) and len(tail) > 2 and words[place + 2].endswith(tail):
                words[place] = one
    return words


def _about_next(words: Sequence[str], place: int, hits: Mapping[int, frozenset[str]]) -> bool:
    """Whether "ander" belongs to the thing after it: "een ander huis" is no "iets anders".

    Nor is "een vriendin" a partner; "mijn vriend" may be.
    """
    if words[place] in _OTHER:
        return place + 1 in hits and words[place] not in hits[place]
    after = words[place + 1 : place + 2]
    if words[place] == "andere" and after and after[0] not in STOP | _MOMENTS | {"|"}:
        return words[place] not in hits[place]  # "andere kinderen" at "Anders"
    whose = words[place - 1] if place else ""
    if words[place] not in _FRIENDS or any(w.startswith("vriend") for w in hits[place]):
        return False
    return whose in ("een", "")


def _by_the_way(
    words: Sequence[str], place: int, hits: Mapping[int, frozenset[str]], things: bool
) -> bool:
    """Whether she only has or quotes what she names: "ik heb een telefoon" is not "bellen".

    Nor does "school zegt dat …" answer "leren". The button's own word always answers.
    """
    if words[place] in hits[place]:
        return words[place] == "ik" and _tells_of_her(words, place, hits)
    if on_the_way(words, place) or _owner(words, place, hits):
        return True
    if words[place + 2 : place + 3] == ["dat"] and words[place + 1] in SAYS:
        return True
    has = _HAS & {*words[max(place - 4, 0) : place]} and _A & {*words[max(place - 2, 0) : place]}
    return not things and bool(has) and all(w.endswith("en") and stem(w) != w for w in hits[place])


def _owner(words: Sequence[str], place: int, hits: Mapping[int, frozenset[str]]) -> bool:
    """Whether an example only tells whose or what for: "de papieren van de toeslag"."""
    at = place - 1
    while at > 0 and words[at] in _WHOSE:
        at -= 1
    if words[at] == "voor" and at == place - 1:  # "chromebook voor school"
        return place - 2 in hits and words[place] not in hits[place]
    if words[at] != "van" or at == place:
        return False
    return any(i in hits and not hits[i] & hits[place] for i in (at - 1, at - 2))


def _tells_of_her(words: Sequence[str], place: int, hits: Mapping[int, frozenset[str]]) -> bool:
    """Whether "ik" begins a sentence beside another answer: "mijn ex, ik kan het niet"."""
    others = {i for i in hits if words[i] != "ik" and words[i] not in STOP}
    if not others or words[place + 1 : place + 2] in ([], *([w] for w in _AFTER_ME)):
        return False
    start, end = next(ends for ends in clauses(words) if ends[0] <= place < ends[1])
    return bool(others & {*range(start, end)} or NEGATIONS & {*words[start:end]})


def mentions(
    heard: Heard, options: Options, *, lacking: bool = False, several: bool = False
) -> list[Mention]:
    """For each option the best way in which she names it; without those left unnamed.

    With `lacking` the options are what may be wrong: there "stroom" names "geen stroom". With
    `several` she may name more than one.
    """
    down = _DOWN - _SOME if several else _DOWN
    said = frozenset().union(*heard.hits.values())
    said |= {word.removeprefix(LACK) for word in said}
    found = []
    for option in options.all:
        near = [way for way in option.ways if not said.isdisjoint(way.words)]
        ways = [m for way in near if (m := _mention(heard, option, way, lacking, down))]
        if ways:
            found.append(max(ways, key=lambda m: (m.full, m.sign, m.covered, len(m.places))))
    return found


def or_else(heard: Heard) -> bool:
    """Whether she doubts between an option and what is none: "vader of ik", "of nu of morgen"."""
    if heard.words[:1] == ("of",) and "of" in heard.words[1:]:
        return True
    for place, word in enumerate(heard.words):
        if word != "of" or place - 1 not in heard.hits:
            continue
        after = heard.words[place + 1 : place + 3]
        if (
            after
            and not _OR_SO & set(after)
            and not {place + 1, place + 2, place + 3} & set(heard.hits)
        ):
            return True
    return False


def _mention(
    heard: Heard, option: Option, way: Way, lacking: bool, down: frozenset[str]
) -> Mention | None:
    places = _near(heard, way)
    said = frozenset().union(*(_said(heard, i, way) for i in places))
    own = (frozenset(way.words) - STOP) | way.telling
    if not said & own:
        return None
    if "later" in way.words and "later" not in said:
        return None  # "verder" is not "later verder"
    telling = [i for i in places if _said(heard, i, way) & own]
    short = bool({"geen", "weinig"} & set(option.label))
    named = {heard.words[i] for i in telling} & set(option.label)
    if short and named and not way.denies and _there(heard, telling):
        return None
    gone = bool(_OUT_OF_ORDER.intersection(option.label)) or option.label[1:] == ("op",)
    denies = way.denies and not any(_of_lack(heard, i) for i in telling)
    sign = _sign(heard, telling, denies=denies, lacking=lacking and _lacks(option, short))
    if gone and sign is UNWANTED and not named & {"afgesloten", "kapot", "stuk"}:
        sign = WANTED  # "geen stroom" at "Stroom afgesloten"
    if sign is None or _toned_down(heard, telling, way, down):
        return None
    whole = sum(_weight(word, way) for word in way.words)
    strong = any((w not in WEAK and w not in STOP and len(w) > 2) or w.isdecimal() for w in said)
    covered = sum(_weight(word, way) for word in said) / whole
    return Mention(
        option, frozenset(places), covered, _all_of(way, said) and covered >= 0.5, strong, sign
    )


def _all_of(way: Way, said: frozenset[str]) -> bool:
    """Whether all that tells was said; of small words one is enough: "jullie" of "jullie, mij"."""
    some = (way.telling & said) - _VERY - _NOBODYS
    return way.telling <= said or (way.telling <= STOP and bool(some))


def _said(heard: Heard, place: int, way: Way) -> frozenset[str]:
    """The words of this way that she says here; an example of a lack only says a lack."""
    hit = heard.hits[place]
    if way.denies:
        hit = frozenset(w.removeprefix(LACK) for w in hit)
    return hit.intersection(way.words)


def _of_lack(heard: Heard, place: int) -> bool:
    return all(w.startswith(LACK) for w in heard.hits[place])


def _near(heard: Heard, way: Way) -> list[int]:
    """The places of this way's words that stand close enough together to be one thing."""
    places = [i for i in sorted(heard.hits) if _said(heard, i, way)]
    if len(way.words) == 1:
        return places[:1] if len(places) < 2 else _alike(heard, places)
    span = len(way.words) + _SLACK
    breaks = [i for i, word in enumerate(heard.words) if word in ("|", "maar")]
    windows = [
        [j for j in places if i <= j < i + span and not any(i < b < j for b in breaks)]
        for i in places
    ]
    return max(windows, key=lambda window: _tells_most(heard, window, way), default=[])


def _tells_most(heard: Heard, window: list[int], way: Way) -> tuple[int, int]:
    """How many of its words are said here: first those that tell, then all."""
    said: frozenset[str] = frozenset().union(*(_said(heard, place, way) for place in window))
    return len(said & way.telling), len(said)


def _alike(heard: Heard, places: list[int]) -> list[int]:
    signs = {heard.signs.get(i, WANTED) for i in places}
    return places if len(signs) > 1 or UNWANTED not in signs else places[:1]


def _sign(heard: Heard, telling: list[int], *, denies: bool, lacking: bool) -> int | None:
    """Whether it is wanted. An option that itself says "geen" needs that no, and wants it."""
    signs = {heard.signs.get(i, WANTED) for i in telling}
    if lacking and not denies and all(heard.words[i - 1] == "geen" and i for i in telling):
        return WANTED if {heard.words[i] for i in telling} <= NEEDS else signs.pop()
    if denies and lacking and signs == {WANTED}:
        return None if _there(heard, telling) else WANTED
    if denies:
        return WANTED if UNWANTED in signs and len(signs) == 1 else None
    return signs.pop() if len(signs) == 1 else 0


def _lacks(option: Option, short: bool) -> bool:
    """ "niet veilig" must be said; of "geen stroom" the thing is enough."""
    return short or "niet" not in option.label


def _there(heard: Heard, telling: list[int]) -> bool:
    """Whether she has what she names: "ik heb eten"; "eten is op" says it is gone."""
    said = heard.part(min(telling)) if telling else frozenset()
    return bool(_THERE & said) and not _GONE & said


def _toned_down(heard: Heard, telling: list[int], way: Way, down: frozenset[str]) -> bool:
    """ "beetje vol" is not "vol", "om de 2 weken" not "per week"."""
    before = {heard.words[i - 1] for i in telling if i}
    many = any(
        heard.words[i] in _MANY and is_number(heard.words[i - 1])
        and heard.words[i - 1] not in {"1", *way.words}
        for i in telling if i
    )  # fmt: skip
    if {"deze", "binnen"} & set(way.words) and before & _ANOTHER:
        return True  # "volgende week" is not "deze week"
    if "keer" in way.words and before & _EACH:
        return True  # "elke keer te laat" is not "een keer te laat"
    units = _UNITS & set(way.words)
    if units and _UNITS & frozenset(heard.words) - units:
        return True  # "vorige week" is not "vorig jaar"
    return bool((before & down) - set(way.words)) or (many and "paar" not in way.words)


def _weight(word: str, way: Way) -> float:
    return _LITTLE if word in STOP and word not in way.telling else 1.0
