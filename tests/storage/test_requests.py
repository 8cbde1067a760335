"""What is asked of a programme: kept once, changed by one at a time, with its history."""

from __future__ import annotations

from dataclasses import replace

from storage import requests
from storage.database import Database
from storage.requests import PARENT, NewRequest
from tests.storage.families import TOWN, meet


def asked(family_id: str, key: str = "q", **more: object) -> NewRequest:
    values: dict[str, object] = {"kind": "sport", "facts": {"club": "judo"}} | more
    return NewRequest(key, TOWN, "child_package", family_id, "asked", PARENT, **values)  # type: ignore[arg-type]  # the tests name real fields


async def test_a_repeat_of_the_same_request_is_one(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "x")
        first = await requests.add(tx, asked(parent.family_id), 1.0)
        again = await requests.add(tx, asked(parent.family_id, facts={"club": "dans"}), 2.0)
        assert again == first
        assert first.facts == {"club": "judo"}
        assert [step.state for step in await requests.steps(tx, first.id)] == ["asked"]


async def test_two_who_change_it_at_once_never_lose_a_change(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "x")
        seen = await requests.add(tx, asked(parent.family_id), 1.0)
    visit = replace(seen, state="visit", due_on="2026-12-01", facts={"club": "voetbal"})
    async with database.writing() as tx:
        assert await requests.save(tx, visit, "sanne", 2.0, was=seen.state)
        assert not await requests.save(tx, replace(seen, state="sent"), "mo", 3.0, was=seen.state)
        kept = await requests.get(tx, seen.id)
        assert kept == replace(visit, version=1, changed_at=2.0)
        steps = await requests.steps(tx, seen.id)
        assert [(step.state, step.by) for step in steps] == [("asked", PARENT), ("visit", "sanne")]


async def test_each_finds_its_own(database: Database) -> None:
    async with database.writing() as tx:
        one, other = await meet(tx, "x", "y")
        await requests.add(tx, asked(one.family_id, "1"), 1.0)
        await requests.add(tx, asked(other.family_id, "2"), 1.0)
        assert [r.key for r in await requests.of_family(tx, one.family_id)] == ["1"]
        found = await requests.of_programme(tx, TOWN, "child_package")
        assert [r.key for r in found] == ["1", "2"]
        assert not await requests.of_programme(tx, TOWN, "baby_package")
        assert await requests.get(tx, 99) is None
