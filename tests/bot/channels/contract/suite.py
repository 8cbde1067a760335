"""What every channel must do with a message, whichever way it goes."""

from __future__ import annotations

from typing import Protocol

import pytest

from bot.service.ports import (
    Channel,
    Media,
    Outcome,
    Outgoing,
    Refused,
    RetryAt,
    Sent,
    Unreachable,
    Unsure,
)
from dialogs.render import Message


class Rig(Protocol):
    """A channel with the other side under our hands."""

    channel: Channel
    address: str

    async def sends(self, out: Outgoing) -> Outcome:
        """As the outbox does: the message is on disk first."""

    def shown(self) -> list[str]:
        """What she reads, one text a message."""


class FarRig(Rig, Protocol):
    """A channel with a network and a server of others in between. Troubles last for one call."""

    def leaves(self) -> None: ...
    def is_busy(self, seconds: int) -> None: ...
    def takes_and_hangs_up(self) -> None: ...
    def fails(self, status: int, *, after: bool) -> None: ...
    async def goes_down(self) -> None: ...


def out(rig: Rig, text: str = "Hoi **Noor**", address: str = "") -> Outgoing:
    return Outgoing(1, address or rig.address, Message(text))


class ChannelContract:
    """Of every channel. Inherit in a `Test…` class whose module has a fixture `rig`."""

    async def test_a_message_arrives_once(self, rig: Rig) -> None:
        assert isinstance(await rig.sends(out(rig)), Sent)
        assert rig.shown() == ["Hoi Noor"]

    async def test_messages_arrive_in_order(self, rig: Rig) -> None:
        for text in ("een", "twee", "drie"):
            assert isinstance(await rig.sends(out(rig, text)), Sent)
        assert rig.shown() == ["een", "twee", "drie"]

    async def test_what_people_type_is_never_mark_up(self, rig: Rig) -> None:
        text = "<b>1 < 2 & 3</b> <a href='x'>hoi</a> &lt; </i>"
        assert isinstance(await rig.sends(out(rig, text)), Sent)
        assert rig.shown() == [text]

    async def test_a_long_text_arrives_whole(self, rig: Rig) -> None:
        words = [f"woord{number}" for number in range(900)]
        assert isinstance(await rig.sends(out(rig, " ".join(words))), Sent)
        assert " ".join(rig.shown()).split() == words

    async def test_emoji_and_accents_arrive_as_they_are(self, rig: Rig) -> None:
        assert isinstance(await rig.sends(out(rig, "één ☀️ 👩‍👧 ş ğ")), Sent)
        assert rig.shown() == ["één ☀️ 👩‍👧 ş ğ"]

    async def test_a_file_that_is_not_there_is_an_oserror(self, rig: Rig) -> None:
        with pytest.raises(OSError):
            await rig.channel.fetch(Media("voice", remote="none"))


class FarChannelContract(ChannelContract):
    """Of a channel whose server is not ours: whatever the network does has a name."""

    async def test_what_arrived_has_an_id(self, rig: FarRig) -> None:
        outcome = await rig.sends(out(rig))
        assert isinstance(outcome, Sent)
        assert outcome.remote

    async def test_who_left_is_unreachable(self, rig: FarRig) -> None:
        rig.leaves()
        assert await rig.sends(out(rig)) == Unreachable()

    async def test_a_chat_that_never_was_is_unreachable(self, rig: FarRig) -> None:
        assert await rig.sends(out(rig, address="424242")) == Unreachable()

    async def test_an_address_of_another_channel_is_refused(self, rig: FarRig) -> None:
        assert await rig.sends(out(rig, address="web-1f")) == Refused("address")

    async def test_busy_waits_as_long_as_it_says(self, rig: FarRig) -> None:
        rig.is_busy(7)
        assert await rig.sends(out(rig)) == RetryAt(7.0)
        assert rig.shown() == []
        assert isinstance(await rig.sends(out(rig)), Sent)

    async def test_taken_without_an_answer_is_unsure(self, rig: FarRig) -> None:
        rig.takes_and_hangs_up()
        assert await rig.sends(out(rig)) == Unsure()
        assert rig.shown() == ["Hoi Noor"]

    async def test_a_gateway_that_gave_up_is_unsure(self, rig: FarRig) -> None:
        rig.fails(502, after=True)
        assert await rig.sends(out(rig)) == Unsure()
        assert rig.shown() == ["Hoi Noor"]

    async def test_a_server_that_says_it_failed_is_tried_again(self, rig: FarRig) -> None:
        rig.fails(500, after=False)
        outcome = await rig.sends(out(rig))
        assert isinstance(outcome, RetryAt)
        assert not outcome.chat_only

    async def test_a_server_that_is_down_was_never_reached(self, rig: FarRig) -> None:
        await rig.goes_down()
        outcome = await rig.sends(out(rig))
        assert isinstance(outcome, RetryAt)
        assert not outcome.chat_only
