"""Browsers by hand, over plain sockets: many of them fit in one test."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

PREFIX = "/werkplek"
WAIT = 10.0  # seconds; far more than anything here takes


@dataclass
class Answer:
    """What came back, and how many bytes that was on the wire."""

    status: int
    headers: dict[str, str]
    body: bytes
    size: int


@dataclass
class Visitor:
    """Somebody at the desk. `url` is where it is, with its prefix."""

    url: str
    cookie: str = ""
    form: str = field(default="", repr=False)

    async def enter(self, who: str) -> Self:
        """Log in with the demo's button."""
        answer = await self.ask("/inloggen", f"wie={who}")
        assert answer.status == 303, answer.body
        self.cookie = answer.headers["set-cookie"].partition(";")[0]
        page = (await self.ask("/")).body.decode()
        self.form = page.partition('name="bewijs" value="')[2].partition('"')[0]
        return self

    async def send(self, path: str) -> Answer:
        """A form of a page, with its proof."""
        return await self.ask(path, f"bewijs={self.form}")

    async def ask(self, path: str, form: str = "", **headers: str) -> Answer:
        """One page, or one form, on a connection of its own."""
        reader, writer = await self.dial(path, form, {"connection": "close"} | headers)
        found = await asyncio.wait_for(reader.read(), WAIT)
        writer.close()
        head, _, body = found.partition(b"\r\n\r\n")
        status, fields = _head(head)
        if fields.get("transfer-encoding") == "chunked":
            body = _unchunked(body)
        return Answer(status, fields, body, len(found))

    async def dial(
        self, path: str, form: str = "", headers: Mapping[str, str] | None = None
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Ask for a page and leave the connection open."""
        place = urlsplit(self.url)
        reader, writer = await asyncio.open_connection(place.hostname, place.port)
        lines = [
            f"{'POST' if form else 'GET'} {PREFIX}{path} HTTP/1.1",
            f"host: {place.netloc}",
            "sec-fetch-site: same-origin",
            f"content-length: {len(form)}",
            "content-type: application/x-www-form-urlencoded",
        ]
        lines += [f"cookie: {self.cookie}"] if self.cookie else []
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in (headers or {}).items()]
        writer.write("\r\n".join([*lines, "", form]).encode())
        await writer.drain()
        return reader, writer

    async def look_away(self, path: str) -> asyncio.StreamWriter:
        """Ask for the same again and again, and take nothing in."""
        _, writer = await self.dial(path)
        writer.transport.pause_reading()  # type: ignore[attr-defined]  # a socket can do that
        ask = f"GET {PREFIX}{path} HTTP/1.1\r\nhost: desk\r\n\r\n"
        writer.write(ask.encode() * 200)
        return writer

    async def dawdle(self) -> asyncio.StreamWriter:
        """Begin to ask, and do not go on."""
        place = urlsplit(self.url)
        _, writer = await asyncio.open_connection(place.hostname, place.port)
        writer.write(f"GET {PREFIX}/ HTTP/1.1\r\nhost: {place.netloc}\r\nx-slow: ".encode())
        return writer


class Stream:
    """An open stream, as an EventSource has it. Read it with `event`."""

    def __init__(self, who: Visitor, path: str = "/leven", last: str = "") -> None:
        self._who, self._path, self._last = who, path, last

    async def __aenter__(self) -> Self:
        headers = {"last_event_id": self._last} if self._last else {}
        self.reader, self._writer = await self._who.dial(self._path, headers=headers)
        head = await asyncio.wait_for(self.reader.readuntil(b"\r\n\r\n"), WAIT)
        self.status, self.headers = _head(head)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._writer.close()

    async def event(self) -> dict[str, str]:
        """The next one, without signs of life; empty when the stream is over."""
        while found := await self.block():
            if "" not in found:
                return found
        return {}

    async def block(self) -> dict[str, str]:
        """The next lines up to a blank one; a comment has the name ""."""
        found: dict[str, str] = {}
        while line := await asyncio.wait_for(self.reader.readline(), WAIT):
            text = line.decode().strip()
            if text == "0":  # the last chunk
                break
            if not text and found:
                return found
            name, colon, value = text.partition(":")
            if colon:  # else it is the length of a chunk
                found[name] = value.strip()
        return found


def _head(head: bytes) -> tuple[int, dict[str, str]]:
    first, *rest = head.decode("latin-1").strip().split("\r\n")
    pairs = (line.partition(":") for line in rest)
    return int(first.split()[1]), {name.lower(): value.strip() for name, _, value in pairs}


def _unchunked(body: bytes) -> bytes:
    found = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        found, body = found + body[: int(size, 16)], body[int(size, 16) + 2 :]
    return found
