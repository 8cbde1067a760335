"""Half-way she types that she wants no help after all: one tap, and it is her no."""

from __future__ import annotations

from dialogs import accepting, asking
from dialogs.conditions import holds
from dialogs.flow import values_of
from dialogs.language.wishes.refusing import refuses_help
from dialogs.run import Run

_NO = ("declined", "no_thanks", "no_help")  # choices that say no to help, where a script has them


def heard(run: Run, text: str) -> bool:
    """Whether she says no to help: her answer where that is asked, else she is asked to be sure."""
    ours = run.script.refused or run.session.state == "done"
    if not ours or not refuses_help(text):
        return False
    offered = dict(asking.offered(run.script, run.step, run.session, run.frame))
    if no := [name for name in _NO if name in offered]:
        accepting.accept(run, (no[0],), text)
        return True
    return _asked(run)


def _asked(run: Run) -> bool:
    step = run.script.step(run.script.refused) if run.script.refused else None
    if step is None or not holds(step.when, values_of(run.session, run.frame)):
        return False
    run.enter(step.id)
    return True
