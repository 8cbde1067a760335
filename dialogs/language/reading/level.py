"""How hard a Dutch text is to read: an estimate, with the words and sentences that make it so.

The figure follows LiNT (Utrecht University) in a light form: rare words, long sentences and many
content words a clause make a text harder. 0 is a nursery rhyme, 100 a by-law. It is an estimate,
never "this is B1". A text counts as *flagged* when its verdict is hard or a flag is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any, Literal

from dialogs.language.reading import jargon
from dialogs.language.reading.compounds import UNSEEN, worth
from dialogs.language.reading.sentences import filled, is_word, sentences, words
from dialogs.language.vocabulary import FINITE, FUNCTION

Verdict = Literal["simple", "middle", "hard"]
Grade = Literal["error", "warning"]

# Difficulty. Of 270 texts looked at while building, hard ones began at 43 (half above 60) and
# nearly all simple ones ended under 35.
MIDDLE_FROM = 35.0
HARD_FROM = 40.0
RARE_UNDER = 3.9  # Zipf value of a word that many readers do not know
LONG_SENTENCE = 12  # words; more is a warning
TOO_LONG_SENTENCE = 15  # words; more is an error
_SHORTEST = 2  # letters of a content word
_LONGEST_NAME = 9  # letters
AS_JARGON = 3.0  # Zipf value that jargon counts as, at most
_ABSTRACT = re.compile(r"(?:ing|tie|sie|heid|schap|ment|teit|eel|age|slag|st|te|ng)(?:en|s)?$")
_COUNTING = re.compile(
    r"\d[\d.:,/-]*|half|kwart|uur|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
    r"|\w+tien|\w*tig(?:ste)?"
)
_BETWEEN = frozenset(["tot", "en", "over", "voor", "of"])  # from one number to the next
_FEW = 6.0  # Zipf value of a text without content words: "Ja, dat kan."


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing that makes a text hard: which, why, and what to write instead."""

    code: str  # rare-word, jargon, long-sentence
    severity: Grade
    where: str  # the word or the sentence, as it stands
    reason: str  # Dutch
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """How hard a text is. `difficulty` 0–100, an estimate."""

    difficulty: float
    flags: tuple[Flag, ...]
    verdict: Verdict

    def plain(self) -> dict[str, Any]:
        """As JSON takes it."""
        flags = [asdict(flag) for flag in self.flags]
        return {"difficulty": self.difficulty, "flags": flags, "verdict": self.verdict}


def level(text: str) -> Level:
    """How hard this text is, for a text of any length. {Placeholders} count as a plain word."""
    pieces = [words(sentence) for sentence in sentences(filled(text))]
    content = [word for piece in pieces for word in _content(piece)]
    office = list(jargon.found(text))
    difficulty = round(_difficulty(pieces, content, _hard_words(office)), 1)
    flags = (*_long(pieces), *_jargon(office), *_rare(content, office))
    return Level(difficulty, flags, _verdict(difficulty, flags))


def _verdict(difficulty: float, flags: tuple[Flag, ...]) -> Verdict:
    if difficulty < MIDDLE_FROM:
        return "simple"
    # Shoes, coats and trousers in one sentence make it full, not hard: a cause must be there.
    cause = any(flag.code != "long-sentence" or flag.severity == "error" for flag in flags)
    return "hard" if difficulty >= HARD_FROM and cause else "middle"


def _hard_words(office: list[jargon.Found]) -> frozenset[str]:
    """Words that the list calls jargon without more ado, however common they look."""
    hard = (one.words.lower() for one in office if not one.term.soft)
    return frozenset(word for word in hard if " " not in word)


def _difficulty(pieces: list[list[str]], content: list[str], hard: frozenset[str]) -> float:
    lower = [word.lower() for piece in pieces for word in piece]
    if not lower:
        return 0.0
    values = [_reader_worth(word.lower(), hard) for word in content]
    frequency = sum(values) / len(values) if values else _FEW
    depth = min(max(0.55 * len(lower) / len(pieces) - 1, 0.0), 12.0)
    clauses = max(len(pieces), sum(word in FINITE for word in lower))
    density = len(content) / clauses
    return min(max(100 - (-4.3 + 17.3 * frequency - 1.62 * depth - 2.54 * density), 0.0), 100.0)


def _reader_worth(word: str, hard: frozenset[str]) -> float:
    return min(worth(word), AS_JARGON) if word in hard else worth(word)


def _content(piece: list[str]) -> Iterator[str]:
    """The words that say something: no function words, numbers or names."""
    for place, word in enumerate(piece):
        lower = word.lower()
        if lower in FUNCTION or len(word) < _SHORTEST or not is_word(word):
            continue
        after = piece[place + 1].lower() if place + 1 < len(piece) else ""
        if word[0].isupper() and (place or _looks_like_a_name(lower, after)):
            continue
        yield word


def _looks_like_a_name(lower: str, after: str) -> bool:
    """At the head of a sentence: a word that nothing knows, or a rare one that does something.

    "Fatima kan tolken" is about somebody; "Restitutie is mogelijk" has the ending of a thing.
    """
    if len(lower) > _LONGEST_NAME:
        return False
    value = worth(lower)
    somebody = after in FINITE and not _ABSTRACT.search(lower)
    return value <= UNSEEN or (somebody and value < RARE_UNDER)


def _long(pieces: list[list[str]]) -> Iterator[Flag]:
    for piece in pieces:
        if len(piece) > LONG_SENTENCE and (count := _length(piece)) > LONG_SENTENCE:
            grade: Grade = "error" if count > TOO_LONG_SENTENCE else "warning"
            reason = f"deze zin heeft {count} woorden; {LONG_SENTENCE} leest prettig"
            yield Flag("long-sentence", grade, " ".join(piece), reason, "maak er twee zinnen van")


def _length(piece: list[str]) -> int:
    """How many words are read: a time or a number is one, and so is a name of several words."""
    kinds = ["number" if _COUNTING.fullmatch(w.lower()) else "name" if i and w[0].isupper() else ""
             for i, w in enumerate(piece)]  # fmt: skip
    inner = sum(
        kinds[i] == "" and kinds[i - 1] == kinds[i + 1] == "number" and piece[i] in _BETWEEN
        for i in range(1, len(piece) - 1)
    )
    joined = sum(bool(a) and a == b for a, b in pairwise(kinds))
    return len(piece) - joined - 2 * inner


def _jargon(office: list[jargon.Found]) -> Iterator[Flag]:
    for one in office:
        grade: Grade = "warning" if one.term.soft else "error"
        reason = f"'{one.words}' is een woord van kantoor"
        yield Flag("jargon", grade, one.words, reason, f"schrijf liever: {one.term.instead}")


def _rare(content: list[str], office: list[jargon.Found]) -> Iterator[Flag]:
    told = {word.lower() for one in office for word in one.words.split()}
    for word in dict.fromkeys(word.lower() for word in content):
        if word not in told and worth(word) < RARE_UNDER:
            reason = f"'{word}' kennen veel lezers niet"
            yield Flag("rare-word", "warning", word, reason, "kies een gewoner woord")
