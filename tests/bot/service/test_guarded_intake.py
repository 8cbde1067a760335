"""A BSN, IBAN or card is gone before anything is kept, wherever it was put on whatever channel."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

import pytest

from bot.channels.parents_telegram import updates
from bot.channels.telegram_source import aside
from bot.service import wire
from bot.service.ports import Incoming
from storage import inbox
from tests.bot.service.rig import MONDAY, Rig

BSN, IBAN = "111222333", "NL91ABNA0417164300"
SAID = f"mijn bsn is 111.222.333 en {IBAN.lower()}"
CHAT = {"id": 123456782, "type": "private", "first_name": "Samira"}


def update(**message: Any) -> dict[str, Any]:
    """A message as Telegram brings it."""
    return {
        "update_id": 1,
        "message": {"message_id": 5, "date": 1780000000, "chat": CHAT, "from": PERSON} | message,
    }


PERSON = CHAT | {"is_bot": False}
VOICE = {"file_id": "AwAC123", "file_unique_id": "A1", "duration": 3}
FILE = {"file_id": "BQAC123", "file_unique_id": "B1", "file_name": f"{BSN}.pdf"}
CARD = {"phone_number": BSN, "first_name": BSN, "vcard": f"NOTE:{BSN}"}
PLACE = {"location": {"latitude": 1.0, "longitude": 2.0}, "title": BSN, "address": SAID}


async def kept(rig: Rig, item: Incoming, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the inbox is given to keep."""
    seen: list[inbox.Received] = []
    receive = inbox.receive

    async def noted(tx: Any, rows: Any, municipality: str) -> list[int]:
        seen.extend(rows)
        return await receive(tx, rows, municipality)

    monkeypatch.setattr(inbox, "receive", noted)
    await rig.core.intake.accept([item])
    assert len(seen) == 1
    return json.dumps(json.loads(seen[0].body), ensure_ascii=False)


@pytest.mark.parametrize(
    "raw",
    [
        update(text=SAID),
        update(text=f"/{BSN}"),
        update(text=f"/start {BSN}"),
        update(text=f"/bsn {SAID}"),
        update(voice=VOICE, caption=SAID),
        update(document=FILE, caption=SAID),
        update(photo=[VOICE | {"width": 1, "height": 1}], caption=SAID),
        update(contact=CARD),
        update(venue=PLACE),
        {"update_id": 1, "edited_message": update(text=SAID, edit_date=1780000009)["message"]},
        {"update_id": 1, "edited_message": update(voice=VOICE, caption=SAID)["message"]},
    ],
)
async def test_telegram(rig: Rig, monkeypatch: pytest.MonkeyPatch, raw: dict[str, Any]) -> None:
    item = updates.translate(raw, MONDAY)
    assert item is not None
    body = await kept(rig, replace(item, address="1"), monkeypatch)
    assert not any(number in body for number in (BSN, "111.222", IBAN, IBAN.lower()))


@pytest.mark.parametrize("channel", ["telegram", "web", "terminal"])
@pytest.mark.parametrize(
    "put",
    [
        {"kind": "text", "text": SAID},
        {"kind": "media", "text": SAID},
        {"kind": "press", "press": "1:c.yes", "text": SAID},
        {"kind": "press", "press": f"1:c.{BSN}"},
        {"kind": "press", "press": f"1:x.{IBAN}"},
        {"kind": "press", "press": "1:ok", "picked": ("food", BSN)},
        {"kind": "command", "command": BSN, "text": f"/{BSN}"},
        {"kind": "start", "code": IBAN},
        {"kind": "edited", "text": SAID},
        {"kind": "unsupported", "text": SAID},
    ],
)
async def test_every_field_that_she_can_fill(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, channel: str, put: dict[str, Any]
) -> None:
    body = await kept(rig, Incoming(channel, "1", "k", MONDAY, **put), monkeypatch)
    assert not any(number in body for number in (BSN, "111.222", IBAN, IBAN.lower()))


def test_no_field_was_forgotten() -> None:
    ours = {"channel", "address", "key", "at", "kind", "media", "remote_message", "facts"}
    masked = {"text", "press", "picked", "command", "code"}
    assert {one.name for one in fields(Incoming)} == ours | masked


@pytest.mark.parametrize(
    "press", ["12:c.2026-11-26T14:30", "99999999:x.food", "3:ok", "7:p.2", "7:i.pause", "4:c.1234"]
)
async def test_our_own_buttons_stay(rig: Rig, monkeypatch: pytest.MonkeyPatch, press: str) -> None:
    item = Incoming("telegram", "1", "k", MONDAY, "press", press=press)
    assert wire.load((await kept(rig, item, monkeypatch)).encode()).press == press


async def test_an_update_that_cannot_be_read(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    async def noted(_tx: Any, _channel: str, _key: str, _why: str, body: bytes, _at: float) -> bool:
        seen.append(body)
        return False

    monkeypatch.setattr(inbox, "keep_aside", noted)
    broken = aside("telegram", update(text=SAID) | {"odd": [f"bsn {BSN}"]}, "ValidationError")
    await rig.core.intake.accept([broken, aside("telegram", SAID.encode(), "NotJson")])
    assert len(seen) == 2
    assert not any(number in body for body in map(bytes.decode, seen) for number in (BSN, "111.2"))
    assert json.loads(seen[0])["message"]["chat"]["id"] == CHAT["id"]
