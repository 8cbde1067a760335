"""Telegram's HTML: which text is accepted, and what is left of it once the tags are read."""

from __future__ import annotations

import html
import re

from tests.fakes.telegram.errors import bad

_PLAIN = frozenset(
    [
        "b",
        "strong",
        "i",
        "em",
        "u",
        "ins",
        "s",
        "strike",
        "del",
        "code",
        "pre",
        "tg-spoiler",
        "blockquote",
        "span",
        "a",
        "tg-emoji",
    ]
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)?([^>]*)>")
_ENTITY = re.compile(r"&(#x?[0-9a-fA-F]+|lt|gt|amp|quot);")


def plain(text: str) -> str:
    """The text a person sees. Raises ApiError 400 "can't parse entities" as the server does."""
    out: list[str] = []
    open_tags: list[str] = []
    at = 0
    while (start := text.find("<", at)) >= 0:
        out.append(_unescape(text[at:start]))
        at = _tag(text, start, open_tags)
    out.append(_unescape(text[at:]))
    if open_tags:
        raise bad(f"can't parse entities: Can't find end tag corresponding to {open_tags[-1]}")
    return "".join(out)


def length(text: str) -> int:
    """Telegram counts UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _tag(text: str, start: int, open_tags: list[str]) -> int:
    """Read one tag at `start`; returns where the text goes on."""
    match = _TAG.match(text, start)
    if match is None:
        raise bad(f"can't parse entities: Unclosed start tag at byte offset {start}")
    closing, name = match[1], (match[2] or "").lower()
    if closing:
        if not open_tags or open_tags.pop() != name:
            raise bad(f"can't parse entities: Unexpected end tag at byte offset {start}")
    elif name not in _PLAIN:
        raise bad(f'can\'t parse entities: Unsupported start tag "{name}" at byte offset {start}')
    elif name == "span" and "tg-spoiler" not in match[3]:
        raise bad(f'can\'t parse entities: Tag "span" must have class "tg-spoiler" at {start}')
    else:
        open_tags.append(name)
    return match.end()


def _unescape(text: str) -> str:
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)
