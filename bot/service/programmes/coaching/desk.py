"""What her people see and do about coaching: the count of families, her small goal, the end.

All raise PermissionError for what is not this person's, and Changed when somebody was faster.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.service.beginning import begin
from bot.service.house import House
from bot.service.plans import GOAL_SET
from bot.service.programmes import counted
from bot.service.programmes.coaching import kept
from bot.service.programmes.coaching.kept import NewGoal
from bot.service.staff.theirs import theirs
from casework import coaching
from casework.budget import Standing
from casework.coaching import GOAL_LENGTH, PROGRAMME, Pace
from casework.programmes import Programme
from dialogs.language.guard import mask
from storage import reads, requests, sessions
from storage.database import Database
from storage.handoffs import Handoff
from storage.requests import PARENT, Request
from storage.tx import Tx


class BadGoal(ValueError):
    """It cannot be kept: the message is "empty", "long" or "not_started"."""


@dataclass(frozen=True, slots=True)
class Counter:
    """How many families take part or did, of how many, and how fast that goes."""

    programme: Programme
    standing: Standing
    pace: Pace | None


@dataclass(frozen=True, slots=True)
class Goal:
    """A small goal: her words, how it stands, and what she said of it."""

    id: int
    words: str
    state: str  # as in casework.requests
    said: str
    by: str  # "" is she
    set_on: date
    ask_on: date | None
    told_on: date | None  # when she said how it went


@dataclass(frozen=True, slots=True)
class Sheet:
    """Coaching of one family as her people see it."""

    state: str  # started, ended; "" when it never began
    since: date | None
    follow_up: date | None
    goal: Goal | None
    before: Sequence[Goal]  # earlier ones, newest first
    counter: Counter | None
    reminded: bool  # she gets messages


async def count(tx: Tx, house: House) -> Counter | None:
    """How many families take part now; None where the town has no coaching."""
    programme = next((p for p in house.municipality.programmes if p.id == PROGRAMME), None)
    if programme is None or not programme.on:
        return None
    stand = await counted.standing(tx, house, programme)
    return Counter(programme, stand, coaching.pace(programme, stand.taken, house.today()))


class Coaching:
    """The desk's side. `wake` is called when a turn waits."""

    def __init__(
        self, database: Database, house: House, wake: Callable[[], None] = lambda: None
    ) -> None:
        self._database, self._house, self._wake = database, house, wake

    async def counter(self) -> Counter | None:
        """How many families take part: for the coordinator, who reads none of them."""
        async with self._database.reading() as tx:
            return await count(tx, self._house)

    async def sheet(self, handoff_id: str, person: str, *, noted: bool = True) -> Sheet:
        """How it stands; the look is noted, unless that was done already."""
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            if noted:
                now = self._house.clock.now().timestamp()
                await reads.log(tx, found.family_id, person, "coaching", now)
            return await self._sheet(tx, found)

    async def set_goal(self, handoff_id: str, person: str, text: str, seen: int) -> None:
        """A small goal in her words, chosen together; she is asked whether it is right.

        `seen` is the id of the goal that stood on the page, 0 for none. Raises BadGoal.
        """
        words = _checked(text)
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            new = NewGoal(found.family_id, words, person, seen)
            goal = await kept.set_goal(tx, self._house, new)
            if goal is None:
                raise BadGoal("not_started")
            key = kept.goal_topic(goal)
            facts = {"script": "coaching", "entry": GOAL_SET, "topic": key, "goal": str(goal.id)}
            await begin(tx, self._house, found.family_id, key, facts)
        self._wake()

    async def end(self, handoff_id: str, person: str, *, mistake: bool) -> bool:
        """Coaching is over, or began by mistake. False when it does not run."""
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            mine = await kept.takes_part(tx, found.family_id)
            runs = mine is not None and mine.state == kept.STARTED
            if mine is not None and runs:
                await kept.end(tx, self._house, mine, person, mistake=mistake)
        return runs

    async def _sheet(self, tx: Tx, found: Handoff) -> Sheet:
        mine = await kept.takes_part(tx, found.family_id)
        talk = await sessions.by_family(tx, found.family_id)
        rows = await kept.goals(tx, found.family_id)
        shown = [await self._goal(tx, row) for row in rows]
        now = kept.open_goal(rows)
        return Sheet(
            state=mine.state if mine else "",
            since=self._day(mine.created_at) if mine else None,
            follow_up=date.fromisoformat(mine.due_on) if mine and mine.due_on else None,
            goal=next((one for one in shown if now and one.id == now.id), None),
            before=[one for one in reversed(shown) if one.state != kept.SET],
            counter=await count(tx, self._house),
            reminded=talk is not None and talk.reminders == "on",
        )

    async def _goal(self, tx: Tx, row: Request) -> Goal:
        told = [one for one in await requests.steps(tx, row.id) if one.state != kept.SET]
        return Goal(
            id=row.id,
            words=str(row.facts[kept.WORDS]),
            state=row.state,
            said=str(row.facts.get(kept.SAID, "")),
            by="" if row.brought_by == PARENT else row.brought_by,
            set_on=self._day(row.created_at),
            ask_on=date.fromisoformat(row.due_on) if row.due_on else None,
            told_on=self._day(told[-1].at) if told else None,
        )

    def _day(self, at: float) -> date:
        return datetime.fromtimestamp(at, self._house.calendar.zone).date()


def _checked(text: str) -> str:
    clean = mask(" ".join(text.split()))
    if not clean:
        raise BadGoal("empty")
    if len(clean) > GOAL_LENGTH:
        raise BadGoal("long")
    return clean
