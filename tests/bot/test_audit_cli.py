"""`stapje audit`: whole or not, in plain words, and who looked at one family."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner

from bot.app import auditing
from bot.app.starting import opened
from bot.cli import app
from bot.desk.access.stored import StoredGlass
from bot.service import copy_words
from bot.service.clock import SystemClock
from bot.settings import Settings
from storage import chain, reads
from storage.chain import End
from storage.reads import What
from tests.bot.desk import town
from tests.bot.desk.standin import OURS


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one family: Sanne read it, and Yusuf looked in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STAPJE_DEMO", "1")
    monkeypatch.setenv("STAPJE_DATA_DIR", str(tmp_path))
    asyncio.run(_looked())
    return tmp_path


async def _looked() -> None:
    database = await opened(Settings())
    desk = town.desk(database)
    async with database.writing() as tx:
        found = await town.family(tx, desk, OURS)
        at = SystemClock().now() - timedelta(days=1)
        await reads.log(tx, found.family_id, "sanne", "summary", at.timestamp())
    assert await StoredGlass(database, SystemClock()).begin("yusuf", OURS, "Zij belt mij nu")
    await database.close()


def said(*words: str) -> tuple[int, str]:
    found = CliRunner().invoke(app, ["audit", *words])
    return found.exit_code, found.output


@pytest.mark.parametrize("words", [auditing.LOOKS, copy_words.LOOKS], ids=["audit", "her copy"])
def test_every_kind_of_look_has_words(words: Mapping[str, object]) -> None:
    assert set(words) == set(get_args(What))


def test_a_whole_log_is_counted(data: Path) -> None:
    assert said("verify") == (0, "Heel: 2 keer gekeken, niets is veranderd of weg.\n")


def test_the_first_broken_record_is_named(data: Path) -> None:
    with closing(sqlite3.connect(data / "stapje.sqlite3")) as file, file:
        file.execute("UPDATE reads SET actor = 'els' WHERE seq = 2")
    code, out = said("verify")
    assert code == 1
    assert out == (
        "Niet heel: record 2 is veranderd: wie er keek, of waarnaar. Tot daar kloppen er 1.\n"
    )


def test_a_database_of_last_week_is_not_whole(data: Path) -> None:
    (data / auditing.FILE).write_text(f"3 {'a' * 64}\n")
    code, out = said("verify")
    assert code == 1
    assert "buiten de database staat dat er 3 waren" in out


def test_who_looked_is_told_with_the_reason(data: Path) -> None:
    code, out = said("list", "--family", OURS)
    assert code == 0
    newest, oldest = out.splitlines()
    assert newest.endswith("Yusuf (Wijkteam): begon mee te kijken, om deze reden: Zij belt mij nu")
    assert oldest.endswith("Sanne (Wijkteam): de antwoorden")


def test_an_unknown_family_is_one_line(data: Path) -> None:
    code, out = said("list", "--family", "bestaat-niet")
    assert code == 2
    assert "naar dit gezin keek niemand" in out


def test_the_end_is_noted_beside_the_data(data: Path) -> None:
    async def note() -> End | None:
        database = await opened(Settings())
        async with database.reading() as tx:
            end = await chain.end(tx)
        await auditing.note(database, data)
        await database.close()
        return end

    end = asyncio.run(note())
    assert end is not None
    assert auditing.noted(data) == [end]
    assert said("verify")[0] == 0


@pytest.mark.parametrize("text", ["", "x y", "3", "één hash"])
def test_a_note_that_cannot_be_read_is_no_note(text: str, tmp_path: Path) -> None:
    (tmp_path / auditing.FILE).write_text(text)
    assert auditing.noted(tmp_path) == []
