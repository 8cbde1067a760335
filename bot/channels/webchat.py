"""The parents' web chat: pages that work without JavaScript, on an old phone and a bad network.

Every form is committed first and then answered with a redirect, so a refresh never repeats it;
its random key makes that tapping twice counts once. The personal token is nowhere kept: only a
keyed hash of it is the address of channel `web`.
"""

from __future__ import annotations

from typing import Any

from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels.webchat_copy import Papers
from bot.channels.webchat_door import Door
from bot.channels.webchat_live import HouseBells
from bot.channels.webchat_pages import STATIC
from bot.channels.webchat_ports import Bells, Deps
from bot.channels.webchat_site import Site
from bot.channels.webchat_talk import Conversation
from bot.service.ports import WEB, Media, Outcome, Outgoing, Sent


class WebChat:
    """Channel `web`: a message has arrived as soon as it is committed; open pages hear a bell."""

    name = WEB

    def __init__(self, bells: Bells | None = None) -> None:
        self.bells = bells or HouseBells()

    async def send(self, out: Outgoing) -> Outcome:
        """Nothing to carry: her page reads the outbox itself."""
        self.bells.ring(out.address)
        return Sent()

    async def fetch(self, media: Media) -> bytes:
        """Files come in with their form. Raises OSError: there is nothing to fetch."""
        raise FileNotFoundError(media.kind)


def routes(deps: Deps) -> list[Route | Mount]:
    """All addresses of the parents' web chat."""
    site = Site(deps)
    door, talk, page = Door(site), Conversation(site), site.kind
    papers = Papers(site, deps.copies).routes() if deps.copies else []
    return [
        *papers,
        Route("/", page(door.landing)),
        Route("/begin", page(door.begin), methods=["POST"]),
        Route("/chat", page(talk.chat)),
        Route("/chat", page(talk.answer), methods=["POST"]),
        Route("/chat/live", page(talk.live)),
        Route("/afspraak/{appointment}.ics", page(talk.calendar)),
        Route("/leeg", page(door.empty)),
        Route("/leeg", page(door.clear), methods=["POST"]),
        Route("/weg", page(door.leave), methods=["POST"]),
        Route("/verder", page(door.go_on), methods=["POST"]),
        Route("/link", page(door.link)),
        Route("/loslaten", page(door.forget), methods=["POST"]),
        Route("/v/{token}", page(door.resume_page)),
        Route("/v", page(door.resume), methods=["POST"]),
        Mount("/web", _Static(directory=STATIC), name="web"),
    ]


class _Static(StaticFiles):
    """Style and script; their address changes with their content, so they are kept long."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """The file, with how long it may be kept."""
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response
