"""Streams over real sockets: what an event holds, coming back, logging out, a restart, a crowd."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.desk.live.streams import Patience
from tests.acceptance.desk_served import Served
from tests.bot.desk.live.browsers import Stream, Visitor
from tests.bot.desk.live.crowd import crowd
from tests.bot.desk.standin import OURS, THEIRS

FAMILY = f"/overdracht/{OURS}"
QUICK = Patience(look=0.05, beat=0.1)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    desk = Served(tmp_path, QUICK)
    yield desk
    desk.stop()


async def visitor(desk: Served, who: str = "sanne") -> Visitor:
    return await Visitor(desk.url).enter(who)


async def test_an_event_says_that_something_changed_and_nothing_else(served: Served) -> None:
    sanne, ruud = await visitor(served), await visitor(served, "ruud")
    async with Stream(sanne) as stream, Stream(sanne, FAMILY + "/leven?blad=2") as family:
        assert stream.headers["content-type"].startswith("text/event-stream")
        assert stream.headers["cache-control"] == "no-store"
        for one in (stream, family):
            assert set(await one.event()) == {"id", "retry"}
        assert (await ruud.send(FAMILY + "/oppakken")).status == 303
        for one in (stream, family):
            found = await one.event()
            assert (found["event"], found["data"]) == ("anders", "1")
            assert set(found) == {"event", "data", "id"}
            assert len(found["id"]) == 16


async def test_who_comes_back_hears_at_once_what_was_missed(served: Served) -> None:
    sanne, ruud = await visitor(served), await visitor(served, "ruud")
    async with Stream(sanne) as stream:
        known = (await stream.event())["id"]
    async with Stream(sanne, last=known) as stream:
        assert "event" not in await stream.event()
    await ruud.send(FAMILY + "/oppakken")
    async with Stream(sanne, last=known) as stream:
        assert (await stream.event())["event"] == "anders"
    async with Stream(sanne, f"/leven?na={known}") as stream:
        assert (await stream.event())["event"] == "anders"


async def test_it_survives_a_restart(tmp_path: Path) -> None:
    first = Served(tmp_path, QUICK)
    sanne = await visitor(first)
    async with Stream(sanne) as stream:
        known = (await stream.event())["id"]
        await asyncio.to_thread(first.stop)
        assert await stream.event() == {}
    second = Served(tmp_path, QUICK)
    try:
        again = await visitor(second)
        async with Stream(again, last=known) as stream:
            assert "event" not in await stream.event()  # nothing happened meanwhile
        await (await visitor(second, "ruud")).send(FAMILY + "/oppakken")
        async with Stream(again, last=known) as stream:
            assert (await stream.event())["event"] == "anders"
    finally:
        await asyncio.to_thread(second.stop)


async def test_signs_of_life_keep_it_open_and_do_not_keep_one_logged_in(served: Served) -> None:
    sanne = await visitor(served)
    async with Stream(sanne) as stream:
        await stream.event()
        for _ in range(3):
            assert "" in await stream.block()


async def test_logging_out_ends_the_stream_and_says_so(served: Served) -> None:
    sanne = await visitor(served)
    async with Stream(sanne) as stream:
        await stream.event()
        await sanne.send("/uitloggen")
        assert (await stream.event())["event"] == "weg"
        assert await stream.event() == {}
    async with Stream(sanne) as stream:
        assert stream.status == 401


async def test_a_tab_has_one_stream_and_a_person_a_few(served: Served) -> None:
    sanne = await visitor(served)
    async with AsyncExitStack() as opened:
        tabs = [await opened.enter_async_context(Stream(sanne, f"/leven?blad={n}"))
                for n in range(QUICK.of_visit)]  # fmt: skip
        for tab in tabs:
            assert await tab.event()
        again = await opened.enter_async_context(Stream(sanne, "/leven?blad=0"))
        assert again.status == 200
        assert await tabs[0].event() == {}
        more = await opened.enter_async_context(Stream(sanne, "/leven?blad=more"))
        assert more.status == 204  # a browser does not try that again


async def test_nobody_hears_of_a_family_of_others(served: Served) -> None:
    sanne = await visitor(served)
    for path in (f"/overdracht/{THEIRS}/leven", "/overdracht/nergens/leven"):
        async with Stream(sanne, path) as stream:
            assert stream.status == 404


async def test_a_crowd_and_slow_sockets_hold_nobody_up(served: Served) -> None:
    found = await crowd(served.url, streams=50, slow=10, pages=40, each=QUICK.of_visit)
    assert found.heard == 50
    assert sorted(found.pages)[int(len(found.pages) * 0.95)] <= 1.0


async def test_the_first_pages_are_light(served: Served) -> None:
    sanne = await visitor(served)
    for path in ("/", FAMILY, "/inloggen"):
        page = await sanne.ask(path)
        parts = [part.split('"')[0] for part in page.body.decode().split("/werkplek/static/")[1:]]
        assert len(parts) >= 3
        whole = page.size
        for part in parts:
            whole += (await sanne.ask(f"/static/{part}", accept_encoding="gzip")).size
        assert whole <= 40_000, (path, whole)
