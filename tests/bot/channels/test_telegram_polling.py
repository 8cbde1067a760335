"""Polling: committed first, confirmed after; what fails confirms nothing and is tried again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.channels.polling import Polling
from bot.service.ports import Incoming, Malformed
from tests.bot.channels.telegram_rigs import PARENTS, TelegramRig, parents_rig
from tests.fakes.telegram import CUT, REFUSE


@pytest.fixture
async def rig() -> AsyncIterator[TelegramRig]:
    async with parents_rig() as made:
        yield made


class Running:
    """A poll loop that runs until the end of the block."""

    def __init__(self, rig: TelegramRig) -> None:
        self.stop = asyncio.Event()
        self._polling = Polling(rig.channel, wait=5, first=0.01, longest=0.05)

    async def __aenter__(self) -> Running:
        self._task = asyncio.create_task(self._polling.run(self.stop))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.stop.set()
        async with asyncio.timeout(4.0):  # it does not wait for an open question
            await self._task


async def until_confirmed(rig: TelegramRig, seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while rig.user.bot.updates:  # noqa: ASYNC110  the fake tells nobody
            await asyncio.sleep(0.005)


async def test_what_waits_is_kept_in_order_and_then_confirmed(rig: TelegramRig) -> None:
    for number in range(250):
        rig.user.says(str(number))
    async with Running(rig):
        await until_confirmed(rig)
    assert rig.shelf.texts == [str(number) for number in range(250)]
    assert max(rig.shelf.batches) == 100


async def test_a_message_wakes_an_open_question(rig: TelegramRig) -> None:
    async with Running(rig):
        await asyncio.sleep(0.1)
        rig.user.says("hoi")
        await until_confirmed(rig, seconds=4.0)
    assert rig.shelf.texts == ["hoi"]


async def test_nothing_is_confirmed_while_storage_fails(rig: TelegramRig) -> None:
    rig.shelf.broken = 10**6
    rig.user.says("hoi")
    async with Running(rig):
        await asyncio.sleep(0.2)
        assert len(rig.user.bot.updates) == 1
        rig.shelf.broken = 0
        await until_confirmed(rig)
    assert rig.shelf.texts == ["hoi"]


async def test_one_malformed_among_fifty_is_set_aside_and_the_others_are_kept(
    rig: TelegramRig,
) -> None:
    for number in range(49):
        if number == 17:
            rig.fake.push_raw(PARENTS, {"message": {"text": "geheim", "chat": "?"}})
        rig.user.says(str(number))
    async with Running(rig):
        await until_confirmed(rig)
    assert rig.shelf.batches == [50]
    assert rig.shelf.texts == [str(number) for number in range(49)]
    (aside,) = [item for item in rig.shelf.items if isinstance(item, Malformed)]
    assert b"geheim" in aside.body


async def test_an_update_without_a_number_does_not_stop_the_next(rig: TelegramRig) -> None:
    rig.fake.push_raw(PARENTS, {"update_id": None, "message": 1})
    rig.user.says("hoi")
    async with Running(rig):
        await until_confirmed(rig)
    assert rig.shelf.texts == ["hoi"]


async def test_restarted_numbers_are_taken(rig: TelegramRig) -> None:
    """After a quiet week Telegram starts anywhere; a new process starts without an offset."""
    rig.user.says("oud")
    async with Running(rig):
        await until_confirmed(rig)
    rig.user.bot.next_update = 5
    rig.user.says("nieuw")
    async with Running(rig):
        await until_confirmed(rig)
    assert rig.shelf.texts == ["oud", "nieuw"]


async def test_trouble_on_the_line_is_waited_out(rig: TelegramRig) -> None:
    rig.fake.fault(CUT, method="deleteWebhook")
    rig.fake.fault(REFUSE, method="getUpdates", status=502, bare=True)
    rig.fake.fault(REFUSE, method="getUpdates", status=429, retry_after=1)
    rig.user.says("hoi")
    async with Running(rig):
        await until_confirmed(rig)
    assert rig.shelf.texts == ["hoi"]


async def test_a_webhook_that_was_set_is_dropped_and_what_waits_stays(rig: TelegramRig) -> None:
    await rig.channel.be_called("https://stapje.example/x", "s")
    rig.user.bot.webhook, hook = None, rig.user.bot.webhook
    rig.user.says("hoi")
    rig.user.bot.webhook = hook
    async with Running(rig):
        await until_confirmed(rig)
    assert rig.user.bot.webhook is None
    assert rig.shelf.texts == ["hoi"]


async def test_a_second_poller_is_named_in_the_log_and_both_go_on(
    rig: TelegramRig, capsys: pytest.CaptureFixture[str]
) -> None:
    async with Running(rig), Running(rig):
        await asyncio.sleep(0.3)
        rig.user.says("hoi")
        await until_confirmed(rig)
    assert {item.text for item in rig.shelf.items if isinstance(item, Incoming)} == {"hoi"}
    said = capsys.readouterr()
    assert "second_poller" in said.out + said.err
