"""Bringing a database to the newest tables, cheaply: Alembic is imported only when needed."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Column, Connection, MetaData, String, Table, inspect, select, text
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateIndex, CreateTable

from storage.direct import DirectEngine
from storage.prepared import DIALECT
from storage.schema import for_postgresql
from storage.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

HEAD = "0012"  # newest file in migrations/versions; a test checks it
_FOLDER = Path(__file__).parent / "migrations"
_version = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))


async def to_head(engine: AsyncEngine | DirectEngine, url: URL) -> None:
    """Make the tables in an empty database, or upgrade an older one."""
    if isinstance(engine, DirectEngine):
        async with engine.begin() as direct:
            version = found_or_made_here(direct.driver)
    else:
        async with engine.begin() as connection:
            version = await connection.run_sync(found_or_made)
    if version != HEAD:
        await upgrade(url)


async def upgrade(url: URL, to: str = "head") -> None:
    """Run the migrations on a connection of their own; all or nothing."""
    from sqlalchemy.ext.asyncio import create_async_engine

    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_run, to)
    finally:
        await engine.dispose()


def found_or_made_here(driver: sqlite3.Connection) -> str | None:
    """As `found_or_made`, for SQLite, without making an engine for it."""
    names = {name for (name,) in driver.execute("SELECT name FROM sqlite_master")}
    if _version.name in names:
        found = driver.execute(f"SELECT version_num FROM {_version.name}").fetchone()  # noqa: S608  a constant
        return found[0] if found else None
    if names:
        return None
    for table in (*metadata.sorted_tables, _version):
        driver.execute(str(CreateTable(table).compile(dialect=DIALECT)))
        for index in table.indexes:
            driver.execute(str(CreateIndex(index).compile(dialect=DIALECT)))
    driver.execute(f"INSERT INTO {_version.name} VALUES (?)", [HEAD])  # noqa: S608  a constant
    return HEAD


def found_or_made(connection: Connection) -> str | None:
    """The version of this database; an empty one is made at once. None: tables without version.

    For PostgreSQL, where two workers may start at once.
    """
    connection.execute(text("SELECT pg_advisory_xact_lock(7300)"))
    names = inspect(connection).get_table_names()
    if _version.name in names:
        return connection.execute(select(_version.c.version_num)).scalar()
    if names:
        return None
    for_postgresql()
    metadata.create_all(connection, checkfirst=False)
    _version.create(connection)
    connection.execute(_version.insert().values(version_num=HEAD))
    return HEAD


def _run(connection: Connection, to: str) -> None:
    from alembic import command
    from alembic.config import Config

    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(7300)"))
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
