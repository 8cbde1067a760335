"""A script file → a `Script`, or every issue in it with file and line."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.authoring.issue import Issue
from dialogs.authoring.schema import ChoiceRow, DeedRow, ScriptRow, StepRow
from dialogs.authoring.sense import conditions, senseless
from dialogs.authoring.source import Source, SourceError, load_yaml
from dialogs.authoring.wording import validate
from dialogs.authoring.yaml_events import Path
from dialogs.conditions import Condition, ConditionError, parse
from dialogs.flow import END
from dialogs.model import Choice, Deed, Kind, Route, Script, Step

_NEEDS_CHOICES = frozenset({Kind.CHOICE, Kind.MULTI, Kind.INFO})


def build_script(text: str, file: str) -> Script | list[Issue]:
    """The script in this text. Never raises for what is written in it."""
    try:
        return build(load_yaml(text, file))
    except SourceError as wrong:
        return wrong.issues


def build(source: Source) -> Script | list[Issue]:
    """The script in this document, or every issue in it."""
    row = validate(ScriptRow, source)
    if isinstance(row, list):
        return row
    issues = list(_checks(row, source))
    return sorted(issues) if issues else _script(row, source)


def _script(row: ScriptRow, source: Source) -> Script:
    steps = tuple(_step(s, source.line(("steps", i))) for i, s in enumerate(row.steps))
    return Script(
        id=row.id,
        version=row.version,
        title=row.title,
        steps=steps,
        numbered=row.numbered,
        resumable=row.resumable,
        entries=row.entries,
        lines=row.lines,
        refused=row.refused,
        file=source.file,
        index={s.id: i for i, s in enumerate(steps)},
    )


def _step(row: StepRow, line: int) -> Step:
    same = row.model_dump(include=_SAME)
    return Step(
        **same,
        sees=frozenset(row.sees),
        heeds=frozenset(row.heeds),
        choices=tuple(map(_choice, row.choices)),
        args=tuple(row.with_.items()),
        when=_condition(row.when),
        do=tuple(map(_deed, row.do)),
        routes=tuple(Route(r.goto, _condition(r.when)) for r in row.next),
        line=line,
    )


_SAME = {
    "id", "kind", "text", "label", "section", "options_from", "lookup", "most", "skippable",
    "essential", "core", "part_of", "stands_for", "aside", "otherwise",
    "fleeting", "own_words", "echo", "example", "repeat", "overview",
    "passed_along",
    "file",
}  # fmt: skip


def _choice(row: ChoiceRow) -> Choice:
    return Choice(
        id=row.id,
        label=row.label,
        says=row.says,
        goto=row.goto,
        intent=row.intent,
        alone=row.alone,
        depth=row.depth,
        overlay=row.overlay or "",
        form=row.form or "",
        typed=row.typed,
        stays=row.stays,
        when=_condition(row.when),
    )


def _deed(row: DeedRow) -> Deed:
    return Deed(row.do, tuple(row.with_.items()), _condition(row.when))


def _condition(text: str | None) -> Condition | None:
    return parse(text) if text else None


# -- what a schema cannot see ---------------------------------------------------------------


def _checks(row: ScriptRow, source: Source) -> Iterator[Issue]:
    yield from _doubled([s.id for s in row.steps], ("steps",), source)
    ids = {s.id for s in row.steps} | {END, "stay"}
    for entry, target in row.entries.items():
        yield from _known(target, ids, ("entries", entry), source)
    if row.refused:
        yield from _known(row.refused, ids, ("refused",), source)
    for i, step in enumerate(row.steps):
        path: Path = ("steps", i)
        yield from _gotos(step, ids, path, source)
        yield from _conditions(step, path, source)
        yield from _shape(step, path, source)
    yield from senseless(row, source)


def _doubled(ids: list[str], path: Path, source: Source) -> Iterator[Issue]:
    for i, one in enumerate(ids):
        if one in ids[:i]:
            where = (*path, i, "id")
            yield source.issue(where, f"'{one}' staat er al; elk id is anders", "doubled-id")


def _gotos(step: StepRow, ids: set[str], path: Path, source: Source) -> Iterator[Issue]:
    for i, route in enumerate(step.next):
        yield from _known(route.goto, ids, (*path, "next", i, "goto"), source)
    for i, choice in enumerate(step.choices):
        if choice.goto:
            yield from _known(choice.goto, ids, (*path, "choices", i, "goto"), source)
    if step.own_words and step.own_words not in {choice.id for choice in step.choices}:
        message = f"er is geen antwoord '{step.own_words}'"
        yield source.issue((*path, "own_words"), message, "unknown-choice")
    for field in ("otherwise", "part_of"):
        if target := getattr(step, field):
            yield from _known(target, ids, (*path, field), source)


def _known(target: str, ids: set[str], path: Path, source: Source) -> Iterator[Issue]:
    if target not in ids:
        yield source.issue(path, f"er is geen stap '{target}'", "unknown-step")


def _conditions(step: StepRow, path: Path, source: Source) -> Iterator[Issue]:
    for where, text in conditions(step, path):
        try:
            parse(text)
        except ConditionError as wrong:
            yield source.issue(where, f"dit lees ik niet: {wrong}", "bad-condition")


def _shape(step: StepRow, path: Path, source: Source) -> Iterator[Issue]:
    yield from _doubled([c.id for c in step.choices], (*path, "choices"), source)
    if step.kind in _NEEDS_CHOICES and not (step.choices or step.options_from):
        yield source.issue(path, "hier ontbreken de antwoorden (choices)", "no-choices")
    if step.kind is Kind.LOOKUP and not step.lookup:
        yield source.issue(path, "hier ontbreekt wat we opzoeken (lookup)", "no-lookup")
    if step.kind is not Kind.LOOKUP and not step.text.strip():
        yield source.issue(path, "hier ontbreekt de tekst (text)", "no-text")
