"""Coming in, hiding, leaving and coming back: every page around the conversation itself."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from bot.channels import webchat_forms as forms
from bot.channels import webchat_guard as guard
from bot.channels.webchat_ports import Unavailable
from bot.channels.webchat_site import QUESTION, Site, hidden
from bot.service.codes import leads
from bot.service.ports import Incoming

_CODE = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Door:
    """The pages before, beside and after the conversation."""

    def __init__(self, site: Site) -> None:
        self._site, self._deps = site, site.deps

    async def landing(self, request: Request, who: guard.Visitor) -> Response:
        """Who we are and how long it takes; nothing is kept of a mere visitor.

        Whoever has a conversation here goes on with it, but a code from a letter comes first.
        """
        code = _code(request.query_params.get("code", ""))
        if who.token and await self._site.talk(who):
            return self._with_code(who, code) if leads(code) else self._site.go(QUESTION)
        return self._landing(request, who)

    def _with_code(self, who: guard.Visitor, code: str, status: int = 200) -> Response:
        """She is known here: her own conversation goes on, with what the letter is about."""
        return self._site.page("landing", who, status=status, code=code)

    def _landing(self, request: Request, who: guard.Visitor, status: int = 200) -> Response:
        who = guard.Visitor(before=who.before or guard.seed())
        code = _code(request.query_params.get("code", ""))
        page = self._site.page("landing", who, status=status, code=code)
        guard.greet(page, who.before, self._deps.public_url)
        return page

    async def begin(self, request: Request, who: guard.Visitor) -> Response:
        """Make her conversation, once for each form."""
        fields = await forms.read_small(request)
        if who.token and await self._site.talk(who):
            return await self._begin_again(request, who, fields)
        key, fresh = fields.get("key", ""), guard.Visitor(before=who.before)
        if not guard.is_seed(key) or not self._site.ours(request, fresh, fields.get("token", "")):
            return self._landing(request, fresh, status=403)
        if not self._site.may(f"start:{_network(request)}", starts=True):
            return self._site.page("busy", fresh, status=429)
        who = guard.Visitor(self._deps.signer.token(key, who.before), self._site.now())
        if await self._worn_out(who, fields):
            return self._begin_without(fresh)
        async with asyncio.timeout(self._deps.patience.storage):
            await self._deps.line.accept(self._first(who, fields), self._deps.patience.reply)
        return self._site.go(QUESTION, who)

    async def _begin_again(
        self, request: Request, who: guard.Visitor, fields: Mapping[str, str]
    ) -> Response:
        """A code from a letter goes into the conversation that she has here already."""
        code, key = _code(fields.get("code", "")), fields.get("key", "")
        if leads(code) and guard.is_seed(key):
            if not self._site.ours(request, who, fields.get("token", "")):
                return self._with_code(who, code, status=403)
            if not self._site.may(f"start:{_network(request)}", starts=True):
                return self._site.page("busy", who, status=429)
            item = self._site.incoming(who, "start", f"start:{key}", code=code)
            async with asyncio.timeout(self._deps.patience.storage):
                await self._deps.line.accept(item, self._deps.patience.reply)
        return self._site.go(QUESTION)

    async def _worn_out(self, who: guard.Visitor, fields: Mapping[str, str]) -> bool:
        """Whether this is a code of a letter that opens nothing (any more): nothing is begun.

        Not for the same form once more, and not for who wants to call.
        """
        code = _code(fields.get("code", ""))
        if not leads(code) or fields.get("command") == "bellen" or await self._site.talk(who):
            return False
        async with asyncio.timeout(self._deps.patience.storage):
            return not await self._deps.line.opens(code)

    def _begin_without(self, who: guard.Visitor) -> Response:
        """The code does not work; she may begin without it, or call."""
        who = guard.Visitor(before=who.before or guard.seed())
        page = self._site.page("worn_out", who, status=410)
        guard.greet(page, who.before, self._deps.public_url)
        return page

    def _first(self, who: guard.Visitor, fields: Mapping[str, str]) -> Incoming:
        """Her start, or her wish to talk to a person before anything else."""
        item = self._site.incoming(who, "start", "start", code=_code(fields.get("code", "")))
        calls = fields.get("command") == "bellen"
        return replace(item, kind="command", command="bellen") if calls else item

    async def empty(self, request: Request, who: guard.Visitor) -> Response:
        """A page on which nothing can be read."""
        return self._site.page("empty", who, closed=bool(who.token))

    async def clear(self, request: Request, who: guard.Visitor) -> Response:
        """Hide everything up to now on every device; works when storage is away too."""
        return await self._hide(request, who, "/leeg")

    async def leave(self, request: Request, who: guard.Visitor) -> Response:
        """Hide everything and go to a page that tells nothing."""
        return await self._hide(request, who, self._deps.front.leave_to)

    async def _hide(self, request: Request, who: guard.Visitor, to: str) -> Response:
        """No form token is asked: hiding hurts nobody. Her own browser hides by its cookie,
        whatever becomes of the storage."""
        if not who.token or not guard.same_site(request, self._deps.public_url):
            return self._site.go(to)
        address, at = self._site.address(who), self._deps.clock.now().timestamp()
        with suppress(Unavailable, TimeoutError):
            async with asyncio.timeout(1.0):
                await self._deps.line.clear(address, at)
            self._deps.bells.ring(address)
        return self._site.go(to, replace(who, opened=0))

    async def go_on(self, request: Request, who: guard.Visitor) -> Response:
        """Show the question of now again, from here on."""
        fields = await forms.read_small(request)
        if not self._site.ours(request, who, fields.get("token", "")):
            return self._site.page("empty", who, closed=bool(who.token), status=403)
        return self._site.go(QUESTION, replace(who, opened=self._site.now()))

    async def link(self, request: Request, who: guard.Visitor) -> Response:
        """Her personal link, and how to let go of this phone."""
        talk = await self._site.talk(who)
        if talk is None:
            return self._site.go("/", guard.Visitor())
        if hidden(who, talk):
            return self._site.page("empty", who, form=talk.form, closed=True)
        base = self._deps.public_url or f"{request.url.scheme}://{request.url.netloc}"
        return self._site.page("link", who, form=talk.form, link=f"{base}/v/{who.token}")

    async def forget(self, request: Request, who: guard.Visitor) -> Response:
        """This browser no longer knows her; her conversation stays behind her link."""
        fields = await forms.read_small(request)
        if not self._site.ours(request, who, fields.get("token", "")):
            return self._site.page("empty", who, closed=bool(who.token), status=403)
        return self._site.go("/leeg", guard.Visitor())

    async def resume_page(self, request: Request, who: guard.Visitor) -> Response:
        """The page behind her link. It opens nothing yet: link previews look at it too."""
        before = guard.Visitor(before=who.before or guard.seed())
        token = str(request.path_params["token"])
        page = self._site.page("resume", before, link_token=token if guard.is_token(token) else "")
        guard.greet(page, before.before, self._deps.public_url)
        return page

    async def resume(self, request: Request, who: guard.Visitor) -> Response:
        """Open the conversation of her link here; the token leaves the address bar."""
        fields = await forms.read_small(request)
        token = fields.get("link", "")
        fits = self._site.ours(request, guard.Visitor(before=who.before), fields.get("token", ""))
        opened = guard.Visitor(token if guard.is_token(token) else "", self._site.now())
        if not fits or not opened.token or await self._site.talk(opened) is None:
            return self._site.page("resume", who, link_token="", status=404)
        return self._site.go(QUESTION, opened)


def _code(text: str) -> str:
    """The code of a letter or poster she came from; anything else is none."""
    return text if _CODE.fullmatch(text) else ""


def _network(request: Request) -> str:
    return request.client.host if request.client else ""
