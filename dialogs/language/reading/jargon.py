"""Office words and what to write instead: `jargon.txt` beside this, which coordinators may edit.

Frequency does not see these: "overleggen" is a common word and means *hand in* on a form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dialogs.language.reading.sentences import sentences, words

MOST_BETWEEN = 5  # words that may stand where a form has "..."
_ENDINGS = ("", "s", "'s", "en", "n", "e", "t", "te", "ten", "er", "ste", "d", "de", "den", "se")
_GAP = "..."


class JargonError(ValueError):
    """A line of the list that cannot be read; the message names the line."""


@dataclass(frozen=True, slots=True)
class Term:
    """One line of the list."""

    forms: tuple[str, ...]
    instead: str
    soft: bool  # a warning only
    beside: frozenset[str]  # counts only when one of these words is in the sentence
    line: int


@dataclass(frozen=True, slots=True)
class Found:
    """Jargon in a text: the words as they stand there, and the line of the list."""

    words: str
    term: Term


Pattern = tuple[tuple[str, ...], Term]  # the words after the first, and whose they are


def found(text: str) -> Iterator[Found]:
    """The jargon in this text, each term once; what is explained between brackets may stay."""
    seen: set[int] = set()
    for sentence in sentences(text):
        shown = words(sentence)
        lower = [word.lower() for word in shown]
        for at, word in enumerate(lower):
            for rest, term in _by_first_word().get(word, ()):
                end = _match(lower, at + 1, rest)
                if end and term.line not in seen and _holds(term, lower, sentence, shown[end - 1]):
                    seen.add(term.line)
                    yield Found(" ".join(shown[at:end]), term)


def _match(lower: Sequence[str], at: int, rest: tuple[str, ...]) -> int:
    """Where the form ends when its other words follow from here; 0 when they do not."""
    for place, wanted in enumerate(rest):
        if wanted == _GAP:
            last = min(at + MOST_BETWEEN, len(lower) - 1)
            ends = (_match(lower, start, rest[place + 1 :]) for start in range(at, last + 1))
            return next((end for end in ends if end), 0)
        if at >= len(lower) or lower[at] != wanted:
            return 0
        at += 1
    return at


def _holds(term: Term, lower: Sequence[str], sentence: str, last: str) -> bool:
    explained = f"{last} (" in sentence
    return not explained and (not term.beside or not term.beside.isdisjoint(lower))


@cache
def terms() -> tuple[Term, ...]:
    """Every line of the list. Raises JargonError."""
    text = (files("dialogs.language.reading") / "jargon.txt").read_text("utf-8")
    return tuple(read(text))


def read(text: str) -> Iterator[Term]:
    """The lines of a list in this form. Raises JargonError."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield _term(line, number)


def _term(line: str, number: int) -> Term:
    cells = [cell.strip() for cell in line.split("|")]
    if not 2 <= len(cells) <= 4:
        raise JargonError(f"regel {number}: schrijf 'vormen | schrijf liever'")
    cells += [""] * (4 - len(cells))
    if not cells[0] or not cells[1] or cells[2] not in ("", "let op"):
        raise JargonError(f"regel {number}: een deel ontbreekt, of de zwaarte is niet 'let op'")
    forms = tuple(form for part in cells[0].split(",") if (form := part.strip().lower()))
    beside = frozenset(word for part in cells[3].split(",") if (word := part.strip()))
    return Term(forms, cells[1], cells[2] == "let op", beside, number)


@cache
def _by_first_word() -> Mapping[str, tuple[Pattern, ...]]:
    """The forms by their first word, the longest first."""
    table: dict[str, list[Pattern]] = {}
    for term in terms():
        for form in term.forms:
            for first, *rest in _spelled(form):
                table.setdefault(first, []).append((tuple(rest), term))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()
    }


def _spelled(form: str) -> Iterator[list[str]]:
    """The form in words; with a * once for each ending."""
    endings = _ENDINGS if form.endswith("*") else ("",)
    for ending in endings:
        yield (form.removesuffix("*").strip() + ending).split()
