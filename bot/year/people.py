"""Their people at work: take up, call, offer times, note talks, close.

Everything goes through the deeds of the desk; what is refused there (full, busy, not yet) is tried
again another day, as people do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random

from bot.service.staff.handling import BadDeed
from bot.service.tandem import BadOffer
from bot.year.asked import Programmes
from bot.year.childcare import Caring
from bot.year.count import Count
from bot.year.family import Family
from bot.year.world import World
from casework import tallies
from casework.appointments import STANDING
from storage import appointments, handoffs, slots, tasks
from storage.appointments import Appointment
from storage.handoffs import Handoff

_MINUTES = 45


@dataclass(frozen=True, slots=True)
class Time:
    """A time to offer."""

    wall: datetime
    place_kind: str
    minutes: int = _MINUTES


@dataclass(slots=True)
class File:
    """What her people remember of one family."""

    promised: datetime | None = None
    contacted: bool = False
    held: int = 0
    talk: int | None = None  # the last that was held


@dataclass(slots=True)
class People:
    """All who help. `once` makes each form theirs alone."""

    world: World
    count: Count
    programmes: Programmes
    caring: Caring
    files: dict[int, File] = field(default_factory=dict)
    once: int = 0

    def file(self, family: Family) -> File:
        """What is remembered of her."""
        return self.files.setdefault(family.number, File())

    def contacted(self, family: Family) -> None:
        """A person reached her: a call, a message, or a talk that is agreed.

        The first time counts, in hours since the promise; before one there are none.
        """
        file = self.file(family)
        first, file.contacted = not file.contacted, True
        if first and file.promised is not None:
            self.count.contact(self.world.core.house.calendar, file.promised, self.world.now)

    async def look(self, family: Family, found: Handoff) -> None:
        """Half a day's work on one family."""
        if found.reason == "erased":
            await self._tasks(family, found)
        elif found.state == "new":
            if family.dice.random() < 0.6:
                await self.world.core.tandem.claim(found.id, _one(found, family.dice))
        else:
            await self._help(family, found)

    async def _help(self, family: Family, found: Handoff) -> None:
        async with self.world.core.database.reading() as tx:
            talks = await appointments.of_handoff(tx, found.id)
            free = await slots.open_slots(tx, found.id)
        standing = [talk for talk in talks if talk.state in STANDING]
        await self._tasks(family, found)
        for talk in standing:
            if talk.starts_at + talk.minutes * 60 <= self.world.at:
                await self._noted(family, found, talk)
        file = self.file(family)
        if not standing and not free and file.held < 2 and family.dice.random() < 0.5:
            await self._reach_out(family, found)
        if family.asked_care:
            await self.caring.look(family, found, _one(found, family.dice), file.talk)
        await self.programmes.look(family, found, _one(found, family.dice), file.held)
        often = 0.002 if self.caring.under_way(family) else 0.02
        if file.held and not standing and family.dice.random() < often:
            await self._close(family, found)

    async def _reach_out(self, family: Family, found: Handoff) -> None:
        """Call her first, sometimes; then offer three times."""
        person, dice = _one(found, family.dice), family.dice
        if not self.file(family).contacted and dice.random() < 0.4:
            spoke = dice.random() < 0.6
            form = self._once()
            handling = self.world.core.room.handling
            await handling.called(found.id, person, spoke=spoke, note="", once=form)
            if spoke:
                self.contacted(family)
        for _ in range(4):  # her days are full: other times then
            times = [self._time(dice, day) for day in sorted(dice.sample(range(3, 15), 3))]
            try:
                await self.world.core.tandem.offer(found.id, person, times, self._once())
            except BadOffer:
                continue
            return

    def _time(self, dice: Random, days: int) -> Time:
        calendar = self.world.core.house.calendar
        day = self.world.today + timedelta(days=days)
        while calendar.open_on(day) is None:
            day += timedelta(days=1)
        hour = time(dice.randint(9, 15), dice.choice((0, 30)))
        return Time(datetime.combine(day, hour), dice.choice(("home", "office", "phone")))

    async def _noted(self, family: Family, found: Handoff, talk: Appointment) -> None:
        """Held or missed; now and then pressed wrongly and put right at once."""
        person, day = talk.person, tallies.day_of(talk.starts_at)
        tandem, dice = self.world.core.tandem, family.dice
        came = dice.random() < 0.75
        slip = dice.random() < 0.08
        pressed = came != slip
        deed = tandem.held if pressed else tandem.missed
        if not await deed(found.id, talk.id, person):
            return
        if pressed:
            self.contacted(family)
        if slip:
            was = "held" if pressed else "missed"
            await tandem.correct(found.id, talk.id, person, was)
        self.count.note(day, tallies.TALK_HELD if came else tallies.TALK_MISSED)
        self.file(family).held += came
        if came:
            self.file(family).talk = talk.id
            await self.programmes.talked(family, found, talk, person)

    async def _tasks(self, family: Family, found: Handoff) -> None:
        async with self.world.core.database.reading() as tx:
            waiting = await tasks.waiting(tx, [found.id])
        for task in waiting:
            if family.dice.random() < 0.3:
                person = _one(found, family.dice)
                await self.world.core.tandem.task_done(found.id, task.id, person)
                if task.kind == "call_back":
                    self.contacted(family)

    async def _close(self, family: Family, found: Handoff) -> None:
        reasons = self.world.core.house.municipality.desk.close_reasons
        reason = family.dice.choice(reasons).id
        person = _one(found, family.dice)
        try:
            await self.world.core.room.handling.close(found.id, person, reason, self._once())
        except BadDeed:
            return
        async with self.world.core.database.reading() as tx:
            now = await handoffs.get(tx, found.id)
        if now is not None and now.state == "closed":
            self.count.note(self.world.today, tallies.CLOSED)
            self.count.handoffs[found.id] = "closed"
            self.count.waits(self.world.today, family.number, on=False)

    def _once(self) -> str:
        self.once += 1
        return f"year-{self.once}"


def _one(found: Handoff, dice: Random) -> str:
    return dice.choice((found.neighbourhood_worker, found.consultant))
