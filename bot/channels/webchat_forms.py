"""What she sent: the fields of a form and her file, read within limits and never onto disk."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from bot.channels.webchat_guard import is_seed
from dialogs.beside import NO_ANSWER
from dialogs.taps import ANYTIME

SMALL = 128 * 1024  # bytes of a form without a file: room for far more than she types
LARGE = 10 * 1024 * 1024 + SMALL
_DRAIN = 6 * LARGE  # what is read and thrown away, so that a browser hears our answer at all
_PRESS = re.compile(r"(\d{1,9}):([a-z]{1,2})(?:\.(.{1,60}))?")


class Unreadable(Exception):
    """The form is not a form."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came, unchecked."""

    name: str
    mime: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of the answer form; `turn` is the question it belonged to."""

    key: str = ""
    token: str = ""
    turn: int = 0
    press: str = ""
    picked: tuple[str, ...] = ()
    text: str = ""
    upload: Upload | None = None
    seconds: int = 0  # of a voice note, as the browser counted them

    @property
    def empty(self) -> bool:
        """Whether nothing was chosen, typed or attached."""
        return not (self.press or self.text.strip() or self.upload)

    def at_turn(self, turn: int) -> Form | None:
        """This form for the question of now; None when it is about another question.

        "Ik wil bellen" and its like hold in every state, so they move along.
        """
        if self.turn == turn and (not self.press or press_turn(self.press) == turn):
            return self
        found = _PRESS.fullmatch(self.press)
        if found and found[2] == "i" and found[3] in ANYTIME:
            return replace(self, press=f"{turn}:i.{found[3]}", turn=turn)
        return None


class TooMuch(Exception):
    """The form is larger than we read; `form` is what stood before the large part."""

    def __init__(self, form: Form | None = None) -> None:
        super().__init__()
        self.form = form or Form()


def refuses(press: str) -> bool:
    """Whether this button says that she gives no answer: then nothing beside it is kept."""
    found = _PRESS.fullmatch(press)
    return found is not None and found[2] == "i" and found[3] in NO_ANSWER


def press_turn(press: str) -> int:
    """The question a button belongs to; -1 when it is none of our buttons."""
    found = _PRESS.fullmatch(press)
    return int(found[1]) if found else -1


async def read(request: Request) -> Form:
    """The answer form. Raises TooMuch or Unreadable."""
    fields = await _fields(request, LARGE)
    try:
        return _form(fields, await _upload(fields))
    finally:
        await fields.close()


async def read_small(request: Request) -> dict[str, str]:
    """The fields of a form without files. Raises TooMuch or Unreadable."""
    fields = await _fields(request, SMALL)
    try:
        return {name: value for name, value in fields.items() if isinstance(value, str)}
    finally:
        await fields.close()


def _form(fields: FormData, upload: Upload | None) -> Form:
    key, press = _text(fields, "key"), _text(fields, "press")
    return Form(
        key=key if is_seed(key) else "",
        token=_text(fields, "token"),
        turn=_number(_text(fields, "turn")),
        press=press if _PRESS.fullmatch(press) else "",
        picked=tuple(str(value)[:60] for value in fields.getlist("picked"))[:50],
        text=_text(fields, "text").replace("\r\n", "\n"),
        upload=upload,
        seconds=min(_number(_text(fields, "seconds")), 3600),
    )


def _text(fields: FormData, name: str) -> str:
    """The last non-empty value: a button's press follows the hidden one of the Enter key."""
    values = [value for value in fields.getlist(name) if isinstance(value, str) and value]
    return values[-1] if values else ""


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 9 else 0


async def _upload(fields: FormData) -> Upload | None:
    for value in fields.getlist("file"):
        if isinstance(value, UploadFile) and value.size:
            body = await value.read()
            return Upload(value.filename or "", value.content_type or "", body)
    return None


async def _fields(request: Request, most: int) -> FormData:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _PARSERS:
        raise Unreadable
    parser = _PARSERS[kind](request.headers, _limited(request, most), max_fields=100)
    try:
        return await parser.parse()
    except MultiPartException as error:
        raise Unreadable from error
    except TooMuch as error:
        raise TooMuch(_form(FormData(_so_far(parser)), None)) from error


def _so_far(parser: FormParser | MultiPartParser) -> list[tuple[str, str | UploadFile]]:
    """The fields that were read whole, without files."""
    items = parser.items if isinstance(parser, MultiPartParser) else []
    return [(name, value) for name, value in items if isinstance(value, str)]


class _InMemory(MultiPartParser):
    """A file stays in memory until it is sealed: nothing readable on disk."""

    spool_max_size = 2 * LARGE


_PARSERS: dict[str, type[FormParser] | type[MultiPartParser]] = {
    "application/x-www-form-urlencoded": FormParser,
    "multipart/form-data": _InMemory,
}


async def _limited(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    size = 0
    async for chunk in request.stream():
        room = most - size
        size += len(chunk)
        if room > 0:
            yield chunk[:room]  # what stands before the large part is still hers
        elif size > _DRAIN:
            break
    if size > most:
        raise TooMuch
