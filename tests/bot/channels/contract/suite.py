"""What every channel must do with a message, whichever way it goes."""

from __future__ import annotations

from typing import Protocol

import pytest

from bot.service.ports import (
    Channel,
    Media,
    Outgoing,
    Refused,
    RetryAt,
    Sent,
    Unreachable,
    Unsure,
)
from dialogs.render import Message


class Rig(Protocol):
    """A channel with the other side under our hands. Troubles last for one call."""

    channel: Channel
    address: str

    def shown(self) -> list[str]: ...
    def leaves(self) -> None: ...
    def is_busy(self, seconds: int) -> None: ...
    def takes_and_hangs_up(self) -> None: ...
    def fails(self, status: int, *, after: bool) -> None: ...
    async def goes_down(self) -> None: ...


class ChannelContract:
    """Inherit in a `Test…` class whose module has a fixture `rig`."""

    def out(self, rig: Rig, text: str = "Hoi **Noor**", address: str = "") -> Outgoing:
        return Outgoing(1, address or rig.address, Message(text))

    async def test_a_message_arrives_once_and_has_an_id(self, rig: Rig) -> None:
        outcome = await rig.channel.send(self.out(rig))
        assert isinstance(outcome, Sent)
        assert outcome.remote
        assert rig.shown() == ["Hoi Noor"]

    async def test_what_people_type_is_never_mark_up(self, rig: Rig) -> None:
        text = "<b>1 < 2 & 3</b> <a href='x'>hoi</a> &lt; </i>"
        assert isinstance(await rig.channel.send(self.out(rig, text)), Sent)
        assert rig.shown() == [text]

    async def test_who_left_is_unreachable(self, rig: Rig) -> None:
        rig.leaves()
        assert await rig.channel.send(self.out(rig)) == Unreachable()

    async def test_a_chat_that_never_was_is_unreachable(self, rig: Rig) -> None:
        assert await rig.channel.send(self.out(rig, address="424242")) == Unreachable()

    async def test_an_address_of_another_channel_is_refused(self, rig: Rig) -> None:
        assert await rig.channel.send(self.out(rig, address="web-1f")) == Refused("address")

    async def test_busy_waits_as_long_as_it_says(self, rig: Rig) -> None:
        rig.is_busy(7)
        assert await rig.channel.send(self.out(rig)) == RetryAt(7.0)
        assert rig.shown() == []
        assert isinstance(await rig.channel.send(self.out(rig)), Sent)

    async def test_taken_without_an_answer_is_unsure(self, rig: Rig) -> None:
        rig.takes_and_hangs_up()
        assert await rig.channel.send(self.out(rig)) == Unsure()
        assert rig.shown() == ["Hoi Noor"]

    async def test_a_gateway_that_gave_up_is_unsure(self, rig: Rig) -> None:
        rig.fails(502, after=True)
        assert await rig.channel.send(self.out(rig)) == Unsure()
        assert rig.shown() == ["Hoi Noor"]

    async def test_a_server_that_says_it_failed_is_tried_again(self, rig: Rig) -> None:
        rig.fails(500, after=False)
        outcome = await rig.channel.send(self.out(rig))
        assert isinstance(outcome, RetryAt)
        assert not outcome.chat_only

    async def test_a_server_that_is_down_was_never_reached(self, rig: Rig) -> None:
        await rig.goes_down()
        outcome = await rig.channel.send(self.out(rig))
        assert isinstance(outcome, RetryAt)
        assert not outcome.chat_only

    async def test_a_file_that_is_not_there_is_an_oserror(self, rig: Rig) -> None:
        with pytest.raises(OSError):
            await rig.channel.fetch(Media("voice", remote="none"))
