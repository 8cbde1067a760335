"""Files are what they really are, small enough, and say nothing about where they were made."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.service import media


def picture(form: str = "JPEG", size: tuple[int, int] = (60, 40)) -> bytes:
    """A picture that knows where it was taken."""
    exif = Image.Exif()
    exif[0x010E] = "canary"
    exif.get_ifd(0x8825)[1] = "N"  # GPS
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, form, exif=exif)
    return out.getvalue()


@pytest.mark.parametrize(
    ("form", "mime"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")]
)
def test_a_picture_loses_its_place(form: str, mime: str) -> None:
    before = picture(form)
    assert b"canary" in before
    after = media.clean("photo", mime, before)
    assert media.sniff(after) == mime
    assert b"canary" not in after
    with Image.open(io.BytesIO(after)) as seen:
        assert seen.size == (60, 40)
        assert not seen.getexif()


def test_what_hides_behind_a_picture_goes() -> None:
    assert b"PK\x03\x04" not in media.clean("photo", "image/png", picture("PNG") + b"PK\x03\x04zip")


@pytest.mark.parametrize(
    ("kind", "mime", "body"),
    [
        ("voice", "audio/ogg", b"OggS" + bytes(60)),
        ("voice", "audio/webm;codecs=opus", b"\x1a\x45\xdf\xa3" + bytes(60)),
        ("voice", "video/webm", b"\x1a\x45\xdf\xa3" + bytes(60)),
        ("voice", "audio/mp4", b"\0\0\0\x20ftypM4A " + bytes(60)),
        ("file", "application/pdf", b"%PDF-1.7" + bytes(60)),
    ],
)
def test_what_may_be_kept(kind: str, mime: str, body: bytes) -> None:
    assert media.clean(kind, mime, body) == body


@pytest.mark.parametrize(
    ("kind", "mime", "body", "reason"),
    [
        ("photo", "image/jpeg", b"", "size"),
        ("photo", "image/jpeg", b"\xff\xd8\xff" + bytes(media.LARGEST), "size"),
        ("photo", "image/jpeg", b"MZ\x90\0" + bytes(60), "type"),
        ("photo", "image/jpeg", b"%PDF-1.7" + bytes(60), "type"),
        ("file", "image/jpeg", b"%PDF-1.7" + bytes(60), "type"),
        ("voice", "audio/ogg", b"<html><script>", "type"),
        ("file", "text/html", b"<html><script>", "type"),
        ("photo", "image/svg+xml", b"<svg onload='x()'/>", "type"),
        ("photo", "image/jpeg", b"\xff\xd8\xff" + bytes(60), "broken"),
        ("unknown", "image/jpeg", b"\xff\xd8\xff" + bytes(60), "type"),
    ],
)
def test_what_is_refused(kind: str, mime: str, body: bytes, reason: str) -> None:
    with pytest.raises(media.NotAllowed) as told:
        media.clean(kind, mime, body)
    assert told.value.reason == reason


def test_a_flood_of_pixels_is_refused_before_it_is_drawn() -> None:
    flood = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(flood, "PNG")
    assert len(flood.getvalue()) < media.LARGEST
    with pytest.raises(media.NotAllowed) as told:
        media.clean("photo", "image/png", flood.getvalue())
    assert told.value.reason in ("pixels", "broken")
