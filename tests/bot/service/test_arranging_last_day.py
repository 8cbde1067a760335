"""Steps with a last day: she hears of it in time, her people before it is past, each time anew."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime

import pytest

from storage import tasks
from tests.bot.service.test_arranging import lines
from tests.bot.service.test_arranging_silent import Arranged, arranged

OFFER, CHANGE = "Je kreeg een plek aangeboden", "Er veranderde iets in je werk"


@pytest.fixture
async def her() -> AsyncIterator[Arranged]:
    async with arranged() as one:
        await one.desk.tick(one.handoff, one.person, one.number, "digid")
        yield one


async def on_desk(her: Arranged) -> list[tuple[str, date]]:
    """What her people must help with before its last day."""
    zone = her.sim.house.calendar.zone
    async with her.sim.database.reading() as tx:
        found = await tasks.waiting(tx, [her.handoff])
    return [
        (str((one.body or {})["words"]), datetime.fromtimestamp(one.due_at or 0, zone).date())
        for one in found
        if one.kind == "childcare_last_day"
    ]


async def days(her: Arranged, **on: date) -> None:
    await her.desk.set_days(her.handoff, her.person, her.number, on)


async def test_she_hears_a_week_before_and_her_people_two_working_days(her: Arranged) -> None:
    await days(her, offer_on=date(2026, 12, 1), changed_on=date(2026, 12, 1))
    await her.until(date(2026, 12, 8))
    assert her.days(OFFER) == [date(2026, 12, 4)]
    assert "vóór vrijdag 11 december" in her.heard[0][1]
    assert await on_desk(her) == []
    await her.until(date(2026, 12, 9))
    assert await on_desk(her) == [("Antwoord op het aanbod van de opvang", date(2026, 12, 11))]
    await her.until(date(2026, 12, 22))
    assert her.days(CHANGE) == [date(2026, 12, 22)]
    assert len(await on_desk(her)) == 1
    await her.until(date(2026, 12, 23))  # the town is closed from the 24th up to the 28th
    assert ("Verandering doorgegeven aan Toeslagen", date(2026, 12, 29)) in await on_desk(her)
    await her.until(date(2027, 1, 10))
    assert (len(her.days(OFFER)), len(her.days(CHANGE))) == (1, 1)  # never when it is past


async def test_with_less_left_she_hears_as_early_as_can_be(her: Arranged) -> None:
    await days(her, offer_on=date(2026, 11, 16))  # the last day is Thursday
    await her.until(date(2026, 11, 26))
    assert her.days(OFFER) == [date(2026, 11, 24)]
    assert [last for _, last in await on_desk(her)] == [date(2026, 11, 26)]


async def test_what_is_past_is_not_asked_but_told_to_her_people(her: Arranged) -> None:
    await days(her, offer_on=date(2026, 11, 13))
    await her.until(date(2026, 12, 1))
    assert her.days(OFFER) == []
    assert len(await on_desk(her)) == 1


async def test_not_yet_is_asked_again_before_her_people_hear(her: Arranged) -> None:
    await days(her, offer_on=date(2026, 12, 1))
    await her.until(date(2026, 12, 4))
    await lines(her.sim, "mij: [Nog niet]")
    await her.until(date(2026, 12, 8))
    assert her.days(OFFER) == [date(2026, 12, 4), date(2026, 12, 8)]
    await lines(her.sim, "mij: [Ja, gelukt]")
    await her.until(date(2026, 12, 12))
    assert await on_desk(her) == []


async def test_also_when_reminders_are_off_her_people_hear_it(her: Arranged) -> None:
    await lines(her.sim, "mij: geen herinneringen meer")
    await days(her, offer_on=date(2026, 12, 1))
    await her.until(date(2026, 12, 9))
    assert her.days(OFFER) == []
    assert len(await on_desk(her)) == 1


async def test_another_last_day_is_another_task(her: Arranged) -> None:
    await days(her, offer_on=date(2026, 12, 1))
    await her.until(date(2026, 12, 9))
    await her.desk.set_day(her.handoff, her.person, her.number, "offer", date(2026, 12, 18))
    assert await on_desk(her) == []
    await her.until(date(2026, 12, 16))
    assert [last for _, last in await on_desk(her)] == [date(2026, 12, 18)]


async def test_a_town_says_how_long_before(her: Arranged) -> None:
    town = her.sim.house.municipality
    early = [replace(one, heard_before={"changes": 14}) for one in town.programmes]
    object.__setattr__(her.sim.house, "municipality", replace(town, programmes=tuple(early)))
    await days(her, changed_on=date(2026, 12, 1))
    await her.until(date(2026, 12, 30))
    assert her.days(CHANGE) == [date(2026, 12, 15)]


@pytest.mark.parametrize(
    ("name", "words", "asked"),
    [
        ("changed_on", CHANGE, [date(2026, 12, 22), date(2027, 2, 22)]),
        ("offer_on", OFFER, [date(2026, 12, 4), date(2027, 2, 4)]),
    ],
)
async def test_every_change_and_every_offer_is_asked_anew(
    her: Arranged, name: str, words: str, asked: list[date]
) -> None:
    await days(her, **{name: date(2026, 12, 1)})
    await her.until(asked[0])
    await lines(her.sim, "mij: [Ja, gelukt]")
    await her.until(date(2027, 1, 30))
    assert await on_desk(her) == []
    await days(her, **{name: date(2027, 2, 1)})
    await her.until(asked[1])
    assert her.days(words) == asked
    await her.until(date(2027, 2, 26))
    assert len(await on_desk(her)) == 1
    await her.desk.tick(her.handoff, her.person, her.number, _step(name))
    assert await on_desk(her) == []


def _step(name: str) -> str:
    return {"changed_on": "changes", "offer_on": "offer"}[name]


async def test_what_stays_as_it_was_stays_done(her: Arranged) -> None:
    await days(her, changed_on=date(2026, 12, 1))
    await her.desk.tick(her.handoff, her.person, her.number, "changes")
    await days(her, changed_on=date(2026, 12, 1), first_day=date(2027, 3, 8))
    (sheet,) = await her.desk.sheets(her.handoff, her.person)
    (step,) = [due for due in sheet.steps if due.step.id == "changes"]
    assert step.done_on == date(2026, 11, 23)


async def test_a_day_by_hand_was_for_the_first_offer(her: Arranged) -> None:
    await days(her, offer_on=date(2026, 12, 1), changed_on=date(2026, 12, 1))
    for step in ("offer", "changes"):
        await her.desk.set_day(her.handoff, her.person, her.number, step, date(2026, 12, 7))
    await days(her, offer_on=date(2027, 2, 1), changed_on=date(2027, 2, 1))
    (sheet,) = await her.desk.sheets(her.handoff, her.person)
    its = {due.step.id: due.on for due in sheet.steps}
    assert (its["offer"], its["changes"]) == (date(2027, 2, 11), date(2027, 3, 1))
