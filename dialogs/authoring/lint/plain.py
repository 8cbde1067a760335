"""Rules about easy reading: sentences, messages, words, difficulty."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.authoring.issue import Issue
from dialogs.authoring.lint.said import Role, Said, sentences
from dialogs.language.reading import Level, level
from dialogs.language.reading.sentences import words

FEWEST = 4  # words: under that a text has no level
_SHOWN = 40  # characters of a sentence in a finding


def length(said: Said) -> Iterator[Issue]:
    """A message that takes more than a small working memory."""
    count = sum(len(words(sentence)) for sentence in sentences(said.full))
    if said.role is Role.MESSAGE and count > said.most_words:
        reason = f"dit bericht heeft {count} woorden; {said.most_words} is het meest"
        yield said.error("long-message", reason, "kort het in, of maak er twee stappen van")


def reading(said: Said) -> Iterator[Issue]:
    """Long sentences, office words, rare words, and the level of the whole."""
    if said.role is Role.EXAMPLE:
        return
    found = level(said.own)
    for flag in found.flags:
        if flag.code == "long-sentence" and said.role is not Role.MESSAGE:
            continue
        make = said.error if flag.severity == "error" else said.warning
        shown = f"{flag.reason}: “{_start(flag.where)}”" if " " in flag.where else flag.reason
        yield make(flag.code, shown, flag.suggestion)
    if said.role is Role.MESSAGE and len(words(said.own)) >= FEWEST:
        yield from _level(said, found)


def _level(said: Said, found: Level) -> Iterator[Issue]:
    reason = f"naar schatting {found.difficulty:.0f} van 100 moeilijk"
    if found.verdict == "hard":
        yield said.error("hard-text", reason, "neem gewonere woorden en kortere zinnen")
    elif found.verdict == "middle":
        yield said.tip("middling-text", reason, "kan het met gewonere woorden?")


def _start(sentence: str) -> str:
    return sentence if len(sentence) <= _SHOWN else sentence[:_SHOWN].rsplit(" ", 1)[0] + " …"
