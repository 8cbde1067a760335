"""Texts from a gettext file with the line they stand on, which Babel's reader does not tell."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

_FIELD = re.compile(r'(msgctxt|msgid|msgstr) (".*")')


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `line` is that of its translation."""

    context: str
    source: str
    text: str  # the translation; "" while there is none
    files: tuple[str, ...]
    line: int


def read(text: str) -> Iterator[Entry]:
    """The entries of a .po or .pot file, without its header."""
    number = 1
    for block in text.split("\n\n"):
        entry = _entry(block, number)
        if entry.source:
            yield entry
        number += block.count("\n") + 2


def _entry(block: str, number: int) -> Entry:
    fields = {"msgctxt": "", "msgid": "", "msgstr": ""}
    files: list[str] = []
    name, line = "", number
    for at, row in enumerate(block.splitlines(), number):
        if row.startswith("#: "):
            files += row[3:].split()
        elif found := _FIELD.fullmatch(row):
            name = found[1]
            fields[name] = json.loads(found[2])
            line = at if name == "msgstr" else line
        elif row.startswith('"') and name:
            fields[name] += json.loads(row)
    return Entry(fields["msgctxt"], fields["msgid"], fields["msgstr"], tuple(files), line)
