"""Whether another process works on the same database: PostgreSQL tells by an advisory lock.

Every process holds the lock shared for as long as it lives; only one that finds nobody can take
it whole. So a process that starts alone knows that what was `sending` belonged to a dead one.
"""

from __future__ import annotations

import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

_TRIES, _PAUSE = (
    3,
    0.1,
)  # seconds: the server may need a moment to see that a killed process is gone
_WHOLE = text("SELECT pg_try_advisory_lock(7303)")
_SHARE = text("SELECT pg_advisory_lock_shared(7303)")
_LET_GO = text("SELECT pg_advisory_unlock(7303)")


async def enter(engine: AsyncEngine) -> tuple[AsyncConnection, bool]:
    """Be present on PostgreSQL until the connection is closed; and whether nobody else was."""
    connection = await engine.connect()
    await connection.execution_options(isolation_level="AUTOCOMMIT")
    alone = await _nobody_else(connection)
    await connection.execute(_SHARE)
    if alone:
        await connection.execute(_LET_GO)
    return connection, alone


async def _nobody_else(connection: AsyncConnection) -> bool:
    for number in range(_TRIES):
        if (await connection.execute(_WHOLE)).scalar_one():
            return True
        if number < _TRIES - 1:
            await asyncio.sleep(_PAUSE)
    return False
