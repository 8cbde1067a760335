"""`advance`: the only way a session moves. Pure: a session and an event in, a turn out.

The event says what happened; the library holds the scripts. What holds in every step (stop,
pause, back, a person …) is in `dialogs.intents`; answers are read in `dialogs.replies`.
"""

from __future__ import annotations

from functools import partial

from dialogs import asking, beside, danger, intents, repeats, replies, taps
from dialogs.between import RESUMING
from dialogs.effects import Turn
from dialogs.events import (
    Edited,
    Event,
    Interrupted,
    LookedUp,
    Pressed,
    Replied,
    Started,
    TimerFired,
)
from dialogs.flow import following
from dialogs.library import EVERYWHERE, Library
from dialogs.model import Frame, Kind, Session
from dialogs.run import Run
from dialogs.whose import CAME


def advance(library: Library, session: Session | None, event: Event) -> Turn:  # noqa: C901  one arm per event
    """The turn that follows from an event. Never fails for what a parent does.

    Raises KeyError when the session stands in a script version the library no longer holds,
    and `Stuck` for a script that goes round without asking; both are operator errors.
    """
    run = Run(library, session or Session(), event.at)
    if not run.session.frames and not isinstance(event, Started):
        run.push(EVERYWHERE, "idle")
    match event:
        case Started():
            _started(run, event)
        case LookedUp():
            _looked_up(run, event)
        case TimerFired():
            _timer_fired(run, event)
        case Interrupted(intent=intent):
            intents.follow(run, intent)
        case Pressed() if repeats.again(run, event):
            pass  # it has its answer
        case Pressed():
            danger.first(run, event, partial(taps.pressed, run, event))
        case Replied():
            danger.first(run, event, partial(replies.replied, run, event))
        case Edited():
            danger.first(run, event, partial(beside.edited, run, event))
    return run.turn()


def _started(run: Run, event: Started) -> None:
    """Begin a script, or go on with it when it is already under way."""
    if any(f.script == event.script for f in run.session.frames) and not event.topic:
        run.close_overlays()
        return _welcome_back(run)
    if not event.topic and _done_before(run.session, event.script):
        return run.again()  # done before: the resting place says what can be done now
    if not event.topic:  # what she never looked at does not come back after what she opened now
        run.change(frames=tuple(f for f in run.session.frames if not _untouched(run, f)))
    _begin(run, event.script, event.entry, dict(event.facts), event.topic)
    return None


def _done_before(session: Session, script_id: str) -> bool:
    """Whether she answered a question of this script, and not only one that stands for it."""
    asked = (a.question.context for a in session.answers.values() if a.script == script_id)
    return any(not context or context.startswith(f"{script_id}/") for context in asked)


def _begin(run: Run, script_id: str, entry: str, facts: dict[str, str], topic: str) -> None:
    if topic:
        facts |= {CAME: run.at.isoformat()}
        run.change(frames=tuple(f for f in run.session.frames if f.topic != topic))
    run.close_overlays(but_rest=True)
    run.change(frames=tuple(f for f in run.session.frames if not _fleeting(run, f)))
    script = run.library.script(script_id)
    first = script.entries.get(entry, script.steps[0].id)
    run.push(script_id, first, facts=facts, topic=topic)
    run.enter(first)


def _untouched(run: Run, frame: Frame) -> bool:
    """Whether it is a questionnaire that stands at its welcome."""
    script = run.library.script(frame.script, frame.version)
    return script.numbered and not frame.trail and frame.step == script.steps[0].id


def _fleeting(run: Run, frame: Frame) -> bool:
    """Whether what a frame stands at has had its time once something else begins."""
    return run.library.script(frame.script, frame.version).step(frame.step).fleeting


def _welcome_back(run: Run) -> None:
    """At the very start: ask again. Further on: "We waren bij vraag 4 van 12"."""
    if run.frame.trail:
        intents.offer_resume(run)
    else:
        run.again()


def _looked_up(run: Run, event: LookedUp) -> None:
    """The service found what the step on the table asked for."""
    facts = dict(run.frame.facts) | dict(event.facts)
    run.change_frame(facts=facts, options=event.options)
    step = run.step
    if step.kind is Kind.LOOKUP:
        run.perform(step.do)
        return run.enter(following(run.script, run.session, run.frame, step))
    if not event.options and step.otherwise:
        return run.enter(step.otherwise)
    return run.ask()


def _timer_fired(run: Run, event: TimerFired) -> None:
    """A reminder came due. One that belongs to an older turn does nothing."""
    if event.turn and event.turn != run.session.turn:
        return
    if event.kind == "silence":
        if intents.may_shorten(run):
            intents.offer_short(run, "short_gentle")
    elif event.kind in RESUMING:
        if asking.busy(run.session):
            run.close_overlays()
            intents.offer_resume(run, RESUMING[event.kind])
    elif script_id := run.library.script_for(event.kind):
        _begin(run, script_id, event.kind, dict(event.facts), event.topic)
