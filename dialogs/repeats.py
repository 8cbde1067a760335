"""The same press twice: a double tap, or a network that sends it again, gets one answer."""

from __future__ import annotations

from datetime import timedelta

from dialogs import presses
from dialogs.events import Pressed
from dialogs.model import Tapped
from dialogs.run import Run

TWICE = timedelta(seconds=10)  # a slow phone and a bad network lie between two taps that are one


def again(run: Run, event: Pressed) -> bool:
    """Whether this is the press before it once more; if not, it is remembered for the next.

    A press on the question on the table is never a repeat (a box may be ticked and unticked), nor
    is one that carries words or a file. An older button that she pressed before something else,
    or longer ago, is stale and gets a kind answer.
    """
    tapped, before = Tapped(presses.written(event), event.at), run.session.tapped
    older = event.turn != run.session.turn and not (event.text.strip() or event.attachments)
    if older and before and before.press == tapped.press and abs(tapped.at - before.at) <= TWICE:
        return True
    run.change(tapped=tapped)
    return False
