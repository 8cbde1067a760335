"""What the coordinator does with ideas: read them, and answer in one line. No name unasked.

All raise PermissionError for who is no coordinator here; each look is noted for the family.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from bot.service import wording
from bot.service.arranging.tips import IDEAS
from bot.service.beginning import begin
from bot.service.house import House
from bot.service.not_done import Changed
from bot.service.plans import IDEA_ANSWERED
from bot.service.programmes.ideas.leaving import ANSWER, IDEA, NAME
from casework.municipality import Role
from casework.requests import following
from dialogs.language.guard import mask
from storage import reads, requests
from storage.database import Database
from storage.reads import Read
from storage.requests import Request
from storage.tx import Tx

NEW, READ, ANSWERED = "new", "read", "answered"
LONGEST = 160  # characters of an answer: one line
SCRIPT = "ideas"


class BadAnswer(ValueError):
    """It cannot be sent: the message is "empty" or "long"."""


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea. `name`: "" unless she wanted it there."""

    id: int
    version: int
    state: str
    text: str
    name: str
    left_on: date
    answer: str


class Ideas:
    """The box. `wake` is called when a turn waits."""

    def __init__(
        self, database: Database, house: House, wake: Callable[[], None] = lambda: None
    ) -> None:
        self._database, self._house, self._wake = database, house, wake

    @property
    def here(self) -> bool:
        """Whether this town gathers ideas."""
        found = self._house.municipality.offers(IDEAS)
        return found is not None and found.runs(self._house.today())

    async def waiting(self) -> int:
        """How many nobody read yet: a count, no idea."""
        async with self._database.reading() as tx:
            return sum(one.state == NEW for one in await self._all(tx))

    async def ideas(self, person: str) -> list[Idea]:
        """Every idea: those nobody answered first, and of those the oldest."""
        self._allowed(person)
        now = self._house.clock.now().timestamp()
        async with self._database.writing() as tx:
            found = await self._all(tx)
            await reads.log_all(tx, [Read(one.family_id, person, "idea", now) for one in found])
        return sorted(map(self._idea, found), key=lambda one: (one.state == ANSWERED, one.id))

    async def read(self, person: str, number: int, seen: int) -> None:
        """Somebody read it. Raises Changed."""
        self._allowed(person)
        async with self._database.writing() as tx:
            one = await self._one(tx, number, seen)
            await self._turn(tx, one, READ, person)

    async def answer(self, person: str, number: int, text: str, seen: int) -> None:
        """One line goes back to her, at a decent hour. Raises BadAnswer, Changed."""
        self._allowed(person)
        line = mask(" ".join(text.split()))
        if not line or len(line) > LONGEST:
            raise BadAnswer("long" if line else "empty")
        async with self._database.writing() as tx:
            one = await self._one(tx, number, seen)
            told = replace(one, facts={**one.facts, ANSWER: line})
            await self._turn(tx, told, ANSWERED, person)
            topic = f"idea:{one.id}"
            facts = {"script": SCRIPT, "entry": IDEA_ANSWERED, "topic": topic}
            facts |= {"request": str(one.id)}
            await begin(tx, self._house, one.family_id, topic, facts)
        self._wake()

    async def _turn(self, tx: Tx, one: Request, state: str, person: str) -> None:
        at = self._house.clock.now().timestamp()
        if state not in following(IDEAS, one.state):
            raise Changed
        if not await requests.save(tx, replace(one, state=state), person, at, was=one.state):
            raise Changed

    async def _one(self, tx: Tx, number: int, seen: int) -> Request:
        one = await requests.get(tx, number)
        here = one is not None and one.municipality == self._house.municipality.id
        if one is None or not here or one.programme != IDEAS:
            raise PermissionError(self._house.wording.plain(wording.NOT_YOURS))
        if one.version != seen:
            raise Changed
        return one

    async def _all(self, tx: Tx) -> list[Request]:
        return await requests.of_programme(tx, self._house.municipality.id, IDEAS)

    def _idea(self, one: Request) -> Idea:
        left = datetime.fromtimestamp(one.created_at, UTC)
        return Idea(
            id=one.id,
            version=one.version,
            state=one.state,
            text=str(one.facts[IDEA]),
            name=str(one.facts.get(NAME, "")),
            left_on=self._house.calendar.wall(left).date(),
            answer=str(one.facts.get(ANSWER, "")),
        )

    def _allowed(self, person: str) -> None:
        people = self._house.municipality.people
        if not any(one.id == person and one.role is Role.COORDINATOR for one in people):
            raise PermissionError(self._house.wording.plain(wording.NOT_YOURS))
