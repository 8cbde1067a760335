"""Every transcript in tests/transcripts plays as it is written. `pytest --update` rewrites them."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path

import pytest

from bot.simulation import simulation
from bot.simulator import town_named
from bot.transcript import AT, CLOCK, ME, TANDEM, play, zone
from casework.municipality import Municipality

FOLDER = Path(__file__).parent / "transcripts"
FILES = sorted(FOLDER.glob("*.txt"))


async def replay(text: str, town: Municipality) -> str:
    """Play a transcript's input again; gives the whole transcript as it comes out now."""
    head = [line for line in text.splitlines() if line.startswith("#")]
    start = next(line for line in text.splitlines() if line.startswith(AT))
    now = datetime.fromisoformat(start.removeprefix(AT).strip()).replace(tzinfo=zone(town))
    played = [*head, start]
    async with simulation(town, now) as sim:
        for line in text.splitlines():
            if line.startswith((ME, CLOCK, TANDEM)):
                played += ["", line]
                played += [shown async for shown in play(sim, line)]
    return "\n".join(played) + "\n"


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
