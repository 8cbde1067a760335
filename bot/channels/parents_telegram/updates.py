"""What a parent does in Telegram, as `Incoming`: one update at a time, checked by aiogram."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.channels.parents_telegram.lazy_aiogram import built, types
from bot.channels.parents_telegram.plain import plain
from bot.channels.telegram_source import aside
from bot.service.ports import PARENTS_TELEGRAM, Incoming, Malformed, Media

ALLOWED = ["message", "edited_message", "callback_query"]
# What Telegram writes in a chat by itself: not her words, so no answer.
_NOTICES = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "chat_background_set",
    "write_access_allowed",
    "connected_website",
)
_LONGEST_WORD = 32  # a command has at most so many characters, a code twice that


def translate(raw: Any, now: datetime | None = None) -> Incoming | None:
    """What this update says, or None when it is not for us. Raises ValidationError.

    `now` (aware, UTC) dates a press: Telegram does not say when she tapped.
    """
    now = now or datetime.now(UTC)
    return plain(raw, now) or _any(raw, now)


def _any(raw: Any, now: datetime) -> Incoming | None:
    """As `translate`, for an update of any kind."""
    update = built(types.Update).model_validate(raw)
    if update.callback_query:
        return _pressed(update.callback_query, now)
    if update.edited_message:
        return _message(update.edited_message, edited=True)
    return _message(update.message) if update.message else None


def read(raw: Any, now: datetime | None = None) -> Incoming | Malformed | None:
    """As `translate`, but what cannot be read is something to set aside."""
    try:
        item = translate(raw, now)
        if item is not None:  # half a character would fail later, where the whole batch waits
            f"{item.text}{item.press}{item.code}{item.command}{item.media}".encode()
        return item
    except ValueError as error:
        return aside(PARENTS_TELEGRAM, raw, type(error).__name__)


def callback_id(item: Incoming) -> str:
    """The id to acknowledge a press with; "" when this is no press."""
    return item.key.removeprefix("c:") if item.kind == "press" else ""


def _pressed(query: types.CallbackQuery, now: datetime) -> Incoming | None:
    """A tap, also on a message that is too old to be shown to us."""
    if query.from_user.is_bot or (query.message and query.message.chat.type != "private"):
        return None
    return Incoming(
        PARENTS_TELEGRAM,
        str(query.from_user.id),
        f"c:{query.id}",
        now,
        "press",
        press=query.data or "",
        remote_message=str(query.message.message_id) if query.message else "",
    )


def _message(message: types.Message, *, edited: bool = False) -> Incoming | None:
    """A message in a chat of her own; groups, channels and other bots are not for us."""
    if message.chat.type != "private" or (message.from_user and message.from_user.is_bot):
        return None
    moment = (message.edit_date or 0) if edited else 0
    said = _said(message)
    if said is None:
        return None
    if edited:
        said = {"kind": "edited", "text": said.get("text", "")}
    return Incoming(
        PARENTS_TELEGRAM,
        str(message.chat.id),
        f"m:{message.chat.id}:{message.message_id}:{moment}",
        message.date,
        **said,
    )


def _said(message: types.Message) -> dict[str, Any] | None:
    """The fields that differ per kind of message; None for what Telegram itself wrote."""
    if message.text:
        command = message.text.startswith("/") and not message.forward_origin
        return _command(message.text) if command else {"kind": "text", "text": message.text}
    if media := _media(message):
        return {"kind": "media", "media": media, "text": message.caption or ""}
    if any(getattr(message, name) is not None for name in _NOTICES):
        return None
    return {"kind": "unsupported", "text": message.caption or ""}


def _command(text: str) -> dict[str, Any]:
    """`/start CODE`, `/pauze`, `/pauze@stapje_bot`; a word that we do not know stays a command."""
    first, *rest = text[1:].split(maxsplit=1) or [""]
    word = first.partition("@")[0].lower()[:_LONGEST_WORD]
    if word == "start":
        return {"kind": "start", "code": "".join(rest)[: 2 * _LONGEST_WORD]}
    return {"kind": "command", "command": word, "text": text}


def _media(message: types.Message) -> Media | None:
    if message.voice:
        return _file("voice", message.voice)
    if message.photo:
        return _file("photo", message.photo[-1], mime="image/jpeg")  # the largest comes last
    for file in (message.document, message.video, message.audio, message.video_note):
        if file and not message.animation:
            return _file("file", file)
    return None


def _file(kind: str, file: Any, mime: str = "") -> Media:
    return Media(
        kind,
        remote=file.file_id,
        mime=mime or getattr(file, "mime_type", None) or "",
        size=file.file_size or 0,
        seconds=int(getattr(file, "duration", 0) or 0),
    )
