"""Many open streams and slow sockets at once, and what a page costs beside them."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from time import perf_counter

from tests.bot.desk.live.browsers import WAIT, Stream, Visitor
from tests.bot.desk.standin import OURS

FAMILY = f"/overdracht/{OURS}"


@dataclass(frozen=True)
class Found:
    """Seconds that each page took, how many streams heard the news, and after how long the last."""

    pages: list[float]
    heard: int
    last_heard: float


async def crowd(url: str, *, streams: int, slow: int, pages: int, each: int) -> Found:
    """`each`: streams of one person. Half of the slow ones never read, half never finish asking."""
    ruud = await Visitor(url).enter("ruud")
    people = [await Visitor(url).enter("sanne") for _ in range(-(-streams // each))]
    async with AsyncExitStack() as opened:
        waiting = [Stream(people[n % len(people)], f"/leven?blad={n}") for n in range(streams)]
        for one in waiting:
            await opened.enter_async_context(one)
            assert await one.event()
        for n in range(slow):
            writer = await (ruud.dawdle() if n % 2 else ruud.look_away("/static/desk.css"))
            opened.callback(writer.close)
        took = [await _page(ruud, "/" if n % 2 else FAMILY) for n in range(pages)]
        await ruud.send(FAMILY + "/oppakken")
        began = perf_counter()
        news = [asyncio.wait_for(one.event(), WAIT) for one in waiting]
        heard = [found for found in await asyncio.gather(*news) if found["event"] == "anders"]
        return Found(took, len(heard), perf_counter() - began)


async def _page(who: Visitor, path: str) -> float:
    began = perf_counter()
    answer = await who.ask(path)
    assert answer.status == 200
    return perf_counter() - began
