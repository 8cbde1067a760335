"""All of the options, or all but some: "alles", "allebei", "alles behalve schulden"."""

from __future__ import annotations

import re

from dialogs.language.choices.circumstances import asks_for_things
from dialogs.language.choices.kinds import kinds_of
from dialogs.language.choices.mentions import Mention, hear, mentions
from dialogs.language.choices.options import Option, Options
from dialogs.language.choices.ranges import NUMBERS, number
from dialogs.language.choices.stance import FILLER, Stance
from dialogs.language.choices.stems import stem
from dialogs.language.choices.words import LIGHT, STOP

SETTLED = frozenset(["betaald", "afbetaald", "opgelost", "geregeld", "gelukt"])  # no longer so
_ALL = re.compile(
    r"(?<!\S)(?:(?:echt |gewoon )?"
    r"(?:alles|allemaal|alle(?: (?P<many>\w+))?|elke|allebei|beiden?|de hele lijst"
    r"|overal(?= (?:\| )?behalve|$| wel$| eigenlijk$))"
    r"(?: (?:opties|dingen|antwoorden|hiervan|daarvan))?)(?!\S)(?! zelf\b)"
)
_BUT = re.compile(
    r"(?<!\S)(?:behalve|uitgezonderd|(?:maar|alleen|en)(?: dan)? (?:niet|geen)|op (?P<one>.+) na"
    r"|zonder|minus|buiten)(?!\S)"
)


_OF_ALL = re.compile(
    r"\b(?:van|bijna|haast) alles\b(?! behalve)(?! wel)"
)  # some of each: which is not said
_NOBODY = frozenset(["geen", "niemand", "niets", "niks"])
_SUCH = re.compile(
    r" (?:de |mijn |die )?(\w+)(?: (?:\| )?(?:maar )?\w+ niet(?: nodig)?)?(?: \|)?"
    r"(?: graag| alsjeblieft)?"
)
_NONE_SUCH = re.compile(r"(?:(?:\w+ ){0,4})?(?:geen (?:andere )?|NONE )(\w+)(?: hoor)?")
_WELL = re.compile(r" (?:is |gaat )(?:\w+ )?(?:goed|prima|ok|in orde|super|top|betaald|rustig)\b")
_HAVE = re.compile(r"\b(?:heb|hebben)(?: (?:al|ik|we|wij|gelukkig))* $")  # "we hebben alles"


def everything(said: str, options: Options) -> list[Option] | None:
    """ "alles", "alle drie", "alles behalve schulden"; None when she does not speak of all."""
    everything = _ALL.search(said)
    if everything is None or _no_longer(said):
        return None
    before, after = said[: everything.start()], said[everything.end() :]
    things = asks_for_things([o.label for o in options.all])
    if _WELL.match(after) or (things and _HAVE.search(before) and not _telling(after)):
        return options.of(Stance.NONE) or None
    if _HAVE.search(before) and (lacked := _lacking(after, options)):
        return lacked
    real = [o for o in options.all if o.real and o is not none_of(options)]
    if such := _all_such(everything, after, real, options.words):
        return such
    if any(o.stance is Stance.ANY for o in options.all) and not _telling(before + after):
        return [o for o in options.all if o.stance is Stance.ANY]
    if not _fits(everything, real):
        real = [o for o in real if not o.other]
    if not _fits(everything, real) or _OF_ALL.search(said):
        return [] if _OF_ALL.search(said) else None
    return _all_or_but(before, after, real, options)


def _all_or_but(
    before: str, after: str, real: list[Option], options: Options
) -> list[Option] | None:
    if but := _BUT.search(after):
        return _without(but["one"] or after[but.end() :], real, options)
    return real if not _telling(before) and not _telling(after) else None


def _lacking(after: str, options: Options) -> list[Option] | None:
    """ "we hebben alles behalve een bank": that one, where one asks for things."""
    but = _BUT.search(after)
    if but is None or "nodig" in after or not asks_for_things([o.label for o in options.all]):
        return None
    return _named(but["one"] or after[but.end() :], options)


def none_such(said: str, options: Options) -> list[Option] | None:
    """ "geen toeslagen" under huurtoeslag and zorgtoeslag: the button that says there is none."""
    found = _NONE_SUCH.fullmatch(said)
    if found is None or len(found[1]) < 4:
        return None
    such, own = stem(found[1]), [{stem(w) for w in o.label} for o in options.all]
    if any(such in words for words in own):
        return None
    like = [words for words in own if any(w.endswith(such) for w in words)]
    nothing = none_of(options) or next(iter(options.of(Stance.NONE)), None)
    return [nothing] if len(like) > 1 and nothing else None


def _no_longer(said: str) -> bool:
    """Whether it is not all of it, or not any more."""
    return said.startswith("niet ") or bool(SETTLED & set(said.split()))


def none_of(options: Options) -> Option | None:
    """The one button that says there is none: "Geen klachten" under complaints."""
    none = [o for o in options.all if o.stance is None and o.label and o.label[0] in _NOBODY]
    return none[0] if len(none) == 1 and not options.of(Stance.NONE) else None


def _all_such(
    everything: re.Match[str], after: str, real: list[Option], own: frozenset[str]
) -> list[Option] | None:
    """ "beide toeslagen", "alle toeslagen": the options that are so; else None."""
    such = _SUCH.fullmatch(after)
    if not such or such[1] in STOP or len(such[1]) < 4:
        return None
    if (many := everything["many"]) and (many.isdecimal() or many in NUMBERS):
        return real if number(many) == len(real) else None
    found = [o for o in real if any(w.endswith(stem(such[1])) for w in o.label)]
    found = found or [o for o in real if kinds_of(such[1], own) & set(o.label)]
    both = "allebei" in everything[0] or "beide" in everything[0]
    return found if len(found) == 2 or (len(found) > 2 and not both) else None


def _fits(everything: re.Match[str], real: list[Option]) -> bool:
    """ "allebei" holds for two options, "alle drie" for three."""
    many = everything["many"]
    if "allebei" in everything[0] or "beide" in everything[0]:
        return len(real) == 2
    if many and (many.isdecimal() or many in NUMBERS):
        return number(many) == len(real)
    return "elke" not in everything[0]


def _telling(said: str) -> list[str]:
    return [
        w
        for w in said.split()
        if w not in STOP and w not in FILLER and w not in LIGHT and w != "|" and w != "open"
    ]


def _without(said: str, real: list[Option], options: Options) -> list[Option] | None:
    said = re.sub(r"^ ?(?:die|dat|deze|de|het) ", " ", said)
    said = re.split(r" (?:\| )?(?:die|dat|want|omdat|is|\|) ", f" {said} ")[0]
    left_out = _named(re.sub(r"(?<!\S)(?:niet|geen)(?!\S)", " ", said), options)
    if not left_out:
        return None
    return [o for o in real if o.id not in {out.id for out in left_out}]


def _named(said: str, options: Options) -> list[Option] | None:
    """All options named in these words, without regard to wanting them; None if a part is not."""
    heard = hear(said.split(), options)
    found = outer([m for m in mentions(heard, options) if m.full or m.strong])
    used = frozenset().union(*(m.places for m in found)) if found else frozenset()
    return None if heard.rest(used) else [m.option for m in found]


def outer(found: list[Mention]) -> list[Mention]:
    """Without those inside a wider one; a part gives way to a whole at the same place."""
    kept = [m for m in found if not any(m.places < other.places for other in found)]
    return [m for m in kept if m.full or not any(o.full and o.places & m.places for o in kept)]
