"""Her own answers in one list: to see, to check before sending, and to pick one to change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dialogs.flow import applies, is_question
from dialogs.language.contact import spoken
from dialogs.library import EVERYWHERE, Library, label_text
from dialogs.model import Answer, Depth, Frame, Kind, Option, Script, Session, Status, Text, key
from dialogs.values import value_class

NOTE = "note_"  # steps of everywhere that hold words besides the answers
SIGNAL = "signal_"  # and those that may mean danger: her people read them first
_NEVER = datetime.max.replace(tzinfo=UTC)
LONGEST = 120  # characters of her own words in the list; the tandem sees all


@value_class(frozen=True, slots=True)
class Line:
    """One question and how she left it; `answer` is None when it was not asked."""

    step: str
    label: Text
    answer: Answer | None
    shown: tuple[Text | str, ...]


def subject(library: Library, session: Session) -> Frame | None:
    """The questionnaire her answers belong to: the one under way, else the one she did last."""
    for frame in reversed(session.frames):
        if frame.script != EVERYWHERE and library.script(frame.script, frame.version).numbered:
            return frame
    for answer in reversed(tuple(session.answers.values())):
        script = library.script(answer.script, answer.version)
        if script.numbered:
            return Frame(script.id, script.version, script.steps[0].id)
    return None


def lines(library: Library, session: Session) -> list[Line]:
    """Every labelled answer of hers, the questionnaire first, and what she said besides."""
    frame = subject(library, session)
    scripts = [library.script(frame.script, frame.version)] if frame else []
    others = sorted({a.script for a in session.answers.values()} - {s.id for s in scripts})
    scripts += [library.script(name) for name in others]
    found = [line for script in scripts for line in _once(script, _lines(library, session, script))]
    return found + _notes(library, session)


def of_script(library: Library, session: Session, script_id: str) -> list[Line]:
    """Her answers to this script, and what she said besides since it began.

    Questions of this script that stand for one of another questionnaire are hers here too.
    """
    script = library.script(script_id)
    found = _once(script, _lines(library, session, script))
    begun = min((line.answer.at for line in found if line.answer), default=_NEVER)
    rest = (line for line in lines(library, session) if line not in found)
    return found + [line for line in rest if _belongs(library, line.answer, script_id, begun)]


def _belongs(library: Library, answer: Answer | None, script_id: str, begun: datetime) -> bool:
    if answer is None:
        return False
    if library.script(answer.script, answer.version).numbered:
        return answer.question.context.startswith(f"{script_id}/")
    return answer.at >= begun


def _lines(library: Library, session: Session, script: Script) -> list[Line]:
    asked = [s for s in script.steps if s.label and is_question(s)]
    kept = [(step, session.answers.get(key(script.id, step.id))) for step in asked]
    return [
        Line(step.id, label_text(script, step), answer, shown(library, answer))
        for step, answer in kept
        if answer is not None
    ]


def _once(script: Script, found: list[Line]) -> list[Line]:
    """Without the button that only led to her own words: "Iets anders" says nothing beside them."""
    told = {script.step(line.step).part_of for line in found if _in_own_words(script, line)}
    return [one for one in found if not (one.step in told and _single(one))]


def _in_own_words(script: Script, line: Line) -> bool:
    answered = line.answer is not None and line.answer.status is Status.ANSWERED
    return answered and script.step(line.step).kind is Kind.TEXT


def _single(line: Line) -> bool:
    return line.answer is not None and len(line.answer.value) == 1


def _notes(library: Library, session: Session) -> list[Line]:
    label = library.line("also_said")
    notes = [a for a in session.answers.values() if a.step.startswith((NOTE, SIGNAL))]
    return [Line(note.step, label, note, shown(library, note)) for note in notes]


def signalled(session: Session, words: str, at: datetime) -> str:
    """Where these words are kept as a sign of danger since this moment; "" when they are not."""
    kept = (a for a in session.answers.values() if a.at == at and a.words == words)
    return next((a.step for a in kept if a.step.startswith(SIGNAL)), "")


def open_questions(library: Library, session: Session, frame: Frame) -> list[Line]:
    """Labelled questions without an answer that she may still tell more about."""
    script = library.script(frame.script, frame.version)
    whole = replace(session, depth=Depth.FULL)
    return [
        Line(step.id, label_text(script, step), None, ())
        for step in script.steps
        if step.label
        and is_question(step)
        and key(script.id, step.id) not in session.answers
        and applies(step, whole, frame)
    ]


def shown(library: Library, answer: Answer) -> tuple[Text | str, ...]:
    """An answer as she sees it: labels, her words, or how she left it."""
    if answer.status is Status.SKIPPED:
        return (library.line("shown_skipped"),)
    if answer.status is Status.DECLINED:
        return (library.line("shown_declined"),)
    if answer.status is Status.UNKNOWN:
        return (library.line("shown_unknown"),)
    if answer.status is Status.UNCLEAR and _asks_number(library, answer):
        return (library.line("shown_no_number"),)  # nobody can call her words
    if answer.labels:
        return answer.labels
    words = spoken(", ".join(answer.value)) or answer.words
    if words:
        return (words if len(words) <= LONGEST else words[: LONGEST - 1] + "…",)
    return (library.line("shown_voice"),) if answer.attachments else ("",)


def _asks_number(library: Library, answer: Answer) -> bool:
    script = library.script(answer.script, answer.version)
    return answer.step in script.index and script.step(answer.step).kind is Kind.PHONE


def told(library: Library, session: Session, only: str = "") -> Text:
    """The list as one paragraph, a line for each answer; `only` those of this script."""
    found = of_script(library, session, only) if only else lines(library, session)
    rows = {f"r{i}": _row(line) for i, line in enumerate(found)}
    if not rows:
        return library.line("no_answers")
    return Text("\n".join("{" + name + "}" for name in rows), "", tuple(rows.items()))


def _row(line: Line) -> Text:
    many = {str(i): part for i, part in enumerate(line.shown)}
    pattern = "{label}: " + ", ".join("{" + f"a{i}" + "}" for i in many)
    return Text(pattern, "", (("label", line.label), *((f"a{i}", t) for i, t in many.items())))


def options(library: Library, session: Session) -> tuple[Option, ...]:
    """What she can change: answered questions first, then those she may still answer."""
    frame = subject(library, session)
    if frame is None:
        return ()
    script = library.script(frame.script, frame.version)
    rows = _lines(library, session, script) + open_questions(library, session, frame)
    return tuple(Option(line.step, line.label.msgid, line.label.context) for line in rows)
