"""SQLite in the event loop itself (why: docs/adr/0007-sqlite-where-it-is.md).

A statement takes 20 µs; handing it to a thread or to a greenlet and back costs several times
that. So statements run where they are. Only what may take long goes to a thread: waiting for the
lock, committing (the disk) and large batches. A connection is used by one transaction at a time,
so that loop and thread never touch it together.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Dialect, Engine, Executable

_LARGE = 500  # rows in one statement: more would hold up the loop for milliseconds
_BUSY = 15_000  # milliseconds to wait for another process, such as a backup
T = TypeVar("T")


class DirectConnection:
    """What we use of SQLAlchemy's AsyncConnection, over an ordinary connection to SQLite."""

    def __init__(self, connection: Connection, thread: ThreadPoolExecutor) -> None:
        self._connection, self._thread = connection, thread

    async def execute(self, statement: Executable, rows: Any = None) -> CursorResult[Any]:
        """Run one statement: once, or once per row of a list."""
        if isinstance(rows, Sequence) and len(rows) > _LARGE:
            return await _finished(self._thread, partial(self._connection.execute, statement, rows))
        return self._connection.execute(statement, rows)

    async def exec_driver_sql(self, statement: str, values: Any = None) -> CursorResult[Any]:
        """Run SQL as it stands."""
        return self._connection.exec_driver_sql(statement, values)

    async def run_sync(self, work: Callable[..., T], *given: Any) -> T:
        """Call this with the connection."""
        return work(self._connection, *given)

    @asynccontextmanager
    async def begin_nested(self) -> AsyncIterator[None]:
        """A savepoint: undone when something is raised inside."""
        with self._connection.begin_nested():
            yield

    @property
    def sync_engine(self) -> Engine:
        """The engine, for events."""
        return self._connection.engine

    @property
    def dialect(self) -> Dialect:
        """SQLite's."""
        return self._connection.dialect


class DirectEngine:
    """What we use of SQLAlchemy's AsyncEngine. `room` connections may be in use at once."""

    def __init__(self, engine: Engine, room: int) -> None:
        self._engine, self._room = engine, asyncio.Semaphore(room)
        self._thread = ThreadPoolExecutor(1, "sqlite")

    @property
    def dialect(self) -> Dialect:
        """SQLite's."""
        return self._engine.dialect

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[DirectConnection]:
        """A writing transaction: committed at the end, rolled back when something is raised."""
        async with self._room:
            with self._engine.connect() as connection, connection.begin() as transaction:
                driver = _driver(connection)
                await self._lock(connection, driver)
                before = driver.total_changes
                yield DirectConnection(connection, self._thread)
                if driver.total_changes == before:
                    transaction.commit()  # nothing for the disk
                else:
                    await _finished(self._thread, transaction.commit)

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[DirectConnection]:
        """A consistent look; what it writes is not kept."""
        async with self._room:
            with self._engine.connect() as connection:
                connection.exec_driver_sql("BEGIN")
                yield DirectConnection(connection, self._thread)

    async def dispose(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()
        self._thread.shutdown(wait=False)

    async def _lock(self, connection: Connection, driver: sqlite3.Connection) -> None:
        """Take the lock at once if it is free, else wait for it in the thread."""
        driver.execute("PRAGMA busy_timeout=0")
        try:
            driver.execute("BEGIN IMMEDIATE")
            driver.execute(f"PRAGMA busy_timeout={_BUSY}")
        except sqlite3.OperationalError:
            driver.execute(f"PRAGMA busy_timeout={_BUSY}")
            await _finished(self._thread, partial(connection.exec_driver_sql, "BEGIN IMMEDIATE"))


def settings(cache: int) -> list[str]:
    """How a connection is set; `cache` is how many KiB of pages it may hold."""
    return [  # busy_timeout first: switching to WAL may have to wait
        f"busy_timeout={_BUSY}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"cache_size=-{cache}",
    ]


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


async def _finished(thread: ThreadPoolExecutor, work: Callable[[], T]) -> T:
    """Do this in the thread. Also when cancelled, the thread is done with it when this ends."""
    doing = asyncio.get_running_loop().run_in_executor(thread, work)
    try:
        return await asyncio.shield(doing)
    except asyncio.CancelledError:
        while not doing.done():
            try:
                await asyncio.wait([doing])
            except asyncio.CancelledError:
                continue  # once more does not make the disk faster
        raise
