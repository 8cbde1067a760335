"""`stapje scripts check`: all mistakes at once, each with its place; one word when all is well."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import written
from bot.cli import app


def test_what_we_ship_has_no_mistakes() -> None:
    result = CliRunner().invoke(app, ["scripts", "check"])
    assert (result.exit_code, result.output) == (0, "Alles klopt.\n")


def test_each_mistake_names_its_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = "id: a\nversion: 1\ntitle: A\nsteps:\n  - {id: b, kind: info, text: Hoi, goto: x}\n"
    monkeypatch.setattr(written, "shipped_texts", lambda: {"scripts/a.yaml": script})
    (tmp_path / "nergens.yaml").write_text("id: nergens\n", "utf-8")
    monkeypatch.setattr(written, "MUNICIPALITIES", tmp_path)
    result = CliRunner().invoke(app, ["scripts", "check"])
    places = {line.split(": ")[0].rsplit("/", 1)[-1] for line in result.output.splitlines()}
    assert result.exit_code == 1
    assert "a.yaml:5" in places
    assert any(place.startswith("nergens.yaml:") for place in places)
