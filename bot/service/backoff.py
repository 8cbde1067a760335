"""How long to wait before the next try: longer each time, and never for ever."""

from __future__ import annotations

FIRST, LONGEST = 5.0, 300.0  # seconds
KNOWN = 10_000  # messages that are remembered


class Backoff:
    """Counts the failed tries of each message; a restart begins anew, which is harmless."""

    def __init__(self, first: float = FIRST, longest: float = LONGEST) -> None:
        self._first, self._longest = first, longest
        self._tries: dict[int, int] = {}

    def failed(self, message: int) -> float:
        """One more failed try; seconds until the next one."""
        tries = self._tries.pop(message, 0)
        if len(self._tries) >= KNOWN:
            del self._tries[next(iter(self._tries))]
        self._tries[message] = tries + 1
        return float(min(self._longest, self._first * 2 ** min(tries, 30)))

    def worked(self, message: int) -> None:
        """It needs no more tries."""
        self._tries.pop(message, None)
