"""A step of hers that she does not answer: asked again a few times, then her people hear it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest

from bot.service.arranging.desk import Childcare
from bot.simulation import Simulation
from casework.childcare import MOST_ASKED
from storage import reminders, sessions, tasks
from tests.bot.service.test_arranging import TOLD, dordrecht, lines

DIGID = "Werkt jouw DigiD?"


@dataclass
class Arranged:
    """A family whose people arrange childcare by benefit, from 1 March on."""

    sim: Simulation
    desk: Childcare
    handoff: str
    person: str
    number: int
    heard: list[tuple[date, str]] = field(default_factory=list)

    async def until(self, day: date) -> None:
        """Live on; what she gets is remembered."""
        zone = self.sim.house.calendar.zone
        async for moment, sent in self.sim.moves(
            datetime(day.year, day.month, day.day, 20, tzinfo=zone)
        ):
            wall = self.sim.house.calendar.wall(moment)
            self.heard += [(wall.date(), out.message.text) for out in sent if not out.close]

    def days(self, words: str) -> list[date]:
        """When she was told this."""
        return [day for day, text in self.heard if words in text]

    async def silent(self) -> list[str]:
        """The steps that stand on the desk because she said nothing."""
        async with self.sim.database.reading() as tx:
            found = await tasks.waiting(tx, [self.handoff])
        return [str((one.body or {})["words"]) for one in found if one.kind == "childcare_silent"]

    async def states(self, part: str, *, hers: bool = False) -> list[str]:
        """When the reminders whose key has this in it come; `hers`: not those to her people."""
        async with self.sim.database.reading() as tx:
            handoff = await self.sim.handoff()
            assert handoff
            talk = await sessions.by_family(tx, handoff.family_id)
            assert talk
            kinds = ("childcare_step",) if hers else ("childcare_step", "childcare_due")
            found = await reminders.of_kinds(tx, [talk.id], kinds)
        return [row.wall for row in found.get(talk.id, []) if part in row.key]


@asynccontextmanager
async def arranged() -> AsyncIterator[Arranged]:
    """Her, with what is not about silence done."""
    async with dordrecht() as sim:
        await lines(sim, *TOLD)
        handoff = await sim.handoff()
        assert handoff
        desk, me = Childcare(sim.database, sim.house), handoff.neighbourhood_worker
        number = await desk.begin(handoff.id, me, "x")
        await desk.set_days(handoff.id, me, number, {"first_day": date(2027, 3, 1)})
        await desk.choose(handoff.id, me, number, "A")
        for step in ("contract", "provider_talk", "benefit", "direct_payment", "quote"):
            await desk.tick(handoff.id, me, number, step)
        yield Arranged(sim, desk, handoff.id, me, number)


@pytest.fixture
async def her() -> AsyncIterator[Arranged]:
    async with arranged() as one:
        yield one


async def test_what_she_does_not_answer_is_asked_again_and_then_told(her: Arranged) -> None:
    await her.until(date(2027, 2, 7))
    asked = her.days(DIGID)
    assert asked == [date(2027, 1, 18), date(2027, 1, 25), date(2027, 2, 1)]
    assert len(asked) == MOST_ASKED
    assert await her.silent() == []
    await her.until(date(2027, 2, 12))
    assert await her.silent() == ["DigiD werkt"]
    await her.until(date(2027, 4, 30))
    assert her.days(DIGID) == asked
    await her.desk.tick(her.handoff, her.person, her.number, "digid")
    assert "DigiD werkt" not in await her.silent()


@pytest.mark.parametrize("says", ["[Ja, gelukt]", "[Hulp graag]"])
async def test_an_answer_ends_it(her: Arranged, says: str) -> None:
    await her.until(date(2027, 1, 26))
    await lines(her.sim, f"mij: {says}")
    await her.until(date(2027, 2, 26))
    assert len(her.days(DIGID)) == 2
    assert "DigiD werkt" not in await her.silent()


async def test_later_is_a_new_week_and_then_silence_counts_anew(her: Arranged) -> None:
    await her.until(date(2027, 1, 18))
    await lines(her.sim, "mij: [Nog niet]")
    await her.until(date(2027, 2, 20))
    assert her.days(DIGID) == [
        date(2027, 1, 18), date(2027, 1, 25), date(2027, 2, 1), date(2027, 2, 8),
    ]  # fmt: skip
    assert await her.silent() == ["DigiD werkt"]


async def test_a_tick_of_her_people_ends_it_without_a_word(her: Arranged) -> None:
    await her.until(date(2027, 1, 19))
    assert await her.states(":digid:")
    await her.desk.tick(her.handoff, her.person, her.number, "digid")
    assert await her.states(":digid:") == []
    await her.until(date(2027, 2, 8))
    assert not any("al geregeld" in text for _, text in her.heard)


async def test_another_day_for_the_step_moves_what_is_asked_again(her: Arranged) -> None:
    await her.until(date(2027, 1, 19))
    await her.desk.set_day(her.handoff, her.person, her.number, "digid", date(2027, 2, 10))
    await her.until(date(2027, 2, 18))
    assert her.days(DIGID) == [date(2027, 1, 18), date(2027, 2, 10), date(2027, 2, 17)]


async def test_when_reminders_are_off_her_people_still_hear_it(her: Arranged) -> None:
    await her.until(date(2027, 1, 19))
    await lines(her.sim, "mij: geen herinneringen meer")
    await her.until(date(2027, 2, 9))
    assert len(her.days(DIGID)) == 1
    assert await her.silent() == ["DigiD werkt"]


async def test_a_message_for_the_eve_is_not_planned_for_the_day_itself(her: Arranged) -> None:
    """It was dropped as late, planned for the Sunday, dropped there, planned for the day itself."""
    await her.until(date(2027, 2, 26))
    assert await her.states(":bag:") == ["2027-02-27T10:00"]
    zone = her.sim.house.calendar.zone
    her.sim.clock.set(datetime(2027, 2, 27, 21, tzinfo=zone))  # the service stood still that day
    await her.sim.reminders.tick()
    assert await her.states(":bag:") == []
    for hours in (0, 12):
        her.sim.clock.set(her.sim.clock.now() + timedelta(hours=hours))
        await her.desk.note(her.handoff, her.person, her.number, {})
        await her.desk.tick(her.handoff, her.person, her.number, "decision", done=False)
        assert await her.states(":bag:") == []
    assert await her.states(":first_day:") == ["2027-03-01T08:30"]


async def test_benefit_is_asked_once_a_day_and_never_after_its_stop(her: Arranged) -> None:
    """Words that were dropped came back together, also when it was lost already."""
    sim, desk = her.sim, her.desk
    zone = sim.house.calendar.zone
    await desk.tick(her.handoff, her.person, her.number, "benefit", done=False)
    for day, planned in ((date(2027, 5, 14), 1), (date(2027, 6, 10), 0)):
        sim.clock.set(datetime(day.year, day.month, day.day, 12, tzinfo=zone))
        await sim.reminders.tick()
        await desk.tick(her.handoff, her.person, her.number, "decision", done=False)
        rows = await her.states("benefit", hers=True)
        assert len([row for row in rows if row > day.isoformat()]) == planned
