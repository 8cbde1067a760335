"""The turn worker: claims who waits, takes their turns in memory, writes all in one commit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

from bot.service import handoffs, logs, turn, wire
from bot.service.house import House
from bot.service.outbox import Delivery
from bot.service.plans import BEGUN
from bot.service.ports import CLOCK, DESK
from bot.service.recall import Recall
from bot.service.waiting import nap
from bot.service.work import Work
from bot.service.writes import Writes
from dialogs.model import Session
from storage import alerts, inbox, reminders
from storage.database import Database
from storage.inbox import Conversation, Waiting
from storage.reminders import Due
from storage.tx import Tx

log = logs.get()
CONVERSATIONS = 50  # in one commit …
FIRED = 10  # … of which so many where only the clock speaks: people do not wait behind them
EACH = 4  # rows of one conversation in one commit
MOST_TRIES = 5
_IDLE = 1.0  # seconds between looks when nobody woke us: rows that other processes brought
Answered = Callable[[str, str], None]


@dataclass(slots=True)
class _Batch:
    """What one commit will write, and who was claimed for it."""

    writes: Writes = field(default_factory=Writes)
    claimed: list[Waiting] = field(default_factory=list)  # the first row of each conversation
    finished: list[Waiting] = field(default_factory=list)
    held: dict[int, list[Due]] = field(default_factory=dict)  # by conversation
    full: bool = False  # there may be more


class Turns:
    """Takes turns. `answered` is told about each finished row; `deliveries` go along."""

    def __init__(
        self,
        database: Database,
        house: House,
        wake: asyncio.Event,
        answered: Answered = lambda _channel, _key: None,
        deliveries: Sequence[Delivery] = (),
    ) -> None:
        self._database, self._house = database, house
        self._answered, self._deliveries = answered, deliveries
        self._full = False  # the last batch left somebody waiting, as far as we know
        self._recall = Recall()
        self.wake = wake

    async def run(self, stop: asyncio.Event) -> None:
        """Take turns until told to stop."""
        while not stop.is_set():
            self.wake.clear()
            try:
                await self.run_batch()
            except Exception as error:  # the work loop: nothing may end it
                log.error("turns_failed", exc_info=error)
                await asyncio.sleep(_IDLE)
            if not self._full:
                await nap(self.wake, _IDLE)

    async def run_batch(self) -> int:
        """Take the turns of those who wait; returns how many rows are done.

        Raises what the database raises when it cannot be read or written at all.
        """
        batch = _Batch()
        self._full = False
        try:
            await self._commit(batch, None, EACH)
        except Exception as error:
            if not batch.claimed:
                raise
            log.warning("batch_failed", count=len(batch.claimed), exc_info=error)
            return await self._alone(batch.claimed)
        self._full = batch.full
        return len(batch.finished)

    async def _alone(self, first: list[Waiting]) -> int:
        """Each conversation in a commit of its own; what cannot be written counts as a failure."""
        done = 0
        for row in first:
            batch = _Batch()
            try:
                await self._commit(batch, row.conversation_id, 1)
            except Exception as error:  # noqa: BLE001  counted, and after five set aside
                async with self._database.writing() as tx:
                    await self._count(tx, row, error)
            done += len(batch.finished)
        return done

    async def join(self, tx: Tx) -> set[int]:
        """Take the turns of the people who wait, in a transaction of others: ids that are done.

        What only the clock says is left to the turn loop: it would hold up who is talking with us.
        Raises what `run_batch` would have repaired: then nothing of `tx` may be kept.
        """
        batch = _Batch()
        await self._take(tx, batch, None, EACH, clock=0)
        await self._along(tx)
        tx.afterwards.append(lambda committed: self._tell(batch) if committed else None)
        return set(batch.writes.done)

    async def _commit(self, batch: _Batch, only: int | None, each: int) -> None:
        async with self._database.writing() as tx:
            await self._take(tx, batch, only, each)
            if only is None:
                await self._along(tx)
        self._tell(batch)
        if only is not None:
            self._ring(tx)

    async def _take(
        self, tx: Tx, batch: _Batch, only: int | None, each: int, clock: int = FIRED
    ) -> None:
        """Claim who waits (of `only` one conversation if given) and write what their turns want."""
        now = self._house.clock.now()
        claimed = await inbox.claim(tx, CONVERSATIONS, each, clock=clock)
        claimed = [one for one in claimed if only is None or one[0].id == only]
        batch.claimed = [rows[0] for _, rows in claimed]
        batch.full = len(claimed) >= FIRED or any(len(r) == each for _, r in claimed)
        if claimed and self._house.calendar.quiet(now):
            ids = [conversation.id for conversation, _ in claimed]
            batch.held = await reminders.of_kinds(tx, ids, BEGUN)
        for conversation, rows in claimed:
            await self._conversation(tx, batch, conversation, rows)
        await batch.writes.flush(tx, now.timestamp())

    def _tell(self, batch: _Batch) -> None:
        for row in batch.finished:
            self._answered(row.channel, row.key)

    async def _along(self, tx: Tx) -> None:
        """The replies are claimed in the commit that makes them: one wait for the disk, not two.

        If that fails the turns are taken alone, without this: they must not suffer from it.
        """
        for delivery in self._deliveries:
            if delivery.has_news(tx):
                await delivery.join(tx)

    def _ring(self, tx: Tx) -> None:
        for delivery in self._deliveries:
            if delivery.has_news(tx):
                delivery.wake.set()

    async def _conversation(
        self, tx: Tx, batch: _Batch, conversation: Conversation, rows: list[Waiting]
    ) -> None:
        """Her rows in order; one that fails stops the rest until the next batch."""
        session = None
        for row in rows:
            try:
                if session is None:
                    session = self._recall.load(conversation.id, conversation.session)
                hers = row.channel not in (CLOCK, DESK)
                held = batch.held.pop(conversation.id, ()) if hers else ()
                work = await self._turn(tx, conversation, row, session, held)
            except Exception as error:  # noqa: BLE001  counted, and after five set aside
                await self._count(tx, row, error)
                return
            session, conversation = work.session, work.conversation
            batch.writes.add(work.writes)
            batch.writes.done.append(row.id)
            batch.finished.append(row)
            if work.writes.partings:  # what she wrote behind it goes along
                batch.finished += rows[rows.index(row) + 1 :]
                return

    async def _turn(
        self,
        tx: Tx,
        conversation: Conversation,
        row: Waiting,
        session: Session,
        held: Sequence[Due],
    ) -> Work:
        async with AsyncExitStack() as undo:
            work = Work(
                tx=tx,
                house=self._house,
                conversation=conversation,
                row=row,
                item=wire.load(row.body),
                at=self._house.clock.now(),
                session=session,
                recall=self._recall,
                undo=undo,
                held=held,
            )
            await turn.take(work)
        return work

    async def _count(self, tx: Tx, row: Waiting, error: Exception) -> None:
        """Note the failure. The fifth sets the row aside: she gets an apology, a person a task."""
        at = self._house.clock.now()
        aside = row.tries + 1 >= MOST_TRIES
        log.error("turn_failed", inbox_id=row.id, tries=row.tries + 1, exc_info=error)
        name = type(error).__name__
        await inbox.failed(tx, row.id, name, aside=aside, at=at.timestamp())
        if aside:
            await self._quarantine(tx, row)

    async def _quarantine(self, tx: Tx, row: Waiting) -> None:
        at = self._house.clock.now()
        why = handoffs.Reason(row.family_id, "stuck", f"stuck:{row.id}")
        found = await handoffs.bring(tx, self._house, why, at)
        where = (row.channel, row.address_id)
        await handoffs.apologise(tx, self._house, row.conversation_id, where, f"{row.id}:sorry", at)
        alert = alerts.NewAlert(
            f"quarantined:{row.id}", "quarantined", found.id, row.family_id, f"inbox:{row.id}"
        )
        await alerts.put(tx, [alert], at.timestamp())
