"""Words that may answer either of two questions wait here until she says which, in one tap."""

from __future__ import annotations

from dialogs.library import EVERYWHERE
from dialogs.run import Run

CAME = "came_at"  # fact of what has a topic: when it came, ISO
STEP = "whose"  # in everywhere
MINE = "mine"  # its choice: they answer the question that stood open
_WORDS, _NOTED = "words", "noted"


def ask(run: Run, words: str) -> None:
    """Keep her words beside the questions, and ask on top of what came in between."""
    noted = run.note(words)
    run.before("noted")
    run.push(EVERYWHERE, STEP, facts={_WORDS: words, _NOTED: noted})
    run.enter(STEP)


def ask_afterwards(run: Run, words: str) -> None:
    """Ask when what came in between is done: it lies beneath that, on the question itself."""
    top = run.session.frames[-1]
    run.pop()
    run.push(EVERYWHERE, STEP, facts={_WORDS: words})
    run.change(frames=(*run.session.frames, top))


def open_(run: Run) -> bool:
    """Whether she is asked which question her words were for."""
    return run.on_overlay and run.frame.step == STEP


def take(run: Run) -> tuple[str, str]:
    """Her words, and the note that keeps them meanwhile; what she was asked is off the table."""
    facts = run.frame.facts
    run.pop()
    return facts[_WORDS], facts.get(_NOTED, "")
