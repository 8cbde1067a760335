"""What a danger file may contain. Unknown keys are refused; every error names file, line, field."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from dialogs.authoring.source import Strict
from dialogs.language.safety import Tier

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
Lines = Annotated[str, StringConstraints(min_length=2, max_length=40_000)]
Category = Literal[
    "suicide", "medical", "violence_now", "child_danger", "coercion", "threat_to_others",
    "minor_user", "roof", "basics", "mind",
]  # fmt: skip
Nuance = Literal[
    "fillers", "negation", "after_not", "links", "tail", "subjects", "past", "present",
    "stories", "suppose", "laughter", "raising", "common", "little",
    "years", "long_ago", "ended", "again", "objects",
]  # fmt: skip


class RuleRow(Strict):
    """One kind of sentence that means danger, with its examples."""

    id: Id
    tier: Tier
    least: Tier = Tier.NOTE
    raises: bool = False
    why: Annotated[str, StringConstraints(min_length=3, max_length=600)]
    patterns: Lines
    behalve: str = ""
    hoort: Lines
    hoort_niet: str = ""


class ExclusionRow(Strict):
    """Turns of phrase that are no danger."""

    id: Id
    patterns: Lines
    hoort_niet: Lines


class SafetyFile(Strict):
    """One file: word lists, nuances, exclusions, or the rules of one category."""

    category: Category | None = None
    spelling: dict[Id, Lines] = Field(default_factory=dict)
    words: dict[Id, Lines] = Field(default_factory=dict)
    nuances: dict[Nuance, Lines] = Field(default_factory=dict)
    exclusions: tuple[ExclusionRow, ...] = ()
    rules: tuple[RuleRow, ...] = ()
