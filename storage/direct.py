"""SQLite in the event loop itself (why: docs/adr/0007-sqlite-where-it-is.md).

A statement takes 20 µs; handing it to a thread or to a greenlet and back costs several times
that, and so does preparing it anew. So statements that SQLAlchemy wrote once run where they are.
Only what may take long goes to a thread: waiting for the lock, committing (the disk) and large
batches. A connection is used by one transaction at a time, so that loop and thread never touch
it together.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Dialect, Executable

from storage.prepared import DIALECT, Found, found, prepared

_LARGE = 500  # rows in one statement: more would hold up the loop for milliseconds
_BUSY = 15_000  # milliseconds to wait for another process, such as a backup
_PATIENCE = 100  # milliseconds to wait for readers, when writers wait for us meanwhile
_STATEMENTS = 256  # that the driver keeps ready, for each connection
T = TypeVar("T")


class Driver(sqlite3.Connection):
    """A connection that knows how long it waits for others."""

    _patience = -1

    def wait(self, milliseconds: int) -> None:
        """From now on wait so long for a lock that another connection has."""
        if milliseconds != self._patience:
            self.execute(f"PRAGMA busy_timeout={milliseconds}")
            self._patience = milliseconds


class DirectConnection:
    """What we use of SQLAlchemy's AsyncConnection, over the driver's own connection."""

    def __init__(self, driver: sqlite3.Connection, thread: ThreadPoolExecutor) -> None:
        self.driver, self._thread = driver, thread
        self._depth = 0  # savepoints that are open

    async def execute(self, statement: Executable, rows: Any = None) -> Found:
        """Run one statement: once, or once per row of a list."""
        first = rows[0] if rows and isinstance(rows, Sequence) else rows
        work = prepared(statement, tuple(first or ()))
        if isinstance(rows, Sequence) and len(rows) > _LARGE:
            return await _finished(self._thread, partial(work.run, self.driver, rows))
        return work.run(self.driver, rows)

    async def exec_driver_sql(self, statement: str, values: Any = ()) -> Found:
        """Run SQL as it stands."""
        return found(self.driver.execute(statement, values or ()))

    @asynccontextmanager
    async def begin_nested(self) -> AsyncIterator[None]:
        """A savepoint: undone when something is raised inside."""
        self._depth += 1
        name = f"s{self._depth}"
        self.driver.execute(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            self.driver.execute(f"ROLLBACK TO {name}")
            raise
        finally:
            self.driver.execute(f"RELEASE {name}")
            self._depth -= 1

    @property
    def dialect(self) -> Dialect:
        """SQLite's."""
        return DIALECT


class DirectEngine:
    """What we use of SQLAlchemy's AsyncEngine, for one file. `room` connections may be in use.

    `cache` is how many KiB of pages a connection may hold; planning for a whole town needs many.
    """

    def __init__(self, file: str, room: int, *, cache: int) -> None:
        self._file, self._cache = file, cache
        self._room = asyncio.Semaphore(room)
        self._idle: list[Driver] = []
        self._thread = ThreadPoolExecutor(1, "sqlite")

    @property
    def dialect(self) -> Dialect:
        """SQLite's."""
        return DIALECT

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[DirectConnection]:
        """A writing transaction: committed at the end, rolled back when something is raised."""
        async with self._lent() as driver:
            await self._lock(driver)
            before = driver.total_changes
            yield DirectConnection(driver, self._thread)
            if driver.total_changes == before:
                driver.commit()  # nothing for the disk
            else:
                await _finished(self._thread, driver.commit)

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[DirectConnection]:
        """A consistent look; what it writes is not kept."""
        async with self._lent() as driver:
            driver.wait(_BUSY)
            driver.execute("BEGIN")
            yield DirectConnection(driver, self._thread)

    async def checkpoint(self) -> bool:
        """Write the log into the file and empty it; False when somebody still reads the old."""
        async with self._lent() as driver:
            driver.wait(_PATIENCE)
            work = partial(driver.execute, "PRAGMA wal_checkpoint(TRUNCATE)")
            busy, *_ = (await _finished(self._thread, work)).fetchone()
        return not busy

    async def dispose(self) -> None:
        """Let go of all connections."""
        while self._idle:
            self._idle.pop().close()
        self._thread.shutdown(wait=False)

    @asynccontextmanager
    async def _lent(self) -> AsyncIterator[Driver]:
        """A connection without a transaction; one that was left open is undone afterwards."""
        async with self._room:
            driver = self._idle.pop() if self._idle else opened(self._file, self._cache)
            try:
                yield driver
            finally:
                if driver.in_transaction:
                    driver.rollback()
                self._idle.append(driver)

    async def _lock(self, driver: Driver) -> None:
        """Take the lock at once if it is free, else wait for it in the thread."""
        driver.wait(0)
        try:
            driver.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            driver.wait(_BUSY)
            await _finished(self._thread, partial(driver.execute, "BEGIN IMMEDIATE"))


def opened(file: str, cache: int) -> Driver:
    """A new connection to this file, set to lose nothing. The driver starts no transactions."""
    driver = sqlite3.connect(
        file, check_same_thread=False, isolation_level=None, cached_statements=_STATEMENTS,
        factory=Driver,
    )  # fmt: skip
    driver.wait(_BUSY)  # first: switching to WAL may have to wait
    for setting in settings(cache):
        driver.execute(f"PRAGMA {setting}").close()
    return driver


def settings(cache: int) -> list[str]:
    """How a connection is set; `cache` is how many KiB of pages it may hold."""
    return [
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"cache_size=-{cache}",
        "secure_delete=FAST",  # what is deleted is overwritten: an erased key leaves no trace
    ]


async def _finished(thread: ThreadPoolExecutor, work: Callable[[], T]) -> T:
    """Do this in the thread. When cancelled, it is either not begun or done when this ends."""
    doing = thread.submit(work)
    try:
        return await asyncio.wrap_future(doing)
    except asyncio.CancelledError:
        while not doing.done():
            try:
                await asyncio.wait([asyncio.wrap_future(doing)])
            except asyncio.CancelledError:
                continue  # once more does not make the disk faster
        raise
