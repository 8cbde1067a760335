"""A text that a parent reads, with its place, and what its rules need to know of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dialogs.authoring.issue import Issue, Severity
from dialogs.language.reading import sentences as reader

MOST_WORDS = 45  # in a message
MOST_WORDS_CRISIS = 50  # in a message of a crisis step: the numbers take room
# What facts bring, as long as it reads: a sentence of its own each time, or a few words.
_SENTENCES = {
    "lees_zin": "Het wijkteam is nu dicht en leest dit op maandag om 08:30 uur.",
    "open_zin": "Er is weer iemand op maandag om 08:30 uur.",
    "plaats_zin": "Het is bij het wijkteam, Voorbeeldplein 1.",
    "als_niet_zin": "Lukt het toch niet? Dan kiezen we een andere dag.",
    "vorige_zin": "Je afspraak van dinsdag gaat dan niet door.",
    "hoe_zin": "Waar het is, lees je als je kiest.",
    "kind_zin": "Het gaat om je kind van 2 of 3 jaar.",
    "belofte": "Je hoort van ons vóór woensdag om 12:00 uur.",
    "wanneer_zin": "Je hoort van ons vóór woensdag om 12:00 uur.",
    "afspraak_zin": "",
    "mensen_zin": "Wat het wijkteam al weet, blijft soms. De wet kan dat vragen.",
    "bron_zin": "Staat er een rekening open? Dan kan een bedrijf dat doorgeven aan de gemeente. "
    "Het gaat om huur, energie, water of de zorgverzekering. Dat staat in de wet. "
    "Een mens van het wijkteam kan vertellen welk bedrijf het was.",
    "lezers": "Sanne van het wijkteam, op maandag 8 juni.",
    "zin_over_controle": "",
    "zin_over_bewaren": "",
}
_WORDS = {
    "dag": "dinsdag 9 juni", "dag_relatief": "Morgen, dinsdag 9 juni", "pause": "Morgen om 09:00",
    "team": "het wijkteam", "Team": "Het wijkteam", "dienst": "de Sociale Dienst",
    "Dienst": "De Sociale Dienst", "hoi": "Hoi Samira", "duur": "10 minuten",
    "wistermijn": "7 dagen", "maanden_samen": "3 maanden",
}  # fmt: skip
_FACT = re.compile(r"{(\w+)}")
_SENTENCE = re.compile("{(" + "|".join(_SENTENCES) + ")}")


class Role(StrEnum):
    """What a text is for: other rules hold for a button than for a message."""

    MESSAGE = "message"
    BUTTON = "button"
    LABEL = "label"  # the name of a question or a place on a page
    EXAMPLE = "example"  # what a parent could type, in her words


@dataclass(frozen=True, slots=True)
class Said:
    """One text as it stands in a file."""

    file: str
    line: int
    field: str  # "steps[welcome].text", or the context in a catalogue
    text: str
    role: Role = Role.MESSAGE
    form: str = "je"  # je or u; "both" for the one question that names both
    crisis: bool = False
    promised: bool = False  # the municipality promised it in writing
    asks: bool = False  # the step wants an answer

    @property
    def own(self) -> str:
        """The words that are written here, without the sentences that a fact brings."""
        return _SENTENCE.sub("", self.text)

    @property
    def full(self) -> str:
        """About as long as a parent sees it."""
        return _FACT.sub(_as_read, self.text)

    @property
    def most_words(self) -> int:
        """How long this message may be."""
        return MOST_WORDS_CRISIS if self.crisis else MOST_WORDS

    def error(self, code: str, reason: str, suggestion: str = "") -> Issue:
        """A finding that blocks publishing."""
        return self._issue(Severity.ERROR, code, reason, suggestion)

    def warning(self, code: str, reason: str, suggestion: str = "") -> Issue:
        """A finding that does not."""
        return self._issue(Severity.WARNING, code, reason, suggestion)

    def tip(self, code: str, reason: str, suggestion: str = "") -> Issue:
        """Something to look at when there is time."""
        return self._issue(Severity.INFO, code, reason, suggestion)

    def _issue(self, severity: Severity, code: str, reason: str, suggestion: str) -> Issue:
        return Issue(self.file, self.line, self.field, reason, code, severity, suggestion)


def _as_read(fact: re.Match[str]) -> str:
    return _SENTENCES.get(fact[1], _WORDS.get(fact[1], fact[0]))


@cache  # each rule asks again; only texts that we wrote come here, never hers
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text."""
    return reader.sentences(text)
