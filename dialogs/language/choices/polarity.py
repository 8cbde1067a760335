"""Which of the things she names she wants, and which she does not: "niet bellen maar appen"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dialogs.language.wordlist import listed

_ENDS = frozenset(("|", "maar", "want", "omdat", "doch", "dus"))
_BEHIND = frozenset(
    ("behalve", "zonder", "uitgezonderd", "ipv", "dan", "geen", "buiten", "niks", "niets")
)
_NO = frozenset(("niet", "nooit")) | _BEHIND
_YES = frozenset(("wel",))
_AFTER_ALL = frozenset(
    ("gewoon", "juist", "maar", "eerder")
)  # after a no: "niet beter, gewoon hetzelfde"
_OF_A_VERB = frozenset(  # "ik snap er niks van" is no to snappen
    listed(
        "snap snappen snapte begrijp begrijpen begreep begrepen versta verstond volg geloof merk"
    )
)
_TELLERS = frozenset(("ze", "hij", "zij", "we", "wij", "er", "die", "dat", "het", "ik"))
_TELLS = frozenset(("heeft", "is", "zijn", "komt", "staat", "wil"))
_UNSURE = frozenset(("als", "indien", "tenzij", "anders"))
_AFTER_IK = _NO | _YES | {"liever", "echt", "ook", "zeker", "dan"}
_BEFORE_POSTFIX = frozenset(
    listed("""
ik kan lukt wil mag past hoeft gaat werkt komt liever we het dat echt ook zeker me mij
""")
)
_INSTEAD = frozenset(["kan", "kunnen", "mag", "liever", "doe"])
WANTED, UNWANTED, UNCLEAR = 1, -1, 0


def clauses(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each clause begins and ends, by its breaks and by "maar", "want" and the like."""
    start = 0
    for end in (*(i for i, word in enumerate(words) if word in _ENDS), len(words)):
        yield start, end
        start = end + 1


def polarity(words: Sequence[str], named: Collection[int]) -> dict[int, int]:
    """For each place in `words` where something is named: WANTED, UNWANTED or UNCLEAR."""
    signs: dict[int, int] = {}
    start = 0
    for end in (*_ends(words, named), len(words)):
        places = [i for i in sorted(named) if start <= i < end]
        if not places and _points_back(words[start:end]):
            signs = dict.fromkeys(signs, UNWANTED)
        signs |= _in_clause(words, start, end, places)
        start = end + 1 if end < len(words) and words[end] in _ENDS else end
    return signs


def _ends(words: Sequence[str], named: Collection[int]) -> list[int]:
    """Where a clause ends: at a break, or before "ik kan …" when something was named already."""
    return [
        i
        for i, word in enumerate(words)
        if word in _ENDS
        or (word == "alleen" and _turns(words, i))
        or (word in _INSTEAD and _refused_before(words, i))
        or (word == "en" and words[i + 1 : i + 2] and words[i + 1] in _TELLERS)
        or (word == "en" and words[i + 2 : i + 3] and i + 1 in named and words[i + 2] in _TELLS)
        or (
            word == "ik"
            and 0 < i < len(words) - 2
            and i - 1 in named
            and words[i + 1] not in _AFTER_IK
        )
    ]


def _refused_before(words: Sequence[str], place: int) -> bool:
    """ "dinsdag red ik niet, kan het …": after the no she asks for what can."""
    return words[place - 1] == "niet" and place > 1 and words[place - 2] in _BEFORE_POSTFIX


def _turns(words: Sequence[str], place: int) -> bool:
    """ "geen boetes, alleen huur": after the no begins what she does want."""
    return "geen" in words[:place] and not _NO & set(words[place:])


def _points_back(clause: Sequence[str]) -> bool:
    """ "…, dan niet", "bel maar niet": a no for what was named just before."""
    if clause == ["NO"]:
        return True
    if "niet" not in clause or len(clause) > 4:
        return False
    return bool({"dan", "die", "daar"} & set(clause)) or clause in (
        ["ik", "kan", "niet"],
        ["kan", "ik", "niet"],
        ["ik", "wil", "niet"],
        ["liever", "niet"],
    )


def _in_clause(words: Sequence[str], start: int, end: int, named: list[int]) -> dict[int, int]:
    marks = {
        i: UNWANTED if _refuses(words, start, i) else WANTED
        for i in range(start, end)
        if (_refuses(words, start, i) or words[i] in _YES) and i not in named
    }
    if words[end - 1] == "NO" and named and end - 1 > named[-1]:
        marks[end - 1] = UNWANTED  # "'s avonds werk ik dan kan ik niet"
    if marks:
        after = (i for i in range(min(marks) + 1, end) if words[i] in _AFTER_ALL)
        marks |= {i: WANTED for i in after if named and named[0] < i < named[-1]}
    if UNWANTED not in marks.values() or not named:
        return dict.fromkeys(named, WANTED)
    if _UNSURE & set(words[start:end]):
        return dict.fromkeys(named, UNCLEAR)
    if len(marks) == 1:
        return _one_mark(words, next(iter(marks)), named)
    return _more_marks(marks, named)


def _refuses(words: Sequence[str], start: int, place: int) -> bool:
    """A negation; "dan" only where something else is rather had: "liever appen dan bellen".

    "buiten" leaves out only of all: "alles buiten dinsdag".
    """
    if words[place] == "buiten":
        return bool({"alles", "allemaal", "alle", "elke", "iedereen"} & set(words[start:place]))
    if words[place] == "dan":
        return bool({"liever", "beter", "eerder", "fijner"} & set(words[start:place]))
    return words[place] in _NO


def _one_mark(words: Sequence[str], mark: int, named: list[int]) -> dict[int, int]:
    before, after = [i for i in named if i < mark], [i for i in named if i > mark]
    if not before or not after:
        behind = words[mark] in _BEHIND and not after
        behind = behind and not any(words[i] in _OF_A_VERB for i in before)
        return dict.fromkeys(named, WANTED if behind else UNWANTED)
    if words[mark] not in _BEHIND and words[mark - 1] in _BEFORE_POSTFIX:
        return dict.fromkeys(named, UNCLEAR)
    return dict.fromkeys(before, WANTED) | dict.fromkeys(after, UNWANTED)


def _more_marks(marks: dict[int, int], named: list[int]) -> dict[int, int]:
    """Marks stand before what they hold for, or after it; the first one shows which."""
    ahead = min(marks) < named[0]
    found = {}
    for place in named:
        near = [m for m in marks if (m < place if ahead else m > place)]
        found[place] = marks[max(near) if ahead else min(near)] if near else UNCLEAR
    return found
