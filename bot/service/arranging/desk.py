"""What her people do about childcare: choose how it is paid, set days, tick off, give a place.

The bot decides nothing: who gets a place, and how it is paid, is chosen here by a person. Every
deed may be sent twice and counts once; all raise PermissionError for what is not this person's.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date

from bot.service import handoffs as handing
from bot.service import wording
from bot.service.arranging import admission, places, whom
from bot.service.arranging.deeds import settle
from bot.service.arranging.following import follow, known, offsets, open_anew
from bot.service.arranging.places import Counter
from bot.service.house import House
from bot.service.not_done import BadDay, Changed, NoSuch
from bot.service.staff.theirs import theirs
from casework import childcare_place
from casework.budget import Grant, Refusal
from casework.childcare import Caution, Due, Plan, dated, notice_by, warnings
from casework.childcare_days import span, unlikely
from casework.childcare_steps import BY_ID
from casework.childcare_whom import told
from casework.programmes import Funding
from storage import acts, childcare, grants, reads, sessions
from storage.childcare import NewPlan
from storage.database import Database
from storage.grants import Given
from storage.tx import Tx


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
    given: Sequence[Given]  # its places, also of a way to pay that was chosen before
    closed_ways: Sequence[str]  # ways to pay that are only for who takes part in something else
    reminded: bool  # she gets messages
    whom: Sequence[str] = ()  # codes of casework.childcare_whom
    child: str = ""  # the same in words, or else its first day


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

    @property
    def labels(self) -> Mapping[str, str]:
        """What each programme is called here."""
        return places.labels(self._house)

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

        `seen` is the version that stood on the page: Changed when it is another one by now. Raises
        BadDay for a new day that makes no sense.
        """
        if wrong := set(days) - set(childcare.DAYS):
            raise NoSuch(", ".join(sorted(wrong)))
        text = {name: day.isoformat() if day else None for name, day in days.items()}
        await self._change(handoff_id, person, plan_id, text, seen)

    async def choose(
        self, handoff_id: str, person: str, plan_id: int, way: str, months: int | None = None
    ) -> Refusal | None:
        """Choose how it is paid; why not, if its places are not for her. "" takes it back.

        `months`: this family is paid for so long; None: as long as the way says.
        """
        found = next((one for one in self.ways if one.id == way), None)
        if (way and not found) or not childcare_place.may_last(found, months):
            raise NoSuch(f"{way} {months}")
        async with self._database.reading() as tx:
            row = await self._row(tx, handoff_id, person, plan_id)
            programme = places.of_way(self._house, way)
            wrong = await admission.refused(tx, programme, row.family_id)
        if wrong is None:
            await self._change(handoff_id, person, plan_id, {"way": way}, months=months)
        return wrong

    async def set_day(
        self, handoff_id: str, person: str, plan_id: int, step: str, on: date | None,
        seen: int | None = None,
    ) -> None:  # fmt: skip
        """Set one step's day by hand, from today on; None: it follows the other days again."""
        absurd = on is not None and unlikely("step", on, self._house.today())
        if step not in BY_ID or step == "first_day" or absurd:
            raise NoSuch(f"{step} {on or ''}")
        async with self._writing(handoff_id, person, plan_id, seen) as (tx, row):
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
        async with self._writing(handoff_id, person, plan_id) as (tx, row):
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
        async with self._writing(handoff_id, person, plan_id, seen) as (tx, row):
            await childcare.note(tx, row, notes)

    async def for_whom(
        self, handoff_id: str, person: str, plan_id: int, ages: Collection[str], *,
        more: bool = False, seen: int | None = None,
    ) -> None:  # fmt: skip
        """Keep for which ages it is; `more`: for several children. No age: not known."""
        async with self._writing(handoff_id, person, plan_id, seen) as (tx, row):
            await childcare.set_whom(tx, row, told(ages, more=more))

    async def give(
        self, handoff_id: str, person: str, plan_id: int, what: Grant, once: str
    ) -> Refusal | None:
        """Give this place out of the programme of the chosen way; why not, if it does not fit."""
        async with self._writing(handoff_id, person, plan_id) as (tx, row):
            programme = places.of_way(self._house, row.way)
            if programme is None:
                raise NoSuch(row.way)
            wrong = await places.give(tx, self._house, row, programme, what, person, once)
            await follow(tx, self._house, row.id, self._house.clock.now())
        self._wake()
        return wrong

    async def move(
        self, handoff_id: str, person: str, plan_id: int, grant_id: int
    ) -> Refusal | None:
        """The place begins with the first day, as it is now; why not, if it does not fit there."""
        async with self._writing(handoff_id, person, plan_id) as (tx, row):
            place = await self._place(tx, row, grant_id)
            plan = await known(tx, self._house, row)
            if (wrong := await places.move(tx, self._house, plan, place)) is None:
                await acts.log(tx, row.handoff_id, person, "childcare_moved", self._now(), "")
            await follow(tx, self._house, row.id, self._house.clock.now())
        self._wake()
        return wrong

    async def shorten(
        self, handoff_id: str, person: str, plan_id: int, grant_id: int, months: int
    ) -> bool:
        """The place ended after so many months: what is left can be given again.

        The end of what is paid, and who hears of it when, moves along.
        """
        async with self._writing(handoff_id, person, plan_id) as (tx, row):
            place = await self._place(tx, row, grant_id)
            if not 0 <= months <= place.what.months:
                raise NoSuch(str(months))
            done = await grants.shorten(tx, grant_id, months, self._now())
            if done and not months:  # it was never given: she waits as before
                await self._wait(tx, row)
            await follow(tx, self._house, row.id, self._house.clock.now())
        self._wake()
        return done

    async def _place(self, tx: Tx, row: childcare.Plan, grant_id: int) -> Given:
        for one in await grants.of_plan(tx, row.id):
            if one.id == grant_id:
                return one
        raise PermissionError(self._house.wording.plain(wording.NOT_YOURS))

    async def _change(
        self, handoff_id: str, person: str, plan_id: int, values: Mapping[str, str | None],
        seen: int | None = None, months: int | None = None,
    ) -> None:  # fmt: skip
        async with self._writing(handoff_id, person, plan_id) as (tx, row):
            self._sane(row, values)
            old = seen not in (None, row.version)
            if old or not await childcare.save(tx, replace(row, **values)):  # type: ignore[arg-type]  # checked names
                raise Changed
            if values.get("way"):
                today = self._house.today().isoformat()
                await childcare.done(tx, row.id, "route", today, person)
                await settle(tx, row, "route", person, self._now())
            await open_anew(tx, row, values)
            if "way" in values:
                if months != row.months:
                    await childcare.set_months(tx, row, months)
                await self._wait(tx, replace(row, way=str(values["way"])))
            await follow(tx, self._house, row.id, self._house.clock.now())
        self._wake()

    def _sane(self, row: childcare.Plan, values: Mapping[str, str | None]) -> None:
        """A day that stood there before may stay. Raises BadDay."""
        today = self._house.today()
        for name in childcare.DAYS:
            text = values.get(name)
            new = text is not None and text != getattr(row, name)
            if text and new and unlikely(name, date.fromisoformat(text), today):
                raise BadDay(name, span(name, today))

    async def _wait(self, tx: Tx, row: childcare.Plan) -> None:
        """Count her as waiting for a place, or no more when the way she chose needs none."""
        ways = handing.places(self._house)
        if row.way in ("", *ways):
            await childcare.waits_again(tx, row.family_id, ways, self._now())
        else:
            await childcare.waits_no_more(tx, row.family_id, self._now(), plan_id=row.id)

    @asynccontextmanager
    async def _writing(
        self, handoff_id: str, person: str, plan_id: int, seen: int | None = None
    ) -> AsyncIterator[tuple[Tx, childcare.Plan]]:
        """One arrangement, for this person to change and for nobody else meanwhile.

        `seen` is the version that stood on the page: Changed when it is another one by now.
        """
        async with self._database.writing() as tx:
            await childcare.lock(tx, plan_id)
            row = await self._row(tx, handoff_id, person, plan_id)
            if seen not in (None, row.version):
                raise Changed
            yield tx, row

    async def _row(self, tx: Tx, handoff_id: str, person: str, plan_id: int) -> childcare.Plan:
        found = await theirs(tx, self._house, handoff_id, person)
        row = await childcare.get(tx, plan_id)
        if row is None or row.family_id != found.family_id:
            raise PermissionError(self._house.wording.plain(wording.NOT_YOURS))
        return row

    async def _sheet(self, tx: Tx, row: childcare.Plan) -> Sheet:
        plan = await known(tx, self._house, row)
        given = [one for one in await grants.of_plan(tx, row.id) if one.what.months]
        price = childcare_place.monthly(row.notes or {})
        talk = await sessions.by_family(tx, row.family_id)
        days = offsets(self._house)
        return Sheet(
            id=row.id,
            version=row.version,
            plan=plan,
            way_id=row.way,
            steps=dated(plan, days, self._house.calendar),
            cautions=[
                *await places.cautions(tx, self._house, row, plan, given),
                *warnings(plan, days, self._house.today()),
            ],
            notice_by=notice_by(plan),
            notes={name: str(value) for name, value in (row.notes or {}).items()},
            counter=await places.counter(tx, self._house, row, plan, price),
            closed_ways=await self._closed(tx, row.family_id),
            given=given,
            reminded=talk is not None and talk.reminders == "on",
            whom=row.whom,
            child=whom.label(self._house, row),
        )

    async def _closed(self, tx: Tx, family_id: str) -> list[str]:
        shut = [
            (way.id, await admission.refused(tx, places.of_way(self._house, way.id), family_id))
            for way in self.ways
        ]
        return [way for way, wrong in shut if wrong is not None]

    def _now(self) -> float:
        return self._house.clock.now().timestamp()
