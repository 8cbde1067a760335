"""What must hold when the year is over. A check that fails says where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.service.council.asked import Council, running
from bot.year.childcare import Caring
from bot.year.count import Count
from bot.year.places import Places
from bot.year.world import World
from casework.council import report
from casework.days import Span
from casework.small_numbers import cells
from casework.tallies import CHILDCARE
from storage import grants, handoffs, tallies, tasks
from storage.handoffs import OPEN

_WEEK = timedelta(days=7).total_seconds()
_SHOWN = 8  # examples of what is wrong


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold, and what is wrong with it."""

    what: str
    looked_at: int
    wrong: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether it holds, and there was something to look at."""
        return not self.wrong and self.looked_at > 0

    def __str__(self) -> str:
        if self.ok:
            return f"goed  {self.what} ({self.looked_at} bekeken)"
        return f"FOUT  {self.what}: " + ("; ".join(self.wrong[:_SHOWN]) or "niets te bekijken")


async def all_of(
    world: World, count: Count, unasked: Mapping[int, Sequence[float]], at_night: Sequence[str],
    last: date,
) -> list[Check]:  # fmt: skip
    """Every check of the year that ends on this day."""
    sent = sum(map(len, unasked.values()))
    return [
        Check("elke herinnering op een goed uur", sent, tuple(at_night)),
        _caps(world, unasked, sent),
        await _tasks(world, count),
        await _ledger(world, count, last),
        await _letters(world, count, last),
    ]


async def of_childcare(world: World, caring: Caring, *, whole: bool) -> list[Check]:
    """What childcare must have brought, and never more than there is.

    `whole`: so long, and with so many families, that all of it must have happened; a short year
    shows what it has.
    """
    places = caring.places
    never = () if places.full_on else ("nooit waren alle plekken bezet",)
    found = [
        Check("met een eerste dag schuiven stappen en berichten mee", caring.moved,
              tuple(caring.left_behind)),
        Check("opvangplekken waren vol, en gezinnen wachtten", len(places.waited), never),
        await _places(world, places),
    ]  # fmt: skip
    return [one for one in found if whole or one.looked_at]


async def _places(world: World, places: Places) -> Check:
    """Never more places in a month than there are, nor more money; and what is kept is the same."""
    town = world.core.house.municipality.id
    async with world.core.database.reading() as tx:
        kept = await grants.of_programme(tx, town, CHILDCARE)
    told = Counter(
        (one.what.first[0] * 12 + one.what.first[1] - 1, one.what.months, one.what.cents)
        for one in kept
    )
    made = Counter((one.first, one.months, one.cents) for one in places.of.values())
    other = [f"bewaard {told[one]}, gegeven {made[one]}: {one}" for one in told | made
             if told[one] != made[one]]  # fmt: skip
    what = f"nooit meer dan {places.quota} opvangplekken in een maand, en geld genoeg"
    return Check(what, len(places.of), (*places.over, *other))


def _caps(world: World, unasked: Mapping[int, Sequence[float]], sent: int) -> Check:
    """No family got more in seven days than the municipality allows."""
    most, wrong = world.core.house.municipality.reminders.weekly_cap, []
    for family, moments in unasked.items():
        for start in moments:
            week = [one for one in moments if start <= one < start + _WEEK]
            if len(week) > most:
                wrong.append(f"gezin {family}: {len(week)} in een week")
                break
    return Check(f"hoogstens {most} ongevraagde berichten per week", sent, tuple(wrong))


async def _tasks(world: World, count: Count) -> Check:
    """Every open task has an open handoff, and two people who work there."""
    staff = {person.id for person in world.core.house.municipality.people}
    wrong, looked = [], 0
    async with world.core.database.reading() as tx:
        for handoff_id in count.handoffs:
            found = await handoffs.get(tx, handoff_id)
            waiting = await tasks.waiting(tx, [handoff_id])
            looked += 1
            owned = found and {found.neighbourhood_worker, found.consultant} <= staff
            if waiting and not (found and found.state in OPEN and owned):
                wrong += [f"taak {task.id} ({task.kind})" for task in waiting]
    return Check("elke open taak heeft een open overdracht met mensen", looked, tuple(wrong))


async def _ledger(world: World, count: Count, last: date) -> Check:
    """Every number of every day is what the simulation made happen."""
    town = world.core.house.municipality.id
    async with world.core.database.reading() as tx:
        rows = await tallies.until(tx, town, last + timedelta(days=366))
    told = {(row.day, row.what): row.number for row in rows if row.number}
    made = {(row.day, row.what): row.number for row in count.rows()}
    wrong = [
        f"{day} {what}: geteld {told.get((day, what), 0)}, gebeurd {made.get((day, what), 0)}"
        for day, what in sorted(told.keys() | made.keys())
        if told.get((day, what)) != made.get((day, what))
    ]
    return Check("elke telling van elke dag klopt", len(made), tuple(wrong))


async def _letters(world: World, count: Count, last: date) -> Check:
    """The letter of every half year says what the simulation counted."""
    council, rows = Council(world.core.database, world.core.house), count.rows()
    wrong, looked, today = [], 0, world.today
    for span in _half_years(last):
        offered = running(world.core.house.municipality, span)
        told, made = await council.report(span), report(rows, span, today, offered)
        looked += sum(one.number is not None for b in made.blocks for one in b.figures)
        if told != made:
            wrong.append(f"{span.first} tot en met {span.last}")
    return Check("de raadsbrief zegt wat er gebeurde", looked, tuple(wrong))


def _half_years(last: date) -> list[Span]:
    return cells(Span(date(last.year, 1, 1), last), 6)
