"""One-time links on both databases: one use, also when several try at once."""

from __future__ import annotations

import asyncio

import pytest

from storage import contacts, erasure, links, requests
from storage.database import Database
from storage.requests import NewRequest
from storage.schema_links import one_time_links
from tests.storage.families import TOWN, meet

CODE, LATER = "v-bcdf-ghjk-lmnp-qrst", 1_000.0


@pytest.fixture
async def number(database: Database) -> int:
    async with database.writing() as tx:
        (family_id,) = await contacts.without_address(tx, 1, TOWN, 1.0)
        new = NewRequest("k", TOWN, "early_arrears", family_id, "signal", "sanne", "rent")
        made = await requests.add(tx, new, 1.0)
        await links.make(tx, made.id, CODE, "sanne", 1.0, LATER)
    return made.id


async def test_a_code_is_found_as_often_as_one_looks_and_taken_once(
    database: Database, number: int
) -> None:
    async with database.writing() as tx:
        assert [await links.find(tx, CODE, 2.0) for _ in range(2)] == [number, number]
        assert await links.take(tx, CODE, 2.0) == number
        assert await links.take(tx, CODE, 2.0) is None
        assert await links.find(tx, CODE, 2.0) is None


async def test_of_eight_who_try_at_once_one_gets_it(database: Database, number: int) -> None:
    async def phone() -> int | None:
        async with database.writing() as tx:
            found = await links.take(tx, CODE, 2.0)
            await asyncio.sleep(0)
            return found

    came = await asyncio.gather(*(phone() for _ in range(8)))
    assert sorted(map(str, came)) == [str(number)] + ["None"] * 7


async def test_wrong_late_and_older_codes_lead_nowhere(database: Database, number: int) -> None:
    async with database.writing() as tx:
        assert await links.find(tx, "v-other", 2.0) is None
        assert await links.find(tx, CODE, LATER) is None
        await links.make(tx, number, "v-newer", "sanne", 3.0, LATER)
        assert await links.find(tx, CODE, 4.0) is None
        assert await links.take(tx, "v-newer", 4.0) == number


async def test_a_code_that_was_used_is_not_made_anew(database: Database, number: int) -> None:
    async with database.writing() as tx:
        await links.take(tx, CODE, 2.0)
        await links.make(tx, number, CODE, "sanne", 3.0, LATER)
        assert await links.find(tx, CODE, 4.0) is None


async def test_erasing_takes_the_links_along(database: Database, number: int) -> None:
    async with database.writing() as tx:
        one = await requests.get(tx, number)
        assert one
        assert await erasure.erase(tx, one.family_id, 2.0)
        assert await links.find(tx, CODE, 3.0) is None
        assert await tx.all(one_time_links.select()) == []


async def test_the_code_itself_is_nowhere_in_the_database(database: Database, number: int) -> None:
    async with database.reading() as tx:
        rows = await tx.all(one_time_links.select())
    assert len(rows) == 1
    assert CODE not in str([tuple(row) for row in rows])


async def test_a_way_home_is_for_a_family_without_a_conversation_and_once(
    database: Database, number: int
) -> None:
    async with database.writing() as tx:
        request = await requests.get(tx, number)
        assert request
        assert await links.home(tx, CODE, 2.0) == request.family_id
        assert await links.home(tx, CODE, 2.0) is None
        (parent,) = await meet(tx, "1")
        assert await requests.move(tx, request, parent.family_id)
        await links.make(tx, number, "g-x", "sanne", 2.0, LATER)
        assert await links.home(tx, "g-x", 3.0) is None
        assert await links.find(tx, "g-x", 3.0) == number  # and it is not used up
