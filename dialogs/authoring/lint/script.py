"""The texts of one script file, as a parent reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.authoring.babel_extract import places
from dialogs.authoring.lint.said import Role, Said
from dialogs.authoring.source import Source
from dialogs.authoring.yaml_events import Path, Plain

CRISIS_SCRIPTS = frozenset({"danger"})
CRISIS_STEPS = frozenset({"everywhere/safety"})
_ROLES = {"label": Role.LABEL, "example": Role.EXAMPLE, "repeat": Role.MESSAGE}
_SILENT = frozenset({"say", "lookup", "info"})


def said_in(source: Source) -> Iterator[Said]:
    """Every text of this script with its role; for a file of any shape, also a broken one."""
    for context, path, text in places(source):
        step = _step(source.data, path)
        yield Said(
            file=source.file,
            line=source.line(path),
            field=source.field(path),
            text=text,
            role=role_of(context),
            form="both" if _names_both(step) else "je",
            crisis=is_crisis(context),
            asks=str(step.get("kind", "")) not in _SILENT and path[-1] in ("text", "repeat"),
        )


def role_of(context: str) -> Role:
    """What a text in this catalogue context is for."""
    _, _, beside = context.partition("#")
    if beside:
        return _ROLES[beside]
    name = context.split("/")
    if len(name) > 2 or name[-1].startswith("button_"):
        return Role.BUTTON
    return Role.LABEL if name[-1].startswith("shown_") else Role.MESSAGE


def is_crisis(context: str) -> bool:
    """Whether this belongs to a step that is shown in danger."""
    script = context.split("/")[0]
    return script in CRISIS_SCRIPTS or context.split("#")[0] in CRISIS_STEPS


def _step(data: Plain, path: Path) -> Mapping[str, Plain]:
    match data, path:
        case {"steps": list(steps)}, ("steps", int(place), *_):
            step = steps[place]
            return step if isinstance(step, dict) else {}
    return {}


def _names_both(step: Mapping[str, Plain]) -> bool:
    choices = step.get("choices")
    rows = choices if isinstance(choices, list) else []
    return any(isinstance(row, dict) and "form" in row for row in rows)
