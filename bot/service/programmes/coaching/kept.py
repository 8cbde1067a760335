"""What is kept of coaching: that she takes part, and her small goals, one open at a time.

Taking part is a request whose version counts each change of her goals too, so that two who change
them at once never lose one and never leave two open. That she takes part is counted as a grant
that costs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.service.beginning import begin
from bot.service.house import House
from bot.service.not_done import Changed
from bot.service.plans import COACHING, planned
from bot.service.programmes import counted
from casework import coaching, plans
from casework.budget import Grant, Refusal
from casework.coaching import PROGRAMME
from casework.programmes import Programme
from casework.requests import SMALL_GOAL, WITHDRAWN
from storage import grants, reminders, requests, sessions
from storage.grants import NewGrant
from storage.handoffs import Handoff
from storage.requests import NewRequest, Request
from storage.tx import Tx

STARTED, ENDED = "started", "ended"
SET, CHANGED = "set", "changed"
WORDS, SAID = "goal", "said"  # what is known of a goal: her words, and what she said of it later
ALERTS = ("families_near", "families_full")  # nearly full, full


@dataclass(frozen=True, slots=True)
class NewGoal:
    """A goal to set: whose, in her words, and who wrote it down (`parent` or a person).

    `seen` is the id of the goal that it takes the place of, 0 for none; None for whichever stands.
    """

    family_id: str
    words: str
    by: str
    seen: int | None = None


def topic(taking_part: Request) -> str:
    """What reminders of one family's coaching have in common."""
    return f"coaching:{taking_part.id}"


def goal_topic(goal: Request) -> str:
    """What messages about one goal have in common."""
    return f"goal:{goal.id}"


async def takes_part(tx: Tx, family_id: str) -> Request | None:
    """That she takes part, or did; None when she never began, or by mistake only."""
    found = await _of(tx, family_id, PROGRAMME)
    return next((one for one in reversed(found) if one.state != WITHDRAWN), None)


async def goals(tx: Tx, family_id: str) -> list[Request]:
    """Her small goals, the first first."""
    return await _of(tx, family_id, SMALL_GOAL)


def open_goal(found: Sequence[Request]) -> Request | None:
    """The goal of this week."""
    return next((one for one in reversed(found) if one.state == SET), None)


async def _of(tx: Tx, family_id: str, programme: str) -> list[Request]:
    return [one for one in await requests.of_family(tx, family_id) if one.programme == programme]


async def start(
    tx: Tx, house: House, found: Handoff, person: str, programme: Programme
) -> Refusal | None:
    """She takes part from now on; why not, when no place is left. Twice is once.

    She hears it, and after some months she is asked how it goes. Raises Changed.
    """
    now = house.clock.now()
    day = coaching.follow_up(house.calendar.wall(now).date(), programme)
    mine = await takes_part(tx, found.family_id)
    if mine is not None and mine.state == STARTED:
        return None
    if mine is None:
        mine = await _new(tx, house, found, person, day)
        if (wrong := await _count(tx, house, mine, person, programme)) is not None:
            return wrong
    else:
        again = replace(mine, state=STARTED, due_on=day.isoformat(), handoff_id=found.id)
        await _save(tx, again, person, now, was=mine.state)
    await _follow(tx, house, mine, day)
    return None


async def _new(tx: Tx, house: House, found: Handoff, person: str, day: date) -> Request:
    count = len(await _of(tx, found.family_id, PROGRAMME))
    new = NewRequest(
        f"{PROGRAMME}:{found.family_id}:{count}", house.municipality.id, PROGRAMME,
        found.family_id, STARTED, person, handoff_id=found.id, due_on=day.isoformat(),
    )  # fmt: skip
    return await requests.add(tx, new, house.clock.now().timestamp())


async def _count(
    tx: Tx, house: House, mine: Request, person: str, programme: Programme
) -> Refusal | None:
    """Count her family in this month, and warn before and when the last place is taken."""
    now, town = house.clock.now(), house.municipality.id
    today = house.calendar.wall(now).date()
    what = Grant((today.year, today.month), 1, 0)
    new = NewGrant(f"grant:{mine.key}", town, mine.family_id, None, what, person, mine.id)
    if (wrong := await grants.give(tx, new, programme, now.timestamp())) is not None:
        return wrong
    stand = await counted.standing(tx, house, programme, what.first)
    await counted.warn(tx, house, programme, stand, ALERTS, programme.id)
    return None


async def _follow(tx: Tx, house: House, mine: Request, day: date) -> None:
    """Tell her, and plan to ask how it goes."""
    talk = await sessions.by_family(tx, mine.family_id)
    if talk is None:
        return
    facts = {"script": "coaching", "entry": COACHING, "topic": topic(mine)}
    await begin(tx, house, mine.family_id, f"{topic(mine)}:{day}", facts)
    row = plans.plan_follow_up(day, house.calendar, topic=topic(mine), args={})
    await reminders.plan(tx, [planned(talk.id, row)], house.clock.now().timestamp())


async def end(tx: Tx, house: House, mine: Request, person: str, *, mistake: bool) -> None:
    """She stopped or is done; by `mistake` she never began, and her place is free. Raises Changed.

    What was planned to ask her is forgotten.
    """
    now = house.clock.now()
    await _save(tx, replace(mine, state=WITHDRAWN if mistake else ENDED), person, now, was=STARTED)
    for given in await grants.of_request(tx, mine.id) if mistake else ():
        await grants.shorten(tx, given.id, 0, now.timestamp())
    if (goal := open_goal(await goals(tx, mine.family_id))) is not None:
        await _close(tx, goal, WITHDRAWN, person, now)
    if talk := await sessions.by_family(tx, mine.family_id):
        await reminders.cancel(tx, conversation_id=talk.id, topic=topic(mine))


async def set_goal(tx: Tx, house: House, new: NewGoal) -> Request | None:
    """Her goal for this week, in the place of an earlier one; None when she takes no part.

    After a week she is asked how it went. Raises Changed when somebody else was faster: then
    another goal stands than `new.seen`. That is looked at when nobody else can set one any more.
    """
    now = house.clock.now()
    mine = await takes_part(tx, new.family_id)
    if mine is None or mine.state != STARTED:
        return None
    await _save(tx, mine, new.by, now, was=mine.state)  # one at a time
    known = await goals(tx, new.family_id)
    before = open_goal(known)
    if new.seen is not None and (before.id if before else 0) != new.seen:
        raise Changed
    if before is not None:
        await _close(tx, before, CHANGED, new.by, now)
    day = house.calendar.wall(now).date() + coaching.GOAL_FOR
    goal = await requests.add(
        tx,
        NewRequest(
            f"goal:{new.family_id}:{len(known)}", mine.municipality, SMALL_GOAL, new.family_id,
            SET, new.by, handoff_id=mine.handoff_id, due_on=day.isoformat(),
            facts={WORDS: new.words},
        ),
        now.timestamp(),
    )  # fmt: skip
    if talk := await sessions.by_family(tx, new.family_id):
        args = {"goal": str(goal.id)}
        row = plans.plan_goal(day, house.calendar, topic=goal_topic(goal), args=args)
        await reminders.plan(tx, [planned(talk.id, row)], now.timestamp())
    return goal


async def went(tx: Tx, goal: Request, how: str, words: str, at: datetime) -> None:
    """How it went, as she says. Raises Changed."""
    told = replace(goal, facts={**goal.facts, SAID: words}) if words else goal
    await _close(tx, told, how, requests.PARENT, at)


async def _close(tx: Tx, goal: Request, state: str, by: str, at: datetime) -> None:
    await _save(tx, replace(goal, state=state), by, at, was=SET)
    if talk := await sessions.by_family(tx, goal.family_id):
        await reminders.cancel(tx, conversation_id=talk.id, topic=goal_topic(goal))


async def _save(tx: Tx, row: Request, by: str, at: datetime, *, was: str) -> None:
    if not await requests.save(tx, row, by, at.timestamp(), was=was):
        raise Changed
