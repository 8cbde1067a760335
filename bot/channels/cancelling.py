"""What the HTTP client under Telegram and the town's systems leaves undone: ending when told to."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def heeded() -> Iterator[None]:
    """A task that was cancelled while it was within ends here. Raises asyncio.CancelledError.

    pyreqwest drops a cancellation that comes together with an answer: a loop that asks on and on
    would never end.
    """
    task = asyncio.current_task()
    before = task.cancelling() if task else 0
    try:
        yield
    finally:
        if task and task.cancelling() > before:
            raise asyncio.CancelledError
