"""What a parent may want in every step, and what then happens. Words: the everywhere script."""

from __future__ import annotations

from collections.abc import Callable

from dialogs import asking, danger, overview
from dialogs.conditions import holds
from dialogs.flow import END, following, is_question, minutes_left, place, values_of
from dialogs.library import DANGER, EVERYWHERE, step_text
from dialogs.model import Depth, Intent, Status
from dialogs.run import Run

SKIPS_BEFORE_OFFER = 2
CORE_QUESTIONS = 3


def follow(run: Run, intent: Intent) -> None:
    """Do what she wants, whatever question is on the table."""
    overlay = _OVERLAYS.get(intent)
    if intent is Intent.OFFERS and _offers(run):
        return
    if intent in _TELLING and run.on_overlay and is_question(run.step):
        _tell(run, _OVERLAYS[intent])
    elif overlay:
        _over(run, overlay)
    else:
        _DEEDS[intent](run, intent)


_OVERLAYS = {
    Intent.CALL: "call_lookup",
    Intent.MENU: "menu",
    Intent.ANSWERS: "answers_lookup",
    Intent.LANGUAGE: "language",
    Intent.ERASE: "erase_lookup",
    Intent.PRIVACY: "who_reads",
    Intent.BOT: "computer",
    Intent.WHY: "why",
    Intent.SPEAK: "speak",
    Intent.WHEN: "when_lookup",
    Intent.OFFERS: "offers_lookup",
    Intent.STATUS: "status_lookup",
    Intent.SOURCE: "source_lookup",
}


_TELLING = frozenset({Intent.PRIVACY, Intent.BOT, Intent.SPEAK, Intent.WHY})


def _tell(run: Run, step: str) -> None:
    """Say it and ask again: the question on top ("Op welk nummer?") is not lost by it."""
    script = run.library.script(EVERYWHERE)
    run.change(pending=(*run.session.pending, step_text(script, script.step(step))))
    run.again()


def _offers(run: Run) -> bool:
    """With nothing under way "wat kunnen jullie nog doen" is the button that is there for it."""
    idle = run.library.script(EVERYWHERE).step("idle")
    more = idle.choice("more")
    values = values_of(run.session, run.session.frames[-1])
    if asking.busy(run.session) or more is None or not holds(more.when, values):
        return False
    run.close_overlays()
    run.overlay(more.overlay)
    return True


def _over(run: Run, step: str) -> None:
    """Lay one step of everywhere on top of the script, in place of what lay there."""
    if not asking.busy(run.session) and step in ("idle", "restart"):
        return run.rest()
    run.close_overlays()
    return run.overlay(step, signal=danger.shown(run))


def _leave(run: Run, intent: Intent) -> None:
    """Skip or decline the question; both cost nothing."""
    if not run.step.stands_for:  # a question on an overlay can be left like any other
        run.close_overlays()
    if not run.session.frames:
        return run.rest()
    if not run.step.skippable:
        run.before("not_skippable")
        return run.again()
    if not is_question(run.step):
        return run.go_on()
    status, line = _LEFT[intent]
    run.record(status)
    run.change(skips=run.session.skips + 1)
    run.before(line)
    if run.session.skips >= SKIPS_BEFORE_OFFER and may_shorten(run):
        return offer_short(run, "short_gentle", then_next=True)
    return run.go_on()


_LEFT = {
    Intent.SKIP: (Status.SKIPPED, "skipped"),
    Intent.DECLINE: (Status.DECLINED, "declined"),
    Intent.UNKNOWN: (Status.UNKNOWN, "unknown"),
}


def may_shorten(run: Run) -> bool:
    """Whether the short route can still be offered: once, and while it saves questions."""
    whole = run.session.depth is Depth.FULL and not run.session.offered_short
    return whole and run.script.numbered and questions_left(run) > CORE_QUESTIONS


def questions_left(run: Run) -> int:
    """How many numbered questions come after the one on the table."""
    number, total = place(run.script, run.session, run.frame)
    return total - number


def offer_short(run: Run, step: str, *, then_next: bool = False) -> None:
    """Offer to keep it short; the script waits beneath, at the next question if asked so."""
    run.change(offered_short=True)
    if then_next:
        move_on_quietly(run)
    run.close_overlays()
    run.overlay(step)


def move_on_quietly(run: Run) -> None:
    """Stand at the next question without asking it: an overlay comes first."""
    step = run.step
    run.perform(step.do)
    if run.frame.changing:
        return _back_from_change_quietly(run)
    target = following(run.script, run.session, run.frame, step)
    if target == END:
        return None
    trail = (*run.frame.trail, step.id)
    return run.change_frame(step=target, trail=trail, options=(), page=0, picked=(), misses=0)


def _back_from_change_quietly(run: Run) -> None:
    back = run.frame.changing
    if back == END:
        run.tell_changed()
        return run.pop()
    return run.change_frame(step=back, changing="", options=(), page=0, picked=(), misses=0)


def _back(run: Run, _: Intent) -> None:
    """One question back; from an overlay, back to the question beneath it."""
    if run.on_overlay:
        run.close_overlays()
        return run.resume_beneath()
    if run.frame.changing:
        target = run.frame.changing
        run.change_frame(changing="")
        return run.enter(target)
    if not run.frame.trail:
        run.before("first_question")
        return run.again()
    target, trail = run.frame.trail[-1], run.frame.trail[:-1]
    run.change_frame(step=target, trail=trail)
    return run.enter(target)


def _pause(run: Run, _: Intent) -> None:
    _over(run, "pause" if asking.busy(run.session) else "idle")


def _change(run: Run, _: Intent) -> None:
    _over(run, "change" if overview.subject(run.library, run.session) else "answers_lookup")


def _resume(run: Run, _: Intent) -> None:
    run.close_overlays()
    run.cancel("paused", "unfinished")
    run.resume_beneath()


def offer_resume(run: Run, step: str = "resume") -> None:
    """ "We waren bij vraag 4 van 12. Gaan we verder?", in the words of this everywhere step."""
    frame = asking.beneath(run.session)
    script = run.library.script(frame.script, frame.version)
    if not script.numbered:
        return run.resume_beneath()
    number, total = place(script, run.session, frame)
    minutes = minutes_left(script, run.session, frame)
    facts = {"n": str(number), "totaal": str(total), "duur": _lasting(minutes)}
    run.push(EVERYWHERE, step, facts=facts)
    return run.enter(step)


def _lasting(minutes: int) -> str:
    return "1 minuut" if minutes == 1 else f"{minutes} minuten"


def _restart(run: Run, _: Intent) -> None:
    """Only a whole questionnaire can be begun anew, and only after she says yes."""
    frame = asking.beneath(run.session)
    if run.library.script(frame.script, frame.version).numbered:
        return _over(run, "restart")
    run.close_overlays()
    return run.resume_beneath()


def _stop(run: Run, _: Intent) -> None:
    run.interrupt(Intent.STOP)
    run.cancel("silence", "unfinished", "paused")
    if asking.busy(run.session):
        _over(run, "stopped")
    else:
        run.before("reminders_off")
        run.rest()


def _reminders(run: Run, intent: Intent) -> None:
    run.interrupt(intent)
    run.before(str(intent))
    if intent is Intent.REMINDERS_OFF and asking.busy(run.session):
        run.before("how_to_stop")
    run.close_overlays()
    run.resume_beneath()


def _place(run: Run, _: Intent) -> None:
    """ "Ben ik nu klaar?": at which question she is, or that nothing is asked of her any more."""
    frame = asking.beneath(run.session)
    script = run.library.script(frame.script, frame.version)
    if frame.script == DANGER:
        return run.again()
    if not asking.busy(run.session):
        run.before("place_done")
        return run.rest()
    if script.numbered:
        number, total = place(script, run.session, frame)
        lasting = _lasting(minutes_left(script, run.session, frame))
        run.before("place", n=str(number), totaal=str(total), duur=lasting)
    else:
        run.before("place_nearly")
    return run.again()


def _help_now(run: Run, _: Intent) -> None:
    danger.help_now(run)


_DEEDS: dict[Intent, Callable[[Run, Intent], None]] = {
    Intent.SKIP: _leave,
    Intent.DECLINE: _leave,
    Intent.UNKNOWN: _leave,
    Intent.BACK: _back,
    Intent.PAUSE: _pause,
    Intent.CHANGE: _change,
    Intent.RESUME: _resume,
    Intent.RESTART: _restart,
    Intent.STOP: _stop,
    Intent.REMINDERS_OFF: _reminders,
    Intent.REMINDERS_ON: _reminders,
    Intent.NOW: _help_now,
    Intent.PLACE: _place,
}
