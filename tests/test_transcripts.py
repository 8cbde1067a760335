"""Every transcript in tests/transcripts plays as it is written. `pytest --update` rewrites them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.simulator import _town
from bot.transcript import replay

FOLDER = Path(__file__).parent / "transcripts"
FILES = sorted(FOLDER.glob("*.txt"))


def test_there_are_transcripts() -> None:
    assert len(FILES) >= 6


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_transcript(path: Path, pytestconfig: pytest.Config) -> None:
    town = _town("dordrecht")
    assert town
    written = path.read_text("utf-8")
    played = await replay(written, town)
    if pytestconfig.getoption("--update"):
        path.write_text(played, "utf-8")
        return
    assert played == written
