"""The rows that turns want written, collected so that a whole batch is a few statements."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby

from casework.tallies import SIGNED_UP
from storage import answers, attachments, erasure, inbox, outbox, reminders, sessions, tallies
from storage.answers import AnswerRow, Withdrawn
from storage.attachments import NewAttachment
from storage.erasure import Parting
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
    partings: list[Parting] = field(default_factory=list)
    newcomers: dict[int, str] = field(default_factory=dict)  # conversation → municipality

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
        for parting in later.partings:
            self._part(parting)
        self.sessions |= later.sessions
        self.newcomers |= later.newcomers
        self.answers += later.answers
        self.drafts += later.drafts
        for cancel in later.cancels:
            self.cancel(cancel)
        self.plans |= later.plans
        self.attachments += later.attachments
        self.done += later.done

    def _part(self, parting: Parting) -> None:
        """She erases everything: what her earlier turns of this batch wanted written goes too."""
        mine, family = parting.conversation_id, parting.family_id
        self.partings.append(parting)
        self.sessions.pop(mine, None)
        self.newcomers.pop(mine, None)
        self.answers = [row for row in self.answers if row.family_id != family]
        self.drafts = [row for row in self.drafts if row.conversation_id != mine]
        self.plans = {k: row for k, row in self.plans.items() if row.conversation_id != mine}
        self.attachments = [row for row in self.attachments if row.family_id != family]

    async def flush(self, tx: Tx, at: float) -> None:
        """Write everything; cancels go first, because `cancel` left only later plans."""
        await erasure.part(tx, self.partings, at)
        for town, number in Counter(self.newcomers.values()).items():
            await tallies.count(tx, town, SIGNED_UP, at, number)
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
