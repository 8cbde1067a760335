"""What a parent can know of a message: which question it puts, and what it says of her answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from dialogs.flow import is_question
from dialogs.library import EVERYWHERE, Library
from dialogs.model import Kind, Script, Step
from dialogs.whose import STEP as WHOSE
from tests.fakes.telegram import buttons

# The bot did not take what she gave: these lines stand before the question.
REFUSALS = (
    "stale", "unclear", "unclear_kept", "pick_one", "pick_most", "only_words", "not_skippable",
)  # fmt: skip
REMINDER = ("appointment", "day_before")  # the only reminder that the harness plans
PICKED = "✓ "
BEYOND = ":c.more"  # leads to the flows after the intake: the harness leaves them alone


@dataclass(frozen=True, slots=True)
class Question:
    """A step whose answer is kept, and under which name it is kept."""

    script: str
    step: str
    kind: Kind

    @property
    def place(self) -> tuple[str, str]:
        """Script and step."""
        return self.script, self.step


class Book:
    """The questions of all shipped scripts, found again by their words."""

    def __init__(self, library: Library) -> None:
        self._known = [
            (_pattern(text), _question(script, step))
            for script in library
            for step in script.steps
            for text in filter(_telling, (step.text, step.repeat))
            if is_question(step) and (script.id != EVERYWHERE or step.label or step.stands_for)
        ]
        assert len(self._known) > 20, "the book is empty"
        self._reminder = _pattern(library.script(REMINDER[0]).step(REMINDER[1]).text)
        self._refusals = [library.line(name).msgid for name in REFUSALS]
        self._whose = _pattern(library.script(EVERYWHERE).step(WHOSE).text)
        self.words = library.line

    def question(self, text: str) -> Question | None:
        """The question in this message whose answer will be kept; None when it asks none."""
        parts = text.split("\n\n")
        for pattern, question in self._known:
            if any(pattern.fullmatch(part) for part in parts):
                return question
        return None

    def refused(self, text: str) -> bool:
        """Whether this message says that what she gave was not taken as an answer, or not yet.

        Not yet: a reminder came between, seen or not, and she is asked what her words were for.
        """
        waits = any(self._whose.fullmatch(part) for part in text.split("\n\n"))
        return waits or any(line in text for line in self._refusals)

    def reminder(self, text: str) -> str:
        """The day and time of the planned reminder in this message; "" if there is none."""
        parts = (part for part in text.split("\n\n") if self._reminder.fullmatch(part))
        return next((part.partition(". ")[2] for part in parts), "")

    def bare(self, text: str) -> bool:
        """Whether the message is nothing but a reminder: the clock sent it, she did not cause it.

        What comes back after an answer has a kind word before it.
        """
        return "\n\n" not in text and bool(self._reminder.fullmatch(text))


def _question(script: Script, step: Step) -> Question:
    other, _, name = step.stands_for.rpartition(".")
    return Question(other or script.id, name if other else step.id, step.kind)


def _telling(text: str) -> bool:
    """Whether it has words of its own: what is only filled in would be found everywhere."""
    return bool(re.search(r"[^\W\d_]{3}", re.sub(r"\{\w+\}", "", text)))


def _pattern(text: str) -> re.Pattern[str]:
    parts = re.split(r"\{\w+\}", text.replace("**", ""))
    return re.compile(".*?".join(map(re.escape, parts)), re.DOTALL)


@dataclass(frozen=True, slots=True)
class Screen:
    """A message with a question, as it was when she first saw it."""

    message_id: int
    turn: int
    text: str
    buttons: tuple[tuple[str, str], ...]  # (what it says, what it sends)

    def coded(self, verb: str) -> list[tuple[str, str]]:
        """Its buttons of one kind: `c` choose, `x` tick, `p` page, `i` intent, `ok` ready."""
        return [
            (label, data)
            for label, data in self.buttons
            if data.partition(":")[2].partition(".")[0] == verb and not data.endswith(BEYOND)
        ]

    def intent(self, name: str) -> str:
        """What the button of this intent sends; "" when there is none."""
        wanted = f"{self.turn}:i.{name}"
        return next((data for _, data in self.buttons if data == wanted), "")


def screen(message: dict[str, Any]) -> Screen | None:
    """The screen of a bot's message; None for one without live buttons."""
    found = tuple((b["text"], b.get("callback_data", "")) for b in buttons(message))
    turn = next((int(head) for _, d in found if (head := d.partition(":")[0]).isdigit()), 0)
    return Screen(message["message_id"], turn, message.get("text", ""), found) if turn else None
