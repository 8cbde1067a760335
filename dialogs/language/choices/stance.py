"""Yes, no, "weet ik niet", "maakt niet uit": what an answer says without naming an option.
The words have passed `idioms.signed` before: fixed turns of phrase stand there as one sign.
"""

from __future__ import annotations

import re
from enum import StrEnum

from dialogs.language.wordlist import listed


class Stance(StrEnum):
    """What a typed answer or a button says about the question as a whole."""

    YES = "YES"
    NO = "NO"
    UNKNOWN = "UNKNOWN"  # "weet ik niet"
    ANY = "ANY"  # "maakt niet uit"
    DECLINE = "DECLINE"  # "liever niet"
    NONE = "NONE"  # "geen van deze"
    MIXED = "MIXED"  # yes and no at once: unclear


YES = frozenset(
    listed("""
ja YES ok tuurlijk zeker klopt inderdaad prima akkoord graag top correct yup jazeker goed juist
precies gaarne wel absoluut perfect
""")
)
NO = frozenset(["nee", "NO"])
NEGATIONS = frozenset(
    listed("""
niet geen nooit zonder behalve niks niets ipv
""")
)
FILLER = frozenset(listed("""
ewa nou nouja eh ehm uh uhm uhh ehh euh hm hmm mm oh o ah ach joh hoor dus tja well denk ik dat
het is sorry hee hey hoi hallo dankjewel alsjeblieft even maar eigenlijk volgens mij me echt
gewoon wel he hè toch want zo dan natuurlijk schat lieverd meneer mevrouw inshallah insallah
wallah wollah man bro zus gelukkig helaas jammer ben er ook een de dit ja graag voor van mij best
nog nu wacht lol of en i the my haha hihi x xx btw ofzo enzo heel sowieso hele fijn mooi super heb
wil doe kan helemaal gij ge bah pff poeh goh
"""))  # fmt: skip
_VERBS = frozenset(
    listed("""
heb doe wil kan mag lukt ben krijg hoef moet durf past had is gebeurt werkt nodig hebben kunnen
""")
)


_BRIEF = 2
_OPEN = frozenset(["of", "maar", "als", "misschien", "soms", "wat", "wanneer"])
_CAN = frozenset(["dat", "het", "ik", "kan", "mag"])
_YES_BUT = re.compile(  # "ja maar later": something is still in the way
    r"^(?:ja|ok|goed|prima|YES)(?: hoor| wel| \|)* maar (?!(?:ja|even|YES|graag|wel|alleen)\b)\w+"
)
_IF = re.compile(
    r"^(?:ja|ok|goed|prima|YES)(?: hoor| wel| \|)* (?:mits|tenzij|indien|alleen als)\b"
)
_ALMOST = frozenset(["bijna", "deels", "grotendeels", "gedeeltelijk"])
_WHOLE = {"nooit": Stance.NO, "geen": Stance.NONE}
_ALWAYS = frozenset(["altijd", "overal"])


def stance(words: list[str]) -> Stance | None:
    """What the head of an answer says; MIXED when yes and no meet; None when it says neither."""
    own = [w for w in words if w != "|"]
    if _both_ways(words):
        return Stance.MIXED
    for sign in (Stance.UNKNOWN, Stance.ANY, Stance.DECLINE, Stance.NONE):
        if sign in own:
            return sign
    if len(own) == 1 and own[0] in _WHOLE:
        return _WHOLE[own[0]]
    if _ALWAYS & set(own) and not set(own) - _ALWAYS - YES - FILLER - {"thuis"}:
        return Stance.ANY
    head = _head(own)
    yes, no = bool(YES & set(head) - {"wel"}), bool(NO & set(head))
    if (yes and no) or (yes and "NO" in own) or (no and "YES" in own):
        return Stance.MIXED
    rest = own[len(head) :]
    if no:
        return Stance.MIXED if _takes_back(own, "wel") else Stance.NO
    return _flipped(head, rest) if yes else _turned(own)


def _both_ways(words: list[str]) -> bool:
    """ "weet niet denk het wel", "ja maar later"."""
    if Stance.UNKNOWN in words:
        return bool({"YES", "NO"} & set(words))
    if _IF.search(" ".join(words)):
        return True
    return "maar" in words and bool(_YES_BUT.search(" ".join(words)))


def _turned(words: list[str]) -> Stance | None:
    """By a turn of phrase further on ("… denk het wel"), else by a verb alone."""
    signs = {"NO", "YES"} & set(words)
    if signs:
        return Stance(signs.pop()) if len(signs) == 1 else None
    return _verb_only(words) or _at_the_end(words)


def _at_the_end(words: list[str]) -> Stance | None:
    """ "heb er een in de kast ja"."""
    if len(words) <= _BRIEF or _OPEN & set(words) or {"ja", "nee"} <= set(words):
        return None
    if words[-1] == "ja":
        return None if NEGATIONS & set(words) else Stance.YES
    return Stance.NO if words[-1] == "nee" else None


def _head(words: list[str]) -> list[str]:
    """The words up to the first that says something of its own."""
    for place, word in enumerate(words):
        if word not in YES and word not in NO and word not in FILLER:
            return words[:place]
    return words


def _flipped(head: list[str], rest: list[str]) -> Stance | None:
    """ "goed niet" is no; "ja … niet" is unclear."""
    if _ALMOST & {*head, *rest}:
        return Stance.MIXED  # "klopt bijna"
    if not NEGATIONS - {"geen", "zonder"} & set(rest):
        return Stance.YES
    return Stance.MIXED if "ja" in head or len(rest) > 1 else Stance.NO


def _takes_back(words: list[str], by: str) -> bool:
    """ "nee dat wel": a no that is taken back at once. A longer sentence explains the no."""
    return by in words and len([w for w in words if w not in FILLER]) <= 2 and len(words) <= 5


def _verb_only(words: list[str]) -> Stance | None:
    """ "heb ik", "dat wil ik wel" → yes; "kan ik niet", "lukt niet" → no."""
    said = set(words)
    if not said or said - _VERBS - FILLER - NEGATIONS - {"helemaal", "niet", "geen"}:
        return None
    if said & {"niet", "nooit"}:
        return Stance.NO if said & _VERBS else None
    if said <= _CAN and len(said) == 2 and len(words) == 2:
        return Stance.YES
    if said == {"wel"} or (said & _VERBS and said & {"ik", "wel"} and len(words) >= 2):
        return Stance.YES if words[0] in _VERBS or "wel" in words else None
    return None
