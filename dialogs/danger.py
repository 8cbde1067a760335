"""Danger in what she wrote: the script gives way to a number and one question.

words → `library.danger` → now:   the danger script lies on top, the question waits beneath
                         → check: her words count as an answer, then one question lies on top
                         → note:  the script goes on
Her words are kept where her people read first; now and check raise an alarm for the team. Only a
tap of hers brings the script back.
"""

from __future__ import annotations

from collections.abc import Callable

from dialogs.effects import Do
from dialogs.events import Edited, Pressed, Replied
from dialogs.language.safety import Signal, Tier
from dialogs.library import DANGER
from dialogs.overview import SIGNAL
from dialogs.reading import read
from dialogs.run import Run

REACH, HELP_NOW = "reach", "help_now"  # steps of the danger script
Hers = Pressed | Replied | Edited


def first(run: Run, event: Hers, answer: Callable[[], None]) -> None:
    """Look for danger before `answer` makes anything else of what she did."""
    words = event.text.strip()
    signal = run.library.danger(words) if words else None
    if signal is None:
        return answer()
    sent = event.attachments if isinstance(event, Replied) else ()
    run.note(words, sent, under=SIGNAL)
    if signal.tier is Tier.NOTE:
        return answer()
    _alarm(run, signal, words)
    if _heeded(run, signal, words):
        return answer()
    if signal.tier is Tier.CHECK or isinstance(event, Pressed):
        run.beneath(answer)
    return _show(run, signal)


def help_now(run: Run) -> None:
    """She tapped "Ik heb nu hulp nodig", or typed it."""
    run.close_overlays(but_rest=True)
    _close(run)
    run.push(DANGER, HELP_NOW)
    run.enter(HELP_NOW)


def _alarm(run: Run, signal: Signal, words: str) -> None:
    args = {"tier": signal.tier.value, "category": signal.category, "rule": signal.rule}
    run.effects.append(Do("raise_alarm", {**args, "words": words}))


def _heeded(run: Run, signal: Signal, words: str) -> bool:
    """Whether the question on the table deals with this itself: "ja, hij staat voor de deur"."""
    if run.frame.script == DANGER and signal.tier is Tier.CHECK:
        return True
    deals = run.frame.script == DANGER or signal.category in run.step.heeds
    return deals and read(run, words) is not None


def _show(run: Run, signal: Signal) -> None:
    """The numbers and the question; a danger that was open already gives way to the new one."""
    run.close_overlays(but_rest=True)
    _close(run)
    run.change(pending=())
    run.push(DANGER, REACH, facts={"signal": signal.category, "tier": signal.tier.value})
    run.enter(REACH)


def _close(run: Run) -> None:
    frames = tuple(frame for frame in run.session.frames if frame.script != DANGER)
    run.change(frames=frames)
