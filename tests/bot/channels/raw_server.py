"""A server of a few bytes on a real socket, and a client that is told to stop while it asks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
Ask = Callable[[str], Coroutine[None, None, object]]


@asynccontextmanager
async def server(handler: Handler) -> AsyncIterator[str]:
    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await handler(reader, writer)
        finally:
            writer.close()

    listening = await asyncio.start_server(connected, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}/bot1:token-canary/x"
    finally:
        listening.close()


async def check_stops(ask: Ask) -> None:
    """Cancel 200 calls about when their answer comes: each that could be told ends as told."""
    answered, ended = asyncio.Event(), 0

    async def answers(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(1000):
            writer.write(OK)
            answered.set()

    async with server(answers) as url:
        for number in range(200):
            answered.clear()
            asking = asyncio.create_task(ask(url))
            await answered.wait()
            for _ in range(number % 10):
                await asyncio.sleep(0)
            told = asking.cancel()
            await asyncio.wait([asking])
            assert asking.cancelled() == told
            ended += told
    assert ended
