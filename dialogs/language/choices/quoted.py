"""An answer that quotes a button: all of its label, a part of it, or the label glued together."""

from __future__ import annotations

from dialogs.language.chat import pieces, plain
from dialogs.language.choices.options import Option, Options
from dialogs.language.choices.stance import NEGATIONS
from dialogs.language.choices.words import LIGHT, STOP
from dialogs.language.normal import normal
from dialogs.language.wordlist import listed

_GLUED = 6  # letters of an answer without spaces: "gaatwel"
_ASIDE = frozenset(listed("""
| graag hoor maar doe alsjeblieft liefst liever het ja YES kom vertel gewoon dan dus eigenlijk
aan met
"""))  # fmt: skip
_TURNING = NEGATIONS | frozenset(listed("nee of als maar misschien NO"))
_NOT = frozenset(["niet", "geen", "nooit"])
_OF_ANY = frozenset(["ik", "het", "dat", "een", "de", "is", "heb", "ben"])
_A_PAIR = 2
_GRADES = frozenset(["goed", "prima", "fijn"])  # what else a button says is the question
_STRESS = frozenset(listed("echt gewoon helemaal het de een wel even hoor maar eigenlijk"))


def exactly(text: str, options: Options) -> list[Option]:
    """The options that are called just this, in their label or another way to say it."""
    said = {normal(text), plain(text)} - {""}
    same = [o for o in options.all if said & o.exact]
    glued = plain(text)
    if same or " " in glued or len(glued) < _GLUED:
        return same
    return [o for o in options.all if any(glued == one.replace(" ", "") for one in o.exact)]


def called(signs: list[str], raw: list[str], options: Options) -> Option | None:
    """The one option whose whole label she says, with nothing beside it that tells more.

    A label that is a mere turn of phrase ("Nog niet") must be said in its own words.
    """
    found = []
    for option in options.all:
        mere = not any(w.islower() for w in option.label)
        words, told = (raw, max(option.exact, key=len).split()) if mere else (signs, option.label)
        said = [w for w in words if w not in _STRESS]
        label = [w for w in told if w not in _STRESS]
        place = _within(label, said) if len(label) > 1 or len(said) == 1 else -1
        if place >= 0:
            rest = said[:place] + said[place + len(label) :]
            found.append(
                (option, [w for w in rest if w in _TURNING or not (w in STOP or w in LIGHT)])
            )
    return found[0][0] if len(found) == 1 and not found[0][1] and "|" not in signs else None


def refusing(text: str, options: Options) -> list[Option]:
    """The one option of which she says a part that holds its no: "kan niet" at "Ik kan niet komen".

    Nothing else may be said, and no other option may hold a no.
    """
    said = [w for w in pieces(text).split() if w not in _STRESS]
    if len(said) < _A_PAIR or _NOT.isdisjoint(said):
        return []
    denying = [o for o in options.all if _NOT & set(o.said.split())]
    if len(denying) != 1:
        return []
    label = [w for w in denying[0].said.split() if w not in _STRESS]
    return denying if _within(said, label) >= 0 else []


def _within(label: list[str], said: list[str]) -> int:
    """Where the words of a label stand in hers in one row; -1 when they do not."""
    spans = range(len(said) - len(label) + 1) if label else range(0)
    return next((i for i in spans if said[i : i + len(label)] == label), -1)


def _tail(word: str, option: Option) -> bool:
    return len(word) > 3 and any(w != word and w.endswith(word) for w in option.label)


def phrase(words: list[str], options: Options) -> str | None:
    """Words that stand in this order in one label only: "bij mij" in "Bij mij thuis"."""
    own = ["je" if w == "jij" else w for w in words if w not in _ASIDE]
    if not own:
        return None
    within = f" {' '.join(own)} "
    found = [o for o in options.all if within in f" {' '.join(o.label)} "]
    if len(found) != 1:
        return None
    if len(own) == 1 and any(_tail(own[0], o) for o in options.all):
        return None  # "school" is no more "Middelbare school" than "Basisschool"
    if NEGATIONS & set(found[0].label) and not NEGATIONS & set(own):
        return None  # "opvang" is not "geen opvang"
    if len(own) == 1 and own[0] in _OF_ANY and len(found[0].label) > _A_PAIR:
        return None  # "ik" is not "Ik doe het zelf"
    alone = len(own) == 1 and own[0] in STOP and own[0] not in ("geen", "zelf")
    theirs = {w for o in options.all if o is not found[0] for w in o.label if own[0] in _GRADES}
    return None if alone and set(found[0].label) - STOP - theirs else found[0].id
