"""A year of childcare: choose how it is paid, set and move first days, give places, end some early.

When all places are taken families really wait; who ends early leaves a place to somebody else.
Some go another way, and some never get further. Everything goes over the desk's own rooms.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.service.arranging.desk import Sheet
from bot.service.not_done import Changed
from bot.year.asked import Programmes
from bot.year.count import Count
from bot.year.family import Family
from bot.year.places import Place, Places, month_of
from bot.year.world import World
from casework import tallies
from casework.budget import Grant, Refusal
from casework.childcare_steps import Owner
from casework.reminders import CHILDCARE_STEP
from casework.tallies import CHILDCARE
from storage import childcare, reminders, sessions
from storage.handoffs import Handoff

PLACES, OTHERS = "E", ("A", "B", "C")  # ways to pay: out of the programme, or not
_FULL = (Refusal.FULL, Refusal.MONEY)
_CENTS = (1_100_00, 1_200_00, 1_300_00)  # a month
_MONTHS = 12
_AFTER = ("after_3", "after_30")  # messages that make sense once it began


@dataclass(slots=True)
class File:
    """What her people remember of one arrangement."""

    stuck: bool  # it never gets further
    way: str  # what they will choose
    other_way: bool = False  # chosen: no place is needed
    moves: int = 0


@dataclass(slots=True)
class Caring:
    """Her people and her childcare, one deed at a visit."""

    world: World
    count: Count
    programmes: Programmes
    places: Places
    files: dict[int, File] = field(default_factory=dict)  # by family
    moved: int = 0  # first days that were set before
    left_behind: list[str] = field(default_factory=list)  # what did not move along

    def file(self, family: Family) -> File:
        """What is remembered of her."""
        if family.number not in self.files:
            dice = family.dice
            way = PLACES if dice.random() < 0.85 else dice.choice(OTHERS)
            self.files[family.number] = File(dice.random() < 0.1, way)
        return self.files[family.number]

    def under_way(self, family: Family) -> bool:
        """Whether her people keep at it for her childcare."""
        return family.asked_care and not (self.file(family).stuck or self.file(family).other_way)

    def waits(self, family: Family) -> bool:
        """Whether she waits for a place, unless she has one."""
        return family.asked_care and not self.file(family).other_way

    async def look(self, family: Family, found: Handoff, person: str, talk: int | None) -> None:
        """One thing at most. `talk`: one that was held, where coaching may begin."""
        if self.file(family).stuck or family.dice.random() > 0.4:
            return
        room = self.world.childcare
        if not (sheets := await room.sheets(found.id, person, noted=False)):
            return
        one = sheets[-1]
        try:
            if not one.way_id:
                await self._way(family, found, person, one, talk)
            elif one.plan.first_day is None:
                await self._first_day(found, person, one, self._ahead(family, self.world.today))
            else:
                await self._arranged(family, found, person, one)
        except Changed:
            return

    async def _way(
        self, family: Family, found: Handoff, person: str, one: Sheet, talk: int | None
    ) -> None:
        """Mostly a place of the programme; that needs coaching, which begins with a talk."""
        way = self.file(family).way
        if way in one.closed_ways and talk is not None:
            await self.programmes.start(family, found, talk, person)
        elif way in one.closed_ways and family.dice.random() < 0.99:
            return  # first a talk; now and then somebody tries all the same
        if await self.world.childcare.choose(found.id, person, one.id, way) is not None:
            self.places.refused_else += 1
            return
        self.file(family).other_way = way != PLACES
        self.count.waits(self.world.today, family.number, on=way == PLACES)

    async def _arranged(self, family: Family, found: Handoff, person: str, one: Sheet) -> None:
        dice, file, today = family.dice, self.file(family), self.world.today
        place = self.places.of.get(family.number)
        if file.moves < 2 and dice.random() < 0.03:
            file.moves += 1
            await self._move(family, found, person, one)
        elif one.way_id == PLACES and place is None and dice.random() < self._eager(family):
            await self._give(family, found, person, one)
        elif place and family.number not in self.places.ended and dice.random() < 0.0015:
            if place.first <= month_of(today) < place.last:
                await self._end(family, found, person, one)
        else:
            await self._tick(found, person, one)

    def _eager(self, family: Family) -> float:
        """Who was told that all is taken is looked at again about once in two weeks."""
        return 0.15 if family.number in self.places.refused_full else 0.4

    def _ahead(self, family: Family, day: date) -> date:
        return max(day, self.world.today) + timedelta(days=family.dice.randint(14, 45))

    async def _first_day(self, found: Handoff, person: str, one: Sheet, day: date) -> None:
        await self.world.childcare.set_days(found.id, person, one.id, {"first_day": day})

    async def _tick(self, found: Handoff, person: str, one: Sheet) -> None:
        """Their next step is done: hers can follow."""
        for due in one.steps:
            if due.open and due.on and not due.waits_for and due.step.owner is not Owner.PARENT:
                await self.world.childcare.tick(found.id, person, one.id, due.step.id)
                return

    # -- a first day that moves ---------------------------------------------------------

    async def _move(self, family: Family, found: Handoff, person: str, one: Sheet) -> None:
        assert one.plan.first_day is not None
        day = self._ahead(family, one.plan.first_day)
        await self._first_day(found, person, one, day)
        self.moved += 1
        self.left_behind += await self._stayed(found.family_id, one, day)

    async def _stayed(self, family_id: str, before: Sheet, day: date) -> list[str]:
        """Which steps and messages did not move along with the first day."""
        was = {due.step.id: due.on.isoformat() for due in before.steps if due.on}
        async with self.world.core.database.reading() as tx:
            steps = await childcare.steps(tx, before.id)
            talk = await sessions.by_family(tx, family_id)
            planned = await reminders.of_kinds(tx, [talk.id] if talk else [], [CHILDCARE_STEP])
        due = {one.step: one.due_on or "" for one in steps}
        first = day.isoformat()
        wrong = [f"{before.id}: eerste dag {due['first_day']}"] if due["first_day"] != first else []
        wrong += [f"{before.id}: stap {step}" for step, on in due.items() if on < was.get(step, "")]
        for row in (row for rows in planned.values() for row in rows):
            step, on = row.args["step"], row.wall[:10]
            early = step in _AFTER and on <= first
            if early or (step == "first_day" and on != first):
                wrong.append(f"{before.id}: bericht {step} op {on}")
        return wrong

    # -- places -------------------------------------------------------------------------

    async def _give(self, family: Family, found: Handoff, person: str, one: Sheet) -> None:
        assert one.plan.first_day is not None
        number, today = family.number, self.world.today
        first = max(one.plan.first_day, today)
        place = Place(month_of(first), _MONTHS, family.dice.choice(_CENTS))
        what = Grant((first.year, first.month), place.months, place.cents)
        once = f"year-{number}-{today}-{self.world.now.hour}"
        why = await self.world.childcare.give(found.id, person, one.id, what, once)
        if why is None:
            self.places.give(today, number, place)
            self.count.given(today, number)
        elif why in _FULL:
            self.places.refuse(number, waits=number in self.count.waiting)
            if (
                self.file(family).moves < 6 and family.dice.random() < 0.3
            ):  # perhaps later in the year
                self.file(family).moves += 1
                await self._move(family, found, person, one)
        else:
            self.places.refused_else += 1

    async def _end(self, family: Family, found: Handoff, person: str, one: Sheet) -> None:
        place = self.places.of[family.number]
        months = month_of(self.world.today) - place.first + 1
        room, given = self.world.childcare, one.given[-1]
        if await room.shorten(found.id, person, one.id, given.id, months):
            self.places.end(family.number, months)
            self.count.note(self.world.today, tallies.ended(CHILDCARE))

    def told(self) -> dict[str, int]:
        """How childcare went, a line for each."""
        places = self.places
        return {
            "opvang: plek gegeven": len(places.of),
            "opvang: plek gegeven na eerder geen plek": places.freed,
            "opvang: geweigerd omdat het vol was": places.refused_full.total(),
            "opvang: gezinnen voor wie het vol was": len(places.refused_full),
            "opvang: geweigerd om iets anders": places.refused_else,
            "opvang: eerste dag verzet": self.moved,
            "opvang: eerder gestopt": len(places.ended),
            "opvang: andere weg gekozen": sum(one.other_way for one in self.files.values()),
            "opvang: nooit verder gekomen": sum(one.stuck for one in self.files.values()),
            "opvang: wacht aan het eind": len(self.count.waiting),
        }
