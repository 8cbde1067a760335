"""Examples of a thing for the thing itself: who says "bij de Action" means "Ik werk".

The tables are by the words of labels, so that they serve any question. A line holds, before the
colon, words that a button may use, and behind it what counts as that thing, but not the other way
round. An underscore joins the words of a phrase; "geen_werk" before the colon is a button that says
there is none. Of several lines with one example the first that names a button counts: the narrower
thing stands before the wider one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dialogs.language.choices.kinds import (
    around,
    daily,
    errands,
    home,
    life,
    matters,
    money,
    people,
    work,
)
from dialogs.language.choices.same import GROUPS
from dialogs.language.choices.stems import stem
from dialogs.language.wordlist import listed

LACK = "~"  # before a word of a button: there is none of it
_TABLES = (
    matters.APPOINTMENTS, matters.HELPERS, matters.PROGRESS, matters.HINDRANCES,
    matters.OFFICES, matters.GOODS, matters.ANSWERS,
    errands.SCHOOL, people.PEOPLE, work.WORK, work.LEARNING, work.LANGUAGES, home.HOMES,
    home.THINGS, home.TRANSPORT, life.FEELINGS, life.CARE, life.DAY, daily.LEISURE,
    daily.UPBRINGING, daily.HEALTH, daily.OFFICE, daily.WHEN,
    money.INCOME, money.DEBTS, errands.PAPERS, errands.PAYING, errands.REASONS, errands.CHORES,
    errands.SOURCES, around.FOOD, around.ANIMALS, around.BODY, around.DEFECTS,
    around.EVENTS, people.OTHERS, work.OTHERS, home.OTHERS, money.OTHERS,
)  # fmt: skip
_PLURAL = ("en", "s", "je")
_STEM = 4  # letters from which a stem stands for its forms
_TAIL = 5  # letters from which the end of a compound does
_SKIPPED = 2  # small words that may stand between the words of a phrase
_SMALL = frozenset(listed("""
echt zo heel erg nog ook wel de het een mijn me mij al dan maar gewoon helemaal altijd vaak even
eigenlijk dus er is was zijn steeds soms bijna weer te in nu toch
"""))  # fmt: skip
_LITTLE = frozenset(
    listed("bij mij jou jullie thuis naar in op aan van voor met zelf alleen de het een me")
)
_ENDING = 2  # letters, at most, by which a form is longer than its stem
_SEVERAL = 2  # buttons of one kind, from which another of that kind is "iets anders"

_NOBODY = frozenset(["niemand", "niks", "niets", "alleen"])  # itself a button: no part of a phrase
_PASSING = ("werk", "schulden")
_HEADS = frozenset(listed("opvang toeslag toeslagen verzekering achterstand uitkering"))

Names = tuple[tuple[str, ...], ...]


def _lines_of(table: str) -> Iterator[tuple[Names, tuple[str, ...]]]:
    for line in filter(None, table.split("\n")):
        names, _, examples = line.partition(":")
        yield tuple(_name(name) for name in names.split()), tuple(examples.split())


def _name(name: str) -> tuple[str, ...]:
    first, *rest = name.split("_")
    return tuple(LACK + word for word in rest) if first == "geen" and rest else (first, *rest)


_LINES = tuple(line for table in _TABLES for line in _lines_of(table))


def _fellows() -> dict[Names, frozenset[str]]:
    """Every example of what has these names, over all lines."""
    found: dict[Names, set[str]] = {}
    for names, examples in _LINES:
        found.setdefault(names, set()).update(examples)
    return {names: frozenset(examples) for names, examples in found.items()}


_FELLOWS = _fellows()


def _table() -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    exact: dict[str, list[int]] = {}
    stems: dict[str, list[int]] = {}
    for at, (_names, examples) in enumerate(_LINES):
        for example in examples:
            exact.setdefault(example, []).append(at)
            if "_" not in example and len(root := stem(example)) >= _STEM:
                stems.setdefault(root, []).append(at)
    return _frozen(exact), _frozen(stems)


def _frozen(found: dict[str, list[int]]) -> dict[str, tuple[int, ...]]:
    return {word: tuple(dict.fromkeys(lines)) for word, lines in found.items()}


_EXACT, _STEMS = _table()


def _phrases() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The phrases by the stem of their first word, the longest first, each after its second's."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for example in _EXACT:
        if "_" in example:
            words = tuple(example.split("_"))
            found.setdefault(stem(words[0]), set()).add(words)
    return {
        word: tuple((stem(each[1]), each) for each in sorted(phrases, key=lambda p: (-len(p), p)))
        for word, phrases in found.items()
    }


_PHRASES = _phrases()
WORDS = tuple(sorted(word for word in _EXACT if len(word) >= _TAIL and word.isalpha()))
"""The longer examples of one word, to find the one of which a word is a slip."""


def known(word: str) -> bool:
    """Whether this word is an example of anything."""
    return word in _EXACT or word in _STEMS


@lru_cache(8192)
def kinds_of(said: str, wanted: frozenset[str]) -> frozenset[str]:
    """The words of buttons of which this word or phrase is an example; empty when of none.

    What is work may also be what work is an example of: the Hema is "Loon"; so with debts.
    """
    lines = _of(said)
    if found := next(filter(None, (_named(at, wanted) for at in lines)), None):
        return found
    passed = (name for name in _PASSING if any((name,) in _LINES[at][0] for at in lines))
    wider = (_named(at, wanted) for name in passed for at in _EXACT[name])
    return next(filter(None, wider), frozenset())


def _of(said: str) -> Sequence[int]:
    """The lines with this example, or with what a compound ends in."""
    if found := _EXACT.get(said):
        return found if "_" in said else _with_forms(said, found)
    if "_" in said or said in _SMALL:
        return ()  # "toch" is no "tocht"
    root = stem(said)
    if said.endswith(_PLURAL) and len(root) >= 3 and (found := _EXACT.get(root)):
        return found
    if len(root) >= _STEM and (found := _STEMS.get(root)):
        return found
    ends = (said[at:] for at in range(3, len(said) - _TAIL + 1))
    return next((_EXACT[end] for end in ends if end in _EXACT), ())


def _with_forms(said: str, found: tuple[int, ...]) -> tuple[int, ...]:
    """These lines, and behind them those with another form of the word."""
    root = stem(said)
    plural = said.endswith(("en", "s")) and len(root) >= _STEM
    more = _STEMS.get(root, ()) if plural and said not in _SMALL else ()
    return (*found, *(at for at in more if at not in found))


@lru_cache(4096)
def _named(at: int, wanted: frozenset[str]) -> frozenset[str]:
    """The wanted words that the names of this line are."""
    index = _index(wanted)
    found: set[str] = set()
    names = _LINES[at][0]
    for name in names:
        if len(name) > 1 or name[0].startswith(LACK):
            found.update(name if wanted.issuperset(name) else ())
        else:
            found |= index.get(name[0], index.get(stem(name[0]), frozenset()))
            found |= _ending(wanted).get(name[0], frozenset()) if name[0] in _HEADS else set()
    if lacks := {word for word in found if word.startswith(LACK)}:
        return frozenset(lacks)
    if not found:
        same = (word for name in names if len(name) == 1 for word in GROUPS.get(name[0], ()))
        found.update(*(index.get(word, index.get(_short(word), ())) for word in same))
    return frozenset(found)


def _short(word: str) -> str:
    """The stem of a word; of "kleintje" nothing, which is a child and not a size."""
    root = stem(word)
    return root if len(word) - len(root) <= _ENDING else ""


@lru_cache(256)
def _index(wanted: frozenset[str]) -> dict[str, frozenset[str]]:
    """The wanted words by themselves and by their stem."""
    return _by_keys((key, w) for w in wanted if not w.startswith(LACK) for key in (w, stem(w)))


@lru_cache(256)
def _ending(wanted: frozenset[str]) -> dict[str, frozenset[str]]:
    """The wanted words by what they end in: "kinderopvang" is opvang."""
    words = (w for w in wanted if not w.startswith(LACK))
    tails = ((w[at:], w) for w in words for at in range(2, len(w) - _TAIL + 1))
    return _by_keys((tail, w) for tail, w in tails if tail in _HEADS)


def _by_keys(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, word in pairs:
        found.setdefault(key, set()).add(word)
    return {key: frozenset(words) for key, words in found.items()}


def phrased(said: str, wanted: frozenset[str], labels: Sequence[str] = ()) -> str:
    """Plain words in which each phrase that is an example of a button is one word.

    Not a phrase that one of the labels holds itself: "nu niet" at "Nee, nu niet".
    """
    words = said.split()
    done: list[str] = []
    at = 0
    while at < len(words):
        end, phrase = _phrase_at(words, at, wanted)
        if _tells(phrase) and _held(" ".join(words[at:end]), phrase, wanted, labels):
            end, phrase = at + 1, ""
        done.append(phrase or words[at])
        at = end
    return " ".join(done)


def _held(said: str, phrase: str, wanted: frozenset[str], labels: Sequence[str]) -> bool:
    """Whether a label holds these words, and the phrase would not just name that label."""
    holding = [label.split() for label in labels if f" {said} " in f" {label} "]
    others = {w for label in labels for w in label.split() if label.split() not in holding}
    named = {w.removeprefix(LACK) for w in kinds_of(phrase, wanted)}
    return bool(holding) and not any((named - others) & set(own) for own in holding)


def _tells(phrase: str) -> bool:
    """Whether a phrase is more than small words."""
    return any(word == "niet" or word not in _LITTLE for word in phrase.split("_"))


def _phrase_at(words: Sequence[str], at: int, wanted: frozenset[str]) -> tuple[int, str]:
    """Where the phrase that begins here ends, and the phrase; the next word when there is none."""
    phrases = _PHRASES.get(stem(words[at]), ())
    near = {stem(word) for word in words[at + 1 : at + 2 + _SKIPPED]} if phrases else set()
    for second, phrase in phrases:
        if second not in near or (phrase[0] in _NOBODY and phrase[0] in wanted):
            continue
        end = _matched(words, at, phrase)
        named = wanted.intersection(words[at:end]).difference(phrase)  # "mijn vrienden" themselves
        if phrase[0] == "mijn" or phrase[1] == "en":
            named |= wanted.intersection(
                phrase[1:]
            )  # "mijn moeder", "gas en licht": they are buttons
        if end and not named and kinds_of(whole := "_".join(phrase), wanted):
            return end, whole
    return at + 1, ""


def _alike(said: str, part: str) -> bool:
    """Forms of one word; "vriendinnen" are no "vriendin"."""
    if said == part:
        return True
    return stem(said) == stem(part) and said.endswith("innen") == part.endswith("innen")


def _matched(words: Sequence[str], at: int, phrase: Sequence[str]) -> int:
    """Where the words of a phrase end, small words between them; 0 when they are not all there."""
    for place, part in enumerate(phrase):
        skipped = 0
        while not (at < len(words) and _alike(words[at], part)):
            skipped += 1
            if not place or skipped > _SKIPPED or at >= len(words) or words[at] not in _SMALL:
                return 0
            at += 1
        at += 1
    return at


@lru_cache(4096)
def fellow(said: str, wanted: frozenset[str]) -> bool:
    """Whether this is one more of what several buttons are: "judo" beside voetbal and zwemmen."""
    return any(len(wanted & _FELLOWS[_LINES[at][0]]) >= _SEVERAL for at in _of(said))
