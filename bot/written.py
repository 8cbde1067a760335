"""Everything that people write, checked at once: scripts, and the municipalities' files."""

from __future__ import annotations

from collections.abc import Iterator

from bot.service.checks import Mismatch, refuse_mismatch
from bot.settings import MUNICIPALITIES
from casework import municipality_schema
from casework.municipality import Municipality
from dialogs.authoring.shelf import load, shipped_texts
from dialogs.authoring.source import SourceError


def mistakes() -> Iterator[str]:
    """One line for each thing that is wrong: `file:line: field: message`."""
    yield from _scripts()
    for file in sorted(MUNICIPALITIES.glob("*.yaml")):
        found = municipality_schema.load(
            file.read_text("utf-8"), f"{MUNICIPALITIES.name}/{file.name}"
        )
        yield from () if isinstance(found, Municipality) else map(str, found)


def _scripts() -> Iterator[str]:
    try:
        refuse_mismatch(load(shipped_texts()))
    except SourceError as refused:
        yield from map(str, refused.issues)
    except Mismatch as refused:
        yield from str(refused).split("; ")
