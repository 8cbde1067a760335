"""Telegram's pace: so many messages a second in all, and so many a second in one chat."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from tests.fakes.telegram.errors import ApiError


@dataclass(slots=True)
class Limits:
    """Two leaky buckets. `burst` messages may come at once before the rate counts."""

    rate: float = 30.0
    burst: float = 30.0
    chat_rate: float = 1.0
    chat_burst: float = 3.0
    _buckets: dict[int, tuple[float, float]] = field(default_factory=dict)  # level, since

    def check(self, chat: int, now: float) -> None:
        """Count one message. Raises ApiError 429 with the whole seconds to wait."""
        whole = self._level(0, self.rate, now)
        own = self._level(chat, self.chat_rate, now)
        wait = max(
            (whole + 1 - self.burst) / self.rate, (own + 1 - self.chat_burst) / self.chat_rate
        )
        if wait > 1e-9:
            seconds = max(1, math.ceil(wait))
            raise ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        self._buckets[0], self._buckets[chat] = (whole + 1, now), (own + 1, now)

    def _level(self, chat: int, rate: float, now: float) -> float:
        level, since = self._buckets.get(chat, (0.0, now))
        return max(0.0, level - (now - since) * rate)
