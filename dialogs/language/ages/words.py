"""An answer about ages as a row of words that matter: numbers, units, how many children, nearly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein

from dialogs.language.frequency import zipf
from dialogs.language.numbers.people import GENERAL, multiple_birth, person, plural
from dialogs.language.numbers.quantities import Token, tokens
from dialogs.language.wordlist import listed

Kind = Literal["number", "unit", "count", "nearly", "link", "word"]
_YEARS = "jaar jr j y jaartje jaartjes jaren jarig jarige jarigen jar jaaar jaara jara jarr jaa jer"
_MONTHS = """
maand maanden mnd mnden mnde md m mn maandje maandjes mndje mndjes mndtjes
manden maanen maande mnt maandn maaden maadnen
maandne mdn mns maands
"""
_WEEKS = "week weken wk wkn w wkjes weekjes weekje wekne wekn weeken weke wken"
UNITS = {
    word: unit
    for unit, listed in (("year", _YEARS), ("month", _MONTHS), ("week", _WEEKS))
    for word in listed.split()
}
_NEARLY = frozenset(listed("bijna bijnaa bina word wordt worden straks haast"))
_LINKS = frozenset({"en", ",", "&", "+", "/", "-", ";", "plus", "."})
_SMALL = frozenset(listed("baby babytje babys peuter kleuter dreumes puber tiener pasgeboren"))
_ALL_OF = {"allebei": 2, "beide": 2, "beiden": 2, "alletwee": 2, "alledrie": 3}
_SAID = {"year": "jaar", "month": "maanden", "week": "weken"}
_AGED = re.compile(r".{4,}(?:ig|ige|igen|rge|gie)$")  # "vierjaeige": an age that cannot be read
ALL = "all"  # "allebei 4": as many as were counted before
_PARTS = {"half": 0.5, "halve": 0.5, "halfjaar": 0.5, "driekwart": 0.75}
_BEFORE_UNIT = (*_PARTS, "een", "-")
_REFUSED = frozenset(
    listed("""
groep klas leerjaar tussen tot tm vanaf onder boven over of minder meer ouder jonger paar rond
geboren geb dagen dag sinds geleden om uur maat keer school brugklas min havo vmbo vwo mbo
weet idee x
""")
)
_NEAR = 3
_ENDS = frozenset(listed("een de mijn mn dan ons"))  # behind them somebody else begins
_NO_UNIT = frozenset(listed("en maar naar waar haar daar paar klaar x e"))


@dataclass(frozen=True, slots=True)
class Word:
    """One word that matters. `value`: of a number; `count`: of children, `birth` when born as one;
    `general`: "3 kinderen", which may stand for what follows."""

    kind: Kind
    text: str
    value: float = 0
    count: int = 0
    birth: bool = False
    general: bool = False
    births: int = 1  # "2 tweelingen": so many pairs


def canonical(said: str) -> str:
    """A folded text with its numbers as digits: "tweeling van twee" → "tweeling van 2"."""
    if _INITIALS.match(said):
        said = _INITIAL.sub(" ", said)
    for pattern, clearer in _CLEARER:
        said = pattern.sub(clearer, said)
    pieces = [_shown(token) for token in tokens(said, joined=False)]
    for place, (before, piece) in enumerate(pairwise(pieces), 1):
        if before[0].isdecimal() and not piece.startswith("jari"):
            unit = UNITS.get(piece) or _mistyped(piece)
            pieces[place] = _SAID[unit] if unit else piece
    return " ".join(pieces)


_INITIALS = re.compile(r"\s*[jmzd]\W*\d")  # "J 6 M 8": a boy and a girl, no months
_INITIAL = re.compile(r"\b[jmzd]\W*(?=\d)")
_CLEARER = (
    (re.compile(r"[^\x00-\x7f]+"), " "),  # what is left of emoji
    (re.compile(r"\b(\w+) jaar en (?:een )?half\b"), r"\1 en een half jaar"),
    (re.compile(r"(\d|[a-z]{3})\s?-?\s?(jarigen?|jarige)\b"), r"\1 \2"),
    (re.compile(r"\bt ?/ ?m\b"), "tm"),
)


def _shown(token: Token) -> str:
    if token.text.startswith("een") and token.value == 1:
        return "een"
    if token.value is None or not token.spelled:
        return token.text
    return f"{token.value:g}"


def words(said: str) -> list[Word] | None:
    """The words of a canonical text; None when one of them makes the ages unclear."""
    pieces = [piece for word in said.split() for piece in _pieces(word)]
    if any(piece in _REFUSED for piece in pieces) or _range(pieces) or _or(pieces):
        return None
    if _denied(pieces) or _lost(pieces):
        return None
    if _only_numbers(pieces):
        pieces = ["1" if piece == "een" else piece for piece in pieces]
    found: list[Word] = []
    place = 0
    while place < len(pieces):
        taken, word = _word(pieces, place)
        if word is None:
            return None
        found.append(word)
        place += taken
    return _count_first(found)


def _pieces(word: str) -> Iterator[str]:
    """ "3,5,9" is a list; "2,5" stays one number; "3,7" and "2,10" are lists again."""
    parts = re.split("[,.]", word) if word[0].isdecimal() else [word]
    if (
        len(parts) == 1
        or (len(parts) == 2 and parts[1] in ("5", "25", "75") and len(parts[0]) < 3)
        or (len(parts) == 2 and "." in word)
    ):
        yield word
    else:
        for number in parts:
            yield from (number, ",")


def _denied(pieces: Sequence[str]) -> bool:
    """ "6 en 8, niet 7": which one is not meant?"""
    return any(a in ("niet", "nie") and b[0].isdecimal() for a, b in pairwise(pieces))


def _lost(pieces: Sequence[str]) -> bool:
    """Whether the list ends in a word that nobody knows where an age should stand."""
    ends = len(pieces) > 2 and pieces[-2] in _LINKS and pieces[-3][0].isdecimal()
    last = pieces[-1] if ends else ""
    return len(last) > 3 and last.isalpha() and not zipf(last) and not person(last)


def _only_numbers(pieces: Sequence[str]) -> bool:
    """Whether it is a bare list, in which "een" is an age: "een, twee en vier"."""
    bare = all(p == "een" or p[0].isdecimal() or p in _LINKS for p in pieces)
    return bare and _numbered(pieces)


def _range(pieces: Sequence[str]) -> bool:
    """Exactly two numbers with only a stroke between them: "3-5", "4/5"."""
    numbers = [piece for piece in pieces if piece[0].isdecimal()]
    strokes = [piece for piece in pieces if piece in ("-", "/", "a")]
    return bool(strokes) and len(numbers) == 2 and len(strokes) == 1 and _between(pieces)


def _or(pieces: Sequence[str]) -> bool:
    """Two numbers and nothing but a short word between them: "4 od 5"."""
    bare = len(pieces) == 3 and pieces[0][0].isdecimal() and pieces[2][0].isdecimal()
    return (
        bare
        and pieces[1].isalpha()
        and len(pieces[1]) < 4
        and pieces[1] not in ("en", "van", *UNITS)
    )


def _between(pieces: Sequence[str]) -> bool:
    triples = zip(pieces, pieces[1:], pieces[2:], strict=False)
    return any(a[0].isdecimal() and b in "-/a" and c[0].isdecimal() for a, b, c in triples)


def _word(pieces: Sequence[str], place: int) -> tuple[int, Word | None]:
    """The word at this place and how many pieces it takes; None when it cannot be read."""
    piece, rest = pieces[place], pieces[place + 1 :]
    before = pieces[place - 1] if place else ""
    if piece == "een" or piece[0].isdecimal():
        return _number(piece, before, rest)
    if piece in ("net", "nog") and rest[:1] == ["geen"]:
        return 2, Word("nearly", "bijna")
    if piece in _PARTS:  # "5 eb een half": half of what?
        lost = not rest and any(p[0].isdecimal() for p in pieces[:place])
        return 1, None if lost else Word("number", piece, _PARTS[piece])
    if piece in _ALL_OF or (
        piece in ("alle", "alledrie", "alletwee") and rest[:1] in (["2"], ["3"])
    ):
        return (
            (1, Word("count", ALL, count=_ALL_OF[piece]))
            if piece in _ALL_OF
            else (2, Word("count", ALL, count=int(rest[0])))
        )
    if many := multiple_birth(piece):
        return 1, Word("count", piece, count=many, birth=True)
    return 1, _plain(piece, pieces[max(0, place - 3) : place], rest)


def _plain(piece: str, earlier: Sequence[str], rest: Sequence[str]) -> Word | None:
    """A unit, a link, a child, or a word that says nothing; None when it spoils the answer."""
    before = earlier[-1] if earlier else ""
    if piece in UNITS and (len(piece) > 2 or before[:1].isdecimal() or before in _BEFORE_UNIT):
        return Word("unit", UNITS[piece])
    if before[:1].isdecimal() and (unit := _mistyped(piece)) is not None:
        return Word("unit", unit) if unit else None
    if piece in _NEARLY:
        return Word("nearly", piece)
    if piece in _LINKS:
        return Word("link", piece)
    if _AGED.match(piece) and not zipf(piece):
        return None
    return _child(piece, earlier, rest)


def _child(piece: str, earlier: Sequence[str], rest: Sequence[str]) -> Word | None:
    """A child without a count before it; a baby whose age is not told makes all unclear."""
    who = person(piece)
    aged = any(p[0].isdecimal() or p in _PARTS or p == "een" for p in _clause(rest))
    told = any(p[0].isdecimal() or p in UNITS for p in earlier) and "een" not in earlier
    if who and who != GENERAL and aged:
        return Word("count", piece, count=1)
    if piece in _SMALL:  # "3 jr en 10 mnd oude baby"
        return Word("word", "small") if aged or told else None
    return Word("word", "several" if who == GENERAL else piece)


def _mistyped(piece: str) -> str | None:
    """The unit that this word behind a number must be; "" when it is unclear, None when no unit."""
    if not piece.isalpha() or person(piece) or piece in _LINKS | _NO_UNIT:
        return None
    near = {
        UNITS[name]
        for name in ("jaar", "maand", "maanden", "mnden", "week", "weken")
        if DamerauLevenshtein.distance(name, piece, score_cutoff=1) <= 1
    }
    if len(near) == 1:
        return near.pop()
    return None if re.search("[aeiouy]", piece) else ""


def _clause(rest: Sequence[str]) -> Sequence[str]:
    """The next few words, up to a comma or another child."""
    for place, piece in enumerate(rest[: _NEAR + 1]):
        if piece in (",", "en") or person(piece):
            return rest[:place]
    return rest[: _NEAR + 1]


def _number(piece: str, before: str, rest: Sequence[str]) -> tuple[int, Word | None]:
    """A number is an age, or counts the children behind it ("2 jongens", "een van")."""
    value = 1.0 if piece == "een" else _value(piece)
    if value is None:
        return 1, None
    if value > 1 and rest and person(rest[0]) and not plural(rest[0]):  # "zoon 4 dochter 7"
        return 1, Word("number", piece, value) if person(before) else None
    if _label(before, rest):
        return 1, Word("word", piece)
    if piece != "een" and (before == "er" or rest[:1] == [":"]) and _numbered(rest):
        return 1, Word("count", piece, count=int(value), general=True)
    if counted := _counted(piece, rest):
        taken, birth, general = counted
        many = multiple_birth(rest[taken - 2]) if birth else 1
        births = int(value) if birth else 1
        return taken, Word("count", piece, 0, int(value) * many, birth, general, births)
    if piece != "een":
        return 1, Word("number", piece, value)
    return _one(before, rest)


def _one(before: str, rest: Sequence[str]) -> tuple[int, Word | None]:
    """ "een" as an age ("een jaar", "van een"), as part of a half, or as an article."""
    if rest[:1] and rest[0] in _PARTS:
        lost = rest[1:2] == [] and before != "" and before not in _LINKS
        return 2, None if lost else Word("number", rest[0], _PARTS[rest[0]])
    unit = bool(rest) and rest[0] in UNITS
    ends = before in ("van", "is", "al", "net", "pas", ",") and (not rest or rest[0] in _LINKS)
    return 1, Word("number", "een", 1.0) if unit or ends else Word("word", "een")


def _label(before: str, rest: Sequence[str]) -> bool:
    """ "kind 1 is 4": the 1 only says which child."""
    if not rest or rest[0] in UNITS:
        return False
    if rest[0] in ("is", "=", ":", "wordt"):
        return bool(person(before))
    return before == "kind" and rest[0] not in _LINKS


def _numbered(rest: Sequence[str]) -> bool:
    return any(piece[0].isdecimal() for piece in rest)


def _value(piece: str) -> float | None:
    try:
        value = float(piece.replace(",", "."))
    except ValueError:
        return None
    return value


def _counted(piece: str, rest: Sequence[str]) -> tuple[int, bool, bool] | None:
    """Pieces taken, born as one, general; None when the number counts no children."""
    if len(rest) > 1 and (rest[0] == "van" or (piece in ("een", "1") and rest[0] == "is")):
        return 2, False, False
    if rest[1:2] in (["jarigen"], ["jarige"]) and rest[0].isdecimal() and piece != "een":
        return 1, False, False  # "twee 4-jarigen"
    for place, word in enumerate(rest[:_NEAR]):
        if word in _ENDS or word in _LINKS or word in UNITS or word[0].isdecimal():
            return None
        if multiple_birth(word) or word == "stuks":
            return place + 2, word != "stuks", word == "stuks"
        if who := person(word):
            fits = piece in ("een", "1") or plural(word)
            return (place + 2, False, who == GENERAL) if fits else None
    return None


def _count_first(found: list[Word]) -> list[Word]:
    """ "4-jarige tweeling" as "tweeling 4"."""
    for place in range(len(found) - 2):
        number, unit, count = found[place : place + 3]
        kinds = (number.kind, unit.kind, count.kind)
        more = any(word.kind == "number" for word in found[place + 3 : place + 5])
        if kinds == ("number", "unit", "count") and not more:
            found[place : place + 3] = [count, number, unit]
    return found
