"""Plain-language hints for what a colleague types to a parent. They advise; nothing is blocked."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.authoring.lint.said import MOST_WORDS, Role, Said, sentences

MOST_HINTS = 6  # more than that helps nobody


@dataclass(frozen=True, slots=True)
class Hint:
    """What may be hard for her to read, and what to write instead ("" when that speaks)."""

    reason: str
    instead: str


def of(text: str, form: str) -> list[Hint]:
    """The checker's findings about these words, in the form of address that she has.

    Takes some milliseconds, the first time a second: call it in a thread.
    """
    from dialogs.authoring.lint.check import findings  # its word lists take a while to load

    try:
        found = findings([Said("", 0, "", text, Role.MESSAGE, form)])
    finally:
        sentences.cache_clear()  # it remembers texts for ever, and this one is about a family
    hints = dict.fromkeys(Hint(issue.message, issue.suggestion) for issue in found)
    return list(hints)[:MOST_HINTS]


__all__ = ["MOST_WORDS", "Hint", "of"]
