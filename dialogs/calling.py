"""She asked to be called, and now would rather not: "bel maar niet", typed wherever she is."""

from __future__ import annotations

from dialogs import intents
from dialogs.effects import Do
from dialogs.language.wishes.refusing import refuses_call
from dialogs.library import EVERYWHERE
from dialogs.model import Kind, key
from dialogs.reading import read
from dialogs.run import Run

NUMBER_FIRST = "call_phone"  # a step of everywhere: her number is asked, nothing was passed on yet
_ASKED = tuple(key(EVERYWHERE, step) for step in ("call", "call_113"))
_CALL_ME = ("call_me",)


def taken_back(run: Run, text: str) -> bool:
    """Whether she asked for a call and these words take it back; then her people hear it."""
    if not _refused(run, text):
        return False
    _take_back(run, text)
    return True


def _refused(run: Run, text: str) -> bool:
    """Not where it answers a question: "bellen of een bericht?"."""
    if not any(_wants(run, one) for one in _ASKED):
        return False
    if run.step.kind is Kind.CHOICE and not run.on_overlay and read(run, text) is not None:
        return False
    return refuses_call(text)


def _take_back(run: Run, text: str) -> None:
    """A person decides what to do with the call that stands open."""
    passed_on = run.step.id != NUMBER_FIRST
    run.note(text)
    run.change(answers={k: a for k, a in run.session.answers.items() if k not in _ASKED})
    if passed_on:
        run.effects.append(Do("tell_team", {"kind": "no_call", "words": text}))
    run.before("no_call" if passed_on else "noted")
    resting = run.session.state in ("paused", "stopped")
    run.close_overlays()
    if resting and run.session.frames:
        return intents.offer_resume(run)
    return run.resume_beneath()


def _wants(run: Run, one: str) -> bool:
    answer = run.session.answers.get(one)
    return answer is not None and answer.value == _CALL_ME
