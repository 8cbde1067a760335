"""`stapje simulate`: what it says of a town that it cannot play, and of what was kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from bot import simulator
from bot.settings import MUNICIPALITIES
from bot.simulation import simulation
from bot.transcript import zone

HUIZEN = (MUNICIPALITIES / "huizen.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("nergens", "", "gemeente 'nergens' is onbekend; kies uit: huizen"),
        ("kapot", HUIZEN.replace("id: huizen", "id: kapot").replace("quota: 125", "quota: -1"), ""),
        ("kopie", HUIZEN, ""),  # it still has the id of the town that it was copied from
    ],
)
def test_a_town_that_cannot_be_played_says_what_to_do(
    name: str,
    text: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(simulator, "MUNICIPALITIES", tmp_path)
    (tmp_path / "huizen.yaml").write_text(HUIZEN, "utf-8")
    file = tmp_path / f"{name}.yaml"
    if text:
        file.write_text(text, "utf-8")
    wrong = f"het bestand van '{name}' heeft fouten; kijk met: stapje municipality check {file}"
    assert simulator.main(["--gemeente", name]) == 2
    assert capsys.readouterr().err == f"stapje: {said or wrong}\n"


async def test_what_was_kept_is_shown_in_the_words_she_chose(
    capsys: pytest.CaptureFixture[str],
) -> None:
    town = simulator.town_named("dordrecht")
    assert town
    async with simulation(town, datetime(2026, 11, 23, 9, tzinfo=zone(town))) as sim:
        console = simulator.Console(sim)
        await console.play(simulator.START)
        typed = ("Beginnen", "Gelezen, verder", "nederlands", "je", "Fatima", "crabbehof")
        for line in (*typed, "Veel te vol", "/stand"):
            await console.enter(line)
    kept = capsys.readouterr().out.rpartition("het is 2026-11-23 09:00")[2]
    assert "Wijk: Crabbehof" in kept
    assert "{" not in kept
