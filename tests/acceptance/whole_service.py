"""The whole service on a free port of this machine, in a thread: chat, desk and every loop."""

from __future__ import annotations

import asyncio
import base64
import socket
import threading
from datetime import datetime, timedelta
from pathlib import Path

from bot.app import web
from bot.app.starting import start
from bot.channels.webchat import WebChat
from bot.service.clock import SetClock
from bot.service.outbox import Pace
from bot.settings import Settings

KEY = base64.b64encode(bytes(range(32))).decode()
AT_ONCE = Pace(rate=1e9, burst=1e9, gap=0.0)
LOOK = 0.05  # seconds between looks at what came due


class Service:
    """Start it, use `url`, move its clock, stop it."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.clock = SetClock(now)
        self._folder = folder
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)
        self._thread.start()
        assert self._ready.wait(30), "the service did not start"

    def passes(self, **time: float) -> None:
        """Time goes by."""
        self.clock.set(self.clock.now() + timedelta(**time))

    def stop(self) -> None:
        assert self._loop
        assert self._stop
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        self._door.close()

    async def _run(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        settings = Settings(key=KEY, demo=True, data_dir=self._folder, _env_file=None)  # type: ignore[arg-type,call-arg]  # as an operator writes them
        core = await start(settings, self.clock, self.url)
        core.intake.follow = core.turns.join
        chat = WebChat()
        delivery = core.deliver(chat, AT_ONCE)
        server = web.server(web.application(settings, core, chat, ()))

        async def ticks() -> None:
            while not (self._stop and self._stop.is_set()):
                await core.reminders.tick()
                await core.relay.tick()
                await asyncio.sleep(LOOK)

        async def end() -> None:
            assert self._stop
            await self._stop.wait()
            server.should_exit = True
            core.turns.wake.set()
            core.ring()

        self._ready.set()
        await asyncio.gather(
            core.turns.run(self._stop), delivery.run(self._stop), server.serve([self._door]),
            ticks(), end(),
        )  # fmt: skip
        await core.database.close()
