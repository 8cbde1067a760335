"""What a parent does in Telegram, as `Incoming`: one update at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any

from bot.channels.parents_telegram.plain import plain
from bot.channels.telegram_source import aside
from bot.service.ports import PARENTS_TELEGRAM, Incoming, Malformed

ALLOWED = ["message", "edited_message", "callback_query"]


def translate(raw: Any, now: datetime | None = None) -> Incoming | None:
    """What this update says, or None when it is not for us. Raises ValidationError.

    `now` (aware, UTC) dates a press: Telegram does not say when she tapped.
    """
    now = now or datetime.now(UTC)
    return plain(raw, now) or _models().translate(raw, now)


def at_once(raw: Any, now: datetime) -> Incoming | Malformed | None:
    """As `read`, of a line of text, a tap or what is no JSON; None when the rest is needed for it.

    If so, call `prepare` first, in a thread.
    """
    if isinstance(raw, bytes):
        return aside(PARENTS_TELEGRAM, raw, "NotJson")
    item = plain(raw, now)
    return item if item is None or _whole(item) else None


def read(raw: Any, now: datetime | None = None) -> Incoming | Malformed | None:
    """As `translate`, but what cannot be read is something to set aside."""
    try:
        item = translate(raw, now)
    except ValueError as error:
        return aside(PARENTS_TELEGRAM, raw, type(error).__name__)
    if item is None or _whole(item):
        return item
    return aside(PARENTS_TELEGRAM, raw, UnicodeEncodeError.__name__)


def _whole(item: Incoming) -> bool:
    """Half a character would fail later, where the whole batch waits."""
    try:
        f"{item.text}{item.press}{item.code}{item.command}{item.media or ''}".encode()
    except UnicodeEncodeError:
        return False
    return True


def prepared() -> bool:
    """Whether updates of every kind can be read without waiting."""
    return bool(_models.cache_info().currsize)


def prepare() -> None:
    """Get ready for updates of every kind. The first call takes half a second."""
    _models()


def callback_id(item: Incoming) -> str:
    """The id to acknowledge a press with; "" when this is no press."""
    return item.key.removeprefix("c:") if item.kind == "press" else ""


@cache
def _models() -> Any:
    """How aiogram reads them, loaded when the first comes that is neither words nor a tap."""
    from bot.channels.parents_telegram import models

    models.prepare()
    return models
