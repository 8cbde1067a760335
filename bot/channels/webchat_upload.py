"""Her voice note, photo or file: recognised by its bytes, cleaned, or refused with a reason."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.channels.webchat_forms import Upload
from bot.service import media

_AUDIO = ("audio/", "video/")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file that may be kept; `kind` is voice, photo or file."""

    kind: str
    mime: str
    body: bytes


def kind_of(upload: Upload) -> str:
    """What this is by its first bytes; by what the browser said when they tell nothing."""
    real = media.sniff(upload.body) or upload.mime
    if real.startswith(_AUDIO):
        return media.VOICE
    return media.PHOTO if real.startswith("image/") else media.FILE


async def cleaned(upload: Upload) -> Cleaned:
    """The file to keep, without place or camera. Raises `media.NotAllowed`."""
    kind = kind_of(upload)
    body = await asyncio.to_thread(media.clean, kind, upload.mime, upload.body)
    return Cleaned(kind, media.sniff(body), body)
