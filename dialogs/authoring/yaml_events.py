"""Builds plain data with line numbers straight from the YAML parser's events, without recursion."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from dialogs.authoring.issue import Issue

Plain = dict[str, "Plain"] | list["Plain"] | str | int | bool | None
Path = tuple[str | int, ...]

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,15})")
_WORDS: dict[str, Plain] = {"": None, "null": None, "~": None, "true": True, "false": False}
_CAUSES = (  # what the parser says → what a coordinator can do about it
    (
        "mapping values are",
        "een dubbele punt te veel, of verkeerd ingesprongen; zet er aanhalingstekens om",
    ),
    (r"'\t'", "een tab kan hier niet; spring in met spaties"),
    ("unexpected end of stream", "hier begint tekst tussen aanhalingstekens die nergens eindigt"),
    ("cannot start any", "tekst kan niet met dit teken beginnen; zet er aanhalingstekens om"),
    ("expected <block end>", "het inspringen klopt hier niet met de regels erboven"),
    ("could not find expected ':'", "hier ontbreekt een dubbele punt, of moet je inspringen"),
    ("expected ',' or", "een haakje gaat niet dicht, of er ontbreekt een komma"),
)


class TooDeep(Exception):
    """More mappings and lists inside each other than we read."""


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being filled."""

    into: dict[str, Plain] | list[Plain]
    path: Path
    key: str | None = None  # of a mapping: the key whose value comes next


@dataclass(slots=True)
class Builder:
    """Takes events one by one; `data`, `lines` and `issues` are ready after the last."""

    file: str
    deepest: int
    data: Plain = None
    lines: dict[Path, int] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    documents: int = 0
    _open: list[_Open] = field(default_factory=list)

    def take(self, event: Event) -> None:
        """Add what this event brings. Raises TooDeep."""
        line = event.start_mark.line + 1
        if isinstance(event, DocumentStartEvent):
            self._document(line)
        elif isinstance(event, AliasEvent):
            self._refuse(line, "een verwijzing met * kan niet; schrijf het uit", "yaml-alias")
            self._value(None, line)
        elif isinstance(event, NodeEvent):
            self._node(event, line)
        elif self._open and type(event).__name__ in ("MappingEndEvent", "SequenceEndEvent"):
            self._open.pop()

    def begin_anew(self) -> None:
        """Forget what was taken so far: the text is read again from its start."""
        self.data, self.documents = None, 0
        self.lines, self.issues, self._open = {}, [], []

    def refuse_syntax(self, error: YAMLError) -> None:
        """Keep the parser's complaint in words a coordinator can use."""
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        problem = str(getattr(error, "problem", None) or "")
        cause = next((dutch for english, dutch in _CAUSES if english in problem), "")
        message = cause or "dit teken kan niet in het bestand staan"
        if not cause and problem:
            message = f"dit is geen geldige YAML ({problem})"
        if "end of stream" in problem and isinstance(error, MarkedYAMLError):
            mark = error.context_mark or mark  # where the quote opened, not the end of the file
        self._refuse(mark.line + 1 if mark else 1, message, "yaml-syntax")

    def refuse_depth(self, line: int) -> None:
        """Keep that the document is too deep."""
        message = f"te diep: meer dan {self.deepest} lagen in elkaar lezen we niet"
        self._refuse(line, message, "yaml-too-deep")

    def _document(self, line: int) -> None:
        self.documents += 1
        if self.documents == 2:
            self._refuse(line, "een bestand heeft één document; --- kan hier niet", "yaml-many")

    def _node(self, event: NodeEvent, line: int) -> None:
        if getattr(event, "anchor", None):
            self._refuse(line, "een anker met & kan niet; schrijf het uit", "yaml-anchor")
        if getattr(event, "tag", None) is not None:
            self._refuse(line, "een soort met ! kan niet; laat het weg", "yaml-tag")
        if isinstance(event, ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, MappingStartEvent):
            self._enter({}, line)
        elif isinstance(event, SequenceStartEvent):
            self._enter([], line)

    def _scalar(self, event: ScalarEvent, line: int) -> None:
        top = self._open[-1] if self._open else None
        if top and isinstance(top.into, dict) and top.key is None:
            self._key(top, top.into, event.value, line)
        else:
            self._value(_plain(event), line)

    def _key(self, top: _Open, into: dict[str, Plain], key: str, line: int) -> None:
        path = (*top.path, key)
        if key in into:
            first = self.lines.get(path, line)
            message = f"'{key}' staat hier dubbel (ook op regel {first})"
            self._refuse(line, message, "yaml-duplicate-key")
        else:
            self.lines[path] = line
        top.key = key
        into.setdefault(key, None)

    def _value(self, value: Plain, line: int) -> Path:
        if not self._open:
            self.data = value
            self.lines[()] = line
            return ()
        top = self._open[-1]
        if isinstance(top.into, list):
            top.into.append(value)
            path = (*top.path, len(top.into) - 1)
            self.lines[path] = line
            return path
        if top.key is None:
            self._refuse(line, "een naam voor de dubbele punt is gewone tekst", "yaml-key")
            top.key = ""
        top.into[top.key] = value
        path, top.key = (*top.path, top.key), None
        return path

    def _enter(self, into: dict[str, Plain] | list[Plain], line: int) -> None:
        if len(self._open) >= self.deepest:
            raise TooDeep
        as_key = bool(self._open) and isinstance(self._open[-1].into, dict)
        as_key = as_key and self._open[-1].key is None
        path = self._value(into, line)
        if as_key:  # a mapping as key: refused above; its value comes later and must find a key
            self._open[-1].key = ""
        self._open.append(_Open(into, path))

    def _refuse(self, line: int, message: str, code: str) -> None:
        self.issues.append(Issue(self.file, line, "", message, code))


def read_events(text: str, builder: Builder) -> None:
    """Feed the whole text to the builder; what the parser refuses becomes an issue.

    The C parser is 16 times as fast. What it refuses is read again by the Python parser, which
    says better what is wrong.
    """
    try:
        _feed(YAML(typ="safe").parse(text), builder)
    except (YAMLError, UnicodeError):
        builder.begin_anew()
        try:
            _feed(YAML(typ="safe", pure=True).parse(text), builder)
        except YAMLError as error:
            builder.refuse_syntax(error)


def _feed(events: Iterable[Event], builder: Builder) -> None:
    line = 1
    try:
        for event in events:
            line = event.start_mark.line + 1
            builder.take(event)
    except TooDeep:
        builder.refuse_depth(line)


def _plain(event: ScalarEvent) -> Plain:
    value: str = event.value
    if event.style or not event.implicit[0]:  # the C parser says "" for no quotes
        return value
    if value in _WORDS:
        return _WORDS[value]
    return int(value) if _WHOLE.fullmatch(value) else value
