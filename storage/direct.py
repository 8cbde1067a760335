"""SQLite without a thread change per call.

aiosqlite hands every call (cursor, execute, fetch, close) to a thread and waits for it: for a
statement of 20 µs that is most of the price. Only taking the lock, committing and large batches
may take long, so only those go to the thread; the rest runs where it is. A connection is used
by one transaction at a time, so that the two never run at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import aiosqlite

_LARGE = 500  # rows in one statement: more would hold up the loop for milliseconds


class DirectConnection(aiosqlite.Connection):
    """An aiosqlite connection that runs short work inside a transaction at once."""

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if self._is_short(fn, args):
            return fn(*args, **kwargs)
        in_thread = super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]  # theirs
        return await in_thread

    def _is_short(self, fn: Callable[..., Any], args: tuple[Any, ...]) -> bool:
        if fn.__name__ == "cursor":
            return True
        if not isinstance(getattr(fn, "__self__", None), sqlite3.Cursor):
            return False  # commit, rollback, close of the connection
        if fn.__name__ == "executemany" and len(args[1]) > _LARGE:
            return False
        return fn.__name__ == "close" or self._conn.in_transaction  # else BEGIN or PRAGMA


def connect(database: str, **options: Any) -> DirectConnection:
    """As `aiosqlite.connect`, for an engine's `async_creator_fn`."""

    def connector() -> sqlite3.Connection:
        opened: sqlite3.Connection = sqlite3.connect(
            database, **(options | {"check_same_thread": False})
        )
        return opened

    connection = DirectConnection(connector, iter_chunk_size=64)
    connection._thread.daemon = True  # as SQLAlchemy does: a forgotten connection ends nothing
    return connection
