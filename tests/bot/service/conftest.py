"""The line of `rig`, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.app import municipality
from bot.service.clock import SetClock
from bot.service.core import house_of, wire_up
from bot.service.outbox import Pace
from casework.municipality import Municipality
from storage.database import Database
from storage.vault import Vault
from tests.bot.service.rig import MONDAY, Post, Rig


@pytest.fixture
def town() -> Municipality:
    """Dordrecht."""
    return municipality("dordrecht")


@pytest.fixture
async def rig(database_url: str, vault: Vault, town: Municipality) -> AsyncIterator[Rig]:
    """A line with one Telegram-like channel; Monday 8 June 2026, 10:00."""
    database = await Database.open(database_url, vault)
    clock, post = SetClock(MONDAY), Post()
    core = wire_up(database, house_of(town, clock, "http://stapje.test", team_bot=True))
    core.deliver(post, Pace(rate=1e9, burst=1e9, gap=0.0))  # no waiting for tokens
    yield Rig(core, post, clock)
    await database.close()
