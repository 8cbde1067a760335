"""The web chat keeps the channels' contract too: what she reads is what her page shows."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

import pytest

from bot.channels.webchat import WebChat
from bot.service.ports import Outcome, Outgoing
from tests.bot.channels.contract.suite import ChannelContract
from tests.bot.channels.web_parent import Parent

_BUBBLE = re.compile(r'<div class="bot"[^>]*>(.*?)</div>', re.DOTALL)
_LINE = re.compile(r"<p>(.*?)</p>", re.DOTALL)


@dataclass
class WebRig:
    """A parent who looks at the page in her browser. See `contract.suite.Rig`."""

    parent: Parent = field(default_factory=lambda: Parent().begin())

    def __post_init__(self) -> None:
        self.channel = WebChat(self.parent.deps.bells)
        self.address = self.parent.address

    async def sends(self, out: Outgoing) -> Outcome:
        """Her page reads the outbox itself; an open page must hear the bell."""
        with self.parent.deps.bells.listening(out.address) as ear:
            self.parent.line.reply(out.address, out.message.text)
            ear.clear()
            outcome = await self.channel.send(out)
            assert ear.is_set(), "an open page does not hear that there is news"
        return outcome

    def shown(self) -> list[str]:
        """The bot's messages above the question of now."""
        page = self.parent.web.get("/chat?nu").text
        said = ["\n\n".join(_LINE.findall(bubble)) for bubble in _BUBBLE.findall(page)]
        return [html.unescape(re.sub(r"</?(strong|a|br)\b[^>]*>", "", one)) for one in said][:-1]


@pytest.fixture
def rig() -> WebRig:
    return WebRig()


class TestWebChat(ChannelContract):
    """See `ChannelContract`."""
