"""No token, no chat and no word of hers in a log line, whatever goes wrong."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

import pytest
import structlog

from bot.channels.polling import Polling
from bot.service import logs
from bot.service.ports import Outgoing
from dialogs.render import Button, Message
from tests.bot.channels.telegram_rigs import NOOR, PARENTS, TEAM, TelegramRig, parents_rig, team_rig
from tests.fakes.telegram import CUT, DROP, REFUSE

CANARY = "kanarie-in-haar-woorden"


@pytest.fixture(params=[parents_rig, team_rig], ids=["parents", "team"])
async def rig(request: pytest.FixtureRequest) -> AsyncIterator[TelegramRig]:
    async with request.param() as made:
        yield made


async def trouble(rig: TelegramRig) -> None:
    """Everything that can go wrong, once."""
    message = Message(CANARY, 1, answers=(Button(CANARY, "1:ok"),))
    question = Outgoing(1, rig.address, message, claim=CANARY)
    await rig.channel.send(question)
    for status in (400, 401, 403, 429, 500, 502):
        rig.fake.fault(REFUSE, status=status, description=CANARY)
        await rig.channel.send(question)
    for kind in (CUT, DROP):
        rig.fake.fault(kind)
        await rig.channel.send(question)
    rig.user.says(CANARY)
    rig.user.presses(0)
    rig.fake.push_raw(rig.user.bot.token, {"callback_query": {"data": CANARY}})
    rig.fake.fault(REFUSE, method="answerCallbackQuery", description=CANARY)
    rig.fake.fault(REFUSE, method="getUpdates", status=409, description=CANARY)
    rig.fake.fault(REFUSE, method="getUpdates", status=502, description=CANARY, bare=True)
    rig.shelf.broken = 1
    polling = Polling(rig.channel, wait=0, first=0.01, longest=0.01)
    stop = asyncio.Event()
    running = asyncio.create_task(polling.run(stop))
    await asyncio.sleep(0.3)
    stop.set()
    await running
    await rig.fake.stop()
    await rig.channel.send(question)


async def test_nothing_private_is_logged(
    rig: TelegramRig, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure(logging.DEBUG)
    logging.getLogger().setLevel(logging.DEBUG)  # the libraries at their most talkative
    structlog.configure(cache_logger_on_first_use=False)  # later tests have another stderr
    try:
        await trouble(rig)
    finally:
        structlog.reset_defaults()
        logging.getLogger().handlers.clear()
        logging.getLogger().setLevel(logging.WARNING)
    said = "".join(capsys.readouterr())
    assert "poll_failed" in said  # it did speak
    assert "logger=" in said or rig.channel.name == "telegram"
    for secret in (CANARY, PARENTS.partition(":")[2], TEAM.partition(":")[2]):
        assert secret not in said
    assert str(NOOR) not in [word.partition("=")[2] for word in said.split()]
