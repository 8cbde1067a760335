"""The process under test: `stapje run`, started and killed as told."""

from __future__ import annotations

import asyncio
import base64
import os
import signal
import socket
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOKEN, SECRET = "110201543:AAcrash", "crash-secret"
MASTER = bytes(range(32))
START = 60.0  # seconds a start may take on a busy machine


class Died(AssertionError):
    """The process ended by itself; the message is the end of its log."""


@dataclass(slots=True)
class Service:
    """`stapje run` over one database; `awake` tells whether it listens to Telegram."""

    folder: Path
    database_url: str
    mode: str  # polling, webhook
    telegram: str  # base address of the fake
    ahead: float
    awake: Callable[[], bool]
    starts: list[float] = field(default_factory=list)  # seconds from the word to awake
    _maker: Process | None = None
    _pid: int = 0
    _port: int = 0
    _began: float = 0.0

    @property
    def address(self) -> str:
        """Where its pages are."""
        self._port = self._port or free_port()
        return f"http://127.0.0.1:{self._port}"

    async def begin(self) -> None:
        """Start it."""
        self._maker = self._maker or await self._spawn()
        self._began = time.monotonic()
        self._pid = int(await self._ask("go"))

    async def wakes(self) -> None:
        """Wait until it listens. Raises Died."""
        while not self.awake():
            if time.monotonic() - self._began > START:
                raise TimeoutError(self._log())
            await asyncio.sleep(0.01)
            await self._check()
        self.starts.append(time.monotonic() - self._began)

    async def kill(self, sign: int = signal.SIGKILL) -> None:
        """End it. Raises Died when it had ended before."""
        await self._check()
        os.kill(self._pid, sign)
        await self._ask("wait")

    async def close(self) -> None:
        """End everything."""
        if self._maker is not None and self._maker.stdin is not None:
            self._maker.stdin.close()
            await self._maker.wait()

    async def _check(self) -> None:
        if (status := await self._ask("poll")) != "runs":
            raise Died(f"it ended by itself with {status}: {self._log()}")

    async def _ask(self, word: str) -> str:
        maker = self._maker
        assert maker is not None
        assert maker.stdin is not None
        assert maker.stdout is not None
        maker.stdin.write(f"{word}\n".encode())
        async with asyncio.timeout(START):
            answer = (await maker.stdout.readline()).decode().strip()
        if not answer:
            raise Died(self._log())
        return answer

    async def _spawn(self) -> Process:
        with (self.folder / "log.txt").open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.crash.serve", str(self.ahead),
                stdin=PIPE, stdout=PIPE, stderr=log, cwd=self.folder, env=self._environment(),
            )  # fmt: skip

    def _environment(self) -> dict[str, str]:
        address = self.address
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return kept | {
            "PYTHONPATH": str(ROOT),
            "STAPJE_DATA_DIR": str(self.folder),
            "STAPJE_DATABASE_URL": self.database_url,
            "STAPJE_KEY": base64.b64encode(MASTER).decode(),
            "STAPJE_PORT": str(self._port),
            "STAPJE_PUBLIC_URL": address,
            "STAPJE_DEMO": "1",  # the desk lets us in
            "STAPJE_PARENTS_BOT_TOKEN": TOKEN,
            "STAPJE_TELEGRAM_API_BASE": self.telegram,
            "STAPJE_TELEGRAM_MODE": self.mode,
            "STAPJE_TELEGRAM_SECRET": SECRET,
        }

    def _log(self) -> str:
        """The end of what it said; ids and places only, as all our logs."""
        return (self.folder / "log.txt").read_text("utf-8", "replace")[-3000:]


def free_port() -> int:
    """A port on loopback that nobody uses now."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port: int = door.getsockname()[1]
    return port
