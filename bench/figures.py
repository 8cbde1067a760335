"""The figures of a run and the table they are shown in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `value` is what the target is about, often a ratio."""

    name: str
    value: float
    target: float | None = None  # None: shown for what it is
    at_least: bool = False  # the target is a floor, not a ceiling
    goal: float | None = None  # what we would like to reach one day
    detail: str = ""  # what the value was made of

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None without a target."""
        return None if self.target is None else self._reaches(self.target)

    @property
    def verdict(self) -> str:
        """In one word."""
        if self.met is None:
            return ""
        if self.met and self.goal is not None:
            return "goal" if self._reaches(self.goal) else "met"
        return "met" if self.met else "NOT MET"

    def _reaches(self, bound: float) -> bool:
        return self.value >= bound if self.at_least else self.value <= bound

    @property
    def aim(self) -> str:
        """The target in signs."""
        if self.target is None:
            return ""
        sign = "≥" if self.at_least else "≤"
        goal = "" if self.goal is None else f" (goal {self.goal:g})"
        return f"{sign} {self.target:g}{goal}"


HEAD = ("figure", "value", "target", "", "what it was made of")


def table(figures: Sequence[Figure]) -> str:
    """The figures in columns."""
    return columns(
        [HEAD, *((f.name, f"{f.value:.3g}", f.aim, f.verdict, f.detail) for f in figures)]
    )


def columns(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells under their heads, the first row."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of them lies; 0.0 of nothing."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
