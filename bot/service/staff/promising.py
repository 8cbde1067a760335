"""The promise clock at work: warn the tandem in time, and be honest when a promise was broken.

Breaking is one transaction: the mark, the alert on the desk, the line in the team's chat, the next
promise and the message to her. So it happens once, also when we are killed in the middle of it or
when two workers look at the same moment.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.service import handoffs, logs, wire, wording
from bot.service.house import House
from bot.service.plans import PROMISE_BROKEN
from bot.service.ports import DESK, Incoming
from bot.service.staff import told
from casework import promises as rules
from dialogs.model import Text
from storage import alerts, erasure, inbox, promises, sessions, staff_texts
from storage import handoffs as rows
from storage.database import Database
from storage.promises import Promise
from storage.tx import Tx

log = logs.get()
AT_ONCE = 50  # promises in one transaction
SOON = "promise_soon"  # what the team is told; when one breaks, the desk too
UNDER_WAY = timedelta(minutes=1)  # a message that goes so soon is waited for …
NOT_FOR_EVER = timedelta(minutes=10)  # … if it does not take longer than this


class Promising:
    """`turns` is set when she hears something."""

    def __init__(self, database: Database, house: House, turns: asyncio.Event) -> None:
        self._database, self._house, self._turns = database, house, turns

    async def tick(self) -> int:
        """Warn of what is due soon, break what is over; tells how many promises that were."""
        now = self._house.clock.now()
        async with self._database.reading() as tx:
            over = await promises.breaking(tx, now.timestamp(), 1)
            soon = [one for one in await promises.unwarned(tx, now.timestamp()) if self._soon(one)]
        if not over and not soon:
            return 0
        async with self._database.writing() as tx:
            count = await self._warn(tx, soon, now)
            count += await self._break(tx, now)
        self._turns.set()
        return count

    def _soon(self, one: Promise) -> bool:
        made, due = _moment(one.made_at), _moment(one.due_at)
        start = rules.warned_from(made, due, self._house.calendar)
        return start <= self._house.clock.now()

    async def _warn(self, tx: Tx, soon: Sequence[Promise], now: datetime) -> int:
        count = 0
        for one in soon:
            if await promises.warned(tx, one.id, now.timestamp()):
                await self._tell(tx, one, SOON, wording.PROMISE_SOON, now)
                count += 1
        return count

    async def _break(self, tx: Tx, now: datetime) -> int:
        over = await promises.breaking(tx, now.timestamp(), AT_ONCE)
        since, until = now - NOT_FOR_EVER, now + UNDER_WAY
        families = sorted({one.family_id for one in over})
        busy = await staff_texts.busy(tx, families, since.timestamp(), until.timestamp())
        told_already: set[str] = set()
        count = 0
        for one in reversed(over):  # of several for one family she hears of the latest
            if one.family_id in busy or not await promises.broken(tx, one.id, now.timestamp()):
                continue
            count += 1
            if one.family_id not in told_already:
                told_already.add(one.family_id)
                await self._own_up(tx, one, now)
        return count

    async def _own_up(self, tx: Tx, one: Promise, now: datetime) -> None:
        """Tell her people, promise anew if that can be kept, and tell her."""
        log.info("promise_broken", count=one.round + 1)
        if await erasure.is_gone(tx, one.family_id):
            return
        await self._tell(tx, one, PROMISE_BROKEN, wording.PROMISE_BROKEN, now)
        await self._once_more(tx, one, now)
        talk = await sessions.by_family(tx, one.family_id)
        if talk is None:
            return
        facts = {
            "script": told.APOLOGY,
            "entry": PROMISE_BROKEN,
            "topic": f"promise:{one.handoff_id}",
            "promise": str(one.id),
        }
        item = Incoming(DESK, "", f"promise:{one.id}", now, "began", facts=facts)
        await inbox.post(
            tx, talk.id, channel=DESK, key=item.key, kind=item.kind, body=wire.dump(item),
            at=now.timestamp(),
        )  # fmt: skip

    async def _once_more(self, tx: Tx, one: Promise, now: datetime) -> None:
        """The next promise; none where one is still ahead, or where nothing more is honest."""
        waiting = await promises.waited_for(tx, [one.handoff_id])
        if any(other.due_at > now.timestamp() for other in waiting):
            return
        rule = self._house.municipality.promise
        due = rules.following(now, one.round, rule, self._house.calendar)
        if due is not None:
            key = f"after:{one.id}"
            at = now.timestamp()
            await promises.make(
                tx, one.handoff_id, due.timestamp(), at, key=key, round_=one.round + 1
            )
            await rows.promise(tx, one.handoff_id, due.timestamp())  # what she was told last

    async def _tell(self, tx: Tx, one: Promise, kind: str, text: Text, now: datetime) -> None:
        """An alert on the desk of both owners, and a line without content in the team's chat."""
        key = f"{kind}:{one.id}"
        if kind == PROMISE_BROKEN:
            alert = alerts.NewAlert(key, kind, one.handoff_id, one.family_id, f"promise:{one.id}")
            await alerts.put(tx, [alert], now.timestamp())
        await handoffs.tell_team(tx, self._house, one.handoff_id, text, f"team:{key}", now)


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
