"""How many reminders may go out now: a bucket that fills at a steady rate."""

from __future__ import annotations


class Bucket:
    """`rate` tokens a second, at most `burst` saved up. Times are monotonic seconds.

    A reply takes a token without waiting and may leave the bucket in debt, so that reminders
    make room for people who are talking with us now.
    """

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate, self._burst = rate, burst
        self._tokens, self._at = burst, now

    def free(self, now: float) -> int:
        """How many tokens there are, whole ones."""
        self._fill(now)
        return max(0, int(self._tokens))

    def take(self, count: int, now: float) -> None:
        """Take so many; debt is limited to one burst."""
        self._fill(now)
        self._tokens = max(-self._burst, self._tokens - count)

    def _fill(self, now: float) -> None:
        passed = max(0.0, now - self._at)
        self._tokens = min(self._burst, self._tokens + passed * self._rate)
        self._at = now
