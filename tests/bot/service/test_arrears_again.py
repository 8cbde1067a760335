"""A reference that comes once more: the same signal, or arrears that began after it was closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.service.programmes.arrears import bringing, keeping
from bot.service.programmes.arrears.desk import Arrears
from casework.arrears import PROGRAMME, Outcome
from storage import contacts, requests
from tests.bot.service.rig import Rig
from tests.bot.service.test_arrears import BEGAN, ROW, brought


@pytest.fixture
def desk(rig: Rig) -> Arrears:
    return Arrears(rig.core.database, rig.core.house)


async def test_capitals_make_no_second_signal_also_of_what_was_kept_before(
    rig: Rig, desk: Arrears
) -> None:
    await brought(rig, desk)
    assert (await desk.take("sanne", [replace(ROW, reference="r-1")])).known == ["r-1"]
    old = replace(ROW, reference="Q-1", creditor="Trivire")
    async with rig.core.database.writing() as tx:  # before capitals were folded
        (home,) = await contacts.without_address(tx, 1, "dordrecht", 0.0)
        town = rig.core.house.municipality
        kept = keeping.new(tx, town, old, home, "sanne")
        *_, exact, _nameless = keeping.keys(tx, town.id, old)
        assert exact != kept.key
        await requests.add_all(tx, [replace(kept, key=exact)], 0.0)
    assert (await desk.take("sanne", [old])).known == ["Q-1"]


@pytest.mark.parametrize("outcome", [Outcome.NO_CONTACT, Outcome.CONTACT, Outcome.RUNNING])
async def test_what_is_owed_anew_after_it_was_closed_is_a_new_signal(
    rig: Rig, desk: Arrears, outcome: Outcome
) -> None:
    first = await brought(rig, desk)
    await desk.become(first.id, "sanne", "closed", 0, outcome)
    closed = date(2026, 6, 8)
    rig.clock.set(rig.clock.now() + timedelta(days=200))
    for day in (BEGAN, closed):  # the list that we had already, and what we knew when it closed
        assert (await desk.take("sanne", [replace(ROW, began=day)])).known == ["R-1"]
    again = replace(ROW, began=closed + timedelta(days=1))
    assert (await bringing.foreseen(rig.core.database, rig.core.house, [again])).new == [again]
    assert (await desk.take("sanne", [again])).new == [again]
    for row in (ROW, again, replace(ROW, began=closed + timedelta(days=30))):  # it is open now
        assert (await desk.take("sanne", [row])).known == ["R-1"]
    async with rig.core.database.reading() as tx:
        kept = await requests.of_programme(tx, "dordrecht", PROGRAMME)
    assert [(one.state, one.facts["began"]) for one in kept] == [
        ("closed", "2026-05-01"),
        ("signal", "2026-06-09"),
    ]


@pytest.mark.parametrize(
    ("state", "outcome"), [("declined", None), ("closed", Outcome.DECLINED), ("reached", None)]
)
async def test_a_no_stays_a_no_and_who_is_being_helped_is_known(
    rig: Rig, desk: Arrears, state: str, outcome: Outcome | None
) -> None:
    one = await brought(rig, desk)
    await desk.become(one.id, "sanne", state, 0, outcome)
    rig.clock.set(rig.clock.now() + timedelta(days=200))
    again = replace(ROW, began=date(2026, 11, 1))
    assert (await desk.take("sanne", [again])).known == ["R-1"]
