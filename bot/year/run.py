"""`stapje simulate-year`: the year itself, and the lines that tell how it went."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.service.ports import Outgoing
from bot.year import checks
from bot.year.asked import Programmes
from bot.year.checks import Check
from bot.year.childcare import Caring
from bot.year.count import Count
from bot.year.family import SEND, Family, Wish, families
from bot.year.people import People
from bot.year.places import Places
from bot.year.town import town as of_year
from bot.year.world import World, world
from casework import tallies
from casework.council import CHILDCARE
from casework.municipality import Municipality
from casework.retention import Act
from storage import appointments, desk, reminders, sessions

FIRST = date(2026, 1, 5)  # a Monday
HOURS = (7, *range(9, 21), 22)  # at 7 and at 22 nothing may go out
PEOPLE_AT, RELAY_AT = (10, 15), (9, 13, 17)
WRITTEN = " schrijft:"  # in what she gets when one of her people wrote to her
PROMISED = "hoort van ons vóór"  # in what tells her before when a person reaches her
MOST_ROUNDS = 80  # messages of one sitting
_WHOLE, _EACH = 40, 8  # weeks, and families for each place: then all are taken one day
_ALL = ("new", "claimed", "closed")


@dataclass(frozen=True, slots=True)
class Done:
    """How it went: a line for each thing to know."""

    lines: tuple[str, ...]
    ok: bool
    counted: tuple[tallies.Tally, ...]


def simulated(seed: int, *, families: int, weeks: int, places: int | None = None) -> Done:
    """A year, or a part of it. The same seed gives the same lines, but for the time it took.

    `places`: so many childcare places; None: as many as Dordrecht has.
    """
    began = time.monotonic()
    year = asyncio.run(_lived(seed, families, weeks, places))
    took = time.monotonic() - began
    lines = [f"{families} gezinnen, {weeks} weken, seed {seed}: {took:.1f} s"]
    lines += [f"  {what}: {number}" for what, number in sorted(year.happened.items())]
    lines += [str(one) for one in year.checks]
    ok = all(one.ok for one in year.checks)
    return Done((*lines, "Alles klopt." if ok else "Niet alles klopt."), ok, tuple(year.rows))


@dataclass(slots=True)
class Year:
    """All that goes on, and what is seen of it."""

    world: World
    everybody: Sequence[Family]
    count: Count
    people: People
    whole: bool  # long enough, with families enough, for every place to be taken
    owner: dict[str, Family] = field(default_factory=dict)  # family id → who
    conversations: dict[int, Family] = field(default_factory=dict)
    next_talk: dict[str, float | None] = field(default_factory=dict)  # by handoff, as last seen
    unasked: dict[int, list[float]] = field(default_factory=dict)  # family → UTC seconds
    at_night: list[str] = field(default_factory=list)
    happened: Counter[str] = field(default_factory=Counter)
    checks: list[Check] = field(default_factory=list)
    rows: list[tallies.Tally] = field(default_factory=list)

    async def day(self, day: date) -> None:
        """One day, hour by hour."""
        for hour in HOURS:
            self.world.turn(day, hour)
            news = await self._due(people=hour in RELAY_AT)
            news |= await self._act()
            if hour in PEOPLE_AT and self.world.core.house.calendar.open_now(self.world.now):
                await self._help()
                self._got(await self.world.settle())
                news = True
            if news:
                await self._observe()
        if day.weekday() == 0:
            await self._observe(talks=True)
            await self._retain()

    async def _due(self, *, people: bool) -> bool:
        sent, moved = await self.world.due(people=people)
        calendar = self.world.core.house.calendar
        if sent and calendar.quiet(self.world.now):
            wall = calendar.wall(self.world.now)
            self.at_night += [f"{out.address} {wall:%Y-%m-%d %H:%M}" for out in sent]
        if sent and self.conversations:
            async with self.world.core.database.reading() as tx:
                found = await reminders.past(tx, [*self.conversations], self.world.at - 1)
            for one, moments in found.items():
                self.unasked.setdefault(self.conversations[one].number, []).extend(moments)
        self.happened["berichten uit zichzelf"] += len(sent)
        self._got(sent)
        return moved

    def _got(self, sent: Sequence[Outgoing]) -> None:
        by = {family.address: family for family in self.everybody}
        for address in sorted({out.address for out in sent}):
            by[address].reached(self.world.now)
        for out in sent:
            self._promised(by[out.address], out)
            if WRITTEN in out.message.text:
                self.people.contacted(by[out.address])

    def _promised(self, family: Family, out: Outgoing) -> None:
        """She is told before when a person reaches her: from the first time on she waits."""
        if PROMISED in out.message.text:
            file = self.people.file(family)
            file.promised = file.promised or self.world.now

    # -- families -----------------------------------------------------------------------

    async def _act(self) -> bool:
        """Whoever wants to writes now, as long as they go on; all at once, as in life."""
        now = self.world.now
        busy = [f for f in self.everybody if f.next and f.next <= now and not f.gone]
        for family in busy:
            family.begin(now)
        if not busy:
            return False
        for _ in range(MOST_ROUNDS):
            items = []
            for family in busy:
                if (says := self._says(family)) is not None:
                    items.append((family, says))
            busy = [family for family, _ in items]
            if not busy:
                return True
            sent = await self.world.hear([(family.address, says) for family, says in items])
            await self._known(busy)
            self.happened["berichten van gezinnen"] += len(items)
            self._ended(sent)
        for family in busy:
            family.rest(now, again=True)
        return True

    def _says(self, family: Family) -> dict[str, str] | None:
        screen = self.world.screens.get(family.address)
        says = family.says(screen.message if screen else None, self.world.now)
        if says is None:
            half = family.wish is Wish.INTAKE and family.dice.random() < 0.7
            care = family.told and family.wants_care and not family.asked_care
            family.rest(self.world.now, again=half or care)
        elif screen is not None and says.get("press"):
            self._sends(family, screen, says["press"])
        return says

    def _sends(self, family: Family, screen: Outgoing, press: str) -> None:
        """She taps that it is right: that is what the council reads."""
        label = next((b.label for b in screen.message.answers if b.press == press), "")
        if label != SEND:
            return
        today = self.world.today
        if family.wish is Wish.CARE and not family.asked_care:
            family.asked_care = True
            self.count.note(today, tallies.CHILDCARE_ASKED)
            self.count.waits(today, family.number, on=True)
        elif not family.told:
            family.told = True
            self.count.note(today, tallies.INTAKE)

    async def _known(self, busy: Sequence[Family]) -> None:
        """Who wrote for the first time began with us."""
        for family in busy:
            if "known" in family.seen:
                continue
            async with self.world.core.database.reading() as tx:
                found = await sessions.by_address(tx, "terminal", family.address)
            if found is not None:
                family.seen.add("known")
                self.owner[found.family_id] = family
                self.conversations[found.id] = family
                self.count.note(self.world.today, tallies.SIGNED_UP)

    def _ended(self, sent: Sequence[Outgoing]) -> None:
        """Who is promised something waits; who got an invitation has a talk; who is gone, is."""
        for family in self.everybody:
            told = [out for out in sent if out.address == family.address]
            for out in told:
                self._promised(family, out)
            if any(out.document for out in told):
                self.people.contacted(family)
            if any(out.message.text.startswith("Het is gewist") for out in told):
                self.count.note(self.world.today, tallies.ERASED)
                self._gone(family)

    def _gone(self, family: Family) -> None:
        family.gone = True
        self.count.waits(self.world.today, family.number, on=False)

    # -- people and time ----------------------------------------------------------------

    async def _help(self) -> None:
        async with self.world.core.database.reading() as tx:
            lines = await desk.lines(tx, self.world.core.house.municipality.id)
        mine = {line.handoff.family_id: line.handoff for line in lines}
        for family_id, family in self.owner.items():
            if family_id in mine:
                await self.people.look(family, mine[family_id])

    async def _observe(self, *, talks: bool = False) -> None:
        """Look at the desk: what is new, moved, called off or open again.

        Talks are looked at where the next one is another; `talks`: at all of them. They are counted
        on their own day, so that later is as good.
        """
        town = self.world.core.house.municipality.id
        async with self.world.core.database.reading() as tx:
            for line in await desk.lines(tx, town, states=_ALL):
                found = line.handoff
                family = self.owner.get(found.family_id)
                again = self.count.saw_handoff(found)
                if family is None:
                    continue
                if again:
                    self._again(family)
                if talks or self.next_talk.get(found.id) != line.starts_at:
                    self.next_talk[found.id] = line.starts_at
                    for talk in await appointments.of_handoff(tx, found.id):
                        self.count.saw_talk(talk)

    def _again(self, family: Family) -> None:
        self.count.note(self.world.today, tallies.REOPENED)
        if self.people.caring.waits(family):
            self.count.waits(self.world.today, family.number, on=True)

    async def _retain(self) -> None:
        found = await self.world.retaining.tick()
        for family_id in found.ids(Act.ERASE):
            family = self.owner.get(family_id)
            if family is not None and not family.gone:
                self.count.note(self.world.today, tallies.EXPIRED)
                self._gone(family)

    async def over(self, last: date) -> None:
        """Look back: everything that must hold, and what happened."""
        await self._observe(talks=True)
        caring = self.people.caring
        self.checks = [
            *await checks.all_of(self.world, self.count, self.unasked, self.at_night, last),
            *await checks.of_childcare(self.world, caring, whole=self.whole),
        ]
        self.rows = self.count.rows()
        for row in self.rows:
            self.happened[f"geteld {row.what}"] += row.number
        self.happened.update(caring.told())
        self.happened["intake nooit afgemaakt"] = sum(not one.told for one in self.everybody)
        self.happened["ander programma geweigerd"] = self.people.programmes.refused


async def _lived(seed: int, many: int, weeks: int, places: int | None) -> Year:
    town = of_year(FIRST.year, places)
    async with world(town, _start(town)) as here:
        days = weeks * 7
        made = families(seed, many, here.now, days)
        count = Count()
        programmes = Programmes(here, count)
        caring = Caring(here, count, programmes, Places.offered(town.programme(CHILDCARE)))
        whole = weeks >= _WHOLE and many >= _EACH * caring.places.quota
        people = People(here, count, programmes, caring)
        year = Year(here, made, count, people, whole)
        for number in range(days):
            await year.day(FIRST + timedelta(days=number))
        await year.over(FIRST + timedelta(days=days - 1))
        return year


def _start(town: Municipality) -> datetime:
    from casework.calendar import Calendar

    return Calendar.of(town).utc(datetime.combine(FIRST, datetime.min.time()))
