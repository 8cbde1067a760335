"""The desk beside 500 open streams and 50 slow sockets, and how much its first page weighs.

Server and browsers share one process here, so the waits are longer than a server's own.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from bench.figures import Figure, percentile
from bot.desk.live.streams import Patience
from tests.acceptance.desk_served import Served
from tests.bot.desk.live.browsers import Visitor
from tests.bot.desk.live.crowd import FAMILY, crowd

STREAMS, SLOW, PAGES, EACH = 500, 50, 200, 100
LONGEST, HEAVIEST = 1.0, 40_000  # seconds, bytes


async def measure(folder: Path) -> list[Figure]:
    """Pages beside the crowd, how soon all streams hear the news, and the weight of a page."""
    served = await asyncio.to_thread(Served, folder, Patience(of_visit=EACH))
    try:
        weight = max([await weigh(served.url, path) for path in ("/", FAMILY, "/inloggen")])
        found = await crowd(served.url, streams=STREAMS, slow=SLOW, pages=PAGES, each=EACH)
    finally:
        await asyncio.to_thread(served.stop)
    beside = f"{STREAMS} streams, {SLOW} slow sockets; p50 {percentile(found.pages, 0.5):.3f} s"
    return [
        Figure("desk: p95 of a page, s", percentile(found.pages, 0.95), LONGEST, detail=beside),
        Figure("desk: streams that missed the news", STREAMS - found.heard, 0,
               detail=f"the last heard after {found.last_heard:.1f} s"),
        Figure("desk: heaviest first page, bytes", weight, HEAVIEST),
    ]  # fmt: skip


async def weigh(url: str, path: str) -> int:
    """Bytes on the wire of this page with all that it asks for."""
    sanne = await Visitor(url).enter("sanne")
    page = await sanne.ask(path)
    parts = [part.split('"')[0] for part in page.body.decode().split("/werkplek/static/")[1:]]
    found = [await sanne.ask(f"/static/{part}", accept_encoding="gzip") for part in parts]
    assert len(found) >= 3, "the page asks for less than it should"
    return page.size + sum(one.size for one in found)
