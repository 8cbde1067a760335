"""A colleague's browser before the desk of a `town`."""

from __future__ import annotations

import re
from html import unescape

from httpx2 import ASGITransport, AsyncClient
from starlette.applications import Starlette

from bot.desk.app import routes
from tests.bot.desk.test_desk_access import OWN_SITE
from tests.bot.desk.town import Desk


class Browsing:
    """The page that stands open, and what its forms carry along."""

    def __init__(self, client: AsyncClient) -> None:
        self._client, self.shown = client, ""

    def field(self, name: str) -> str:
        """What a hidden field holds; "" where there is none."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.shown)
        return found[1] if found else ""

    @property
    def text(self) -> str:
        """The page as it stands there, without its escapes."""
        return unescape(self.shown)


def served(desk: Desk) -> Starlette:
    """The desk's pages over this town."""
    return Starlette(routes=routes(desk.deps()))


async def entered(app: Starlette, person: str) -> AsyncClient:
    """The browser of somebody who logged in."""
    client = AsyncClient(transport=ASGITransport(app), base_url="http://testserver")
    await client.post("/werkplek/inloggen", data={"wie": person}, headers=OWN_SITE)
    return client
