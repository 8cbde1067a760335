"""The migrations and the tables in `storage.schema` say the same, on both databases."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage import migrate, referrer_codes, tables
from storage.database import Database, normal
from storage.tables import metadata
from storage.vault import Vault


def _differences(connection: Connection) -> list[Any]:
    options = {"compare_type": True, "compare_server_default": True}
    found: list[Any] = compare_metadata(
        MigrationContext.configure(connection, opts=options), metadata
    )
    return found


def _definitions(connection: Connection) -> set[str]:
    """Every table and index as the database itself writes it, without white space."""
    if connection.dialect.name == "sqlite":
        query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
    else:
        query = (
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' UNION ALL "
            "SELECT table_name || column_name || data_type || is_nullable || "
            "coalesce(column_default, '') FROM information_schema.columns "
            "WHERE table_schema = 'public'"
        )
    found = {"".join(row[0].split()) for row in connection.execute(text(query))}
    return {line for line in found if "alembic_version" not in line}


async def _look(url: str, what: Any) -> Any:
    engine = create_async_engine(normal(url))
    async with engine.connect() as connection:
        seen = await connection.run_sync(what)
    await engine.dispose()
    return seen


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest) -> str:
    """A database without any tables, of each kind."""
    if request.param == "sqlite":
        url: str = request.getfixturevalue("sqlite_url")
    else:
        url = request.getfixturevalue("new_postgres")()
    return url


def test_no_module_of_tables_is_forgotten() -> None:
    files = sorted(file.stem for file in Path(tables.__file__).parent.glob("schema_*.py"))
    assert files
    assert [name for name in files if not hasattr(tables, name)] == []


def test_head_is_the_newest_migration() -> None:
    assert ScriptDirectory(str(migrate._FOLDER)).get_current_head() == migrate.HEAD


async def test_migrations_make_the_tables(empty_url: str) -> None:
    await migrate.upgrade(normal(empty_url))
    assert await _look(empty_url, _differences) == []
    names = await _look(empty_url, lambda c: set(inspect(c).get_table_names()))
    assert names == set(metadata.tables) | {"alembic_version"}


async def test_an_empty_database_gets_the_same_tables(
    empty_url: str, sqlite_url: str, vault: Vault, request: Any
) -> None:
    await (await Database.open(empty_url, vault)).close()
    assert await _look(empty_url, _differences) == []
    made = await _look(empty_url, _definitions)
    if empty_url == sqlite_url:
        other = sqlite_url.replace("stapje.db", "other.db")
    else:
        other = request.getfixturevalue("new_postgres")()
    await migrate.upgrade(normal(other))
    migrated = await _look(other, _definitions)
    assert {_unordered(line) for line in migrated} == {_unordered(line) for line in made}


def _unordered(line: str) -> str:
    """Constraints may be written in another order: compare the words that are there."""
    return "".join(sorted(line))


async def test_a_database_behind_is_upgraded(empty_url: str, vault: Vault) -> None:
    engine = create_async_engine(normal(empty_url))
    async with engine.begin() as connection:  # Alembic started, nothing applied
        await connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
    await engine.dispose()
    await (await Database.open(empty_url, vault)).close()
    assert await _look(empty_url, _differences) == []


async def test_a_code_from_before_last_days_works_a_year_from_when_it_was_made(
    empty_url: str, vault: Vault
) -> None:
    await migrate.upgrade(normal(empty_url), "0011")
    engine = create_async_engine(normal(empty_url))
    async with engine.begin() as connection:
        row = "('lotte', 'x', 'bram', 1793000000.0)"  # 26 October 2026
        sql = f"INSERT INTO referrer_codes (person, hash, made_by, made_at) VALUES {row}"
        await connection.execute(text(sql))
    await engine.dispose()
    opened = await Database.open(empty_url, vault)
    async with opened.reading() as tx:
        assert [one.last_day for one in await referrer_codes.every(tx)] == ["2027-10-26"]
    await opened.close()


def test_opening_does_not_import_alembic(tmp_path: Any) -> None:
    code = (
        "import asyncio, sys\n"
        "from storage.database import Database\n"
        "from storage.vault import Vault\n"
        f"url = 'sqlite:///{tmp_path}/x.db'\n"
        "for _ in range(2):\n"
        "    opened = asyncio.run(Database.open(url, Vault(bytes(32))))\n"
        "sys.exit('alembic' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
