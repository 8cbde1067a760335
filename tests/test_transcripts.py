"""Every transcript in tests/transcripts plays as it is written. `pytest --update` rewrites them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.simulator import town_named
from bot.transcript import replay

FOLDER = Path(__file__).parent / "transcripts"
FILES = sorted(FOLDER.glob("*.txt"))


def test_there_are_transcripts() -> None:
    assert len(FILES) >= 6


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_transcript(path: Path, pytestconfig: pytest.Config) -> None:
    town = town_named("dordrecht")
    assert town
    written = path.read_text("utf-8")
    played = asyncio.run(replay(written, town))
    if pytestconfig.getoption("--update"):
        path.write_text(played, "utf-8")
        return
    assert played == written
