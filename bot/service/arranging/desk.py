"""What her people do about childcare: choose how it is paid, set days, tick off, give a place.

The bot decides nothing: who gets a place, and how it is paid, is chosen here by a person. Every
deed may be sent twice and counts once; all raise PermissionError for what is not this person's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.service import handoffs as handing
from bot.service import wording
from bot.service.arranging import admission
from bot.service.arranging.deeds import settle
from bot.service.arranging.following import follow, known, offsets, open_anew
from bot.service.house import House
from bot.service.not_done import Changed, NoSuch
from bot.service.programmes import counted
from bot.service.staff.theirs import theirs
from casework import budget
from casework.budget import Grant, Refusal, Standing
from casework.childcare import Caution, Due, Plan, dated, notice_by, warnings
from casework.childcare_steps import BY_ID
from casework.programmes import Funding, Programme
from storage import acts, childcare, grants, reads, sessions
from storage.childcare import NewPlan
from storage.database import Database
from storage.grants import Given, NewGrant
from storage.tx import Tx

ALERTS = ("nearly_full", "programme_full")  # nearly full, full


@dataclass(frozen=True, slots=True)
class Counter:
    """How a programme stands in the month that this place would begin."""

    programme: Programme
    standing: Standing
    sum: str  # "15 × € 1.200 × 12 = € 216.000"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One arrangement as her people see it."""

    id: int
    version: int
    plan: Plan
    way_id: str
    steps: Sequence[Due]
    cautions: Sequence[Caution]
    notice_by: date | None
    notes: Mapping[str, str]
    counter: Counter | None  # of the way it is paid, where places are counted
    given: Sequence[Given]
    closed_ways: Sequence[str]  # ways to pay that are only for who takes part in something else
    reminded: bool  # she gets messages


class Childcare:
    """The desk's side. `wake` is called when something may be due at once."""

    def __init__(
        self, database: Database, house: House, wake: Callable[[], None] = lambda: None
    ) -> None:
        self._database, self._house, self._wake = database, house, wake

    @property
    def ways(self) -> Sequence[Funding]:
        """The ways to pay that this municipality has."""
        return self._house.municipality.funding

    async def sheets(self, handoff_id: str, person: str, *, noted: bool = True) -> list[Sheet]:
        """Her arrangements; the look is noted, unless that was done already."""
        look = self._database.writing if noted else self._database.reading
        async with look() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            if noted:
                await reads.log(tx, found.family_id, person, "childcare", self._now())
            rows = await childcare.of_family(tx, found.family_id)
            return [await self._sheet(tx, row) for row in rows]

    async def begin(self, handoff_id: str, person: str, once: str, seen: int = 0) -> int:
        """An arrangement that a worker begins; gives its id.

        `seen`: how many stood on the page. Are there more by now, then the newest is meant.
        """
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            known_ = await childcare.of_family(tx, found.family_id)
            key = f"childcare:desk:{once}"[:120]
            new = NewPlan(key, found.family_id, found.id, self._house.today().isoformat())
            more = len(known_) > seen
            row = known_[-1] if more else await childcare.add(tx, new, self._now())
            await follow(tx, self._house, row.id, self._house.clock.now())
            return row.id

    async def set_days(
        self, handoff_id: str, person: str, plan_id: int, days: Mapping[str, date | None],
        seen: int | None = None,
    ) -> None:  # fmt: skip
        """Set the first day, or another day that steps count from: what is open moves along.

        `seen` is the version that stood on the page: Changed when it is another one by now.
        """
        if wrong := set(days) - set(childcare.DAYS):
            raise NoSuch(", ".join(sorted(wrong)))
        text = {name: day.isoformat() if day else None for name, day in days.items()}
        await self._change(handoff_id, person, plan_id, text, seen)

    async def choose(self, handoff_id: str, person: str, plan_id: int, way: str) -> Refusal | None:
        """Choose how it is paid; why not, if its places are not for her. "" takes it back."""
        if way and way not in {one.id for one in self.ways}:
            raise NoSuch(way)
        async with self._database.reading() as tx:
            row = await self._row(tx, handoff_id, person, plan_id)
            wrong = await admission.refused(tx, self._programme(way), row.family_id)
        if wrong is None:
            await self._change(handoff_id, person, plan_id, {"way": way})
        return wrong

    async def set_day(
        self, handoff_id: str, person: str, plan_id: int, step: str, on: date | None,
        seen: int | None = None,
    ) -> None:  # fmt: skip
        """Set one step's day by hand, from today on; None: it follows the other days again."""
        if step not in BY_ID or step == "first_day" or (on and on < self._house.today()):
            raise NoSuch(f"{step} {on or ''}")
        async with self._database.writing() as tx:
            await childcare.lock(tx, plan_id)
            row = await self._row(tx, handoff_id, person, plan_id)
            if seen not in (None, row.version):
                raise Changed
            day = on.isoformat() if on else ""
            await childcare.set_day(tx, row, step, day or None)
            what = f"{row.id}:{step}:{day}"
            await acts.log(tx, row.handoff_id, person, "childcare_day", self._now(), what)
            await follow(tx, self._house, row.id, self._house.clock.now())
        self._wake()

    async def tick(
        self, handoff_id: str, person: str, plan_id: int, step: str, *, done: bool = True
    ) -> None:
        """A step is done, or was ticked by mistake."""
        if step not in BY_ID:
            raise NoSuch(step)
        async with self._database.writing() as tx:
            await childcare.lock(tx, plan_id)
            row = await self._row(tx, handoff_id, person, plan_id)
            if done:
                await childcare.done(tx, row.id, step, self._house.today().isoformat(), person)
                await settle(tx, row, step, person, self._now())
            else:
                await childcare.open_again(tx, row.id, step)
            await follow(tx, self._house, row.id, self._house.clock.now())
        self._wake()

    async def note(
        self, handoff_id: str, person: str, plan_id: int, notes: Mapping[str, str],
        seen: int | None = None,
    ) -> None:  # fmt: skip
        """Write down the provider: name, LRK number, price for an hour, hours a month."""
        async with self._database.writing() as tx:
            await childcare.lock(tx, plan_id)
            row = await self._row(tx, handoff_id, person, plan_id)
            if seen not in (None, row.version):
                raise Changed
            await childcare.note(tx, row, notes)

    async def give(
        self, handoff_id: str, person: str, plan_id: int, what: Grant, once: str
    ) -> Refusal | None:
        """Give this place out of the programme of the chosen way; why not, if it does not fit."""
        async with self._database.writing() as tx:
            row = await self._row(tx, handoff_id, person, plan_id)
            programme = self._programme(row.way)
            if programme is None:
                raise NoSuch(row.way)
            if (wrong := await admission.refused(tx, programme, row.family_id)) is not None:
                return wrong
            town = self._house.municipality.id
            new = NewGrant(f"grant:{once}"[:120], town, row.family_id, row.id, what, person)
            wrong = await grants.give(tx, new, programme, self._now())
            if wrong is None:
                await self._warn(tx, programme, what)
            return wrong

    async def shorten(
        self, handoff_id: str, person: str, plan_id: int, grant_id: int, months: int
    ) -> bool:
        """The place ended after so many months: what is left can be given again."""
        async with self._database.writing() as tx:
            row = await self._row(tx, handoff_id, person, plan_id)
            if grant_id not in {one.id for one in await grants.of_plan(tx, row.id)}:
                raise PermissionError(self._house.wording.plain(wording.NOT_YOURS))
            done = await grants.shorten(tx, grant_id, max(0, months), self._now())
            if done and months <= 0:  # it was never given: she waits as before
                await self._wait(tx, row)
            return done

    async def _warn(self, tx: Tx, programme: Programme, what: Grant) -> None:
        """Everybody on the desk sees once that places of that month run out."""
        year, month = what.first
        stand = await counted.standing(tx, self._house, programme, what.first)
        once = f"{programme.id}:{year}-{month:02}"
        await counted.warn(tx, self._house, programme, stand, ALERTS, once)

    async def _change(
        self, handoff_id: str, person: str, plan_id: int, values: Mapping[str, str | None],
        seen: int | None = None,
    ) -> None:  # fmt: skip
        async with self._database.writing() as tx:
            await childcare.lock(tx, plan_id)
            row = await self._row(tx, handoff_id, person, plan_id)
            old = seen not in (None, row.version)
            if old or not await childcare.save(tx, replace(row, **values)):  # type: ignore[arg-type]  # checked names
                raise Changed
            if values.get("way"):
                today = self._house.today().isoformat()
                await childcare.done(tx, row.id, "route", today, person)
                await settle(tx, row, "route", person, self._now())
            await open_anew(tx, row, values)
            if "way" in values:
                await self._wait(tx, replace(row, way=str(values["way"])))
            await follow(tx, self._house, row.id, self._house.clock.now())
        self._wake()

    async def _wait(self, tx: Tx, row: childcare.Plan) -> None:
        """Count her as waiting for a place, or no more when the way she chose needs none."""
        ways = handing.places(self._house)
        if row.way in ("", *ways):
            await childcare.waits_again(tx, row.family_id, ways, self._now())
        else:
            await childcare.waits_no_more(tx, row.family_id, self._now(), plan_id=row.id)

    async def _row(self, tx: Tx, handoff_id: str, person: str, plan_id: int) -> childcare.Plan:
        found = await theirs(tx, self._house, handoff_id, person)
        row = await childcare.get(tx, plan_id)
        if row is None or row.family_id != found.family_id:
            raise PermissionError(self._house.wording.plain(wording.NOT_YOURS))
        return row

    async def _sheet(self, tx: Tx, row: childcare.Plan) -> Sheet:
        plan = known(self._house, row, await childcare.steps(tx, row.id))
        talk = await sessions.by_family(tx, row.family_id)
        days = offsets(self._house)
        return Sheet(
            id=row.id,
            version=row.version,
            plan=plan,
            way_id=row.way,
            steps=dated(plan, days, self._house.calendar),
            cautions=warnings(plan, days, self._house.today()),
            notice_by=notice_by(plan),
            notes={name: str(value) for name, value in (row.notes or {}).items()},
            counter=await self._counter(tx, row, plan),
            closed_ways=await self._closed(tx, row.family_id),
            given=[one for one in await grants.of_plan(tx, row.id) if one.what.months],
            reminded=talk is not None and talk.reminders == "on",
        )

    async def _closed(self, tx: Tx, family_id: str) -> list[str]:
        shut = [
            (way.id, await admission.refused(tx, self._programme(way.id), family_id))
            for way in self.ways
        ]
        return [way for way, wrong in shut if wrong is not None]

    async def _counter(self, tx: Tx, row: childcare.Plan, plan: Plan) -> Counter | None:
        programme = self._programme(row.way)
        if programme is None:
            return None
        day = plan.first_day or self._house.today()
        stand = await counted.standing(tx, self._house, programme, (day.year, day.month))
        return Counter(programme, stand, budget.whole(programme))

    def _programme(self, way_id: str) -> Programme | None:
        way = next((one for one in self.ways if one.id == way_id), None)
        programmes = self._house.municipality.programmes
        return next((p for p in programmes if way and p.id == way.programme), None)

    def _now(self) -> float:
        return self._house.clock.now().timestamp()
