"""Options as a reader sees them: the words that matter, what they say, the numbers they cover."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from dialogs.language.chat import pieces, plain
from dialogs.language.choices.days import days_in, spaced
from dialogs.language.choices.kinds import LACK, phrased
from dialogs.language.choices.measures import Stretch, spread, stretch
from dialogs.language.choices.ranges import numbers_in
from dialogs.language.choices.slots import Slot, read_slot, timed
from dialogs.language.choices.stance import NEGATIONS, Stance
from dialogs.language.choices.words import STOP
from dialogs.language.idioms import signed
from dialogs.language.normal import normal
from dialogs.language.sayings import rather_talks
from dialogs.language.wordlist import listed
from dialogs.values import changed, value_class

_CLASS = re.compile(r"\b(havo|vwo|vmbo|mavo|gymnasium|atheneum|kader|klas) \d\b")  # no age
_AND_A_HALF = re.compile(r"\b(\d{1,2})[.,]5 ?(?:jaar|jr)\b")
_SHARED = re.compile(r"\b([^\W\d]{3,})-\s+(en|of|&|,)\b")  # "zorg- en huurtoeslag"
_NOT_ANY = re.compile(r"[gG][eE][eE][nN] |[zZ][oO][nN][dD][eE][rR] ")
_UNPAID = re.compile(r"\bgeen (\w+) (?:meer |kunnen )*(?:betaald|betalen)\b", re.IGNORECASE)
_NEEDED = re.compile(  # "zonder tolk lukt het niet"
    r"\bzonder (?:een )?(\w+) (?:kan|lukt|snap|begrijp|red|versta|kom|gaat|durf) "
    r"(?:\w+ ){0,4}(?:niet|niks)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\b(?:[^\W\d]\.){2,}")  # b.s.o.
_IDLE = frozenset(
    listed("""
ik wel heb hebt heeft hebben ben bent is zijn wil kan mag een de het van voor met op in aan bij
we
""")
)  # small words of a label that never tell it from another
_I_HAVE = frozenset(["ik", "we", "wij", "heb", "hebben", "er", "is"])
_FINE = frozenset(["goed", "prima", "fijn"])
_GRADING = frozenset(listed("slecht matig redelijk gaat niet minder beter heel best kan YES NO"))
_FROM_OR_TO = ("voor ", "na ", "tussen ", "vanaf ")  # "Na 17 uur" is no moment
_ARTICLES = frozenset(("een", "de", "het", "|"))
_DASHED = re.compile(r"(\d) [-–] (\d)")  # else a dash is a break
_UN = re.compile(r"\bon([a-z]{4,})\b")
_VERY = re.compile(
    r"\b(?:erg|zeer|super|mega|ontzettend|hartstikke|enorm|vreselijk|echt heel) (?=(\w+))"
)
_NOT = frozenset(["niet", "geen"])
_VERBS = frozenset(listed("klopt lukt gaat werkt helpt past kan mag doet weet durft"))
_WELL = ("wel", "goed", "prima", "helemaal")
_PERHAPS = frozenset(["misschien"])  # enough to say, where a button says it
_PLAIN = (Stance.YES, Stance.NO)
_SIDES = re.compile(r"\sof\s|\s\|\s")
_BOTH = " en "


@value_class(frozen=True, slots=True)
class Known:
    """One choice as a reader knows it: its label and other ways to say it."""

    id: str
    label: str
    says: tuple[str, ...] = ()


@value_class(frozen=True, slots=True)
class Way:
    """One way to say an option: its words without articles; `telling` are those that must be said.

    `denies`: it holds a negation of its own ("geen opvang").
    """

    words: tuple[str, ...]
    telling: frozenset[str]
    denies: bool


@value_class(frozen=True, slots=False)
class Option:
    """One option, prepared."""

    id: str
    exact: frozenset[str]
    ways: tuple[Way, ...]
    said: str  # its label in plain words
    label: tuple[str, ...]  # those words, turns of phrase as signs
    stance: Stance | None
    numbers: range | None
    days: frozenset[int]
    slot: Slot | None
    span: Stretch | None = None  # how much, how long or how often it covers
    implied: Stance | None = None  # what it answers where no button says yes, or no

    @cached_property
    def real(self) -> bool:
        """Whether it answers the question, rather than "weet ik niet" or "geen van deze"."""
        aside = (Stance.UNKNOWN, Stance.ANY, Stance.DECLINE, Stance.NONE)
        return self.stance not in aside

    @cached_property
    def other(self) -> bool:
        """Whether it is "iets anders", "een andere tijd"."""
        return bool({"anders", "andere"} & set(self.label))

    @cached_property
    def tells(self) -> bool:
        """Whether it is an offer to explain: "Uitleg", "Leg nog eens uit"."""
        said = set(self.label)
        return bool({"uitleg", "uitleggen"} & said) or {"leg", "uit"} <= said


@dataclass(frozen=True)
class Options:
    """All options of a question, with every word they use; those of a lack also marked LACK."""

    all: tuple[Option, ...]
    words: frozenset[str]

    @cached_property
    def others(self) -> frozenset[str]:
        """The words that tell of "iets anders"."""
        ways = (way for o in self.all if o.other and not o.slot for way in o.ways)
        return frozenset(w for way in ways for w in way.telling)

    @cached_property
    def glued(self) -> dict[str, tuple[str, ...]]:
        """Each two or three words of a label that stand together, by those words in one."""
        return _glued(tuple(o.label for o in self.all))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The labels in plain words."""
        return tuple(o.said for o in self.all)

    @cached_property
    def signs(self) -> tuple[str, ...]:
        """The labels with turns of phrase as signs."""
        return tuple(" ".join(o.label) for o in self.all)

    @cached_property
    def single(self) -> frozenset[tuple[str, ...]]:
        """The labels of one word where one is "Ik": there that small word is the answer."""
        if "ik" not in self.words:
            return frozenset()
        return frozenset(o.label for o in self.all if len(o.label) == 1)

    @cached_property
    def numeric(self) -> bool:
        """Whether the options themselves are numbers."""
        return sum(o.numbers is not None for o in self.all) >= 2

    @cached_property
    def slots(self) -> list[Option]:
        """The options that are a day, a time or both."""
        return [o for o in self.all if o.slot]

    def of(self, stance: Stance) -> list[Option]:
        """The options that take this stance."""
        return [o for o in self.all if o.stance is stance]

    def implied(self, stance: Stance) -> list[Option]:
        """The options that a plain yes or no means where no button says it: "Verder"."""
        return [o for o in self.all if o.implied is stance]


def prepare(known: Sequence[Known]) -> Options:
    """The options as readers need them; kept, because the same questions return."""
    return _prepared(tuple(known))


@lru_cache(256)
def _glued(labels: tuple[tuple[str, ...], ...]) -> dict[str, tuple[str, ...]]:
    parts = (
        label[at : at + many]
        for label in labels
        for many in (2, 3)
        for at in range(len(label) - many + 1)
    )
    return {"".join(part): part for part in parts}


def plainly(text: str, options: Options) -> str:
    """What she types as readers compare it with these options: turns of phrase in their place."""
    text = _SHARED.sub(r"\1 \2", text)
    text = _AND_A_HALF.sub(lambda found: f"{int(found[1]) * 12 + 6} maanden", text)
    text = _INITIALS.sub(lambda found: found[0].replace(".", ""), text)
    if _NOT_ANY.search(text):
        text = _NEEDED.sub(r"\1 nodig", _UNPAID.sub(r"\1 achter", text))
    bare = timed(text) if options.slots else pieces(text)
    if "praten" in options.words:
        bare = rather_talks(bare)
    bare = _UN.sub(lambda found: _un(found, options.words), bare)
    if "heel" in options.words:
        bare = _VERY.sub(lambda f: "heel " if f[1] in options.words else f[0], bare)
    return signed(_CLASS.sub(r"\1", phrased(spaced(bare), options.words, options.labels)))


def _un(found: re.Match[str], own: Container[str]) -> str:
    """ "onveilig" is "niet veilig", where only "veilig" is a word of the buttons."""
    return f"niet {found[1]}" if found[1] in own and found[0] not in own else found[0]


@lru_cache(256)
def _prepared(known: tuple[Known, ...]) -> Options:
    labels = frozenset(signed(spaced(pieces(one.label))) for one in known)
    options = tuple(_option(one, labels) for one in known)
    options = tuple(changed(o, {"ways": _told_apart(o, options)}) for o in options)
    options = _declining(_by_verb(_agreeing(_spread(options))))
    ways = [way for o in options for way in o.ways]
    words = frozenset(w for way in ways for w in way.words)
    lacking = frozenset(LACK + w for way in ways if way.denies for w in way.words)
    return Options(options, words | lacking)


def _spread(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """With what they cover beside each other: "5 tot 10" holds 10 too before "Meer dan 10"."""
    spans = spread([o.label for o in options], [o.span for o in options])
    starts = {o.numbers.start for o in options if o.numbers}
    return tuple(
        replace(o, span=span, numbers=_closed(o.numbers, starts) if o.numbers else None)
        for o, span in zip(options, spans, strict=True)
    )


def _closed(numbers: range, starts: Container[int]) -> range:
    last = numbers.stop
    open_ended = len(numbers) > 1 and last not in starts and last + 1 in starts
    return range(numbers.start, last + 1) if open_ended else numbers


def _agreeing(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """With a yes for "Goed" beside what is no grade: "Goed / Andere tijd"."""
    others = {word for o in options for word in o.label} - _FINE
    if _GRADING & others or any(o.stance is Stance.YES for o in options):
        return options
    fine = [o for o in options if len(o.label) == 1 and o.label[0] in _FINE]
    if len(fine) != 1:
        return options
    return tuple(replace(o, implied=Stance.YES) if o is fine[0] else o for o in options)


def _declining(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """With a no for the one "Ik doe niet mee" beside "Ik ga akkoord"."""
    denying = [o for o in options if o.real and _NOT.intersection(o.said.split())]
    agreeing = [o for o in options if o.implied is Stance.YES and "akkoord" in o.label]
    if len(denying) != 1 or len(agreeing) != 1 or denying[0].stance or denying[0].implied:
        return options
    return tuple(replace(o, implied=Stance.NO) if o is denying[0] else o for o in options)


def _by_verb(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """With a yes for "Lukt goed" and a no for "Lukt niet", where all ask after one verb."""
    told = {o.id: o.said.removeprefix("dat ").removeprefix("het ") for o in options}
    for verb in _VERBS.intersection(one.split(" ")[0] for one in told.values()):
        own = [o for o in options if told[o.id].split(" ")[0] == verb]
        yes = [o for o in own if told[o.id] in (verb, *(f"{verb} {w}" for w in _WELL))]
        no = [o for o in own if told[o.id] == f"{verb} niet"]
        others = [o for o in options if o not in own]
        if len(yes) == len(no) == 1 and not any(o.stance in _PLAIN for o in others):
            meant = {o.id: None for o in own} | {yes[0].id: Stance.YES, no[0].id: Stance.NO}
            return tuple(replace(o, stance=meant.get(o.id, o.stance)) for o in options)
    return options


def _told_apart(option: Option, options: Sequence[Option]) -> tuple[Way, ...]:
    """Its ways, in which a word that other options share tells only if there is no better one.

    Half of its label is no way to say it where another option is that: "Ik werk, kom tekort".
    """
    theirs = [o for o in options if o.id != option.id]
    others = frozenset(w for o in theirs for w in o.label)
    taken = {o.ways[0].telling for o in theirs if o.ways}
    own = (
        (way, way.telling - others or frozenset(way.words) - _IDLE - others or way.telling)
        for i, way in enumerate(option.ways)
        if not i or way.telling not in taken
    )
    return tuple(changed(way, {"telling": telling}) for way, telling in own)


def _option(known: Known, labels: frozenset[str]) -> Option:
    said = pieces(_DASHED.sub(r"\1-\2", known.label))
    told = signed(spaced(said))
    texts = [
        told,
        *_sides(told),
        *_either(told, labels),
        *_lacking(told, labels),
        *_PERHAPS.intersection(told.split()),
        *(signed(spaced(pieces(says))) for says in known.says),
    ]
    ways = tuple(dict.fromkeys(way for text in texts if (way := _way(text))))
    exact = frozenset(filter(None, map(normal, (known.label, *known.says))))
    exact |= frozenset(filter(None, map(plain, (known.label, *known.says))))
    span = stretch(told.replace(" | ", " "))
    ranging = (span and _ranging(span)) or told.startswith(_FROM_OR_TO)
    slot = None if ranging else read_slot(known.label)
    return Option(
        known.id, exact, ways, said, tuple(w for w in told.split() if w != "|"), _stance(told),
        None if slot else numbers_in(told), days_in(known.label), slot,
        span if span and not slot else None, _implied(told, known.says),
    )  # fmt: skip


def _ranging(span: Stretch) -> bool:
    """Whether it is an amount and no moment: "10-20 uur", not "10 uur"."""
    return span.low != span.high and bool(span.unit)


_GOING_ON = frozenset(listed("beginnen begin starten start verder gelezen doorgaan versturen"))
_CHANGING = frozenset(listed("aanpassen wijzigen veranderen verbeteren corrigeren"))


def _implied(told: str, says: Sequence[str]) -> Stance | None:
    """By its other ways to say it, else by a first word that goes on or a word of change."""
    words, other = told.split(), {normal(one) for one in says}
    if "nee" in other or _CHANGING & set(words):
        return Stance.NO
    agreed = "akkoord" in words and not NEGATIONS & set(words)
    return Stance.YES if "ja" in other or agreed or _GOING_ON & set(words[:1]) else None


def _sides(told: str) -> list[str]:
    """ "stroom of gas" can be said as either; a no before it holds for both."""
    sides = [side for side in _SIDES.split(told) if set(side.split()) - STOP]
    if len(sides) < 2 or any(w.isdigit() for w in told.split()):
        return []
    no = "geen " if "geen" in sides[0].split() else ""
    return [side if no and side.startswith(no) else no + side for side in sides]


def _either(told: str, labels: frozenset[str]) -> list[str]:
    """ "stroom en gas" can be said as either, where no other button names one of them."""
    sides = told.split(_BOTH)
    if len(sides) != 2 or any(not set(s.split()) - STOP or len(s.split()) > 2 for s in sides):
        return []
    others = {word for label in labels if label != told for word in label.split()}
    taken = any(others & (set(side.split()) - STOP) for side in sides)
    return [] if taken or any(word.isdigit() for word in told.split()) else sides


def _lacking(told: str, labels: frozenset[str]) -> list[str]:
    """ "te weinig eten" can be said as "geen eten", unless another button says that."""
    rest = told.removeprefix("te weinig ")
    taken = any(label.endswith(f"geen {rest}") for label in labels)
    return [f"geen {rest}"] if rest != told and len(rest.split()) == 1 and not taken else []


def _way(text: str) -> Way | None:
    words = tuple(w for w in text.split() if w not in _ARTICLES and w != "en")
    denies = bool(NEGATIONS & set(words))
    own = tuple(w for w in words if w not in NEGATIONS and w not in ("YES", "NO"))
    if len(own) > 1 and own[0] in ("ja", "nee"):
        own = own[1:]
    telling = frozenset(w for w in own if w not in STOP and (len(w) > 1 or w.isdigit()))
    if not own or all(w.isdigit() for w in own) or set(own) <= {"ja", "nee", "ok"}:
        return None
    return Way(own, telling or frozenset(own), denies)


_OPENINGS = {
    "ja": Stance.YES, "YES": Stance.YES, "akkoord": Stance.YES, "graag": Stance.YES,
    "nee": Stance.NO,
    "UNKNOWN": Stance.UNKNOWN, "ANY": Stance.ANY, "DECLINE": Stance.DECLINE, "NONE": Stance.NONE,
}  # fmt: skip
_ALONE = {
    "ok": Stance.YES, "twijfel": Stance.UNKNOWN, "geen": Stance.NONE, "altijd": Stance.ANY,
    "eens": Stance.YES, "oneens": Stance.NO, "beide": Stance.ANY, "allebei": Stance.ANY,
    "alles": Stance.ANY,
}  # fmt: skip


def _stance(told: str) -> Stance | None:
    words = told.split()
    if not words:
        return None
    if words[-1] == "NONE" and set(words[:-1]) <= _I_HAVE:
        return Stance.NONE
    return _OPENINGS.get(words[0]) or (_ALONE.get(words[0]) if len(words) == 1 else None)
