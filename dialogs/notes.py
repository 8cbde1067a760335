"""A note keeps her words until it is known whether they answer a question."""

from __future__ import annotations

from dialogs.effects import WithdrawAnswer
from dialogs.library import EVERYWHERE
from dialogs.model import key
from dialogs.overview import NOTE
from dialogs.run import Run


def forget(run: Run, noted: str) -> None:
    """What this note kept is an answer now: the note goes; a sign of danger never does."""
    if not noted.startswith(NOTE):
        return
    name = key(EVERYWHERE, noted)
    run.change(answers={k: a for k, a in run.session.answers.items() if k != name})
    run.effects.append(WithdrawAnswer(EVERYWHERE, noted))
