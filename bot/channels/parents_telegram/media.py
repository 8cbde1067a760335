"""Voice notes and files from Telegram, through aiogram's `Bot` over our own HTTP client.

Importing this imports aiogram, which is loaded by then: it read the update that told of the file.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from http import HTTPStatus
from typing import Any, TypeVar, cast

from bot.channels.parents_telegram.calls import SECONDS, Api, Call, Json
from bot.channels.parents_telegram.lazy_aiogram import (
    BaseSession,
    Bot,
    TelegramAPIServer,
    TelegramMethod,
)
from bot.channels.telegram_http import NoAnswer

Result = TypeVar("Result")
LARGEST = 20 * 1024 * 1024  # bytes that Telegram lets a bot download
_DOWNLOAD = 60  # seconds


async def fetch(api: Api, remote: str) -> bytes:
    """The bytes of this file. Raises what `Api.call` raises."""
    bot = Bot(api.token, session=Session(api))
    file = await bot(GetFile(file_id=remote))
    url = bot.session.api.file_url(bot.token, file.get("file_path", ""))
    return b"".join([chunk async for chunk in bot.session.stream_content(url, timeout=_DOWNLOAD)])


class GetFile(TelegramMethod[Json]):
    """Where to download a file. aiogram's own reads a whole model back."""

    __returning__ = Json
    __api_method__ = "getFile"

    file_id: str


class Session(BaseSession):
    """aiogram's session over ours: NotSent and NoAnswer come through as they are."""

    def __init__(self, api: Api) -> None:
        super().__init__(api=TelegramAPIServer.from_base(api.base), timeout=SECONDS)
        self._ours = api

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Result],
        timeout: int | None = None,  # noqa: ASYNC109  aiogram's signature
    ) -> Result:
        """One call. Raises NotTaken, NotSent, NoAnswer or NotAnAnswer."""
        seconds = self.timeout if timeout is None else float(timeout)
        fields = {name: value for name, value in method if value is not None}
        call = Call(method.__api_method__, fields, dict)
        return cast(Result, await self._ours.call(call, seconds))

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109  aiogram's signature
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """A download of at most 20 MB, in one piece. Raises NotSent or NoAnswer."""
        status, body = await self._ours.http.get(url, float(timeout), LARGEST)
        if raise_for_status and status != HTTPStatus.OK:
            raise NoAnswer(f"download answered {status}")
        yield body

    async def close(self) -> None:
        """The connections are the channel's: it ends them."""
