"""Looking in over both databases: an hour, a reason, and who sees it: the tandem and the parent."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.desk.access.stored import LASTS, StoredGlass, StoredOversight
from bot.service import copies, rights
from bot.service.clock import SetClock
from storage import chain, erasure, handoffs, reads
from storage.database import Database
from tests.bot.desk import town
from tests.bot.desk.standin import NOW, OURS, THEIRS, VOICE
from tests.bot.desk.town import Desk

OUR_VOICE = OURS[0] + VOICE[1:]
REASON = "Zij belt mij, en Sanne is er niet"


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOW)


@pytest.fixture
async def desk(database: Database, clock: SetClock) -> Desk:
    made = town.desk(database, clock)
    async with database.writing() as tx:
        await town.family(tx, made, OURS)
        await town.family(tx, made, THEIRS, worker="marloes", consultant="farida")
    return made


def glass(desk: Desk) -> StoredGlass:
    return StoredGlass(desk.database, desk.house.clock)


async def family_of(desk: Desk, handoff_id: str = OURS) -> str:
    async with desk.database.reading() as tx:
        found = await handoffs.get(tx, handoff_id)
    assert found
    return found.family_id


async def looks(desk: Desk) -> list[tuple[str, str]]:
    family = await family_of(desk)
    async with desk.database.reading() as tx:
        return [(one.actor, one.what) for one in await reads.of_family(tx, family)]


async def test_it_opens_one_family_for_an_hour_and_each_look_is_logged(
    desk: Desk, clock: SetClock
) -> None:
    assert await desk.book.file("yusuf", OURS) is None
    assert await glass(desk).begin("yusuf", OURS, REASON)
    assert await desk.book.file("yusuf", OURS) is not None
    assert await desk.book.media("yusuf", OURS, OUR_VOICE) is not None
    assert await desk.book.file("yusuf", THEIRS) is None
    assert await desk.book.file("farida", OURS) is None  # it is hers alone
    clock.set(NOW + LASTS - timedelta(seconds=1))
    assert await desk.book.file("yusuf", OURS) is not None
    clock.set(NOW + LASTS)
    assert await desk.book.file("yusuf", OURS) is None
    assert not await glass(desk).lasts("yusuf", OURS)
    what = ["look_in", "summary", "attachment", "summary"]
    assert await looks(desk) == [("yusuf", one) for one in what]
    async with desk.database.reading() as tx:
        assert (await chain.verify(tx, emptied_until=0.0)).count == 4


async def test_logging_out_ends_it_everywhere(desk: Desk) -> None:
    await glass(desk).begin("yusuf", OURS, REASON)
    await glass(desk).begin("yusuf", THEIRS, REASON)
    await glass(desk).begin("farida", OURS, REASON)
    await glass(desk).end("yusuf")
    assert await desk.book.file("yusuf", OURS) is None
    assert await desk.book.file("yusuf", THEIRS) is None
    assert await desk.book.file("farida", OURS) is not None


async def test_deeds_stay_the_tandem_s(desk: Desk) -> None:
    await glass(desk).begin("yusuf", OURS, REASON)
    with pytest.raises(PermissionError):
        await desk.tandem.claim(OURS, "yusuf")


async def test_the_tandem_sees_it(desk: Desk) -> None:
    await glass(desk).begin("yusuf", OURS, REASON)
    (seen,) = await glass(desk).of_handoff(OURS)
    assert (seen.person, seen.reason, seen.at, seen.until) == ("yusuf", REASON, NOW, NOW + LASTS)
    assert await glass(desk).of_handoff(THEIRS) == []
    assert await glass(desk).of_handoff("nowhere") == []


async def test_the_parent_sees_who_and_why_in_her_copy(desk: Desk) -> None:
    await glass(desk).begin("yusuf", OURS, REASON)
    await desk.book.file("yusuf", OURS)
    await desk.book.file("sanne", OURS)
    family = await family_of(desk)
    async with desk.database.writing() as tx:
        await tx.execute(text("DELETE FROM inbox"))  # what stands there is no real message
        copy = await copies.of_family(tx, desk.house, family, NOW)
        readers = await rights.all_readers(tx, desk.house, family)
    assert copy is not None
    rows = {row["naam"]: row for row in copy["wie_keek"]}
    assert rows["Yusuf"]["reden"] == [REASON]
    assert rows["Yusuf"]["wat"] == ["keek mee, met een reden", "je antwoorden"]
    assert rows["Sanne"]["reden"] == []
    assert {one.name: one.why for one in readers} == {"Yusuf": (REASON,), "Sanne": ()}


async def test_her_own_people_need_no_reason(desk: Desk) -> None:
    assert await glass(desk).begin("sanne", OURS, REASON)
    assert await glass(desk).of_handoff(OURS) == []
    assert await looks(desk) == []


async def test_erasing_takes_the_reason_and_ends_it(desk: Desk) -> None:
    await glass(desk).begin("yusuf", OURS, REASON)
    async with desk.database.writing() as tx:
        assert await erasure.erase(tx, await family_of(desk), NOW.timestamp())
    assert not await glass(desk).lasts("yusuf", OURS)
    assert await glass(desk).of_handoff(OURS) == []
    assert not await glass(desk).begin("yusuf", OURS, REASON)
    assert await looks(desk) == [("yusuf", "look_in")]
    async with desk.database.reading() as tx:
        assert (await chain.verify(tx, emptied_until=0.0)).broken == ""


async def test_there_is_nothing_to_look_in_at_where_nobody_is(desk: Desk) -> None:
    assert not await glass(desk).begin("yusuf", "z" * 32, REASON)


async def test_the_coordinator_sees_counts_and_the_administrator_the_log(desk: Desk) -> None:
    await desk.book.file("sanne", OURS)
    await desk.tandem.claim(THEIRS, "farida")
    oversight = StoredOversight(desk.database, desk.house.municipality, desk.house.clock)
    loads = {one.person: (one.new, one.claimed) for one in await oversight.loads()}
    assert loads == {
        "sanne": (1, 0), "yusuf": (0, 0), "marloes": (0, 1), "ruud": (1, 0), "farida": (0, 1),
    }  # fmt: skip
    state = await oversight.operations()
    assert (state.looks, state.broken, state.notices) == (1, "", ())
