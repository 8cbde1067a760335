"""The team's bot: rings, takes claims from people it knows, and says nothing about families."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.channels.polling import Polling
from bot.channels.team_telegram import CLAIM, CLAIM_LABEL, CLAIMED, TeamTelegram
from bot.service.ports import Malformed, Outgoing, Sent
from dialogs.render import Message
from tests.bot.channels.telegram_rigs import GROUP, SANNE, TEAM, TelegramRig, team_rig
from tests.fakes.telegram import DROP, buttons
from tests.fakes.telegram.user import User

CODE = "f" * 32
BELL = Outgoing(
    1,
    str(GROUP),
    Message("Nieuwe overdracht. Open de werkplek."),
    link=("Open de werkplek", "https://stapje.example/desk"),
    claim=CODE,
)


@pytest.fixture
async def rig() -> AsyncIterator[TelegramRig]:
    async with team_rig() as made:
        yield made


async def handle(rig: TelegramRig) -> None:
    """Take what waits, and finish what follows from it."""
    polling = Polling(rig.channel, wait=0, first=0.01)
    await polling.step()
    await polling.step()
    await rig.channel.close()


async def ring(rig: TelegramRig) -> None:
    assert isinstance(await rig.channel.send(BELL), Sent)


async def test_the_bell_has_a_claim_and_a_link_and_no_more(rig: TelegramRig) -> None:
    await ring(rig)
    (message,) = rig.user.sees
    assert message["text"] == "Nieuwe overdracht. Open de werkplek."
    assert buttons(message) == [
        {"text": CLAIM_LABEL, "callback_data": CLAIM + CODE},
        {"text": "Open de werkplek", "url": "https://stapje.example/desk"},
    ]


async def test_a_claim_is_taken_and_everybody_sees_it(rig: TelegramRig) -> None:
    await ring(rig)
    rig.user.presses(CLAIM_LABEL)
    await handle(rig)
    assert rig.claims.taken == [(CODE, SANNE)]
    assert rig.shown() == [CLAIMED]
    assert [a["text"] for a in rig.user.bot.answered] == ["Dank je. Je vindt alles op de werkplek."]
    assert not rig.user.bot.updates


async def test_a_stranger_gets_a_kind_no_and_changes_nothing(rig: TelegramRig) -> None:
    await ring(rig)
    User(rig.fake.world, rig.user.bot, 99, rig.user.chat).presses(CLAIM_LABEL)
    await handle(rig)
    assert rig.claims.taken == []
    assert [a["text"] for a in rig.user.bot.answered] == ["Deze bot is voor het wijkteam."]
    assert rig.shown() == ["Nieuwe overdracht. Open de werkplek."]


async def test_two_taps_at_once_are_two_questions_and_one_message(rig: TelegramRig) -> None:
    await ring(rig)
    rig.user.presses(CLAIM_LABEL)
    rig.user.presses(CLAIM_LABEL)
    await handle(rig)
    assert rig.claims.taken == [(CODE, SANNE)] * 2  # the handler makes it once
    assert rig.shown() == [CLAIMED]


@pytest.mark.parametrize("error", [ConnectionError("down"), PermissionError(13, "read-only file")])
async def test_a_claim_that_could_not_be_kept_is_not_confirmed(
    rig: TelegramRig, error: OSError
) -> None:
    await ring(rig)
    rig.user.presses(CLAIM_LABEL)

    async def fails(_code: str, _user: int) -> str:
        raise error

    broken = TeamTelegram(TEAM, rig.fake.base, fails, rig.shelf.accept)
    with pytest.raises(type(error)):
        await Polling(broken, wait=0, first=0.01).step()
    await broken.close()
    assert len(rig.user.bot.updates) == 1
    assert rig.user.bot.answered == []


async def test_a_claim_stands_when_it_cannot_be_shown(rig: TelegramRig) -> None:
    await ring(rig)
    rig.user.presses(CLAIM_LABEL)
    rig.fake.fault(DROP, method="answerCallbackQuery")
    await handle(rig)
    assert rig.claims.taken == [(CODE, SANNE)]


async def test_other_buttons_and_chatter_are_ignored(rig: TelegramRig) -> None:
    rig.user.says("Hoi bot")
    rig.user.presses(data="4:c.ja", message_id=3, inaccessible=True)
    await handle(rig)
    assert rig.claims.taken == []
    assert rig.user.sees == []


async def test_malformed_updates_are_set_aside_and_the_claim_goes_on(rig: TelegramRig) -> None:
    await ring(rig)
    for bad in ({"callback_query": {"id": "1"}}, {"callback_query": 7}):
        rig.fake.push_raw(TEAM, bad)
    rig.user.presses(CLAIM_LABEL)
    await handle(rig)
    assert [type(item) for item in rig.shelf.items] == [Malformed, Malformed]
    assert rig.claims.taken == [(CODE, SANNE)]
