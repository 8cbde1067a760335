"""Which words mean the same thing, by the groups of the thesaurus."""

from __future__ import annotations

from dialogs.language.choices.thesaurus import SAME_WORDS


def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in SAME_WORDS.split("\n"):
        words = line.split()
        for word in words:
            found.setdefault(word, set()).update(words)
    return {word: frozenset(same) for word, same in found.items()}


GROUPS = _groups()
"""Each word that has others of the same meaning, with all of them."""
