"""What buttons mean beside each other: a yes by its no, more than the others, words they share."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from dialogs.language.choices.measures import spread
from dialogs.language.choices.options import Option, Way
from dialogs.language.choices.ranges import MANY
from dialogs.language.choices.stance import Stance
from dialogs.language.wordlist import listed
from dialogs.values import changed

_FINE = frozenset(["goed", "prima", "fijn"])
_GRADING = frozenset(listed("slecht matig redelijk gaat niet minder beter heel best kan YES NO"))
_MORE = frozenset(["meer", "hoger", "ouder", "vaker"])
_NOT = frozenset(["niet", "geen"])
_VERBS = frozenset(listed("klopt lukt gaat werkt helpt past kan mag doet weet durft"))
_WELL = ("wel", "goed", "prima", "helemaal")
_PLAIN = (Stance.YES, Stance.NO)
_IDLE = frozenset(
    listed("""
ik wel heb hebt heeft hebben ben bent is zijn wil kan mag een de het van voor met op in aan bij
we
""")
)  # small words of a label that never tell it from another


def together(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """The options of one question, each made by itself, as they are beside each other."""
    options = tuple(changed(o, {"ways": _told_apart(o, options)}) for o in options)
    return _declining(_by_verb(_agreeing(_spread(options))))


def _spread(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """With what they cover beside each other: "5 tot 10" holds 10 too before "Meer dan 10"."""
    spans = spread([_own(o) for o in options], [o.span for o in options])
    starts = {o.numbers.start for o in options if o.numbers}
    options = _with_more(options)
    return tuple(
        replace(o, span=span, numbers=_closed(o.numbers, starts) if o.numbers else None)
        for o, span in zip(options, spans, strict=True)
    )


def _own(option: Option) -> tuple[str, ...]:
    return option.label[1:] if option.label[:1] in (("ja",), ("nee",)) else option.label


def _with_more(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """With all numbers from there for "Meer", "Hoger" beside numbers."""
    last = [o for o in options if len(o.label) == 1 and o.label[0] in _MORE]
    held = [o.numbers for o in options if o.numbers]
    if len(last) != 1 or len(held) < len(options) - 1 - sum(not o.real for o in options):
        return options
    more = range(max(one[-1] for one in held) + 1, MANY)
    return tuple(replace(o, numbers=more) if o is last[0] else o for o in options)


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
    if found := _one_and_not(options):
        return found
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


def _one_and_not(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """With a yes and a no for "Ik kom" and "Ik kom niet"; nothing where no two are so.

    Never of what is safe: a yes there may be to danger.
    """
    denied = {o.said.replace(" niet", ""): o for o in options if f"{o.said} ".count(" niet ") == 1}
    pairs = [(o, denied[o.said]) for o in options if o.said in denied and "veilig" not in o.said]
    if len(pairs) != 1 or any(o.stance in _PLAIN for o in options):
        return ()
    meant = {pairs[0][0].id: Stance.YES, pairs[0][1].id: Stance.NO}
    return tuple(replace(o, stance=meant.get(o.id, o.stance)) for o in options)


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
