"""`stapje report`: the letter of a range of days, and what it says of days that make no sense."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.app.starting import opened
from bot.cli import app
from bot.settings import Settings
from storage import tallies

AT = datetime(2026, 8, 3, 10, tzinfo=UTC).timestamp()
HALF = ["--from", "2026-07-01", "--to", "2026-12-31"]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where twelve families signed up and two erased everything."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STAPJE_DEMO", "1")
    monkeypatch.setenv("STAPJE_DATA_DIR", str(tmp_path))
    asyncio.run(_counted())
    return tmp_path


async def _counted() -> None:
    database = await opened(Settings())
    async with database.writing() as tx:
        await tallies.count(tx, "dordrecht", "signed_up", AT, 12)
        await tallies.count(tx, "dordrecht", "erased", AT, 2)
        await tallies.count(tx, "huizen", "signed_up", AT, 99)
    await database.close()


def test_the_letter_in_three_forms(data: Path) -> None:
    text = CliRunner().invoke(app, ["report", *HALF])
    assert text.exit_code == 0, text.output
    assert "12 gezinnen begonnen een gesprek met Stapje." in text.output
    assert "Minder dan 5 gezinnen hebben" in text.output
    sheet = CliRunner().invoke(app, ["report", *HALF, "--format", "csv"])
    assert "Begonnen een gesprek met Stapje;2026-07-01;2026-12-31;12" in sheet.output
    file = data / "brief.html"
    page = CliRunner().invoke(app, ["report", *HALF, "--format", "html", "--out", str(file)])
    assert (page.exit_code, page.output) == (0, "")
    assert "<svg" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-12-31", "2026-07-01", "draai ze om"),
        ("1-7-2026", "2026-12-31", "schrijf die zo: 2026-07-01"),
        ("2199-01-01", "2199-12-31", "in de toekomst"),
    ],
)
def test_days_that_make_no_sense_are_one_clear_line(
    data: Path, first: str, last: str, said: str
) -> None:
    done = CliRunner().invoke(app, ["report", "--from", first, "--to", last])
    assert done.exit_code == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
