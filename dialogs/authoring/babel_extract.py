"""Babel's way into the scripts: every text a parent may read, with the context the engine asks for.

Contexts: "script/step" for a question, "script/step#label", "#example" and "#repeat" beside it,
"script/step/choice" for a button, "script/name" for the lines of the everywhere script.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import IO

from dialogs.authoring.source import Source, load_yaml
from dialogs.authoring.yaml_events import Path, Plain

Found = tuple[int, str, tuple[str, str], list[str]]  # line, function, (context, msgid), comments
Place = tuple[str, Path, str]  # context, where it stands, text

_BESIDE = {"text": "", "label": "#label", "example": "#example", "repeat": "#repeat"}


def extract(
    fileobj: IO[bytes],
    keywords: Collection[str],
    comment_tags: Collection[str],
    options: Mapping[str, object],
) -> Iterator[Found]:
    """The texts of one script file, as Babel wants them. Raises SourceError for bad YAML."""
    name = str(getattr(fileobj, "name", "script"))
    source = load_yaml(fileobj.read().decode("utf-8"), name)
    for context, path, text in places(source):
        yield source.line(path), "pgettext", (context, text), []


def places(source: Source) -> Iterator[Place]:
    """Every text of a script with its context and its place in the file."""
    script = _mapping(source.data)
    name = str(script.get("id", ""))
    for line, text in _mapping(script.get("lines")).items():
        yield from _text(f"{name}/{line}", ("lines", line), text)
    for number, step in enumerate(_items(script.get("steps"))):
        yield from _step(name, ("steps", number), _mapping(step))


def _step(script: str, path: Path, step: Mapping[str, Plain]) -> Iterator[Place]:
    where = f"{script}/{step.get('id')}"
    for key, suffix in _BESIDE.items():
        yield from _text(where + suffix, (*path, key), step.get(key))
    for number, choice in enumerate(map(_mapping, _items(step.get("choices")))):
        place = (*path, "choices", number, "label")
        yield from _text(f"{where}/{choice.get('id')}", place, choice.get("label"))


def _text(context: str, path: Path, text: Plain) -> Iterator[Place]:
    if isinstance(text, str) and text.strip():
        yield context, path, text


def _mapping(part: Plain) -> Mapping[str, Plain]:
    return part if isinstance(part, dict) else {}


def _items(part: Plain) -> list[Plain]:
    return part if isinstance(part, list) else []
