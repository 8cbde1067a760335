"""What she typed, read back to her where a mistake would cost something: dates, times, telephone.

"volgende week di" → "Ik lees: dinsdag 1 december. Klopt dat?" What she typed out in full needs no
echo: that would be a tap for nothing. Until she says yes nothing is kept as an answer.
"""

from __future__ import annotations

import re

from dialogs import saying
from dialogs.language.normal import normal
from dialogs.library import EVERYWHERE
from dialogs.model import Kind
from dialogs.reading import Values, known
from dialogs.run import Run

STEP = "echo"  # in everywhere
YES = "right"  # its choice that keeps the value
_VALUE, _WORDS, _BETWEEN = "value", "words", "|"
_PLAIN = {  # typed out in full: nothing was interpreted
    Kind.PHONE: re.compile(r"(?:\+31|0031|0)(?:[\s\-]?\d){9}"),
    Kind.DATE: re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d\d-\d\d"),
    Kind.TIME: re.compile(r"\d{1,2}[:.]\d\d(?: ?uur)?"),
    Kind.MOMENT: re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d"),
}
_PLAIN[Kind.BIRTHDATE] = _PLAIN[Kind.DATE]


def wanted(run: Run, value: Values, text: str) -> bool:
    """Whether this reading is to be confirmed first."""
    if run.step.echo:
        return True
    plain = _PLAIN.get(run.step.kind)
    if plain is None or plain.fullmatch(text.strip()):
        return False
    return normal(text) != normal(_said(run, value))


def ask(run: Run, value: Values, text: str) -> None:
    """Read it back; the value waits beside the question."""
    facts = {"lees": _said(run, value), _VALUE: _BETWEEN.join(value), _WORDS: text}
    run.push(EVERYWHERE, STEP, facts=facts)
    run.enter(STEP)


def open_(run: Run) -> bool:
    """Whether she is asked if we read her right."""
    return run.on_overlay and run.frame.step == STEP


def take(run: Run) -> tuple[Values, str]:
    """The value that waited and her words; the question is on the table again."""
    facts = run.frame.facts
    run.pop()
    return tuple(facts[_VALUE].split(_BETWEEN)), facts[_WORDS]


def _said(run: Run, value: Values) -> str:
    if run.step.kind is not Kind.MULTI:
        return saying.said(run.step.kind, value, run.local.date())
    labels = {one.id: one.label for one in known(run)}
    return saying.listed([labels.get(one, one) for one in value])


def again(run: Run) -> None:
    """Not right: the question once more."""
    run.before("echo_again")
    run.again()
