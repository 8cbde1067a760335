"""The time as the service reads it."""

from __future__ import annotations

from datetime import UTC, datetime


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Now, aware, in UTC."""
        return datetime.now(UTC)


class SetClock:
    """A clock that stands still until it is moved: for the simulator and for tests."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """The moment it was set to, aware, in UTC."""
        return self._now

    def set(self, now: datetime) -> None:
        """Move to this moment; it may not be earlier than the last one."""
        if now < self._now:
            raise ValueError("this clock only goes forward")
        self._now = now
