"""The HTTP client under both Telegram libraries (why this one: docs/adr/0003-http-client.md).

What matters most here is to tell apart "never reached the server" from "may have arrived": the
first may be tried again, the second may not without telling. Its errors carry no address, since
Telegram's addresses hold the bot's token.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from types import TracebackType

from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import BuilderError, PoolTimeoutError, RequestError
from pyreqwest.multipart import FormBuilder, PartBuilder
from pyreqwest.request import RequestBuilder

from bot.channels import cancelling
from bot.service.ports import Document

CONNECT = 5.0  # seconds to reach the server
_NEVER_LEFT = "client error (Connect)"  # hyper's kind of error for "no connection was made"
_JSON = {"Content-Type": "application/json"}

Answer = tuple[int, bytes]  # HTTP status, body


class NotSent(OSError):
    """The request did not reach the server; nothing was done."""


class NoAnswer(OSError):
    """The request went out and no whole answer came: it may have been done."""


class TelegramHttp:
    """Keep-alive connections to one Bot API server. Raises NotSent or NoAnswer."""

    def __init__(self) -> None:
        self._client: Client | None = None

    async def post(self, url: str, body: bytes, seconds: float) -> Answer:
        """Send JSON; the whole exchange may take so many seconds."""
        request = self._open().post(url).headers(_JSON).body_bytes(body)
        return await _exchange(request, seconds)

    async def post_files(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, Document], seconds: float
    ) -> Answer:
        """Send a form with files."""
        form = FormBuilder().percent_encode_noop()
        for name, value in fields.items():
            form = form.text(name, value)
        for name, file in files.items():
            part = PartBuilder.from_bytes(file.body).file_name(file.name).mime(file.mime)
            form = form.part(name, part)
        return await _exchange(self._open().post(url).multipart(form), seconds)

    async def get(self, url: str, seconds: float, most: int) -> Answer:
        """Download at most so many bytes. Raises NoAnswer when there are more."""
        request = self._open().get(url).timeout(timedelta(seconds=seconds)).build_streamed()
        with _Plainly():
            async with request as response:
                body = bytearray()
                while (chunk := await response.body_reader.read(65536)) is not None:
                    body += bytes(chunk)
                    if len(body) > most:
                        raise NoAnswer("larger than allowed")
                return response.status, bytes(body)

    async def close(self) -> None:
        """End all connections; a later call opens them anew."""
        if self._client is not None:
            await self._client.close()
            self._client = None

    def _open(self) -> Client:
        if self._client is None:
            builder = ClientBuilder().connect_timeout(timedelta(seconds=CONNECT))
            # A redirect would carry the token elsewhere, and so would a referer.
            self._client = builder.follow_redirects(False).referer(False).build()
        return self._client


async def _exchange(request: RequestBuilder, seconds: float) -> Answer:
    with _Plainly():
        response = await request.timeout(timedelta(seconds=seconds)).build().send()
        return response.status, bytes(await response.bytes())


class _Plainly(cancelling.Heeded):
    """Our two errors for the client's own, and a cancellation that counts."""

    __slots__ = ()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        super().__exit__(kind, error, trace)
        if isinstance(error, (RequestError, BuilderError)):
            raise _plain(error) from None  # its text holds the token


def _plain(error: RequestError | BuilderError) -> OSError:
    """By the chain of causes: the client calls a line cut after sending a ConnectError too."""
    causes = error.details["causes"] or []
    never_left = isinstance(error, (BuilderError, PoolTimeoutError)) or any(
        cause["message"] == _NEVER_LEFT for cause in causes
    )
    return NotSent(type(error).__name__) if never_left else NoAnswer(type(error).__name__)
