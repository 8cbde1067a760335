"""What starting the parents' bot costs, and that models which wait to be built do work."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from bot.channels.parents_telegram.lazy_aiogram import built, types, unbuilt_models

ROOT = Path(__file__).resolve().parents[3]
_MEASURE = """
import json, pathlib, sys, time
started = time.process_time()
{first}
from bot.channels.parents_telegram import ParentsTelegram, translate
message = {{"message_id": 1, "date": 1, "chat": {{"id": 7, "type": "private"}}, "text": "hoi"}}
found = translate({{"update_id": 1, "message": message}})
import aiogram.types
unbuilt = not aiogram.types.Poll.__pydantic_complete__
aiohttp = "aiohttp" in sys.modules
status = pathlib.Path("/proc/self/status").read_text()
highest = next(line for line in status.splitlines() if line.startswith("VmHWM"))
print(json.dumps({{
    "text": found.text,
    "unbuilt": unbuilt,
    "aiohttp": aiohttp,
    "seconds": time.process_time() - started,
    "mib": int(highest.split()[1]) / 1024,
}}))
import aiogram.client.session.aiohttp as theirs
assert theirs.AiohttpSession.__module__ == theirs.__name__
"""


def start(first: str = "") -> dict[str, Any]:
    """A fresh process that reads one update, and what it cost."""
    code = _MEASURE.format(first=first)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


@pytest.mark.slow
def test_the_first_update_is_read_for_half_of_the_memory_and_less_time() -> None:
    lazy, eager = start(), start("import aiogram")
    assert (lazy["text"], lazy["unbuilt"]) == ("hoi", True)
    assert (lazy["aiohttp"], eager["aiohttp"]) == (False, True)
    assert (eager["text"], eager["unbuilt"]) == ("hoi", False)
    assert lazy["seconds"] < eager["seconds"] / 1.5
    assert lazy["mib"] < eager["mib"] / 2


_WITHOUT = """
import sys
from bot.channels.parents_telegram import ParentsTelegram, translate
her = {"id": 7, "type": "private"}
person = her | {"is_bot": False, "first_name": "Noor"}
head = {"message_id": 1, "date": 1, "chat": her, "from": person}
for text in ("/start", "hoi"):
    assert translate({"update_id": 1, "message": head | {"text": text}})
assert "aiogram" not in sys.modules
assert translate({"update_id": 1, "message": head | {"voice": {
    "file_id": "a", "file_unique_id": "b", "duration": 1}}}).kind == "media"
assert "aiogram" in sys.modules
"""


def test_words_and_commands_are_read_without_aiogram_and_the_rest_with_it() -> None:
    subprocess.run([sys.executable, "-c", _WITHOUT], cwd=ROOT, check=True)


def test_pydantic_is_itself_again_after_the_import() -> None:
    before = BaseModel.__dict__["model_rebuild"]
    block = unbuilt_models()
    block.__enter__()
    assert BaseModel.__dict__["model_rebuild"] is not before
    assert not block.__exit__(ImportError, ImportError(), None)
    assert BaseModel.__dict__["model_rebuild"] is before


@pytest.mark.parametrize("kind", sorted(set(types.Update.model_fields) - {"update_id"}))
def test_every_kind_of_update_is_checked_to_the_bottom(kind: str) -> None:
    """A model that was left unbuilt would let anything through, or fail to find its names."""
    update = built(types.Update)
    with pytest.raises(ValueError, match=kind):
        update.model_validate({"update_id": 1, kind: {"nonsense": 1}})
    with pytest.raises(ValueError, match=kind):
        update.model_validate({"update_id": 1, kind: "nonsense"})
    assert update.model_validate({"update_id": 1, kind: None}).update_id == 1


def test_what_lies_deep_is_the_real_thing() -> None:
    chat = {"id": 7, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "text": "hoi"}
    origin = {"type": "chat", "date": 1, "sender_chat": chat}
    raw = {"update_id": 1, "message": message | {"forward_origin": origin}}
    update = built(types.Update).model_validate(raw)
    assert update.message
    assert type(update.message) is types.Message
    assert type(update.message.chat) is types.Chat
    assert type(update.message.forward_origin) is types.MessageOriginChat
    assert update.message.date.tzinfo is not None
