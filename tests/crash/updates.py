"""Updates as they travel: what makes one the same as another."""

from __future__ import annotations

from typing import Any


def content(update: dict[str, Any]) -> dict[str, Any]:
    """An update without its number."""
    return {name: value for name, value in update.items() if name != "update_id"}


def key_of(update: dict[str, Any]) -> str:
    """What it means, for telling repeats from new ones; "" for what is no honest update."""
    if press := update.get("callback_query"):
        return f"c:{press['id']}"
    message = update.get("message") or update["edited_message"]
    if not isinstance(message["chat"], dict):
        return ""
    return f"m:{message['chat']['id']}:{message['message_id']}:{message.get('edit_date', 0)}"
