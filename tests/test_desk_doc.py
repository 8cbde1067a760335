"""The list of what was asked of the desk names tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent
DOC = ROOT.parent / "docs" / "desk.md"


def test_each_test_that_the_list_names_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", DOC.read_text("utf-8")))
    known = {
        name
        for path in ROOT.rglob("test_*.py")
        for name in re.findall(r"^(?:async )?def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert len(named) > 50
    assert named - known == set()
