"""A form that is sent twice, over the real line: counted once, and told as it is."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.bot.channels.test_webchat_copy import browser as browser
from tests.bot.service.conftest import rig as rig
from tests.bot.service.conftest import town as town
from tests.bot.service.rig import Rig

OLD = "Dat hoorde bij een vorige vraag"
FORM = re.compile(r'<form[^>]*action="(/begin|/chat)"[^>]*>(.*?)</form>', re.S)
HIDDEN = re.compile(r'type="hidden" name="(\w+)" value="([^"]*)"')


def turn(page: str) -> int:
    return int(re.findall(r'data-turn="(\d+)"', page)[0])


class Sender:
    """Somebody who fills in the forms of the page, and keeps the last one she sent."""

    def __init__(self, rig: Rig, browser: httpx.AsyncClient) -> None:
        rig.core.intake.follow = rig.core.turns.join  # a turn comes with what it answers
        self._browser = browser
        self._form: dict[str, str] = {}
        self._to = ""
        self.page = httpx.Response(200)

    async def opens(self) -> None:
        self.page = await self._browser.get("/")

    async def sends(self, **fields: str) -> None:
        found = FORM.search(self.page.text)
        assert found
        self._to, self._form = found[1], dict(HIDDEN.findall(found[2])) | fields
        await self.again()

    async def taps(self, label: str) -> None:
        [press] = re.findall(rf'value="([^"]*)"[^>]*>{label}<', self.page.text)
        await self.sends(press=press)

    async def again(self, **changes: str) -> None:
        """The same form once more, as a double tap or a bad network does."""
        form = self._form | changes
        answer = await self._browser.post(self._to, data=form)
        self.page = answer
        if answer.status_code == 303:
            self.page = await self._browser.get("/chat?nu")

    async def to_her_name(self) -> None:
        await self.opens()
        await self.sends()
        for label in ("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je"):
            await self.taps(label)
        assert "Hoe mag ik je noemen?" in self.page.text


@pytest.fixture
async def sender(rig: Rig, browser: httpx.AsyncClient) -> Sender:
    sender = Sender(rig, browser)
    await sender.to_her_name()
    return sender


@pytest.mark.parametrize("words", ["Fatima", "  Fatima\r\n", "Fatima 111222333"])
async def test_what_she_typed_sent_twice_is_not_called_unsent(sender: Sender, words: str) -> None:
    await sender.sends(text=words)
    before = sender.page.text
    await sender.again()
    assert turn(sender.page.text) == turn(before) > 5
    assert OLD not in sender.page.text


async def test_other_words_in_a_form_that_was_counted_are_not_lost(sender: Sender) -> None:
    await sender.sends(text="Fatima")
    await sender.again(text="Nee, Samira")
    assert OLD in sender.page.text
    assert "Nee, Samira" in sender.page.text
