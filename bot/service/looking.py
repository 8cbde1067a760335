"""What the clock looks for itself: seldom there, so it is looked for without writing first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from storage.database import Database
from storage.tx import Tx

T = TypeVar("T")


async def each(
    database: Database,
    find: Callable[[Tx], Awaitable[Sequence[T]]],
    deal: Callable[[Tx, T], Awaitable[None]],
) -> int:
    """Deal with everything that is found, in one transaction; tells how many.

    It is found again before it is dealt with: somebody may have done so meanwhile.
    """
    async with database.reading() as tx:
        if not await find(tx):
            return 0
    async with database.writing() as tx:
        found = await find(tx)
        for one in found:
            await deal(tx, one)
    return len(found)
