"""Which step comes next, and where she is: "Vraag 4 van 12". Pure functions on a session."""

from __future__ import annotations

from dialogs.conditions import Values, holds
from dialogs.model import Answer, Depth, Frame, Kind, Script, Session, Status, Step, key

END = "end"
OWN_WORDS = (Kind.TEXT, Kind.NAME)  # any words may be an answer
SECONDS_A_QUESTION = 35  # an estimate for "nog ongeveer {min} minuten"


def is_question(step: Step) -> bool:
    """Whether the step asks her for something that is kept."""
    return step.asks


def values_of(session: Session, frame: Frame) -> Values:
    """What conditions see now; what was never asked counts as no answer."""
    known = values_so_far(session, frame)
    return lambda name: known(name) or ()


def values_so_far(session: Session, frame: Frame) -> Values:
    """Answers of this script by step, others as script.step, then facts; None: not known yet."""

    def values(name: str) -> tuple[str, ...] | None:
        answer = session.answers.get(name if "." in name else key(frame.script, name))
        if answer is not None:
            return answer.value if answer.status is Status.ANSWERED else ()
        if "." in name:
            return ()
        fact = frame.facts.get(name)
        return None if fact is None else (fact,)

    return values


def in_depth(step: Step, depth: Depth) -> bool:
    """Whether a question is still asked on a route of this depth; an aside always is."""
    if depth is Depth.FULL or step.aside or not is_question(step):
        return True
    return step.core if depth is Depth.CORE else step.essential or step.core


def applies(step: Step, session: Session, frame: Frame) -> bool:
    """Whether the step is to be asked, by what is known now."""
    return bool(holds(step.when, values_of(session, frame))) and _open(step, session)


def _open(step: Step, session: Session) -> bool:
    return not step.aside and in_depth(step, session.depth)


def following(script: Script, session: Session, frame: Frame, step: Step) -> str:
    """The step after this one: its first route that holds, else the next that applies."""
    values = values_of(session, frame)
    for route in step.routes:
        if holds(route.when, values):
            return route.goto
    return first_from(script, session, frame, script.index[step.id] + 1)


def first_from(script: Script, session: Session, frame: Frame, start: int) -> str:
    """The first step at or after position `start` that applies, or "end"."""
    for step in script.steps[start:]:
        if applies(step, session, frame) and not told_elsewhere(script, session, step):
            return step.id
    return END


def told_elsewhere(script: Script, session: Session, step: Step) -> bool:
    """Whether she answered this before under another question: it is not asked again."""
    answer = session.answers.get(key(script.id, step.id))
    return answer is not None and _elsewhere(f"{script.id}/{step.id}", answer)


def _elsewhere(context: str, answer: Answer) -> bool:
    """Whether this answers another question than the one with this context."""
    if answer.status is not Status.ANSWERED or not answer.question.context:
        return False
    return answer.question.context != context


def counted(script: Script, session: Session, frame: Frame) -> list[Step]:
    """The numbered questions still possible on her route; parts count with their head."""
    known, found = values_so_far(session, frame), []
    for name, step, context in script.heads:
        answer = session.answers.get(name)
        if answer is not None:
            counts = not _elsewhere(context, answer)
        else:
            counts = _open(step, session) and holds(step.when, known) is not False
        if counts:
            found.append(step)
    return found


def progress(script: Script, session: Session, frame: Frame) -> tuple[int, int] | None:
    """(number, total) of the question on the table; None where it is not numbered."""
    step = script.step(frame.step)
    head = step.part_of or step.id
    ids = [s.id for s in counted(script, session, frame)]
    if not script.numbered or not is_question(step) or head not in ids:
        return None
    return ids.index(head) + 1, len(ids)


def place(script: Script, session: Session, frame: Frame) -> tuple[int, int]:
    """Where she is, also on a step that is not numbered: the number of the next question."""
    at = script.index.get(frame.changing or frame.step, len(script.steps))
    steps = counted(script, session, frame)
    before = sum(1 for s in steps if script.index[s.id] < at)
    return min(before + 1, max(len(steps), 1)), max(len(steps), 1)


def minutes_left(script: Script, session: Session, frame: Frame) -> int:
    """An honest estimate in whole minutes, at least one."""
    number, total = place(script, session, frame)
    return max(1, round((total - number + 1) * SECONDS_A_QUESTION / 60))


def unanswered_before(script: Script, session: Session, frame: Frame, stop: str) -> str | None:
    """After a change: a question before `stop` (or "end") that only now applies."""
    for step in script.steps[: script.index.get(stop, len(script.steps))]:
        fresh = key(script.id, step.id) not in session.answers
        if fresh and step.when is not None and is_question(step) and applies(step, session, frame):
            return step.id
    return None


def orphans(script: Script, session: Session, frame: Frame) -> list[Step]:
    """Answered questions whose condition no longer holds."""
    values = values_of(session, frame)
    kept = (s for s in script.steps if key(script.id, s.id) in session.answers)
    return [s for s in kept if s.when is not None and holds(s.when, values) is False]
