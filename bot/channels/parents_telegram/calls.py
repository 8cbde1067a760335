"""The Bot API calls we make, through aiogram's `Bot` over our own HTTP client.

aiogram's ready-made methods build and read back whole Message models, which costs more than the
exchange itself; these carry plain JSON and answer with it.
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from http import HTTPStatus
from typing import Any, cast

import orjson
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from bot.channels.telegram_http import NoAnswer, TelegramHttp
from bot.service.ports import Document

SECONDS = 20.0  # for one exchange
LARGEST = 20 * 1024 * 1024  # bytes that Telegram lets a bot download
Json = dict[str, Any]
NO_PREVIEW = {"is_disabled": True}  # no preview: it would fetch the page and show it in the chat


class NotTaken(TelegramAPIError):
    """An answer that is not a 200, whole: aiogram's own errors drop the status."""

    def __init__(self, method: TelegramMethod[Any], status: int, body: bytes) -> None:
        super().__init__(method=method, message=f"status {status}")
        self.status, self.body = status, body


class SendText(TelegramMethod[Json]):
    """Show a text."""

    __returning__ = Json
    __api_method__ = "sendMessage"

    chat_id: int
    text: str
    link_preview_options: Json
    parse_mode: str = "HTML"
    reply_markup: Json | None = None


class SendFile(TelegramMethod[Json]):
    """Show a file with a caption; its bytes go along as `Session.files`."""

    __returning__ = Json
    __api_method__ = "sendDocument"

    chat_id: int
    document: Any
    caption: str = ""
    parse_mode: str = "HTML"
    reply_markup: Json | None = None


class EditText(TelegramMethod[Any]):
    """Change text and buttons of a message."""

    __returning__ = Any
    __api_method__ = "editMessageText"

    chat_id: int
    message_id: int
    text: str
    link_preview_options: Json
    parse_mode: str = "HTML"
    reply_markup: Json | None = None


class EditButtons(TelegramMethod[Any]):
    """Change only the buttons."""

    __returning__ = Any
    __api_method__ = "editMessageReplyMarkup"

    chat_id: int
    message_id: int
    reply_markup: Json | None = None


class AnswerPress(TelegramMethod[bool]):
    """End the spinner on a button."""

    __returning__ = bool
    __api_method__ = "answerCallbackQuery"

    callback_query_id: str


class RawUpdates(TelegramMethod[list[Any]]):
    """getUpdates without reading them: each is read alone."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int
    timeout: int
    limit: int = 100
    allowed_updates: list[str]


class GetFile(TelegramMethod[Json]):
    """Where to download a file."""

    __returning__ = Json
    __api_method__ = "getFile"

    file_id: str


class SetUp(TelegramMethod[bool]):
    """setMyCommands: what her menu button shows."""

    __returning__ = bool
    __api_method__ = "setMyCommands"

    commands: list[dict[str, str]]


class DropWebhook(TelegramMethod[bool]):
    """deleteWebhook: from now on we ask. What waits stays."""

    __returning__ = bool
    __api_method__ = "deleteWebhook"


class SetWebhook(TelegramMethod[bool]):
    """setWebhook: from now on Telegram calls us. What waits stays."""

    __returning__ = bool
    __api_method__ = "setWebhook"

    url: str
    secret_token: str
    allowed_updates: list[str]
    max_connections: int = 40


class Session(BaseSession):
    """aiogram's session over `TelegramHttp`: NotSent and NoAnswer come through as they are."""

    def __init__(self, http: TelegramHttp, base: str) -> None:
        super().__init__(api=TelegramAPIServer.from_base(base), timeout=SECONDS)
        self._http = http

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109  aiogram's signature
    ) -> TelegramType:
        """One call. Raises NotTaken, NotSent, NoAnswer or ClientDecodeError."""
        url = self.api.api_url(token=bot.token, method=method.__api_method__)
        seconds = self.timeout if timeout is None else float(timeout)
        fields = {name: value for name, value in method if value is not None}
        status, body = await self._post(url, fields, seconds)
        if status != HTTPStatus.OK:
            raise NotTaken(method, status, body)
        return cast(TelegramType, _result(method, body))

    async def _post(self, url: str, fields: Json, seconds: float) -> tuple[int, bytes]:
        file = fields.get("document")
        if not isinstance(file, Document):
            return await self._http.post(url, orjson.dumps(fields), seconds)
        form = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in fields.items()
            if name != "document"
        }
        return await self._http.post_files(url, form, {"document": file}, seconds)

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109  aiogram's signature
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """A download of at most 20 MB, in one piece. Raises NotSent or NoAnswer."""
        status, body = await self._http.get(url, float(timeout), LARGEST)
        if raise_for_status and status != HTTPStatus.OK:
            raise NoAnswer(f"download answered {status}")
        yield body

    async def close(self) -> None:
        """End the connections."""
        await self._http.close()


_SHAPES: dict[Any, type] = {Json: dict, list[Any]: list, bool: bool, Any: object}


def _result(method: TelegramMethod[Any], body: bytes) -> Any:
    """What a 200 brought. aiogram's own reader makes a new class for each answer: 0.5 ms.

    Raises ClientDecodeError for what is no answer to this call.
    """
    try:
        answer = json.loads(body.decode("utf-8", "replace"))
        if answer["ok"] is True and isinstance(answer["result"], _SHAPES[method.__returning__]):
            return answer["result"]
    except (ValueError, TypeError, LookupError) as error:
        raise ClientDecodeError("not an answer", error, None) from None
    raise ClientDecodeError("not the answer to this call", ValueError(), None)
