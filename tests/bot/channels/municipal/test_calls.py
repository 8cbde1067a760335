"""One call to a system of the town, on a real socket."""

from __future__ import annotations

from bot.channels.municipal.calls import Calls
from tests.bot.channels.raw_server import check_stops


async def test_a_cancellation_that_comes_with_the_answer_is_heeded() -> None:
    """The client drops it: a delivery that was told to end went on to the next post."""
    calls = Calls({})
    await check_stops(lambda url: calls.post(url, b"{}"))
