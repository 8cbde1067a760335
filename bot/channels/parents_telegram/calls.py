"""The Bot API calls we make, over our own HTTP client.

aiogram's ready-made methods build and read back whole Message models, which costs more than the
exchange itself; these carry plain JSON and answer with it.
"""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

import orjson

from bot.channels.telegram_http import TelegramHttp
from bot.service.ports import Document
from dialogs.values import value_class

SECONDS = 20.0  # for one exchange
Json = dict[str, Any]
# No preview: it would fetch the page and show it in the chat.
_SHOWN = {"parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


class NotTaken(Exception):
    """An answer that is not a 200, whole."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(f"status {status}")
        self.status, self.body = status, body


class NotAnAnswer(Exception):
    """A 200 that does not hold what this call brings."""


@value_class(frozen=True, slots=True)
class Call:
    """One call. No model checks its fields: that costs as much as sending them."""

    name: str
    fields: Json
    shape: type = object  # of the result


def send_text(chat: int, html: str, buttons: Json | None = None) -> Call:
    """Show a text."""
    fields = {"chat_id": chat, "text": html, **_SHOWN}
    return Call("sendMessage", fields | ({"reply_markup": buttons} if buttons else {}), dict)


def edit_text(chat: int, message: int, html: str, buttons: Json | None) -> Call:
    """Change text and buttons of a message."""
    fields = {"chat_id": chat, "message_id": message, "text": html, **_SHOWN}
    return Call("editMessageText", fields | ({"reply_markup": buttons} if buttons else {}))


def edit_buttons(chat: int, message: int, buttons: Json | None) -> Call:
    """Change only the buttons."""
    fields: Json = {"chat_id": chat, "message_id": message}
    return Call("editMessageReplyMarkup", fields | ({"reply_markup": buttons} if buttons else {}))


def answer_press(callback: str) -> Call:
    """End the spinner on a button."""
    return Call("answerCallbackQuery", {"callback_query_id": callback}, bool)


def raw_updates(offset: int, seconds: int, allowed: list[str]) -> Call:
    """getUpdates without reading them: each is read alone."""
    fields = {"offset": offset, "timeout": seconds, "limit": 100, "allowed_updates": allowed}
    return Call("getUpdates", fields, list)


def send_file(chat: int, file: Document, html: str, buttons: Json | None) -> Call:
    """Show a file with a caption."""
    fields: Json = {"chat_id": chat, "document": file, "caption": html, "parse_mode": "HTML"}
    return Call("sendDocument", fields | ({"reply_markup": buttons} if buttons else {}), dict)


def offer(commands: dict[str, str]) -> Call:
    """What her menu button shows."""
    listed = [{"command": name, "description": said} for name, said in commands.items()]
    return Call("setMyCommands", {"commands": listed}, bool)


def who_am_i() -> Call:
    """The bot itself: its name stands in links to it."""
    return Call("getMe", {}, dict)


def drop_webhook() -> Call:
    """From now on we ask. What waits stays."""
    return Call("deleteWebhook", {}, bool)


def set_webhook(url: str, secret: str, allowed: list[str]) -> Call:
    """From now on Telegram calls us. What waits stays."""
    fields: Json = {"url": url, "secret_token": secret, "allowed_updates": allowed}
    return Call("setWebhook", fields | {"max_connections": 40}, bool)


class Api:
    """One bot's Bot API. NotSent and NoAnswer come through as they are."""

    def __init__(self, http: TelegramHttp, base: str, token: str) -> None:
        self.http, self.base, self.token = http, base.rstrip("/"), token

    async def call(self, call: Call, seconds: float = SECONDS) -> Any:
        """What it brings. Raises NotTaken, NotSent, NoAnswer or NotAnAnswer."""
        status, body = await self._post(self._url(call.name), call.fields, seconds)
        if status != HTTPStatus.OK:
            raise NotTaken(status, body)
        return _result(call.shape, body)

    def _url(self, method: str) -> str:
        return f"{self.base}/bot{self.token}/{method}"

    async def _post(self, url: str, fields: Json, seconds: float) -> tuple[int, bytes]:
        file = fields.get("document")
        if not isinstance(file, Document):
            return await self.http.post(url, orjson.dumps(fields), seconds)
        form = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in fields.items()
            if name != "document"
        }
        return await self.http.post_files(url, form, {"document": file}, seconds)


def _result(shape: type, body: bytes) -> Any:
    """What a 200 brought. Raises NotAnAnswer."""
    try:
        answer = _read(body)
        if answer["ok"] is True and isinstance(answer["result"], shape):
            return answer["result"]
    except (ValueError, TypeError, LookupError) as error:
        raise NotAnAnswer(type(error).__name__) from None
    raise NotAnAnswer(shape.__name__)


def _read(body: bytes) -> Any:
    """The JSON in an answer; half a character in it is left for who reads the update."""
    try:
        return orjson.loads(body)
    except ValueError:
        return json.loads(body.decode("utf-8", "replace"))
