"""Colleagues hear by mail what the team hears, not more often than every few minutes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from bot.service import posts
from bot.service.clock import SetClock
from bot.service.core import house_of, wire_up
from bot.service.outbox import Pace
from bot.service.ports import Media, Outcome, Outgoing, Sent
from casework.municipality import Municipality
from storage.database import Database
from storage.vault import Vault
from tests.bot.service.rig import MONDAY, Post, Rig
from tests.bot.service.test_talks import sent_in

Told = list[tuple[str, str]]


@dataclass
class Ears:
    """A way out that remembers."""

    name: str
    heard: list[posts.Post] = field(default_factory=list)

    async def send(self, out: Outgoing) -> Outcome:
        self.heard.append(posts.load(out.message))
        return Sent()

    async def fetch(self, media: Media) -> bytes:
        raise OSError

    def told(self) -> Told:
        return [(one.what, one.to) for one in self.heard]


@pytest.fixture
def ears() -> dict[str, Ears]:
    return {name: Ears(name) for name in sorted(posts.CHANNELS)}


@pytest.fixture
async def rig(
    database_url: str, vault: Vault, town: Municipality, ears: dict[str, Ears]
) -> AsyncIterator[Rig]:
    """As the other rig, with mail and the town's systems and without a team bot."""
    people = [replace(p, email=f"{p.id}@dordrecht.example") for p in town.people]
    town = replace(town, people=tuple(people))
    database = await Database.open(database_url, vault)
    clock, post = SetClock(MONDAY), Post()
    core = wire_up(database, house_of(town, clock, "http://stapje.test", outlets=posts.CHANNELS))
    core.deliver(post, Pace(rate=1e9, burst=1e9, gap=0.0))
    for one in ears.values():
        core.deliver(one)
    yield Rig(core, post, clock)
    await database.close()


async def after(rig: Rig, **time: float) -> None:
    rig.clock.set(rig.clock.now() + timedelta(**time))
    for delivery in rig.core.deliveries:
        await delivery.flush()


async def test_news_of_five_minutes_is_one_mail_to_each(rig: Rig, ears: dict[str, Ears]) -> None:
    await sent_in(rig)
    await after(rig, seconds=0)
    assert ears["mail"].told() == []
    await after(rig, minutes=6)
    told = ears["mail"].told()
    assert {what for what, _ in told} == {posts.NEWS}
    assert len(told) == len({to for _, to in told}) == 2
    await after(rig, minutes=30)
    assert ears["mail"].told() == told


async def test_the_towns_systems_hear_of_it_once(rig: Rig, ears: dict[str, Ears]) -> None:
    await sent_in(rig)
    await after(rig, seconds=0)
    (event, *_rest) = ears["webhook"].heard
    assert event.what == posts.OPENED
    assert len(event.handoff) == 32
    (task,) = ears["openklant"].heard
    assert task.handoff == event.handoff


async def test_danger_is_mailed_at_once(rig: Rig, ears: dict[str, Ears]) -> None:
    await rig.gives(rig.item("1", "start"))
    await rig.says("ik wil dood")
    await after(rig, seconds=0)
    told = ears["mail"].told()
    assert [what for what, _ in told] == [posts.URGENT] * 2
    assert "dood" not in repr(ears)
    assert "suicide" not in repr(ears)
