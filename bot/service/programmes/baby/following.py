"""Keeping a request for a package in step with the tasks of its people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.service import handoffs
from bot.service.house import House
from casework.baby_package import PROGRAMME
from storage import handoffs as kept
from storage import requests, tasks
from storage.handoffs import Handoff
from storage.requests import Request
from storage.tx import Tx

REASON = PROGRAMME  # of a handoff that a package began
TASKS: Mapping[str, str] = {  # state → what somebody does about it
    "asked": "baby_asked",
    "referred": "baby_referred",
    "granted": "baby_granted",
}
WAITS = ("asked", "referred")  # nobody decided yet
OVER = "baby_over"  # the task when the programme ended before anybody decided
TODDLER = "baby_toddler"  # the task on the day that was chosen for the second package


def topic(request_id: int) -> str:
    """What tasks and messages of one request have in common."""
    return f"baby:{request_id}"


@dataclass(frozen=True, slots=True)
class Asks:
    """What a state asks of her people; a repeat of `key` is void."""

    kind: str  # of a task; "": nothing
    key: str


def is_over(house: House, request: Request) -> bool:
    """Whether the programme ended before anybody decided on it."""
    offered = house.municipality.offers(PROGRAMME)
    return request.state in WAITS and offered is not None and offered.over(house.today())


def task(house: House, request: Request) -> Asks:
    """What somebody must do about it now."""
    offered, of = house.municipality.offers(PROGRAMME), f"{topic(request.id)}:"
    if offered is not None and is_over(house, request):
        return Asks(OVER, f"{of}{OVER}:{offered.until}")
    kind = TASKS.get(request.state, "")
    return Asks(kind, f"{of}{kind}:{request.version}")


async def brought(
    tx: Tx, house: House, family_id: str, key: str, at: datetime, by: datetime | None = None
) -> Handoff:
    """Her two people, who hear of it; `by`: what she was promised."""
    why = handoffs.Reason(family_id, REASON, key, promised_by=by)
    return await handoffs.bring(tx, house, why, at)


async def follow(tx: Tx, house: House, request: Request, who: str, at: datetime) -> None:
    """What the state asks of her people is a task, and what it asked before is done."""
    assert request.handoff_id is not None
    found = await kept.get(tx, request.handoff_id)
    assert found is not None
    asks, mine = task(house, request), f"{topic(request.id)}:"
    waiting = [one for one in await tasks.waiting(tx, [found.id]) if one.key.startswith(mine)]
    for one in waiting:
        if one.kind in (*TASKS.values(), OVER) and one.kind != asks.kind:
            await tasks.done(tx, one.id, who, at.timestamp())
    if asks.kind and asks.kind not in {one.kind for one in waiting}:
        due = house.calendar.promised_by(at, house.municipality.promise)
        await handoffs.add_task(tx, found, asks.kind, asks.key, at, due=due)


async def turned(
    tx: Tx, request: Request, state: str, who: str, at: datetime, **facts: object
) -> Request | None:
    """The request in its next state; None when somebody changed it since it was read."""
    known = {name: value for name, value in {**request.facts, **facts}.items() if value}
    after = replace(request, state=state, facts=known)
    if not await requests.save(tx, after, who, at.timestamp(), was=request.state):
        return None
    return replace(after, version=after.version + 1)
