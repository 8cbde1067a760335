"""`stapje simulate`: what it says of a town that it cannot play."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import simulator

HUIZEN = (simulator.MUNICIPALITIES / "huizen.yaml").read_text("utf-8")


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
