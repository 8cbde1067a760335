"""What a municipality's file says about our scripts: do its conditions and flows exist there?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from casework.fitting import ASKED_IN
from casework.municipality import Municipality
from casework.partly import as_far
from dialogs.authoring.issue import Issue
from dialogs.authoring.source import Source
from dialogs.authoring.wording import did_you_mean
from dialogs.conditions import Condition, tests
from dialogs.model import Script, Step


def against_scripts(town: Municipality, source: Source, scripts: Sequence[Script]) -> list[Issue]:
    """Names of questions, answers and conversations that no script has."""
    found = [*as_far(_conditions, town, source, scripts), *as_far(_flows, town, source, scripts)]
    return sorted([*as_far(_name, town, source), *found])


def _name(town: Municipality, source: Source) -> Iterator[Issue]:
    """STAPJE_MUNICIPALITY names the file, families are kept under the id: two towns never share."""
    if Path(source.file).stem != town.id:
        message = f"het bestand heet '{Path(source.file).name}', maar de id is '{town.id}'"
        hint = f"noem het bestand {town.id}.yaml, of pas de id aan"
        line = source.line(("id",))
        yield Issue(source.file, line, "id", message, "id-not-file", suggestion=hint)


def _flows(town: Municipality, source: Source, scripts: Sequence[Script]) -> Iterator[Issue]:
    known = [script.id for script in scripts]
    for place, one in enumerate(town.programmes):
        if one.flow and one.flow not in known:
            message = f"gesprek '{one.flow}' is er niet{did_you_mean(one.flow, known)}"
            yield source.issue(("programmes", place, "flow"), message, "unknown-flow")


def _conditions(town: Municipality, source: Source, scripts: Sequence[Script]) -> Iterator[Issue]:
    questions = {
        (script.id, step.id): step for script in scripts for step in script.steps if step.label
    }
    for path, condition in _fits(town):
        for name, wanted in tests(condition):
            script, _, step_id = name.rpartition(".")
            step = questions.get((script or ASKED_IN, step_id))
            if step is None:
                known = [step for of, step in questions if of == (script or ASKED_IN)]
                message = f"vraag '{name}' is er niet{did_you_mean(step_id, known)}"
                yield source.issue(path, message, "unknown-question")
                continue
            answers = _answers(step, town)
            for value in (value for value in wanted if answers and value not in answers):
                message = f"'{value}' is geen antwoord op '{name}'{did_you_mean(value, answers)}"
                yield source.issue(path, message, "unknown-answer")


def _fits(town: Municipality) -> Iterator[tuple[tuple[str | int, ...], Condition | None]]:
    """Every condition of a programme and of its cards, and where it stands."""
    for place, one in enumerate(town.programmes):
        yield ("programmes", place, "fits"), one.fits
        for at, card in enumerate(one.cards):
            yield ("programmes", place, "cards", at, "fits"), card.fits


def _answers(step: Step, town: Municipality) -> list[str]:
    """The ids of what she can choose; [] where she says it in her own words."""
    brought = [one.id for one in town.districts] if step.options_from == "districts" else []
    return [*brought, *(choice.id for choice in step.choices)]
