"""Which programmes fit what a parent told, and by which of her answers. It decides nothing.

A programme's `fits:` in the municipality's file is a condition on her answers. What she skipped is
not known: then it may fit, and she can find it in her menu, but nobody brings it up. A flow of a
programme without `fits:` is for everybody in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.municipality import Municipality
from casework.programmes import Programme
from dialogs.conditions import Values, holds, tests
from dialogs.model import Answer, Status, key

ASKED_IN = "intake"  # a name without a script is one of its questions


class Fit(StrEnum):
    """How well a programme fits."""

    YES = "yes"  # by what she said
    MAYBE = "maybe"  # she did not say what it depends on


@dataclass(frozen=True, slots=True)
class Fitting:
    """A programme that fits. `because`: the answers it rests on, as script.step."""

    programme: Programme
    fit: Fit
    because: tuple[str, ...] = ()


def fitting(town: Municipality, answers: Mapping[str, Answer], on: date) -> list[Fitting]:
    """The programmes of this town that run on that day and fit, those she told of first."""
    found = [one for programme in town.programmes if (one := _fitting(programme, answers, on))]
    return sorted(found, key=lambda one: one.fit is Fit.MAYBE)


def _fitting(programme: Programme, answers: Mapping[str, Answer], on: date) -> Fitting | None:
    if not programme.runs(on):
        return None
    if programme.fits is None:
        return Fitting(programme, Fit.MAYBE) if programme.flow else None
    truth = holds(programme.fits, told(answers))
    if truth is None:
        return Fitting(programme, Fit.MAYBE)
    return Fitting(programme, Fit.YES, _because(programme, answers)) if truth else None


def told(answers: Mapping[str, Answer]) -> Values:
    """Her answers for a condition; None for what she skipped, declined or was not asked."""

    def values(name: str) -> tuple[str, ...] | None:
        answer = answers.get(_full(name))
        return answer.value if answer and answer.status is Status.ANSWERED else None

    return values


def _because(programme: Programme, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    known = told(answers)
    found = (
        _full(name)
        for name, wanted in tests(programme.fits)
        if any(not wanted or value in wanted for value in known(name) or ())
    )
    return tuple(dict.fromkeys(found))


def _full(name: str) -> str:
    return name if "." in name else key(ASKED_IN, name)
