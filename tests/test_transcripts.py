"""Every transcript in tests/transcripts plays as it is written. `pytest --update` rewrites them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.simulation import simulation
from bot.simulator import town_named
from bot.transcript import AT, INPUT, Opening, play, zone

FOLDER = Path(__file__).parent / "transcripts"
FILES = sorted(FOLDER.glob("*.txt"))


async def replay(text: str) -> str:
    """Play a transcript's input again; gives the whole transcript as it comes out now."""
    head = [line for line in text.splitlines() if line.startswith("#")]
    start = Opening.read(next(line for line in text.splitlines() if line.startswith(AT)))
    town = town_named(start.town)
    assert town
    played = [*head, str(start)]
    async with simulation(town, start.wall.replace(tzinfo=zone(town))) as sim:
        for line in text.splitlines():
            if line.startswith(INPUT):
                played += ["", line]
                played += [shown async for shown in play(sim, line)]
    return "\n".join(played) + "\n"


def test_there_are_transcripts() -> None:
    assert len(FILES) >= 6


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_transcript(path: Path, pytestconfig: pytest.Config) -> None:
    written = path.read_text("utf-8")
    played = asyncio.run(replay(written))
    if pytestconfig.getoption("--update"):
        path.write_text(played, "utf-8")
        return
    assert played == written
