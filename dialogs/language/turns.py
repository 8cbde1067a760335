"""She corrects herself within one message: "2 nee 3", "niet 80 maar 90", "3 ipv 2"."""

from __future__ import annotations

import re

_MARKER = re.compile(
    r"(?<![a-z])(?:o+h? ?,? nee+|neen?|sorry|srry|sry|correctie|(?:ik )?bedoel(?:de)?|pardon|oeps|"
    r"wacht|eh nee|of nee|beter gezegd|moet zijn)\b[\s,.:!]*"
)
_BUT = re.compile(r"\b(?:niet|geen)\s+[^,.]{1,30}?,?\s*maar\s+")
_INSTEAD = re.compile(r"\b(?:i\.?p\.?v\.?|in plaats van|inplaats van)\s+.*$")
_NUMBERED = re.compile(r"\d|\b(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)|[a-z]tig\b")
_MEANS_SOMETHING = re.compile(
    r"\d|\b(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|geen|nul|niks|niets)\b|"
    r"\w(?:tig|tien|honderd|duizend)\b"
)


def corrected(said: str) -> str:
    """What a folded text comes down to after her own corrections; else the text itself."""
    said = _INSTEAD.sub("", said) if _before(_INSTEAD, said) else said
    if (found := _BUT.search(said)) and _MEANS_SOMETHING.search(said, found.end()):
        return said[found.end() :]
    markers = list(_MARKER.finditer(said))
    if not markers:
        return said
    last = markers[-1]
    after = said[last.end() :]
    return after if _MEANS_SOMETHING.search(after) else said[: last.start()] + " " + after


def _before(pattern: re.Pattern[str], said: str) -> bool:
    """Whether a number stands before the match: only then does it replace anything."""
    found = pattern.search(said)
    return found is not None and _NUMBERED.search(said, 0, found.start()) is not None
