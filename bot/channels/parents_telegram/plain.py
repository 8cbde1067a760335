"""The two updates that nearly all are, a line of text and a tap, read without aiogram's models.

A model of each update costs more than all the rest of taking it in. What has any field that we
do not expect here goes to aiogram (`models.translate`), so that nothing is read with less care.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.service.ports import PARENTS_TELEGRAM, Incoming

_LINE = frozenset({"message_id", "from", "chat", "date", "text", "entities"})
_TAP = frozenset({"id", "from", "message", "chat_instance", "data"})
_LONGEST_WORD = 32  # a command has at most so many characters, a code twice that
_LATEST = 1 << 35  # seconds: the year 3058; later ones do not fit a datetime for long


def plain(raw: Any, now: datetime) -> Incoming | None:
    """What this update says, or None when it is not one of the two. `now` dates a tap."""
    match raw:
        case {
            "update_id": int(),
            "callback_query": {
                "id": str(query),
                "from": {"id": int(who), "is_bot": False},
                "data": str(press),
                "message": {"message_id": int(number), "chat": {"type": "private"}},
            } as tap,
        } if len(raw) == 2 and tap.keys() <= _TAP:
            return _press(str(who), query, press, str(number), now)
        case {
            "update_id": int(),
            "message": {
                "message_id": int(number),
                "date": int(date),
                "chat": {"id": int(chat), "type": "private"},
                "from": {"is_bot": False},
                "text": str(text),
            } as line,
        } if len(raw) == 2 and line.keys() <= _LINE and 0 <= date < _LATEST and text:
            return _text(str(chat), number, text, datetime.fromtimestamp(date, UTC))
    return None


def commanded(text: str) -> dict[str, Any]:
    """`/start CODE`, `/pauze`, `/pauze@stapje_bot`; a word that we do not know stays a command."""
    first, *rest = text[1:].split(maxsplit=1) or [""]
    word = first.partition("@")[0].lower()[:_LONGEST_WORD]
    if word == "start":
        return {"kind": "start", "code": "".join(rest)[: 2 * _LONGEST_WORD]}
    return {"kind": "command", "command": word, "text": text}


def _press(who: str, query: str, press: str, message: str, now: datetime) -> Incoming:
    return Incoming(
        PARENTS_TELEGRAM, who, f"c:{query}", now, "press", press=press, remote_message=message
    )


def _text(chat: str, number: int, text: str, at: datetime) -> Incoming:
    said = commanded(text) if text.startswith("/") else {"kind": "text", "text": text}
    return Incoming(PARENTS_TELEGRAM, chat, f"m:{chat}:{number}:0", at, **said)
