"""Where the test sets stand and how their rows are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parent.parent / "tests" / "language"
OPEN, SEALED = "sets", "held_out"
Row = dict[str, Any]


def rows(name: str, folder: str = OPEN) -> list[Row]:
    """The rows of one set (understanding, danger, reading); none when it is not there."""
    path = TESTS / folder / f"{name}.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


class Missing(Exception):
    """A part of the product or a peer is not there, so that nothing can be measured."""
