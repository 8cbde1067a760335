"""What the danger matcher says: how urgent, what about, and which rule said so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tier(StrEnum):
    """now: stop the script, numbers first; check: one question; note: a flag for the tandem."""

    NOW = "now"
    CHECK = "check"
    NOTE = "note"

    @property
    def height(self) -> int:
        """3 for now, 2 for check, 1 for note."""
        return _HEIGHTS[self]


_HEIGHTS = {Tier.NOW: 3, Tier.CHECK: 2, Tier.NOTE: 1}

CATEGORIES = (
    "suicide", "medical", "violence_now", "child_danger", "coercion", "threat_to_others",
    "minor_user", "roof", "basics", "mind",
)  # fmt: skip
"""All categories; where two signals are equally urgent, the one that stands first wins."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal of danger. It holds no word of what was typed, so it may be logged."""

    tier: Tier
    category: str  # one of CATEGORIES
    rule: str  # id of the rule, unique over all files

    @property
    def rank(self) -> tuple[int, int]:
        """Sorts the weightiest signal last."""
        return self.tier.height, -CATEGORIES.index(self.category)
