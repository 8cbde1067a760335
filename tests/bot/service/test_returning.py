"""Reminders on again, by her or after an alarm: what was withheld meanwhile comes after all."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date

import pytest

from bot.service.plans import planned
from bot.service.tandem import Tandem
from casework import plans
from storage import reminders, sessions
from tests.bot.service.test_alarms import DEATH
from tests.bot.service.test_arranging import lines
from tests.bot.service.test_arranging_silent import DIGID, Arranged, arranged
from tests.bot.service.test_tips import ASK

OFF = "mij: stop herinneringen"
WAYS = ("mij: herinneringen aan", "release")
TIP, GOAL, FIRST_DAYS = ". Een tip", "Hoe ging het met:", "een paar dagen naar de opvang"


@pytest.fixture
async def her() -> AsyncIterator[Arranged]:
    async with arranged() as one:
        yield one


async def away(her: Arranged, way: str, until: date) -> None:
    """Her reminders are off, or frozen after an alarm, until this evening; then on again."""
    await lines(her.sim, OFF if way != "release" else f"mij: {DEATH}")
    await her.until(until)
    if way != "release":
        await lines(her.sim, way)
    else:
        await Tandem(her.sim.database, her.sim.house).release(her.handoff, her.person)


@pytest.mark.parametrize("way", WAYS)
async def test_a_step_of_childcare_is_asked_after_all(her: Arranged, way: str) -> None:
    await her.until(date(2027, 1, 10))
    await away(her, way, date(2027, 2, 10))  # DigiD was due on 18 January
    assert her.days(DIGID) == []
    await her.until(date(2027, 2, 19))
    assert her.days(DIGID) == [date(2027, 2, 11), date(2027, 2, 18)]


async def test_what_she_asked_to_be_asked_again_is(her: Arranged) -> None:
    await her.until(date(2027, 1, 18))
    await lines(her.sim, "mij: [Nog niet]")
    await away(her, WAYS[0], date(2027, 2, 1))
    await her.until(date(2027, 2, 3))
    assert her.days(DIGID) == [date(2027, 1, 18), date(2027, 2, 2)]


async def test_what_she_answered_meanwhile_is_not_asked_again(her: Arranged) -> None:
    await her.until(date(2027, 1, 18))
    await lines(her.sim, OFF)
    await her.until(date(2027, 1, 26))  # what would have been asked on the 25th was withheld
    await lines(her.sim, "mij: [Hulp graag]", "mij: herinneringen aan")
    await her.until(date(2027, 2, 20))
    assert her.days(DIGID) == [date(2027, 1, 18)]


async def test_what_would_not_be_true_any_more_stays_unsaid(her: Arranged) -> None:
    await her.until(date(2027, 1, 10))
    await away(her, WAYS[0], date(2027, 3, 20))  # "a few days" were over on 11 March
    await her.until(date(2027, 4, 20))
    assert her.days(FIRST_DAYS) == []
    assert her.days("Wennen helpt") == her.days("Vandaag is de eerste dag") == []


@pytest.mark.parametrize("way", WAYS)
async def test_tips_go_on_where_they_stopped(her: Arranged, way: str) -> None:
    await lines(her.sim, *ASK)
    await her.until(date(2026, 12, 2))
    assert her.days(TIP) == [date(2026, 11, 24), date(2026, 12, 1)]
    await away(her, way, date(2026, 12, 28))
    await her.until(date(2027, 1, 6))
    assert her.days(TIP)[2:] == [date(2026, 12, 29), date(2027, 1, 5)]
    said = [text.partition(TIP)[2] for _, text in her.heard if TIP in text]
    assert len(said) == len(set(said)) == 4


async def test_who_had_enough_of_tips_meanwhile_gets_none(her: Arranged) -> None:
    await lines(her.sim, *ASK)
    await her.until(date(2026, 12, 2))
    await lines(her.sim, OFF)
    await her.until(date(2026, 12, 28))
    await lines(her.sim, "mij: [Geen tips meer]", "mij: herinneringen aan")
    await her.until(date(2027, 1, 17))
    assert len(her.days(TIP)) == 2


async def begun(her: Arranged) -> None:
    """Coaching began on 26 November."""
    offer = ("tandem: biedt 2026-11-26 10:00 thuis", "mij: [do 26 november 10:00]")
    held = ("tijd: 2026-11-26 11:00", "tandem: geweest", "tandem: uitkomst start")
    await lines(her.sim, *offer, "mij: [In de ochtend]", *held, "mij: elke avond wandelen")


@pytest.mark.parametrize("way", WAYS)
async def test_how_her_small_goal_went_is_asked_after_all(her: Arranged, way: str) -> None:
    await begun(her)
    await away(her, way, date(2026, 12, 29))
    assert her.days(GOAL) == []
    await her.until(date(2026, 12, 31))
    assert her.days(GOAL) == [date(2026, 12, 30)]


async def test_how_it_goes_is_asked_late_with_the_months_of_that_day(her: Arranged) -> None:
    await begun(her)
    await away(her, WAYS[0], date(2027, 6, 10))  # planned for 26 February, after three months
    await her.until(date(2027, 6, 20))
    assert len(her.days("We zijn nu 6 maanden samen bezig.")) == 1


@pytest.mark.parametrize(("day", "comes"), [(date(2027, 1, 20), True), (date(2027, 2, 20), False)])
async def test_words_about_their_own_day_come_back_only_while_they_are_true(
    her: Arranged, day: date, comes: bool
) -> None:
    calendar = her.sim.house.calendar
    again, _ = plans.plan_again(date(2027, 1, 18), calendar, topic="child_package:1", args={})
    async with her.sim.database.writing() as tx:
        handoff = await her.sim.handoff()
        assert handoff
        talk = await sessions.by_family(tx, handoff.family_id)
        assert talk
        await reminders.plan(tx, [planned(talk.id, again)], 1.0)
    await away(her, WAYS[0], day)
    async with her.sim.database.reading() as tx:
        rows = await reminders.of_kinds(tx, [talk.id], [again.kind])
    found = [row.wall for row in rows.get(talk.id, [])]
    assert found == (["2027-01-21T10:00"] if comes else [])
