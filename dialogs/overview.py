"""Her own answers in one list: to see, to check before sending, and to pick one to change."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogs.flow import applies, is_question
from dialogs.library import Library, label_text
from dialogs.model import Answer, Depth, Frame, Option, Session, Status, Step, Text, key

LONGEST = 120  # characters of her own words in the list; the tandem sees all


@dataclass(frozen=True, slots=True)
class Line:
    """One question and how she left it; `answer` is None when it was not asked."""

    step: Step
    label: Text
    answer: Answer | None
    shown: tuple[Text | str, ...]


def lines(library: Library, session: Session, frame: Frame) -> list[Line]:
    """Every labelled question of this script that she met or can still meet."""
    script = library.script(frame.script, frame.version)
    asked = [s for s in script.steps if s.label and is_question(s)]
    found = []
    for step in asked:
        answer = session.answers.get(key(script.id, step.id))
        if answer is not None:
            found.append(Line(step, label_text(script, step), answer, shown(library, answer)))
    return found


def open_questions(library: Library, session: Session, frame: Frame) -> list[Line]:
    """Labelled questions without an answer that she may still tell more about."""
    script = library.script(frame.script, frame.version)
    whole = replace(session, depth=Depth.FULL)
    return [
        Line(step, label_text(script, step), None, ())
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
    if answer.labels:
        return answer.labels
    words = ", ".join(answer.value) or answer.words
    if words:
        return (words if len(words) <= LONGEST else words[: LONGEST - 1] + "…",)
    return (library.line("shown_voice"),) if answer.attachments else ("",)


def told(library: Library, session: Session, frame: Frame) -> Text:
    """The list as one paragraph, a line for each answer."""
    rows = {f"r{i}": _row(line) for i, line in enumerate(lines(library, session, frame))}
    if not rows:
        return library.line("no_answers")
    return Text("\n".join("{" + name + "}" for name in rows), "", tuple(rows.items()))


def _row(line: Line) -> Text:
    many = {str(i): part for i, part in enumerate(line.shown)}
    pattern = "{label}: " + ", ".join("{" + f"a{i}" + "}" for i in many)
    return Text(pattern, "", (("label", line.label), *((f"a{i}", t) for i, t in many.items())))


def options(library: Library, session: Session, frame: Frame) -> tuple[Option, ...]:
    """What she can change: answered questions first, then those she may still answer."""
    rows = lines(library, session, frame) + open_questions(library, session, frame)
    return tuple(Option(line.step.id, line.label.msgid, line.label.context) for line in rows)
