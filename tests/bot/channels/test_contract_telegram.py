"""Both Telegram channels keep the channels' contract."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.bot.channels.contract.suite import FarChannelContract
from tests.bot.channels.telegram_rigs import TelegramRig, parents_rig, team_rig


@pytest.fixture(params=[parents_rig, team_rig], ids=["parents", "team"])
async def rig(request: pytest.FixtureRequest) -> AsyncIterator[TelegramRig]:
    async with request.param() as made:
        yield made


class TestTelegram(FarChannelContract):
    """See `FarChannelContract`."""
