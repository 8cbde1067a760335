"""A line of text and a tap, read without models: to the same as with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.parents_telegram import models
from bot.channels.parents_telegram.plain import plain

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
CHAT = {"id": 7, "type": "private", "first_name": "Noor"}
NOOR = {"id": 7, "is_bot": False, "first_name": "Noor"}
BOT = {"id": 1, "is_bot": True, "first_name": "Stapje"}


def line(**more: Any) -> dict[str, Any]:
    """She writes."""
    head = {"message_id": 5, "date": 1_780_000_000, "chat": CHAT, "from": NOOR, "text": "Ja hoor"}
    return {"update_id": 1, "message": head | more}


def tap(**more: Any) -> dict[str, Any]:
    """She taps."""
    shown = {"message_id": 4, "date": 1_780_000_000, "chat": CHAT, "from": BOT, "text": "Lukt het?"}
    head = {"id": "9", "from": NOOR, "chat_instance": "x", "data": "4:c.ja", "message": shown}
    return {"update_id": 2, "callback_query": head | more}


@pytest.mark.parametrize(
    "raw",
    [
        line(),
        line(text="€ 5\n\n🌱"),
        line(text="/start"),
        line(text="/start AB12", entities=[{"type": "bot_command", "offset": 0, "length": 6}]),
        line(text="/Pauze@stapje_bot nu"),
        line(text="/"),
        line(text="/ x"),
        tap(),
        tap(data="1:i.back"),
    ],
)
def test_the_two_are_read_as_aiogram_reads_them(raw: Any) -> None:
    found = plain(raw, NOW)
    assert found is not None
    assert found == models.translate(raw, NOW)


@pytest.mark.parametrize(
    "raw",
    [
        None,
        b"",
        [],
        {"update_id": 1},
        line(text=""),
        line(text=None),
        line(text=["x"]),
        line(date="vandaag"),
        line(date=1 << 60),
        line(date=-5),
        line(chat=CHAT | {"type": "group"}),
        line(**{"from": BOT}),
        line(forward_origin={}),
        line(voice={}),
        line(reply_to_message={}),
        line() | {"edited_message": {}},
        tap(data=None),
        tap(message=None),
        tap(inline_message_id="1"),
        tap(**{"from": BOT}),
        tap(message={"message_id": 4, "chat": CHAT | {"type": "group"}}),
    ],
)
def test_all_else_is_left_to_aiogram(raw: Any) -> None:
    assert plain(raw, NOW) is None


@pytest.mark.parametrize("given", [line, tap])
@pytest.mark.parametrize("lost", ["from", "chat", "message", "text", "data", "id", "date"])
def test_without_what_we_need_it_is_not_guessed(
    given: Callable[[], dict[str, Any]], lost: str
) -> None:
    raw = given()
    inner = raw.get("message") or raw["callback_query"]
    if inner.pop(lost, None) is not None:
        assert plain(raw, NOW) is None
