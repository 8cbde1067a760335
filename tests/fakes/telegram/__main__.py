"""`python -m tests.fakes.telegram --port 0`: prints the address and serves until it is ended."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys

from tests.fakes.telegram import spec
from tests.fakes.telegram.limits import Limits
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.telegram.state import World


async def serve(port: int, limits: bool, check: bool, journal: bool) -> None:
    """Serve until SIGTERM or SIGINT."""
    world = World(
        spec=spec.load() if check else None,
        limits=Limits() if limits else None,
        keep_journal=journal,
    )
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    async with FakeTelegram(world, port) as fake:
        sys.stdout.write(fake.base + "\n")
        sys.stdout.flush()
        await stop.wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="A local Telegram Bot API for tests.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--limits", action="store_true", help="30 a second, 1 a second in a chat")
    parser.add_argument("--no-spec", action="store_true", help="skip the description's checks")
    parser.add_argument("--no-journal", action="store_true", help="keep no journal (benchmarks)")
    given = parser.parse_args()
    asyncio.run(serve(given.port, given.limits, not given.no_spec, not given.no_journal))
