"""The tick: what came due goes to the inbox, waits for a better moment, or is dropped in sight."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.service import logs, plans, wire
from bot.service.house import House
from bot.service.ports import CLOCK, Incoming
from casework import reminders as policy
from storage import alerts, inbox, reminders
from storage.database import Database
from storage.reminders import Due
from storage.tx import Tx

log = logs.get()
AT_ONCE = 50  # rows in one transaction: parents who write meanwhile wait for it
A_FEW, REST = 5, 0.15  # rows, then seconds, while many are due: as fast as Telegram takes messages
PARTS = 11  # of one tick: it is over before the next
_SPAN = timedelta(days=8)  # how far the caps look, back and ahead


@dataclass(slots=True)
class _Outcome:
    """What one transaction writes."""

    posts: list[inbox.Posted] = field(default_factory=list)
    fired: list[int] = field(default_factory=list)
    moved: list[reminders.Moved] = field(default_factory=list)
    dropped: list[reminders.Dropped] = field(default_factory=list)
    alerts: list[alerts.NewAlert] = field(default_factory=list)


class Reminders:
    """`turns` is set when something went to the inbox."""

    def __init__(self, database: Database, house: House, turns: asyncio.Event) -> None:
        self._database, self._house, self._turns = database, house, turns

    async def tick(self) -> int:
        """Deal with all that is due now; tells how many rows that were."""
        count = 0
        while found := await self._some(AT_ONCE):
            count += found
        return count

    async def trickle(self) -> None:
        """Deal with some of what is due, a few at a time, so that who writes now hardly waits."""
        for _ in range(PARTS):
            if not await self._some(A_FEW):
                break
            await asyncio.sleep(REST)

    async def _some(self, most: int) -> int:
        now = self._house.clock.now()
        async with self._database.writing() as tx:
            due = await reminders.due(tx, now.timestamp(), most)
            if not due:
                return 0
            outcome = await self._decide(tx, due, now)
            await _write(tx, outcome, now.timestamp())
        if outcome.posts:
            self._turns.set()
        for one in outcome.dropped:
            log.info("reminder_dropped", reminder_id=one.id, reason=one.reason)
        return len(due)

    async def _decide(self, tx: Tx, due: Sequence[Due], now: datetime) -> _Outcome:
        at = now.timestamp()
        groups = _grouped(due)
        ids = {conversation_id for conversation_id, _ in groups}
        past = await reminders.past(tx, ids, (now - _SPAN).timestamp())
        ahead = await reminders.ahead(tx, ids, at, (now + _SPAN).timestamp())
        outcome = _Outcome()
        for (one, mode), rows in groups.items():
            decisions = policy.decide_all(
                [plans.due(row) for row in rows],
                now,
                [datetime.fromtimestamp(moment, UTC) for moment in past.get(one, ())],
                mode,
                self._house.calendar,
                [plans.due(row) for row in ahead.get(one, ())],
            )
            for row, decision in zip(rows, decisions, strict=True):
                self._note(outcome, row, decision, now)
        return outcome

    def _note(self, outcome: _Outcome, row: Due, decision: policy.Decision, now: datetime) -> None:
        match decision:
            case policy.Fire():
                outcome.fired.append(row.id)
                outcome.posts.append(posted(row, now))
            case policy.Move(to, reason):
                wall = self._house.calendar.wall(to).isoformat(timespec="minutes")
                outcome.moved.append(reminders.Moved(row.id, wall, to.timestamp(), reason))
            case policy.Drop(reason, matters):
                outcome.dropped.append(reminders.Dropped(row.id, reason))
                if matters:
                    outcome.alerts.append(_late(row))


def posted(row: Due, now: datetime) -> inbox.Posted:
    """The inbox row of a reminder that goes out."""
    facts = row.args | {
        "kind": row.kind,
        "turn": str(row.turn),
        "topic": row.topic,
        "reminder": str(row.id),
    }
    key = f"reminder:{row.id}"
    item = Incoming(CLOCK, "", key, now, "fired", facts=facts)
    return inbox.Posted(
        row.conversation_id, CLOCK, key, item.kind, wire.dump(item), now.timestamp()
    )


def _grouped(due: Sequence[Due]) -> dict[tuple[int, policy.Mode], list[Due]]:
    """What came due for one family at once is decided together."""
    groups: dict[tuple[int, policy.Mode], list[Due]] = {}
    for row in due:
        groups.setdefault((row.conversation_id, _mode(row)), []).append(row)
    return groups


def _mode(row: Due) -> policy.Mode:
    """`stopped` is off until she comes back. What a person begins is no reminder."""
    if row.kind in plans.BEGUN:
        return policy.Mode.ON
    return policy.Mode.OFF if row.preference == "stopped" else policy.Mode(row.preference)


def _late(row: Due) -> alerts.NewAlert:
    return alerts.NewAlert(
        f"late:{row.id}", "late", family_id=row.family_id, ref=f"reminder:{row.id}"
    )


async def _write(tx: Tx, outcome: _Outcome, at: float) -> None:
    await reminders.fired(tx, outcome.fired, at)
    await inbox.post_all(tx, outcome.posts)
    await reminders.move_all(tx, outcome.moved)
    await reminders.drop_all(tx, outcome.dropped)
    await alerts.put(tx, outcome.alerts, at)
