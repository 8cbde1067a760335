"""What a parent does in Telegram, as `Incoming`: one update at a time."""

from __future__ import annotations

from collections.abc import Iterable
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


def read(raw: Any, now: datetime | None = None) -> Incoming | Malformed | None:
    """As `translate`, but what cannot be read is something to set aside."""
    try:
        item = translate(raw, now)
        if item is not None:  # half a character would fail later, where the whole batch waits
            f"{item.text}{item.press}{item.code}{item.command}{item.media}".encode()
        return item
    except ValueError as error:
        return aside(PARENTS_TELEGRAM, raw, type(error).__name__)


def ready_for(raws: Iterable[Any]) -> bool:
    """Whether these are read at once; if not, call `prepare` first, in a thread."""
    known = _models.cache_info().currsize
    return bool(known) or all(isinstance(r, bytes) or plain(r, _ANY_TIME) for r in raws)


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


_ANY_TIME = datetime.min.replace(tzinfo=UTC)
