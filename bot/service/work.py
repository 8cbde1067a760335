"""One inbox row under way: what its handlers see, and where they leave their rows."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.service import letters
from bot.service.house import House
from bot.service.ports import CLOCK, DESK, Incoming
from bot.service.recall import Recall
from bot.service.writes import Writes
from dialogs.effects import Say
from dialogs.model import Session, Text
from dialogs.render import Message
from storage import outbox
from storage.inbox import Conversation, Waiting
from storage.reminders import Due
from storage.tx import Tx


@dataclass(slots=True)
class Work:
    """A turn being taken. `at` is now, aware; `item.at` is when she sent it."""

    tx: Tx
    house: House
    conversation: Conversation
    row: Waiting
    item: Incoming
    at: datetime
    session: Session
    recall: Recall
    undo: AsyncExitStack  # a savepoint goes in before the first direct write
    held: Sequence[Due] = ()  # what the tandem began and would reach her in the morning only
    writes: Writes = field(default_factory=Writes)
    written: bool = False
    count: int = 0

    @property
    def today(self) -> date:
        """The day it is for her now, local."""
        return self.house.calendar.wall(self.at).date()

    def key(self) -> str:
        """The next effect's key: the same at every replay of this row."""
        self.count += 1
        return f"{self.row.id}:{self.count}"

    async def direct(self) -> Tx:
        """The transaction, for a write that must be seen at once; undone if the turn fails."""
        if not self.written:
            await self.undo.enter_async_context(self.tx.conn.begin_nested())
            self.written = True
        return self.tx

    @property
    def from_her(self) -> bool:
        """Whether she sent it, and not the clock or the desk."""
        return self.row.channel not in (CLOCK, DESK)

    def say(self, say: Say) -> None:
        """A message to her, in her form of address."""
        message = self.house.wording.message(say, self.session.form)
        self.send(message, letters.REMINDER if self.row.channel == CLOCK else letters.REPLY)

    def note(self, text: Text) -> None:
        """A sentence of the service itself."""
        self.send(self.house.wording.note(text, self.session.form), letters.REPLY)

    def mark(self, remote: str, message: Message) -> None:
        """Take the buttons off a message she tapped on: along with the answer, if there is one.

        That is a kindness, so it need not have a row of its own.
        """
        replies = (one for one in self.writes.drafts if one.kind == letters.REPLY)
        if reply := next(replies, None):
            letters.mark(reply.body, remote, message.text)
        else:
            self.send(message, letters.CLOSE, close=remote)

    def send(self, message: Message, kind: str, close: str = "") -> None:
        """Put a message in the outbox, to where she wrote from last."""
        channel, address_id = self._where()
        if channel is None:  # she never wrote: there is no address
            return
        reminder = self.item.facts.get("reminder", "") if kind == letters.REMINDER else ""
        self.writes.drafts.append(
            outbox.Draft(
                key=self.key(),
                conversation_id=self.conversation.id,
                family_id=self.conversation.family_id,
                address_id=address_id,
                channel=channel,
                kind=kind,
                body=letters.dump(letters.Letter(message, close=close)),
                turn=message.turn,
                reminder_id=int(reminder) if reminder else None,
                at=self.at.timestamp(),
            )
        )

    def _where(self) -> tuple[str | None, int | None]:
        if self.row.address_id is not None:
            return self.row.channel, self.row.address_id
        return self.conversation.reply_channel, self.conversation.reply_address_id
