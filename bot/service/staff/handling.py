"""Calls, the partner, tasks by hand, outcomes, corrections, closing and reopening."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from bot.service import handoffs as bringing
from bot.service import wording
from bot.service.alarms import DANGER
from bot.service.house import House
from bot.service.programmes.breakthroughs.kept import GOING
from bot.service.programmes.coaching import kept as coaching
from bot.service.staff import getting_back
from bot.service.staff.keeping import keep
from bot.service.staff.theirs import form_of, theirs
from bot.service.staff.writing import UNDO, checked, keep_text, later
from casework import breakthrough
from casework import tallies as codes
from casework.appointments import STANDING
from storage import (
    absences,
    acts,
    alerts,
    appointments,
    childcare,
    handoffs,
    promises,
    reach,
    requests,
    slots,
    staff_texts,
    tallies,
    tasks,
)
from storage.database import Database
from storage.handoffs import Handoff
from storage.staff_texts import NewText
from storage.tx import Tx

OWN = "own"  # kind of task
OUTCOME, CLOSED = "outcome", "closed"  # acts


class BadDeed(ValueError):
    """This cannot be done now: the message is a code for the page."""


class Handling:
    """All raise PermissionError for what is not this person's, and count once per `once`."""

    def __init__(
        self, database: Database, house: House, wake: Callable[[], None] = lambda: None
    ) -> None:
        self._database, self._house, self._wake = database, house, wake

    async def called(
        self, handoff_id: str, person: str, *, spoke: bool, note: str, once: str
    ) -> None:
        """She was called. Only a talk stops the clock; that nobody answered is noted too.

        Raises BadText for a long note.
        """
        at = self._now()
        state = staff_texts.SPOKE if spoke else staff_texts.NO_ANSWER
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            text = _note(note)
            if not await self._keep(tx, found, person, staff_texts.CALL, text, once, state):
                return
            await handoffs.claim(tx, found.id, person, at)
            if not spoke:
                return
            await keep(tx, self._house, found.family_id, person, promises.CALL, at)
            for task in await tasks.waiting(tx, [found.id]):
                if task.kind == tasks.CALL_BACK:
                    await tasks.done(tx, task.id, person, at)

    async def hand(self, handoff_id: str, person: str, note: str, once: str) -> str:
        """The partner goes on with it; gives who that is.

        Raises BadDeed "alone", and BadText for a long note.
        """
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            partner = _partner(found, person)
            if partner == person:
                raise BadDeed("alone")
            if text := _note(note):
                await self._keep(tx, found, person, staff_texts.NOTE, text, once)
            if await handoffs.hand(tx, found.id, partner, self._now()):
                await acts.log(tx, found.id, person, "handed", self._now(), partner)
                key = f"team:hand:{found.id}:{once}"[:120]
                now = self._house.clock.now()
                await bringing.tell_team(tx, self._house, found.id, wording.NEWS, key, now)
        return partner

    async def add_task(
        self, handoff_id: str, person: str, text: str, owner: str, day: date | None, once: str
    ) -> None:
        """Something to do, by one of the two, before the team goes home on that day.

        Raises BadText for an empty or long one, BadDeed "past" for a day gone by.
        """
        words, due = checked(text), self._due(day)
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            if owner not in (found.neighbourhood_worker, found.consultant):
                raise BadDeed("owner")
            key = f"own:{found.id}:{once}"[:120]
            known = {task.key for task in await tasks.of_handoff(tx, found.id)}
            if key in known:
                return
            row = tasks.NewTask(key, found.id, found.family_id, OWN, {"words": words}, due, owner)
            await tasks.put(tx, [row], self._now())
            await acts.log(tx, found.id, person, "task", self._now(), owner)

    async def outcome(
        self, handoff_id: str, person: str, talk_id: int, outcome: str, day: date | None = None
    ) -> None:
        """What a held talk brought; some begin coaching, if there is a place.

        `day`: when to get in touch again, for an outcome that asks so. Raises BadDeed: "outcome",
        "not_held", "begin-" and why she cannot begin, "later-" and what is wrong with the day.
        """
        chosen = self._house.municipality.desk.outcome(outcome)
        if chosen is None:
            raise BadDeed("outcome")
        if chosen.asks_day and (wrong := getting_back.wrong(day, self._house.today())):
            raise BadDeed(f"later-{wrong}")
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            talk = await appointments.get(tx, talk_id)
            if talk is None or talk.handoff_id != found.id:
                raise PermissionError
            if talk.state != "held":
                raise BadDeed("not_held")
            ref = f"{talk_id}:{outcome}"
            done = [one.ref for one in await acts.of_handoff(tx, found.id) if one.what == OUTCOME]
            same = [one for one in done if one.startswith(f"{talk_id}:")]
            if not same or same[-1] != ref:
                await acts.log(tx, found.id, person, OUTCOME, self._now(), ref)
            if chosen.begins:
                await self._start(tx, found, person, chosen.begins)
            if chosen.asks_day and day is not None:
                await getting_back.plan(tx, self._house, found, person, day)
            else:
                await getting_back.forget(tx, self._house, found, person)
        self._wake()

    async def _start(self, tx: Tx, found: Handoff, person: str, programme: str) -> None:
        """She takes part from now on; a talk whose outcome does not fit keeps its old one."""
        begun = self._house.municipality.programme(programme)
        wrong = await coaching.start(tx, self._house, found, person, begun)
        if wrong is not None:
            raise BadDeed(f"begin-{wrong.value}")

    async def correct(self, handoff_id: str, person: str, about: str, text: str, once: str) -> None:
        """A line of the summary, as it should read; "" takes the correction away.

        Her own words stay as they are. Raises BadText for one that is too long.
        """
        clean = checked(text) if text.strip() else ""
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            await self._keep(tx, found, person, staff_texts.CORRECTION, clean, once, about=about)

    async def close(self, handoff_id: str, person: str, reason: str, once: str) -> None:
        """Nothing more to do; she hears it plainly where it concerns her.

        Raises BadDeed: "reason", "danger", "talk", "later", "breakthrough", "promise",
        "unreachable".
        """
        chosen = self._house.municipality.desk.close_reason(reason)
        if chosen is None:
            raise BadDeed("reason")
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            if found.state == "closed":
                return
            said = chosen.said(await form_of(tx, self._house, found.family_id))
            await self._may_close(tx, found, told=bool(said))
            works = (await reach.of_family(tx, found.family_id)).works
            if said and works:
                said = said.format_map(self._house.municipality.facts())
                await self._tell(tx, found, person, said, once)
            await slots.withdraw(tx, found.id)
            for task in await tasks.waiting(tx, [found.id]):
                await tasks.done(tx, task.id, person, self._now())
            if await handoffs.close(tx, found.id):
                await acts.log(tx, found.id, person, CLOSED, self._now(), reason)
                await tallies.count_for(tx, found.family_id, codes.CLOSED, self._now())
                await childcare.waits_no_more(tx, found.family_id, self._now())

    async def reopen(self, handoff_id: str, person: str) -> bool:
        """Go on with it. False when it is open already, or she erased everything."""
        at, now = self._now(), self._house.clock.now()
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            done = await handoffs.reopen(tx, found.id, person, at)
            if done:
                today = self._house.calendar.wall(now).date().isoformat()
                await absences.cover(tx, found.id, today, at)
                await acts.log(tx, found.id, person, "reopened", at)
                await bringing.reopened(tx, self._house, found.family_id, at)
        return done

    async def _may_close(self, tx: Tx, found: Handoff, *, told: bool) -> None:
        alarms = await alerts.of_families(tx, [found.family_id])
        danger = [
            task for task in await tasks.waiting(tx, [found.id]) if task.kind.startswith(DANGER)
        ]
        if danger or any(one.kind == DANGER for one in alarms):
            raise BadDeed("danger")
        talks = await appointments.of_handoff(tx, found.id)
        if any(one.state in STANDING for one in talks):
            raise BadDeed("talk")
        if await getting_back.waiting(tx, found.id):
            raise BadDeed("later")
        if await requests.looked_after(tx, found.id, breakthrough.ID, GOING):
            raise BadDeed("breakthrough")
        works = (await reach.of_family(tx, found.family_id)).works
        if await promises.waited_for(tx, [found.id]) and not (told and works):
            raise BadDeed("promise")

    async def _tell(self, tx: Tx, found: Handoff, person: str, text: str, once: str) -> None:
        now, calendar = self._house.clock.now(), self._house.calendar
        goes = later(calendar, now) if calendar.quiet(now) else now + UNDO
        new = NewText(
            f"close:{found.id}:{once}"[:120], found.id, found.family_id, person,
            staff_texts.MESSAGE, text, staff_texts.WAITING, not_before=goes.timestamp(),
        )  # fmt: skip
        await staff_texts.put(tx, new, now.timestamp())

    async def _keep(
        self, tx: Tx, found: Handoff, person: str, kind: str, text: str, once: str,
        state: str = "kept", about: str = "",
    ) -> bool:  # fmt: skip
        """Keep a text and note the act; False when this `once` came before."""
        key = f"{kind}:{found.id}:{once}"[:120]
        new = NewText(key, found.id, found.family_id, person, kind, text, state, about)
        return await keep_text(tx, new, self._now()) is not None

    def _due(self, day: date | None) -> float | None:
        if day is None:
            return None
        if day < self._house.today():
            raise BadDeed("past")
        calendar = self._house.calendar
        hours = calendar.open_on(day)
        end = hours.end if hours else time(17)
        return calendar.utc(datetime.combine(day, end)).timestamp()

    def _now(self) -> float:
        return self._house.clock.now().timestamp()


def _partner(found: Handoff, person: str) -> str:
    worker, consultant = found.neighbourhood_worker, found.consultant
    return consultant if person == worker else worker


def _note(text: str) -> str:
    """A note that may be empty. Raises BadText for a long one: nothing of it is cut off."""
    return checked(text) if text.strip() else ""
