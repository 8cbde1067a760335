"""One look for all open pages: what it notices, and what it does not do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field

from bot.desk.live.watch import Topic, Watch
from storage.trouble import TROUBLE

SOON = 0.005  # seconds between looks
LIST, FAMILY = Topic("sanne"), Topic("sanne", "h")


@dataclass
class Town:
    """A book that counts how often it was asked."""

    pulses: dict[str, str] = field(default_factory=lambda: {"": "a", "h": "1", "o": "1"})
    looks: int = 0
    stamps: int = 0
    away: bool = False

    async def pulse(self) -> Mapping[str, str]:
        self.looks += 1
        if self.away:
            raise TROUBLE[0]("away", None, Exception())
        return dict(self.pulses)

    async def stamp(self, person: str) -> str:
        self.stamps += 1
        return f"{person}:{self.pulses['']}"


async def until(stamps: AsyncIterator[str], wanted: str) -> None:
    async for stamp in stamps:
        if stamp == wanted:
            return


async def test_a_page_hears_of_a_change_and_of_its_own_family_only() -> None:
    town = Town()
    watch = Watch(town, SOON)
    async with aclosing(watch.follow(LIST)) as lists, aclosing(watch.follow(FAMILY)) as families:
        assert await anext(lists) == "sanne:a"
        assert await anext(families) == "1"
        town.pulses |= {"": "b", "o": "2"}
        await until(lists, "sanne:b")
        assert await anext(families) == "1"
        town.pulses |= {"": "c", "h": "2"}
        await until(families, "2")
        await until(lists, "sanne:c")


async def test_a_page_that_is_newer_than_the_last_look_hears_nothing_of_its_own_deed() -> None:
    town = Town()
    watch = Watch(town, SOON)
    async with aclosing(watch.follow(LIST)) as colleague:
        for _ in range(2):
            await anext(colleague)
        town.pulses |= {"": "b", "h": "2"}  # she pressed, and the page after it knows
        async with aclosing(watch.follow(FAMILY, "2")) as page:
            assert await anext(page) == "2"
        async with aclosing(watch.follow(FAMILY, "1")) as behind:  # what she missed comes
            await until(behind, "2")


async def test_a_hundred_pages_are_one_look() -> None:
    town = Town()
    watch = Watch(town, SOON)
    pages = [watch.follow(LIST) for _ in range(100)]
    await asyncio.gather(*(anext(page) for page in pages))
    assert watch.crowd == 100
    assert town.stamps <= 2  # one before the first look, one with it
    town.looks = 0
    for _ in range(3):
        await asyncio.gather(*(anext(page) for page in pages))
    assert town.looks <= 4
    for page in pages:
        await page.aclose()


async def test_nobody_looks_when_no_page_is_open() -> None:
    town = Town()
    watch = Watch(town, SOON)
    async with aclosing(watch.follow(LIST)) as lists:
        await anext(lists)
        await anext(lists)
    assert watch.crowd == 0
    looks = town.looks
    await asyncio.sleep(SOON * 10)
    assert town.looks == looks
    town.pulses[""] = "b"
    async with aclosing(watch.follow(LIST)) as lists:  # and again from the start
        assert await anext(lists) == "sanne:b"


async def test_while_storage_is_away_pages_wait_and_then_hear() -> None:
    town = Town()
    watch = Watch(town, SOON)
    async with aclosing(watch.follow(LIST)) as lists:
        await anext(lists)
        town.away = True
        town.pulses[""] = "b"
        for _ in range(3):
            assert await anext(lists) == "sanne:a"
        town.away = False
        await until(lists, "sanne:b")


async def test_a_look_that_breaks_ends_the_streams_and_does_not_leave_them_waiting() -> None:
    class Broken(Town):
        async def pulse(self) -> Mapping[str, str]:
            raise KeyError("a fault")

    watch = Watch(Broken(), SOON)
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
    assert [stamp async for stamp in watch.follow(LIST)] == ["sanne:a"]
    assert watch.crowd == 0
