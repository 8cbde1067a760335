"""Delivery: one loop per channel that sends what the turns wrote, each conversation in order.

A row is marked `sending` on disk before the channel is called. A reply whose fate is unknown
may go once more; a reminder never: the tandem sees it as unsure.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic

from bot.service import letters, logs
from bot.service.bucket import Bucket
from bot.service.house import House
from bot.service.ports import (
    Channel,
    Document,
    Outcome,
    Outgoing,
    Refused,
    RetryAt,
    Sent,
    Unreachable,
    Unsure,
)
from bot.service.trouble import Trouble, report
from bot.service.waiting import nap
from storage import outbox
from storage.database import Database
from storage.tx import Tx

FindDocument = Callable[[Tx, str], Awaitable[Document | None]]
log = logs.get()
AT_ONCE = 100  # sends under way per channel
MOST_REPLIES = 2  # a reply whose fate is unknown goes out at most so often
DRAIN = 1.0  # seconds that sends under way get when we stop
_TOKEN = 0.1  # seconds: a bucket of 30/s has three more
_LONGEST = 30.0  # seconds a send may take, whatever the channel's own limits are
_IDLE = 1.0  # seconds between looks when nothing woke us: rows of other processes, retries
_LINGER = 0.02  # seconds that results wait for company, or for a turn's commit to go along with


@dataclass(frozen=True, slots=True)
class Pace:
    """Telegram's limits: messages a second in all, and seconds between two in one chat.

    `spare` of the burst is left to replies: a reply that meets 429 waits a whole second. However
    many replies there are, `least` reminders a second go out.
    """

    rate: float = 30.0
    burst: float = 30.0
    gap: float = 1.0
    spare: int = 10
    least: float = 2.0


@dataclass(slots=True)
class _Load:
    """What is known in memory about the sends under way."""

    busy: set[int] = field(default_factory=set)  # conversations with a send in flight
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    settled: list[outbox.Settled] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    free: list[int] = field(default_factory=list)  # conversations to free once settled
    last: dict[int, float] = field(default_factory=dict)  # conversation → last send, monotonic

    def put_back(self, back: _Load) -> None:
        """What could not be written down goes before what came since."""
        self.settled[:0], self.troubles[:0] = back.settled, back.troubles
        self.free[:0] = back.free


class Delivery:
    """Sends the rows of one channel."""

    def __init__(
        self,
        database: Database,
        channel: Channel,
        house: House,
        find: FindDocument,
        pace: Pace | None = None,
        team_chat: str = "",
    ) -> None:
        """`find` makes a message's file; `team_chat` is where rows without an address go."""
        self._database, self._channel, self._house, self._find = database, channel, house, find
        self._pace = pace or Pace()
        self._bucket = Bucket(self._pace.rate, self._pace.burst, monotonic())
        self._team_chat = team_chat
        self._load = _Load()
        self._hungry = False  # reminders wait for tokens, or for their second of rest
        self._reminded = 0.0  # monotonic; when reminders were last claimed
        self._paused_until = 0.0  # monotonic; the whole channel waits
        self._expected = False  # results will be looked at in a moment
        self.wake = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; what is under way then is still settled."""
        while not stop.is_set():
            self.wake.clear()
            try:
                await self.step()
            except Exception as error:  # the deliver loop: nothing may end it
                log.error("delivery_failed", channel=self._channel.name, exc_info=error)
                await asyncio.sleep(_IDLE)
                continue
            await nap(self.wake, _IDLE if not self._hungry else _TOKEN)
        await self.drain()

    async def step(self) -> int:
        """Settle what came back and send what waits, in one commit; tells how many rows moved."""
        async with self._database.writing() as tx:
            return await self.join(tx)

    async def join(self, tx: Tx) -> int:
        """As `step`, in a transaction of somebody else: sending begins once it is committed."""
        back = self._load
        self._load = _Load(busy=back.busy, tasks=back.tasks, last=back.last)
        going: list[tuple[outbox.Ready, Outgoing]] = []

        def over(committed: bool) -> None:
            if not committed:
                self._load.put_back(back)
                return
            self._load.busy.difference_update(back.free)
            for row, out in going:
                self._start(row, out)

        tx.afterwards.append(over)
        await self._settle(tx, back)
        for row in await self._claim(tx, back.busy - set(back.free)):
            going.append((row, await self._outgoing(tx, row)))
        return len(going) + len(back.settled)

    def has_news(self, tx: Tx) -> bool:
        """Whether this transaction is worth joining: it posted here, or results came back."""
        return self._channel.name in tx.posted or bool(self._load.settled)

    async def flush(self) -> None:
        """Send until nothing is left that may go now; for the simulator and for tests."""
        while await self.step() or self._load.tasks or self._load.settled:
            if self._load.tasks:
                await asyncio.wait(self._load.tasks, return_when=asyncio.FIRST_COMPLETED)

    async def drain(self, seconds: float = DRAIN) -> None:
        """Wait for the sends under way, no longer than this, and settle them.

        What is not back by then counts as lost: a reply goes once more, a reminder is unsure.
        """
        if self._load.tasks:
            await asyncio.wait(self._load.tasks, timeout=seconds)
        self._paused_until = float("inf")
        await self.step()

    async def _settle(self, tx: Tx, back: _Load) -> None:
        if back.settled:
            await outbox.settle(tx, back.settled)
        if back.troubles:
            await report(tx, self._house, back.troubles, self._house.clock.now())

    async def _claim(self, tx: Tx, busy: set[int]) -> list[outbox.Ready]:
        now = monotonic()
        room = AT_ONCE - len(self._load.tasks)
        if now < self._paused_until or room <= 0:
            return []
        at = self._house.clock.now().timestamp()
        reminders = min(room, self._room_for_reminders(now))
        rows = await outbox.claim(
            tx, self._channel.name, at, room, busy,
            reminders=reminders, resting=self._resting(now),
        )  # fmt: skip
        self._bucket.take(len(rows), now)
        self._hungry = reminders <= 0 or rows.waiting > 0
        if any(row.kind == letters.REMINDER for row in rows):
            self._reminded = now
        return rows

    def _room_for_reminders(self, now: float) -> int:
        """What the bucket leaves them, and a few however busy it is: none waits for ever."""
        share = min(1.0, now - self._reminded) * self._pace.least
        return max(self._bucket.free(now) - self._pace.spare, int(share))

    def _resting(self, now: float) -> set[int]:
        """Conversations that just got a message: a reminder to them is not even claimed yet.

        One that waited as `sending` would be unsure after a crash, for nothing.
        """
        past = now - self._pace.gap
        for chat, at in [*self._load.last.items()]:  # the oldest first
            if at > past:
                break
            del self._load.last[chat]
        return set(self._load.last)

    async def _outgoing(self, tx: Tx, row: outbox.Ready) -> Outgoing:
        letter = letters.load(row.body)
        edit = ""
        if letter.message.update and row.conversation_id is not None:
            edit = await outbox.last_remote(tx, row.conversation_id, row.turn)
        document = await self._find(tx, letter.message.file) if letter.message.file else None
        return Outgoing(
            outbox_id=row.id,
            address=row.address or self._team_chat,
            message=letter.message,
            edit=edit,
            close=letter.close,
            marks=letter.marks,
            document=document,
            link=letter.link,
            claim=letter.claim,
        )

    def _start(self, row: outbox.Ready, out: Outgoing) -> None:
        if row.conversation_id is not None:
            self._load.busy.add(row.conversation_id)
        task = asyncio.create_task(self._send(row, out))
        self._load.tasks.add(task)
        task.add_done_callback(self._load.tasks.discard)

    async def _send(self, row: outbox.Ready, out: Outgoing) -> None:
        """One message; whatever happens ends in a settled row."""
        outcome = await self._outcome(row, out)
        self._note_time(row.conversation_id or 0)
        self._judge(row, outcome)
        if row.conversation_id is not None:
            self._load.free.append(row.conversation_id)
        if not self._expected:
            self._expected = True
            asyncio.get_running_loop().call_later(_LINGER, self._came_back)

    def _came_back(self) -> None:
        """Write results down now, unless somebody's commit took them along."""
        self._expected = False
        if self._load.settled:
            self.wake.set()

    async def _outcome(self, row: outbox.Ready, out: Outgoing) -> Outcome:
        try:
            async with asyncio.timeout(_LONGEST):
                return await self._channel.send(out)
        except Exception as error:  # an adapter's mistake must not stop the others
            log.error("send_raised", outbox_id=row.id, channel=row.channel, exc_info=error)
            return Unsure()

    def _note_time(self, chat: int) -> None:
        self._load.last.pop(chat, None)  # the newest stand at the end
        self._load.last[chat] = monotonic()

    def _judge(self, row: outbox.Ready, outcome: Outcome) -> None:
        """Turn an outcome into the row's next state, and a trouble when a person must know."""
        now = self._house.clock.now().timestamp()
        settled, trouble = judged(row, outcome, now)
        if isinstance(outcome, RetryAt) and not outcome.chat_only:
            self._paused_until = max(self._paused_until, monotonic() + outcome.seconds)
        self._load.settled.append(settled)
        if trouble:
            self._load.troubles.append(Trouble(trouble, row))


def judged(row: outbox.Ready, outcome: Outcome, now: float) -> tuple[outbox.Settled, str]:
    """The row's next state, and the kind of alert it calls for ("" for none)."""
    match outcome:
        case Sent(remote):
            return outbox.Settled(row.id, "sent", remote or None, at=now), ""
        case RetryAt(seconds):
            again = now + seconds
            return outbox.Settled(row.id, "new", error="RetryAt", not_before=again, at=now), ""
        case Unreachable():
            return outbox.Settled(row.id, "failed", error="Unreachable", at=now), "unreachable"
        case Refused(reason):
            trouble = "" if row.kind == letters.CLOSE else "failed"
            return outbox.Settled(row.id, "failed", error=reason[:80], at=now), trouble
        case Unsure():
            return _unsure(row, now)


def _unsure(row: outbox.Ready, now: float) -> tuple[outbox.Settled, str]:
    again = row.kind in (letters.REPLY, letters.CLOSE) and row.attempts + 1 < MOST_REPLIES
    if again:
        return outbox.Settled(row.id, "new", error="Unsure", at=now), ""
    trouble = "" if row.kind == letters.CLOSE else "unsure"
    return outbox.Settled(row.id, "unsure", error="Unsure", at=now), trouble
