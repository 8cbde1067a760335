"""Nobody is erased in the middle of something; and nothing keeps anybody for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.service.arranging import desk as arranging
from bot.service.arranging.desk import Childcare
from bot.service.clock import SetClock
from bot.service.core import house_of
from bot.service.lasting import kept_of
from bot.service.programmes.coaching.desk import Coaching
from bot.service.retaining import Retaining
from casework.budget import Grant
from casework.municipality import Municipality
from casework.retention import Act
from storage import desk, erasure, tasks
from storage.handoffs import Handoff
from storage.lasting import Childcare as Arrangement
from storage.retention import Row
from tests.bot.service.rig import Rig
from tests.bot.service.test_coaching import started
from tests.bot.service.test_talks import sent_in

TERM = timedelta(days=90)
CHILDCARE = "contract", "benefit", "provider_talk", "quote", "request", "decision"


@pytest.fixture
def keeping(rig: Rig) -> Retaining:
    """The terms over this line."""
    return Retaining(rig.core.database, rig.core.house, rig.core.turns.wake)


async def goes_by(rig: Rig, keeping: Retaining, until: date, every: int = 7) -> None:
    """Time goes by in steps of so many days; her people do what is to be done, and close it."""
    while (left := (until - rig.core.house.today()).days) > 0:
        await rig.later(days=min(every, left))
        await all_done(rig)
        await keeping.tick()
        await rig.settle()


async def all_done(rig: Rig) -> None:
    """Whatever was open on the desk is ticked off."""
    async with rig.core.database.writing() as tx:
        lines = await desk.lines(tx, "dordrecht", states=("new", "claimed", "closed"))
        for task in await tasks.waiting(tx, [line.handoff.id for line in lines]):
            await tasks.done(tx, task.id, "sanne", rig.clock.now().timestamp())


async def gone(rig: Rig, handoff: Handoff) -> bool:
    """Whether the family of this handoff was erased."""
    async with rig.core.database.reading() as tx:
        return await erasure.is_gone(tx, handoff.family_id)


async def taken_up(rig: Rig) -> Handoff:
    """She sent everything, and Sanne took it up."""
    handoff = await sent_in(rig)
    await rig.core.tandem.claim(handoff.id, "sanne")
    return handoff


async def begun(rig: Rig, handoff: Handoff, first: date, way: str) -> tuple[Childcare, int]:
    """Childcare from this day on, paid in this way."""
    care = Childcare(rig.core.database, rig.core.house)
    number = await care.begin(handoff.id, "sanne", "x")
    await care.set_days(handoff.id, "sanne", number, {"first_day": first})
    assert await care.choose(handoff.id, "sanne", number, way) is None
    return care, number


def heard(rig: Rig, words: str) -> list[str]:
    """What she was told with these words in it."""
    return [one.text for one in rig.post.to("1") if words in one.text]


async def test_childcare_of_next_year_keeps_her_until_its_last_day_and_a_term_longer(
    rig: Rig, keeping: Retaining
) -> None:
    handoff = await taken_up(rig)
    await begun(rig, handoff, date(2027, 4, 1), "A")
    await goes_by(rig, keeping, date(2027, 3, 1), every=28)
    await goes_by(rig, keeping, date(2027, 3, 12))
    assert not await gone(rig, handoff)
    assert heard(rig, "het contract met de opvang")
    last = date(2027, 7, 1)  # childcare benefit of the first months can be asked until then
    await goes_by(rig, keeping, last + TERM, every=28)
    assert not await gone(rig, handoff)
    await goes_by(rig, keeping, last + TERM + timedelta(days=2))
    assert await gone(rig, handoff)


async def test_a_running_place_keeps_her_until_it_is_over(rig: Rig, keeping: Retaining) -> None:
    handoff = await started(rig)
    care, number = await begun(rig, handoff, date(2026, 9, 1), "E")
    place = Grant((2026, 9), 12, 120_000)
    assert await care.give(handoff.id, "sanne", number, place, "p") is None
    for step in CHILDCARE:
        await care.tick(handoff.id, "sanne", number, step)
    await Coaching(rig.core.database, rig.core.house).end(handoff.id, "sanne", mistake=False)
    last = date(2027, 8, 31)
    await goes_by(rig, keeping, last + TERM, every=28)
    assert not await gone(rig, handoff)
    await goes_by(rig, keeping, last + TERM + timedelta(days=2))
    assert await gone(rig, handoff)


async def test_childcare_without_a_day_keeps_her_until_people_close_it(
    rig: Rig, keeping: Retaining
) -> None:
    handoff = await taken_up(rig)
    await Childcare(rig.core.database, rig.core.house).begin(handoff.id, "sanne", "x")
    await goes_by(rig, keeping, date(2027, 3, 1), every=28)
    assert not await gone(rig, handoff)
    await rig.core.room.handling.close(handoff.id, "sanne", "helped", "y")
    await goes_by(rig, keeping, date(2027, 7, 1), every=28)
    assert await gone(rig, handoff)


async def test_coaching_keeps_her_until_it_ends(rig: Rig, keeping: Retaining) -> None:
    handoff = await started(rig)
    await goes_by(rig, keeping, date(2026, 9, 8), every=30)
    asked = len(heard(rig, "3 maanden samen"))
    await goes_by(rig, keeping, date(2026, 9, 12), every=1)
    assert len(heard(rig, "3 maanden samen")) == asked + 1
    await goes_by(rig, keeping, date(2027, 1, 20), every=30)  # more than a term after she was asked
    assert not await gone(rig, handoff)
    await Coaching(rig.core.database, rig.core.house).end(handoff.id, "sanne", mistake=False)
    await goes_by(rig, keeping, date(2027, 1, 20) + TERM - timedelta(days=1), every=30)
    assert not await gone(rig, handoff)
    await goes_by(rig, keeping, date(2027, 1, 20) + TERM + timedelta(days=1))
    assert await gone(rig, handoff)


async def test_coaching_that_nobody_ended_keeps_her_no_longer_than_a_year_of_silence(
    rig: Rig, keeping: Retaining
) -> None:
    handoff = await started(rig)
    await goes_by(rig, keeping, date(2027, 9, 1), every=28)
    assert not await gone(rig, handoff)
    await goes_by(rig, keeping, date(2027, 10, 15), every=28)
    assert await gone(rig, handoff)


async def test_a_tip_of_every_year_comes_and_keeps_her_no_longer(
    rig: Rig, keeping: Retaining
) -> None:
    handoff = await taken_up(rig)
    await rig.taps("Wat kan er nog")
    await rig.taps("Tips krijgen")
    await rig.taps("Ja, graag")
    while "Elk jaar graag" not in {one.label for one in rig.post.to("1")[-1].answers}:
        await rig.later(days=1)
        assert rig.core.house.today() < date(2026, 9, 1)
    tip, day = "Tot 18 jaar is de tandarts gratis", rig.core.house.today()
    await rig.taps("Elk jaar graag")
    told = len(heard(rig, tip))
    await goes_by(rig, keeping, day + timedelta(days=364), every=91)
    await goes_by(rig, keeping, day + timedelta(days=370), every=2)
    assert len(heard(rig, tip)) == told + 1
    assert not await gone(rig, handoff)
    await goes_by(rig, keeping, day + timedelta(days=370) + TERM, every=30)
    assert await gone(rig, handoff)


@pytest.mark.parametrize("spoke", [True, False])
async def test_a_call_is_the_last_that_happened(rig: Rig, keeping: Retaining, spoke: bool) -> None:
    handoff = await taken_up(rig)
    await goes_by(rig, keeping, date(2026, 8, 28), every=27)
    deeds, told = rig.core.room.handling, date(2026, 8, 28)
    await deeds.called(handoff.id, "sanne", spoke=spoke, note="", once="x")
    await goes_by(rig, keeping, told + TERM - timedelta(days=1), every=30)
    assert not await gone(rig, handoff)
    await goes_by(rig, keeping, told + TERM)
    assert await gone(rig, handoff)


async def test_a_message_of_her_people_is_too_but_not_one_that_was_taken_back(
    rig: Rig, keeping: Retaining
) -> None:
    one, two = await taken_up(rig), await sent_in(rig, "2")
    await rig.core.tandem.claim(two.id, "sanne")
    rig.clock.set(rig.clock.now() + timedelta(days=80))
    writing = rig.core.room.writing
    await writing.send(one.id, "sanne", "Tot dinsdag!", "x")
    draft = await writing.send(two.id, "sanne", "Tot dinsdag!", "y")
    assert await writing.take_back(two.id, "sanne", draft.id)
    await all_done(rig)
    rig.clock.set(rig.clock.now() + timedelta(days=15))
    assert (await keeping.tick()).ids(Act.ERASE) == [two.family_id]


async def test_whatever_runs_she_may_erase_it_all_at_once(rig: Rig) -> None:
    handoff = await started(rig)
    await begun(rig, handoff, date(2026, 9, 1), "E")
    await rig.says("alles wissen")
    await rig.taps("Ja, wis alles")
    assert await gone(rig, handoff)


async def test_a_day_that_was_typed_wrong_keeps_nobody_for_ever(
    rig: Rig, keeping: Retaining, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As days were taken before they were looked at."""
    monkeypatch.setattr(arranging, "unlikely", lambda *_: False)
    handoff = await taken_up(rig)
    await begun(rig, handoff, date(2207, 4, 1), "D")
    await goes_by(rig, keeping, date(2026, 12, 1), every=30)
    assert not await gone(rig, handoff)
    rig.clock.set(datetime(2031, 1, 1, 12, tzinfo=rig.clock.now().tzinfo))
    await all_done(rig)
    await keeping.tick()
    assert await gone(rig, handoff)


BORN = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = BORN + timedelta(days=30)
ROW = Row(
    "f", 1, BORN.timestamp(), True, None, 1, 0, None, None, 0, None, "on", 1, None,
    written_at=None, stepped_at=None, reminded_at=None, promised_at=None, asked_until=None,
    steps_until=None, paid_before=None, busy=0,
)  # fmt: skip


def care(way: str) -> list[Arrangement]:
    """Childcare from 1 March 2027, paid in this way."""
    return [Arrangement("f", "2026-11-23", "2027-03-01", way)]


@pytest.mark.parametrize(
    ("known", "last"),
    [
        ({}, BORN),
        ({"written_at": LATER.timestamp()}, LATER),
        ({"stepped_at": LATER.timestamp()}, LATER),
        ({"reminded_at": LATER.timestamp()}, LATER),
        ({"promised_at": LATER.timestamp()}, LATER),
        ({"asked_until": "2027-10-01"}, datetime(2027, 10, 1, 22, tzinfo=UTC)),  # its midnight
        ({"steps_until": "2027-03-27"}, datetime(2027, 3, 27, 23, tzinfo=UTC)),
        ({"paid_before": 2028 * 12 + 2}, datetime(2028, 2, 29, 23, tzinfo=UTC)),
        ({"childcare": care("")}, datetime(2027, 3, 1, 23, tzinfo=UTC)),
        ({"childcare": care("A")}, datetime(2027, 6, 1, 22, tzinfo=UTC)),
        ({"childcare": [*care("C"), *care("D")]}, datetime(2027, 8, 31, 22, tzinfo=UTC)),
    ],
)
def test_each_thing_that_lasts_moves_the_last_that_happens(
    town: Municipality, known: dict[str, Any], last: datetime
) -> None:
    house = house_of(town, SetClock(BORN), "http://stapje.test", team_bot=True)
    assert kept_of(replace(ROW, **known), house).last_at == last
