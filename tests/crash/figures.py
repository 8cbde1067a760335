"""What a run came to, in figures; and the comparison of whole multisets behind them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(slots=True)
class Figures:
    """All is well when `problems` is empty. Times in seconds."""

    name: str
    kills: int = 0
    killed_starting: int = 0
    seconds: float = 0.0
    start: float = 0.0  # median, from the word to listening
    calm: float = 0.0  # after the last start, until all was answered and done
    longest: float = 0.0  # that a parent waited, kills included
    parents: int = 0
    finished: int = 0
    browsers: int = 0  # parents in the web chat
    web_answers: int = 0  # of `answers`
    pressed_again: int = 0  # forms sent once more after the line broke
    updates: int = 0
    answers: int = 0  # that the bot showed as accepted
    loose: int = 0  # typed words that it did not take, such as those after a reminder
    forgotten: int = 0  # presses that Telegram itself dropped, after 150 s without us
    lost: int = 0
    doubled: int = 0
    unanswered: int = 0
    overtaken: int = 0  # messages that came after a later one of the same chat
    sends: int = 0
    repeats: int = 0
    may_repeat: int = 0  # replies in flight at a kill, and those whose answer was cut off
    reminders: int = 0
    reminded: int = 0
    unsure: int = 0
    reminders_doubled: int = 0
    reminders_missed: int = 0
    problems: list[str] = field(default_factory=list)

    def line(self) -> str:
        """The figures in one line."""
        shown = [f.name for f in fields(self) if f.name not in ("name", "problems")]
        pairs = ((name, getattr(self, name)) for name in shown)
        parts = (f"{k}={v:.1f}" if isinstance(v, float) else f"{k}={v}" for k, v in pairs)
        return f"{self.name}: " + " ".join(parts)

    def wrong(self, what: str, *about: object) -> None:
        """Note a problem; ids and made-up words only."""
        self.problems.append(" ".join([what, *map(str, about)]))

    def compare(self, what: str, wanted: Counter[Any], found: Counter[Any]) -> None:
        """What is missing is lost, what is too much is doubled."""
        for one, count in (wanted - found).items():
            self.lost += count
            self.wrong(f"lost {what}:", one, f"(wanted {wanted[one]}, found {found[one]})")
        for one, count in (found - wanted).items():
            self.doubled += count
            self.wrong(f"doubled {what}:", one, f"(wanted {wanted[one]}, found {found[one]})")
