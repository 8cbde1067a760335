"""Waiting that ends early when there is something to do."""

from __future__ import annotations

import asyncio


async def nap(wake: asyncio.Event, seconds: float) -> None:
    """Until somebody sets `wake`, at most so many seconds."""
    try:
        await asyncio.wait_for(wake.wait(), seconds)
    except TimeoutError:
        return
