"""What a web form carries beside the button she pressed: boxes ticked, words typed, a photo.

A page without JavaScript sends all of its form, whichever button she presses. Nothing of it gets
lost, unless she pressed a button that says she does not want to answer.
"""

from __future__ import annotations

from dialogs import asking
from dialogs.events import Edited, Pressed
from dialogs.language.guard import MASK
from dialogs.model import Choice, Intent, Kind, Status
from dialogs.run import Run

NO_ANSWER = frozenset({Intent.SKIP, Intent.DECLINE, Intent.UNKNOWN})


def keep(run: Run, event: Pressed) -> None:
    """Keep her words and photo for the people; they are not the answer to a question."""
    text = event.text.strip()
    words = "" if MASK in text else text
    if words or event.attachments:
        run.note(words, event.attachments)
    if MASK in text:
        run.before("no_numbers")
    if event.attachments:
        run.before("kept_voice" if event.attachments[0].kind == "voice" else "kept_file")


def leave(run: Run, event: Pressed) -> None:
    """She goes to do something else (pause, a menu, a person) with the question half answered."""
    if event.intent in NO_ANSWER:
        return
    if event.turn == run.session.turn:
        tick(run, event.choices)
    keep(run, event)


def tick(run: Run, boxes: tuple[str, ...]) -> None:
    """Her ticks stay on the question when it is asked again; none sent says nothing about them."""
    if not boxes or run.step.kind is not Kind.MULTI:
        return
    shown = asking.offered(run.script, run.step, run.session, run.frame)
    alone = {choice.id for choice in run.step.choices if choice.alone}
    picked = tuple(cid for cid, _ in shown if cid in boxes and cid not in alone)
    run.change_frame(picked=picked)


def past(run: Run, event: Pressed) -> Choice | None:
    """The way past a question for her own words ("Gelezen"), unless she wrote something too."""
    if run.step.kind is not Kind.TEXT or event.text.strip() or event.attachments:
        return None
    choice = run.step.choice(event.choices[0]) if event.choices else None
    if choice is not None:
        run.record(Status.SKIPPED)
    return choice


def edited(run: Run, event: Edited) -> None:
    """She changed an old message: keep the new words, and say how to change an answer."""
    text = event.text.strip()
    if text and MASK not in text:
        run.note(text)
    run.before("edited")
    run.again()
