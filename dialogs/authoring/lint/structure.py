"""How scripts hold together: every step can be met, left, understood, and leads to a person.

Looks at several scripts at once. What the service can do (deeds, look-ups, timers) comes in as
`Known`, since the scripts know no municipal word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogs.authoring.issue import Issue, Severity
from dialogs.authoring.lint import graph, person, routes
from dialogs.authoring.sense import KNOWN_FACTS
from dialogs.authoring.wording import near
from dialogs.conditions import Condition, tests
from dialogs.flow import is_question
from dialogs.library import DANGER, EVERYWHERE
from dialogs.model import Kind, Script, Step

MOST_BUTTONS = 5  # answers on one message, domain.md §2
MOST_BOXES = 8  # boxes to tick, which stand together
OWN = "@"  # options that the engine brings itself
NO_EXAMPLE = frozenset({Kind.INFO, Kind.SAY, Kind.LOOKUP, Kind.TEXT, Kind.NAME, Kind.CHOICE})
_FACT = re.compile(r"{(\w+)}")
DeedProblems = Callable[[str, Mapping[str, str]], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Known:
    """What the service can do. `deed_problems` says in Dutch why a deed cannot be done."""

    deed_problems: DeedProblems
    lookups: frozenset[str]
    begins: frozenset[str]  # entries that a timer or a person begins


def structure(scripts: Sequence[Script], known: Known) -> list[Issue]:
    """Every finding about these scripts together."""
    checks = (
        _unreachable, _dead_ends, _loops, _endless, _impossible, _elsewhere, _buttons, _examples,
        _labels, _no_person,
    )  # fmt: skip
    found = [issue for check in checks for issue in check(scripts)]
    return sorted([*found, *_deeds(scripts, known), *_lookups(scripts, known),
                   *_entries(scripts, known)])  # fmt: skip


def _error(script: Script, step: Step | None, code: str, message: str, hint: str = "") -> Issue:
    return _issue(script, step, code, message, hint, Severity.ERROR)


def _warning(script: Script, step: Step | None, code: str, message: str, hint: str = "") -> Issue:
    return _issue(script, step, code, message, hint, Severity.WARNING)


def _issue(
    script: Script, step: Step | None, code: str, message: str, hint: str, severity: Severity
) -> Issue:
    field = f"steps[{step.id}]" if step else ""
    line = step.line if step else 1
    return Issue(script.file or script.id, line, field, message, code, severity, hint)


def _steps(scripts: Sequence[Script]) -> Iterator[tuple[Script, Step]]:
    return ((script, step) for script in scripts for step in script.steps)


# -- can it be met, and left ----------------------------------------------------------------


def _unreachable(scripts: Sequence[Script]) -> Iterator[Issue]:
    overlays = graph.overlays(scripts)
    for script in scripts:
        met = graph.reached(script, graph.roots(script, overlays))
        for step in script.steps:
            if step.id not in met:
                hint = "laat een antwoord of een 'next' hierheen gaan, of haal de stap weg"
                yield _error(script, step, "unreachable", f"niemand komt bij '{step.id}'", hint)


def _dead_ends(scripts: Sequence[Script]) -> Iterator[Issue]:
    for script, step in _steps(scripts):
        tapped = step.kind in (Kind.INFO, Kind.CHOICE) and not step.options_from
        stuck = tapped and not step.skippable and not any(map(graph.leads_on, step.choices))
        if stuck and script.id != EVERYWHERE:
            hint = "geef een antwoord dat verder gaat"
            yield _error(script, step, "dead-end", f"na '{step.id}' kan niemand verder", hint)


def _loops(scripts: Sequence[Script]) -> Iterator[Issue]:
    for script in scripts:
        if way := graph.silent_loop(script):
            message = f"{' → '.join([*way, way[0]])} draait rond zonder iets te vragen"
            yield _error(script, script.step(way[0]), "silent-loop", message,
                         "zet er een vraag tussen")  # fmt: skip


def _endless(scripts: Sequence[Script]) -> Iterator[Issue]:
    overlays = graph.overlays(scripts)
    for script in scripts:
        if step := graph.endless(script, graph.roots(script, overlays)):
            hint = "laat een antwoord of een 'next' naar 'end' gaan"
            message = f"na '{step.id}' komt het gesprek nooit aan een eind"
            yield _error(script, step, "never-ends", message, hint)


def _impossible(scripts: Sequence[Script]) -> Iterator[Issue]:
    elsewhere = {f"{script.id}.{step.id}": step for script, step in _steps(scripts)}
    for script in scripts:
        steps = elsewhere | {step.id: step for step in script.steps}
        for step in script.steps:
            if not all(routes.possible(condition, steps) for condition in _conditions(step)):
                message = f"een 'when' bij '{step.id}' kan nooit waar zijn"
                hint = "één vraag met knoppen heeft maar één antwoord; bedoel je 'or'?"
                yield _error(script, step, "never-true", message, hint)
                continue
            for route in routes.never_taken(step.routes, steps):
                message = f"de weg van '{step.id}' naar '{route.goto}' neemt niemand"
                hint = "een eerdere 'next' geldt dan al; zet deze ervoor, of haal hem weg"
                yield _error(script, step, "dead-route", message, hint)


# -- names of other scripts -----------------------------------------------------------------


def _elsewhere(scripts: Sequence[Script]) -> Iterator[Issue]:
    names = {f"{script.id}.{step.id}" for script, step in _steps(scripts)}
    for script, step in _steps(scripts):
        for target in _named(script, step):
            if target not in names:
                hint = near(target, sorted(names))
                message = f"er is geen stap '{target}'"
                yield _error(script, step, "unknown-step", message, hint and f"bedoel je '{hint}'?")


def _named(script: Script, step: Step) -> Iterator[str]:
    """Every step that this one names in full, as script.step."""
    if step.stands_for:
        yield step.stands_for
    for choice in step.choices:
        if choice.overlay:
            yield ".".join(graph.split(choice.overlay))
    for condition in _conditions(step):
        yield from (name for name, _ in tests(condition) if "." in name)
    for _, value in (*step.args, *(arg for deed in step.do for arg in deed.args)):
        if value.startswith("="):
            yield value[1:] if "." in value else f"{script.id}.{value[1:]}"


def _conditions(step: Step) -> Iterator[Condition | None]:
    yield step.when
    yield from (route.when for route in step.routes)
    yield from (choice.when for choice in step.choices)
    yield from (deed.when for deed in step.do)


# -- what she sees --------------------------------------------------------------------------


def _buttons(scripts: Sequence[Script]) -> Iterator[Issue]:
    for script, step in _steps(scripts):
        most = MOST_BOXES if step.kind is Kind.MULTI else MOST_BUTTONS
        # What is there for some only is not there all at once; the engine pages what is.
        shown = sum(1 for choice in step.choices if not (choice.alone or choice.when))
        if shown > most:
            message = f"'{step.id}' heeft {shown} antwoorden; {most} is het meest"
            yield _error(script, step, "many-buttons", message, "maak er twee vragen van")


def _examples(scripts: Sequence[Script]) -> Iterator[Issue]:
    for script, step in _steps(scripts):
        unsure = step.kind not in NO_EXAMPLE or (step.kind is Kind.CHOICE and step.options_from)
        if unsure and not step.example and not step.options_from.startswith(OWN):
            hint = "zet er een 'example' bij: die ziet een ouder als we haar niet begrepen"
            yield _warning(script, step, "no-example", f"'{step.id}' heeft geen voorbeeld", hint)


def _labels(scripts: Sequence[Script]) -> Iterator[Issue]:
    """Two questions with one name in her list; of the danger questions only one is asked."""
    for script in scripts:
        labelled = [s for s in script.steps if s.label and is_question(s) and not s.stands_for]
        times = Counter(step.label for step in labelled)
        for step in labelled:
            if times[step.label] > 1 and script.id != DANGER:
                message = f"'{step.label}' heet ook een andere vraag in dit gesprek"
                yield _warning(script, step, "double-label", message, "geef elke vraag een naam")


def _no_person(scripts: Sequence[Script]) -> Iterator[Issue]:
    for script, step, message, hint in person.missing(scripts):
        yield _error(script, step, "no-person", message, hint)


# -- what the service can do ----------------------------------------------------------------


def _deeds(scripts: Sequence[Script], known: Known) -> Iterator[Issue]:
    for script, step in _steps(scripts):
        for deed in step.do:
            for message in known.deed_problems(deed.name, dict(deed.args)):
                yield _error(script, step, "unknown-deed", message)
        for name, value in (*step.args, *(arg for deed in step.do for arg in deed.args)):
            for fact in _FACT.findall(value):
                if fact not in KNOWN_FACTS and fact not in script.index:
                    message = f"{{{fact}}} bij '{name}' kennen we niet"
                    yield _error(script, step, "unknown-placeholder", message)


def _lookups(scripts: Sequence[Script], known: Known) -> Iterator[Issue]:
    for script, step in _steps(scripts):
        for name in filter(None, (step.lookup, step.options_from)):
            if name not in known.lookups and not name.startswith(OWN):
                hint = near(name, sorted(known.lookups))
                message = f"'{name}' kunnen we niet opzoeken"
                yield _error(script, step, "unknown-lookup", message,
                             hint and f"bedoel je '{hint}'?")  # fmt: skip


def _entries(scripts: Sequence[Script], known: Known) -> Iterator[Issue]:
    for script in scripts:
        for entry in sorted(set(script.entries) - known.begins):
            message = f"niets begint bij '{entry}'"
            yield _warning(script, None, "unused-entry", message, "haal de naam uit 'entries'")
    begun = {entry for script in scripts for entry in script.entries}
    home = next((script for script in scripts if script.id == EVERYWHERE), None)
    if home is None:
        return
    for entry in sorted(known.begins - begun):
        message = f"geen gesprek begint bij '{entry}'; die herinnering zegt dan niets"
        yield _error(home, None, "no-script", message, "zet de naam bij 'entries' van een gesprek")
