"""Which button a mere yes, a no, "maakt niet uit" or "liever niet" takes."""

from __future__ import annotations

from dialogs.language.choices.mentions import Mention
from dialogs.language.choices.options import Option, Options
from dialogs.language.choices.polarity import WANTED
from dialogs.language.choices.stance import FILLER, NEGATIONS, Stance
from dialogs.language.choices.stems import stem
from dialogs.language.choices.words import LIGHT, STOP
from dialogs.language.wordlist import listed

_DEGREES = frozenset(
    listed("beetje soms weinig deels gedeeltelijk redelijk matig af bijna half vroeger eerder")
)
_A_PAIR = 2
_SAFETY = frozenset(["veilig", "onveilig", "gevaar", "gevaarlijk"])
_LACKING = frozenset(["geen", "niet", "te", "weinig", "NONE", "zonder"])
_A_LACK = 2  # words: "Geen bericht", and not "Geen van beide"
_NOTHING = frozenset(["geen", "niemand", "niets", "niks"])
_OFFER = frozenset(listed("graag bedankt dankjewel"))
_CANNOT = frozenset(listed("kan lukt komt uit dan dag"))
_ALWAYS = frozenset(["altijd", "overal"])
_BOTH = frozenset(["beide", "beiden", "allebei"])
_NO = frozenset(["niet", "geen"])


def taken(said: Stance, named: list[Mention], words: list[str], options: Options) -> str | None:
    """The id of the one option that takes this stance, if nothing else is wanted beside it."""
    takes = options.of(said)
    if said is Stance.ANY and _ALWAYS & set(words):
        takes = [o for o in takes if not _BOTH & set(o.label)]  # "altijd" is not "allebei"
    if said is Stance.YES and _by_degrees(takes, options):
        return None
    wanted = [m for m in named if m.sign is WANTED and m.full and m.option.stance is not said]
    both = said is Stance.ANY and len({m.option.id for m in wanted}) > 1
    if wanted and said is not Stance.NO and not both:
        return None
    takes = takes or _without_its_own(said, words, options)
    ids = {option.id for option in takes}
    return ids.pop() if len(ids) == 1 else None


def _without_its_own(said: Stance, words: list[str], options: Options) -> list[Option]:
    """What it takes where no button just says it."""
    if said is Stance.NONE:
        takes = [o for o in options.all if o.other and options.slots] or options.of(Stance.NO)
        return takes or [o for o in options.all if _NOTHING & set(o.label)]
    if opposite := _opposite(said, words, options):
        return opposite
    if said is Stance.ANY and _ALWAYS & set(words):
        return [o for o in options.of(Stance.YES) if "ja" in o.label]
    if said is Stance.DECLINE:
        declining = [o for o in options.all if "DECLINE" in o.label]
        offered = _OFFER.intersection(w for o in options.all for w in o.label)
        return declining or (options.of(Stance.NO) if "nee" in words or offered else [])
    if said is Stance.NO:
        return _soft_no(words, options)
    return options.implied(said) if said is Stance.YES else []


def _opposite(said: Stance, words: list[str], options: Options) -> list[Option]:
    """ "Mag inspreken / Niet inspreken": a yes is the one, a no the other.

    Never of what is safe: whether a yes there is to danger or to safety only the words can say.
    """
    real = [o for o in options.all if o.real]
    shared = set(real[0].label) & set(real[-1].label) if len(real) == _A_PAIR else set()
    vague = _tells_more(words) and words[0] not in ("ja", "nee")
    if not shared - STOP or _SAFETY & options.words or vague:
        return []
    denying = [o for o in real if NEGATIONS & set(o.label)]
    if len(denying) != 1 or said not in (Stance.YES, Stance.NO, Stance.DECLINE):
        return []
    if said is Stance.YES:  # "ok" is no answer to "Schulden / Geen schulden"
        agreed = "ja" in words or "geen" not in denying[0].label
        return [o for o in real if o not in denying] if agreed else []
    return denying


def _by_degrees(takes: list[Option], options: Options) -> bool:
    """ "ja" is not "ja, veel" where "een beetje" is there too."""
    return any(len(o.label) > 1 for o in takes) and any(
        _DEGREES & set(o.label) for o in options.all if o not in takes and o.stance is None
    )


def _tells_more(words: list[str]) -> bool:
    """Whether she says anything beside a yes, a no and small talk."""
    return any(w.islower() and not (w in STOP or w in FILLER or w in LIGHT) for w in words)


def _the_lack(words: list[str], real: list[Option]) -> list[Option]:
    """ "nee" at "Avond ervoor / Ochtend zelf / Geen bericht", where nothing else is lacking."""
    kinds = [o for o in real if not o.other]
    lacking = [o for o in kinds if _LACKING & set(o.label)]
    if (
        _tells_more(words)
        or "nodig" in words
        or len(lacking) != 1
        or lacking[0] not in (kinds[0], kinds[-1])
    ):
        return []
    return lacking if lacking[0].label[0] == "geen" and len(lacking[0].label) == _A_LACK else []


def _soft_no(words: list[str], options: Options) -> list[Option]:
    """ "Liever niet", "Nu niet", "Iets aanpassen": what a plain no means where no button says no.

    "die dag kan ik niet" is "een andere dag"; "nee" alone is "geen" where nothing says yes.
    """
    if implied := options.implied(Stance.NO):
        return implied
    real = [o for o in options.all if o.stance is not Stance.UNKNOWN]
    if len(real) == 2 and len(options.of(Stance.YES)) == 1:
        return [o for o in real if {"niet", "geen", "DECLINE", "NONE", "NO"} & set(o.label)]
    without_it = [o for o in real if "geen" in o.label]
    if {"heb", "hebben"} & set(words) and len(without_it) == 1:
        return without_it
    others = [o for o in real if o.other]
    never = [o for o in real if o.said.startswith("nooit")]
    if len(never) == 1:
        return never
    if options.of(Stance.YES):
        return others if _CANNOT & set(words) or set(words) - STOP == {"NO"} else []
    return options.of(Stance.NONE) or _the_lack(words, real) or _ungraded(real)


def _ungraded(real: list[Option]) -> list[Option]:
    """ "Niet stressvol" among grades of one thing: a no is that."""
    without = [o for o in real if _NO & set(o.label) and not _SAFETY & set(o.label)]
    own = {stem(w) for o in without for w in o.label if w not in STOP}
    alike = all(own & {stem(w) for w in o.label} for o in real)
    return without if len(without) == 1 and alike else []
