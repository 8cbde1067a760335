"""The rows that turns want written, collected so that a whole batch is a few statements."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from storage import answers, attachments, inbox, outbox, reminders, sessions
from storage.answers import AnswerRow, Withdrawn
from storage.attachments import NewAttachment
from storage.reminders import Cancel
from storage.tx import Tx


def covers(cancel: Cancel, plan: reminders.Planned) -> bool:
    """Whether this cancels that plan."""
    return (
        plan.conversation_id == cancel.conversation_id
        and (cancel.kinds is None or plan.kind in cancel.kinds)
        and (cancel.topic is None or plan.topic == cancel.topic)
    )


@dataclass(slots=True)
class Writes:
    """Rows in the order in which turns asked for them; one `flush` writes them all."""

    sessions: dict[int, sessions.SessionRow] = field(default_factory=dict)
    answers: list[AnswerRow | Withdrawn] = field(default_factory=list)
    drafts: list[outbox.Draft] = field(default_factory=list)
    cancels: list[Cancel] = field(default_factory=list)
    plans: dict[str, reminders.Planned] = field(default_factory=dict)
    attachments: list[NewAttachment] = field(default_factory=list)
    done: list[int] = field(default_factory=list)

    def cancel(self, cancel: Cancel) -> None:
        """Forget plans: those in the database, and those collected so far."""
        self.cancels.append(cancel)
        for key in [key for key, plan in self.plans.items() if covers(cancel, plan)]:
            del self.plans[key]

    def plan(self, plan: reminders.Planned) -> None:
        """Plan a reminder; one with the same key moves."""
        self.plans[plan.key] = plan

    def add(self, later: Writes) -> None:
        """Put the rows of a turn that came after these behind them."""
        self.sessions |= later.sessions
        self.answers += later.answers
        self.drafts += later.drafts
        for cancel in later.cancels:
            self.cancel(cancel)
        self.plans |= later.plans
        self.attachments += later.attachments
        self.done += later.done

    async def flush(self, tx: Tx, at: float) -> None:
        """Write everything; cancels go first, because `cancel` left only later plans."""
        if self.sessions:
            await sessions.save(tx, list(self.sessions.values()))
        for withdrawn, rows in groupby(self.answers, lambda row: isinstance(row, Withdrawn)):
            if withdrawn:
                await answers.withdraw(tx, [row for row in rows if isinstance(row, Withdrawn)])
            else:
                await answers.record(tx, [row for row in rows if isinstance(row, AnswerRow)])
        await reminders.cancel_all(tx, list(dict.fromkeys(self.cancels)))
        if self.plans:
            await reminders.plan(tx, list(self.plans.values()), at)
        await attachments.put(tx, self.attachments, at)
        if self.drafts:
            await outbox.put(tx, self.drafts)
        if self.done:
            await inbox.finish(tx, self.done, at)
