"""Kept answers as the summary wants them, with the question as it was asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from casework.summary import Attached, Given, State
from dialogs.library import EVERYWHERE, Library
from dialogs.model import Step
from dialogs.overview import NOTE, SIGNAL
from dialogs.render import unmarked
from storage.answers import AnswerRow

ALSO_SAID = "Ook gezegd"  # words she left besides the questions
LOOK_OUT = "Let op, de ouder schreef"  # words that may mean danger


def all_given(library: Library, rows: Iterable[AnswerRow]) -> list[Given]:
    """Every answer that the tandem may see; taps that only said "verder" are no answers."""
    found = []
    for row in rows:
        step = _step(library, row)
        if step is None or _for_tandem(step):
            found.append(_given(row, step))
    return found


def said(row: AnswerRow | None) -> str:
    """A short answer in one string; "" when she gave none."""
    if row is None or row.status not in (State.ANSWERED, State.UNCLEAR):
        return ""
    parts = row.body.get("labels") or []
    return ", ".join(parts) or row.body.get("words") or ", ".join(row.body.get("value") or [])


def _for_tandem(step: Step) -> bool:
    seen = not step.sees or "tandem" in step.sees
    return seen and bool(step.section or step.label)


def _step(library: Library, row: AnswerRow) -> Step | None:
    """The step as it was then, else as it is now, else None: it no longer exists anywhere."""
    for version in (row.script_version, None):
        try:
            return library.script(row.script, version).step(row.step)
        except KeyError:
            continue
    return None


def _label(row: AnswerRow, step: Step | None) -> str:
    if row.script == EVERYWHERE and row.step.startswith(NOTE):
        return ALSO_SAID
    if _signal(row):
        return LOOK_OUT
    return (step.label if step else "") or row.step


def _signal(row: AnswerRow) -> bool:
    return row.script == EVERYWHERE and row.step.startswith(SIGNAL)


def _given(row: AnswerRow, step: Step | None) -> Given:
    body = row.body
    return Given(
        script=row.script,
        version=row.script_version,
        step=row.step,
        label=_label(row, step),
        section="urgent" if _signal(row) else step.section if step else "",
        question=unmarked(body.get("question", "")),
        status=State(row.status),
        at=datetime.fromtimestamp(row.at, UTC),
        labels=tuple(body.get("labels") or ()),
        value=tuple(body.get("value") or ()),
        words=body.get("words", ""),
        attachments=tuple(
            Attached(one["id"], one["kind"], one.get("seconds", 0))
            for one in body.get("attachments") or ()
        ),
    )
