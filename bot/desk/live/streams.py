"""The open streams: how long things last, and who has a place."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.desk.live.watch import Pulsing, Watch


@dataclass(frozen=True, slots=True)
class Patience:
    """How long things last, in seconds, and how many streams there may be."""

    look: float = 2.0
    beat: float = 15.0  # between signs of life
    slow: float = 30.0  # for a socket that takes nothing in
    longest: float = 30 * 60.0  # then the browser comes back by itself
    most: int = 2_000
    of_visit: int = 8  # windows of one person that are in sight


class Live:
    """The open streams: one for each tab, a few for each visit."""

    def __init__(self, book: Pulsing, patience: Patience) -> None:
        self.patience = patience
        self.watch = Watch(book, patience.look)
        self._tabs: dict[tuple[str, str], asyncio.Event] = {}

    def full(self, visit: str, tab: str) -> bool:
        """Whether there is no room for this tab; a tab that is known takes its own place."""
        own = sum(1 for one, name in self._tabs if one == visit and name != tab)
        return own >= self.patience.of_visit or len(self._tabs) >= self.patience.most

    @contextmanager
    def place(self, visit: str, tab: str) -> Iterator[asyncio.Event]:
        """An event that is set when the same tab comes again: the older stream is over."""
        key, mine = (visit, tab), asyncio.Event()
        if key in self._tabs:
            self._tabs[key].set()
        self._tabs[key] = mine
        try:
            yield mine
        finally:
            if self._tabs.get(key) is mine:
                del self._tabs[key]
