"""What Telegram's answers mean for a message: the same for both bots."""

from __future__ import annotations

import json

from bot.service.ports import Outcome, Refused, RetryAt, Sent, Unreachable, Unsure

SOON = 2.0  # seconds: the server could not be reached, or is not well
LATER = 60.0  # seconds: the token is not accepted; the operator must act
_NORMAL = (
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "query is too old",
)
_GONE = (
    "chat not found",
    "user not found",
    "user is deactivated",
    "bot was blocked",
    "bot was kicked",
    "peer_id_invalid",
    "chat_write_forbidden",
)
_CODES = {
    "can't parse entities": "entities",
    "message is too long": "too_long",
    "caption is too long": "too_long",
    "text is empty": "empty",
    "button_data_invalid": "button",
    "reply_markup_too_long": "button",
    "keyboard button": "button",
    "file is too big": "too_big",
}


def of_refusal(status: int, body: bytes) -> Outcome:
    """The outcome of an answer that is not a 200. Its text is only looked at, never passed on."""
    said, wait = _read(body)
    if status == 429 or wait:
        return RetryAt(wait or SOON)
    if status == 403:
        return Unreachable()
    if status in (401, 404):
        return RetryAt(LATER, chat_only=False)
    if status in (500, 503):  # it says itself that it did nothing
        return RetryAt(SOON, chat_only=False)
    if status > 500:  # something in between gave up: it may have arrived
        return Unsure()
    return _of_bad_request(said)


def _read(body: bytes) -> tuple[str, float]:
    """The description in small letters, and the seconds to wait; a proxy's page has neither."""
    try:
        answer = json.loads(body)
        wait = (answer.get("parameters") or {}).get("retry_after") or 0
        return str(answer.get("description", "")).lower(), float(wait)
    except (ValueError, AttributeError, TypeError):
        return "", 0.0


def _of_bad_request(said: str) -> Outcome:
    if any(words in said for words in _NORMAL):
        return Sent()
    if any(words in said for words in _GONE):
        return Unreachable()
    return Refused(next((code for words, code in _CODES.items() if words in said), "bad_request"))
