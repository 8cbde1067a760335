"""Alembic's entry: runs the migrations on the connection that it is handed.

`storage.migrate` hands one over; on the command line give the database with `-x url=…`.
"""

from __future__ import annotations

import asyncio

from alembic import context
from sqlalchemy import Connection, make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from storage.tables import metadata


def run(connection: Connection) -> None:
    """Migrate in batch mode: SQLite changes a table by making it anew."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def run_alone(url: str) -> None:
    """Migrate the database at this URL, in one transaction."""
    driver = "sqlite+aiosqlite" if url.startswith("sqlite") else "postgresql+psycopg"
    engine = create_async_engine(make_url(url).set(drivername=driver), poolclass=NullPool)
    async with engine.begin() as connection:
        await connection.run_sync(run)
    await engine.dispose()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    asyncio.run(run_alone(context.get_x_argument(as_dictionary=True)["url"]))
