"""Conditions that nobody can ever meet: a contradiction, or a route behind one that holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, combinations, product
from math import prod

from dialogs.conditions import All, Condition, Not, holds, tests
from dialogs.model import Kind, Route, Step

MOST_WAYS = 4096  # combinations of answers that are tried; a condition with more is believed
_OTHER = "?"  # an answer that the condition does not name
Answers = tuple[str, ...]


def possible(condition: Condition | None, steps: Mapping[str, Step]) -> bool:
    """Whether some answers make it true. `steps` by the names that the condition uses."""
    named: dict[str, set[str]] = {}
    for name, wanted in tests(condition):
        named.setdefault(name, set()).update(wanted)
    ways = [list(_answers(steps.get(name), wanted)) for name, wanted in named.items()]
    if prod(map(len, ways)) > MOST_WAYS:
        return True
    tried = (dict(zip(named, way, strict=True)) for way in product(*ways))
    return any(holds(condition, answers.__getitem__) for answers in tried)


def never_taken(routes: Iterable[Route], steps: Mapping[str, Step]) -> Iterator[Route]:
    """Routes that can hold only where an earlier one does already."""
    before: list[Condition] = []
    always = False
    for route in routes:
        here = (*before, route.when) if route.when else tuple(before)
        if always or not possible(All(here), steps):
            yield route
        if route.when is None:
            always = True
        else:
            before.append(Not(route.when))


def _answers(step: Step | None, wanted: set[str]) -> Iterator[Answers]:
    """What may be answered, as far as it matters: of buttons one, of anything else any number."""
    values = sorted(wanted | {_OTHER})
    if step is not None and step.kind is Kind.CHOICE:
        yield from ((), *((value,) for value in values))
    else:
        sizes = range(len(values) + 1)
        yield from chain.from_iterable(combinations(values, size) for size in sizes)
