"""Where the test sets stand and how their rows are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parent.parent / "tests" / "language"
OPEN, SEALED = "sets", "held_out"
Row = dict[str, Any]


def files(name: str, folder: str = OPEN) -> list[Path]:
    """The files of one kind of set: `danger.jsonl`, then `danger_2.jsonl` and so on."""
    found = (TESTS / folder).glob(f"{name}*.jsonl")
    return sorted(path for path in found if path.stem.partition("_")[0] == name)


def of_file(path: Path) -> list[Row]:
    """The rows of one file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def rows(name: str, folder: str = OPEN) -> list[Row]:
    """The rows of one kind (understanding, danger, reading), all files; none where no file is."""
    return [row for path in files(name, folder) for row in of_file(path)]


class Missing(Exception):
    """A part of the product or a peer is not there, so that nothing can be measured."""
