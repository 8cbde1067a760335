"""The bots that are compared, each a process of its own."""

from __future__ import annotations

import asyncio
import base64
import os
import socket
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
MASTER = bytes(range(32))
MIB = 1024 * 1024


@dataclass(slots=True)
class Bot:
    """One bot: how it is started, and what it costs while it runs."""

    name: str
    token: str
    command: Sequence[str]
    environment: dict[str, str]
    answers_all: bool = False  # an echo: every message is an answer
    process: Process | None = None

    async def start(self) -> None:
        """Begin the process; it is not ready yet."""
        inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, *self.command, stdout=DEVNULL, stderr=DEVNULL, cwd=ROOT,
            env=inherited | {"PYTHONPATH": str(ROOT)} | self.environment,
        )  # fmt: skip

    async def stop(self) -> None:
        """End it, calmly."""
        if self.process is not None and self.process.returncode is None:
            self.process.terminate()
            await self.process.wait()

    def cpu(self) -> float:
        """Seconds of CPU time so far, user and system."""
        times = self._about().cpu_times()
        return float(times.user + times.system)

    def memory(self) -> float:
        """Resident MiB now."""
        return float(self._about().memory_info().rss / MIB)

    def _about(self) -> psutil.Process:
        assert self.process is not None, "not started"
        return psutil.Process(self.process.pid)


def ours(
    base: str, folder: Path, mode: str = "polling", url: str = "", command: Sequence[str] = ()
) -> Bot:
    """`stapje run` with its data in this folder."""
    number = {"polling": 1001, "webhook": 1002}[mode]
    token = f"{number}:AAbench"
    port = free_port()
    environment = {
        "STAPJE_DATA_DIR": str(folder),
        "STAPJE_KEY": base64.b64encode(MASTER).decode(),
        "STAPJE_PORT": str(port),
        "STAPJE_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "STAPJE_PARENTS_BOT_TOKEN": token,
        "STAPJE_TELEGRAM_API_BASE": base,
        "STAPJE_TELEGRAM_MODE": mode,
        "STAPJE_TELEGRAM_SECRET": "bench-secret",
    } | ({"STAPJE_DATABASE_URL": url} if url else {})
    return Bot(f"ours, {mode}", token, command or ["-m", "bot", "run"], environment)


def echo(base: str) -> Bot:
    """A bare aiogram bot that says what it hears."""
    token = "2001:AAecho"
    return Bot("aiogram echo", token, ["-m", "bench.rivals.echo", base, token], {}, True)


def form(base: str, folder: Path) -> Bot:
    """An aiogram form that commits every turn to SQLite."""
    token = "3001:AAform"
    command = ["-m", "bench.rivals.form", base, token, str(folder / "form.db")]
    return Bot("aiogram form", token, command, {})


def free_port() -> int:
    """A port on loopback that nobody uses now."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port: int = door.getsockname()[1]
    return port
