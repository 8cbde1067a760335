"""How often one may try: per address and per person, so that guessing and flooding come to nothing.

The counts live in memory: a restart forgets them, which helps nobody who waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many times in so many seconds."""

    times: int
    seconds: int


# A whole municipality may come from one address at half past eight.
LIMITS: Mapping[str, Limit] = MappingProxyType(
    {
        "login_address": Limit(120, 600),
        "login_person": Limit(30, 600),
        "code_address": Limit(30, 600),
        "form_address": Limit(1_200, 60),
        "form_person": Limit(90, 60),
        "look_in": Limit(10, 3_600),
    }
)


class Limits:
    """Counts by name and window."""

    def __init__(self, limits: Mapping[str, Limit] = LIMITS) -> None:
        self._limits = limits
        self._counts: dict[tuple[str, str], tuple[int, int]] = {}  # → (window, times)
        self._swept = 0

    def wait(self, name: str, who: str, now: datetime) -> int:
        """Count one try; 0 when it is within the limit, else the seconds until the next window."""
        limit, at = self._limits[name], int(now.timestamp())
        self._sweep(at)
        window = at // limit.seconds
        known, times = self._counts.get((name, who), (window, 0))
        times = times + 1 if known == window else 1
        self._counts[name, who] = (window, times)
        return 0 if times <= limit.times else (window + 1) * limit.seconds - at

    def _sweep(self, at: int) -> None:
        """Once a minute forget the windows that are over, so that a flood fills no memory."""
        if at - self._swept < 60:
            return
        self._swept = at
        old = [
            key
            for key, (window, _) in self._counts.items()
            if window < at // self._limits[key[0]].seconds
        ]
        for key in old:
            del self._counts[key]
