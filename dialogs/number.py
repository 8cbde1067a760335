"""A telephone number outside its question: is this where she can safely be called from now on?"""

from __future__ import annotations

from dialogs import notes
from dialogs.asking import CONTACT, busy
from dialogs.effects import Do
from dialogs.language.contact import read_phone, spoken
from dialogs.library import DANGER, EVERYWHERE, step_text
from dialogs.model import Answer, Status, Text
from dialogs.run import Run

STEP = "new_number"  # in everywhere
YES = "mine"  # its choice that makes it hers
_NUMBER, _WORDS, _NOTED = "number", "words", "noted"


def asked(run: Run, text: str) -> bool:
    """Whether her words hold a number that we do not call yet: kept, and asked about in one tap."""
    found = None if run.frame.script == DANGER else read_phone(text)
    known = run.session.answers.get(CONTACT)
    if found is None or (known and known.value == (found,)):
        return False
    facts = {"lees": spoken(found), _NUMBER: found, _WORDS: text, _NOTED: run.note(text)}
    if not busy(run.session):  # her people read it, whatever she taps
        run.effects.append(Do("tell_team", {"kind": "message"}))
    run.push(EVERYWHERE, STEP, facts=facts)
    run.enter(STEP)
    return True


def open_(run: Run) -> bool:
    """Whether she is asked about a number."""
    return run.on_overlay and run.frame.step == STEP


def told(run: Run, choice_id: str) -> None:
    """It is hers from now on, or her words stay as she wrote them."""
    facts = run.frame.facts
    run.pop()
    if choice_id != YES:
        run.before("noted")
        return run.resume_beneath()
    had_one = CONTACT in run.session.answers
    _keep(run, facts[_NUMBER], facts[_WORDS])
    notes.forget(run, facts[_NOTED])
    run.before("number_kept", lees=facts["lees"])
    script = CONTACT.partition(".")[0]
    unsent = any(frame.script == script for frame in run.session.frames)
    if had_one and busy(run.session) and not unsent:
        run.effects.append(Do("tell_team", {"kind": "changed"}))
    return run.resume_beneath()


def _keep(run: Run, number: str, words: str) -> None:
    name, _, step_id = CONTACT.partition(".")
    script = run.library.script(name)
    question, said = step_text(script, script.step(step_id)), (Text(spoken(number)),)
    run.keep(Answer(
        name, script.version, step_id, question, Status.ANSWERED, run.at, (number,), said, words,
    ))  # fmt: skip
