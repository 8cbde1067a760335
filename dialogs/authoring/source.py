"""YAML that people write → plain data that still knows its lines, or a list of issues.

Only the plain part of YAML is read: mappings, lists, text, whole numbers, true/false and
null. Everything else that looks like a value stays text ("0612", "1.50", "2026-11-26",
"ja"), so that no telephone number loses its zero. Tags, anchors, aliases and doubled keys
are refused; nothing a file says can make the reader do more work than its length.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from dialogs.authoring.issue import Issue, Severity
from dialogs.authoring.yaml_events import Builder, Path, Plain, read_events

BIGGEST = 512 * 1024  # bytes
DEEPEST = 12  # mappings and lists inside each other

Finding = tuple[Path, str, str]  # path, message, code: what `Source.issue` takes


class SourceError(Exception):
    """The text is not the YAML we read; `issues` says all that is wrong with it."""

    def __init__(self, issues: list[Issue]) -> None:
        super().__init__("\n".join(map(str, issues)))
        self.issues = issues


class Strict(BaseModel):
    """Base of every model for hand-written files: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Source:
    """A document as plain data, and the line each part stands on."""

    file: str
    data: Plain
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """The line (from 1) of this part, or of the nearest part around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def issue(self, path: Path, message: str, code: str) -> Issue:
        """An error about this part, for checks that come after the schema."""
        return Issue(self.file, self.line(path), self.field(path), message, code)

    def warning(self, path: Path, message: str, code: str, hint: str) -> Issue:
        """A doubt about this part, with what to do about it."""
        return Issue(
            self.file, self.line(path), self.field(path), message, code, Severity.WARNING, hint
        )

    def field(self, path: Path) -> str:
        """The path as people read it: an item by its `id`, else by its place from 1."""
        name, at = "", self.data
        for part in path:
            name += _part(at, part) if name else _part(at, part).lstrip(".")
            at = _inside(at, part)
        return name


def load_yaml(text: str, file: str) -> Source:
    """Read one YAML document. Raises SourceError with every issue that could be found."""
    builder = Builder(file, DEEPEST)
    if len(text.encode("utf-8", "surrogatepass")) > BIGGEST:
        message = f"dit bestand is te groot; meer dan {BIGGEST // 1024} KB lezen we niet"
        raise SourceError([Issue(file, 1, "", message, "yaml-too-big")])
    read_events(text.removeprefix("\ufeff"), builder)
    if builder.issues:
        raise SourceError(builder.issues)
    return Source(file, builder.data, builder.lines)


def _part(at: Plain, part: str | int) -> str:
    if not isinstance(part, int):
        return f".{part}"
    inside = _inside(at, part)
    name = inside.get("id") if isinstance(inside, dict) else None
    return f"[{name if isinstance(name, str) else part + 1}]"


def _inside(at: Plain, part: str | int) -> Plain:
    if isinstance(at, dict) and isinstance(part, str):
        return at.get(part)
    if isinstance(at, list) and isinstance(part, int) and part < len(at):
        return at[part]
    return None
