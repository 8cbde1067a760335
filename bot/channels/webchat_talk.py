"""The conversation's own pages: read, answer, hear news, fetch an invitation."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from bot.channels import webchat_forms as forms
from bot.channels import webchat_guard as guard
from bot.channels.webchat_live import MOST, news, stream
from bot.channels.webchat_pages import view
from bot.channels.webchat_ports import Talk, Unavailable
from bot.channels.webchat_site import QUESTION, Site, hidden
from bot.channels.webchat_upload import cleaned
from bot.service.intake import kept
from bot.service.media import VOICE, NotAllowed
from bot.service.ports import Incoming, Media


class Conversation:
    """What she does while she talks with the bot."""

    def __init__(self, site: Site) -> None:
        self._site, self._deps = site, site.deps
        self._line = site.deps.line

    async def chat(self, request: Request, who: guard.Visitor) -> Response:
        """The conversation since she opened it here, and the question of now."""
        talk = await self._site.talk(who)
        if talk is None:
            return self._site.go("/", guard.Visitor())
        if "nu" not in request.query_params:
            return self._site.go(QUESTION)  # only a redirect makes a bare page land there
        return self._chat(who, await self._a_moment(who, talk))

    async def answer(self, request: Request, who: guard.Visitor) -> Response:
        """Commit what she sent and show what comes next."""
        try:
            form = await forms.read(request)
        except forms.TooMuch as error:
            return await self._refused(request, who, error.form, "size")
        if not who.token or not self._site.ours(request, who, form.token) or not form.key:
            return self._again(who, form, status=403)
        try:
            async with asyncio.timeout(self._deps.patience.storage):
                return await self._answer(who, form)
        except (Unavailable, TimeoutError):
            return self._again(who, form, status=503)
        except NotAllowed as error:
            return await self._refused(request, who, form, error.reason)

    async def _answer(self, who: guard.Visitor, form: forms.Form) -> Response:
        talk = await self._site.talk(who)
        if talk is None:
            return self._site.go("/", guard.Visitor())
        key = self._site.key(who, form.key)
        if (before := await self._line.counted(key)) is not None:
            return self._counted(who, talk, before, form)
        if not self._site.may(f"post:{self._site.address(who)}"):
            return self._again(who, form, status=429)
        if form.empty:
            return self._chat(who, talk, notice="empty", sent=form, status=422)
        current = form.at_turn(talk.turn)
        if current is None:
            return self._chat(who, talk, notice="old", sent=form, status=409)
        await self._line.accept(await self._item(who, current), self._deps.patience.reply)
        return self._site.go(QUESTION, who)

    def _counted(self, who: guard.Visitor, talk: Talk, before: str, form: forms.Form) -> Response:
        """Tapped twice, or sent again after a bad network; other words than before are not lost."""
        if kept(form.text.strip()) not in ("", before) and not forms.refuses(form.press):
            return self._chat(who, talk, notice="old", sent=form, status=409)
        return self._site.go(QUESTION, who)

    async def _item(self, who: guard.Visitor, form: forms.Form) -> Incoming:
        """Her form as one thing: what stands beside the button she pressed goes along."""
        refuses = forms.refuses(form.press)
        kind = "press" if form.press else "media" if form.upload else "text"
        item = self._site.incoming(who, kind, form.key)
        item = replace(item, press=form.press, picked=form.picked, text=form.text.strip())
        if form.upload is None or refuses:
            return replace(item, text="") if refuses else item
        return replace(item, media=await self._media(who, form, form.upload))

    async def _media(self, who: guard.Visitor, form: forms.Form, upload: forms.Upload) -> Media:
        """Keep her file. Raises NotAllowed."""
        file = await cleaned(upload)
        seconds = form.seconds if file.kind == VOICE else 0
        address = self._site.address(who)
        name, size = self._deps.signer.file(self._site.key(who, form.key)), len(file.body)
        await self._line.keep(address, name, file.kind, file.mime, file.body, seconds)
        return Media(file.kind, attachment=name, mime=file.mime, size=size, seconds=seconds)

    async def _refused(
        self, request: Request, who: guard.Visitor, form: forms.Form, reason: str
    ) -> Response:
        """A file that we do not take; her words stay."""
        talk = await self._site.talk(who)
        if talk is None or not self._site.ours(request, who, form.token):
            return self._site.page("strange", who, status=413)
        return self._chat(who, talk, notice=reason, sent=form, status=422)

    async def live(self, request: Request, who: guard.Visitor) -> Response:
        """A stream that tells an open page that there is news."""
        address, bells = self._site.address(who), self._deps.bells
        if await self._site.talk(who) is None or bells.crowd(address) >= MOST:
            return Response(status_code=204)  # tells a browser to stop asking
        stamp = request.query_params.get("stamp", "")
        events = news(self._line, bells, address, stamp, self._deps.patience.stream)
        return stream(events, {"Cache-Control": "no-store"})

    async def calendar(self, request: Request, who: guard.Visitor) -> Response:
        """Her own appointment for her calendar."""
        talk = await self._site.talk(who)
        number = str(request.path_params["appointment"])
        found = await self._line.invitation(self._site.address(who), number) if talk else None
        if found is None:
            return self._site.page("strange", who, status=404)
        return Response(found, media_type="text/calendar; charset=utf-8", headers=_CALENDAR)

    def _chat(
        self,
        who: guard.Visitor,
        talk: Talk,
        notice: str = "",
        sent: forms.Form | None = None,
        status: int = 200,
    ) -> Response:
        """The page; what she sent and we did not take stands in it again."""
        if hidden(who, talk):
            return self._site.page("empty", who, form=talk.form, closed=True)
        shown = view(talk, who.opened / 1000)
        return self._site.page(
            "chat",
            who,
            form=talk.form,
            status=status,
            view=shown,
            notice=notice,
            draft=sent.text if sent else "",
            ticks=sent.picked if sent and sent.turn == talk.turn else (),
        )

    def _again(self, who: guard.Visitor, form: forms.Form, status: int) -> Response:
        """Nothing was confirmed: the page keeps what she typed and offers to send it again."""
        return self._site.page("again", who, status=status, sent=form, key=form.key or guard.seed())

    async def _a_moment(self, who: guard.Visitor, talk: Talk) -> Talk:
        """Wait a little for the reply that is under way, so that she need not refresh."""
        ends = asyncio.get_running_loop().time() + self._deps.patience.reply
        with self._deps.bells.listening(self._site.address(who)) as ear:
            while talk.waiting and (left := ends - asyncio.get_running_loop().time()) > 0:
                with suppress(TimeoutError):
                    await asyncio.wait_for(ear.wait(), min(left, 0.5))
                ear.clear()
                talk = await self._site.talk(who) or talk
        return talk


_CALENDAR = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Disposition": 'attachment; filename="afspraak.ics"',
}
