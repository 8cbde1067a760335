"""A number or an age, where the options are numbers: "maar 1tje", "bijna 13", "10 maanden"."""

from __future__ import annotations

import re

from dialogs.language.ages import read_ages
from dialogs.language.choices.days import read_days
from dialogs.language.choices.measures import within
from dialogs.language.choices.options import Option, Options
from dialogs.language.choices.ranges import NUMBERS, STAGES, number, numbers_in
from dialogs.language.choices.stance import Stance
from dialogs.language.choices.words import LIGHT, STOP
from dialogs.language.numbers import whole_number
from dialogs.language.wordlist import listed

COUNTED = frozenset(
    listed("kind kinderen jongens meisjes zoons dochters stuks tal keer jongetjes zonen")
)
_CHILDREN = frozenset(
    listed("zoon dochter jongen meisje meid zoontje dochtertje tweeling drieling")
)
_ONLY = re.compile(r"\benig kind\b")
_UNIT = frozenset(
    listed("""
jaar kind kinderen keer dagen dag uur maanden week weken maand stuks km euro min minuten st
""")
)
_TIMES = frozenset(["uur", "dag", "dagen", "week", "weken", "maand", "maanden", "minuten", "euro"])
_AGED = re.compile(r"\b(?:jaar|jarige?|tm|tot en met)\b")
_UNITED = re.compile(r" (?:stuks?|kinderen|kind|jaar|keer)(?= |$)")
_OR_SO = re.compile(r"\been (?:stuk|stuks|kind|kinderen) of (\w+)")
_BOTH = re.compile(r"\b(?:allebei|beide)\b")
_TURNING = frozenset(listed("niet geen maar of nee wacht bedoel toch sorry plus en"))
_FEW = 3  # words, at most, with a number that says no unit
_SPANS = re.compile(r"\b(?:maand(?:en)?|weken|week|langer|korter|keer|euro)\b")  # no ages
_ABOUT_AGE = re.compile(
    r"\b(?:jaar|jr|jarig|maand(?:en)?|mnd|weken|wkn|wk|bijna|anderhalf|half jaar|baby|zwanger"
    r"|verwachting|dreumes|peuter|kleuter|tiener|puber)\b"
)
_BECOMES = re.compile(r"\bword(?:t|en)?\b")
_HOW_MANY = re.compile(
    rf"^(?:ja |ik |we |wij )*(?:(?:heb|hebben) )?(?:(?:ik|we) )?"
    rf"(?:er \d+|(?:\d+|{'|'.join(NUMBERS)})"
    rf" (?:{'|'.join(sorted(COUNTED - {'keer', 'tal'}))}|kids|kindjes|meiden))$"
)
_STAGED = re.compile(rf"\b(?:{'|'.join(STAGES)})")
AGE_WORDS = {"baby": 0, "dreumes": 1, "peuter": 2, "kleuter": 5, "puber": 14, "tiener": 14}
_A_YEAR = {"year": 1, "month": 12, "week": 52}


def counted(words: list[str], options: Options) -> list[Option] | None:
    """The option with her number, when the options are numbers; None when this is none."""
    if not options.numeric:
        return None
    said = " ".join(words)
    for how in (_aged, _children, _days):
        if (found := how(said, options)) is not None:
            return found
    if (several := _several(said)) is not None:
        return [o for o in options.all if o.numbers and {*several} <= set(o.numbers)]
    value = _bare(_first(_OR_SO.sub(r"\1", said).split()), options)
    if value is None:
        return [] if len({w for w in words if is_number(w)}) > 1 else None
    if not value and not any(o.numbers and 0 in o.numbers for o in options.all):
        return options.of(Stance.NONE) or options.of(Stance.NO) or None
    return [o for o in options.all if o.numbers is not None and value in o.numbers]


def _aged(said: str, options: Options) -> list[Option] | None:
    """The option with an age that she gives as one, where the options are ages."""
    if not _are_ages(options) or not (_ABOUT_AGE.search(said) or _BECOMES.search(said)):
        return None
    found = of_ages(said, options)
    return _becoming(said, options) if found is None and _BECOMES.search(said) else found


def _days(said: str, options: Options) -> list[Option] | None:
    """ "maandag en dinsdag" is two, where the options are numbers of days."""
    if not all({"dag", "dagen"} & set(o.label) for o in options.all if o.numbers is not None):
        return None
    days = read_days(said)
    if not days or any(map(is_number, said.split())):
        return None
    return [o for o in options.all if o.numbers is not None and len(days) in o.numbers]


def _bare(words: list[str], options: Options) -> int | None:
    """The number, when nothing else is said."""
    own = [
        w
        for w in words
        if w not in STOP - {"een"} and w not in _UNIT and w not in LIGHT and w != "|"
    ]
    own = [w for w in own if w != "een"] or own
    if len(own) != 1 or "_" in own[0]:
        return None
    if (COUNTED - {"stuks", "tal"}) & set(words) and not any(
        COUNTED & set(o.label) for o in options.all
    ):
        return None  # "twee kinderen" is no age
    if _TIMES.intersection(words) and not _are_ages(options) and not _same_unit(words, options):
        return None  # "8 weken" is no number of children
    if own[0] in AGE_WORDS and _are_ages(options):
        return AGE_WORDS[own[0]]
    return int(own[0]) if own[0].isdecimal() else NUMBERS.get(own[0], whole_number(own[0]))


def _same_unit(words: list[str], options: Options) -> bool:
    units = {word[:3] for word in _TIMES.intersection(words)}
    return any(word[:3] in units for o in options.all for word in o.label)


def _several(said: str) -> tuple[int, int] | None:
    """The ends of more numbers than one: "3 of 4", "meer dan 3"; None when she says no such."""
    words = said.split()
    if not any(map(is_number, words)) or STAGES.keys() & set(words):
        return None
    found = numbers_in(_UNITED.sub(" ", said))
    return (found[0], found[-1]) if found and len(found) > 1 else None


def _first(words: list[str]) -> list[str]:
    """A number before talk that says no other and takes nothing back: "vijf, gezellig he"."""
    end = words.index("|") if "|" in words else len(words)
    tale = words[end:]
    return words if _TURNING & set(tale) or any(map(is_number, tale)) else words[:end]


def _telling(said: str) -> list[str]:
    """The words that are more than small."""
    return [w for w in said.split() if w not in STOP and w not in LIGHT and w != "|"]


def _becoming(said: str, options: Options) -> list[Option]:
    """ "word volgende week 30": where she is between the same ages before and after it."""
    value = whole_number(" ".join(word for word in said.split() if word.isdecimal()))
    both = {value, value - 1} if value else set()
    return [o for o in options.all if both and o.numbers is not None and both <= set(o.numbers)]


def _children(said: str, options: Options) -> list[Option] | None:
    """ "een zoon en een dochter" is two, where the options are numbers of children."""
    if not any(COUNTED & set(o.label) for o in options.all) or _are_ages(options):
        return None
    if not (COUNTED | _CHILDREN) & set(said.split()):
        return None
    value = 1 if _ONLY.search(said) else whole_number(_BOTH.sub("twee", said))
    if (
        not value
        and {"alleen", "enkel"} & set(said.split())
        and len(_CHILDREN & set(said.split())) == 1
    ):
        value = 1
    if not value:
        return None
    return [o for o in options.all if o.numbers is not None and value in o.numbers]


def measured(said: str, options: Options) -> list[Option] | None:
    """The options her amount of time, of times or of money lies in; None when she says none."""
    found = within(said, [o.span for o in options.all], [o.label for o in options.all])
    if found is None or _are_ages(options):
        return None
    if not _UNIT & set(said.split()) and len(_telling(said)) > _FEW:
        return None  # a number among other things
    return [options.all[place] for place in found]


def of_ages(said: str, options: Options) -> list[Option] | None:
    """Every option with the age of one of her children; None when the ages are not clear."""
    ages = read_ages(said.replace("_", " "))
    if not ages or _BECOMES.search(said):
        return None
    born = [age.value // _A_YEAR[age.unit] for age in ages if not age.pregnant]
    found = [[o for o in options.all if o.numbers and years in o.numbers] for years in born]
    expecting = [o for o in options.all if {"zwanger", "verwachting"} & set(o.label)]
    if any(age.pregnant for age in ages):
        found.append(expecting)
    if any(len(one) > 1 for one in found):
        return []
    return [o for one in found for o in one] if all(found) else None


def told_ages(text: str, said: str, options: Options) -> list[Option] | None:
    """Every option with the age of one of her children, where she says all of them in numbers.

    None when she does not; empty when she says only how many she has.
    """
    if not _are_ages(options):
        return None
    if _HOW_MANY.search(said):
        return []
    return None if _STAGED.search(text.casefold()) else of_ages(text, options) or None


def _are_ages(options: Options) -> bool:
    labels = [" ".join(o.label) for o in options.all]
    if set(STAGES) & {word for o in options.all for word in o.label}:
        return True
    return any(map(_AGED.search, labels)) and not any(map(_SPANS.search, labels))


def in_years(value: int, unit: str) -> int:
    """Whole years of a number of years, months or weeks."""
    return value // _A_YEAR[unit]


def is_number(word: str) -> bool:
    """Whether this word is a number in digits or a Dutch word up to twelve; "een" is not."""
    return word.isdecimal() or (word in NUMBERS and word != "een")


def years_of(word: str) -> int | None:
    """The age that a number or a word for a child says: "peuter" is two."""
    return (
        number(word)
        if is_number(word)
        else AGE_WORDS.get(word, AGE_WORDS.get(word.removesuffix("s")))
    )
