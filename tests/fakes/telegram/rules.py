"""The rules that the server holds every message to: lengths, buttons, required fields."""

from __future__ import annotations

from typing import Any

from tests.fakes.telegram import html
from tests.fakes.telegram.errors import ApiError, bad
from tests.fakes.telegram.state import Bot, Chat, Json

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def need(params: Json, name: str) -> Any:
    """A required parameter. Raises ApiError 400."""
    if params.get(name) in (None, ""):
        raise bad(f"parameter {name} is required")
    return params[name]


def number(params: Json, name: str) -> int:
    """A required whole number; forms send it as text. Raises ApiError 400."""
    value = need(params, name)
    if isinstance(value, bool) or not str(value).lstrip("-").isdigit():
        raise bad(f"parameter {name} must be an integer")
    return int(value)


def chat_of(bot: Bot, params: Json) -> Chat:
    """The chat to send to. Raises ApiError 400 when unknown, 403 when the bot may not."""
    if params.get("chat_id") in (None, ""):
        raise bad("chat_id is empty")
    chat = bot.chats.get(number(params, "chat_id"))
    if chat is None:
        raise bad("chat not found")
    if chat.state == "blocked":
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    if chat.state == "gone":
        raise ApiError(403, "Forbidden: user is deactivated")
    return chat


def shown_text(params: Json, name: str, longest: int) -> str:
    """The text as a person sees it. Raises ApiError 400 when empty, too long or malformed."""
    text = params.get(name) or ""
    if not isinstance(text, str):
        raise bad(f"parameter {name} must be a string")
    mode = params.get("parse_mode", "")
    if mode not in ("", "HTML"):
        raise bad("unsupported parse_mode")
    shown = html.plain(text) if mode else text
    if html.length(shown) > longest:
        raise bad("message is too long" if name == "text" else "message caption is too long")
    if name == "text" and not shown.strip():
        raise bad("message text is empty")
    return shown.strip()


def markup(params: Json) -> Json:
    """The inline keyboard, checked: `{}` when there is none. Raises ApiError 400."""
    given = params.get("reply_markup")
    if given in (None, ""):
        return {}
    if not isinstance(given, dict):
        raise bad("object expected as reply markup")
    rows = given.get("inline_keyboard")
    if rows is None:
        return {}
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100:
        raise bad("REPLY_MARKUP_TOO_LONG")
    for button in buttons:
        _check_button(button)
    return {"reply_markup": {"inline_keyboard": rows}} if buttons else {}


def _check_button(button: Json) -> None:
    if not button.get("text"):
        raise bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    data, url = button.get("callback_data"), button.get("url")
    if data is None and url is None:
        raise bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if data is not None and not 1 <= len(str(data).encode()) <= 64:
        raise bad("BUTTON_DATA_INVALID")
    if url is not None and not str(url).startswith(("http://", "https://", "tg://")):
        raise bad("inline keyboard button URL is invalid: Wrong HTTP URL")
