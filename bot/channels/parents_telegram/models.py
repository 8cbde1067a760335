"""Updates of every kind, read by aiogram: what a parent does in Telegram beside words and taps.

Importing this imports aiogram, which takes half a second: `updates` does so when one comes.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.channels.parents_telegram.lazy_aiogram import built, types
from bot.channels.parents_telegram.plain import commanded
from bot.service.ports import PARENTS_TELEGRAM, Incoming, Media

# What Telegram writes in a chat by itself: not her words, so no answer.
_NOTICES = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "chat_background_set",
    "write_access_allowed",
    "connected_website",
)


def prepare() -> None:
    """Build what `translate` needs."""
    built(types.Update)


def translate(raw: Any, now: datetime) -> Incoming | None:
    """What this update says, or None when it is not for us. Raises ValidationError."""
    update = built(types.Update).model_validate(raw)
    if update.callback_query:
        return _pressed(update.callback_query, now)
    if update.edited_message:
        return _message(update.edited_message, edited=True)
    return _message(update.message) if update.message else None


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
        return commanded(message.text) if command else {"kind": "text", "text": message.text}
    if media := _media(message):
        return {"kind": "media", "media": media, "text": message.caption or ""}
    if any(getattr(message, name) is not None for name in _NOTICES):
        return None
    return {"kind": "unsupported", "text": message.caption or ""}


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
