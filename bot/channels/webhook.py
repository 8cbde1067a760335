"""Telegram calls us: 200 only after the commit, 503 when it failed, so that it comes again."""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence
from typing import Any

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.channels.telegram_source import Source
from bot.service import logs

HEADER = "x-telegram-bot-api-secret-token"
LARGEST = 1024 * 1024  # bytes of one update; Telegram's own are a few thousand
log = logs.get()


def path(source: Source) -> str:
    """Where this bot is called, below the public address."""
    return f"/telegram/{source.name}"


class Door:
    """One address per bot, before the pages: what stands around those need not see each update.

    Calls without the secret get 403 and are not read; all else is for `pages`.
    """

    def __init__(self, sources: Sequence[Source], secret: str, pages: ASGIApp) -> None:
        self._bots = {path(source): _Called(source, secret) for source in sources}
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        called = self._bots.get(scope["path"]) if scope.get("method") == "POST" else None
        await (called or self._pages)(scope, receive, send)


class _Called:
    """One bot's address."""

    def __init__(self, source: Source, secret: str) -> None:
        self._source, self._secret = source, secret.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = await self._answer(Request(scope, receive))
        await answer(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret):
            return Response(status_code=403)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return Response(status_code=413)
        return await _keep(self._source, body)


async def _body(request: Request) -> bytes | None:
    """The whole body, or None when it is too large."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return bytes(body)


async def _keep(source: Source, body: bytes) -> Response:
    """An unreadable body is set aside and not asked for again: it would block her queue."""
    try:
        wish = await source.called(_read(body))
    except Exception as error:  # storage failed: Telegram must come again
        log.warning("webhook_failed", channel=source.name, exc_info=error)
        return Response(status_code=503)
    if wish is None:
        return Response(status_code=200)
    return Response(orjson.dumps(wish), media_type="application/json")


def _read(body: bytes) -> Any:
    """The update; half a character in it is left for who reads it. The bytes when it is none."""
    for read in (orjson.loads, json.loads):
        try:
            return read(body)
        except ValueError:
            continue
    return body
