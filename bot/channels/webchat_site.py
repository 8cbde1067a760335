"""What all pages of the web chat share: her visit, limits, cookies and plain words for trouble."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.channels import webchat_forms as forms
from bot.channels import webchat_guard as guard
from bot.channels.webchat_pages import Pages
from bot.channels.webchat_ports import Deps, Talk, Unavailable
from bot.service.ports import WEB, Incoming

QUESTION = "/chat?nu#vraag"  # `nu`: her browser was told where on the page to land
Endpoint = Callable[[Request, guard.Visitor], Awaitable[Response]]


class Site:
    """Holds no state that matters: limits only."""

    def __init__(self, deps: Deps) -> None:
        self.deps, self._pages = deps, Pages(deps.front, deps.words)
        self._limiter = FixedWindowRateLimiter(MemoryStorage())

    def kind(self, endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
        """This endpoint for its visitor; what goes wrong becomes a page in plain words."""

        async def handle(request: Request) -> Response:
            who = guard.visitor(request, self.deps.public_url)
            try:
                return await endpoint(request, who)
            except (Unavailable, TimeoutError):
                return self.page("away", who, status=503)
            except forms.Unreadable:
                return self.page("strange", who, status=400)
            except forms.TooMuch:
                return self.page("strange", who, status=413)

        return handle

    def page(self, name: str, who: guard.Visitor, **context: Any) -> Response:
        """The page from this template, with what its forms need."""
        context.setdefault("key", guard.seed())
        token = self.deps.signer.form(who.secret) if who.secret else ""
        return self._pages.show(f"{name}.html", token=token, known=bool(who.token), **context)

    def go(self, to: str, who: guard.Visitor | None = None) -> Response:
        """Send her on; with a visitor her browser remembers, or forgets, who she is."""
        response = RedirectResponse(to, 303, guard.no_store())
        if who is not None:
            guard.remember(response, who, self.deps.public_url)
        return response

    async def talk(self, who: guard.Visitor) -> Talk | None:
        """Her conversation. Raises Unavailable, or TimeoutError when storage is slow."""
        if not who.token:
            return None
        async with asyncio.timeout(self.deps.patience.storage):
            return await self.deps.line.talk(self.address(who))

    def incoming(self, who: guard.Visitor, kind: str, key: str, code: str = "") -> Incoming:
        """One thing from her, now."""
        at = self.deps.clock.now()
        return Incoming(WEB, self.address(who), self.key(who, key), at, kind, code=code)

    def address(self, who: guard.Visitor) -> str:
        """Her address on channel `web`."""
        return self.deps.signer.address(who.token)

    def key(self, who: guard.Visitor, key: str) -> str:
        """Dedupe key; hers alone, whatever key somebody else sends."""
        return f"{self.address(who)[:32]}:{key}"

    def ours(self, request: Request, who: guard.Visitor, token: str) -> bool:
        """Whether a form with this token is one of our own, filled in by this visitor."""
        return guard.ours(request, who, token, self.deps.signer, self.deps.public_url)

    def may(self, name: str, *, starts: bool = False) -> bool:
        """Whether this sender is still within what one may do in a minute."""
        patience = self.deps.patience
        limit = RateLimitItemPerMinute(patience.starts if starts else patience.posts)
        return self._limiter.hit(limit, name)

    def now(self) -> int:
        """Epoch milliseconds."""
        return int(self.deps.clock.now().timestamp() * 1000)


def hidden(who: guard.Visitor, talk: Talk) -> bool:
    """Whether nothing may be shown: cleared since this device opened it."""
    return who.opened == 0 or who.opened < int(talk.cleared_at * 1000)
