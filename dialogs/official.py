"""What cannot be asked for in this chat (bijstand, a complaint): the official way, at once.

The day of asking can count, so a person hears of it with the time, and she reads where to go.
"""

from __future__ import annotations

from collections.abc import Callable

from dialogs.effects import Do
from dialogs.language.wishes.formal import Formal
from dialogs.library import EVERYWHERE
from dialogs.model import Kind
from dialogs.run import Run

LOOKUP = "official_lookup"  # a step of everywhere


def tell(run: Run, words: str, request: Formal, answer: Callable[[], None]) -> None:
    """Say where it can be asked; words that answer an open question still count as its answer."""
    if run.session.state == "active" and run.step.kind is Kind.TEXT:
        run.beneath(answer)
    else:
        run.note(words)
    run.effects.append(Do("tell_team", {"kind": "formal_request", "words": words}))
    run.close_overlays(but_rest=True)
    run.push(EVERYWHERE, LOOKUP, facts={"request": request.kind.value})
    run.enter(LOOKUP)
