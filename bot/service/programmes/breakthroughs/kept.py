"""One request for a breakthrough as it is kept, and what its two sides have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from bot.service.house import House
from bot.service.not_done import Changed
from casework import breakthrough
from casework import requests as rules
from casework.breakthrough import Ask, Route
from dialogs.language.guard import mask
from storage import grants, requests, tasks
from storage.requests import Request
from storage.tx import Tx

ASKED, GRANTED, DECLINED, DONE = "asked", "granted", "declined", "done"
DEADLINE = "breakthrough_deadline"  # kind of task
GOING = rules.going(breakthrough.ID)  # the officer has it


class NotNow(ValueError):
    """This cannot be done: the message is a code for the page."""


@dataclass(frozen=True, slots=True)
class Said:
    """A question of the officer, or an answer of the tandem."""

    by: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One request as both sides see it. `order` is what will happen, `reason` why not."""

    id: int
    version: int
    handoff_id: str
    state: str
    asked_by: str
    officer: str
    asked_at: datetime
    changed_at: datetime
    ask: Ask
    said: tuple[Said, ...]
    order: str
    reason: str
    given_cents: int | None  # None: nothing was given
    spent_cents: int | None = None  # None: nobody wrote it down yet
    grant_id: int | None = None  # where it stands in the ledger

    @property
    def going(self) -> bool:
        """Whether somebody still has something to do."""
        return self.state in GOING

    @property
    def waits(self) -> bool:
        """Whether the officer asked something that nobody answered."""
        return self.state == ASKED and bool(self.said) and self.said[-1].by == self.officer


def facts_of(ask: Ask) -> dict[str, object]:
    """What is kept of it, without numbers that we never keep."""
    return {
        "stuck": clean(ask.stuck),
        "routes": [[clean(one.what), one.on, clean(one.came)] for one in ask.routes],
        "helps": clean(ask.helps),
        "cents": ask.cents,
        "due_on": ask.due_on.isoformat(),
        "parts": list(ask.parts),
    }


def clean(text: str) -> str:
    """As it was typed, without a BSN or bank number."""
    return mask(text.replace("\r\n", "\n").strip())


def said_text(text: str) -> str:
    """A question, an order, a reason or an answer. Raises NotNow: empty or long."""
    kept = clean(text)
    if code := breakthrough.text(kept):
        raise NotNow(code)
    return kept


async def sheet(tx: Tx, one: Request) -> Sheet:
    """The request, with what was given for it."""
    known = one.facts
    given = await grants.of_request(tx, one.id)
    return Sheet(
        id=one.id,
        version=one.version,
        handoff_id=one.handoff_id or "",
        state=one.state,
        asked_by=one.brought_by,
        officer=one.person or "",
        asked_at=_moment(one.created_at),
        changed_at=_moment(one.changed_at),
        ask=Ask(
            known["stuck"],
            tuple(Route(*row) for row in known["routes"]),
            known["helps"],
            known["cents"],
            date.fromisoformat(known["due_on"]),
            tuple(known["parts"]),
        ),
        said=tuple(Said(by, _moment(at), text) for by, at, text in known.get("said", ())),
        order=known.get("order", ""),
        reason=known.get("reason", ""),
        given_cents=given[0].what.total if given else None,
        spent_cents=given[0].what.spent if given else None,
        grant_id=given[0].id if given else None,
    )


async def of_handoff(tx: Tx, handoff_id: str) -> list[Request]:
    """Every request for a breakthrough of this handoff, the first first."""
    found = await requests.of_handoff(tx, handoff_id)
    return [one for one in found if one.programme == breakthrough.ID]


async def change(tx: Tx, one: Request, by: str, at: float, **new: object) -> None:
    """Keep it with these facts; `state` among them is its state. Raises Changed, NotNow."""
    state = new.pop("state", None)
    if state is not None and state not in rules.following(one.programme, one.state):
        raise NotNow("over")
    later = replace(one, state=str(state or one.state), facts={**one.facts, **new})
    if later.state != ASKED:
        later = replace(later, due_on=None)  # no decision is waited for any more
    if not await requests.save(tx, later, by, at, was=one.state):
        raise Changed
    if later.state != ASKED:
        await _settled(tx, one, by, at)


async def _settled(tx: Tx, one: Request, by: str, at: float) -> None:
    """Nobody has to look after the deadline any more."""
    for task in await tasks.waiting(tx, [one.handoff_id] if one.handoff_id else []):
        if task.key == deadline_key(one):
            await tasks.done(tx, task.id, by, at)


def deadline_key(one: Request) -> str:
    """The key of the task that says that the decision is needed soon."""
    return f"{DEADLINE}:{one.id}"


def add_said(one: Request, by: str, at: float, text: str) -> Sequence[object]:
    """What was said so far and this; the same words of the same person last change nothing."""
    before = list(one.facts.get("said", ()))
    if before and (before[-1][0], before[-1][2]) == (by, text):
        return before
    return [*before, [by, at, text]]


def local(house: House, seconds: float) -> date:
    """The local day of these UTC seconds."""
    return house.calendar.wall(_moment(seconds)).date()


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
