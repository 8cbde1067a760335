"""The address that calendar programs fetch. It is outside the desk: its token is the login.

A wrong token, an old one and no token at all get the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.desk.agenda.stored import Calendar
from casework.agenda import MIME
from storage.trouble import TROUBLE

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex, nofollow",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
}
Open = Callable[[str], Awaitable[Calendar | None]]


def routes(open_by: Open) -> list[BaseRoute]:
    """The one address, by what opens a calendar."""

    async def fetch(request: Request) -> Response:
        token = request.path_params["token"]
        try:
            found = await open_by(token) if _TOKEN.fullmatch(token) else None
        except TROUBLE:
            return _plain(503, "Even geen verbinding.", {"retry-after": "300"})
        if found is None:
            return _plain(404, "Niet gevonden.", {})
        mark = f'"{found.mark}"'
        headers = _ALWAYS | {"etag": mark, "cache-control": "private, no-cache"}
        if mark in _known(request):
            return Response(status_code=304, headers=headers)
        headers["content-disposition"] = 'inline; filename="stapje.ics"'
        return Response(await found.body(), headers=headers, media_type=MIME)

    return [Route("/agenda/{token:str}.ics", fetch, methods=["GET"], name="feed")]


def _known(request: Request) -> set[str]:
    """The marks of what the program has already."""
    said = request.headers.get("if-none-match", "")
    return {one.strip().removeprefix("W/") for one in said.split(",")}


def _plain(status: int, text: str, more: dict[str, str]) -> Response:
    headers = _ALWAYS | {"cache-control": "no-store"} | more
    return PlainTextResponse(text, status_code=status, headers=headers)
