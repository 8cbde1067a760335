"""Opening the database from one URL: embedded SQLite, or PostgreSQL with several workers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from sqlalchemy import make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from storage import migrate as migrating
from storage.direct import DirectEngine
from storage.tx import Tx
from storage.vault import Vault

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    AnyEngine = AsyncEngine | DirectEngine

_READERS = 4
_FINGERPRINT = 40  # hex digits: 160 bits, no two messages alike


class Database:
    """Transactions on one database. Make it with `Database.open`."""

    def __init__(
        self, vault: Vault, writer: AnyEngine, reader: AnyEngine, *, one_writer: bool
    ) -> None:
        """Use `open`. `one_writer`: writing transactions wait for each other here."""
        self._vault = vault
        self._writer = writer
        self._reader = reader
        self._presence: AsyncConnection | None = None
        self._turn: AbstractAsyncContextManager[Any] = (
            asyncio.Lock() if one_writer else nullcontext()
        )

    @classmethod
    async def open(cls, url: str, vault: Vault, *, migrate: bool = True) -> Database:
        """Connect, and bring the tables up to date unless told not to.

        `sqlite:///path` or `postgresql://…`; raises ValueError for anything else.
        """
        parsed = normal(url)
        if parsed.get_backend_name() == "sqlite":
            assert parsed.database is not None  # `normal` saw to it
            writer = DirectEngine(parsed.database, 1, cache=32_000)
            reader = DirectEngine(parsed.database, _READERS, cache=2_000)
            database = cls(vault, writer, reader, one_writer=True)
        else:
            from sqlalchemy.ext.asyncio import create_async_engine  # brings the ORM: slow

            engine = create_async_engine(parsed, pool_size=8, max_overflow=8)
            database = cls(vault, engine, engine, one_writer=False)
        if migrate:
            await migrating.to_head(database._writer, parsed)
        return database

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._writer.dialect.name

    def fingerprint(self, channel: str, key: str) -> str:
        """A message's name without what it was made of: channels put chat ids in their keys."""
        return self._vault.hash(f"key:{channel}", key)[:_FINGERPRINT]

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Tx]:
        """One transaction: committed at the end, rolled back when something is raised."""
        committed, afterwards = False, list[Callable[[bool], None]]()
        try:
            async with self._turn, self._writer.begin() as connection:
                yield Tx(connection, self._vault, self.dialect, afterwards)
            committed = True
        finally:
            for told in afterwards:
                told(committed)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Tx]:
        """A consistent look that never waits for the writer; what it writes is not kept."""
        async with self._reader.connect() as connection:
            yield Tx(connection, self._vault, self.dialect)

    async def alone(self) -> bool:
        """Whether no other process works on this database; ask once, when the service starts.

        SQLite is for one process only.
        """
        if isinstance(self._writer, DirectEngine):
            return True
        from storage import presence

        self._presence, alone = await presence.enter(self._writer)
        return alone

    async def scrub(self) -> bool:
        """Empty SQLite's log, so that nothing of what was erased is left in it.

        False when somebody was reading: try again later.
        """
        if not isinstance(self._writer, DirectEngine):
            return True
        async with self._turn:
            return await self._writer.checkpoint()

    async def close(self) -> None:
        """Let go of all connections."""
        if self._presence is not None:
            await self._presence.close()
        await self._writer.dispose()
        await self._reader.dispose()


def normal(url: str) -> URL:
    """The URL with the driver we use. Raises ValueError for a database we do not know."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise ValueError("not a database URL") from None
    backend = parsed.drivername.partition("+")[0]
    if backend == "sqlite":
        if not parsed.database or parsed.database == ":memory:":
            raise ValueError("SQLite needs a file: readers and the writer share it")
        return parsed.set(drivername="sqlite+aiosqlite")
    if backend in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    raise ValueError(f"not a database we know: {backend}")
