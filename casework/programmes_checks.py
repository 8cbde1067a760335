"""What a municipality's programmes must make sense of beyond their schema, each with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

from casework.childcare_steps import STEPS
from casework.coaching import PROGRAMME as COACHING
from casework.municipality import Municipality
from casework.programmes import Funding, Programme
from dialogs.authoring.wording import near

Finding = tuple[tuple[str | int, ...], str, str]  # path, message, code


def _dates(town: Municipality) -> Iterator[Finding]:
    for place, one in enumerate(town.programmes):
        if one.since and one.until and one.until < one.since:
            message = f"eindigt op {one.until}, maar begint pas op {one.since}"
            yield ("programmes", place, "until"), message, "ends-before-begin"


def _quotas(town: Municipality) -> Iterator[Finding]:
    for place, one in enumerate(town.programmes):
        if one.warn_at and one.warn_at > (one.quota or 0):
            message = "waarschuwen kan alleen onder het quotum"
            yield ("programmes", place, "warn_at"), message, "warn-above-quota"
        years = [budget.year for budget in one.budgets]
        for at, year in enumerate(years):
            if year in years[:at]:
                path = ("programmes", place, "budgets", at, "year")
                yield path, f"het budget van {year} staat er al", "double-budget"


def _examples(town: Municipality) -> Iterator[Finding]:
    """A guess must name a field that is there; and a municipality that is no demo has none."""
    for place, one in enumerate(town.programmes):
        yield from _guessed(("programmes", place), one.examples, Programme, demo=town.demo)
    for place, way in enumerate(town.funding):
        yield from _guessed(("funding", place), way.examples, Funding, demo=town.demo)


def _guessed(
    path: tuple[str | int, ...], examples: frozenset[str], kind: type[Any], *, demo: bool
) -> Iterator[Finding]:
    known = sorted({one.name for one in fields(kind)} - {"examples", "id"})
    for example in sorted(examples.difference(known)):
        hint = near(example, known)
        message = f"'{example}' is geen veld" + (f"; bedoel je '{hint}'?" if hint else "")
        yield (*path, "examples"), message, "unknown-example"
    if examples and not demo:
        message = "dit zijn voorbeelden: vul in wat de gemeente besloot"
        yield (*path, "examples"), message, "example-value"


def _checked(town: Municipality) -> Iterator[Finding]:
    """What is told to parents or counted was looked at by somebody, on a day."""
    for place, one in enumerate(town.programmes):
        if one.on and one.checked_on is None:
            message = "staat aan: schrijf bij 'checked_on' wanneer iemand dit nakeek"
            yield ("programmes", place), message, "not-checked"
    for place, way in enumerate(town.funding):
        if way.checked_on is None:
            message = "schrijf bij 'checked_on' wanneer iemand dit nakeek"
            yield ("funding", place), message, "not-checked"


def _counted(town: Municipality) -> Iterator[Finding]:
    """Places that are paid for month by month need all that the sum is made of."""
    for place, one in enumerate(town.programmes):
        if one.id != "bridging_childcare" or not one.on:
            continue
        for name in ("quota", "warn_at", "amount", "months", "budgets"):
            if not getattr(one, name):
                message = f"hier ontbreekt '{name}': zo is niet te tellen hoeveel plek er is"
                yield ("programmes", place), message, "cannot-count"


def _offsets(town: Municipality) -> Iterator[Finding]:
    known = [step.id for step in STEPS]
    for place, one in enumerate(town.programmes):
        for name in one.offsets:
            if name not in known:
                hint = near(name, known)
                message = f"stap '{name}' kennen we niet" + (
                    f"; bedoel je '{hint}'?" if hint else ""
                )
                yield ("programmes", place, "offsets", name), message, "unknown-step"


def _funding(town: Municipality) -> Iterator[Finding]:
    ids = [one.id for one in town.programmes]
    for place, way in enumerate(town.funding):
        if way.id in [one.id for one in town.funding[:place]]:
            yield ("funding", place, "id"), f"'{way.id}' staat er al", "double-id"
        if way.programme and way.programme not in ids:
            message = f"programma '{way.programme}' staat niet in dit bestand"
            yield ("funding", place, "programme"), message, "unknown-programme"
        if way.warn_after_days and way.stop_after_months is None:
            message = "waarschuwen kan alleen voor een uiterste datum (stop_after_months)"
            yield ("funding", place, "warn_after_days"), message, "warn-without-stop"


def _begun(town: Municipality) -> Iterator[Finding]:
    """What a talk may begin is coaching, where this file says for how many families."""
    known = [one.id for one in town.programmes if one.id == COACHING and one.quota]
    for place, one in enumerate(town.desk.outcomes):
        if one.begins and one.begins not in known:
            hint = near(one.begins, known)
            message = (
                f"programma '{one.begins}' begint niet na een gesprek, of het quotum ontbreekt"
            )
            message += f"; bedoel je '{hint}'?" if hint else ""
            yield ("desk", "outcomes", place, "begins"), message, "unknown-programme"


RULES: tuple[Callable[[Municipality], Iterator[Finding]], ...] = (
    _dates,
    _quotas,
    _examples,
    _checked,
    _counted,
    _offsets,
    _funding,
    _begun,
)
