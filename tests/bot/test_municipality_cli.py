"""`stapje municipality check`, and a fourth town made as docs/howto/nieuwe-gemeente.md says."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import settings, simulator
from bot.app import starting
from bot.cli import app
from bot.simulation import simulation
from bot.transcript import play, zone
from bot.written import MUNICIPALITIES, ROOT

HOWTO = (ROOT / "docs" / "howto" / "nieuwe-gemeente.md").read_text("utf-8")


def check(*args: str) -> Result:
    return CliRunner().invoke(app, ["municipality", "check", *args])


def test_the_towns_we_ship_have_no_errors() -> None:
    found = check()
    assert (found.exit_code, " fout " in found.output) == (0, False), found.output
    assert "in 3 bestanden bekeken" in found.output


def test_every_mistake_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    """What the schema refuses hides nothing of what makes no sense, or is not in the scripts."""
    wrong = {
        "[oude_dorp, zuid,": "[oud_dorp, zuid,",
        "url: https://stapje.example/huizen/klacht": "url: stapje/klacht",
        "quota: 125": "quota: -1",
        "children in pregnant": "children in pregnat",
    }
    text = (MUNICIPALITIES / "huizen.yaml").read_text("utf-8")
    for right, typo in wrong.items():
        text = text.replace(right, typo)
    (tmp_path / "huizen.yaml").write_text(text, "utf-8")
    found = check(str(tmp_path), "--format", "json")
    assert found.exit_code == 1
    issues = json.loads(found.output)
    lines = [text[: text.index(typo)].count("\n") + 1 for typo in wrong.values()]
    assert [(one["line"], one["severity"], one["field"], one["code"]) for one in issues] == [
        (lines[0], "error", "people[anouk].districts", "unknown-district"),
        (issues[1]["line"], "error", "districts[oude_dorp]", "nobody-in-district"),
        (lines[1], "error", "links[klacht].url", "wrong-value"),
        (lines[2], "error", "programmes[baby_package].quota", "greater-than-equal"),
        (lines[3], "error", "programmes[baby_package].fits", "unknown-answer"),
    ]
    assert "^" not in found.output


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("children in pregnant", "kids in pregnant", "vraag 'kids' is er niet"),
        ("in pregnant, b0_1", "in pregnent, b0_1", "bedoel je 'pregnant'?"),
        ("flow: baby_package", "flow: inteke", "bedoel je 'intake'?"),
        ("id: huizen", "id: huizum", "noem het bestand huizum.yaml"),
    ],
)
def test_it_knows_the_questions(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = (MUNICIPALITIES / "huizen.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "huizen.yaml").write_text(text.replace(old, new, 1), "utf-8")
    found = check(str(tmp_path), "--strict")
    assert found.exit_code == 1
    assert message in found.output


def test_two_towns_never_share_one_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copied, and the id forgotten: families of one would be the other's."""
    text = (MUNICIPALITIES / "huizen.yaml").read_text("utf-8")
    for name in ("huizen", "mijnstad"):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    found = check(str(tmp_path))
    assert found.exit_code == 1
    line = text[: text.index("id: huizen")].count("\n") + 1
    assert f"mijnstad.yaml:{line}: fout id-not-file: id: " in found.output
    assert "noem het bestand huizen.yaml, of pas de id aan" in found.output
    monkeypatch.setattr(starting, "MUNICIPALITIES", tmp_path)
    assert starting.municipality("huizen").name == "Huizen"
    with pytest.raises(settings.SettingsError, match=r"mijnstad\.yaml has the id 'huizen'"):
        starting.municipality("mijnstad")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert check(str(tmp_path / "nergens.yaml")).exit_code == 2


def test_a_fourth_town_is_a_copied_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Step by step as the how-to says, in a copy of the folder."""
    steps = re.search(r"`cp (\S+) (\S+)`", HOWTO)
    assert steps
    source, target = (Path(step).name for step in steps.groups())
    folder = tmp_path / "municipalities"
    shutil.copytree(MUNICIPALITIES, folder)
    shutil.copy(folder / source, folder / target)
    text = (folder / target).read_text("utf-8")
    text = text.replace("id: huizen\n", f"id: {Path(target).stem}\n", 1)
    (folder / target).write_text(text.replace("name: Huizen\n", "name: Mijnstad\n", 1), "utf-8")

    found = check(str(folder / target))
    assert (found.exit_code, " fout " in found.output) == (0, False), found.output
    monkeypatch.setattr(settings, "MUNICIPALITIES", folder)
    monkeypatch.setattr(simulator, "MUNICIPALITIES", folder)
    monkeypatch.setenv("STAPJE_MUNICIPALITY", "mijnstad")
    assert settings.municipality() == "mijnstad"
    assert "de mensen van Mijnstad" in asyncio.run(_explained("mijnstad"))


async def _explained(name: str) -> str:
    """What the chat of this town says about itself."""
    town = simulator.town_named(name)
    assert town
    async with simulation(town, datetime(2026, 11, 23, 9, tzinfo=zone(town))) as sim:
        shown = []
        for line in ("mij: /start", "mij: [Uitleg]"):
            shown += [part async for part in play(sim, line)]
    return " ".join(shown)
