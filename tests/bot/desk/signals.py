"""One colleague's browser on the pages of signals."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

from httpx2 import Response

from bot.service.clock import SetClock
from tests.bot.desk.browsing import Browsing, entered, served
from tests.bot.desk.forms import forms_on
from tests.bot.desk.test_desk_access import OWN_SITE
from tests.bot.desk.town import Desk

HERE = "/werkplek/signalen"
GOOD = {
    "creditor": "Trivire",
    "reference": "R-1",
    "kind": "rent",
    "began": "2026-10-10",
    "name": "Fatima",
}
HEAD = "referentie;soort;sinds;naam;bedrag\n"


class Browser(Browsing):
    """One colleague's browser."""

    async def open(self, path: str = "") -> Response:
        answer = await self._client.get(HERE + path)
        self.shown = answer.text
        return answer

    async def bring(self, body: bytes, creditor: str = "Trivire") -> Response:
        """Looks at a file, and keeps what is good."""
        await self.upload(body, creditor)
        return await self.keep()

    async def keep(self, **answers: str) -> Response:
        """Presses the button of the report that stands open."""
        (form,) = [one for one in forms_on(self.shown) if one.action == f"{HERE}/bewaren"]
        sent = {name: form.fields[name].value for name in ("bewijs", "bestand")}
        answer = await self._client.post(form.action, data=sent | answers, headers=OWN_SITE)
        self.shown = answer.text
        return answer

    async def upload(self, body: bytes, creditor: str = "Trivire") -> Response:
        """Sends a file with the form of the list: a look at it."""
        files = {"bestand": ("lijst.csv", body, "text/csv")}
        proof = {"bewijs": self.field("bewijs"), "schuldeiser": creditor}
        answer = await self._client.post(
            f"{HERE}/inlezen", data=proof, files=files, headers=OWN_SITE
        )
        onward = answer.headers.get("location")
        self.shown = (await self._client.get(onward)).text if onward else answer.text
        return answer

    async def send(self, path: str = "", **fields: str) -> Response:
        """Sends a form of the page it stands on, and follows to the page after it."""
        hidden = {name: self.field(name) for name in ("bewijs", "versie", "eenmaal")}
        answer = await self._client.post(HERE + path, data=hidden | fields, headers=OWN_SITE)
        onward = answer.headers.get("location")
        self.shown = (await self._client.get(onward)).text if onward else answer.text
        return answer

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", self.shown)))


async def browser(desk: Desk, person: str) -> Browser:
    made = Browser(await entered(served(desk), person))
    await made.open()
    return made


def later(desk: Desk, by: timedelta = timedelta(minutes=5)) -> None:
    clock = desk.house.clock
    assert isinstance(clock, SetClock)
    clock.set(clock.now() + by)
