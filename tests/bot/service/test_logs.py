"""Words, tokens and addresses are in no log, whatever happens."""

from __future__ import annotations

import logging
import sys
from typing import Any

import pytest

from bot.service import logs, turn
from bot.service.ports import Outcome, Outgoing
from tests.bot.service.rig import Rig

CANARY = "kanarie-4711"


def test_only_known_fields_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise ValueError(CANARY)
    except ValueError as error:
        logs.get().error("turn_failed", inbox_id=7, text=CANARY, exc_info=error)
    said = capsys.readouterr().err
    assert CANARY not in said
    assert "inbox_id=7" in said
    assert "error=ValueError" in said
    assert "where=tests/bot/service/test_logs.py:" in said


@pytest.mark.parametrize("name", ["aiogram.event", "telegram.ext", "httpx", "sqlalchemy.pool"])
def test_libraries_say_where_and_what_but_not_which_words(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = logging.root.handlers[:], logging.root.level
    monkeypatch.setattr("sys.excepthook", sys.excepthook)
    monkeypatch.setattr(logs, "_least", logging.INFO)
    try:
        logs.configure(logging.DEBUG)
        try:
            raise OSError(f"https://api.telegram.org/bot1:{CANARY}/sendMessage")
        except OSError:
            logging.getLogger(name).exception("could not send %s", CANARY)
        logging.getLogger(name).error("%s", {"text": CANARY}, extra={"chat": CANARY})
        said = capsys.readouterr().err
    finally:
        logging.root.handlers[:], logging.root.level = before
        logging.captureWarnings(False)
    assert CANARY not in said
    assert f"logger={name}" in said
    assert "error=OSError" in said


def test_dying_says_where_and_not_which_words(capsys: pytest.CaptureFixture[str]) -> None:
    group = BaseExceptionGroup(CANARY, [ValueError(CANARY), KeyError(CANARY)])
    logs._ended(type(group), group, None)
    said = capsys.readouterr().err
    assert CANARY not in said
    assert "error=ValueError" in said
    assert "error=KeyError" in said


async def test_a_canary_through_every_error_path(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    async def fails(work: Any) -> None:
        raise RuntimeError(work.item.text)

    def refuses(out: Outgoing) -> Outcome:
        raise ConnectionError(out.message.text + out.address)

    monkeypatch.setattr(turn, "take", fails)
    rig.post.outcome = refuses
    await rig.core.intake.accept([rig.item(CANARY, text=CANARY)])
    for _ in range(6):
        await rig.core.turns.run_batch()
    await rig.settle()
    said = "".join(capfd.readouterr())
    assert CANARY not in said
    assert said.count("turn_failed") == 5
    assert "send_raised" in said
