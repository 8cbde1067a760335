"""An answer that is understood: kept, thanked for now and then, and followed where it leads."""

from __future__ import annotations

from functools import partial

from dialogs import asking, echo, intents, notes, number, overview, whose
from dialogs.flow import END, is_question
from dialogs.model import Choice, Kind, Status
from dialogs.reading import beneath, read
from dialogs.run import OWN_ANSWERS, Run

THANK_EVERY = 3
BREAK_AFTER = 5
NEARLY_THERE = 2  # questions left
HARD = frozenset({"urgent", "money"})  # sections after which a cheerful word would hurt
RESTART_NOW = "restart_now"  # the choice in everywhere/restart


def accept(run: Run, value: tuple[str, ...], words: str = "") -> None:
    """A good answer: keep it and go on, unless the choice means something else."""
    if echo.open_(run):
        return echoed(run, value[0], *echo.take(run))
    if whose.open_(run):
        return _told_whose(run, value[0], *whose.take(run))
    if number.open_(run):
        return number.told(run, value[0])
    if run.step.options_from == OWN_ANSWERS:
        return _change_answer(run, value[0])
    choice = _telling(run, value)
    if choice is not None and choice.intent is not None:
        return intents.follow(run, choice.intent)
    if is_question(run.step):
        run.record(Status.ANSWERED, value, words)
        _thank(run)
    run.change(skips=0, curt=0)
    if choice is not None:
        return follow_choice(run, choice)
    return run.go_on()


def picked(run: Run, picked: tuple[str, ...], words: str = "") -> None:
    """Ready with picking. Danger never gets lost: "none of these" gives way to anything else."""
    order = [cid for cid, _ in asking.offered(run.script, run.step, run.session, run.frame)]
    chosen = tuple(c for c in order if c in picked)
    some = tuple(c for c in chosen if not alone(run, c)) or chosen
    if not some:
        run.before("pick_one")
        return run.again()
    if run.step.most and len(some) > run.step.most:
        run.change_frame(picked=some)  # her ticks stay; she takes one away
        run.before("pick_most", meest=str(run.step.most))
        return run.again()
    return accept(run, some, words)


def understood(run: Run, value: tuple[str, ...], text: str) -> None:
    """What was read in her words: kept, or read back first where a mistake would cost."""
    if echo.wanted(run, value, text):
        return echo.ask(run, value, text)
    return keep(run, value, text)


def keep(run: Run, value: tuple[str, ...], text: str) -> None:
    """Keep what was read; with ticks it goes together with them."""
    if run.step.kind is Kind.MULTI:
        together = tuple(dict.fromkeys((*run.frame.picked, *value)))
        fits = not run.step.most or len(together) <= run.step.most
        return picked(run, together if fits else value, text)
    return accept(run, value, text)


def echoed(run: Run, choice_id: str, value: tuple[str, ...], words: str) -> None:
    """ "Ik lees: dinsdag. Klopt dat?": now it is an answer, or it is asked anew."""
    if choice_id != echo.YES:
        return echo.again(run)
    return keep(run, value, words)


def answer_beneath(run: Run, value: tuple[str, ...], words: str) -> None:
    """Keep an answer to the question beneath what came in between, which stays on the table."""
    top = run.session.frames[-1]
    run.change(frames=run.session.frames[:-1], asked=None)
    run.beneath(partial(keep, run, value, words))
    run.change(frames=(*run.session.frames, top))
    run.before("noted")
    run.again()


def _told_whose(run: Run, choice_id: str, words: str, noted: str) -> None:
    """Her words were for the question that stood open, or for what came in between."""
    mine = choice_id == whose.MINE
    if not noted:  # what came in between had them already, and is done
        value = read(run, words) if mine else None
        return run.again() if value is None else understood(run, value, words)
    standing = beneath(run, words) if mine else None
    value = standing.value if standing else None if mine else read(run, words)
    if value is None:
        run.change_frame(misses=run.frame.misses + 1)
        return run.again()
    notes.forget(run, noted)
    return answer_beneath(run, value, words) if mine else accept(run, value, words)


def alone(run: Run, choice_id: str) -> bool:
    """Whether this choice rules out the others: "none of these"."""
    choice = run.step.choice(choice_id)
    return choice is not None and choice.alone


def _telling(run: Run, value: tuple[str, ...]) -> Choice | None:
    """The choice that decides what follows: of several, the one that shows something first."""
    chosen = [c for c in map(run.step.choice, value) if c is not None]
    return next((c for c in chosen if c.overlay), chosen[0] if chosen else None)


def follow_choice(run: Run, choice: Choice) -> None:
    """Go where this choice leads, and remember what it sets."""
    if choice.form:
        run.change(form=choice.form)
    if choice.depth is not None:
        run.change(depth=choice.depth)
    if run.on_overlay and choice.id == RESTART_NOW:
        run.close_overlays()
        return run.start_over()
    if choice.overlay:
        return _overlay(run, choice)
    if choice.goto and not run.frame.changing:
        run.perform(run.step.do)
        return run.enter(choice.goto)
    return run.go_on()


def _overlay(run: Run, choice: Choice) -> None:
    if choice.goto == "stay":
        run.perform(run.step.do)
    elif choice.goto == "end":
        run.perform(run.step.do)
        run.pop()
    else:
        intents.move_on_quietly(run)
    run.close_overlays()
    run.overlay(choice.overlay)


def _change_answer(run: Run, step_id: str) -> None:
    """She picked one of her questions to answer anew."""
    run.close_overlays()
    subject = overview.subject(run.library, run.session)
    assert subject is not None
    if run.session.frames[-1:] == (subject,):
        back = subject.changing or subject.step
        run.change_frame(changing="" if back == step_id else back, step=step_id)
    else:  # sent already, or something lies on top: open it for this one answer
        run.push(subject.script, step_id, changing=END)
    run.enter(step_id)


def _thank(run: Run) -> None:
    """At most every third answer; after five, say that a break is fine. Not on sad answers."""
    if not run.script.numbered or run.frame.changing or run.step.part_of:
        return
    count = run.session.thanks + 1
    run.change(thanks=count)
    if run.step.section in HARD or intents.questions_left(run) <= NEARLY_THERE:
        return
    if count % BREAK_AFTER == 0:
        run.before("break")
    elif count % BREAK_AFTER == THANK_EVERY:
        run.before("thanks")
