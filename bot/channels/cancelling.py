"""What the HTTP client under Telegram and the town's systems leaves undone: ending when told to."""

from __future__ import annotations

import asyncio
from types import TracebackType


class Heeded:
    """A task that was cancelled while it was within ends here. Raises asyncio.CancelledError.

    pyreqwest drops a cancellation that comes together with an answer: a loop that asks on and on
    would never end.
    """

    __slots__ = ("_before", "_task")

    def __enter__(self) -> None:
        self._task = asyncio.current_task()
        self._before = self._task.cancelling() if self._task else 0

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._task and self._task.cancelling() > self._before:
            raise asyncio.CancelledError
