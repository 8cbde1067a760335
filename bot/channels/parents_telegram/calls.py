"""The Bot API calls we make, through aiogram's `Bot` over our own HTTP client.

aiogram's ready-made methods build and read back whole Message models, which costs more than the
exchange itself; these carry plain JSON and answer with it.
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast

import orjson
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from bot.channels.telegram_http import NoAnswer, TelegramHttp
from bot.service.ports import Document

SECONDS = 20.0  # for one exchange
LARGEST = 20 * 1024 * 1024  # bytes that Telegram lets a bot download
Json = dict[str, Any]
# No preview: it would fetch the page and show it in the chat.
_SHOWN = {"parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


class NotTaken(Exception):
    """An answer that is not a 200, whole: aiogram's own errors drop the status."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(f"status {status}")
        self.status, self.body = status, body


@dataclass(frozen=True, slots=True)
class Plain:
    """A call of every turn. No model checks its fields: that costs as much as sending them."""

    name: str
    fields: Json
    shape: type = object  # of the result


def send_text(chat: int, html: str, buttons: Json | None = None) -> Plain:
    """Show a text."""
    fields = {"chat_id": chat, "text": html, **_SHOWN}
    return Plain("sendMessage", fields | ({"reply_markup": buttons} if buttons else {}), dict)


def edit_text(chat: int, message: int, html: str, buttons: Json | None) -> Plain:
    """Change text and buttons of a message."""
    fields = {"chat_id": chat, "message_id": message, "text": html, **_SHOWN}
    return Plain("editMessageText", fields | ({"reply_markup": buttons} if buttons else {}))


def edit_buttons(chat: int, message: int, buttons: Json | None) -> Plain:
    """Change only the buttons."""
    fields: Json = {"chat_id": chat, "message_id": message}
    return Plain("editMessageReplyMarkup", fields | ({"reply_markup": buttons} if buttons else {}))


def answer_press(callback: str) -> Plain:
    """End the spinner on a button."""
    return Plain("answerCallbackQuery", {"callback_query_id": callback}, bool)


def raw_updates(offset: int, seconds: int, allowed: list[str]) -> Plain:
    """getUpdates without reading them: each is read alone."""
    fields = {"offset": offset, "timeout": seconds, "limit": 100, "allowed_updates": allowed}
    return Plain("getUpdates", fields, list)


class SendFile(TelegramMethod[Json]):
    """Show a file with a caption; its bytes go along as `Session.files`."""

    __returning__ = Json
    __api_method__ = "sendDocument"

    chat_id: int
    document: Any
    caption: str = ""
    parse_mode: str = "HTML"
    reply_markup: Json | None = None


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
        seconds = self.timeout if timeout is None else float(timeout)
        fields = {name: value for name, value in method if value is not None}
        call = Plain(method.__api_method__, fields, _SHAPES[method.__returning__])
        return cast(TelegramType, await self.plain(bot.token, call, seconds))

    async def plain(self, token: str, call: Plain, seconds: float = SECONDS) -> Any:
        """As `make_request`, without aiogram's layers in between."""
        url = self.api.api_url(token=token, method=call.name)
        status, body = await self._post(url, call.fields, seconds)
        if status != HTTPStatus.OK:
            raise NotTaken(status, body)
        return _result(call.shape, body)

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


_SHAPES: dict[Any, type] = {Json: dict, bool: bool}


def _result(shape: type, body: bytes) -> Any:
    """What a 200 brought. aiogram's own reader makes a new class for each answer: 0.5 ms.

    Raises ClientDecodeError for what is no answer to this call.
    """
    try:
        answer = _read(body)
        if answer["ok"] is True and isinstance(answer["result"], shape):
            return answer["result"]
    except (ValueError, TypeError, LookupError) as error:
        raise ClientDecodeError("not an answer", error, None) from None
    raise ClientDecodeError("not the answer to this call", ValueError(), None)


def _read(body: bytes) -> Any:
    """The JSON in an answer; half a character in it is left for who reads the update."""
    try:
        return orjson.loads(body)
    except ValueError:
        return json.loads(body.decode("utf-8", "replace"))
