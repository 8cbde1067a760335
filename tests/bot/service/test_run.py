"""`stapje run` as an operator sees it: it starts, answers, ends calmly, and says what is wrong."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[3]


@dataclass
class Service:
    """A running service: where it said it is, and the file with what it complains about."""

    process: subprocess.Popen[str]
    address: str
    log: Path

    def ended(self) -> int:
        """Wait for its end; the exit code."""
        return self.process.wait(timeout=60)

    def said(self) -> str:
        """All it wrote to stderr so far."""
        return self.log.read_text("utf-8")

    def page(self, path: str = "") -> str:
        """The page at this path."""
        with urllib.request.urlopen(self.address + path, timeout=30) as answer:
            body: bytes = answer.read()
        return body.decode()


@contextmanager
def running(folder: Path, name: str = "one", **settings: str) -> Iterator[Service]:
    """The service in demo mode on a free port."""
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "STAPJE_DEMO": "1"}
    env |= {"STAPJE_PORT": "0", "STAPJE_DATA_DIR": str(folder / "data")} | settings
    log = folder / f"{name}.log"
    with log.open("w") as said:  # a file: a pipe that nobody reads fills up
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            env=env, cwd=folder, stdout=subprocess.PIPE, stderr=said, text=True,
        )  # fmt: skip
    try:
        assert process.stdout
        line = process.stdout.readline()
        yield Service(process, line.split()[-1] if line else "", log)
    finally:
        process.kill()
        process.communicate()


def test_it_starts_answers_and_ends_calmly(tmp_path: Path) -> None:
    with running(tmp_path) as service:
        assert service.address.startswith("http://127.0.0.1:")
        assert service.page("gezond") == "ok"
        assert "<form" in service.page()
        assert "Inloggen" in service.page("werkplek/inloggen")
        service.process.send_signal(signal.SIGTERM)
        assert service.ended() == 0
        assert service.said() == ""


def test_it_ends_soon_although_telegram_never_answers(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes every line and says nothing
        base = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with running(
            tmp_path,
            STAPJE_TELEGRAM_API_BASE=base,
            STAPJE_PARENTS_BOT_TOKEN="123456789:AAExampleToken",
            STAPJE_TEAM_BOT_TOKEN="987654321:AAExampleToken",
            STAPJE_TEAM_CHAT_ID="-5",
        ) as service:
            assert service.page("gezond") == "ok"
            began = time.monotonic()
            service.process.send_signal(signal.SIGTERM)
            assert service.ended() == 0
            assert time.monotonic() - began < 10.0  # 2 on a quiet machine


def test_without_tokens_no_heavy_library_is_loaded(tmp_path: Path) -> None:
    with running(tmp_path, PYTHONPROFILEIMPORTTIME="1") as service:
        assert service.page("gezond") == "ok"
        service.process.send_signal(signal.SIGTERM)
        service.ended()
        loaded = {line.rpartition("|")[2].strip() for line in service.said().splitlines()}
    assert "bot.service.turns" in loaded
    assert not loaded & {"aiogram", "telegram", "alembic", "holidays", "PIL", "icalendar"}
    assert ("uvloop.loop" in loaded) is (find_spec("uvloop") is not None)


def test_without_uvloop_it_runs_as_well(tmp_path: Path) -> None:
    (tmp_path / "uvloop.py").write_text("raise ImportError", "utf-8")
    with running(tmp_path, PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}") as service:
        assert service.page("gezond") == "ok"
        service.process.send_signal(signal.SIGTERM)
        assert service.ended() == 0


def test_a_bot_answers_before_the_pages_and_what_only_they_need_are_loaded() -> None:
    code = (
        "import sys; import bot.cli, bot.app.running; from bot.channels.parents_telegram import "
        "ParentsTelegram; heavy = {'aiogram', 'starlette', 'jinja2', 'uvicorn', 'rich', 'PIL'}; "
        "sys.exit(', '.join(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    with running(tmp_path) as first:
        port = first.address.rstrip("/").rpartition(":")[2]
        with running(tmp_path, "two", STAPJE_PORT=port) as second:
            assert second.ended() == 2
            said = second.said()
    assert said.startswith("stapje: STAPJE_PORT: cannot listen on 127.0.0.1:")
    assert said.count("\n") == 1


def test_a_database_that_is_not_there_is_one_line_without_its_password(tmp_path: Path) -> None:
    url = "postgresql://her:canary@127.0.0.1:9/none"
    with running(tmp_path, STAPJE_DATABASE_URL=url) as service:
        assert service.ended() == 2
        said = service.said()
    assert said.startswith("stapje: STAPJE_DATABASE_URL: the database cannot be opened")
    assert "canary" not in said
    assert said.count("\n") == 1
