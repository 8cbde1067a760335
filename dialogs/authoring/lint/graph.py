"""Where a step can lead: the script as a graph, conditions left aside (any of them may hold)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dialogs.flow import END
from dialogs.library import DANGER, EVERYWHERE
from dialogs.model import Choice, Intent, Kind, Script, Step

PASSING = frozenset({Kind.SAY, Kind.LOOKUP})  # kinds that wait for nobody
STAY = "stay"
_ENGINE = {DANGER: frozenset({"help_now", "reach"})}  # dialogs.danger begins at these
_ONWARD = frozenset(Intent) - {Intent.CALL, Intent.ANSWERS, Intent.MENU, Intent.CHANGE}

_LEAVES = frozenset({Intent.RESUME, Intent.RESTART, Intent.STOP, Intent.ERASE})


def targets(script: Script, step: Step) -> Iterator[str]:
    """The steps of this script that may come next; "end" among them."""
    yield from (route.goto for route in step.routes)
    yield from (choice.goto for choice in step.choices if choice.goto and choice.goto != STAY)
    if step.otherwise:
        yield step.otherwise
    if _falls_through(step):
        yield from _in_order(script, step)


def _falls_through(step: Step) -> bool:
    """Whether it may happen that no route and no button says where to go."""
    if any(route.when is None for route in step.routes):
        return False
    tapped = step.kind in (Kind.INFO, Kind.CHOICE) and not step.options_from
    directed = all(choice.goto or choice.intent for choice in step.choices)
    return not (tapped and directed and not step.skippable)


def _in_order(script: Script, step: Step) -> Iterator[str]:
    """The steps that may follow in the order of the file, up to the first that always applies."""
    for later in script.steps[script.index[step.id] + 1 :]:
        if not later.aside:
            yield later.id
            if later.when is None:
                return
    yield END


def reached(script: Script, roots: Iterable[str]) -> set[str]:
    """Every step that can be met from these."""
    met: set[str] = set()
    ahead = [root for root in roots if root in script.index]
    while ahead:
        at = ahead.pop()
        if at not in met:
            met.add(at)
            ahead += [t for t in targets(script, script.step(at)) if t in script.index]
    return met


def roots(script: Script, overlays: Mapping[str, set[str]]) -> set[str]:
    """Where a script can begin: its first step, its entries, what others lay on top, the engine."""
    begun = {*script.entries.values(), *overlays.get(script.id, ())}
    begun |= {script.refused} - {""}
    if script.id == EVERYWHERE:  # the engine shows these by name
        return begun | {step.id for step in script.steps if not step.aside}
    if script.id in _ENGINE:
        return begun | _ENGINE[script.id]
    return begun if script.entries else begun | {script.steps[0].id}


def overlays(scripts: Iterable[Script]) -> dict[str, set[str]]:
    """Script → its steps that a button somewhere lays on top of another script."""
    found: dict[str, set[str]] = {}
    for script in scripts:
        for choice in (choice for step in script.steps for choice in step.choices):
            if choice.overlay:
                name, step = split(choice.overlay)
                found.setdefault(name, set()).add(step)
    return found


def split(target: str) -> tuple[str, str]:
    """ "first_talk.offer" → its script and step; without a script it is of everywhere."""
    script, _, step = target.rpartition(".")
    return script or EVERYWHERE, step


def leads_on(choice: Choice) -> bool:
    """Whether tapping it brings her further, and not only to a person or a list."""
    if choice.goto == STAY:
        return False
    return choice.intent is None or choice.intent in _ONWARD


def silent_loop(script: Script) -> list[str]:
    """Steps that lead round without asking anything; empty when there are none."""
    quiet = {step.id: step for step in script.steps if step.kind in PASSING}
    for start in quiet:
        seen, ahead = {start}, [(start, [start])]
        while ahead:
            at, way = ahead.pop()
            for target in targets(script, quiet[at]):
                if target == start:
                    return way
                if target in quiet and target not in seen:
                    seen.add(target)
                    ahead.append((target, [*way, target]))
    return []


def endless(script: Script, begun: Iterable[str]) -> Step | None:
    """The first step from which, whatever she answers, the end is never met."""
    before: dict[str, set[str]] = {}
    met = reached(script, begun)
    for name in met:
        for target in _onward(script, script.step(name)):
            before.setdefault(target, set()).add(name)
    ends, ahead = {END}, [END]
    while ahead:
        new = before.get(ahead.pop(), set()) - ends
        ends |= new
        ahead += new
    return next((step for step in script.steps if step.id in met - ends), None)


def _onward(script: Script, step: Step) -> Iterator[str]:
    yield from targets(script, step)
    if any(choice.intent in _LEAVES for choice in step.choices):
        yield END
