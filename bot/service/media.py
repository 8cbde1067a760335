"""What a file may be, and how it is made harmless before it is kept.

The announced type is never trusted: the first bytes decide. Images are drawn anew, which drops
place, camera and anything hidden behind the picture. Slow for big images (up to about a second):
call `clean` in a thread.
"""

from __future__ import annotations

import io

VOICE, PHOTO, FILE = "voice", "photo", "file"
LARGEST = 10 * 1024 * 1024  # bytes, of any file
PIXELS = 40_000_000  # a phone's photo has 12 to 50 million; drawing one takes 4 bytes each
LONGEST_SIDE = 3000  # pixels kept: enough to read a letter
_IMAGES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
_AUDIO = frozenset({"audio/ogg", "audio/webm", "audio/mp4", "audio/mpeg", "audio/wav"})
_ALLOWED = {
    VOICE: _AUDIO,
    PHOTO: frozenset(_IMAGES),
    FILE: frozenset(_IMAGES) | {"application/pdf"},
}


class NotAllowed(Exception):
    """This file is refused; `reason` is `size`, `type`, `pixels` or `broken`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def sniff(body: bytes) -> str:
    """The real type by its first bytes, or "" when it is none that we know."""
    for start, mime in _STARTS:
        if body.startswith(start):
            return mime
    if body[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(body[8:12], "")
    if body[4:8] == b"ftyp" and body[8:12] in _M4A:
        return "audio/mp4"
    if len(body) > 1 and body[0] == 0xFF and body[1] in (0xFB, 0xFA, 0xF3, 0xF2):
        return "audio/mpeg"
    return ""


_STARTS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"%PDF-", "application/pdf"),
    (b"OggS", "audio/ogg"),
    (b"\x1a\x45\xdf\xa3", "audio/webm"),
    (b"ID3", "audio/mpeg"),
)
_M4A = frozenset({b"M4A ", b"isom", b"iso5", b"iso6", b"mp41", b"mp42", b"dash"})


def clean(kind: str, mime: str, body: bytes) -> bytes:
    """The bytes to keep for a voice note, photo or file. Raises NotAllowed.

    `mime` is what the sender said; it only has to be of the same family as the real type.
    """
    if not 0 < len(body) <= LARGEST:
        raise NotAllowed("size")
    real = sniff(body)
    if real not in _ALLOWED.get(kind, frozenset()) or not _fits(mime, real):
        raise NotAllowed("type")
    return _redrawn(body, _IMAGES[real]) if real in _IMAGES else body


def _fits(said: str, real: str) -> bool:
    """Whether an announced type may hide this real one: browsers say video/webm for a voice."""
    family = said.partition("/")[0].strip().lower()
    spoken = family in ("audio", "video") and real in _AUDIO
    return spoken or family in ("", real.partition("/")[0]) or said == "application/octet-stream"


def _redrawn(body: bytes, form: str) -> bytes:
    """The same picture, upright, without anything but its pixels. Raises NotAllowed."""
    from PIL import Image, ImageOps  # only needed when a picture comes

    try:
        with Image.open(io.BytesIO(body), formats=[form]) as picture:
            if picture.width * picture.height > PIXELS:
                raise NotAllowed("pixels")
            upright = ImageOps.exif_transpose(picture).convert("RGBA" if form == "PNG" else "RGB")
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise NotAllowed("broken") from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = io.BytesIO()
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    bare.save(out, form, **({} if form == "PNG" else {"quality": 85}))
    return out.getvalue()
