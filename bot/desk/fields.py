"""The fields of a form of the desk, and its one file, which never touches the disk."""

from __future__ import annotations

import secrets

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

MOST = 80  # fields: a page of signals may all be ticked
LONGEST = 1024 * 1024  # bytes of one field


class _InMemory(MultiPartParser):
    """A file stays in memory: names and addresses stand in it."""

    spool_max_size = 64 * 1024 * 1024


async def read(request: Request, upload: int) -> tuple[dict[str, str], bytes]:
    """The fields, and the file if one of so many bytes is allowed here (empty when none came).

    A form that is no multipart may carry as much in one of its fields.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not upload or kind != "multipart/form-data":
        most = max(upload, LONGEST)
        async with request.form(max_files=0, max_fields=MOST, max_part_size=most) as sent:
            return _texts(sent), b""
    parser = _InMemory(request.headers, request.stream(), max_files=1, max_fields=MOST)
    try:
        found = await parser.parse()
    except MultiPartException as error:
        raise HTTPException(400) from error
    files = [value for value in found.values() if isinstance(value, UploadFile)]
    body = await files[0].read() if files else b""
    await found.close()
    return _texts(found), body


def once() -> str:
    """A mark for one form, so that sending it twice counts once."""
    return secrets.token_urlsafe(18)


def _texts(sent: FormData) -> dict[str, str]:
    return {name: value for name, value in sent.items() if isinstance(value, str)}
