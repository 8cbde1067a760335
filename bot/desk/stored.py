"""The desk's book over the database: who may see what, and each look noted as it happens."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from importlib.metadata import version

from bot.desk import given, heard, rows
from bot.desk.access.stored import may_read
from bot.desk.acting import thread
from bot.desk.book import Card, File, Head, Inbox, Media, Slot, Talk, Vow
from bot.desk.words import N_, Say
from bot.service.alarms import FROZEN
from bot.service.ports import Clock
from bot.service.programmes.breakthroughs.kept import GOING
from casework import breakthrough, summary
from casework.calendar import Calendar
from casework.municipality import Municipality
from casework.summary import About, Section, Summary, Told
from dialogs import codec
from dialogs.library import Library
from storage import (
    alerts,
    answers,
    appointments,
    attachments,
    deliveries,
    desk,
    handoffs,
    holds,
    outbox,
    reads,
    requests,
    sessions,
    slots,
    staff_texts,
    tasks,
)
from storage.database import Database
from storage.handoffs import Handoff
from storage.sessions import Conversation
from storage.tx import Tx

INTAKE, NAME = "intake", "call_name"
CLOSED = ("closed",)
TROUBLE_FOR = timedelta(days=14)  # how long an unsure or failed message stays on the screen


@cache
def _our_version() -> str:
    return version("stapje")


def _digest(seen: object) -> str:
    """The same for the same states and counts, in every process."""
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]


def _promised(head: Head, vow: Vow | None) -> Head:
    """What was promised stands only until somebody kept it."""
    return replace(head, promised_by=vow.due if vow else None)


@dataclass(frozen=True, slots=True)
class StoredBook:
    """Reading for the desk, with a note of who read what in the same transaction."""

    database: Database
    library: Library
    municipality: Municipality
    calendar: Calendar
    clock: Clock
    say: Say

    async def inbox(self, person: str, *, closed: bool = False) -> Inbox:
        """The handoffs of this person's tandems; the names on it are noted as read."""
        states = CLOSED if closed else handoffs.OPEN
        async with self.database.writing() as tx:
            lines = await desk.lines(tx, self.municipality.id, person, states)
            families = {line.handoff.family_id for line in lines}
            names = await answers.of_step(tx, families, INTAKE, NAME)
            troubles = await alerts.of_families(tx, families)
            waiting = await tasks.waiting(tx, [line.handoff.id for line in lines])
            offered = {
                line.handoff.id: len(await slots.open_slots(tx, line.handoff.id, self._now()))
                for line in lines
            }
            loose = await alerts.loose(tx)
            now = self.clock.now()
            vows = await thread.vows(tx, [line.handoff.id for line in lines], now, self.calendar)
            # Last: on PostgreSQL whoever logs waits for who logged before, until the commit.
            looks = [reads.Read(one, person, "name", self._now()) for one in sorted(names)]
            await reads.log_all(tx, looks)
        cards = tuple(
            Card(
                head=_promised(rows.head(line.handoff), vows.get(line.handoff.id)),
                call_name=given.said(names.get(line.handoff.family_id)),
                alerts=rows.alerts_of(line.handoff, troubles),
                tasks=tuple(rows.task(t) for t in waiting if t.handoff_id == line.handoff.id),
                undelivered=line.undelivered,
                next_talk=rows.moment(line.starts_at),
                offered=offered[line.handoff.id],
                vow=vows.get(line.handoff.id),
            )
            for line in lines
        )
        return Inbox(cards, tuple(rows.alert(one) for one in loose))

    async def stamp(self, person: str) -> str:
        """Changes with the list; made of states and counts only."""
        async with self.database.reading() as tx:
            lines = await desk.lines(tx, self.municipality.id, person)
            loose = await alerts.loose(tx)
        return _digest((lines, [one.id for one in loose]))

    async def stamp_of(self, handoff_id: str) -> str:
        """As `pulse` has it for this handoff."""
        async with self.database.reading() as tx:
            line = await desk.line(tx, handoff_id)
        return _digest(line) if line else ""

    async def pulse(self) -> Mapping[str, str]:
        """A stamp for each open handoff, and one for all under ""; one look for all pages."""
        async with self.database.reading() as tx:
            lines = await desk.lines(tx, self.municipality.id)
            loose = await alerts.loose(tx)
        whole = _digest((lines, [one.id for one in loose]))
        return {line.handoff.id: _digest(line) for line in lines} | {"": whole}

    async def head(self, handoff_id: str) -> Head | None:
        """The handoff without family data."""
        async with self.database.reading() as tx:
            found = await handoffs.get(tx, handoff_id)
            escalated_to = await requests.looked_after(tx, handoff_id, breakthrough.ID, GOING)
        return None if found is None else replace(rows.head(found), escalated_to=escalated_to)

    async def file(self, person: str, handoff_id: str) -> File | None:
        """Everything on one screen, and the look noted; None when it is not this person's."""
        async with self.database.writing() as tx:
            found = await handoffs.get(tx, handoff_id)
            if found is None or not await may_read(tx, person, found, self._now()):
                return None
            file = await self._file(tx, found)
            await reads.log(tx, found.family_id, person, "summary", self._now())
        return file

    async def escalated(
        self, officer: str, handoff_id: str, parts: Sequence[str]
    ) -> Sequence[Section]:
        """These parts of her answers for the officer who has it now, and the look noted."""
        async with self.database.writing() as tx:
            found = await handoffs.get(tx, handoff_id)
            hers = await requests.looked_after(tx, handoff_id, breakthrough.ID, GOING)
            if found is None or hers != officer:
                return ()
            whole = await self._summary(tx, found, (), None)
            await reads.log(tx, found.family_id, officer, "summary", self._now())
        return breakthrough.shared(whole, parts)

    async def media(self, person: str, handoff_id: str, attachment_id: str) -> Media | None:
        """One attachment of this family, and the look noted; None when it is not this person's."""
        async with self.database.writing() as tx:
            found = await handoffs.get(tx, handoff_id)
            if found is None or not await may_read(tx, person, found, self._now()):
                return None
            kept = await attachments.get(tx, attachment_id)
            if kept is None or kept.family_id != found.family_id:
                return None
            await reads.log(tx, found.family_id, person, "attachment", self._now())
            return Media(kept.kind, kept.mime, kept.body)

    async def booked(self, person: str, since: datetime, until: datetime) -> Sequence[Talk]:
        """This person's standing appointments between these moments."""
        async with self.database.reading() as tx:
            found = await appointments.of_person(tx, person, since.timestamp())
        return [rows.talk(one) for one in found if one.starts_at < until.timestamp()]

    async def offered(self, person: str, handoff_id: str) -> Sequence[Slot]:
        """The times that this person offers to other families than the one of this handoff."""
        async with self.database.reading() as tx:
            found = await slots.of_person(tx, person, self._now(), but=handoff_id)
        return [rows.slot(one) for one in found]

    async def _file(self, tx: Tx, found: Handoff) -> File:
        now = self.clock.now()
        talks = await appointments.of_handoff(tx, found.id)
        sent = await deliveries.of_family(tx, found.family_id, (now - TROUBLE_FOR).timestamp())
        vow = (await thread.vows(tx, [found.id], now, self.calendar)).get(found.id)
        chat = await sessions.by_family(tx, found.family_id)
        shown = await outbox.of_conversation(tx, chat.id) if chat else []
        written = await staff_texts.of_family(tx, found.family_id)
        return File(
            head=_promised(rows.head(found), vow),
            summary=await self._summary(tx, found, [rows.talk(one) for one in talks], chat),
            slots=tuple(rows.slot(s) for s in await slots.open_slots(tx, found.id, self._now())),
            talks=tuple(rows.talk(one) for one in reversed(talks)),
            tasks=tuple(rows.task(one) for one in await tasks.waiting(tx, [found.id])),
            frozen=chat is not None and chat.reminders == FROZEN,
            alerts=rows.alerts_of(found, await alerts.of_families(tx, [found.family_id])),
            deliveries=tuple(rows.delivery(one) for one in sent.troubled),
            waiting=sent.waiting,
            last_sent_at=rows.moment(sent.last_sent_at),
            thread=await thread.of_family(tx, found.family_id, written),
            vow=vow,
            done=await thread.done(tx, found.id),
            corrections=thread.corrections(written),
            heard=heard.cards(shown),
            held=await holds.is_held(tx, found.family_id),
            chat=chat is not None,
        )

    async def _summary(
        self, tx: Tx, found: Handoff, talks: Sequence[Talk], chat: Conversation | None
    ) -> Summary:
        about = About(
            bot_version=_our_version(),
            form=self._form(chat),
            promised_by=rows.moment(found.promised_by),
            checked_by_parent=found.checked_by_parent,
            told=self._told(found, talks),
        )
        kept = given.all_given(self.library, await answers.of_family(tx, found.family_id))
        return summary.build([self.library.script(INTAKE)], kept, about, self.clock.now())

    def _form(self, chat: Conversation | None) -> str:
        if chat is None or chat.session is None:
            return self.municipality.form
        return codec.load(chat.session).form

    def _told(self, found: Handoff, talks: Sequence[Talk]) -> tuple[Told, ...]:
        now, told = self.clock.now(), []
        promised = rows.moment(found.promised_by)
        if promised is not None:
            text = self.say(
                N_("Jullie nemen contact op vóór {moment}."),
                moment=self.calendar.full(promised, now),
            )
            told.append(Told(text, rows.sure(found.created_at)))
        for talk in talks:
            if talk.state in ("planned", "confirmed"):
                text = self.say(
                    N_("Een gesprek op {moment}."), moment=self.calendar.full(talk.starts_at, now)
                )
                told.append(Told(text, talk.agreed_at))
        return tuple(told)

    def _now(self) -> float:
        return self.clock.now().timestamp()
