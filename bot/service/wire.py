"""`Incoming` as the JSON that waits in the inbox."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

import orjson

from bot.service.ports import Incoming, Media


class Written(bytes):
    """An item as JSON, and the item itself: while it is at hand it need not be read back."""

    item: Incoming


def dump(item: Incoming) -> Written:
    """The bytes for the inbox row; empty fields are left out."""
    data: dict[str, Any] = {}
    for name in _INCOMING:
        value = getattr(item, name)
        if value not in ("", (), None, {}):
            data[name] = value
    data["at"] = item.at.timestamp()
    if item.media is not None:
        data["media"] = {name: getattr(item.media, name) for name in _MEDIA}
    written = Written(orjson.dumps(data))
    written.item = item
    return written


def load(body: bytes) -> Incoming:
    """The item in these bytes. Raises ValueError, KeyError or TypeError when they are not one."""
    if isinstance(body, Written):
        return body.item
    data = orjson.loads(body)
    data["at"] = datetime.fromtimestamp(data["at"], UTC)
    data["picked"] = tuple(data.get("picked", ()))
    if "media" in data:
        data["media"] = Media(**data["media"])
    return Incoming(**{"address": "", "key": ""} | data)


_INCOMING = tuple(field.name for field in fields(Incoming))
_MEDIA = tuple(field.name for field in fields(Media))
