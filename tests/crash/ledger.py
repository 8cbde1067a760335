"""What one parent did and what the bot showed her of it: counted without the database."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

NOTE = ("everywhere", "note")


@dataclass(frozen=True, slots=True)
class Row:
    """An answer as it must lie in the database."""

    script: str
    step: str  # every note is `note`
    status: str
    labels: tuple[str, ...] = ()
    words: str = ""
    voices: int = 0


@dataclass(slots=True)
class Ledger:
    """Of one parent. `accepted` must be in the database, each as often as here."""

    keys: Counter[str] = field(default_factory=Counter)  # of the updates she caused
    typed: Counter[str] = field(default_factory=Counter)  # words that exist nowhere else
    accepted: Counter[Row] = field(default_factory=Counter)
    loose: set[str] = field(default_factory=set)  # typed, and not shown as taken
    voices: int = 0
    sent_in: int = 0  # summaries she saw handed over

    def judge(self, row: Row | None, *, taken: bool) -> None:
        """The bot's next message is there: note what became of what she gave."""
        if row is None:
            return
        if taken:
            self.accepted[row] += 1
        elif row.words:
            self.loose.add(row.words)
