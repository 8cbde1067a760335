"""Server-Sent Events for an open page: that something changed, never what.

An event carries the stamp of what there is now as its id, so that a page that comes back (a
restart, a train in a tunnel) tells with `Last-Event-ID` what it knows and hears at once what it
missed. A stream ends when the visit does, and then says so; without streams a page asks now and
then.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.responses import Response

from bot.desk.gate import Call
from bot.desk.live.streams import Live
from bot.desk.live.watch import Topic

CHANGED, GONE = "anders", "weg"  # events
RETRY = (2_000, 8_000)  # milliseconds, by chance: after a restart not all at once
LONGEST_NAME = 64
STOP = Response(status_code=204)  # tells a browser not to try again


async def of_list(call: Call) -> Response:
    """Whether this person's list changed."""
    return _stream(call, Topic(call.me))


async def of_family(call: Call) -> Response:
    """Whether something changed for this family."""
    return _stream(call, Topic(call.me, call.handoff.id))


def _stream(call: Call, topic: Topic) -> Response:
    live, query = call.desk.live, call.request.query_params
    tab = query.get("blad", "")[:LONGEST_NAME]
    if live is None or live.full(call.cookie, tab):
        return STOP
    known = call.request.headers.get("last-event-id") or query.get("na", "")

    def here() -> bool:
        return call.desk.visits.find(call.cookie, call.desk.clock.now(), awake=False) is not None

    events = _events(live, topic, known[:LONGEST_NAME], (call.cookie, tab), here)
    patience = live.patience
    return EventSourceResponse(events, ping=patience.beat, send_timeout=patience.slow)


async def _events(
    live: Live, topic: Topic, known: str, tab: tuple[str, str], here: Callable[[], bool]
) -> AsyncIterator[ServerSentEvent]:
    until = asyncio.get_running_loop().time() + live.patience.longest
    retry = secrets.choice(range(*RETRY))
    with live.place(*tab) as over:
        async with aclosing(live.watch.follow(topic, known)) as stamps:
            async for stamp in stamps:
                if not here():
                    yield ServerSentEvent(event=GONE, data="1")
                    return
                if over.is_set():
                    return
                if retry or stamp != known:
                    yield _news(stamp, known not in ("", stamp), retry)
                    known, retry = stamp, 0
                if asyncio.get_running_loop().time() >= until:
                    return


def _news(stamp: str, changed: bool, retry: int) -> ServerSentEvent:
    """What is there now; an id alone is remembered by the browser and does nothing else."""
    named = {"event": CHANGED, "data": "1"} if changed else {}
    return ServerSentEvent(id=stamp, retry=retry or None, **named)
