"""What the tandem does, from the desk or from the team's chat: each deed counts once.

Where a parent must hear of it, a row goes into her inbox; her turn says it, in order with
everything else, and not in quiet hours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from bot.service import booking, wording
from bot.service.alarms import DANGER, FROZEN
from bot.service.beginning import begin
from bot.service.house import House
from bot.service.lookups import MOST_SLOTS
from bot.service.plans import CANCELLED, FIRST_TALK, MISSED, NOT_MISSED
from bot.service.returning import come_back
from bot.service.staff.keeping import keep
from bot.service.staff.theirs import theirs
from casework.appointments import CORRECTED, STANDING
from storage import (
    acts,
    alerts,
    appointments,
    erasure,
    handoffs,
    promises,
    reminders,
    sessions,
    slots,
    tasks,
)
from storage.alerts import Alert
from storage.appointments import Appointment
from storage.database import Database
from storage.handoffs import Handoff
from storage.slots import Offer, Slot
from storage.tx import Tx


class BadOffer(ValueError):
    """These times cannot be offered: none or too many, in the past, the person is busy then, or
    offers that hour to another family already; or the handoff is closed."""


class Proposed(Protocol):
    """A time to offer."""

    @property
    def wall(self) -> datetime:
        """Local, naive."""

    @property
    def minutes(self) -> int:
        """How long."""

    @property
    def place_kind(self) -> str:
        """office, home, phone, video."""


class Tandem:
    """Deeds of the tandem. `wake` is called when a turn waits."""

    def __init__(
        self, database: Database, house: House, wake: Callable[[], None] = lambda: None
    ) -> None:
        self._database, self._house, self._wake = database, house, wake

    async def claim(self, handoff_id: str, person: str) -> str:
        """Take it up; gives who has it: this person, or the colleague who was first.

        Raises PermissionError when it is not this person's to claim.
        """
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            if await handoffs.claim(tx, found.id, person, self._now()):
                await self._note(tx, found, person, "claimed")
            after = await handoffs.get(tx, found.id)
        return (after.claimed_by if after else None) or person

    async def claim_in_chat(self, handoff_id: str, user_id: int) -> str:
        """As `claim`, by somebody's Telegram id; gives a line that says who has it.

        Raises PermissionError, with a line too, for whom it is not.
        """
        people = self._house.municipality.people
        person = next((one for one in people if one.telegram_user_id == user_id), None)
        if person is None:
            raise PermissionError(self._house.wording.plain(wording.NOT_KNOWN))
        who = await self.claim(handoff_id, person.id)
        name = next((one.name for one in people if one.id == who), who)
        return self._house.wording.plain(wording.TAKEN_UP.filled(naam=name))

    async def offer(
        self, handoff_id: str, person: str, proposals: Sequence[Proposed], once: str
    ) -> bool:
        """Offer these times for a talk with this person; False when `once` came before.

        Raises BadOffer, and PermissionError when it is not this person's handoff.
        """
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            if found.state == "closed":
                raise BadOffer("closed")
            if await sessions.by_family(tx, found.family_id) is None:
                raise BadOffer("no_chat")
            offers = [self._offer(person, one) for one in proposals]
            if not await self._begin(tx, found, f"offer:{once}", "first_talk", FIRST_TALK):
                return False
            await self._check(tx, found, person, offers)
            await handoffs.claim(tx, found.id, person, self._now())  # who offers has taken it up
            await slots.add(tx, found.id, offers, self._now())
            await self._note(tx, found, person, "offered")
        self._wake()
        return True

    async def withdraw(self, handoff_id: str, person: str) -> None:
        """Take the open times back and ask her when it does suit her."""
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            free = await slots.open_slots(tx, found.id)
            await slots.withdraw(tx, found.id)
            if free:
                await self._note(tx, found, person, "withdrew")
            unheard = await self._unheard(tx, found, None, FIRST_TALK)
            if free and not unheard and not await self._standing(tx, found):
                key = f"withdraw:{found.id}:{free[0].round}"
                await self._begin(tx, found, key, "first_talk", FIRST_TALK)
        self._wake()

    async def held(self, handoff_id: str, appointment_id: int, person: str) -> bool:
        """The talk took place. False: it did not begin yet, or somebody told us before."""
        async with self._database.writing() as tx:
            found, talk = await self._talk(tx, handoff_id, appointment_id, person)
            now_held = self._over(talk) and await appointments.held(tx, talk.id)
            if now_held:
                await self._forget(tx, found, talk)
                await slots.withdraw(tx, found.id)  # the reserve was for this talk
                await self._keep(tx, found, talk.person, promises.TALK)
                await self._note(tx, found, person, "held", talk.id)
        return now_held

    async def missed(self, handoff_id: str, appointment_id: int, person: str) -> bool:
        """They missed each other: she is asked for a new time, without blame. False as `held`."""
        async with self._database.writing() as tx:
            found, talk = await self._talk(tx, handoff_id, appointment_id, person)
            now_missed = self._over(talk) and await appointments.missed(tx, talk.id)
            if now_missed:
                await self._forget(tx, found, talk)
                await self._begin(tx, found, f"missed:{talk.id}", "appointment", MISSED, talk)
                await self._note(tx, found, person, "missed", talk.id)
        self._wake()
        return now_missed

    async def cancel(self, handoff_id: str, appointment_id: int, person: str) -> bool:
        """We cannot come: she hears it with an apology and chooses anew. False: it was over."""
        async with self._database.writing() as tx:
            found, talk = await self._talk(tx, handoff_id, appointment_id, person)
            cancelled = talk.state in STANDING and await appointments.cancel(tx, talk.id)
            if cancelled:
                await self._forget(tx, found, talk)
                await self._begin(tx, found, f"cancel:{talk.id}", "appointment", CANCELLED, talk)
                await self._note(tx, found, person, "cancelled", talk.id)
        self._wake()
        return cancelled

    async def correct(self, handoff_id: str, appointment_id: int, person: str, was: str) -> bool:
        """Held was missed, or missed was held; both owners see who put it right.

        She hears of it as of a missed talk; or that it was a mistake of ours, if she heard that it
        was missed. False: it is not noted like that (any more), or a new talk is planned already.
        """
        async with self._database.writing() as tx:
            found, talk = await self._talk(tx, handoff_id, appointment_id, person)
            if await self._standing(tx, found) or was not in CORRECTED:
                return False
            if not await appointments.correct(tx, talk.id, was=was):
                return False
            now = CORRECTED[was]
            trace = f"corrected:{talk.id}:{now}:{self._now()}"
            about = f"{talk.id}:{person}"
            mark = alerts.NewAlert(trace, f"corrected_{now}", found.id, found.family_id, about)
            await alerts.put(tx, [mark], self._now())
            await self._note(tx, found, person, now, talk.id)
            if not await self._unheard(tx, found, talk, MISSED):
                entry = MISSED if now == "missed" else NOT_MISSED
                await self._begin(tx, found, trace, "appointment", entry, talk)
        self._wake()
        return True

    def _over(self, talk: Appointment) -> bool:
        """Whether the talk has begun: only then can it be held or missed."""
        return talk.state in STANDING and talk.starts_at <= self._now()

    async def task_done(self, handoff_id: str, task_id: int, person: str) -> None:
        """Somebody did it."""
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            ours = {task.id: task for task in await tasks.of_handoff(tx, found.id)}
            if task_id in ours and await tasks.done(tx, task_id, person, self._now()):
                await self._note(tx, found, person, "task_done", task_id)
                if ours[task_id].kind == tasks.CALL_BACK:
                    await self._keep(tx, found, person, promises.CALL)
                if found.reason == erasure.ERASED:
                    await erasure.seen(tx, found.id)

    async def alert_seen(self, handoff_id: str | None, alert_id: int, person: str) -> None:
        """Somebody looked at it; with None only an alert that belongs to no family."""
        async with self._database.writing() as tx:
            alert = await alerts.get(tx, alert_id)
            if alert is None:
                return
            if handoff_id is not None:
                found = await theirs(tx, self._house, handoff_id, person)
                ours = alert.handoff_id == found.id or alert.family_id == found.family_id
                if ours and alert.seen_at is None:
                    await self._note(tx, found, person, "alert_seen", alert_id)
            else:
                ours = any(one.id == alert_id for one in await alerts.loose(tx))
            if ours:
                await alerts.seen(tx, await _with_it(tx, alert), person, self._now())

    async def release(self, handoff_id: str, person: str) -> None:
        """After an alarm: her reminders may come again, also those that were withheld."""
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            conversation = await sessions.by_family(tx, found.family_id)
            if conversation is not None and conversation.reminders == FROZEN:
                await sessions.set_reminders(tx, conversation.id, "on")
                now = self._house.clock.now()
                await come_back(tx, self._house, found.family_id, conversation.id, now)
                await self._note(tx, found, person, "released")

    async def _note(
        self, tx: Tx, found: Handoff, person: str, what: str, ref: int | None = None
    ) -> None:
        """Who did what, in the transaction that does it."""
        of = "" if ref is None else str(ref)
        await acts.log(tx, found.id, person, what, self._now(), of)

    async def _keep(self, tx: Tx, found: Handoff, person: str, how: str) -> None:
        await keep(tx, self._house, found.family_id, person, how, self._now())

    async def _standing(self, tx: Tx, found: Handoff) -> bool:
        """Whether a talk is planned that did not begin yet."""
        talks = await appointments.of_handoff(tx, found.id)
        return any(t.state in STANDING and t.starts_at > self._now() for t in talks)

    async def _unheard(self, tx: Tx, found: Handoff, talk: Appointment | None, kind: str) -> bool:
        """Forget what waits for a decent hour to be told; True when there was something."""
        conversation = await sessions.by_family(tx, found.family_id)
        if conversation is None:
            return False
        topic = _topic(found, talk)
        waiting = await reminders.of_kinds(tx, [conversation.id], (kind,))
        await reminders.cancel(tx, conversation_id=conversation.id, kinds=(kind,), topic=topic)
        return any(row.topic == topic for row in waiting.get(conversation.id, ()))

    def _now(self) -> float:
        return self._house.clock.now().timestamp()

    async def _talk(
        self, tx: Tx, handoff_id: str, appointment_id: int, person: str
    ) -> tuple[Handoff, Appointment]:
        found = await theirs(tx, self._house, handoff_id, person)
        talk = await appointments.get(tx, appointment_id)
        if talk is None or talk.handoff_id != found.id:
            raise PermissionError(self._house.wording.plain(wording.NOT_YOURS))
        return found, talk

    def _offer(self, person: str, one: Proposed) -> Offer:
        calendar = self._house.calendar
        starts = calendar.utc(one.wall).timestamp()
        wall = one.wall.isoformat(timespec="minutes")
        return Offer(person, wall, calendar.zone.key, starts, one.minutes, one.place_kind)

    async def _check(self, tx: Tx, found: Handoff, person: str, offers: Sequence[Offer]) -> None:
        if await self._standing(tx, found):
            raise BadOffer("planned")
        if not 0 < len(offers) <= MOST_SLOTS:
            raise BadOffer("count")
        if any(one.starts_at <= self._now() for one in offers):
            raise BadOffer("past")
        await appointments.alone(tx, person)
        busy = await appointments.of_person(tx, person)
        if any(_overlap(one, other) for one in offers for other in busy):
            raise BadOffer("busy")
        elsewhere = await slots.of_person(tx, person, self._now(), but=found.id)
        if any(_overlap(one, other) for one in offers for other in elsewhere):
            raise BadOffer("offered")

    async def _forget(self, tx: Tx, found: Handoff, talk: Appointment) -> None:
        if conversation := await sessions.by_family(tx, found.family_id):
            topic = booking.topic(talk.id)
            await reminders.cancel(tx, conversation_id=conversation.id, topic=topic)

    async def _begin(
        self, tx: Tx, found: Handoff, key: str, script: str, entry: str,
        talk: Appointment | None = None,
    ) -> bool:  # fmt: skip
        """Let her hear it; False when this very thing was begun before."""
        facts = {"script": script, "entry": entry, "topic": _topic(found, talk)}
        if talk:
            facts["appointment"] = str(talk.id)
        return await begin(tx, self._house, found.family_id, key, facts)


async def _with_it(tx: Tx, alert: Alert) -> list[int]:
    """An alarm and those before it: one thing to her people. What came later nobody read yet."""
    if alert.kind != DANGER or alert.family_id is None:
        return [alert.id]
    found = await alerts.of_families(tx, [alert.family_id])
    return [one.id for one in found if one.kind == DANGER and one.id <= alert.id]


def _topic(found: Handoff, talk: Appointment | None) -> str:
    return booking.topic(talk.id) if talk else f"handoff:{found.id}"


def _overlap(one: Offer, other: Appointment | Slot) -> bool:
    ends = one.starts_at + one.minutes * 60
    return one.starts_at < other.starts_at + other.minutes * 60 and other.starts_at < ends
