"""`stapje run` as an operator sees it: it starts, answers, ends calmly, and says what is wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[3]


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The service in demo mode on a free port, and the address it printed."""
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "STAPJE_DEMO": "1"}
    env |= {"STAPJE_PORT": "0", "STAPJE_DATA_DIR": str(folder / "data")} | settings
    told = folder / f"{len(list(folder.iterdir()))}.log"
    with told.open("w") as log:  # a file: a pipe that nobody reads fills up
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            env=env, cwd=folder, stdout=subprocess.PIPE, stderr=log, text=True,
        )  # fmt: skip
    try:
        assert process.stdout
        line = process.stdout.readline()
        yield process, line.split()[-1] if line else ""
    finally:
        process.kill()
        process.communicate()


def page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:
        body: bytes = answer.read()
    return body.decode()


def test_it_starts_answers_and_ends_calmly(tmp_path: Path) -> None:
    begun = time.monotonic()
    with running(tmp_path) as (process, address):
        assert address.startswith("http://127.0.0.1:")
        assert page(address + "gezond") == "ok"
        took = time.monotonic() - begun
        assert "<form" in page(address)
        assert "Inloggen" in page(address + "werkplek/inloggen")
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=15) == 0
        assert process.stderr
        assert process.stderr.read() == ""
        assert took < 20, "starting takes too long"


def test_without_tokens_no_telegram_library_is_loaded(tmp_path: Path) -> None:
    with running(tmp_path, PYTHONPROFILEIMPORTTIME="1") as (process, address):
        assert page(address + "gezond") == "ok"
        process.send_signal(signal.SIGTERM)
        _, imports = process.communicate(timeout=30)
    loaded = {line.rpartition("|")[2].strip() for line in imports.splitlines()}
    assert "bot.service.turns" in loaded
    assert not loaded & {"aiogram", "telegram", "alembic", "holidays", "PIL", "icalendar"}


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    with running(tmp_path) as (_, address):
        port = address.rstrip("/").rpartition(":")[2]
        with running(tmp_path / "..", STAPJE_PORT=port) as (second, _):
            _, said = second.communicate(timeout=30)
            assert second.returncode == 2
            assert said.startswith("stapje: STAPJE_PORT: cannot listen on 127.0.0.1:")
            assert said.count("\n") == 1


def test_a_database_that_is_not_there_is_one_line_without_its_password(tmp_path: Path) -> None:
    url = "postgresql://her:canary@127.0.0.1:9/none"
    with running(tmp_path, STAPJE_DATABASE_URL=url) as (process, _):
        _, said = process.communicate(timeout=60)
        assert process.returncode == 2
        assert said.startswith("stapje: STAPJE_DATABASE_URL: the database cannot be opened")
        assert "canary" not in said
        assert said.count("\n") == 1
