"""Messages of the tandem go on their way when their moment has come, and it is noted how they end.

A message becomes a row of her inbox, once, in the transaction that marks it: her turn says it, in
order with everything else. Only when it surely arrived the clock of what she was promised stops.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime

from bot.service import logs, wire
from bot.service.house import House
from bot.service.ports import DESK, Incoming
from bot.service.staff import told
from bot.service.staff.keeping import keep
from bot.service.staff.writing import later
from storage import alerts, handoffs, inbox, promises, sessions, staff_texts, tasks
from storage.database import Database
from storage.inbox import Posted
from storage.staff_texts import FAILED, SENT, UNSURE, Due, Underway
from storage.tx import Tx

log = logs.get()
AT_ONCE = 50  # messages in one transaction
ANSWERED = "message"  # kind of task that a message to her settles


@dataclass(frozen=True, slots=True)
class Ending:
    """How a message ended."""

    state: str  # sent, unsure, failed
    reason: str = ""
    at: float = 0.0


class Relay:
    """`turns` is set when a message went to the inbox."""

    def __init__(self, database: Database, house: House, turns: asyncio.Event) -> None:
        self._database, self._house, self._turns = database, house, turns

    async def tick(self) -> int:
        """Post what may go, settle what came to an end; tells how many rows moved."""
        now = self._house.clock.now()
        async with self._database.reading() as tx:
            due = await staff_texts.due(tx, now.timestamp(), 1)
            ended = _ended(await staff_texts.underway(tx, AT_ONCE))
        if not due and not ended:
            return 0
        async with self._database.writing() as tx:
            sent = await self._post(tx, now)
            await self._settle(tx, ended, now)
        if sent:
            self._turns.set()
        return sent + len(ended)

    async def _post(self, tx: Tx, now: datetime) -> int:
        quiet, sent = self._house.calendar.quiet(now), 0
        for one in await staff_texts.due(tx, now.timestamp(), AT_ONCE):
            if quiet and not one.night:  # the quiet hours began while it waited
                goes = later(self._house.calendar, now)
                await staff_texts.move(tx, one.id, goes.timestamp())
            else:
                sent += await self._begin(tx, one, now)
        return sent

    async def _begin(self, tx: Tx, one: Due, now: datetime) -> int:
        at = now.timestamp()
        talk = await sessions.by_family(tx, one.family_id)
        rows = await inbox.post_all(tx, [_posted(talk.id, one.id, now)]) if talk else []
        if not rows:
            await staff_texts.settle(tx, one.id, FAILED, "gone", at)
            return 0
        await staff_texts.posted(tx, one.id, rows[0])
        await handoffs.claim(tx, one.handoff_id, one.author, at)  # who writes has taken it up
        for task in await tasks.waiting(tx, [one.handoff_id]):
            if task.kind == ANSWERED and task.created_at <= one.created_at:
                await tasks.done(tx, task.id, one.author, at)
        log.info("staff_message", kind="posted")
        return 1

    async def _settle(self, tx: Tx, ended: list[tuple[Underway, Ending]], now: datetime) -> None:
        for row, ending in ended:
            at = now.timestamp()
            if not await staff_texts.settle(tx, row.id, ending.state, ending.reason, at):
                continue
            if ending.state == SENT:
                reached = ending.at or at
                await keep(tx, self._house, row.family_id, row.author, promises.REPLY, reached)
            elif not row.mail:  # else the line itself told of it
                alert = alerts.NewAlert(
                    f"staff:{row.id}", FAILED, row.handoff_id, row.family_id, f"staff:{row.id}"
                )
                await alerts.put(tx, [alert], at)
            log.info("staff_message", kind=ending.state, reason=ending.reason)


def _posted(conversation_id: int, text_id: int, now: datetime) -> Posted:
    """`now`: whoever wrote it decided about the quiet hours."""
    facts = {
        "script": told.SCRIPT,
        "topic": f"message:{text_id}",
        "message": str(text_id),
        "now": "ja",
    }
    item = Incoming(DESK, "", f"staff:{text_id}", now, "began", facts=facts)
    return Posted(conversation_id, DESK, item.key, item.kind, wire.dump(item), now.timestamp())


def _ended(rows: list[Underway]) -> list[tuple[Underway, Ending]]:
    found = ((row, ending_of(row)) for row in rows)
    return [(row, ending) for row, ending in found if ending is not None]


def ending_of(row: Underway) -> Ending | None:
    """How this message ended; None while it is still under way."""
    states = {state: (error, at) for state, error, at in row.mail}
    if not row.mail:
        if row.taken == "new":
            return None
        return Ending(FAILED, "aside" if row.taken == "aside" else "no_address")
    for state in (FAILED, "cancelled", UNSURE):
        if state in states:
            return Ending(UNSURE if state == UNSURE else FAILED, states[state][0] or state)
    if set(states) == {SENT}:
        return Ending(SENT, at=max(at for _, _, at in row.mail))
    return None
