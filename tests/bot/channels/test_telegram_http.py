"""Never reached, or perhaps done: the client must know the difference, on a real socket."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram_http import NoAnswer, NotSent, TelegramHttp
from tests.bot.channels.raw_server import OK, check_stops, server


@pytest.fixture
async def http() -> AsyncIterator[TelegramHttp]:
    client = TelegramHttp()
    yield client
    await client.close()


async def test_an_answer_comes_with_its_status(http: TelegramHttp) -> None:
    async def answers(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1000)
        writer.write(OK)
        await writer.drain()

    async with server(answers) as url:
        assert await http.post(url, b"{}", 2.0) == (200, b"ok")
        assert await http.get(url, 2.0, 10) == (200, b"ok")


async def test_nobody_listens_is_not_sent(http: TelegramHttp) -> None:
    async def unused(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Nobody comes here."""

    async with server(unused) as url:
        pass
    with pytest.raises(NotSent) as raised:
        await http.post(url, b"{}", 2.0)
    assert "canary" not in repr(raised.value)
    assert raised.value.__cause__ is None


async def test_no_such_host_is_not_sent(http: TelegramHttp) -> None:
    too_long = "x" * 64  # no name can have it, so no name server is asked
    with pytest.raises(NotSent):
        await http.post(f"http://{too_long}.invalid/x", b"{}", 5.0)


@pytest.mark.parametrize(
    "answer",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf", b"nonsense\r\n\r\n"],
    ids=["hangs up", "half an answer", "no HTTP"],
)
async def test_a_line_cut_after_the_request_is_no_answer(http: TelegramHttp, answer: bytes) -> None:
    async def cuts(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1000)
        writer.write(answer)
        await writer.drain()

    async with server(cuts) as url:
        with pytest.raises(NoAnswer) as raised:
            await http.post(url, b"{}", 2.0)
        assert "canary" not in repr(raised.value)


async def test_silence_is_no_answer_after_its_time(http: TelegramHttp) -> None:
    async def waits(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()

    async with server(waits) as url:
        with pytest.raises(NoAnswer):
            await http.post(url, b"{}", 0.2)


async def test_a_kept_connection_that_died_meanwhile_is_never_said_to_be_unsent_wrongly(
    http: TelegramHttp,
) -> None:
    """The server closes the kept connection just as the next request is written."""
    seen: list[bytes] = []

    async def closes(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append(await reader.read(1000))
        writer.write(OK)
        await writer.drain()
        if data := await reader.read(1000):
            seen.append(data)
            writer.transport.abort()

    async with server(closes) as url:
        assert (await http.post(url, b"1", 2.0))[0] == 200
        with pytest.raises(NoAnswer):
            await http.post(url, b"2", 2.0)
    assert [data[-1:] for data in seen] == [b"1", b"2"]  # and it was not sent twice


async def test_a_redirect_is_not_followed(http: TelegramHttp) -> None:
    async def moves(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1000)
        writer.write(b"HTTP/1.1 302 Found\r\nLocation: http://evil.invalid/\r\n\r\n")
        await writer.drain()

    async with server(moves) as url:
        assert (await http.post(url, b"{}", 2.0))[0] == 302


async def test_a_download_stops_at_its_limit(http: TelegramHttp) -> None:
    async def floods(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1000)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + b"x" * 100000)
        await writer.drain()

    async with server(floods) as url:
        with pytest.raises(NoAnswer, match="larger"):
            await http.get(url, 2.0, 5000)


async def test_a_cancellation_that_comes_with_the_answer_is_heeded(http: TelegramHttp) -> None:
    """The client drops it: a poll loop that was told to end went on for good."""
    await check_stops(lambda url: http.post(url, b"{}", 2.0))
