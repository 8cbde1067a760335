"""The Telegram bots that are configured. Each library is imported only when its bot is."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from bot.service import logs
from bot.service.core import Core
from bot.service.fetching import Fetching
from bot.service.waiting import nap
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.channels.telegram_source import Source

log = logs.get()
_FIRST, _LONGEST = 1.0, 60.0  # seconds between tries to make Telegram call us


class Loop(Protocol):
    """Something that runs until it is told to stop."""

    async def run(self, stop: asyncio.Event) -> None:
        """Run until `stop` is set."""


@dataclass(slots=True)
class Bots:
    """The bots, as sources of updates and as channels."""

    sources: list[Any] = field(default_factory=list)
    fetching: list[Fetching] = field(default_factory=list)

    async def close(self) -> None:
        """End their connections."""
        for source in self.sources:
            await source.close()


def configured(settings: Settings, core: Core) -> Bots:
    """The bots that have a token; their deliveries are added to `core`."""
    bots, base = Bots(), settings.telegram_api_base
    if settings.parents_bot_token:
        from bot.channels.parents_telegram import ParentsTelegram

        token = settings.parents_bot_token.get_secret_value()
        house = core.house
        parents = ParentsTelegram(token, base, house.clock, core.intake.accept, house.doors.named)
        core.deliver(parents)
        bots.sources.append(parents)
        bots.fetching.append(Fetching(core.database, parents))
    if settings.team_bot_token:
        from bot.channels.team_telegram import TeamTelegram

        token = settings.team_bot_token.get_secret_value()
        team = TeamTelegram(token, base, core.tandem.claim_in_chat, core.intake.accept)
        core.deliver(team, team_chat=str(settings.team_chat_id))
        bots.sources.append(team)
    return bots


def listeners(settings: Settings, core: Core, bots: Bots) -> list[Loop]:
    """A poll loop for each bot, or what makes Telegram call us."""
    if not bots.sources:
        return []
    if settings.telegram_mode == "polling":
        from bot.channels.polling import Polling

        return [Polling(source) for source in bots.sources]
    from bot.channels.webhook import path

    assert settings.telegram_secret is not None  # the settings saw to it
    secret = settings.telegram_secret.get_secret_value()
    return [Calling(one, core.house.address + path(one), secret) for one in bots.sources]


class Calling:
    """Asks Telegram to call us, until it has agreed."""

    def __init__(self, source: Source, url: str, secret: str) -> None:
        self._source, self._url, self._secret = source, url, secret

    async def run(self, stop: asyncio.Event) -> None:
        """Try until it worked or we stop."""
        pause = _FIRST
        while not stop.is_set():
            try:
                await self._source.be_called(self._url, self._secret)
            except Exception as error:  # as the poll loop: an outage at the start is no reason
                log.warning("webhook_not_set", channel=self._source.name, exc_info=error)
                await nap(stop, pause)
                pause = min(pause * 2, _LONGEST)
            else:
                return
