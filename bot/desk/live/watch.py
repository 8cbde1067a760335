"""One look at the database for all open pages, as long as there are any.

Looking, rather than being told, means that it does not matter which process made the change, and
that nothing is missed over a restart: what a page knows is compared with what is there.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from storage.trouble import TROUBLE

WHOLE = ""  # the name under which a pulse holds all handoffs together


class Pulsing(Protocol):
    """What can be watched. Nothing a parent said goes into any of it."""

    async def pulse(self) -> Mapping[str, str]:
        """A short string for each open handoff, and under `WHOLE` one for all; changes with it."""

    async def stamp(self, person: str) -> str:
        """A short string for this person's list."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a page shows: this person's list, or one handoff."""

    person: str
    handoff: str = ""


class Watch:
    """Gives each page the stamp of its topic, again and again. `every`: seconds between looks."""

    def __init__(self, book: Pulsing, every: float) -> None:
        self._book, self._every = book, every
        self._topics: Counter[Topic] = Counter()
        self._pulse: Mapping[str, str] = {}
        self._stamps: dict[str, str] = {}  # by person
        self._begun = self._read = 0  # looks; the second is the one whose answer is here
        self._rang = asyncio.Event()  # a new one for each round
        self._looking: asyncio.Task[None] | None = None

    @property
    def crowd(self) -> int:
        """How many pages are watching now."""
        return self._topics.total()

    async def follow(self, topic: Topic, known: str = "") -> AsyncGenerator[str, None]:
        """The stamp of this topic: at once, and then after each look, changed or not.

        `known`: what the page has. What was read before the page came is older than the page: it
        says nothing new, so another stamp than this one waits for a look that begins from now on.
        """
        came = self._begun
        self._topics[topic] += 1
        try:
            if not self._looks:
                self._looking = asyncio.create_task(self._look_on())
            while True:
                rang = self._rang
                stamp = await self._stamp(topic)
                if stamp and (known in ("", stamp) or self._read > came):
                    yield stamp
                await rang.wait()
                if not self._looks:  # it broke: the browsers come back and it begins anew
                    return
        finally:
            self._topics -= Counter([topic])
            if not self._topics and self._looking is not None:
                self._looking.cancel()
                self._looking = None
                self._pulse, self._stamps = {}, {}

    @property
    def _looks(self) -> bool:
        return self._looking is not None

    async def _look_on(self) -> None:
        try:
            while True:
                await self._look()
                self._ring()
                await asyncio.sleep(self._every)
        except Exception:
            self._looking = None
            self._ring()
            raise

    def _ring(self) -> None:
        rang, self._rang = self._rang, asyncio.Event()
        rang.set()

    async def _look(self) -> None:
        """Nothing is known while storage is away; the next look asks again."""
        self._begun += 1
        with suppress(*TROUBLE):
            now = await self._book.pulse()
            if now.get(WHOLE) != self._pulse.get(WHOLE):
                people = {one.person for one in self._topics if not one.handoff}
                self._stamps = {who: await self._book.stamp(who) for who in sorted(people)}
            self._pulse, self._read = now, self._begun

    async def _stamp(self, topic: Topic) -> str:
        """ "" when it cannot be known now."""
        if topic.handoff:
            return self._pulse.get(topic.handoff, "")
        with suppress(*TROUBLE):
            if topic.person not in self._stamps:
                self._stamps[topic.person] = await self._book.stamp(topic.person)
            return self._stamps[topic.person]
        return ""
