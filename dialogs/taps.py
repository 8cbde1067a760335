"""What she taps: buttons, ticks, pages of choices, and a whole web form at once."""

from __future__ import annotations

from dialogs import accepting, asking, beside, intents
from dialogs.events import Pressed, Replied
from dialogs.flow import OWN_WORDS
from dialogs.model import Intent, Kind
from dialogs.replies import replied
from dialogs.run import Run

ANYTIME = frozenset(  # a button for these works however old it is
    {
        Intent.CALL,
        Intent.STOP,
        Intent.PAUSE,
        Intent.RESUME,
        Intent.ANSWERS,
        Intent.REMINDERS_OFF,
        Intent.NOW,
    }
)


def pressed(run: Run, event: Pressed) -> None:
    """A button or a web form. One that belongs to an older question changes nothing."""
    stale = event.turn != run.session.turn
    if event.intent is not None and (event.intent in ANYTIME or not stale):
        beside.leave(run, event)
        return intents.follow(run, event.intent)
    if stale:
        return _stale(run, event)
    return _tapped(run, event)


def _tapped(run: Run, event: Pressed) -> None:
    """A button of the question on the table."""
    if event.page >= 0:
        run.change_frame(page=event.page)
        return run.update()
    if event.toggle:
        return _toggle(run, event.toggle)
    if event.done:
        return _ready(run, event)
    offered = dict(asking.offered(run.script, run.step, run.session, run.frame))
    if any(choice not in offered for choice in event.choices):
        return run.again()
    if run.step.kind is Kind.MULTI:
        return accepting.picked(run, event.choices)
    return _chosen(run, event)


def _ready(run: Run, event: Pressed) -> None:
    """Ready with picking; with words and no ticks the words are her answer."""
    picked = event.choices or run.frame.picked
    if not picked and event.text.strip():
        return replied(run, Replied(run.at, event.text, event.attachments))
    beside.keep(run, event)
    return accepting.picked(run, picked)


def _stale(run: Run, event: Pressed) -> None:
    """An older button: say so kindly and show where we are. Words beside it are kept."""
    beside.keep(run, event)
    run.before("stale")
    run.resume_beneath()


def _toggle(run: Run, choice_id: str) -> None:
    choice = run.step.choice(choice_id)
    picked = run.frame.picked
    if run.step.kind is not Kind.MULTI or (choice is None and not run.frame.options):
        return run.again()
    if choice_id in picked:
        picked = tuple(p for p in picked if p != choice_id)
    elif choice is not None and choice.alone:
        picked = (choice_id,)
    else:
        picked = (*(p for p in picked if not accepting.alone(run, p)), choice_id)
    run.change_frame(picked=picked[-run.step.most :] if run.step.most else picked)
    return run.update()


def _chosen(run: Run, event: Pressed) -> None:
    if (way := beside.past(run, event)) is not None:
        return accepting.follow_choice(run, way)
    if not event.choices or (run.step.kind in OWN_WORDS and event.text.strip()):
        return replied(run, Replied(run.at, event.text, event.attachments))
    if run.step.kind not in (Kind.CHOICE, Kind.INFO):
        return run.again()
    beside.keep(run, event)
    return accepting.accept(run, event.choices[:1])
