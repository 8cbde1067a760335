"""What the page tells: every limit, word and pair as the checker itself has it; nothing is copied.

The examples are ours. Their findings are asked of the checker while the page is made, so that an
example which it no longer minds shows so (and a test fails).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.desk.acting import hints
from bot.desk.acting.hints import Hint

LONGEST = 600  # characters to try; more is another kind of text


@dataclass(frozen=True, slots=True)
class Example:
    """One thing said twice, and why the first is hard."""

    before: str
    after: str
    why: Sequence[Hint]


_EXAMPLES = (
    (
        "U dient het aanvraagformulier uiterlijk vrijdag in te leveren.",
        "Wilt u het papier met uw vragen brengen? Dat kan tot vrijdag 12 juni.",
    ),
    ("U bent niet verschenen op uw afspraak.", "We hebben elkaar gemist. Welke dag past u wel?"),
    ("Waarom heb je niet gebeld?", "Bellen lukte nog niet. Zal ik jou bellen?"),
    (
        "Je moet je papieren niet vergeten.",
        "Neem je papieren mee als dat lukt. Anders kijken we samen.",
    ),
    (
        "Indien je in aanmerking komt, volgt een beschikking.",
        "Past dit bij jou? Dan krijg je een brief.",
    ),
    ("Wij regelen dit voor je.", "Ik vraag het na. Je hoort het dinsdag 9 juni van mij."),
)


@cache
def examples() -> tuple[Example, ...]:
    """Sentences before and after, with what the checker says of the first."""
    return tuple(
        Example(before, after, hints.of(before, _form(before))) for before, after in _EXAMPLES
    )


def tried(text: str) -> list[Hint]:
    """What the checker finds in a sentence that somebody tries. It is kept nowhere."""
    return hints.of(text[:LONGEST], _form(text))


def _form(text: str) -> str:
    from dialogs.authoring.lint import tone  # it loads the engine's word lists

    return "u" if tone.U.search(text) and not tone.JE.search(text) else "je"


def limits() -> list[tuple[str, int]]:
    """How long and how many, in words that a colleague uses."""
    from dialogs.authoring.lint import said, spelling, structure
    from dialogs.language.reading.level import LONG_SENTENCE, TOO_LONG_SENTENCE

    return [
        ("woorden in een zin lezen prettig", LONG_SENTENCE),
        ("woorden in een zin is het meeste", TOO_LONG_SENTENCE),
        ("woorden in een bericht is het meeste", said.MOST_WORDS),
        ("woorden bij gevaar, want de nummers staan er ook in", said.MOST_WORDS_CRISIS),
        ("tekens op een knop is het meeste", spelling.LONGEST_BUTTON),
        ("knoppen bij een vraag is het meeste", structure.MOST_BUTTONS),
        ("vakjes om aan te kruisen is het meeste", structure.MOST_BOXES),
    ]


def blame() -> list[tuple[str, str]]:
    """Words that can feel like blame, and what to write instead."""
    from dialogs.authoring.lint import tone

    return [(one.words, one.instead) for one in tone.BLAME]


@cache
def pairs() -> tuple[tuple[str, str], ...]:
    """Office words and what to write instead, by the alphabet."""
    from dialogs.language.reading import jargon

    return tuple(sorted((one.forms[0].rstrip("*"), one.instead) for one in jargon.terms()))
