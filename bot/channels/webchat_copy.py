"""The pages of her own copy: to read, as JSON, and her files. Nothing of it is kept by a browser.

`/mijn/chat` is for who chats here; `/mijn/k/<token>` is a link that opens once and leads, with a
press, to `/mijn/link`, which stays open for a quarter of an hour in that browser only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels import webchat_forms as forms
from bot.channels import webchat_guard as guard
from bot.channels.webchat_copy_words import COLUMNS, SECTIONS, shown
from bot.channels.webchat_ports import Copies
from bot.channels.webchat_site import Site, hidden
from bot.service.media import VOICE

_TOKEN = re.compile(r"[A-Za-z0-9_-]{40,60}")
_FILE = re.compile(r"[0-9a-f]{1,32}")
COOKIE, MINUTES = "copy", 15
_KEPT = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
}


class Papers:
    """Her copy, for her."""

    def __init__(self, site: Site, copies: Copies) -> None:
        self._site, self._copies = site, copies

    def routes(self) -> list[Route]:
        """The addresses of these pages."""
        page = self._site.kind
        return [
            Route("/mijn/k/{token}", page(self.door)),
            Route("/mijn/k", page(self.enter), methods=["POST"]),
            Route("/mijn/{how:str}", page(self.copy)),
            Route("/mijn/{how:str}/gegevens.json", page(self.data)),
            Route("/mijn/{how:str}/bestand/{name:str}", page(self.file)),
        ]

    async def door(self, request: Request, who: guard.Visitor) -> Response:
        """Behind her link. It opens nothing yet: link previews look at it too."""
        token = str(request.path_params["token"])
        visitor = guard.Visitor(before=who.before or guard.seed())
        good = token if _TOKEN.fullmatch(token) else ""
        page = self._site.page("copy_door", visitor, link_token=good)
        guard.greet(page, visitor.before, self._site.deps.public_url)
        return page

    async def enter(self, request: Request, who: guard.Visitor) -> Response:
        """Open it, once: this browser may look for a while, nobody else any more."""
        fields = await forms.read_small(request)
        before = guard.Visitor(before=who.before)
        link = fields.get("link", "")
        fits = _TOKEN.fullmatch(link) and self._site.ours(request, before, fields.get("token", ""))
        token = await self._copies.exchange(link) if fits else ""
        if not token:
            return self._site.page("copy_door", before, status=404, link_token="")
        response = self._site.go("/mijn/link")
        secure = guard.is_secure(self._site.deps.public_url)
        name = guard.cookie_name(secure, COOKIE)
        response.set_cookie(name, token, MINUTES * 60, secure=secure, httponly=True, samesite="lax")
        return response

    async def copy(self, request: Request, who: guard.Visitor) -> Response:
        """The page to read."""
        found = await self._found(request, who)
        if found is None:
            return self._site.page("copy_door", who, status=404, link_token="")
        return self._site.page(
            "copy",
            who,
            form=found["over"]["aanspreken_met"],
            copy=found,
            sections=SECTIONS,
            columns=COLUMNS,
            shown=shown,
            here=f"/mijn/{_how(request)}",
        )

    async def data(self, request: Request, who: guard.Visitor) -> Response:
        """The same as JSON, to keep or to take elsewhere."""
        found = await self._found(request, who)
        if found is None:
            return self._site.page("copy_door", who, status=404, link_token="")
        body = json.dumps(found, ensure_ascii=False, indent=2)
        headers = _KEPT | {"Content-Disposition": 'attachment; filename="mijn-gegevens.json"'}
        return Response(body, media_type="application/json; charset=utf-8", headers=headers)

    async def file(self, request: Request, who: guard.Visitor) -> Response:
        """One file that she sent."""
        name = str(request.path_params["name"])
        address, token = await self._key(request, who)
        known = _FILE.fullmatch(name) and (address or token)
        found = await self._copies.file(address, token, name) if known else None
        if found is None or found.body is None:
            return self._site.page("strange", who, status=404)
        ending = "ogg" if found.kind == VOICE else found.mime.rpartition("/")[2]
        safe = re.sub(r"[^a-z0-9]", "", ending) or "bin"
        headers = _KEPT | {"Content-Disposition": f'attachment; filename="{name[:8]}.{safe}"'}
        return Response(found.body, media_type="application/octet-stream", headers=headers)

    async def _found(self, request: Request, who: guard.Visitor) -> Mapping[str, Any] | None:
        address, token = await self._key(request, who)
        if address:
            return await self._copies.by_chat(address)
        return await self._copies.by_page(token) if token else None

    async def _key(self, request: Request, who: guard.Visitor) -> tuple[str, str]:
        """What opens this copy: her chat, unless its screen was emptied; or the opened link."""
        if _how(request) == "chat":
            talk = await self._site.talk(who)
            open_here = talk is not None and not hidden(who, talk)
            return (self._site.address(who) if open_here else ""), ""
        secure = guard.is_secure(self._site.deps.public_url)
        token = request.cookies.get(guard.cookie_name(secure, COOKIE), "")
        return "", token if _TOKEN.fullmatch(token) else ""


def _how(request: Request) -> str:
    return "chat" if request.path_params["how"] == "chat" else "link"
